"""Clusters: which words share a shard.

Owns the choice. Words that stand together in names ("hợp tác xã", "Krông Pắc") are searched
together, so that they are worth one request; a word alone is not worth one of its own. Knows
rows by number and size only. Called by ``vocabulary``.
"""

from collections.abc import Mapping, Sequence

Pair = tuple[int, int]
"""The rows of two words, the lower first."""

_SELDOM = 6
"""Times side by side from which on words belong together: a list of homes costs bytes too."""

_ALIKE = 0.7
"""The part of a word's documents from which on another word beside it is nearly the same word.

Their rows are so alike that compression takes one of them away, and the limit does not count.
"""

_MOST = 7
"""How many times the limit such words may fill."""


def clusters(
    sizes: Sequence[int],
    documents: Sequence[int],
    together: Mapping[Pair, int],
    limit: int,
) -> list[list[int]]:
    """Return the rows of each group, in the order of the groups' first rows.

    A group fills at most ``limit`` characters, or more if it is one row or if its words hardly ever
    stand alone. ``sizes`` (characters) and ``documents`` are by row; ``together`` tells how
    many times two words stand next to each other.
    """
    joined = _Joined(sizes)
    often = [pair for pair, times in together.items() if times >= _SELDOM]
    for pair in sorted(often, key=lambda pair: (-_likeness(pair, documents, together), pair)):
        alike = together[pair] >= _ALIKE * max(documents[row] for row in pair)
        joined.join(*pair, limit * _MOST if alike else limit)
    return [sorted(joined.groups[first]) for first in sorted(joined.groups)]


def _likeness(pair: Pair, documents: Sequence[int], together: Mapping[Pair, int]) -> float:
    """Return how many of the documents of two words have them side by side: at most about 1."""
    beside = together[pair]
    return beside / max(1, documents[pair[0]] + documents[pair[1]] - beside)


class _Joined:
    """Groups of rows that are to stay together; each is named by its lowest row."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.groups = {row: [row] for row in range(len(sizes))}
        self._sizes = list(sizes)
        self._home = list(range(len(sizes)))

    def join(self, one: int, other: int, limit: int) -> None:
        """Make two rows stay together unless their groups would fill more than ``limit``."""
        first, second = sorted((self._home[one], self._home[other]))
        filled = self._sizes[first] + self._sizes[second]
        if first == second or filled > limit:
            return
        moved = self.groups.pop(second)
        self.groups[first] += moved
        self._sizes[first] = filled
        for row in moved:
            self._home[row] = first
