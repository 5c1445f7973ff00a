"""Days as lists write them: dates, texts, and the numbers that spreadsheets count days by.

Owns reading them without inventing a day. Called by :mod:`ocop.editors.lists.values`.
"""

import datetime as dt
import math
import re
from functools import lru_cache

from ocop.dates import PartialDate
from ocop.editors.lists.cells import Unclear, is_number, line_of
from ocop.editors.lists.sheet import Value
from ocop.text import fold

_SERIAL = range(36_526, 73_051)
"""Day numbers of the years 2000 to 2099; day 1 is 1900-01-01, with a 29 February that never was."""

_YEARS = range(2000, 2100)
_EPOCH = dt.date(1899, 12, 30)
_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_MONTH_WORDS = re.compile(r"thang (\d{1,2}) ?(?:nam|/|-) ?(\d{4})")
_FULL = re.compile(r"(?:ngay )?(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ][\d:.]+)?")
_MONTH = re.compile(r"(?:thang )?(\d{1,2}) ?[/.\-] ?(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(?:nam )?((?:19|20)\d{2})")
FOUND = re.compile(
    r"(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)"
    r"|(?<!\d)(?:ngày\s*)?\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2}\b)|tháng\s*\d{1,2}\s*năm\s*\d{4})"
    r"|(?:tháng\s*)?\b\d{1,2}/\d{4}\b",
    re.IGNORECASE,
)
"""A day or a month somewhere in a text."""


def day_of(value: Value) -> PartialDate | None:
    """Return the day, month or year that a cell states; None for an empty one.

    :class:`Unclear` for what is no date, or one of which day and month cannot be told apart.
    """
    if isinstance(value, dt.datetime):
        return PartialDate.from_date(value.date())
    if isinstance(value, dt.date):
        return PartialDate.from_date(value)
    if is_number(value):
        return _counted(value)
    text = line_of(value)
    return _read(fold(text).strip(" .,;:()")) if text else None


def _counted(value: Value) -> PartialDate:
    assert isinstance(value, int | float)
    if not math.isfinite(value):
        raise Unclear
    if not float(value).is_integer():
        # A time of day may stand behind the point of a day's number, but not of a year's.
        if int(value) in _SERIAL:
            return PartialDate.from_date(_EPOCH + dt.timedelta(days=int(value)))
        raise Unclear
    number = int(value)
    if number in _YEARS:
        return PartialDate(number)
    if number in _SERIAL:
        return PartialDate.from_date(_EPOCH + dt.timedelta(days=number))
    raise Unclear


@lru_cache(4096)
def _read(text: str) -> PartialDate:
    if found := (_WORDS.fullmatch(text) or _FULL.fullmatch(text)):
        day, month, year = map(int, found.groups())
        return _date(year + 2000 if year < 100 else year, month, day)
    if found := _ISO.fullmatch(text):
        return _date(*map(int, found.groups()))
    if found := (_MONTH_WORDS.fullmatch(text) or _MONTH.fullmatch(text)):
        return _date(int(found[2]), int(found[1]))
    if found := _ISO_MONTH.fullmatch(text):
        return _date(int(found[1]), int(found[2]))
    if found := _YEAR.fullmatch(text):
        return PartialDate(int(found[1]))
    if text.isdecimal() and int(text) in _SERIAL:
        return _counted(int(text))
    raise Unclear


def _date(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    try:
        found = PartialDate(year, month, day)
        _ = found.first
    except ValueError:
        raise Unclear from None
    # A certificate of 1924 or 2124 is a slip of the keyboard, whatever the calendar says.
    if year not in range(1900, 2100):
        raise Unclear
    return found
