"""From chosen products to the bytes of a book.

Owns the order of the work: photos, words, setting. Called by :mod:`ocop.cli.book`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ocop.diagnostics import Diagnostic
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.fair.book.matter import matter_of
from ocop.fair.book.paper import paper_for
from ocop.fair.book.pictures import album_for
from ocop.fair.book.wish import Wish
from ocop.fair.typeset import Press, typeset
from ocop.pages.site import Site
from ocop.text import sort_key

Progress = Callable[[str, int, int], None]

_TEMPLATE = "book/book.typ"


@dataclass(frozen=True, slots=True)
class Book:
    """A finished book, or with an error among ``diagnostics`` none."""

    diagnostics: tuple[Diagnostic, ...]
    pdf: bytes = b""
    products: int = 0


def make_book(
    site: Site,
    project: Path,
    products: Sequence[Product],
    wish: Wish,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
) -> Book:
    """Return the book of ``products``: the same bytes for the same content, wish and day."""
    paper = paper_for(wish)
    makers = makers_of(site, products, wish)
    progress("photos", 0, 0)
    album = album_for(
        site,
        project,
        products,
        makers,
        wish,
        paper,
        jobs,
        lambda done, total: progress("photos", done, total),
    )
    progress("setting", 0, 0)
    matter = matter_of(site, products, makers, wish, album)
    press = Press(
        _TEMPLATE, matter, album.files, site.templates, site.catalogue.today, not wish.press
    )
    return Book((), typeset(press), len(products))


def makers_of(site: Site, products: Sequence[Product], wish: Wish) -> tuple[Producer, ...]:
    """Return who made ``products``, in the alphabetical order of the first language."""
    first = wish.languages[0]
    makers = {one: site.catalogue.producers[one] for each in products for one in each.producers}

    def name(maker: Producer) -> str:
        return maker.name.get(first) or next(iter(maker.name.values()))

    return tuple(sorted(makers.values(), key=lambda one: (sort_key(name(one)), one.id)))
