"""A vocabulary and its rows, split into shards.

Owns the head that lists keys, weights and shards, and how many rows a shard holds. Must not
know what the rows hold. Called by ``index`` for the words of fields and for those of texts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ocop.search.files import Put, mark, put
from ocop.search.numbers import digits, front_coded, listed

Weighed = tuple[object, int, int]
"""A row, how many characters it takes, and how many documents it holds."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``keys`` in order, a weight for each, how many rows each shard holds, and the shards."""

    keys: tuple[str, ...]
    weights: tuple[int, ...]
    sizes: tuple[int, ...]
    shards: tuple[Put, ...]

    def head(self, *, bundled: bool) -> dict[str, object]:
        """Return what tells a reader of the vocabulary which shard a key is in."""
        return {
            "keys": front_coded(self.keys),
            "weights": digits(self.weights),
            "shards": listed(self.sizes),
            "shardHashes": "" if bundled else "".join(map(mark, self.shards)),
        }


def in_order(keys: Iterable[str]) -> list[str]:
    """Return keys in the order in which JavaScript compares strings."""
    return sorted(keys, key=lambda key: key.encode("utf-16-be"))


def vocabulary(kind: str, rows: Mapping[str, Weighed], limit: int) -> Vocabulary:
    """Return rows by key, given in order, in shards of ``limit`` characters or of one row."""
    groups = list(_split([size for _, size, _ in rows.values()], limit))
    values = [value for value, _, _ in rows.values()]
    starts = [sum(groups[:number]) for number in range(len(groups))]
    return Vocabulary(
        keys=tuple(rows),
        weights=tuple(documents.bit_length() - 1 for _, _, documents in rows.values()),
        sizes=tuple(groups),
        shards=tuple(
            put(kind, number, values[start : start + size])
            for number, (start, size) in enumerate(zip(starts, groups, strict=True))
        ),
    )


def _split(sizes: Sequence[int], limit: int) -> Iterator[int]:
    """Yield how many of the rows that follow stand in one shard."""
    taken = filled = 0
    for size in sizes:
        if taken and filled + size > limit:
            yield taken
            taken = filled = 0
        taken += 1
        filled += size
    if taken:
        yield taken
