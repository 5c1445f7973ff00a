"""Telephone numbers as links and as people read them.

Owns the shapes of Vietnamese numbers. A number that it does not recognise is shown as written.
Called by views.
"""

import re

from msgspec import Struct

from ocop.patterns import late

_BETWEEN = late(r"\s*[,;/]\s*|\s+(?:-|–|hoặc|or)\s+")
_COUNTRY = late(r"(?:\+|00)?840?(?=[1-9]\d{8,9}$)")
_SHAPES = (
    (late(r"(0[35789]\d{2})(\d{3})(\d{3})"), True),  # mobile
    (late(r"(02[48])(\d{4})(\d{4})"), False),  # Hà Nội, Thành phố Hồ Chí Minh
    (late(r"(02\d{2})(\d{3})(\d{4})"), False),  # the other provinces
    (late(r"(1[89]00)(\d{3})(\d{3})"), False),  # call centres
    (late(r"(1[89]00)(\d{4})()"), False),
)


class Phone(Struct, frozen=True):
    """One number: ``text`` to read, ``tel`` to call, ``zalo`` to chat; a landline has no Zalo."""

    text: str
    tel: str | None = None
    zalo: str | None = None


def phones(written: str) -> tuple[Phone, ...]:
    """Return the numbers in ``written``: ``0335123456`` is read as ``0335 123 456``.

    Parts come between commas, slashes or spaced dashes; +84, 0084 and 84 stand for 0.
    """
    return tuple(_phone(part) for part in _BETWEEN.split(written.strip()) if part)


def zalo_link(written: str) -> str | None:
    """Return the chat link of a number, a page's id or a ``zalo.me`` address; None for others."""
    written = written.strip()
    page = re.fullmatch(r"(?:https?://)?(?:www\.)?zalo\.me/([A-Za-z0-9/]+)", written)
    if page:
        return f"https://zalo.me/{page[1]}"
    digits = _digits(written)
    if digits is None:
        return None
    is_number = any(shape.fullmatch(digits) for shape, _ in _SHAPES)
    return f"https://zalo.me/{digits}" if is_number or len(digits) > 11 else None


def _phone(written: str) -> Phone:
    digits = _digits(written) or ""
    for shape, mobile in _SHAPES:
        if match := shape.fullmatch(digits):
            text = "\N{NO-BREAK SPACE}".join(part for part in match.groups() if part)
            tel = f"tel:+84{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"
            return Phone(text, tel, f"https://zalo.me/{digits}" if mobile else None)
    return Phone(written)


def _digits(written: str) -> str | None:
    bare = re.sub(r"[\s.()\-]|\N{NO-BREAK SPACE}", "", written)
    if country := _COUNTRY.match(bare):
        bare = "0" + bare[country.end() :]
    return bare if bare.isascii() and bare.isdigit() else None
