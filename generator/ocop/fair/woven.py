"""The weave for paper: a thread is a pixel, which print enlarges without a blur or a seam.

Owns the pictures of bands and covers. Same designs and colours as on the site. Called by what
prints.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

from ocop.photos.cloth import Cloth, weave_cloth, weave_strip

_LONG = 481
"""Threads of a band: an odd number, so that a motif is in the middle."""


def band_png(design: int, industry: str) -> bytes:
    """Return the band of a design in the colours of an industry, ``I`` to ``VI``.

    It is much longer than high: to be set to a height and cut at both ends.
    """
    cloth = weave_strip(f"band-{design}", industry)
    return _png(cloth, list(_across(cloth.rows, _LONG)))


def hem_png(design: int, industry: str, columns: int, rows: int) -> bytes:
    """Return the upper hem of a design's cover, ``columns`` × ``rows`` threads.

    Below it goes plain ground, and then the hem again, upside down. ``columns`` is odd.
    """
    cloth = weave_cloth(str(design), industry, rows)
    return _png(cloth, list(_across(cloth.rows, columns)))


def _across(rows: Sequence[str], columns: int) -> Iterator[bytes]:
    """Yield rows of threads, of which the first of a period stands in the middle."""
    for row in rows:
        yield bytes(int(row[(at - columns // 2) % len(row)]) for at in range(columns))


def _png(cloth: Cloth, rows: Sequence[bytes]) -> bytes:
    from PIL import Image, ImageColor  # only for what is printed with a weave

    picture = Image.new("P", (len(rows[0]), len(rows)))
    colours = (ImageColor.getrgb(one)[:3] for one in (cloth.ground, *cloth.colours))
    picture.putpalette([level for colour in colours for level in colour])
    picture.putdata(b"".join(rows))
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
