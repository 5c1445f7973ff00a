"""What a fair's page says, ready for its template.

Owns whether a fair is on, coming or over, the wording of its dates, and its booths. Called by
:mod:`ocop.pages.views.fairs` and wherever fairs are listed.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from ocop.domain.fair import Booth, Fair
from ocop.domain.product import Product
from ocop.pages.atlas import is_as_certified, place_page
from ocop.pages.booths import Stall, in_order
from ocop.pages.covers import band
from ocop.pages.here import Here
from ocop.pages.whereabouts import certified_line, place_line
from ocop.pages.words import Words

Time = Literal["now", "coming", "past"]


class FairLink(Struct, frozen=True):
    """A fair in a list."""

    name: Words
    href: str
    when: str
    where: str
    state: Time
    days: str
    booths: str
    band: Markup


class Named(Struct, frozen=True):
    """A producer or product at a booth."""

    name: Words
    href: str


class BoothRow(Struct, frozen=True):
    """One booth: who stands there with what; ``anchor`` is its id on the page."""

    number: str
    anchor: str
    producers: tuple[Named, ...]
    products: tuple[Named, ...]


class Where(Struct, frozen=True):
    """Where a fair is held: the venue, and the place then and now."""

    venue: Words
    now: str
    href: str | None
    then: str


def time_of(fair: Fair, today: dt.date) -> Time:
    """Return whether ``fair`` is on, coming or over.

    One known only to the month or year is on no sooner than it must be, and over no sooner
    than it can be.
    """
    start, end = _span(fair)
    if end < today:
        return "past"
    return "now" if start <= today else "coming"


def days_of(fair: Fair) -> str:
    """Return the first and the last day as the page's script reads them: ``2026-12-18/2026-12-22``.

    The browser tells by its own calendar whether the fair is on; a ``~`` in front says that the
    days are not known well enough to be counted.
    """
    start, end = _span(fair)
    known = fair.start.day and (fair.to is None or fair.to.day)
    return f"{'' if known else '~'}{start.isoformat()}/{end.isoformat()}"


def _span(fair: Fair) -> tuple[dt.date, dt.date]:
    return fair.start.last, (fair.to or fair.start).last


def state_words(here: Here, states: Mapping[Time, str] | None = None) -> str:
    """Return what the script says of a fair's days, as JSON for an attribute.

    ``states`` are the words for each state where they are not the common ones.
    """
    said: dict[str, object] = {**here.t.under("fair.state."), **here.t.under("fair.days.")}
    for time, words in (states or {}).items():
        said[time] = words
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def when(here: Here, fair: Fair) -> str:
    """Return the dates as the source states them, else as the entry gives them."""
    return here.speak.plain(fair.dates) or here.formats.dates(fair.start, fair.to)


def where(here: Here, fair: Fair) -> Where:
    """Return the venue and the place; ``then`` only where it differs from the present names."""
    page = place_page(here.site.catalogue, here.routes, fair.place)
    now = place_line(fair.place) if fair.place else ""
    changed = fair.place is not None and not is_as_certified(fair.place, now)
    return Where(
        venue=here.speak(fair.venue),
        now=now,
        href=here.link(page) if page else None,
        then=certified_line(fair.place) if fair.place and changed else "",
    )


def fair_link(here: Here, fair: Fair) -> FairLink:
    """Return a fair as a list shows it."""
    count = fair.booth_count or len(fair.booths)
    places = (here.speak.plain(fair.venue), place_line(fair.place) if fair.place else "")
    return FairLink(
        name=here.speak(fair.name),
        href=here.link(here.routes.entry("fairs", fair.id)),
        when=when(here, fair),
        where=", ".join(filter(None, places)),
        state=time_of(fair, here.site.catalogue.today),
        days=days_of(fair),
        booths=here.t("home.booths", n=count) if count else "",
        band=band(fair.id, "IV"),
    )


def newest_first(fairs: Iterable[Fair]) -> list[Fair]:
    """Return fairs with the newest first."""
    return sorted(fairs, key=lambda fair: (fair.start.first, fair.id), reverse=True)


def booth_rows(here: Here, fair: Fair) -> tuple[BoothRow, ...]:
    """Return the booths in the order of their numbers."""
    return tuple(_row(here, stall, booth) for stall in in_order(fair) for booth in stall.booths)


def shown_products(here: Here, fair: Fair) -> tuple[Product, ...]:
    """Return the products at the fair, each once, in the order of the booths."""
    ids = dict.fromkeys(one for booth in fair.booths for one in booth.products)
    return tuple(here.site.catalogue.products[one] for one in ids)


def _row(here: Here, stall: Stall, booth: Booth) -> BoothRow:
    catalogue, to = here.site.catalogue, here.routes.entry
    return BoothRow(
        number=booth.number,
        anchor=stall.anchor if booth is stall.booths[0] else "",
        producers=tuple(
            Named(here.speak(catalogue.producers[one].name), here.link(to("producers", one)))
            for one in booth.producers
        ),
        products=tuple(
            Named(here.speak(catalogue.products[one].name), here.link(to("products", one)))
            for one in booth.products
        ),
    )
