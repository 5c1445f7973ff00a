"""Fewer files for each photo, step by step, where an edition has to be small.

Owns the order in which sizes and kinds are given up, and which file of a photo then stands for
the others: every photo keeps at least one. Touches no disk. Called by
:mod:`ocop.fair.pack.pack`.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from ocop.config import PhotoSettings
from ocop.paths import SitePath, SourcePath
from ocop.photos.picture import Picture, Variant

PREVIEWS = "previews"
"""The crops for link previews on the web, which nobody sees on a stick."""

_JPEG, _FOLDER = "jpeg", "photos/"

Dropped = tuple[str, ...]
"""What was given up: ``previews``, a kind such as ``jpeg``, or a width such as ``1600``."""


def steps(settings: PhotoSettings) -> tuple[Dropped, ...]:
    """Return what to give up at each step: nothing first, then what is missed least.

    The old kind of file goes before the last but one width: every browser of the last years reads
    the new one.
    """
    modern = [one for one in settings.formats if one != _JPEG]
    widths = [str(one) for one in sorted(settings.widths, reverse=True)[:-1]]
    if not modern and _JPEG not in settings.formats:
        widths = []
    order = [PREVIEWS, *reversed(modern[1:]), *widths]
    if modern:
        order.insert(len(order) - bool(widths), _JPEG)
    return tuple(tuple(order[:count]) for count in range(len(order) + 1))


def reduced(
    pictures: Mapping[SourcePath, Picture], dropped: Dropped, settings: PhotoSettings
) -> dict[SourcePath, Picture]:
    """Return the pictures without what was given up, by source path."""
    widest = max(one for one in (*settings.widths, 0) if str(one) not in dropped)
    return {source: _reduced(one, dropped, widest) for source, one in pictures.items()}


def left_out(
    kept: Mapping[SitePath, Path],
    full: Mapping[SourcePath, Picture],
    pictures: Mapping[SourcePath, Picture],
    dropped: Dropped,
) -> frozenset[SitePath]:
    """Return those of the files ``kept`` on the disk that ``pictures``, made of ``full``, spare."""
    sizes = {one.path for picture in full.values() for one in picture.variants}
    needed = {one.path for picture in pictures.values() for one in picture.variants}
    crops = (path for path in kept if path.startswith(_FOLDER) and path not in sizes)
    return frozenset(sizes - needed).union(crops if PREVIEWS in dropped else ())


def _reduced(picture: Picture, dropped: Dropped, widest: int) -> Picture:
    if not dropped:
        return picture
    allowed = [one for one in picture.variants if one.format not in dropped]
    allowed = allowed or [picture.fallback]
    fitting = [one for one in allowed if _fits(one, picture, widest)]
    variants = tuple(fitting) or (min(allowed, key=_width),)
    return replace(picture, variants=variants, fallback=_fallback(picture, variants))


def _fits(one: Variant, picture: Picture, widest: int) -> bool:
    """Tell whether a file stays; the one of the old kind does, whatever its width."""
    only = one == picture.fallback and all(
        other == one or other.format != _JPEG for other in picture.variants
    )
    return only or one.width <= widest


def _fallback(picture: Picture, variants: tuple[Variant, ...]) -> Variant:
    if picture.fallback in variants:
        return picture.fallback
    plain = [one for one in variants if one.format == _JPEG]
    return max(plain or variants, key=_width)


def _width(one: Variant) -> int:
    return one.width
