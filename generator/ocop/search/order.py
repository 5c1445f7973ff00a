"""The orders that results may be asked for in: by name, and the newest first.

Must not know documents. Called by ``columns``.
"""

from collections.abc import Sequence

from ocop.text import sort_key


def alphabetical(names: Sequence[str]) -> list[int]:
    """Return the numbers of the documents with these names in Vietnamese alphabetical order."""
    return sorted(range(len(names)), key=list(map(sort_key, names)).__getitem__)


def rows_of_days(days: Sequence[int]) -> list[int]:
    """Return for each day which it is of the distinct days, the newest 0; no day (0) is last."""
    rows = {day: row for row, day in enumerate(sorted(set(days), reverse=True))}
    return [rows[day] for day in days]
