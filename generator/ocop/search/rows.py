"""Postings as they are written: one row a key.

Owns the five parts of a row of words in fields (docs/search-format.md, "Shards") and the one of
words in texts. Must not know documents or files. Called by ``index``.
"""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec import Struct

from ocop.search.clusters import Pair
from ocop.search.numbers import ascending, listed, written
from ocop.search.postings import POSITIONS, Postings, Texts
from ocop.search.spelling import Spelling
from ocop.search.vocabulary import Weighed, in_order

Row = tuple[str, str, str, str, str]
"""Forms, places, documents, codes, followers."""

Spelled = tuple[str, "array[int]"]
"""One form of a key and its marks."""


class FieldRows(Struct, frozen=True):
    """Rows by key in the order of the keys; ``together`` counts how often two stand side by side.

    A row stands there by its number, the lower first.
    """

    rows: Mapping[str, Weighed]
    together: Mapping[Pair, int]


def field_rows(found: Postings, spelling: Spelling) -> FieldRows:
    """Return the rows of the words of fields."""
    forms: dict[int, list[int]] = {}
    for form in found.marks:
        forms.setdefault(spelling.key_of[form], []).append(form)
    known = {spelling.keys[key]: key for key in forms}
    number = {known[key]: row for row, key in enumerate(in_order(known))}
    rows: dict[str, Weighed] = {}
    for key in number:
        spelled = [(spelling.forms[form], found.marks[form]) for form in forms[key]]
        followers = sorted(number[after] for after in found.followers.get(key, ()))
        made, documents = row(spelled, followers)
        rows[spelling.keys[key]] = (made, sum(map(len, made)), documents)
    return FieldRows(rows, _together(found, number))


def _together(found: Postings, number: Mapping[int, int]) -> dict[Pair, int]:
    together: dict[Pair, int] = {}
    for key, counts in found.followers.items():
        for after, times in counts.items():
            one, other = sorted((number[key], number[after]))
            if one != other:
                together[one, other] = together.get((one, other), 0) + times
    return together


def text_rows(found: Texts, spelling: Spelling) -> dict[str, Weighed]:
    """Return the rows of the words of texts by key, in the order of the keys."""
    known = {spelling.keys[key]: documents for key, documents in found.items()}
    rows: dict[str, Weighed] = {}
    for key in in_order(known):
        made = ascending(known[key])
        rows[key] = (made, len(made), len(known[key]))
    return rows


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
        if count > 1
        else ranked[0][1]
    )
    owners = [mark // span for mark in marks]
    places = [mark % span for mark in marks]
    frequent = [place for place, _ in Counter(places).most_common()]
    documents = list(dict.fromkeys(owners))
    made = (
        " ".join(form for form, _ in ranked),
        listed(frequent),
        ascending(documents),
        _codes(owners, places, frequent),
        ascending(followers),
    )
    return made, len(documents)


def _codes(owners: Sequence[int], places: Sequence[int], frequent: Sequence[int]) -> str:
    """Return twice the rank of each place, and one more where its document has another."""
    last = {place: written(2 * number) for number, place in enumerate(frequent)}
    more = {place: written(2 * number + 1) for number, place in enumerate(frequent)}
    following = chain(owners[1:], (-1,))
    return "".join(
        [
            last[place] if owner != after else more[place]
            for place, owner, after in zip(places, owners, following, strict=True)
        ]
    )
