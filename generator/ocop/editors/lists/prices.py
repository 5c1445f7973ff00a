"""Prices as lists write them: numbers, texts, ranges, with the unit in the same cell or not.

Owns reading them into whole đồng; what could be đồng or thousands is never guessed. Called by
:mod:`ocop.editors.lists.values`.
"""

import math
import re
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from ocop.editors.lists.cells import Unclear, is_number, line_of
from ocop.editors.lists.sheet import Value
from ocop.money import parse_dong
from ocop.text import fold

_LEAST = 1000
"""A smaller number may mean thousands of đồng, unless it says đồng itself."""

_CURRENCY = r"(?:đồng|đ|₫|vnđ|vnd|d|dong)"
_SCALE = r"(?:nghìn|ngàn|nghin|ngan|k|triệu|trieu|tr)"
_AMOUNT = re.compile(
    rf"(?:{_CURRENCY}\s*)?(?P<number>\d[\d.,]*)\s*(?P<scale>{_SCALE}\b)?"
    rf"\s*(?P<dong>{_CURRENCY}(?![^\W\d_]))?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|—|~|đến|tới|den|toi)\s*", re.IGNORECASE)
_FROM = re.compile(r"^(?:giá|gia)?\s*(?:chỉ\s*)?(?:từ|tu|khoảng|khoang)?\s*:?\s*", re.IGNORECASE)
_ASK = ("lien he", "thoa thuan", "theo thoi diem", "thoi gia", "khong", "chua co", "-", "")
_THOUSAND = ("nghin", "ngan", "k")


class Asked(Struct, frozen=True):
    """A price: whole đồng from, to (None: no range), and the unit if the cell has it."""

    start: int
    to: int | None = None
    unit: str = ""


def price_of(value: Value, *, thousands: bool = False) -> Asked | None:
    """Return the price that a cell states, None where it states none ("liên hệ").

    ``thousands``: the heading says that the column counts thousands of đồng. :class:`Unclear`
    for what may be read in two ways: 120 of whatever, 120.5, two units.
    """
    if is_number(value):
        return Asked(dong_of(value, thousands=thousands))
    return _read(line_of(value), thousands)


def dong_of(value: Value, *, thousands: bool = False) -> int:
    """Return the whole đồng of a cell with one amount; :class:`Unclear` as above."""
    if is_number(value):
        assert isinstance(value, int | float)
        if not math.isfinite(value):
            raise Unclear
        amount = Fraction(value).limit_denominator(1000) * (1000 if thousands else 1)
        return _whole(amount)
    found = _read(line_of(value), thousands)
    if found is None or found.to is not None or found.unit:
        raise Unclear
    return found.start


def _whole(amount: Fraction, least: int = _LEAST) -> int:
    if amount.denominator != 1 or not least <= amount <= 10**12:
        raise Unclear
    return int(amount)


@lru_cache(4096)
def _read(text: str, thousands: bool) -> Asked | None:
    if fold(text).strip(" .:") in _ASK:
        return None
    body, _, unit = _FROM.sub("", text, count=1).partition("/")
    unit = unit.strip(" .")
    if any(char.isdigit() for char in unit) and re.search(r"[;\n]|\d{4,}|\d[.,]\d{3}", unit):
        raise Unclear
    parts = _RANGE.split(body.strip())
    if len(parts) > 2:
        raise Unclear
    found = [_AMOUNT.fullmatch(part.strip()) for part in parts]
    if None in found:
        raise Unclear
    amounts = [one for one in found if one is not None]
    # "80 - 120 nghìn": the word behind counts for both, unless the first one has its own.
    scale = amounts[-1]["scale"]
    least = 1 if amounts[-1]["dong"] and scale is None and not thousands else _LEAST
    values = [_dong(one["number"], one["scale"] or scale, thousands, least) for one in amounts]
    if values != sorted(values):
        raise Unclear
    return Asked(values[0], values[1] if len(values) > 1 else None, unit)


def _dong(number: str, scale: str | None, thousands: bool, least: int) -> int:
    if scale is None and not thousands:
        try:
            amount = parse_dong(number)
        except ValueError:
            raise Unclear from None
        return _whole(Fraction(amount), least)
    factor = 1000 if scale is None or fold(scale) in _THOUSAND else 1_000_000
    if thousands and scale is None and re.fullmatch(r"\d{1,3}([.,]\d{3})+", number):
        raise Unclear  # 120.000 thousands of đồng? Somebody forgot the heading.
    if not re.fullmatch(r"\d{1,6}([.,]\d{1,2})?", number):
        raise Unclear
    return _whole(Fraction(number.replace(",", ".")) * factor)
