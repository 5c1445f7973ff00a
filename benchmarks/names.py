"""Names and ids of invented things, none of them given twice.

Called by the makers of producers and products.
"""

from collections.abc import Mapping
from itertools import count
from typing import Any

from ocop.domain.short_code import computed
from ocop.text import slugify

Words = Mapping[str, Any]
"""The lists of ``words.yaml``."""


class Names:
    """Remembers what is taken."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._shorts: set[str] = set()
        self._names: set[tuple[str, str]] = set()
        self._numbers = count(1)

    def next_number(self) -> int:
        """Return the next number that nothing has yet."""
        return next(self._numbers)

    def id_for(self, name: str) -> str:
        """Return an id made from a name, numbered from the second of its kind on."""
        base = slugify(name)[:70].strip("-")
        for number in count(self._ids.get(base, 0) + 1):
            found = base if number == 1 else f"{base}-{number}"
            # Two ids with one short code would need a ``short:``, as one of 20,000 does.
            if (short := computed(found)) not in self._shorts:
                break
        self._ids[base] = number
        self._shorts.add(short)
        return found

    def is_new(self, name: str, place: str) -> bool:
        """Take a name in a commune, and tell whether it was free."""
        known = (name, place) in self._names
        self._names.add((name, place))
        return not known
