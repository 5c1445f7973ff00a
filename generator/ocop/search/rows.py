"""Postings as they are written: one row a key.

Owns the five parts of a row (docs/search-format.md, "Shards"). Must not know documents or
files. Called by ``index``.
"""

from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from ocop.search.numbers import ascending, listed
from ocop.search.postings import POSITIONS

Row = tuple[str, str, str, str, str]
"""Forms, places, documents, codes, followers."""

Spelled = tuple[str, "array[int]"]
"""One form of a key and its marks."""


def row(spelled: Sequence[Spelled], followers: Sequence[int]) -> tuple[Row, int]:
    """Return the row of a key and how many documents it holds.

    ``followers`` are the numbers of the keys that stand next after it, rising.
    """
    ranked = sorted(spelled, key=lambda one: (-len(one[1]), one[0]))
    count = len(ranked)
    span = POSITIONS * count
    marks = sorted(
        chain.from_iterable(
            [mark * count + number for mark in marks] for number, (_, marks) in enumerate(ranked)
        )
    )
    owners = [mark // span for mark in marks]
    places = [mark % span for mark in marks]
    frequent = _most_frequent(places)
    codes = _codes(owners, places, frequent)
    documents = list(dict.fromkeys(owners))
    written = (
        " ".join(form for form, _ in ranked),
        listed(frequent),
        ascending(documents),
        listed(codes),
        ascending(followers),
    )
    return written, len(documents)


def _most_frequent(places: Sequence[int]) -> list[int]:
    counts = Counter(places)
    return sorted(counts, key=lambda place: (-counts[place], place))


def _codes(owners: Sequence[int], places: Sequence[int], frequent: Sequence[int]) -> list[int]:
    """Return twice the rank of each place, and one more where its document has another."""
    rank = {place: 2 * number for number, place in enumerate(frequent)}
    following = chain(owners[1:], (-1,))
    return [
        rank[place] + (owner == after)
        for place, owner, after in zip(places, owners, following, strict=True)
    ]
