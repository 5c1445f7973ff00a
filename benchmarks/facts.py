"""The facts of an invented catalogue, the same for every generator that builds it.

Owns the shapes. Knows no generator's files; :mod:`benchmarks.corpus` makes them, the modules of
:mod:`benchmarks.tools` write them down.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A present commune, by the names and codes of the list since July 2025.

    ``bare`` is its name without the kind; ``authority`` signs its province's awards.
    """

    code: str
    name: str
    bare: str
    province: str
    province_name: str
    authority: str


@dataclass(frozen=True, slots=True)
class Producer:
    """Who makes products; ``kind`` is a key of the project's producer kinds."""

    id: str
    name: str
    kind: str
    representative: str
    phone: str
    email: str
    place: Place
    founded: int
    story: str


@dataclass(frozen=True, slots=True)
class Product:
    """One product; ``story`` is Markdown in which ``producer:ID`` is a link to its producer."""

    id: str
    name: str
    summary: str
    set: int
    producer: str
    place: Place
    stars: int
    date: dt.date
    decision: str
    authority: str
    price: int
    unit: str
    pack: str
    ingredients: tuple[str, ...]
    taste: str
    use: str
    storage: str
    shelf_life: str
    capacity: str
    gift: bool
    season: tuple[int, ...]
    certificates: tuple[str, ...]
    gtin: str
    tags: tuple[str, ...]
    story: str

    @property
    def expires(self) -> dt.date:
        """Three years after the award (all awards are before the 29th of their month)."""
        return self.date.replace(year=self.date.year + 3)


@dataclass(frozen=True, slots=True)
class Corpus:
    """A whole catalogue, products and producers by their ids."""

    products: Mapping[str, Product]
    producers: Mapping[str, Producer]
    sets: Mapping[int, str]
    provinces: Mapping[str, str]

    @property
    def places(self) -> Mapping[str, Place]:
        """The communes that producers come from, by code."""
        return {one.place.code: one.place for one in self.producers.values()}
