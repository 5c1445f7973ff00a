"""Rosters: the places and the producers of a catalogue, by row.

Owns the tables that columns of numbers lead to, and their blocks of names. Must not know what
the numbers are for. Called by ``columns`` and ``index``.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ocop.search.document import Labels, SearchDoc
from ocop.search.files import Put, mark, put

BLOCK = 64
"""Names of a block: a facet shows a few of some thousand."""

_PROVINCE = 2
"""Digits of a province's code; a commune's has five."""

Row = tuple[str, str]
"""A code or id and its name."""


class Roster(Struct, frozen=True):
    """Codes or ids in order, each with its name; ``kind`` is what the blocks are called."""

    kind: str
    codes: tuple[str, ...]
    names: tuple[str, ...]

    def numbers(self) -> Mapping[str, int]:
        """Return the number of each code: its row from 1, as 0 stands for none."""
        return {code: number for number, code in enumerate(self.codes, start=1)}

    def blocks(self) -> Iterator[Put]:
        """Yield the codes and names by blocks."""
        for number, start in enumerate(range(0, len(self.codes), BLOCK)):
            rows = slice(start, start + BLOCK)
            yield put(self.kind, number, [self.codes[rows], self.names[rows]])

    def directory(self) -> Mapping[str, object]:
        """Return what finds the block of a row or of a code."""
        return {
            "size": len(self.codes),
            "block": BLOCK,
            "first": self.codes[::BLOCK],
            "hashes": "".join(map(mark, self.blocks())),
        }


def places(docs: Sequence[SearchDoc], labels: Labels) -> Roster:
    """Return provinces, then communes, each in order of codes: so a code is soon found."""
    used = {doc.place for doc in docs if doc.place}
    used |= {labels.within[code] for code in used if code in labels.within}
    codes = sorted(used, key=lambda code: (len(code), code))
    return Roster("places", tuple(codes), tuple(labels.places[code] for code in codes))


def provinces(docs: Sequence[SearchDoc], labels: Labels) -> tuple[Row, ...]:
    """Return the provinces that have products: those have pages that can be suggested."""
    roster = places(docs, labels)
    rows = zip(roster.codes, roster.names, strict=True)
    return tuple(row for row in rows if len(row[0]) == _PROVINCE)


def producers(docs: Sequence[SearchDoc], labels: Labels) -> Roster:
    """Return the producers in order of ids."""
    ids = sorted({producer for doc in docs for producer in doc.producers})
    return Roster("producers", tuple(ids), tuple(labels.producers[one] for one in ids))
