"""The book's measures: sheets, frames of photos, and how large type stands on each.

Owns millimetres. Knows no product. Called by its siblings.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, to_builtins

from ocop.config import PaperSize
from ocop.fair.book.wish import Wish
from ocop.fair.print_photos import Frame

Shape = Literal["tall", "wide", "half", "quarter"]

_SIZES: Mapping[PaperSize, tuple[float, float]] = {
    "a4": (210, 297),
    "a5": (148, 210),
    "square": (210, 210),
}
_SCALES: Mapping[PaperSize, float] = {"a4": 1.0, "a5": 0.8, "square": 0.92}
_COLUMNS: Mapping[PaperSize, int] = {"a4": 3, "a5": 2, "square": 3}

BLEED = 3
"""Millimetres by which what reaches the edge goes beyond it, so that no white is left."""

SLUG = 9
"""Millimetres of sheet around the page for a print shop: bleed and marks for the knife."""

PRESS_DPI, SCREEN_DPI = 300, 110
_PRESS_QUALITY, _SCREEN_QUALITY = 88, 68


class Paper(Struct, frozen=True):
    """The measures in millimetres; ``scale`` is of type, ``plain`` the share of a woven page."""

    width: float
    height: float
    bleed: float
    slug: float
    scale: float
    margin: float
    gap: float
    foot: float
    qr: float
    plain: float
    columns: int
    each: int
    shape: Shape
    photo: Frame

    def data(self) -> Mapping[str, object]:
        """Return the measures as the template takes them."""
        plain: Mapping[str, object] = to_builtins(self)
        return plain


def paper_for(wish: Wish) -> Paper:
    """Return the measures of a book."""
    width, height = _SIZES[wish.size]
    scale, bleed = _SCALES[wish.size], BLEED if wish.press else 0
    margin, gap = round(17 * scale, 1), round(9 * scale, 1)
    shape = _shape(wish)
    return Paper(
        width=width,
        height=height,
        bleed=bleed,
        slug=SLUG if wish.press else 0,
        scale=scale * (0.94 if shape == "quarter" and wish.size == "a5" else 1),
        margin=margin if shape != "quarter" else round(margin * 0.75, 1),
        gap=gap,
        foot=12,
        qr={"tall": 25.0, "wide": 24.0, "half": 23.0, "quarter": 19.0}[shape],
        plain=0.36,
        columns=_COLUMNS[wish.size],
        each=wish.each,
        shape=shape,
        photo=_frame(wish, *_photo(wish, shape, width, height, bleed, margin * 0.75, gap)),
    )


def maker_frame(wish: Wish, paper: Paper) -> Frame:
    """Return the frame of the photo on a producer's page."""
    width = paper.width - 2 * paper.margin
    return _frame(wish, width, width * 0.46)


def _shape(wish: Wish) -> Shape:
    if wish.each == 1:
        return "wide" if wish.size == "square" else "tall"
    return "half" if wish.each == 2 else "quarter"


def _photo(
    wish: Wish, shape: Shape, width: float, height: float, bleed: float, margin: float, gap: float
) -> tuple[float, float]:
    """Return the sides of a product's photo, with its bleed."""
    match shape:
        case "tall":
            share = 0.45 if len(wish.languages) == 1 else 0.36  # two languages need the room
            return width + 2 * bleed, round(height * share) + bleed
        case "wide":
            return round(width * 0.44) + bleed, height + 2 * bleed
        case "half":
            return round(width * 0.4) + bleed, (height - width / 40) / 2 + bleed
        case "quarter":
            side = (width - 2 * margin - gap) / 2
            return side, round(side * (0.52 if height > width else 0.36))


def _frame(wish: Wish, width: float, height: float) -> Frame:
    if wish.press:
        return Frame(width, height, PRESS_DPI, _PRESS_QUALITY)
    return Frame(width, height, SCREEN_DPI, _SCREEN_QUALITY)
