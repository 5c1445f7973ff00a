"""More of what a product is: others of the same maker and commune, and those alike.

Owns which are chosen: each product once, the nearest kinship first. Called by the product view.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from markupsafe import Markup
from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.product import Product
from ocop.pages.alike import Line, line_of
from ocop.pages.cards import cards
from ocop.pages.here import Here
from ocop.pages.lists import ids_in, shelved
from ocop.paths import EntryId, SitePath

MOST = 4
"""Products in a row."""


class Kin(Struct, frozen=True):
    """One row of related products with the page that has them all."""

    title: str
    cards: tuple[Markup, ...]
    href: str


def kin(here: Here, product: Product) -> tuple[Kin, ...]:
    """Return the rows of related products; a row without any is left out."""
    kinds = list(_kinds(here, product))
    listed = [ids_in(shelved(here, path, found)) for _, found, path in kinds]
    titles = [(title, path) for title, _, path in kinds]
    titles.append((here.t("product.more_alike"), here.routes.product_set(product.set)))
    rows = zip(titles, chosen(product.id, listed, line_of(here.site)), strict=True)
    return tuple(_row(here, title, ids, path) for (title, path), ids in rows if ids)


def chosen(
    product: EntryId, listed: Iterable[Iterable[EntryId]], line: Line
) -> list[list[EntryId]]:
    """Return the ids in each row of the page of ``product``.

    ``listed`` are those of its makers and its commune, best first; a row is taken from each of
    them, and one from ``line``.
    """
    seen = {product}
    rows = [_unseen(one, seen) for one in listed]
    return [*rows, line.nearest(product, seen, MOST)]


def _row(here: Here, title: str, ids: Iterable[EntryId], path: SitePath) -> Kin:
    found = map(here.site.catalogue.products.__getitem__, ids)
    return Kin(title, cards(here.site, found, here.language, here.path), here.link(path))


def _unseen(found: Iterable[EntryId], seen: set[EntryId]) -> list[EntryId]:
    """Return the first few of ``found`` that are not in ``seen``, and note them there."""
    taken = list(islice((one for one in found if one not in seen), MOST))
    seen.update(taken)
    return taken


def _kinds(here: Here, product: Product) -> Iterable[tuple[str, Sequence[Product], SitePath]]:
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
