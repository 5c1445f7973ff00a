"""Columns: what facets and orders ask of every document.

Owns the values of ``put("column", …)`` and the blocks of names that they lead to. Must not know
postings or cards. Called by ``index``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ocop.search.document import Labels, SearchDoc
from ocop.search.files import Put, mark, put
from ocop.search.numbers import listed, zigzag
from ocop.search.order import alphabetical, rows_of_days
from ocop.text import Language

NAMES = 64
"""Names of a block of places or producers."""

Row = tuple[str, str]
"""An id or code and its name."""

_NAME = 1
"""Where a card has the name."""


def columns(docs: Sequence[SearchDoc], labels: Labels, language: Language) -> tuple[Put, ...]:
    """Return the four columns of the documents in index order, for one language."""
    return (
        put("column", "facts", _facts(docs, labels)),
        put("column", "order", _order(docs, language)),
        put("column", "place", _place(docs, labels)),
        put("column", "producer", _producer(docs, labels)),
    )


def names(docs: Sequence[SearchDoc], labels: Labels) -> tuple[Put, ...]:
    """Return the blocks of names that the columns of places and producers lead to."""
    return (
        *_blocks("places", _place_rows(docs, labels)),
        *_blocks("producers", _producer_rows(docs, labels)),
    )


def _facts(docs: Sequence[SearchDoc], labels: Labels) -> Mapping[str, str]:
    states = {key: row for row, (key, _) in enumerate(labels.states)}
    counts = Counter(doc.season for doc in docs)
    seasons = {
        mask: row for row, mask in enumerate(sorted(counts, key=lambda it: (-counts[it], it)))
    }
    return {
        "stars": listed(doc.stars for doc in docs),
        "state": listed(states[doc.state] for doc in docs),
        "set": listed(doc.set for doc in docs),
        "gift": listed(int(doc.gift) for doc in docs),
        "season": listed(seasons[doc.season] for doc in docs),
        "seasons": listed(seasons),
        "price": listed(doc.price for doc in docs),
    }


def _order(docs: Sequence[SearchDoc], language: Language) -> Mapping[str, str]:
    order = alphabetical([str(doc.cards[language][_NAME]) for doc in docs])
    steps = (after - before for before, after in pairwise([0, *order]))
    return {
        "name": listed(zigzag(steps)),
        "newest": listed(rows_of_days([doc.newest for doc in docs])),
    }


def _place(docs: Sequence[SearchDoc], labels: Labels) -> Mapping[str, object]:
    table = _place_rows(docs, labels)
    row = {code: number for number, (code, _) in enumerate(table, start=1)}
    return {
        "place": listed(row.get(doc.place, 0) for doc in docs),
        "within": listed(row.get(labels.within.get(code, ""), 0) for code, _ in table),
        **_lookup("places", table),
    }


def _producer(docs: Sequence[SearchDoc], labels: Labels) -> Mapping[str, object]:
    table = _producer_rows(docs, labels)
    row = {one: number for number, (one, _) in enumerate(table, start=1)}
    return {
        "producer": listed(row[doc.producers[0]] if doc.producers else 0 for doc in docs),
        "more": listed(_more(docs, row)),
        **_lookup("producers", table),
    }


def _more(docs: Sequence[SearchDoc], row: Mapping[str, int]) -> Iterator[int]:
    """Yield a gap to the document and the row of each further producer."""
    before = 0
    for number, doc in enumerate(docs):
        for producer in doc.producers[1:]:
            yield number - before
            yield row[producer]
            before = number


def _place_rows(docs: Sequence[SearchDoc], labels: Labels) -> list[Row]:
    """Return provinces first, then communes, each in order of codes: so a code is soon found."""
    used = {doc.place for doc in docs if doc.place}
    used |= {labels.within[code] for code in used if code in labels.within}
    ordered = sorted(used, key=lambda code: (len(code), code))
    return [(code, labels.places[code]) for code in ordered]


def _producer_rows(docs: Sequence[SearchDoc], labels: Labels) -> list[Row]:
    used = {producer for doc in docs for producer in doc.producers}
    return [(producer, labels.producers[producer]) for producer in sorted(used)]


def _lookup(kind: str, table: Sequence[Row]) -> Mapping[str, object]:
    return {
        "size": len(table),
        "block": NAMES,
        "first": [code for code, _ in table[::NAMES]],
        "hashes": "".join(map(mark, _blocks(kind, table))),
    }


def _blocks(kind: str, table: Sequence[Row]) -> list[Put]:
    return [
        put(kind, number, [[row[part] for row in table[start : start + NAMES]] for part in (0, 1)])
        for number, start in enumerate(range(0, len(table), NAMES))
    ]
