"""How well answers fit: success at 1 and 10, and the mean reciprocal rank.

Called by :mod:`benchmarks.search.run` and :mod:`benchmarks.search.report`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.search.queries import Query

ALL = "all"


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1: a right answer first, among the first ten, and the mean of 1/rank."""

    queries: int
    first: float
    ten: float
    rank: float


def scores(
    queries: Sequence[Query], answers: Sequence[Sequence[int]], size: int
) -> Mapping[str, Score]:
    """Return the score of each class and of all; answers are numbers of records, ``size`` many."""
    ranks: dict[str, list[int]] = {}
    for query, answer in zip(queries, answers, strict=True):
        ranks.setdefault(query.kind, []).append(_rank(query, answer, size))
    ranks[ALL] = [rank for found in ranks.values() for rank in found]
    return {kind: _score(found) for kind, found in ranks.items()}


def _rank(query: Query, answer: Sequence[int], size: int) -> int:
    """Return the place of the first right answer from 1, or 0 for none."""
    right = {one for one in query.right if one < size}
    return next((place for place, one in enumerate(answer[:10], 1) if one in right), 0)


def _score(ranks: Sequence[int]) -> Score:
    count = len(ranks)
    return Score(
        count,
        sum(one == 1 for one in ranks) / count,
        sum(one > 0 for one in ranks) / count,
        sum(1 / one for one in ranks if one) / count,
    )
