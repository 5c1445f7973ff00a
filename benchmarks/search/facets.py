"""Counts of facets beside a count by hand over the records.

Owns the count by hand; must not use the index. Called by :mod:`benchmarks.search.run`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from benchmarks.search.queries import Query
from benchmarks.search.records import Record
from ocop.domain.taxonomy import SETS
from ocop.search.engine import Engine

_ALL = 10**9
_BANDS = ((50_000, "0-50"), (100_000, "50-100"), (200_000, "100-200"), (500_000, "200-500"))
_FACETS = ("stars", "set", "province", "commune", "producer", "season", "price", "gift", "industry")


def values(one: Record) -> Mapping[str, tuple[str, ...]]:
    """Return the words of each facet that a record has, as in addresses."""
    place = one.maker.place
    return {
        "stars": (str(one.stars),) if one.date else (),
        "set": (str(one.set),),
        "industry": (SETS[one.set].industry,),
        "province": (place.province,),
        "commune": (place.code,),
        "producer": (one.maker.id,),
        "season": tuple(map(str, one.season)),
        "price": (next((word for end, word in _BANDS if one.price < end), "500-"),),
        "gift": ("1",) if one.gift else (),
    }


def differing(
    engine: Engine, records: Sequence[Record], queries: Sequence[Query], seed: int
) -> Iterator[str]:
    """Yield a line for each facet of a request whose counts are not those by hand."""
    random = Random(seed)
    told = {one.id: values(one) for one in records}
    for query in ("", *(one.text for one in queries)):
        request = {"query": query, "filters": _filters(random, records)}
        found = engine.ask("find", {"query": query, "filters": {}})
        count = found["total"] or found["near"]
        cards = engine.ask("cards", found["documents"][:count])
        hits = [told[one["id"]] for one in cards]
        yield from _compared(engine, request, hits)


def _compared(
    engine: Engine, request: Mapping[str, Any], hits: Sequence[Mapping[str, tuple[str, ...]]]
) -> Iterator[str]:
    answer = engine.ask("facets", request, dict.fromkeys(_FACETS, _ALL))
    for facet in _FACETS:
        shown = {one["value"]: one["count"] for one in answer[facet] if one["count"]}
        others = {name: words for name, words in request["filters"].items() if name != facet}
        counted = Counter(word for hit in hits if _passes(hit, others) for word in hit[facet])
        if shown != counted:
            yield f"{request}: {facet}"


def _passes(hit: Mapping[str, tuple[str, ...]], filters: Mapping[str, Sequence[str]]) -> bool:
    return all(set(words) & set(hit[facet]) for facet, words in filters.items())


def _filters(random: Random, records: Sequence[Record]) -> dict[str, list[str]]:
    """Return words of up to three facets, each of two records."""
    facets = random.sample(_FACETS, random.randint(0, 3))
    chosen: dict[str, list[str]] = {}
    for facet in facets:
        words = {word for one in random.sample(records, 2) for word in values(one)[facet]}
        if words:
            chosen[facet] = sorted(words)
    return chosen
