"""A published photo: every file of it, and what a page needs to place it.

Owns the shape between the photo pipeline and the pages.
"""

from msgspec import Struct

from ocop.paths import SitePath, SourcePath


class Variant(Struct, frozen=True):
    """One file of a photo: ``format`` is ``avif``, ``webp`` or ``jpeg``; sizes in pixels."""

    format: str
    width: int
    height: int
    path: SitePath


class Picture(Struct, frozen=True):
    """One photo, upright, in every size; ``width`` × ``height`` is the upright original's.

    ``variants`` are by format then width; ``fallback`` is the JPEG for browsers without the
    modern formats; ``placeholder`` is a tiny blurred ``data:`` image; ``share`` is the
    1200×630 crop for link previews.
    """

    source: SourcePath
    width: int
    height: int
    variants: tuple[Variant, ...]
    fallback: Variant
    placeholder: str
    share: SitePath
