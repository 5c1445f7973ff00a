"""Pictures for link previews and app icons, in the threads of the weave.

Owns the six industries' share pictures, for pages without a photo, and the site's icons. Draws
the same cloths as :mod:`ocop.photos.weave`, as pixels; networks do not read SVG. The title on
them is set by :mod:`ocop.photos.lettering`. Called by :mod:`ocop.pages.fixed`.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageColor

from ocop.photos.cloth import Cloth, weave_cloth
from ocop.photos.lettering import lettering
from ocop.photos.motif import star
from ocop.photos.palette import GOLD, LACQUER, PALETTES, PAPER
from ocop.photos.recipe import SHARE_SIZE

_THREAD = 10  # pixels of a thread in a share picture
_COLUMNS, _ROWS = 121, 63
_HEM = 18
_MARGIN = 7  # threads between the edge and the title

_SEEDS = {"I": "lúa", "II": "mây", "III": "tre", "IV": "nhà", "V": "hồng", "VI": "núi"}

_STAR_COLOURS = (LACQUER, LACQUER, PAPER, GOLD, GOLD)
"""Ground and threads of the icon's star."""

_SIGN = {"0": 0, "1": 0, "2": 6, "3": 7, "4": 7}
"""The star's threads in the palette of a share picture: 6 is gold, 7 is paper."""

_INK = 8
"""Where the shades from ground to paper begin in that palette, for the edges of letters."""

_SHADES = 16


def share_pictures(title: str, font: Path) -> Mapping[str, bytes]:
    """Return a 1200×630 PNG for each industry code I–VI: its brocade around ``title``.

    A title that ``font`` cannot write, or that is too long for it, gives way to a star anise.
    """
    width, height = SHARE_SIZE[0] - 2 * _MARGIN * _THREAD, (_ROWS - 2 * _HEM - 3) * _THREAD
    letters = lettering(title, font, width, height)
    return {code: _share_picture(code, letters) for code in PALETTES}


def icons() -> Mapping[str, bytes]:
    """Return the site's icons by file name: a star anise in gold and paper on lacquer red.

    ``icon-192.png``, ``icon-512.png`` and ``icon-maskable-512.png`` (the star within the safe
    zone) are for the web manifest, ``apple-touch-icon.png`` has 180 pixels,
    ``favicon-32.png`` and ``favicon.svg`` are for browsers.
    """
    return {
        "apple-touch-icon.png": _icon(18, 180),
        "favicon-32.png": _icon(16, 32),
        "favicon.svg": _icon_svg().encode(),
        "icon-192.png": _icon(16, 192),
        "icon-512.png": _icon(16, 512),
        "icon-maskable-512.png": _icon(20, 512),
    }


def _share_picture(code: str, letters: Image.Image | None) -> bytes:
    cloth = weave_cloth(_SEEDS[code], code, _HEM)
    threads = Image.new("P", (_COLUMNS, _ROWS))
    shades = _shades(cloth.ground, PAPER)
    threads.putpalette(_palette([cloth.ground, *cloth.colours, GOLD, PAPER]) + shades)
    threads.putdata(b"".join(_share_rows(cloth, starred=letters is None)))
    large = threads.resize((_COLUMNS * _THREAD, _ROWS * _THREAD), Image.Resampling.NEAREST)
    left = (large.width - SHARE_SIZE[0]) // 2
    whole = large.crop((left, 0, left + SHARE_SIZE[0], SHARE_SIZE[1]))
    if letters:
        corner = (whole.width - letters.width) // 2, (whole.height - letters.height) // 2
        inked = letters.point([0] * _SHADES + [255] * (256 - _SHADES))
        whole.paste(letters.point([_INK + level // _SHADES for level in range(256)]), corner, inked)
    return _png(whole)


def _share_rows(cloth: Cloth, *, starred: bool) -> Iterable[bytes]:
    hem = [bytes(_across(row)) for row in cloth.rows]
    plaque = [bytearray(_COLUMNS) for _ in range(_ROWS - 2 * _HEM)]
    if starred:
        sign = star(4)
        middle = (_COLUMNS - len(sign)) // 2
        for line, row in zip(plaque[(len(plaque) - len(sign)) // 2 :], sign, strict=False):
            line[middle : middle + len(row)] = bytes(_SIGN[thread] for thread in row)
    return [*hem, *map(bytes, plaque), *hem[::-1]]


def _shades(ground: str, ink: str) -> list[int]:
    """Return the colours from ``ground`` to ``ink`` as the levels of a palette."""
    ends = [ImageColor.getrgb(one)[:3] for one in (ground, ink)]
    last = _SHADES - 1
    return [
        (low * (last - step) + high * step) // last
        for step in range(_SHADES)
        for low, high in zip(*ends, strict=True)
    ]


def _across(row: str) -> Iterable[int]:
    return (int(row[(column - _COLUMNS // 2) % len(row)]) for column in range(_COLUMNS))


def _icon(cells: int, size: int) -> bytes:
    """Draw the star on a ground of ``cells`` threads' width, at half a thread's precision."""
    rows = star(3)
    threads = Image.new("P", (len(rows), len(rows)))
    threads.putpalette(_palette(_STAR_COLOURS))
    threads.putdata(bytes(int(thread) for row in rows for thread in row))
    doubled = threads.resize((2 * len(rows), 2 * len(rows)), Image.Resampling.NEAREST)
    canvas = Image.new("RGB", (2 * cells, 2 * cells), LACQUER)
    canvas.paste(doubled.convert("RGB"), (cells - len(rows), cells - len(rows)))
    whole = -(-size // canvas.width) * canvas.width
    large = canvas.resize((whole, whole), Image.Resampling.NEAREST)
    return _png(large.resize((size, size), Image.Resampling.BOX))


def _icon_svg() -> str:
    """Write the star as lines of threads on a rounded ground, 16 threads wide."""
    rows = star(3)
    strokes: dict[str, list[str]] = {}
    for y, row in enumerate(rows):
        x = 0
        for thread, run in groupby(row):
            length = len(list(run))
            colour = _STAR_COLOURS[int(thread)]
            if colour != LACQUER:
                strokes.setdefault(colour, []).append(f"M{x + 1.5:g} {y + 2}h{length}")
            x += length
    paths = "".join(f'<path stroke="{c}" d="{"".join(d)}"/>' for c, d in strokes.items())
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
        f'<rect width="16" height="16" rx="3" fill="{LACQUER}"/>{paths}</svg>\n'
    )


def _palette(colours: Iterable[str]) -> list[int]:
    return [level for colour in colours for level in ImageColor.getrgb(colour)[:3]]


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
