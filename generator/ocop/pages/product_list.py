"""The complete list from A to Z.

Owns its letters. Called by :mod:`ocop.pages.views.products`.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from ocop.domain.product import Product
from ocop.pages import structured
from ocop.pages.alphabet import anchor, initial
from ocop.pages.cards import cards
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.lists import PER_PAGE, everything, numbered, on_page, pager
from ocop.pages.press import press_for
from ocop.pages.render import render
from ocop.pages.site import Site
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.paths import EntryId, SitePath
from ocop.text import Language


class Letter(Struct, frozen=True):
    """The products of a page that stand under one letter."""

    letter: str
    anchor: str
    cards: tuple[Markup, ...]


class LetterLink(Struct, frozen=True):
    """Where a letter begins."""

    letter: str
    href: str


def product_list(here: Here, page: int) -> bytes:
    """Return page ``page``, from 1, of the list."""
    site, t = here.site, here.t
    products = everything(here)
    total = len(products)
    shown = on_page(products, page)
    title = t("products.title")
    titled, described = numbered(t, title, t("products.description", n=total), page)
    head = head_for(
        site,
        here.language,
        here.path,
        title=titled,
        description=described,
        alternates=alternates(site.config, lambda to: to.listing("products", page)),
        structured=(
            structured.item_list(site, title, items(here, shown), (page - 1) * PER_PAGE + 1),
            breadcrumbs(here, (title, here.path)),
        ),
    )
    return render(
        site,
        "pages/products.html",
        head,
        total=total,
        crumbs=here.crumbs((title, here.path)),
        letters=letter_links(here),
        groups=_groups(here, shown),
        pages=pager(total, page, lambda one: here.routes.listing("products", one), here.link),
    )


def letter_links(here: Here) -> tuple[LetterLink, ...]:
    """Return each letter that any name stands under, with the place where it begins."""
    return tuple(
        LetterLink(letter, f"{_address(here, number)}#{anchor(letter)}")
        for letter, number in begins(here).items()
    )


def begins(here: Here) -> Mapping[str, int]:
    """Return for each letter, in order, how many products stand before its first."""
    return here.press.once(("letters", here.language), lambda: _begins(here))


def know_begins(site: Site, language: Language, known: Mapping[str, int]) -> None:
    """Take what :func:`begins` returns as known, so that no product has to be opened for it."""
    press_for(site).once(("letters", language), lambda: known)


def _begins(here: Here) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for number, product in enumerate(everything(here)):
        found.setdefault(letter_of(here, product), number)
    return found


def _address(here: Here, number: int) -> str:
    return here.link(here.routes.listing("products", number // PER_PAGE + 1))


def _groups(here: Here, shown: Sequence[Product]) -> tuple[Letter, ...]:
    return tuple(
        Letter(letter, anchor(letter), cards(here.site, group, here.language, here.path))
        for letter, group in groupby(shown, key=lambda product: letter_of(here, product))
    )


def letter_of(here: Here, product: Product) -> str:
    """Return the letter that a product stands under."""
    return initial(here.speak.plain(product.name))


def items(here: Here, shown: Sequence[Product]) -> tuple[tuple[str, SitePath], ...]:
    """Return names and pages of products, for structured data."""
    known = here.press.once(("items", here.language), lambda: _Items(here))
    return tuple(known[one.id] for one in shown)


class _Items(dict[EntryId, tuple[str, SitePath]]):
    """The name and page of each product in one language, made when a list first has it."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._products, self._speak = here.site.catalogue.products, here.speak
        self._routes = here.routes

    def __missing__(self, entry: EntryId) -> tuple[str, SitePath]:
        name = self._speak.plain(self._products[entry].name)
        self[entry] = found = name, self._routes.entry("products", entry)
        return found
