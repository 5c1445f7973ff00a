"""Dates, numbers and money as each language writes them.

Owns the forms of the contract (part 3: Vietnamese full dates DD/MM/YYYY, money 150.000 ₫) and
leaves the rest to CLDR through Babel, so that a third language needs no code; each part of it is
loaded when it is needed, for together they take long. Words that are not in CLDR belong in the
templates' ``i18n``. Called by views, templates and outputs.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from ocop.dates import PartialDate
from ocop.pages import by_heart
from ocop.text import Language

if TYPE_CHECKING:
    from babel import Locale

DONG = "\N{NO-BREAK SPACE}₫"
_FALLBACK = "en_GB"
_THOUSANDS = {"vi": ".", "en": ","}
_REGIONS = {"en": "en_GB"}  # "19 June 2025", not "June 19, 2025"


class Formats:
    """The forms of one language; a language that CLDR does not know is written as English."""

    def __init__(self, language: Language) -> None:
        """Take a BCP 47 code such as ``vi`` or ``zh-Hant``."""
        self._language = language
        self._vietnamese = language.split("-")[0] == "vi"
        self._thousands = _THOUSANDS.get(language)
        self._around_money = ("", DONG) if self._thousands else _around_money(self._locale)

    @cached_property
    def _locale(self) -> "Locale":
        return _locale(self._language)

    def date(self, date: PartialDate) -> str:
        """Return ``19/06/2025``, ``tháng 6 năm 2025`` or ``năm 2025``; ``19 June 2025`` …"""
        if self._vietnamese:
            return _vietnamese_date(date)
        if self._language == "en":
            return _english_date(date)
        from babel.dates import format_date, format_skeleton

        if date.day:
            return format_date(date.first, "long", self._locale)
        return format_skeleton("yMMMM" if date.month else "y", date.first, locale=self._locale)

    def dates(self, start: PartialDate, end: PartialDate | None) -> str:
        """Return one date, or a span: ``18/11/2026 – 22/11/2026``, ``2026년 11월 18일~22일`` …"""
        if end is None or end == start:
            return self.date(start)
        if self._thousands is None and start.day and end.day and start.first < end.first:
            from babel.dates import format_interval

            span: str = format_interval(start.first, end.first, "yMMMd", locale=self._locale)
            return span
        return f"{self.date(start)} – {self.date(end)}"

    def number(self, value: int | float | Decimal) -> str:
        """Return ``1.234,5`` in Vietnamese, ``1,234.5`` in English."""
        if type(value) is int and self._thousands:  # every price; CLDR's way takes 20 µs
            return f"{value:,}".replace(",", self._thousands)
        return _decimal(value, self._locale)

    def percent(self, value: int | float | Decimal) -> str:
        """Return ``value`` per cent with the digits that it has: 172 is ``172%``."""
        from babel.numbers import format_percent

        share = Decimal(str(value)) / 100
        return format_percent(share, locale=self._locale, decimal_quantization=False)

    def money(self, dong: int) -> str:
        """Return ``150.000 ₫`` in Vietnamese, ``150,000 ₫`` in English, not to be broken.

        Other languages have the sign where CLDR puts it: ``₫150,000``.
        """
        return self._signed(self.number(dong))

    def price(self, start: int, to: int | None = None, unit: str = "") -> str:
        """Return ``150.000 ₫``, a span ``150.000–180.000 ₫``, with its unit ``…/kg``."""
        span = f"{self.number(start)}–" if to is not None and to != start else ""
        amount = span + self.number(start if to is None else to)
        return self._signed(amount) + (f"/{unit}" if unit else "")

    def weight(self, count: int) -> str:
        """Return a number of bytes as ``0,4 MB``, one below 0,1 MB as ``37 kB``."""
        if count < 100_000:
            return f"{self.number(max(1, round(count / 1_000)))}\N{NO-BREAK SPACE}kB"
        return f"{self.number(round(count / 1_000_000, 1))}\N{NO-BREAK SPACE}MB"

    def month(self, number: int) -> str:
        """Return the name of month 1–12 inside a sentence: ``tháng 3``, ``March``."""
        if self._language in by_heart.MONTHS:
            return by_heart.MONTHS[self._language][number - 1]
        name: str = self._locale.months["format"]["wide"][number]
        return name

    def season(self, months: Iterable[int]) -> str:
        """Return months 1–12 as spans: ``tháng 3–5 và tháng 9``; a span may pass the new year."""
        return self.list([self._span(first, last) for first, last in spans(months)])

    def list(self, items: Sequence[str]) -> str:
        """Return ``a, b và c`` in Vietnamese, ``a, b and c`` in English."""
        if self._language in by_heart.AND:
            return by_heart.listed(items, self._language)
        from babel.lists import format_list

        return format_list(items, "standard", self._locale)

    def _signed(self, amount: str) -> str:
        before, after = self._around_money
        return before + amount + after

    def _span(self, first: int, last: int) -> str:
        if first == last:
            return self.month(first)
        return f"{self.month(first)}–{last if self._vietnamese else self.month(last)}"


@lru_cache
def formats(language: Language) -> Formats:
    """Return the forms of ``language``, made once."""
    return Formats(language)


@lru_cache(maxsize=4096)
def date_text(date: PartialDate, language: Language) -> str:
    """Return ``date`` as ``language`` writes it; see :meth:`Formats.date`."""
    return formats(language).date(date)


@lru_cache(maxsize=4096, typed=True)
def _decimal(value: int | float | Decimal, locale: "Locale") -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale)


def spans(months: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return months 1–12 as first and last of unbroken spans; 11, 12, 1 are one span (11, 1)."""
    known = sorted(set(months))
    if len(known) == 12:
        return ((1, 12),)
    firsts = [month for month in known if (month - 2) % 12 + 1 not in known]
    return tuple((first, _last(first, known)) for first in firsts)


def _last(first: int, months: Sequence[int]) -> int:
    while first % 12 + 1 in months:
        first = first % 12 + 1
    return first


def _around_money(locale: "Locale") -> tuple[str, str]:
    """Return what ``locale`` writes before and after a number of đồng."""
    from babel.numbers import format_currency

    before, _, after = format_currency(1, "VND", locale=locale).partition("1")
    return before, after


def _vietnamese_date(date: PartialDate) -> str:
    if date.month is None:
        return f"năm {date.year}"
    if date.day is None:
        return f"tháng {date.month} năm {date.year}"
    return f"{date.day:02}/{date.month:02}/{date.year}"


def _english_date(date: PartialDate) -> str:
    month = by_heart.MONTHS["en"][date.month - 1] if date.month else ""
    return " ".join(map(str, filter(None, (date.day, month, date.year))))


def _locale(language: Language) -> "Locale":
    from babel import Locale, UnknownLocaleError

    for code in (_REGIONS.get(language, language), _FALLBACK):
        try:
            return Locale.parse(code.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError(_FALLBACK)
