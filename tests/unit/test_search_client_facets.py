"""Filters, facet counts and orders of the search script, beside counting by hand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ocop.search.document import SearchDoc
from ocop.search.index import index
from ocop.text import sort_key
from support.search_catalogue import (
    BANDS,
    FACETS,
    LABELS,
    PLACES,
    PRODUCERS,
    SETS,
    STATES,
    VI,
    WITHIN,
    count,
    doc,
    known,
    passes,
)
from support.search_documents import index_order
from support.search_in_node import Page, page

ALL = {"commune": 10_000, "producer": 10_000}
WRONG = ("", "0", "99", "x", "constructor", "__proto__", "-1", "28780", "<b>", "😀", "\ud800")

DOCS = st.lists(
    st.builds(
        doc,
        st.uuids().map(str),
        stars=st.sampled_from((0, 1, 3, 4, 5)),
        state=st.sampled_from(STATES),
        set=st.sampled_from(sorted(SETS)),
        gift=st.booleans(),
        season=st.sampled_from((0, 4095, 0b1, 0b100000000001, 0b111000)) | st.integers(0, 4095),
        price=st.integers(0, len(BANDS)),
        place=st.sampled_from(PLACES),
        producers=st.lists(st.sampled_from(PRODUCERS), max_size=3, unique=True).map(tuple),
        newest=st.integers(0, 3),
        name=st.sampled_from(("Chè", "Cá", "Đậu", "Dừa", "Cà phê", "Cà", "Mắm", "Mầm")),
    ),
    max_size=24,
)


@pytest.fixture(scope="module")
def script() -> Iterator[Page]:
    with pytest.MonkeyPatch.context() as patch, page() as found:
        patch.setattr("ocop.search.index.BUNDLE", 0)
        patch.setattr("ocop.search.roster.BLOCK", 4)
        yield found


def opened(script: Page, docs: Sequence[SearchDoc]) -> tuple[SearchDoc, ...]:
    """The documents by their numbers, after the page has loaded the entry of their index."""
    script.open(index(docs, {VI: LABELS}))
    return index_order(docs)


def hits(data: st.DataObject, docs: Sequence[SearchDoc]) -> tuple[list[int], list[int]]:
    """What an engine may find: exact documents, and near ones that are none of these."""
    order = data.draw(st.permutations(range(len(docs))))
    first = data.draw(st.integers(0, len(docs)))
    last = data.draw(st.integers(first, len(docs)))
    return order[:first], order[first:last]


def filters(data: st.DataObject, docs: Sequence[SearchDoc]) -> dict[str, list[str]]:
    """Words of some facets, right and wrong."""
    found = {}
    for facet in data.draw(st.lists(st.sampled_from(FACETS), max_size=4, unique=True)):
        words = (*sorted(known(docs, facet)), *WRONG)
        found[facet] = data.draw(st.lists(st.sampled_from(words), max_size=4))
    return found


@settings(max_examples=150)
@given(docs=DOCS, data=st.data())
def test_every_count_is_what_choosing_that_value_alone_would_give(
    script: Page, docs: list[SearchDoc], data: st.DataObject
) -> None:
    numbered = opened(script, docs)
    exact, near = hits(data, docs)
    chosen = filters(data, docs)
    script.find_these({"q": (exact, near)})
    answer = script.ask("facets", {"query": "q", "filters": chosen}, ALL).value

    assert sorted(answer) == sorted((*FACETS, "sizes"))
    for facet in FACETS:
        words = known(docs, facet)
        alone = {word: count(numbered, exact or near, {**chosen, facet: [word]}) for word in words}
        ours = words & set(chosen.get(facet, ()))
        shown = {one["value"]: one["count"] for one in answer[facet]}
        assert shown == {word: n for word, n in alone.items() if n or word in ours}, facet
        assert {one["value"] for one in answer[facet] if one["chosen"]} == ours
        assert answer["sizes"][facet] == sum(n > 0 for n in alone.values())
        assert len(answer[facet]) == len(shown)


@settings(max_examples=150)
@given(
    docs=DOCS, data=st.data(), sort=st.sampled_from(("relevance", "stars", "newest", "name", "x"))
)
def test_results_pass_all_filters_and_stand_in_their_order(
    script: Page, docs: list[SearchDoc], data: st.DataObject, sort: str
) -> None:
    numbered = opened(script, docs)
    exact, near = hits(data, docs)
    chosen = filters(data, docs)
    script.find_these({"q": (exact, near)})
    answer = script.ask("find", {"query": "q", "filters": chosen, "sort": sort}).value
    expected = [ranked(numbered, chosen, found, sort) for found in (exact, near)]

    assert answer["documents"] == expected[0] + expected[1]
    assert (answer["total"], answer["near"]) == (len(expected[0]), len(expected[1]))
    assert answer["count"] == len(expected[0] if exact else expected[1])
    assert answer["shown"] == answer["documents"]


def ranked(
    docs: Sequence[SearchDoc], chosen: Mapping[str, list[str]], found: Sequence[int], sort: str
) -> list[int]:
    rank: dict[str, Any] = {
        "stars": lambda number: -docs[number].stars,
        "newest": lambda number: -docs[number].newest,
        "name": lambda number: (sort_key(docs[number].fields[0][0]), number),
    }
    kept = [number for number in found if passes(docs, docs[number], chosen)]
    return sorted(kept, key=rank[sort]) if sort in rank else kept


def described(facet: list[dict[str, Any]]) -> list[tuple[str, str, int, bool]]:
    return [(one["value"], one["label"], one["count"], one["chosen"]) for one in facet]


def test_values_of_few_kinds_stand_in_their_own_order(script: Page) -> None:
    first = doc("a", stars=3, set=26, season=0b100000000001, price=3, state="unrated")
    other = doc("b", stars=5, set=1, season=0b10, price=1, state="valid", gift=True)
    opened(script, [first, other, first_again(first)])
    script.find_these({"": ([0, 1, 2], ())})
    answer = script.ask("facets", {"query": "", "filters": {"stars": ["4"]}}).value

    # Nothing has four stars, so all other facets are empty.
    assert described(answer["stars"]) == [
        ("5", "5", 1, False),
        ("4", "4", 0, True),
        ("3", "3", 2, False),
    ]
    assert answer["set"] == []

    answer = script.ask("facets", {"query": ""}).value

    assert described(answer["industry"]) == [
        ("I", "Thực phẩm", 1, False),
        ("VI", "Du lịch", 2, False),
    ]
    assert described(answer["group"]) == [
        ("I.1", "Nhóm I.1", 1, False),
        ("VI.1", "Nhóm VI.1", 2, False),
    ]
    assert described(answer["set"]) == [("1", "Bộ 1", 1, False), ("26", "Bộ 26", 2, False)]
    assert described(answer["season"]) == [
        ("1", "Tháng 1", 2, False),
        ("2", "Tháng 2", 1, False),
        ("12", "Tháng 12", 2, False),
    ]
    assert [one["value"] for one in answer["state"]] == ["valid", "unrated"]
    assert [one["label"] for one in answer["price"]] == ["0-50000 đồng", "200000- đồng"]
    assert described(answer["gift"]) == [("1", "1", 1, False)]


def first_again(one: SearchDoc) -> SearchDoc:
    return replace(one, id=f"{one.id}-again")


def test_of_many_values_the_most_frequent_and_the_chosen_are_told(script: Page) -> None:
    # Producer n makes n + 1 products; each is in a place of its own.
    docs = [
        doc(f"{n}-{m}", producers=(one,), place=sorted(WITHIN)[n])
        for n, one in enumerate(PRODUCERS)
        for m in range(n + 1)
    ]
    opened(script, docs)
    script.find_these({"": (list(range(len(docs))), ())})
    request = {"query": "", "filters": {"producer": [PRODUCERS[2], PRODUCERS[12]]}}
    answer = script.ask("facets", request).value

    frequent = [(f"nha-san-xuat-{n}", n + 1, n == 12) for n in range(13, 5, -1)]
    assert [(one["value"], one["count"], one["chosen"]) for one in answer["producer"]] == [
        *frequent,
        ("nha-san-xuat-2", 3, True),
    ]
    assert answer["producer"][0]["label"] == "Cơ sở nha-san-xuat-13"
    assert answer["sizes"]["producer"] == 14
    assert [one["count"] for one in answer["commune"]] == [13, 3]
    assert answer["sizes"]["commune"] == 2

    more = script.ask("facets", request, {"producer": 10, "commune": 1}).value

    assert [one["count"] for one in more["producer"]] == [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 3]
    assert [one["count"] for one in more["commune"]] == [13]


def test_results_need_no_columns_and_facets_ask_for_them_at_once(script: Page) -> None:
    opened(script, [doc("a", producers=PRODUCERS[:1], place="31207", stars=4)])
    script.find_these({"": ([0], ())})

    assert script.ask("find", {"query": "", "filters": {"stars": []}}).loaded == ()
    assert kinds(script.call("facets", {"query": ""})["need"]) == [
        "column-facts",
        "column-place",
        "column-producer",
    ]
    assert kinds(script.ask("find", {"query": "", "sort": "newest"}).loaded) == ["column-order"]
    assert kinds(script.ask("find", {"query": "", "filters": {"stars": "4"}}).loaded) == [
        "column-facts"
    ]
    assert kinds(script.ask("facets", {"query": ""}).loaded) == [
        "column-place",
        "column-producer",
        "places-0",
        "producers-0",
    ]


def kinds(files: Sequence[str]) -> list[str]:
    return sorted(name.removeprefix("search/").split(".")[0] for name in files)


def test_files_of_the_query_and_of_the_filters_are_asked_for_together(script: Page) -> None:
    opened(script, [doc("a", stars=4)])
    script.find_these({})
    request = {"query": "q", "filters": {"stars": ["4"]}, "sort": "name"}

    assert kinds(script.call("find", request)["need"]) == ["column-facts", "column-order", "none"]


def test_a_page_of_results_is_cut_from_all(script: Page) -> None:
    opened(script, [doc(f"{n:02}") for n in range(9)])
    script.find_these({"q": ([4, 3, 8, 0], [5, 1])})

    def shown(**part: int) -> list[int]:
        found: list[int] = script.ask("find", {"query": "q", **part}).value["shown"]
        return found

    assert shown() == [4, 3, 8, 0, 5, 1]
    assert [shown(size=3), shown(**{"from": 3, "size": 3})] == [[4, 3, 8], [0, 5, 1]]
    assert [shown(size=0), shown(**{"from": 6, "size": 3})] == [[], []]


def test_industries_may_be_given_by_number(script: Page) -> None:
    opened(script, [doc("a", set=1), doc("b", set=13)])
    script.find_these({"": ([0, 1], ())})

    assert script.ask("find", {"query": "", "filters": {"industry": "2"}}).value["documents"] == [1]


def test_a_commune_is_no_province(script: Page) -> None:
    opened(script, [doc("a", place="31207"), doc("b", place="83")])
    script.find_these({"": ([0, 1], ())})
    wrong = {"province": ["31207"], "commune": ["83"]}

    assert script.ask("find", {"query": "", "filters": wrong}).value["documents"] == [0, 1]


def test_a_small_catalogue_is_ready_with_its_entry(script: Page) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ocop.search.index.BUNDLE", 10**6)
        opened(script, [doc("a", producers=PRODUCERS[:2], place="31207", stars=4)])
    script.find_these({"": ([0], ())})
    filters = {"producer": list(PRODUCERS), "commune": ["31207"]}

    assert script.ask("facets", {"query": "", "filters": filters}).loaded == ()
    assert script.ask("find", {"query": "", "filters": filters, "sort": "name"}).loaded == ()
    assert script.ask("cards", [0]).loaded == ()
