"""What is measured of many questions, and in which order.

Owns the order, the same for every search, so that what a search is too slow to be asked is not
always the same kind of question. Called by the modules of :mod:`benchmarks.search` that measure.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Generic, TypeVar

from benchmarks.search.queries import Query

_SEED = 20_261_123
_SHORTEST = 2
"""Letters from which on each one more is a question."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sample(Generic[T]):
    """What was found of the first questions in order, and how many there were to ask."""

    found: tuple[T, ...]
    of: int


def some(queries: Sequence[Query], count: int) -> list[str]:
    """Return about ``count`` of the queries, evenly from all classes, shuffled."""
    every = max(1, len(queries) // count)
    return shuffled([one.text for one in queries[every // 2 :: every]])


def letters(queries: Sequence[str]) -> list[str]:
    """Return the beginnings of all queries, each once, shuffled."""
    return shuffled(list(dict.fromkeys(begun for one in queries for begun in beginnings(one))))


def beginnings(query: str) -> list[str]:
    """Return the query as far as it is typed, letter by letter."""
    return [query[:length] for length in range(_SHORTEST, len(query) + 1)]


def shuffled(texts: Sequence[str]) -> list[str]:
    """Return texts in an order that is the same at every call and for every search."""
    return Random(_SEED).sample(texts, len(texts))


def within(questions: Iterable[T], seconds: float) -> Iterator[T]:
    """Yield the first question, and the others until the time is over."""
    end = time.monotonic() + seconds
    for number, one in enumerate(questions):
        if number and time.monotonic() > end:
            return
        yield one
