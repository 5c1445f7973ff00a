"""A vocabulary and its rows, in shards.

Owns the head that lists keys, weights and shards. Must not know what the rows hold. Called by
``index`` for the words of fields and for those of texts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ocop.search.clusters import Pair, clusters
from ocop.search.files import Put, mark, put
from ocop.search.numbers import digits, front_coded, listed
from ocop.search.seams import split

Weighed = tuple[object, int, int]
"""A row, how many characters it takes, and how many documents it holds."""


class Vocabulary(Struct, frozen=True):
    """``keys`` in order, a weight for each, and the shards; ``layout`` tells which has which."""

    keys: tuple[str, ...]
    weights: tuple[int, ...]
    layout: Mapping[str, str]
    shards: tuple[Put, ...]

    def head(self, *, bundled: bool) -> dict[str, object]:
        """Return what tells a reader of the vocabulary which shard a key is in."""
        return {
            "keys": front_coded(self.keys),
            "weights": digits(self.weights),
            **self.layout,
            "shardHashes": "" if bundled else "".join(map(mark, self.shards)),
        }


def code_units(key: str) -> bytes:
    """Return what puts keys in the order in which JavaScript compares strings."""
    return key.encode("utf-16-be")


def in_order(keys: Iterable[str]) -> list[str]:
    """Return keys in the order in which JavaScript compares strings."""
    return sorted(keys, key=code_units)


def clustered(
    kind: str, rows: Mapping[str, Weighed], together: Mapping[Pair, int], limit: int
) -> Vocabulary:
    """Return rows by key, given in order, in shards of words that stand together.

    ``together`` tells how many times two rows, by number, stand next to each other.
    """
    keys = list(rows)
    sizes = [size for _, size, _ in rows.values()]
    documents = [count for _, _, count in rows.values()]
    groups = clusters(sizes, documents, together, limit)
    filled = [(keys[group[0]], sum(sizes[row] for row in group)) for group in groups]
    shards = [
        sorted(row for number in shard for row in groups[number]) for shard in split(filled, limit)
    ]
    return _vocabulary(kind, rows, shards, {"homes": listed(_homes(shards))})


def consecutive(kind: str, rows: Mapping[str, Weighed], limit: int) -> Vocabulary:
    """Return rows by key, given in order, in shards of ``limit`` characters or of one row."""
    shards = list(split(((key, size) for key, (_, size, _) in rows.items()), limit))
    return _vocabulary(kind, rows, shards, {"shards": listed(map(len, shards))})


def _homes(shards: Sequence[Sequence[int]]) -> Iterator[int]:
    """Yield for each row how many shards back from the next new one its own is, which is 0."""
    homes = {row: number for number, shard in enumerate(shards) for row in shard}
    new = 0
    for row in range(len(homes)):
        yield new - homes[row]
        new = max(new, homes[row] + 1)


def _vocabulary(
    kind: str,
    rows: Mapping[str, Weighed],
    shards: Sequence[Sequence[int]],
    layout: Mapping[str, str],
) -> Vocabulary:
    values = [value for value, _, _ in rows.values()]
    return Vocabulary(
        keys=tuple(rows),
        weights=tuple(documents.bit_length() - 1 for _, _, documents in rows.values()),
        layout=layout,
        shards=tuple(
            put(kind, number, [values[row] for row in shard]) for number, shard in enumerate(shards)
        ),
    )
