"""The search benchmark's reckoning: ranks, counts by hand, and what its page says."""

import dataclasses
import datetime as dt
import gzip
import http.client
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest

from benchmarks.search.browser import quantile
from benchmarks.search.catalogue import make
from benchmarks.search.facets import Count, filters, values
from benchmarks.search.lab import Pace, Typing
from benchmarks.search.peers import OURS
from benchmarks.search.quality import ALL, Score, scores
from benchmarks.search.queries import CLASSES, Query
from benchmarks.search.report import Results, as_data, as_markdown
from benchmarks.search.sample import Sample, beginnings, letters, shuffled, some
from benchmarks.search.server import serving
from benchmarks.search.shop import Sitting, Stroke
from benchmarks.search.targets import targets
from benchmarks.search.trial import Pages, Trial
from benchmarks.search.visit import Visit

T = TypeVar("T")


def sample(*found: T, of: int = 0) -> Sample[T]:
    """All that was asked, or the first of more."""
    return Sample(found, of or len(found))


GOOD = Score(40, 1.0, 1.0, 1.0)
VISITS = sample(*(Visit(size, 8, 0.1, found=True) for size in (40_000, 50_000, 60_000)))
SLOW = sample(Visit(40_000, 6, 2.5, found=True), Visit(70_000, 6, 2.9, found=False), of=16)
SITTING = Sitting(sample(Stroke(30.0, 14.0, 90.0)), 5.0)
PAGES = Pages(SLOW, (Typing(90_000, 30, 20_000),), SITTING, SITTING)
TRIAL = Trial(
    scores={1: dict.fromkeys((*CLASSES, ALL), GOOD)},
    index_cpu=2.5,
    index_bytes=6_000_000,
    visits=VISITS,
    weak=SLOW,
    typing=(Typing(70_000, 20, 20_000),),
    pace=Pace(sample(1.0, 2.0), sample(1.0, 14.0, of=1256)),
    heap=5.5,
    astray=0,
    pages=PAGES,
)


def unmet(trial: Trial, differing: tuple[str, ...] = ()) -> list[str]:
    """What is not reached at 20,000 records."""
    found = targets({20_000: trial}, {20_000: Count(31, 30, differing)})
    return [one.what for one in found if not one.met]


def test_the_order_of_questions_is_always_the_same_and_mixes_classes() -> None:
    queries = [Query(kind, f"{kind} {n}", frozenset()) for kind in "abc" for n in range(40)]
    texts = some(queries, 30)

    assert texts == some(queries, 30)
    assert {one[0] for one in texts[:10]} == set("abc")
    assert len(set(texts)) == 30


def test_every_letter_from_the_second_on_is_asked_once() -> None:
    assert beginnings("chè") == ["ch", "chè"]
    assert sorted(letters(["chè", "chanh"])) == ["ch", "cha", "chan", "chanh", "chè"]
    assert shuffled(["a", "b", "c", "d"]) == shuffled(["a", "b", "c", "d"])


