"""More of what a product is: others of the same maker and commune, and those alike.

Owns which are chosen: each product once, the nearest kinship first. Called by the product view.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ocop.domain import gazetteer
from ocop.domain.product import Product
from ocop.pages.alike import line_of
from ocop.pages.cards import cards
from ocop.pages.here import Here
from ocop.pages.lists import shelved
from ocop.paths import EntryId, SitePath

MOST = 4
"""Products in a row."""


@dataclass(frozen=True, slots=True)
class Kin:
    """One row of related products with the page that has them all."""

    title: str
    cards: tuple[Markup, ...]
    href: str


def kin(here: Here, product: Product) -> tuple[Kin, ...]:
    """Return the rows of related products; a row without any is left out."""
    seen = {product.id}
    rows: list[Kin] = []
    for title, found, path in _kinds(here, product):
        chosen = _unseen(shelved(here, path, found), seen)
        if chosen:
            rows.append(_row(here, title, chosen, path))
    if near := line_of(here.site).nearest(product.id, seen, MOST):
        alike = [here.site.catalogue.products[one] for one in near]
        path = here.routes.product_set(product.set)
        rows.append(_row(here, here.t("product.more_alike"), alike, path))
    return tuple(rows)


def _row(here: Here, title: str, chosen: Iterable[Product], path: SitePath) -> Kin:
    made = cards(here.site, chosen, here.language, here.path)
    return Kin(title, made, here.link(path))


def _unseen(found: Iterable[Product], seen: set[EntryId]) -> list[Product]:
    """Return the first few of ``found`` that are not in ``seen``, and note them there."""
    chosen: list[Product] = []
    for one in found:
        if one.id not in seen:
            chosen.append(one)
            seen.add(one.id)
            if len(chosen) == MOST:
                break
    return chosen


def _kinds(here: Here, product: Product) -> Iterable[tuple[str, tuple[Product, ...], SitePath]]:
    t, catalogue = here.t, here.site.catalogue
    for producer in product.producers:
        path = here.routes.entry("producers", producer)
        yield _makers_row(here, product, producer), catalogue.by_producer.get(producer, ()), path
    code = product.origin.commune_now
    commune = gazetteer.commune(code) if code else None
    if code and commune:
        title = t("product.more_commune", place=commune.full_name)
        yield title, catalogue.by_commune.get(code, ()), here.routes.place(code)


def _makers_row(here: Here, product: Product, producer: EntryId) -> str:
    """Return the title of a maker's row; of several makers each row names its own."""
    if len(product.producers) == 1:
        return here.t("product.more_producer")
    name = here.speak.plain(here.site.catalogue.producers[producer].name)
    return here.t("product.more_by", name=name)
