"""Long lists cut into pages, in a shopper's order.

Owns how many stand on a page, their order and the links between the pages. Must not know what
is listed where. Called by every view that lists.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import cycle, pairwise
from typing import TypeVar

from msgspec import Struct

from ocop.domain.product import Product
from ocop.opened import Row
from ocop.pages.frame import Linker
from ocop.pages.here import Here
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.pages.texts import Texts
from ocop.pages.words import Speaker
from ocop.paths import EntryId, SitePath
from ocop.text import Language, sort_key

PER_PAGE = 48
"""Divides by 2, 3 and 4: the last row of cards is full."""

T = TypeVar("T")


class PageLink(Struct, frozen=True):
    """One page of a list; ``gap`` where others are left out before it."""

    number: int
    href: str
    here: bool
    gap: bool


class Pager(Struct, frozen=True):
    """The ways from one page of a list to the others; no links if there are none."""

    links: tuple[PageLink, ...] = ()
    before: str | None = None
    after: str | None = None


def page_count(items: int) -> int:
    """Return how many pages ``items`` take; an empty list has one, which says so."""
    return max(1, -(-items // PER_PAGE))


def on_page(items: Sequence[T], page: int) -> Sequence[T]:
    """Return the items of ``page``, from 1."""
    return items[(page - 1) * PER_PAGE : page * PER_PAGE]


def pager(items: int, page: int, locate: Callable[[int], SitePath], link: Linker) -> Pager:
    """Return the ways from ``page`` of a list of ``items``; ``locate`` gives pages' addresses."""
    last = page_count(items)
    if last == 1:
        return Pager()
    numbers = nearby(page, last)
    return Pager(
        tuple(
            PageLink(one, link(locate(one)), one == page, one - before > 1)
            for before, one in pairwise((0, *numbers))
        ),
        link(locate(page - 1)) if page > 1 else None,
        link(locate(page + 1)) if page < last else None,
    )


def nearby(page: int, last: int) -> tuple[int, ...]:
    """Return the pages of 1 to ``last`` that ``page`` links to, itself included, in order.

    The first, the last and the two on each side; then the nearest full tens, fifties, hundreds
    and so on, so that every page of a long list is a few steps away without a script. A gap of
    one page is closed by that page.
    """
    found = {1, last, *range(max(1, page - 2), min(last, page + 2) + 1)}
    step, factors = 10, cycle((5, 2))
    while step < last:
        found |= {(page - 1) // step * step or 1, min(last, (page // step + 1) * step)}
        step *= next(factors)
    return tuple(sorted(found | {one + 1 for one in found if one + 2 in found}))


def numbered(t: Texts, title: str, description: str, page: int) -> tuple[str, str]:
    """Return the title and description of a list's page; from the second on both say which."""
    if page == 1:
        return title, description
    title = f"{title}, {t('page', n=page)}"
    return title, f"{title}. {description}"


def everything(here: Here) -> Sequence[Product]:
    """Return all products in the alphabetical order of their names as the reader sees them."""
    products, place = here.site.catalogue.products.values(), by_name(here.speak)
    return here.press.once(("a-z", here.language), lambda: tuple(sorted(products, key=place)))


def by_name(speak: Speaker) -> Callable[[Product], tuple[object, str]]:
    """Return what tells the place of a product in the alphabetical order of a reader."""
    return lambda one: (sort_key(speak.plain(one.name)), one.id)


def order(here: Here) -> Iterable[EntryId]:
    """Return the ids of all products in the order that all lists follow."""
    return here.press.once(("best first", here.language), lambda: _places(here))


def know_order(
    site: Site, language: Language, alphabet: Sequence[EntryId], best: Iterable[EntryId]
) -> None:
    """Take the orders of all products as known, so that none has to be opened for them.

    ``alphabet`` is that of their names, ``best`` has the best first.
    """
    press, places = press_for(site), {key: place for place, key in enumerate(best)}
    press.once(("best first", language), lambda: places)
    press.once(("a-z", language), lambda: Row(alphabet, site.catalogue.products))


def ids_in(found: Sequence[Product]) -> Sequence[EntryId]:
    """Return the ids of products, opening none that is not yet."""
    return found.keys if isinstance(found, Row) else [one.id for one in found]


def best_first(here: Here, products: Iterable[Product]) -> Sequence[Product]:
    """Return products with the most stars shown today first, then by name."""
    places = here.press.once(("best first", here.language), lambda: _places(here))
    if isinstance(products, Row):
        return products.ordered(places.__getitem__)
    return tuple(sorted(products, key=lambda one: places[one.id]))


def _places(here: Here) -> Mapping[EntryId, int]:
    """Return the place of every product in the order of stars and names.

    All lists follow the one order, so the names are compared once, not once for each list.
    """
    ratings = here.site.catalogue.ratings
    ordered = sorted(everything(here), key=lambda one: -(ratings[one.id].stars or 0))
    return {product.id: place for place, product in enumerate(ordered)}


def shelved(here: Here, page: SitePath, found: Iterable[Product]) -> Sequence[Product]:
    """Return ``found``, the products listed on ``page``, best first; ordered once for them all."""
    return here.press.once(("shelf", here.language, page), lambda: best_first(here, found))
