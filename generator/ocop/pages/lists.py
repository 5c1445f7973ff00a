"""Long lists cut into pages, in a shopper's order.

Owns how many stand on a page, their order and the links between the pages. Must not know what
is listed where. Called by every view that lists.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from ocop.domain.catalogue import Catalogue
from ocop.domain.product import Product
from ocop.pages.frame import Linker
from ocop.pages.here import Here
from ocop.pages.texts import Texts
from ocop.pages.words import Speaker
from ocop.paths import SitePath
from ocop.text import sort_key

PER_PAGE = 48
"""Divides by 2, 3 and 4: the last row of cards is full."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of a list."""

    number: int
    href: str
    here: bool


def page_count(items: int) -> int:
    """Return how many pages ``items`` take; an empty list has one, which says so."""
    return max(1, -(-items // PER_PAGE))


def on_page(items: Sequence[T], page: int) -> Sequence[T]:
    """Return the items of ``page``, from 1."""
    return items[(page - 1) * PER_PAGE : page * PER_PAGE]


def pager(
    items: int, page: int, locate: Callable[[int], SitePath], link: Linker
) -> tuple[PageLink, ...]:
    """Return the links to all pages of a list of ``items``; ``locate`` gives their addresses."""
    numbers = range(1, page_count(items) + 1)
    return tuple(PageLink(one, link(locate(one)), one == page) for one in numbers)


def numbered(t: Texts, title: str, description: str, page: int) -> tuple[str, str]:
    """Return the title and description of a list's page; from the second on both say which."""
    if page == 1:
        return title, description
    title = f"{title}, {t('page', n=page)}"
    return title, f"{title}. {description}"


def by_name(products: Iterable[Product], speak: Speaker) -> tuple[Product, ...]:
    """Return products in the alphabetical order of their names as the reader sees them."""
    return tuple(sorted(products, key=lambda one: (alphabetical(speak.plain(one.name)), one.id)))


def best_first(
    products: Iterable[Product], catalogue: Catalogue, speak: Speaker
) -> tuple[Product, ...]:
    """Return products with the most stars shown today first, then by name."""
    named = by_name(products, speak)
    return tuple(sorted(named, key=lambda one: -(catalogue.ratings[one.id].stars or 0)))


def shelved(here: Here, page: SitePath, found: Iterable[Product]) -> tuple[Product, ...]:
    """Return ``found``, the products listed on ``page``, best first; ordered once for them all."""
    key = ("shelf", here.language, page)
    return here.press.once(key, lambda: best_first(found, here.site.catalogue, here.speak))


@lru_cache(maxsize=65_536)
def alphabetical(name: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return the sort key of a name, kept because every list needs it again."""
    return sort_key(name)