def test_a_response_weighs_what_goes_over_the_wire(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("x" * 5_000)
    with serving(tmp_path) as server:
        line = http.client.HTTPConnection(server.address.removeprefix("http://"))
        line.request("GET", "/a.js")
        got = line.getresponse()
        head = [f"HTTP/1.1 {got.status} {got.reason}", *(f"{k}: {v}" for k, v in got.getheaders())]
        body = got.read()
        line.close()

    assert gzip.decompress(body) == b"x" * 5_000
    assert server.taken() == ["/a.js"]
    assert server.weight("/a.js") == len("\r\n".join([*head, "", ""])) + len(body)


def test_a_score_counts_the_first_right_answer() -> None:
    asked = [
        Query("exact", "a", frozenset({3, 5})),
        Query("exact", "b", frozenset({1})),
        Query("prefix", "c", frozenset({2})),
    ]
    answers = [[5, 3], [0, 9, 8, 1], [*range(10, 20), 2]]

    found = scores(asked, answers, 100)

    assert found["exact"] == Score(2, 0.5, 1.0, (1 + 1 / 4) / 2)
    assert found["prefix"] == Score(1, 0.0, 0.0, 0.0)
    assert found[ALL] == Score(3, 1 / 3, 2 / 3, (1 + 1 / 4) / 3)


def test_a_right_answer_beyond_the_catalogue_does_not_count() -> None:
    assert scores([Query("exact", "a", frozenset({3, 70}))], [[70]], 50)["exact"].ten == 0


def test_a_quantile_is_one_of_the_values() -> None:
    assert [quantile([3, 1, 2, 4], part) for part in (0.0, 0.5, 0.95)] == [1, 3, 4]


def test_all_is_reached_by_a_search_that_keeps_every_limit() -> None:
    assert unmet(TRIAL) == []


def test_what_is_not_reached_is_told() -> None:
    bad = Score(40, 0.8, 0.9, 0.85)
    weak = {**TRIAL.scores[1], "VNI": bad}
    makers = {**TRIAL.scores[1], "producer": Score(40, 0.86, 1.0, 0.9)}

    assert unmet(dataclasses.replace(TRIAL, scores={1: weak})) == [
        "seed 1: success@1 of the worst class (VNI)"
    ]
    assert unmet(dataclasses.replace(TRIAL, scores={1: makers})) == []
    assert unmet(dataclasses.replace(TRIAL, heap=6.1)) == ["JavaScript heap, MB"]
    late = sample(Visit(40_000, 9, 3.1, found=True))
    assert unmet(dataclasses.replace(TRIAL, weak=late)) == [
        "20,000: first result on a weak network, seconds, median",
        "20,000: first result on a weak network, seconds, p95",
    ]
    busy = dataclasses.replace(PAGES, box=Sitting(sample(Stroke(30.0, 16.0, 90.0)), 5.0))
    assert unmet(dataclasses.replace(TRIAL, pages=busy)) == [
        "the box in the header: ms of the longest piece of script a keystroke, p95"
    ]
    assert unmet(dataclasses.replace(TRIAL, astray=None)) == [
        "20,000: answers that differ on file://"
    ]
    assert unmet(TRIAL, ("{}: stars",)) == ["20,000: facets counted otherwise than by hand"]


def test_the_page_names_every_class_of_queries_and_every_search() -> None:
    sizes = {20_000: {OURS: TRIAL, "MiniSearch": TRIAL}}
    counts = {20_000: Count(31, 30, ())}
    results = Results({"date": "2026"}, {"MiniSearch": "7"}, sizes, counts)

    page = as_markdown(results)

    assert all(f"| {kind} (40) | 100 / 100, 1.00 |" in page for kind in CLASSES)
    assert "| 20,000: facets counted otherwise than by hand | ≤ 0 | 0 | yes |" in page
    assert as_data(results)["sizes"][20_000]["MiniSearch"]["heap"] == 5.5


def test_the_page_says_how_many_were_measured_of_how_many() -> None:
    results = Results({}, {}, {20_000: {OURS: TRIAL}}, {20_000: Count(31, 30, ())})

    page = as_markdown(results)

    assert "ms a keystroke, p50 / p95 | 14.0 / 14.0 (2 of 1,256) |" in page
    assert "s, median / p95 | 2.9 / 2.9 (2 of 16, 1 found nothing) |" in page
    assert "its longest piece, p50 / p95 | 14.0 / 14.0 (1 of 1) |" in page
    assert "| 20,000 records | 31 | 30 | 0 |" in page


def test_values_of_facets_are_the_words_of_addresses() -> None:
    one = dataclasses.replace(make(1)[0], set=14, stars=4, date=dt.date(2026, 1, 2))
    one = dataclasses.replace(one, price=100_000, gift=True, season=(1, 12))

    found = values(one)

    place = one.maker.place
    assert (found["set"], found["industry"]) == (("14",), ("II",))
    assert found["group"][0].startswith("II.")
    assert (found["stars"], found["price"], found["gift"]) == (("4",), ("100-200",), ("1",))
    assert (found["season"], found["province"]) == (("1", "12"), (place.province,))


@pytest.mark.parametrize(
    ("day", "state", "stars"),
    [
        (dt.date(2025, 9, 1), "valid", ("4",)),
        (dt.date(2024, 1, 10), "due", ("4",)),
        (dt.date(2023, 11, 21), "due", ("4",)),  # its last day
        (dt.date(2023, 11, 20), "expired", ()),
        (None, "unrated", ()),
    ],
)
def test_the_state_of_a_certificate_is_that_of_the_day_of_the_benchmark(
    day: dt.date | None, state: str, stars: tuple[str, ...]
) -> None:
    found = values(dataclasses.replace(make(1)[0], stars=4, date=day))

    assert (found["state"], found["stars"]) == ((state,), stars)


def test_filters_of_a_query_leave_some_of_its_own_hits() -> None:
    hits = [values(one) for one in make(30)]
    random = Random(5)
    for _ in range(50):
        wanted = filters(random, hits)
        assert any(
            all(set(hit[name]) & set(words) for name, words in wanted.items()) for hit in hits
        )
    assert filters(random, []) == {}
