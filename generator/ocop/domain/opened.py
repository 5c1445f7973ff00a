"""A catalogue of which only what is asked for is opened.

Owns the mappings that stand in for records and their groups when a build knows beforehand that
it needs a few of them. Called by :mod:`ocop.almanac`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

K = TypeVar("K")
T = TypeVar("T")


class Opened(Mapping[K, T], Generic[K, T]):
    """Values by key, in the order of ``keys``; ``open`` gives one, which is kept."""

    def __init__(self, keys: Sequence[K], open_: Callable[[K], T]) -> None:
        self._places = dict.fromkeys(keys)
        self._open = open_
        self._kept: dict[K, T] = {}

    def __getitem__(self, key: K) -> T:
        if key not in self._kept:
            if key not in self._places:
                raise KeyError(key)
            self._kept[key] = self._open(key)
        return self._kept[key]

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[K]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Row(Sequence[T]):
    """Values of which the ``keys`` are known, each opened from ``found`` when it is looked at.

    A part of a row is a row.
    """

    def __init__(self, keys: Sequence[Any], found: Mapping[Any, T]) -> None:
        self.keys = keys
        self._found = found

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> "Row[T]": ...

    def __getitem__(self, at: int | slice) -> "T | Row[T]":
        if isinstance(at, slice):
            return Row(self.keys[at], self._found)
        return self._found[self.keys[at]]

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[T]:
        return map(self._found.__getitem__, self.keys)

    def ordered(self, place: Callable[[Any], Any]) -> "Row[T]":
        """Return the row in the order of what ``place`` tells of a key."""
        return Row(sorted(self.keys, key=place), self._found)
