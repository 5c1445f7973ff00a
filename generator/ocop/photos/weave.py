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
from itertools import groupby
from typing import Literal

from ocop.photos.cloth import Cloth, weave_cloth, weave_strip

Shape = Literal["cover", "band"]

PLAQUE = 14
"""Half the height of a cover's plain middle, in rows."""

_COVER = (96, 72)
_BAND = 480


def weave_svg(seed: str, industry: str, *, shape: Shape = "cover") -> str:
    """Return the weave of ``seed`` (a product's id) in the colours of ``industry`` (I–VI).

    ``cover`` is 4:3; ``band`` is a long strip, to be set to a height (16 to 32 px) and the
    full width. Both are decorative (``aria-hidden``). KeyError for an unknown industry.
    """
    if shape == "band":
        return _svg(weave_strip(seed, industry), _BAND, mirrored=False)
    width, height = _COVER
    return _svg(weave_cloth(seed, industry, height // 2 - PLAQUE), width, height)


def _svg(cloth: Cloth, width: int, height: int = 0, *, mirrored: bool = True) -> str:
    """Write a cloth: ``mirrored`` adds its reflection at the bottom of ``height`` rows.

    Coordinates are small positive numbers, since they make up most of the bytes: the middle
    column runs from ``width / 2 + 2`` to one more, and whole numbers are the rows' middles.
    """
    rows = range(len(cloth.rows))
    ys = [(row, height - row) if mirrored else (row,) for row in rows]
    top, box = (0, height) if mirrored else (-0.5, len(rows))
    right = width + 3
    body = "".join(_threads(cloth, ys, right))
    return (
        f'<svg class="weave" viewBox="2.5 {top:g} {width} {box}" '
        'preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
        f'<path fill="{cloth.ground}" d="M2-1h{width + 1}v{box + 1}H2"/>{body}</svg>'
    )


def _threads(cloth: Cloth, ys: Sequence[tuple[int, ...]], right: int) -> Iterator[str]:
    """Yield one group of lines for each colour, the field's first, since others lie on it."""
    order = sorted("12345", key=lambda thread: thread != cloth.field)
    for place, thread in enumerate(order):
        above = set(order[place + 1 :])
        masks = [_mask(row, thread, above) for row in cloth.rows]
        paths = "".join(_paths(masks, ys, right))
        if paths:
            yield f'<g stroke="{cloth.colours[int(thread) - 1]}">{paths}</g>'


def _mask(row: str, thread: str, above: set[str]) -> str:
    """Return where a thread is to be seen (1), may run hidden below others (?), or not (0)."""
    if thread not in row:
        return "0"
    mask = "".join("1" if each == thread else "?" if each in above else "0" for each in row)
    return _bridged(mask)


def _bridged(mask: str) -> str:
    """Let the thread run on below what covers a whole gap, so that fewer dashes are needed."""
    start = mask.index("1")
    turned = mask[start:] + mask[:start]
    runs = ("".join(run) for _, run in groupby(turned, key=lambda each: each == "1"))
    filled = "".join("1" * len(run) if "0" not in run else "0" * len(run) for run in runs)
    return filled[-start:] + filled[:-start] if start else filled


def _paths(masks: Sequence[str], ys: Sequence[tuple[int, ...]], right: int) -> Iterator[str]:
    """Yield a path for every sequence of dashes; rows that have the same share it."""
    solid = [row for row, mask in enumerate(masks) if "0" not in mask]
    yield from _stripes(solid, ys, right)
    middle = right // 2 + 1
    dashed: dict[str, list[str]] = {}
    for mask, places in zip(masks, ys, strict=True):
        if "0" in mask and "1" in mask:
            dashes, first = _dashes(mask)
            start = 2 - (2 - middle - first) % len(mask)
            dashed.setdefault(dashes, []).extend(_move(start, y, right) for y in places)
    for dashes, moves in dashed.items():
        yield f'<path stroke-dasharray="{dashes}" d="{"".join(moves)}"/>'


def _stripes(rows: Sequence[int], ys: Sequence[tuple[int, ...]], right: int) -> Iterator[str]:
    """Yield rows of one colour throughout; neighbours become one broad line."""
    broad: dict[int, list[str]] = {}
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in run]
        sides = zip(ys[members[0]], ys[members[-1]], strict=True)
        moves = broad.setdefault(len(members), [])
        moves += [_move(2, (first + last) / 2, right) for first, last in sides]
    for width, moves in broad.items():
        yield f'<path stroke-width="{width}" d="{"".join(moves)}"/>'.replace(
            ' stroke-width="1"', ""
        )


def _dashes(mask: str) -> tuple[str, int]:
    """Return the shortest dash array of a mask, turned to a fixed start, and where it starts."""
    firsts = [at for at in range(len(mask)) if mask[at] == "1" and mask[at - 1] == "0"]
    turns = {at: _runs(mask[at:] + mask[:at]) for at in firsts}
    first = min(firsts, key=lambda at: (turns[at], at))
    return " ".join(map(str, _shortest(turns[first]))), first


def _runs(mask: str) -> tuple[int, ...]:
    return tuple(len(list(run)) for _, run in groupby(mask))


def _shortest(runs: tuple[int, ...]) -> tuple[int, ...]:
    """Return the part of ``runs`` that repeats; an odd part repeats by itself in SVG."""
    for length in range(1, len(runs)):
        if len(runs) % length == 0 and runs == runs[:length] * (len(runs) // length):
            return runs[:length]
    return runs


def _move(start: int, y: float, right: int) -> str:
    return f"M{start} {y:g}H{right}"
