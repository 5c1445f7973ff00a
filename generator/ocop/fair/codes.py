"""What the QR codes on paper say, and their modules.

Owns which codes a product has, their captions, and the mark by which a publisher's own server
log tells where a code hung (docs/adr/0011). All are of level Q, the short links in alphanumeric
mode: 25 modules hold 29 characters, 29 hold 47. Knows no template. Called by what prints.
"""

import re
from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from msgspec import Struct

from ocop.config import Config
from ocop.domain.product import Product
from ocop.domain.short_code import short_code
from ocop.pages.qr import short_url, trace_url
from ocop.pages.qr_modules import matrix_of
from ocop.pages.texts import Texts

Kind = Literal["page", "trace", "other"]

_MARK = re.compile(r"[0-9A-Z](?:[0-9A-Z-]{0,10}[0-9A-Z])?")

_DIGITS = bytes.maketrans(b"\0\1", b"01")


class PrintedCode(Struct, frozen=True):
    """One code on paper.

    ``text`` is what a phone reads, ``shown`` the same for people to type, ``caption`` what the
    code is for, ``alt`` the words in its place. ``rows`` are its modules, ``"1"`` for dark,
    without the quiet zone of four modules that it needs on every side.
    """

    kind: Kind
    text: str
    shown: str
    caption: str
    alt: str
    rows: tuple[str, ...]

    @property
    def modules(self) -> int:
        """Modules along a side, without the quiet zone."""
        return len(self.rows)

    def data(self) -> Mapping[str, object]:
        """Return the code as a Typst template takes it."""
        return {
            "kind": self.kind,
            "text": self.text,
            "shown": self.shown,
            "caption": self.caption,
            "alt": self.alt,
            "rows": list(self.rows),
        }


def mark_of(text: str) -> str:
    """Return a mark as codes carry it, in capitals.

    It has up to 12 letters, digits and hyphens, the first and last no hyphen. ValueError for
    anything else.
    """
    mark = text.strip().upper()
    if not _MARK.fullmatch(mark):
        raise ValueError(text)
    return mark


def marked(address: str, mark: str) -> str:
    """Return an address of the site that says where it was printed; as it is without a mark.

    The mark is a query, which every server passes over and writes down.
    """
    return f"{address}?{mark}" if mark else address


def page_code(config: Config, t: Texts, product: Product, mark: str = "") -> PrintedCode:
    """Return the code that leads to the page of a product, by its short link."""
    address = short_url(config, short_code(product))
    return address_code(t, marked(address, mark), t("product.qr_page"), "page", address)


def trace_code(config: Config, t: Texts, product: Product) -> PrintedCode | None:
    """Return the code that tells where a product comes from, None where it has none.

    It leads to the maker's traceability page, else by GS1 Digital Link to the page of the
    product. It carries no mark: the first is not ours, the other an identity.
    """
    address = trace_url(config, product)
    return address_code(t, address, t("product.trace"), "trace") if address else None


def codes_of(config: Config, t: Texts, product: Product, mark: str = "") -> tuple[PrintedCode, ...]:
    """Return the codes of a product: of its page, and of where it comes from if there is one."""
    trace = trace_code(config, t, product)
    page = page_code(config, t, product, mark)
    return (page, trace) if trace else (page,)


def address_code(
    t: Texts, address: str, caption: str, kind: Kind = "other", told: str = ""
) -> PrintedCode:
    """Return the code of any address; people are shown ``told``, or the address, by its host."""
    rows = tuple(bytes(row).translate(_DIGITS).decode() for row in matrix_of(address))
    parts = urlsplit(told or address)
    shown = parts._replace(scheme="").geturl().removeprefix("//")
    alt = f"{caption}. {t('product.qr_alt', url=told or address)}"
    return PrintedCode(kind, address, shown, caption, alt, rows)
