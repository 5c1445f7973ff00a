"""Mappings and sequences of which only what is asked for is opened.

They stand in for records, their groups and what is kept of them when a build knows beforehand
that it needs a few. Called by :mod:`ocop.almanac` and :mod:`ocop.state.leaves`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

K = TypeVar("K")
T = TypeVar("T")


class Opened(Mapping[K, T], Generic[K, T]):
    """Values by key, in the order of ``keys``; ``open_`` gives one, which is kept."""

    def __init__(self, keys: Iterable[K], open_: Callable[[K], T]) -> None:
        self._keys = dict.fromkeys(keys)
        self._open = open_
        self._kept: dict[K, T] = {}

    def __getitem__(self, key: K) -> T:
        if key not in self._kept:
            if key not in self._keys:
                raise KeyError(key)
            self._kept[key] = self._open(key)
        return self._kept[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


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
