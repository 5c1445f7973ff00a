"""Dates known to the day, the month or the year.

Owns parsing and reckoning with partial dates (the contract, part 1: precision is kept,
a day is never invented). Reads no clock.
"""

import calendar
import datetime as dt

from msgspec import Struct

from ocop.patterns import late

_ISO = late(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_VIETNAMESE = late(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YEARS = range(1000, 3000)


class PartialDate(Struct, frozen=True):
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Return the date written as ``YYYY-MM-DD``, ``DD/MM/YYYY``, ``YYYY-MM`` or ``YYYY``.

        ValueError for any other form (``2023-2``, padded text), for a day that the calendar does
        not have, and for a year outside 1000–2999, which is a slip of the keyboard.
        """
        if match := _VIETNAMESE.fullmatch(text):
            parts = match.groups()[::-1]
        elif match := _ISO.fullmatch(text):
            parts = match.groups()
        else:
            raise ValueError(text)
        numbers = tuple(int(part) for part in parts if part is not None)
        dt.date(*(*numbers, 1, 1)[:3])
        if numbers[0] not in _YEARS:
            raise ValueError(text)
        return cls(*numbers)

    @classmethod
    def from_date(cls, date: dt.date) -> "PartialDate":
        """Return a full date as a partial one."""
        return cls(date.year, date.month, date.day)

    @property
    def first(self) -> dt.date:
        """The earliest day that it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The latest day that it can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def plus_months(self, months: int) -> "PartialDate":
        """Return the same day ``months`` later in the same precision.

        A day that the month lacks becomes its last (29 February → 28). For a bare year,
        ``months`` must be whole years.
        """
        if self.month is None:
            years, rest = divmod(months, 12)
            if rest:
                raise ValueError(months)
            return PartialDate(self.year + years)
        years, month = divmod(self.month - 1 + months, 12)
        year, month = self.year + years, month + 1
        if self.day is None:
            return PartialDate(year, month)
        day = self.day if self.day <= 28 else min(self.day, calendar.monthrange(year, month)[1])
        return PartialDate(year, month, day)

    def isoformat(self) -> str:
        """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"
