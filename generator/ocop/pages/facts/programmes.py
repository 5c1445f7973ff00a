"""Programmes as open data: stated figures as stated, counted ones beside them.

Owns the JSON shape of ``data/programmes.json``. Called by :mod:`ocop.pages.views.data`.
"""

from ocop.domain.programme import Event, Figure, LegalDocument, Programme
from ocop.pages.counted import counted
from ocop.pages.facts.values import Value, addresses, date, origin, period, stated
from ocop.pages.paper_links import paper_address
from ocop.pages.site import Site


def programme_facts(site: Site, programme: Programme) -> dict[str, Value]:
    """Return one programme; numbers in ``figures`` and ``targets`` are texts, as stated."""
    count = counted(site.catalogue, programme.area)
    return {
        "id": programme.id,
        "name": dict(programme.name),
        "area": origin(programme.area),
        "period": period(programme.period),
        "figures": [_figure(one) for one in programme.figures],
        "targets": [_figure(one) for one in programme.targets],
        "counted": {
            "today": site.catalogue.today.isoformat(),
            "products": count.products,
            "producers": count.producers,
            "communes": count.communes,
            "stars": {str(stars): number for stars, number in count.stars},
        },
        "events": [_event(one) for one in programme.events],
        "documents": [_document(site, one) for one in programme.documents],
        "sources": list(programme.sources),
        "url": addresses(site, "programmes", programme.id),
        "sample": programme.sample,
    }


def _figure(one: Figure) -> dict[str, Value]:
    return stated(
        (
            ("label", dict(one.label)),
            ("what", one.what),
            ("state", one.state),
            ("stars", list(one.stars)),
            ("as_of", date(one.as_of)),
            ("period", period(one.period)),
            ("value", one.value),
            ("at_least", one.at_least),
            ("range", one.range),
            ("of", one.of),
            ("percent_of_plan", one.percent_of_plan),
            ("parts", [_figure(part) for part in one.parts]),
            ("places", list(one.places)),
            ("note", dict(one.note)),
            ("source", one.source),
        )
    )


def _event(one: Event) -> dict[str, Value]:
    return stated(
        (
            ("title", dict(one.title)),
            ("date", date(one.date)),
            ("attendance", dict(one.attendance)),
            ("note", dict(one.note)),
        )
    )


def _document(site: Site, one: LegalDocument) -> dict[str, Value]:
    return stated(
        (
            ("number", one.number),
            ("kind", one.kind),
            ("body", one.body),
            ("date", date(one.date)),
            ("title", dict(one.title)),
            ("file", paper_address(site, one.file)),
        )
    )
