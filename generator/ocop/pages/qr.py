"""QR codes as inline SVG.

Owns how a short link is written so that its code stays coarse and scans from a label.
Must not know pages.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import isqrt
from urllib.parse import urlsplit, urlunsplit

from markupsafe import Markup

from ocop.config import Config
from ocop.pages.qr_modules import modules_of
from ocop.pages.routes import short_page

_QUIET = 4
_DARK = re.compile(rb"\x01+")


def short_url(config: Config, code: str) -> str:
    """Return the printed address of a product.

    Scheme and host are upper case, which every server understands and which keeps the code in
    its alphanumeric mode; a configured path stays as written, for servers care about its case.
    """
    return _upper(config.short_url) + short_page(code).removesuffix("/index.html")


@lru_cache(maxsize=8)
def _upper(address: str) -> str:
    parts = urlsplit(address)
    upper = parts._replace(scheme=parts.scheme.upper(), netloc=parts.netloc.upper())
    return urlunsplit(upper)


def qr_svg(text: str) -> Markup:
    """Return the QR code of ``text``, error correction Q or better, with its quiet zone."""
    modules = modules_of(text)
    width = isqrt(len(modules))
    side = width + 2 * _QUIET
    shape = f'viewBox="0 0 {side} {side}" class="qr-code"'
    path = f'<path stroke="#000" d="{"".join(_strokes(modules, width))}"/>'
    return Markup(f"<svg {shape}>{path}</svg>")  # noqa: S704 (made of numbers alone)


def _strokes(modules: bytes, width: int) -> Iterator[str]:
    """Yield a stroke for each run of dark modules, through their middle, row by row."""
    x, y = 0, 0
    for row in range(width):
        for run in _DARK.finditer(modules[row * width : (row + 1) * width]):
            start, end = run.span()
            # The first move is absolute: to the quiet zone's inner corner.
            at = f"M{_QUIET + start} {_QUIET + row}.5" if x == 0 else f"m{start - x} {row - y}"
            yield f"{at}h{end - start}"
            x, y = end, row
