"""The words of texts in an index that lies there: changed row by row, split as if made anew.

Owns which shards that touches: those that hold a changed row, and those after it until the split
meets the old one again. Must not know files. Called by ``retold``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import Any

from msgspec import Struct

from ocop.search.numbers import ascending, digits, front_coded, listed
from ocop.search.seams import begins
from ocop.search.stored import ascending_of, numbers_of, weights_of, words_of
from ocop.search.vocabulary import code_units


class Said(Struct, frozen=True):
    """What the texts of a document say no more, and what they say now, as keys."""

    gone: AbstractSet[str]
    come: AbstractSet[str]


class Row(Struct, frozen=True):
    """A key, its weight, and its documents as they are written."""

    key: str
    weight: int
    written: str


Shard = int | Sequence[Row]
"""The number of a shard that is as it was, or the rows of one that is not."""


class Texts:
    """The vocabulary of texts that an index has; ``head`` as it stands in the text entry."""

    def __init__(
        self, head: Mapping[str, Any], shard: Callable[[int], Sequence[str]], limit: int
    ) -> None:
        """Take what there is; ``shard`` is asked for the rows of those that have to be known."""
        self._written, self._limit = shard, limit
        self._keys = words_of(head["keys"])
        self._weights = weights_of(head["weights"])
        self._ends = list(accumulate(numbers_of(head["shards"])))

    def rows(self, number: int) -> list[Row]:
        """Return the rows of a shard as they were; none where there is no shard yet."""
        if number >= len(self._ends):
            return []
        known = slice(self._ends[number - 1] if number else 0, self._ends[number])
        keys, weights = self._keys[known], self._weights[known]
        return list(map(Row, keys, weights, self._written(number)))

    def retold(self, told: Mapping[int, Said]) -> list[Shard]:
        """Return the shards of the vocabulary in which documents, by number, say other words."""
        changed: dict[int, list[Row]] = {}
        for key, documents in _by_key(told).items():
            number = self._shard_of(key)
            if number not in changed:
                changed[number] = self.rows(number)
            changed[number] = _with_row(changed[number], key, documents)
        return list(self._split(changed))

    def head(self, shards: Sequence[Shard], hashes: Sequence[str]) -> dict[str, object]:
        """Return what the text entry says of ``shards``."""
        rows = [row for one in shards for row in self._told_of(one)]
        return {
            "keys": front_coded([key for key, _ in rows]),
            "weights": digits(weight for _, weight in rows),
            "shards": listed(len(self._told_of(one)) for one in shards),
            "shardHashes": "".join(hashes),
        }

    def _told_of(self, shard: Shard) -> list[tuple[str, int]]:
        """Return the keys and weights of a shard."""
        if not isinstance(shard, int):
            return [(row.key, row.weight) for row in shard]
        known = slice(self._ends[shard - 1] if shard else 0, self._ends[shard])
        return list(zip(self._keys[known], self._weights[known], strict=True))

    def _shard_of(self, key: str) -> int:
        row = bisect_left(self._keys, code_units(key), key=code_units)
        return min(bisect_right(self._ends, row), max(len(self._ends) - 1, 0))

    def _split(self, changed: Mapping[int, Sequence[Row]]) -> Generator[Shard, None, None]:
        at = 0
        for number in sorted(changed):
            if number >= at:
                start = max(number - 1, at)  # the shard before may take its first row in
                yield from range(at, start)
                at = yield from self._split_from(start, changed)
        yield from range(at, len(self._ends))

    def _split_from(
        self, start: int, changed: Mapping[int, Sequence[Row]]
    ) -> Generator[Shard, None, int]:
        """Yield shards from ``start`` on; return the number of the one that is as it was again."""
        taken: list[Row] = []
        filled = 0
        end = max(len(self._ends), 1)
        for number in range(start, end):
            rows = changed[number] if number in changed else self.rows(number)
            for place, row in enumerate(rows):
                if taken and begins(row.key, len(row.written), filled, self._limit):
                    yield taken
                    taken, filled = [], 0
                    if place == 0 and number not in changed:
                        return number
                taken.append(row)
                filled += len(row.written)
        if taken:
            yield taken
        return end


def _by_key(told: Mapping[int, Said]) -> dict[str, dict[int, bool]]:
    """Return for each key which documents say it now and which no more."""
    changes: dict[str, dict[int, bool]] = {}
    for document, said in told.items():
        for keys, is_said in ((said.gone, False), (said.come, True)):
            for key in keys:
                changes.setdefault(key, {})[document] = is_said
    return changes


def _with_row(rows: Sequence[Row], key: str, documents: Mapping[int, bool]) -> list[Row]:
    """Return ``rows`` with other documents for a key, in its place."""
    at = bisect_left(rows, code_units(key), key=lambda row: code_units(row.key))
    there = at < len(rows) and rows[at].key == key
    known = set(ascending_of(rows[at].written)) if there else set()
    known |= {one for one, is_said in documents.items() if is_said}
    known -= {one for one, is_said in documents.items() if not is_said}
    new = [Row(key, len(known).bit_length() - 1, ascending(sorted(known)))] if known else []
    return [*rows[:at], *new, *rows[at + there :]]
