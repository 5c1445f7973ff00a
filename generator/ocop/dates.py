"""Dates known to the day, the month or the year.

Owns parsing and reckoning with partial dates (the contract, part 1: precision is kept,
a day is never invented). Reads no clock.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_VIETNAMESE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Return the date written as ``YYYY-MM-DD``, ``DD/MM/YYYY``, ``YYYY-MM`` or ``YYYY``.

        ValueError for any other form and for a day that the calendar does not have.
        """
        if match := _VIETNAMESE.fullmatch(text):
            day, month, year = (int(part) for part in match.groups())
            return cls.from_date(dt.date(year, month, day))
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year, month_, day_ = (int(part) if part else None for part in match.groups())
        assert year is not None
        dt.date(year, month_ or 1, day_ or 1)
        return cls(year, month_, day_)

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
        return PartialDate(year, month, min(self.day, calendar.monthrange(year, month)[1]))

    def isoformat(self) -> str:
        """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)
