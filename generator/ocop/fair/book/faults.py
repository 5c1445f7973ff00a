"""Why a book could not be made, or not well, as diagnostics.

Owns the codes OCOP600 to OCOP603. Called by :mod:`ocop.fair.book.make`.
"""

from collections.abc import Iterable, Iterator, Sequence

from ocop.diagnostics import Diagnostic
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.fair.book.entries import Data
from ocop.fair.book.pictures import Album
from ocop.fair.book.wish import Wish
from ocop.fair.refused import at_letters, beyond_fit, letters_without_face, refused
from ocop.fair.typeset import NoTypst, Unset
from ocop.pages.site import Site
from ocop.paths import SourcePath

UNFIT, NO_GREETING, COARSE, TOO_COARSE = (f"OCOP60{number}" for number in range(4))

_CONFIG = SourcePath("config.yaml")

_SHARP, _LEAST = 200, 100
"""Dots per inch that look sharp in print, and those below which single squares show."""


def wrong_wish(site: Site) -> Iterator[Diagnostic]:
    """Yield what the settings ask for that the content has not."""
    greeting = site.config.book.greeting
    if greeting and greeting not in site.catalogue.pages:
        yield Diagnostic(NO_GREETING, _CONFIG, args={"id": greeting})


def coarse_photos(
    entries: Iterable[Product | Producer], album: Album, wish: Wish
) -> Iterator[Diagnostic]:
    """Yield the photos that have too few pixels for their place in a book for a print shop."""
    if not wish.press:
        return
    for entry in entries:
        photo = album.photos.get(entry.path)
        if photo and photo.dpi < _SHARP:
            code = COARSE if photo.dpi >= _LEAST else TOO_COARSE
            args = {"dpi": str(photo.dpi), "least": str(_LEAST), "good": str(_SHARP)}
            yield Diagnostic(code, entry.photos[0].file, args=args)


def unset(
    error: NoTypst | Unset, matter: Data, products: Sequence[Product], template: str
) -> Diagnostic:
    """Return why Typst set nothing, at the entry whose text was at fault where that is known."""
    if text := beyond_fit(error):
        named = next((one for one in products if text.startswith(f"{one.id}: ")), None)
        path = named.path if named else _where(text, products)
        return Diagnostic(
            UNFIT, path, args={"text": text.removeprefix(f"{named.id}: " if named else "")}
        )
    if letters := letters_without_face(error):
        paths = {one.id: one.path for one in products}
        told = (one for chapter in matter["chapters"] for one in chapter["products"])
        return at_letters(letters, ((paths[one["id"]], one) for one in told))
    return refused(error, template)


def _where(text: str, products: Sequence[Product]) -> SourcePath:
    """Return the product whose name is ``text``, else the settings, where titles are."""
    return next((one.path for one in products if text in one.name.values()), _CONFIG)
