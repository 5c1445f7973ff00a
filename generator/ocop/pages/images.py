"""Photos as a page places them.

Owns srcset, focal point classes and the choice of sizes. Must not know pages. Called by
``cards`` and the views.
"""

from collections.abc import Callable, Mapping
from itertools import groupby

from msgspec import Struct

from ocop.domain.photo import Photo
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.photos.picture import Picture
from ocop.text import Language, localise

SIZES: Mapping[str, str] = {
    "card": "(min-width: 75em) 17rem, (min-width: 45em) 31vw, 44vw",
    "hero": "(min-width: 75em) 42rem, (min-width: 56em) 58vw, 88vw",
    "tile": "(min-width: 56em) 20rem, 92vw",
    "showpiece": "(min-width: 75em) 20rem, (min-width: 60em) 26vw, 44vw",
    "thumb": "5.5rem",
}
"""What ``sizes`` says for each place that a photo stands in; a little less than the whole width of
a phone, lest a screen of 1.75 pixels a point takes a file of twice the bytes for a tenth more."""


class Image(Struct, frozen=True):
    """One photo with every address; ``language`` is that of its words if not the page's."""

    src: str
    sources: tuple[tuple[str, str], ...]
    sizes: str
    width: int
    height: int
    placeholder: str
    focus: str
    alt: str
    caption: str
    language: Language | None
    credit: str | None
    large: str
    eager: bool


def image(
    site: Site,
    photo: Photo,
    language: Language,
    link: Callable[[SitePath], str],
    place: str = "card",
    *,
    eager: bool = False,
) -> Image | None:
    """Return a photo as it stands in ``place``, a key of ``SIZES``; None if not published."""
    picture = site.pictures.get(photo.file)
    if picture is None:
        return None
    alt, spoken = localise(photo.alt, language, site.config.language)
    return Image(
        src=link(picture.fallback.path),
        sources=_sources(picture, link),
        sizes=SIZES[place],
        width=picture.width,
        height=picture.height,
        placeholder=picture.placeholder,
        focus=focus_of(photo),
        alt=alt,
        caption=localise(photo.caption, language, site.config.language)[0],
        language=None if spoken == language else spoken,
        credit=photo.credit,
        large=link(max(picture.variants, key=lambda one: one.width, default=picture.fallback).path),
        eager=eager,
    )


def _sources(picture: Picture, link: Callable[[SitePath], str]) -> tuple[tuple[str, str], ...]:
    modern = [one for one in picture.variants if one.format != "jpeg"]
    return tuple(
        (f"image/{name}", ", ".join(f"{link(one.path)} {one.width}w" for one in group))
        for name, group in groupby(modern, key=lambda one: one.format)
    )


def focus_of(photo: Photo) -> str:
    """Return the style classes of a focal point; none for the middle."""
    if photo.focus is None:
        return ""
    return f"fx-{photo.focus[0]} fy-{photo.focus[1]}"
