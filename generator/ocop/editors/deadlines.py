"""Certificates that end: when to hand in what is needed for the next, also as a calendar.

Owns the window of 180 to 120 days before the end (Decision 26/2026/QĐ-TTg, article 7.6a) for a
whole catalogue, and its iCalendar form (RFC 5545). Called by :mod:`ocop.cli.status`.
"""

import datetime as dt
from collections.abc import Callable, Iterable

from msgspec import Struct

from ocop.domain import rating
from ocop.domain.catalogue import Catalogue
from ocop.domain.recognition import State
from ocop.editors.lined import escaped, lined
from ocop.paths import EntryId

_DAY = dt.timedelta(days=1)
_AHEAD = 365


class Deadline(Struct, frozen=True):
    """The days from which and until which to apply, and the certificate's last."""

    id: EntryId
    name: str
    opens: dt.date
    closes: dt.date
    end: dt.date


def deadlines(catalogue: Catalogue) -> tuple[Deadline, ...]:
    """Return what ends within a year from the catalogue's day, the soonest first.

    A certificate whose end is known to the month or year only is not among them: no day is
    invented for it.
    """
    found = (_deadline(catalogue, key) for key in catalogue.products)
    return tuple(sorted((one for one in found if one), key=lambda one: (one.end, one.id)))


def _deadline(catalogue: Catalogue, key: EntryId) -> Deadline | None:
    today, product = catalogue.ratings[key], catalogue.products[key]
    if today.recognition is None or today.state not in (State.VALID, State.DUE):
        return None
    end = rating.own_end(today.recognition)
    if end is None or end.first != end.last or today.recognition.extended:
        return None
    if (end.first - catalogue.today).days > _AHEAD:
        return None
    opens, closes = end.first - rating.DUE_DAYS * _DAY, end.first - rating.DUE_DEADLINE_DAYS * _DAY
    return Deadline(key, next(iter(product.name.values())), opens, closes, end.first)


def calendar(
    found: Iterable[Deadline], title: str, summary: Callable[[Deadline], str], host: str
) -> str:
    """Return an iCalendar file with the last day to apply of each, and a reminder a month before.

    ``host`` makes the events' names unique.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{host}//OCOP Showcase//VI"]
    lines.append(f"X-WR-CALNAME:{escaped(title)}")
    for one in found:
        lines += _event(one, escaped(summary(one)), host)
    return lined((*lines, "END:VCALENDAR"))


def _event(one: Deadline, text: str, host: str) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT",
        f"UID:{one.id}-{one.end:%Y%m%d}@{host}",
        f"DTSTAMP:{one.opens:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{one.closes:%Y%m%d}",
        f"DTEND;VALUE=DATE:{one.closes + _DAY:%Y%m%d}",
        f"SUMMARY:{text}",
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{text}", "TRIGGER:-P30D", "END:VALARM"),
        "END:VEVENT",
    )
