"""QR codes as inline SVG.

Owns how a short link is written so that its code stays coarse and scans from a label.
Must not know pages.
"""

from urllib.parse import urlsplit, urlunsplit

import segno
from markupsafe import Markup

from ocop.config import Config
from ocop.pages.routes import short_page


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
    """Return the QR code of ``text``, error correction Q, with its quiet zone."""
    code = segno.make(text, error="q", micro=False)
    svg = code.svg_inline(border=4, omitsize=True, svgclass="qr-code", lineclass=None)
    return Markup(svg)  # noqa: S704 (drawn by segno from modules; holds no text)
