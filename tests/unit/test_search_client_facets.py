"""Filters, facet counts and orders of the search script, beside counting by hand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.search.document import SearchDoc
from ocop.search.index import index, index_order
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
    count,
    doc,
    known,
    passes,
)
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


@settings(max_examples=150, deadline=None)
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


@settings(max_examples=150, deadline=None)
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
