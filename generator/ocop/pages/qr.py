"""QR codes as inline SVG, and the addresses that they hold.

Owns how a link is written so that its code stays coarse and scans from a label. Must not know
pages. Called by the product page and, for print, by :mod:`ocop.fair.codes`.
"""

from functools import cache, lru_cache
from string import punctuation
from urllib.parse import quote, urlsplit, urlunsplit

from markupsafe import Markup

from ocop.config import Config
from ocop.domain.product import Product
from ocop.pages.contact import web
from ocop.pages.qr_modules import code_of
from ocop.pages.routes import gtin_page, short_page

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
    parts, state = [], _DARK
    for byte in (number << size * 8 - bits).to_bytes(size, "big"):
        text, state = _RUNS[state | byte]
        parts.append(text)
    return "".join(parts) + str(state >> 9)


class _Runs(dict[int, tuple[str, int]]):
    """What eight bits add to a list of runs, by the run that is open before them.

    A state is that run's length so far times 512, and 256 if its bits are ones. The key is a
    state and the eight bits; the value is the text to add and the state after it. There are a
    few thousand in all, found when first asked for.
    """

    def __missing__(self, key: int) -> tuple[str, int]:
        length, dark, text = key >> 9, key >> 8 & 1, ""
        for place in range(7, -1, -1):
            if key >> place & 1 == dark:
                length += 1
            else:
                text, length, dark = f"{text}{length} ", 1, 1 - dark
        self[key] = text, length << 9 | dark << 8
        return self[key]


_DARK = 1 << 8
_RUNS = _Runs()
