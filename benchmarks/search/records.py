"""What the search benchmark searches: invented products with real places.

Owns the shape. Called by all modules of :mod:`benchmarks.search`.
"""

import datetime as dt
from dataclasses import dataclass

from benchmarks.facts import Producer


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a product comes from, as its certificate says, and by the list since July 2025.

    ``commune``, ``district`` (empty on new certificates) and ``province`` carry their kinds;
    ``places`` are the names of all units, former and present, without kinds.
    """

    commune: str
    district: str
    province: str
    now: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One product; ``noun`` is what it is, the beginning of its name. ``date`` None: unrated."""

    id: str
    name: str
    noun: str
    summary: str
    set: int
    maker: Producer
    origin: Origin
    stars: int
    date: dt.date | None
    price: int
    gift: bool
    season: tuple[int, ...]
    story: str
