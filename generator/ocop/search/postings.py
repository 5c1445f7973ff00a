"""Which documents hold which words, and where.

Owns positions (docs/search-format.md, section 2) and the postings of documents in their order, as
flat arrays of numbers. Must not know how they are written, nor where documents were gathered.
Called by ``index``.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import sub

from msgspec import Struct

from ocop.search.laid import PLACES, Laid

POSITIONS = 512
"""More than all positions of a document: a mark is document × 512 + position."""

Numbers = Mapping[int, "array[int]"]


class Postings(Struct, frozen=True):
    """What was found in fields, all by number.

    ``marks`` are by form: marks in any order. ``followers`` are by key: how many times which keys
    stand next after it.
    """

    marks: Numbers
    followers: Mapping[int, Mapping[int, int]]


Texts = Mapping[int, Sequence[int]]
"""By key, the rising numbers of the documents that have it in texts alone."""


def bases(rows: Iterable[Sequence[int]], laid: int) -> list[list[int]]:
    """Return for each of ``laid`` layings the marks of the first place wherever it stands.

    ``rows`` are the documents in their order, each with the laying of every field.
    """
    found: list[list[int]] = [[] for _ in range(laid)]
    for number, row in enumerate(rows):
        base = number * POSITIONS
        for one in row:
            found[one].append(base)
            base += PLACES
    return found


class _Arrays(dict[int, "array[int]"]):
    def __missing__(self, number: int) -> "array[int]":
        self[number] = made = array("I")
        return made


def marks(layings: Iterable[Laid], placed: Iterable[Sequence[int]]) -> Numbers:
    """Return where each form stands; ``placed`` are the bases of the layings."""
    found = _Arrays()
    for laid, (first, *others) in _used(layings, placed):
        for form, place in zip(laid.forms, laid.places, strict=False):
            found[form].append(first + place)
            if others:
                found[form].extend([base + place for base in others])
    return found


def followers(
    layings: Iterable[Laid], placed: Iterable[Sequence[int]], key_of: Sequence[int]
) -> dict[int, dict[int, int]]:
    """Return which keys stand next after each, and how many times."""
    found: dict[int, dict[int, int]] = {}
    for laid, bases in _used(layings, placed):
        keys, times = [key_of[form] for form in laid.forms], len(bases)
        steps = map(sub, laid.places[1:], laid.places)
        for key, after, step in zip(keys, keys[1:], steps, strict=False):
            if step == 1:
                counts = found.setdefault(key, {})
                counts[after] = counts.get(after, 0) + times
    return found


def _used(
    layings: Iterable[Laid], placed: Iterable[Sequence[int]]
) -> Iterator[tuple[Laid, Sequence[int]]]:
    return (one for one in zip(layings, placed, strict=True) if one[1])
