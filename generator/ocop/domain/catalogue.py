"""The whole catalogue on one day: records, their indexes and today's ratings.

Owns the relations between records. Built by :mod:`ocop.content` only when the content has
no error; drafts are gone before it exists. No I/O, no clock, no templates.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.article import News, Page
from ocop.domain.fair import Fair
from ocop.domain.photo import Photo
from ocop.domain.place import Origin, PlaceEntry
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.domain.rating import rate
from ocop.domain.recognition import Rating
from ocop.domain.taxonomy import SETS
from ocop.paths import EntryId, SourcePath

K = TypeVar("K")
T = TypeVar("T")


class Catalogue(Struct, frozen=True, dict=True):
    """Records by id, in the order of their ids; indexes are made once, when first asked for."""

    today: dt.date
    products: Mapping[EntryId, Product]
    producers: Mapping[EntryId, Producer]
    places: Mapping[str, PlaceEntry]
    fairs: Mapping[EntryId, Fair]
    programmes: Mapping[EntryId, Programme]
    news: Mapping[EntryId, News]
    pages: Mapping[EntryId, Page]

    @property
    def photos(self) -> Iterator[Photo]:
        """Every photo that a page shows."""
        for records in (
            self.products,
            self.producers,
            self.places,
            self.fairs,
            self.news,
            self.pages,
        ):
            for record in records.values():
                yield from record.photos

    @property
    def papers(self) -> Iterator[SourcePath]:
        """Every paper beside an entry that a page links to; those on the web are not ours."""
        for product in self.products.values():
            yield from _beside(one.document for one in product.recognitions)
            yield from _beside(one.file for one in product.certificates)
        for producer in self.producers.values():
            yield from _beside(one.file for one in producer.certificates)
        for programme in self.programmes.values():
            yield from _beside(one.file for one in programme.documents)

    @cached_property
    def ratings(self) -> Mapping[EntryId, Rating]:
        """Today's rating of every product."""
        return {
            product.id: rate(product.recognitions, product.proposed, self.today)
            for product in self.products.values()
        }

    @cached_property
    def by_producer(self) -> Mapping[EntryId, tuple[Product, ...]]:
        """The products of each producer."""
        return _group(self.products.values(), lambda product: product.producers)

    @cached_property
    def by_commune(self) -> Mapping[str, tuple[Product, ...]]:
        """The products of each present commune code."""
        return _group(self.products.values(), lambda product: _known(product.origin.commune_now))

    @cached_property
    def by_province(self) -> Mapping[str, tuple[Product, ...]]:
        """The products of each present province code."""
        return _group(self.products.values(), lambda product: _known(product.origin.province_now))

    @cached_property
    def producers_by_commune(self) -> Mapping[str, tuple[Producer, ...]]:
        """The producers who have their seat in a present commune or make its products."""
        made: dict[EntryId, set[str]] = {}
        for product in self.products.values():
            for maker in product.producers:
                made.setdefault(maker, set()).update(_known(product.origin.commune_now))
        return _group(
            self.producers.values(),
            lambda one: {*made.get(one.id, ()), *_known(one.origin and one.origin.commune_now)},
        )

    @cached_property
    def communes(self) -> frozenset[str]:
        """The codes of the present communes with products or an editor's words."""
        entries = {entry.commune for entry in self.places.values() if entry.commune}
        return frozenset(code for code in {*self.by_commune, *entries} if gazetteer.commune(code))

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The codes of the present provinces in which anything of the catalogue lies."""
        communes = (gazetteer.commune(code) for code in self.communes)
        found = {one.province for one in communes if one}
        found |= {entry.province for entry in self.places.values() if entry.province}
        found |= {origin.province_now for origin in self._origins() if origin.province_now}
        return frozenset(code for code in found if gazetteer.province(code))

    def _origins(self) -> Iterator[Origin]:
        yield from (product.origin for product in self.products.values())
        yield from (one.origin for one in self.producers.values() if one.origin)
        yield from (fair.place for fair in self.fairs.values() if fair.place)
        yield from (programme.area for programme in self.programmes.values())

    @cached_property
    def by_set(self) -> Mapping[int, tuple[Product, ...]]:
        """The products of each of the 26 sets."""
        return _group(self.products.values(), lambda product: (product.set,))

    @cached_property
    def by_industry(self) -> Mapping[str, tuple[Product, ...]]:
        """The products of each of the six industries, ``I`` to ``VI``, set by set."""
        sets = ((one.industry, self.by_set.get(one.number, ())) for one in SETS.values())
        found: dict[str, list[Product]] = {}
        for industry, products in sets:
            found.setdefault(industry, []).extend(products)
        return {industry: tuple(products) for industry, products in found.items()}

    @cached_property
    def whole_year(self) -> int:
        """How many products are made all year round."""
        return sum(product.whole_year for product in self.products.values())

    @cached_property
    def by_stars(self) -> Mapping[int, tuple[Product, ...]]:
        """The products that may show 3, 4 or 5 stars today."""
        return _group(
            self.products.values(), lambda product: _known(self.ratings[product.id].stars)
        )

    @cached_property
    def by_month(self) -> Mapping[int, tuple[Product, ...]]:
        """The products in season in each month; those of the whole year are in none."""
        return _group(self.products.values(), lambda product: product.season)

    @cached_property
    def fairs_of_product(self) -> Mapping[EntryId, tuple[Fair, ...]]:
        """The fairs at which a product is shown, by its booth."""
        return _group(
            self.fairs.values(),
            lambda fair: dict.fromkeys(one for booth in fair.booths for one in booth.products),
        )

    @cached_property
    def fairs_of_producer(self) -> Mapping[EntryId, tuple[Fair, ...]]:
        """The fairs at which a producer has a booth."""
        return _group(
            self.fairs.values(),
            lambda fair: dict.fromkeys(one for booth in fair.booths for one in booth.producers),
        )


def _beside(papers: Iterable[str | None]) -> Iterator[SourcePath]:
    return (SourcePath(one) for one in papers if one and "://" not in one)


def _known(value: T | None) -> tuple[T, ...]:
    return () if value is None else (value,)


def _group(records: Iterable[T], keys: Callable[[T], Iterable[K]]) -> dict[K, tuple[T, ...]]:
    found: dict[K, list[T]] = {}
    for record in records:
        for key in keys(record):
            found.setdefault(key, []).append(record)
    return {key: tuple(group) for key, group in found.items()}
