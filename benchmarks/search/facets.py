"""Counts of facets beside a count by hand over the records.

Owns the count by hand; must not use the index. Called by :mod:`benchmarks.search.trial`.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.search.queries import Query
from benchmarks.search.records import Record
from benchmarks.tools.ours import TODAY
from ocop.domain.taxonomy import SETS
from ocop.search.engine import Engine

Words = Mapping[str, tuple[str, ...]]
"""The words of each facet that a record has, as in addresses."""

_ALL = 10**9
_BANDS = ((50_000, "0-50"), (100_000, "50-100"), (200_000, "100-200"), (500_000, "200-500"))
_FACETS = (
    *("stars", "industry", "group", "set", "province", "commune", "producer"),
    *("season", "state", "price", "gift"),
)
_LIFE, _DUE = 3, dt.timedelta(days=180)
"""Years that a certificate is good for, and how long before its end it is due."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many requests were counted by hand, how many of them had hits, and what differs."""

    asked: int
    answered: int
    differing: tuple[str, ...]


def values(one: Record) -> Words:
    """Return the words of each facet that a record has."""
    place, state = one.maker.place, _state(one)
    return {
        "stars": (str(one.stars),) if state in ("valid", "due") else (),
        "state": (state,),
        "set": (str(one.set),),
        "group": (SETS[one.set].group,),
        "industry": (SETS[one.set].industry,),
        "province": (place.province,),
        "commune": (place.code,),
        "producer": (one.maker.id,),
        "season": tuple(map(str, one.season)),
        "price": (next((word for end, word in _BANDS if one.price < end), "500-"),),
        "gift": ("1",) if one.gift else (),
    }


def _state(one: Record) -> str:
    """Return what the certificate is good for on the day that every benchmark takes for today."""
    if one.date is None:
        return "unrated"
    today, end = dt.date.fromisoformat(TODAY), one.date.replace(year=one.date.year + _LIFE)
    if end < today:
        return "expired"
    return "due" if end - today <= _DUE else "valid"


def counted(
    engine: Engine, records: Sequence[Record], queries: Sequence[Query], seed: int
) -> Count:
    """Return how the counts of all facets compare with those by hand.

    Each query is asked with words of up to three facets that its own hits have.
    """
    random = Random(seed)
    told = {one.id: values(one) for one in records}
    answered = 0
    differing: list[str] = []
    texts = ("", *(one.text for one in queries))
    for text in texts:
        hits = _hits(engine, text, told)
        wanted = filters(random, hits)
        answered += any(_passes(hit, wanted) for hit in hits)
        differing += _differing(engine, {"query": text, "filters": wanted}, hits)
    return Count(len(texts), answered, tuple(differing))


def _hits(engine: Engine, text: str, told: Mapping[str, Words]) -> Sequence[Words]:
    """Return the facts of all hits of a query: the exact ones, or else those that are alike."""
    found = engine.ask("find", {"query": text, "filters": {}})
    cards = engine.ask("cards", found["documents"][: found["total"] or found["near"]])
    return [told[one["id"]] for one in cards]


def _differing(engine: Engine, request: Mapping[str, Any], hits: Sequence[Words]) -> Iterator[str]:
    """Yield a line for each facet whose counts are not those by hand."""
    answer = engine.ask("facets", request, dict.fromkeys(_FACETS, _ALL))
    for facet in _FACETS:
        shown = {one["value"]: one["count"] for one in answer[facet] if one["count"]}
        others = {name: words for name, words in request["filters"].items() if name != facet}
        tally = Counter(word for hit in hits if _passes(hit, others) for word in hit[facet])
        if shown != tally:
            yield f"{request}: {facet}"


def _passes(hit: Words, wanted: Mapping[str, Sequence[str]]) -> bool:
    return all(set(words) & set(hit[facet]) for facet, words in wanted.items())


def filters(random: Random, hits: Sequence[Words]) -> dict[str, list[str]]:
    """Return words of up to three facets: all those of one hit, and of another.

    So there is always something left.
    """
    if not hits:
        return {}
    one, other = random.choice(hits), random.choice(hits)
    told = [facet for facet in _FACETS if one[facet]]
    return {
        facet: sorted({*one[facet], *other[facet]})
        for facet in random.sample(told, random.randint(0, 3))
    }
