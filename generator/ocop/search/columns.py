"""Columns: what facets and orders ask of every document.

Owns the values of ``put("column", …)``. Must not know postings or cards. Called by ``index``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ocop.search.document import Labels, SearchDoc
from ocop.search.files import Put, put
from ocop.search.numbers import ascending, listed, zigzag
from ocop.search.order import alphabetical, rows_of_days
from ocop.search.roster import Roster, places, producers
from ocop.text import Language

_NAME = 1
"""Where a card has the name."""

_DEGREE = 1000
"""Steps of a degree: 110 m from one to the next, while a commune is some kilometres wide."""


def columns(docs: Sequence[SearchDoc], labels: Labels, language: Language) -> Iterator[Put]:
    """Yield the columns of documents in index order, and the names that they lead to."""
    where, makers = places(docs, labels), producers(docs, labels)
    yield put("column", "facts", _facts(docs, labels))
    yield put("column", "order", _order(docs, language))
    yield put("column", "place", _place(docs, labels, where))
    yield put("column", "points", _points(labels, where))
    yield put("column", "producer", _producer(docs, makers))
    yield from where.blocks()
    yield from makers.blocks()


def _facts(docs: Sequence[SearchDoc], labels: Labels) -> Mapping[str, str]:
    states = {key: row for row, (key, _) in enumerate(labels.states)}
    counts = Counter(doc.season for doc in docs)
    masks = sorted(counts, key=lambda mask: (-counts[mask], mask))
    seasons = {mask: row for row, mask in enumerate(masks)}
    return {
        "stars": listed(doc.stars for doc in docs),
        "state": listed(states[doc.state] for doc in docs),
        "set": listed(doc.set for doc in docs),
        "gift": listed(int(doc.gift) for doc in docs),
        "season": listed(seasons[doc.season] for doc in docs),
        "seasons": listed(masks),
        "price": listed(doc.price for doc in docs),
    }


def _order(docs: Sequence[SearchDoc], language: Language) -> Mapping[str, str]:
    order = alphabetical([str(doc.cards[language][_NAME]) for doc in docs])
    return {
        "name": _steps(order),
        "newest": listed(rows_of_days([doc.newest for doc in docs])),
    }


def _steps(numbers: Iterable[int]) -> str:
    """Return numbers as differences from one to the next, the first from 0."""
    return listed(zigzag(after - before for before, after in pairwise([0, *numbers])))


def _place(docs: Sequence[SearchDoc], labels: Labels, roster: Roster) -> Mapping[str, object]:
    number = roster.numbers()
    return {
        "place": listed(number.get(doc.place, 0) for doc in docs),
        "within": listed(number.get(labels.within.get(code, ""), 0) for code in roster.codes),
        **roster.directory(),
    }


def _points(labels: Labels, roster: Roster) -> Mapping[str, str]:
    rows = [row for row, code in enumerate(roster.codes) if code in labels.points]
    points = [labels.points[roster.codes[row]] for row in rows]
    return {
        "rows": ascending(rows),
        "lat": _steps(round(lat * _DEGREE) for lat, _ in points),
        "lon": _steps(round(lon * _DEGREE) for _, lon in points),
    }


def _producer(docs: Sequence[SearchDoc], roster: Roster) -> Mapping[str, object]:
    number = roster.numbers()
    return {
        "producer": listed(number[doc.producers[0]] if doc.producers else 0 for doc in docs),
        "more": listed(_more(docs, number)),
        **roster.directory(),
    }


def _more(docs: Sequence[SearchDoc], number: Mapping[str, int]) -> Iterator[int]:
    """Yield the gap to the document and the number of each producer after its first."""
    before = 0
    for document, doc in enumerate(docs):
        for producer in doc.producers[1:]:
            yield document - before
            yield number[producer]
            before = document
