"""The cover of a product without a photo: brocade as inline SVG, woven from its id.

Owns the writing of a cloth as SVG: every row is a line across, its threads the dashes of that
line, which keeps a rich pattern under 2 KB without any id, style or script. Called by the
templates.

**Where the name goes.** The middle of a cover, from 31 % to 69 % of its height and over its
whole width, is plain ground: a deep colour that carries text in the paper colour
(``#fbf7ef``, contrast at least 9:1) in light and in dark mode. The cover is 4:3 and fills
any box (``slice``), so a box of another shape loses sides or hems, never the plaque's middle.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Literal

from ocop.photos.cloth import Cloth, weave_cloth, weave_strip
from ocop.photos.dashes import lines_of, order_of

Shape = Literal["cover", "band"]

PLAQUE = 14
"""Half the height of a cover's plain middle, in rows."""

_COVER = (96, 72)
_BAND = 480
_SVG = "http://www.w3.org/2000/svg"


def weave_svg(seed: str, industry: str, *, shape: Shape = "cover") -> str:
    """Return the weave of ``seed`` (a product's id) in the colours of ``industry`` (I–VI).

    ``cover`` is 4:3; ``band`` is a long strip, to be set to a height (16 to 32 px) and the
    full width. Both are decorative (``aria-hidden``). KeyError for an unknown industry.
    """
    if shape == "band":
        return _svg(weave_strip(seed, industry), _BAND, mirrored=False)
    width, height = _COVER
    return _svg(weave_cloth(seed, industry, height // 2 - PLAQUE), width, height)


def weave_file_svg(seed: str, industry: str) -> str:
    """Return the cover of ``seed`` as a file of its own; see :func:`weave_svg`."""
    return weave_svg(seed, industry).replace("<svg ", f'<svg xmlns="{_SVG}" ', 1)


def weave_sheet_svg(seed: str, industry: str, width: int, height: int, plain: int) -> str:
    """Return a cloth for paper, a file of its own, of ``width`` by ``height`` threads.

    ``plain`` rows in its middle are ground alone, for a title; see :func:`weave_svg` for the rest.
    """
    rows = max(1, (height - plain) // 2)
    sheet = _svg(weave_cloth(seed, industry, rows), width, height)
    return sheet.replace("<svg ", f'<svg xmlns="{_SVG}" ', 1)


def _svg(cloth: Cloth, width: int, height: int = 0, *, mirrored: bool = True) -> str:
    """Write a cloth: ``mirrored`` adds its reflection at the bottom of ``height`` rows.

    Coordinates are small positive numbers, since they make up most of the bytes: the middle
    column runs from ``width / 2 + 2`` to one more, and whole numbers are the rows' middles.
    """
    rows = range(len(cloth.rows))
    ys = [(row, height - row) if mirrored else (row,) for row in rows]
    top, box = (0, height) if mirrored else (-0.5, len(rows))
    return (
        f'<svg class="weave" viewBox="2.5 {top:g} {width} {box}" '
        'preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
        f'<path fill="{cloth.ground}" d="M2-1h{width + 1}v{box + 1}H2"/>'
        f"{''.join(_groups(cloth, ys, width + 3))}</svg>"
    )


def _groups(cloth: Cloth, ys: Sequence[tuple[int, ...]], right: int) -> Iterator[str]:
    """Yield one group of lines for each colour, the field's first, since others lie on it."""
    lines: dict[str, dict[str, list[str]]] = {}
    solid: dict[str, list[int]] = {}
    for number, row in enumerate(cloth.rows):
        for line in lines_of(row, cloth.field, right // 2 + 1):
            if line.dashes:
                same = lines.setdefault(line.thread, {}).setdefault(line.dashes, [])
                same.append(_across(line.start, ys[number], right))
            else:
                solid.setdefault(line.thread, []).append(number)
    for thread in order_of(cloth.field):
        stripes = _stripes(solid.get(thread, ()), ys, right)
        dashed = (
            f'<path stroke-dasharray="{dashes}" d="{"".join(moves)}"/>'
            for dashes, moves in lines.get(thread, {}).items()
        )
        if paths := "".join((*stripes, *dashed)):
            yield f'<g stroke="{cloth.colours[int(thread) - 1]}">{paths}</g>'


@cache  # a few dozen starts in each row, and a catalogue has thousands of cloths
def _across(start: int, ys: tuple[int, ...], right: int) -> str:
    """Return one line at each of ``ys``."""
    return "".join(f"M{start} {y}H{right}" for y in ys)


def _stripes(rows: Sequence[int], ys: Sequence[tuple[int, ...]], right: int) -> Iterator[str]:
    """Yield rows of one colour throughout; neighbours become one broad line."""
    broad: dict[int, list[str]] = {}
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in run]
        sides = zip(ys[members[0]], ys[members[-1]], strict=True)
        moves = broad.setdefault(len(members), [])
        moves += [f"M2 {(first + last) / 2:g}H{right}" for first, last in sides]
    for width, moves in broad.items():
        thickness = f' stroke-width="{width}"' if width > 1 else ""
        yield f'<path{thickness} d="{"".join(moves)}"/>'
