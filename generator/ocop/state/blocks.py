"""The paths of a survey as they lie in a memory: some thousand in a block, one after the other.

Owns that form. Called by :mod:`ocop.state.survey`.
"""

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import overload

BLOCK = 2_000
"""Paths of a block, which one process looks at before it asks for more: some 6 ms.

With another number memories are of another form."""


def joined(paths: Sequence[str]) -> Iterator[bytes]:
    """Yield paths in blocks."""
    for at in range(0, len(paths), BLOCK):
        yield os.fsencode("\0".join(paths[at : at + BLOCK]))


def raw(paths: Sequence[str], start: int, end: int) -> list[bytes]:
    """Return some paths as the system has them; quickest of a block, which is as it was read."""
    if isinstance(paths, Blocks) and start % BLOCK == 0 and end - start == BLOCK:
        return paths.raw(start // BLOCK)
    return list(map(os.fsencode, paths[start:end]))


class Blocks(Sequence[str]):
    """Paths in blocks as :func:`joined` gave them; only what is asked for is taken apart.

    Processes that share the looking share that too.
    """

    def __init__(self, blocks: Sequence[bytes | memoryview], count: int) -> None:
        if len(blocks) != -(-count // BLOCK):
            raise ValueError("of another form")
        self._blocks, self._count = blocks, count
        self._read: dict[int, tuple[str, ...]] = {}

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...

    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        if not isinstance(at, slice):
            place = range(self._count)[at]
            return self._block(place // BLOCK)[place % BLOCK]
        start, end, step = at.indices(self._count)
        if start % BLOCK == 0 and end == min(start + BLOCK, self._count) and step == 1:
            return self._block(start // BLOCK)
        return tuple(self[place] for place in range(start, end, step))

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self._block, range(len(self._blocks))))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and (*self,) == (*other,)

    __hash__ = None  # type: ignore[assignment]

    def raw(self, number: int) -> list[bytes]:
        """Return the paths of a block as they were read."""
        return bytes(self._blocks[number]).split(b"\0")

    def _block(self, number: int) -> tuple[str, ...]:
        if number not in self._read:
            self._read[number] = tuple(os.fsdecode(bytes(self._blocks[number])).split("\0"))
        return self._read[number]
