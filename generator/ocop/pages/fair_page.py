"""What a fair's page says, ready for its template.

Owns whether a fair is on, coming or over, the wording of its dates, and its booths. Called by
:mod:`ocop.pages.views.fairs` and wherever fairs are listed.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from ocop.domain.fair import Booth, Fair
from ocop.domain.product import Product
from ocop.pages.atlas import is_as_certified, place_page
from ocop.pages.covers import band
from ocop.pages.here import Here
from ocop.pages.whereabouts import certified_line, place_line
from ocop.pages.words import Words

Time = Literal["now", "coming", "past"]


@dataclass(frozen=True, slots=True)
class FairLink:
    """A fair in a list."""

    name: Words
    href: str
    when: str
    where: str
    state: Time
    booths: str
    band: Markup


@dataclass(frozen=True, slots=True)
class Named:
    """A producer or product at a booth."""

    name: Words
    href: str


@dataclass(frozen=True, slots=True)
class BoothRow:
    """One booth: who stands there with what."""

    number: str
    producers: tuple[Named, ...]
    products: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Where:
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
    if (fair.to or fair.start).last < today:
        return "past"
    return "now" if fair.start.last <= today else "coming"


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
        booths=here.t("home.booths", n=count) if count else "",
        band=band(fair.id, "IV"),
    )


def in_order(fairs: Iterable[Fair]) -> list[Fair]:
    """Return fairs with the newest first."""
    return sorted(fairs, key=lambda fair: (fair.start.first, fair.id), reverse=True)


def booth_rows(here: Here, booths: Iterable[Booth]) -> tuple[BoothRow, ...]:
    """Return the booths in the order of the entry."""
    return tuple(_row(here, booth) for booth in booths)


def shown_products(here: Here, fair: Fair) -> tuple[Product, ...]:
    """Return the products at the fair, each once, in the order of the booths."""
    ids = dict.fromkeys(one for booth in fair.booths for one in booth.products)
    return tuple(here.site.catalogue.products[one] for one in ids)


def _row(here: Here, booth: Booth) -> BoothRow:
    catalogue, to = here.site.catalogue, here.routes.entry
    return BoothRow(
        number=booth.number,
        producers=tuple(
            Named(here.speak(catalogue.producers[one].name), here.link(to("producers", one)))
            for one in booth.producers
        ),
        products=tuple(
            Named(here.speak(catalogue.products[one].name), here.link(to("products", one)))
            for one in booth.products
        ),
    )
