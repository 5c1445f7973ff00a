"""QR codes as inline SVG, and the addresses that they hold.

Owns how a link is written so that its code stays coarse and scans from a label. Must not know
pages. Called by the product page and, for print, by :mod:`ocop.fair.codes`.
"""

import re
from functools import cache, lru_cache
from string import punctuation
from urllib.parse import quote, urlsplit, urlunsplit

from markupsafe import Markup

from ocop.config import Config
from ocop.domain.product import Product
from ocop.pages.contact import web, written
from ocop.pages.qr_modules import code_of
from ocop.pages.routes import gtin_page, short_page
from ocop.patterns import late

_PRINTED = late(r"(?:P/[0-9A-Z]+|01/[0-9]+)", re.ASCII)
"""What a printed address ends with."""

_QUIET = 4

_LONGEST = 151
"""Characters of the longest foreign address whose code, of 57 modules, is still scanned from
paper."""


def short_url(config: Config, code: str) -> str:
    """Return the printed address of a product.

    Scheme and host are upper case, which every server understands and which keeps the code in
    its alphanumeric mode; a configured path stays as written, for servers care about its case.
    """
    return _upper(config.short_url) + short_page(code).removesuffix("/index.html")


def said(config: Config, url: str) -> str:
    """Return a printed address, or another, as people write it."""
    ours = _upper(config.short_url)
    if url.startswith(ours) and _PRINTED.fullmatch(url, len(ours)):
        return _said(ours) + url[len(ours) :]
    return written(url)


def gtin_url(config: Config, gtin: str) -> str:
    """Return the GS1 Digital Link of a trade item number, written as :func:`short_url`."""
    return _upper(config.short_url) + gtin_page(gtin).removesuffix("/index.html")


def trace_url(config: Config, product: Product) -> str | None:
    """Return the address that tells where a product comes from, None where it has none.

    That is the maker's traceability page, in ASCII; else, or where its address is too long for
    a code, the GS1 Digital Link.
    """
    own = _plain(web(product.traceability) or "")
    if own and len(own) <= _LONGEST:
        return own
    return gtin_url(config, product.gtin) if product.gtin else None


def _plain(address: str) -> str:
    """Return an address with what is not ASCII escaped: readers differ in what they make of it."""
    if address.isascii():
        return address
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    return quote(urlunsplit(parts._replace(netloc=host)), safe=punctuation)


@lru_cache(maxsize=8)
def _upper(address: str) -> str:
    parts = urlsplit(address)
    upper = parts._replace(scheme=parts.scheme.upper(), netloc=parts.netloc.upper())
    return urlunsplit(upper)


@lru_cache(maxsize=8)
def _said(address: str) -> str:
    return written(f"{address}P").removesuffix("P")


def qr_svg(text: str) -> Markup:
    """Return the QR code of ``text``, error correction Q or better, with its quiet zone.

    One line runs to and fro over all rows; its dashes are the dark modules.
    """
    code = code_of(text)
    side, dashes = code.width + 2 * _QUIET, _dashes(code.number, code.width * (code.width + 1))
    return Markup(  # noqa: S704 (made of numbers alone)
        f'<svg viewBox="0 0 {side} {side}" class="qr-code"><path fill="none" stroke="#000" '
        f'stroke-dasharray="{dashes}" d="{_to_and_fro(code.width)}"/></svg>'
    )


@cache
def _to_and_fro(width: int) -> str:
    """Return the way of the pen from the first row's left end to the last row's right end."""
    there_and_back = f"h{width}v1h-{width}v1" * (width // 2)
    return f"M{_QUIET} {_QUIET}.5{there_and_back}h{width}"


def _dashes(number: int, bits: int) -> str:
    """Return the lengths of the runs of equal bits, the first of which are ones."""
    # Zeros are added up to a whole byte: the last run is a gap, so that no dash comes after it.
    size = bits // 8 + 1
    padded = number << size * 8 - bits
    # A 1 wherever a run begins, but for the first run.
    starts = padded ^ padded >> 1 ^ 1 << size * 8 - 1
    parts, open_ = [], _OPEN[0]
    for byte in starts.to_bytes(size, "big"):
        text, open_ = open_[byte]
        parts.append(text)
    return "".join(parts) + str(open_.length)


class _Run(dict[int, "tuple[str, _Run]"]):
    """What eight bits add to a list of runs while one of a length so far is open.

    By the bits, each of them 1 where a run begins: the text to add, and the run that is open
    then. There are a few thousand in all, found when first asked for.
    """

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length

    def __missing__(self, starts: int) -> "tuple[str, _Run]":
        length, text = self.length, ""
        for place in range(7, -1, -1):
            if starts >> place & 1:
                text, length = f"{text}{length} ", 0
            length += 1
        self[starts] = text, _OPEN[length]
        return self[starts]


class _Open(dict[int, _Run]):
    """The runs that are open, by their lengths so far."""

    def __missing__(self, length: int) -> _Run:
        self[length] = _Run(length)
        return self[length]


_OPEN = _Open()
