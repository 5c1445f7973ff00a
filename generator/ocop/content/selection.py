"""From checked records to the catalogue that is published.

Owns the only filter for drafts: what is a draft is gone here, with everything that refers
to it, so that no page, list, feed or index has to know. Called by :mod:`ocop.content.load`.
"""

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from ocop.content.records import Records
from ocop.domain.article import News
from ocop.domain.catalogue import Catalogue
from ocop.domain.fair import Booth, Fair
from ocop.domain.product import Product
from ocop.opened import Opened
from ocop.paths import EntryId

R = TypeVar("R")
Ids = tuple[EntryId, ...]


def catalogue_of(records: Records) -> Catalogue:
    """Return the catalogue of ``records``, without its drafts unless they are published."""
    drafts = records.drafts
    products = _published(records.products, drafts)
    producers = _published(records.producers, drafts)
    fairs = _published(records.fairs, drafts)
    places = sorted(records.places.values(), key=lambda place: place.code)
    return Catalogue(
        today=records.today,
        products=_made(products, producers),
        producers=producers,
        places={place.code: place for place in places},
        fairs={key: _fair(one, producers, products) for key, one in fairs.items()},
        programmes=_published(records.programmes, drafts),
        news={
            key: _news(one, products, producers, fairs)
            for key, one in _published(records.news, drafts).items()
        },
        pages=_published(records.pages, drafts),
    )


def _made(
    products: Mapping[EntryId, Product], producers: Mapping[EntryId, object]
) -> Mapping[EntryId, Product]:
    if isinstance(products, Opened):
        return products
    return {key: with_makers(one, producers) for key, one in products.items()}


def _published(records: Mapping[EntryId, R], drafts: bool) -> Mapping[EntryId, R]:
    if isinstance(records, Opened):
        return records  # of those that are published already
    return {
        key: record
        for key, record in sorted(records.items())
        if drafts or not getattr(record, "draft", False)
    }


def _kept(ids: Ids, published: Mapping[EntryId, object]) -> Ids:
    return tuple(one for one in ids if one in published)


def with_makers(product: Product, producers: Mapping[EntryId, object]) -> Product:
    """Return ``product`` with those of its makers that are among the published ``producers``."""
    kept = _kept(product.producers, producers)
    return product if kept == product.producers else replace(product, producers=kept)


def _fair(
    fair: Fair, producers: Mapping[EntryId, object], products: Mapping[EntryId, object]
) -> Fair:
    booths = tuple(
        Booth(booth.number, _kept(booth.producers, producers), _kept(booth.products, products))
        for booth in fair.booths
    )
    return fair if booths == fair.booths else replace(fair, booths=booths)


def _news(
    news: News,
    products: Mapping[EntryId, object],
    producers: Mapping[EntryId, object],
    fairs: Mapping[EntryId, object],
) -> News:
    return replace(
        news,
        products=_kept(news.products, products),
        producers=_kept(news.producers, producers),
        fairs=_kept(news.fairs, fairs),
    )
