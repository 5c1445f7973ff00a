"""The orders that products stand in.

Owns the order of documents in the index (equal hits are shown in it), the alphabetical order
and the newest first. Knows documents alone. Called by ``index`` and ``columns``.
"""

from collections.abc import Sequence

from ocop.search.document import SearchDoc
from ocop.search.spelling import Spelling
from ocop.text import sort_key

NAME = 0
"""The field that holds the name in the site's first language."""

_KIND = 2
"""Words at the start of a name that tell what kind of goods it is, as a rule."""


def ordered(docs: Sequence[SearchDoc], spelling: Spelling) -> tuple[SearchDoc, ...]:
    """Return the documents in the order of their numbers in the index."""

    def place(doc: SearchDoc) -> tuple[list[str], int, list[str], str]:
        name = [
            spelling.keys[key]
            for phrase in doc.fields[NAME]
            for key in spelling.key_numbers(phrase)
        ]
        return name[:_KIND], -doc.stars, name, doc.id

    return tuple(sorted(docs, key=place))


def alphabetical(names: Sequence[str]) -> list[int]:
    """Return the numbers of the documents with these names in Vietnamese alphabetical order."""
    return sorted(range(len(names)), key=list(map(sort_key, names)).__getitem__)


def rows_of_days(days: Sequence[int]) -> list[int]:
    """Return for each day which it is of the distinct days, the newest 0; no day (0) is last."""
    rows = {day: row for row, day in enumerate(sorted(set(days), reverse=True))}
    return [rows[day] for day in days]
