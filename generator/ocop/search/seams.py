"""Seams: where a shard of rows in the order of their keys ends and the next begins.

Owns the choice. One row more or less moves a few seams and no others: some keys begin a shard
wherever they stand, so that most shards of an index are those of the one before, in a reader's
cache as on the publisher's disk. Called by ``vocabulary`` and ``texts``.
"""

from collections.abc import Iterable, Iterator
from zlib import crc32

_LITTLE = 16
"""The part of a shard up to which it takes any row in."""

_SPAN = 8
"""Shards from one key that begins one wherever it stands to the next, on average."""


def begins(key: str, size: int, filled: int, limit: int) -> bool:
    """Tell whether a row begins a shard after one that ``filled`` characters hold.

    It does if both would fill more than ``limit``, and seldom by its key: as often as it is long,
    which is known by its number of binary digits, as that hardly ever changes. It does not where
    there is hardly anything in the shard: a new short row between two long ones is then no new
    shard, which would number all others anew.
    """
    if filled <= limit // _LITTLE:
        return False
    seam = crc32(key.encode()) % (_SPAN * limit) < 1 << size.bit_length()
    return seam or filled + size > limit


def split(rows: Iterable[tuple[str, int]], limit: int) -> Iterator[list[int]]:
    """Yield the numbers of the rows of each shard; ``rows`` are keys and sizes."""
    shard: list[int] = []
    filled = 0
    for number, (key, size) in enumerate(rows):
        if shard and begins(key, size, filled, limit):
            yield shard
            shard, filled = [], 0
        shard.append(number)
        filled += size
    if shard:
        yield shard
