"""QR codes as inline SVG.

Owns how a short link is written so that its code stays coarse and scans from a label.
Must not know pages.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit, urlunsplit

import segno
from markupsafe import Markup

from ocop.config import Config
from ocop.pages.routes import short_page

_MASK = 1
_QUIET = 4
_DARK = re.compile(rb"\x01+")


def short_url(config: Config, code: str) -> str:
    """Return the printed address of a product.

    Scheme and host are upper case, which every server understands and which keeps the code in
    its alphanumeric mode; a configured path stays as written, for servers care about its case.
    """
    address = config.short_url + short_page(code).removesuffix("/index.html")
    parts = urlsplit(address)
    upper = parts._replace(scheme=parts.scheme.upper(), netloc=parts.netloc.upper())
    return urlunsplit(upper)


def qr_svg(text: str) -> Markup:
    """Return the QR code of ``text``, error correction Q or better, with its quiet zone."""
    # Readers learn the mask from the code itself, so any will do; trying all eight for the one
    # that looks most even takes 80 % of the time. Mask 1 is, on average, the most even.
    rows = segno.make(text, error="q", micro=False, mask=_MASK).matrix
    side = len(rows) + 2 * _QUIET
    shape = f'viewBox="0 0 {side} {side}" class="qr-code"'
    path = f'<path stroke="#000" d="{"".join(_strokes(rows))}"/>'
    return Markup(f"<svg {shape}>{path}</svg>")  # noqa: S704 (made of numbers alone)


def _strokes(rows: Sequence[bytearray]) -> Iterator[str]:
    """Yield a stroke for each run of dark modules, through their middle, row by row."""
    x, y = 0, 0
    for row, modules in enumerate(rows):
        for run in _DARK.finditer(modules):
            start, end = run.span()
            # The first move is absolute: to the quiet zone's inner corner.
            at = f"M{_QUIET + start} {_QUIET + row}.5" if x == 0 else f"m{start - x} {row - y}"
            yield f"{at}h{end - start}"
            x, y = end, row
