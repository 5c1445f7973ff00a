"""What a programme's page says, ready for its template.

Owns the counted side, events, papers and the area then and now; stated figures are worded in
:mod:`ocop.pages.figure_rows`. Called by :mod:`ocop.pages.views.programmes`.
"""

from collections.abc import Iterable

from msgspec import Struct

from ocop.dates import PartialDate
from ocop.domain import gazetteer
from ocop.domain.place import Origin
from ocop.domain.programme import Event, LegalDocument, Programme
from ocop.pages.atlas import is_as_certified, place_page
from ocop.pages.counted import counted, products_of
from ocop.pages.figure_rows import Row, period_text, rows
from ocop.pages.here import Here
from ocop.pages.paper_links import PaperLink, paper_link
from ocop.pages.whereabouts import certified_line
from ocop.pages.words import Words
from ocop.text import sort_key


class ProgrammeLink(Struct, frozen=True):
    """A programme in a list, with its first stated figure."""

    name: Words
    href: str
    period: str
    area: str
    stated: Row | None
    products: int


class Area(Struct, frozen=True):
    """Where a programme ran: the names of its time, and today's with their page."""

    then: str
    now: str
    href: str | None


class Tally(Struct, frozen=True):
    """What the catalogue counts on ``day``; ``samples`` of the products are made up."""

    day: str
    products: int
    samples: int
    rated: int
    producers: int
    communes: int
    stars: tuple[tuple[str, int], ...]


class EventView(Struct, frozen=True):
    """A conference, ceremony or training."""

    title: Words
    when: str
    attendance: Words
    note: Words


class PaperView(Struct, frozen=True):
    """A directive or decision."""

    name: str
    details: str
    title: Words
    link: PaperLink | None


def programme_links(here: Here) -> tuple[ProgrammeLink, ...]:
    """Return the programmes by name."""
    found = here.site.catalogue.programmes.values()
    by_name = sorted(found, key=lambda one: (sort_key(here.speak.plain(one.name)), one.id))
    return tuple(_link(here, one) for one in by_name)


def area(here: Here, programme: Programme) -> Area:
    """Return the area as it was called, and today's province where its name is another.

    A district is never part of today's name: there have been none since July 2025.
    """
    origin = programme.area
    page = place_page(here.site.catalogue, here.routes, origin)
    province = gazetteer.province(origin.province_now or "")
    now = province.name if province else ""
    same = is_as_certified(Origin(province=origin.province), now)
    return Area(certified_line(origin), "" if same else now, here.link(page) if page else None)


def tally(here: Here, programme: Programme) -> Tally:
    """Return today's counts for the programme's area."""
    catalogue = here.site.catalogue
    count = counted(catalogue, programme.area)
    return Tally(
        day=here.formats.date(PartialDate.from_date(catalogue.today)),
        products=count.products,
        samples=sum(one.sample for one in products_of(catalogue, programme.area)),
        rated=count.rated,
        producers=count.producers,
        communes=count.communes,
        stars=tuple((here.t("programme.stars", n=stars), number) for stars, number in count.stars),
    )


def period(here: Here, programme: Programme) -> str:
    """Return the years of the programme; empty where they are not known."""
    return period_text(programme.period, here.t) if programme.period else ""


def events(here: Here, found: Iterable[Event]) -> tuple[EventView, ...]:
    """Return events in the order of the entry."""
    return tuple(
        EventView(
            here.speak(one.title),
            here.formats.date(one.date) if one.date else "",
            here.speak(one.attendance),
            here.speak(one.note),
        )
        for one in found
    )


def documents(here: Here, found: Iterable[LegalDocument]) -> tuple[PaperView, ...]:
    """Return papers in the order of the entry."""
    return tuple(
        PaperView(
            name=" ".join(filter(None, (one.kind, one.number))),
            details=", ".join(
                filter(None, (one.body, here.formats.date(one.date) if one.date else ""))
            ),
            title=here.speak(one.title),
            link=paper_link(here, one.file),
        )
        for one in found
    )


def _link(here: Here, one: Programme) -> ProgrammeLink:
    return ProgrammeLink(
        name=here.speak(one.name),
        href=here.link(here.routes.entry("programmes", one.id)),
        period=period(here, one),
        area=certified_line(one.area),
        stated=next(iter(rows(one.figures[:1], here.speak, here.t)), None),
        products=counted(here.site.catalogue, one.area).products,
    )
