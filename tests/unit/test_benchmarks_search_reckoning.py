"""The search benchmark's reckoning: ranks, counts by hand, and what its page says."""

import dataclasses

from benchmarks.search.browser import Pace, Typing, Visit, quantile
from benchmarks.search.catalogue import make
from benchmarks.search.facets import values
from benchmarks.search.peers import OURS
from benchmarks.search.quality import ALL, Score, scores
from benchmarks.search.queries import CLASSES, Query
from benchmarks.search.report import Results, as_data, as_markdown
from benchmarks.search.targets import targets
from benchmarks.search.trial import Trial

GOOD = Score(40, 1.0, 1.0, 1.0)
TRIAL = Trial(
    scores={1: dict.fromkeys((*CLASSES, ALL), GOOD)},
    index_cpu=2.5,
    index_bytes=6_000_000,
    visits=(Visit(40_000, 6, 0.1), Visit(50_000, 8, 0.1), Visit(60_000, 8, 0.1)),
    weak=(Visit(40_000, 6, 2.5),),
    typing=(Typing(70_000, 20, 20_000),),
    pace=Pace((1.0, 2.0), (1.0, 14.0)),
    heap=5.5,
    astray=0,
)


def unmet(trial: Trial, differing: tuple[str, ...] = ()) -> list[str]:
    """What is not reached at 20,000 records."""
    found = targets({20_000: trial}, {20_000: (31, differing)})
    return [one.what for one in found if not one.met]


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
    assert unmet(dataclasses.replace(TRIAL, astray=None)) == [
        "20,000: answers that differ on file://"
    ]
    assert unmet(TRIAL, ("{}: stars",)) == ["20,000: facets counted otherwise than by hand"]


def test_the_page_names_every_class_of_queries_and_every_search() -> None:
    sizes = {20_000: {OURS: TRIAL, "MiniSearch": TRIAL}}
    results = Results({"date": "2026"}, {"MiniSearch": "7"}, sizes, {20_000: (31, ())})

    page = as_markdown(results)

    assert all(f"| {kind} (40) | 100 / 100, 1.00 |" in page for kind in CLASSES)
    assert "| 20,000: facets counted otherwise than by hand | ≤ 0 | 0 | yes |" in page
    assert as_data(results)["sizes"][20_000]["MiniSearch"]["heap"] == 5.5


def test_values_of_facets_are_the_words_of_addresses() -> None:
    one = dataclasses.replace(make(1)[0], set=14, stars=4, price=100_000, gift=True, season=(1, 12))

    found = values(one)

    place = one.maker.place
    assert (found["set"], found["industry"]) == (("14",), ("II",))
    assert (found["stars"], found["price"], found["gift"]) == (("4",), ("100-200",), ("1",))
    assert (found["season"], found["province"]) == (("1", "12"), (place.province,))
