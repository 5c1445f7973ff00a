"""From chosen products to the pages of a book.

Owns the order of the work: photos, words, setting. Called by :mod:`ocop.cli.book`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct

from ocop.diagnostics import Diagnostic, has_errors
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.fair.book.faults import coarse_photos, unset, wrong_wish
from ocop.fair.book.matter import matter_of
from ocop.fair.book.paper import BLEED, paper_for
from ocop.fair.book.pictures import album_for
from ocop.fair.book.wish import Wish
from ocop.fair.typeset import NoTypst, Press, Unset, pieces
from ocop.pages.site import Site
from ocop.text import sort_key

Progress = Callable[[str, int, int], None]

_TEMPLATE = "book/book.typ"


class Book(Struct, frozen=True):
    """A book that is set: its PDF piece by piece, None with an error among ``diagnostics``."""

    diagnostics: tuple[Diagnostic, ...]
    pdf: Iterable[bytes] | None = None


def make_book(
    site: Site,
    project: Path,
    products: Sequence[Product],
    wish: Wish,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
) -> Book:
    """Return the book of ``products``: the same bytes for the same content, wish and day."""
    faults = tuple(wrong_wish(site))
    if has_errors(faults):
        return Book(faults)
    makers = makers_of(site, products, wish)
    paper = paper_for(wish)
    progress("photos", 0, 0)
    album = album_for(
        site, project, products, makers, wish, paper, jobs,
        lambda done, total: progress("photos", done, total),
    )  # fmt: skip
    faults = tuple(coarse_photos((*products, *makers), album, wish))
    if has_errors(faults):
        return Book(faults)
    progress("book", 0, 0)
    matter = matter_of(site, products, makers, wish, album)
    day, bleed = site.catalogue.today, BLEED if wish.press else 0
    press = Press(_TEMPLATE, matter, album.files, site.templates, day, bleed=bleed)
    try:
        return Book(faults, _begun(pieces(press)))
    except (NoTypst, Unset) as error:
        return Book((*faults, unset(error, matter, products, _TEMPLATE)))


def makers_of(site: Site, products: Sequence[Product], wish: Wish) -> tuple[Producer, ...]:
    """Return who made ``products``, in the alphabetical order of the first language."""
    first = wish.languages[0]
    makers = {one: site.catalogue.producers[one] for each in products for one in each.producers}

    def name(maker: Producer) -> str:
        return maker.name.get(first) or next(iter(maker.name.values()))

    return tuple(sorted(makers.values(), key=lambda one: (sort_key(name(one)), one.id)))


def _begun(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Return the same parts, of which the first is there: whatever can fail has been done."""
    return chain((next(parts),), parts)
