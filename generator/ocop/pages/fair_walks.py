"""What the market list is told of fairs: who stands where, in the order in which one walks.

Owns which fairs a list may be walked through (those that are not over when the site is made; the
browser tells by its own day which is on) and the shape of the file. Knows no page. Called by the
view ``shortlist`` and by its keys. The shape is told in docs/shortlist.md.
"""

from collections.abc import Sequence
from typing import Any

from ocop.domain.fair import Fair
from ocop.pages.booths import Stall, plan_of, walk
from ocop.pages.fair_page import days_of, time_of, when
from ocop.pages.here import Here
from ocop.pages.picked import as_script
from ocop.pages.site import Site
from ocop.paths import SitePath


def walked(site: Site) -> Sequence[Fair]:
    """Return the fairs that are on or coming and have booths with somebody, the nearest first."""
    catalogue = site.catalogue
    found = (
        fair
        for fair in catalogue.fairs.values()
        if time_of(fair, catalogue.today) != "past" and any(map(_told, walk(plan_of(fair))))
    )
    return sorted(found, key=lambda fair: (fair.start.first, fair.id))


def walks_file(site: Site) -> bytes:
    """Return the file of all fairs that can be walked through."""
    return b"ocopFairs(%b);\n" % as_script([_fair(site, fair) for fair in walked(site)])


def _fair(site: Site, fair: Fair) -> dict[str, Any]:
    return {
        "id": fair.id,
        "name": fair.name,
        "days": days_of(fair),
        "when": {
            code: when(Here(site, code, SitePath("")), fair) for code in site.config.languages
        },
        "hours": fair.hours,
        "venue": fair.venue,
        "booths": [found for stall in walk(plan_of(fair)) if (found := _told(stall))],
    }


def _told(stall: Stall) -> list[Any]:
    """Return sign, id on the fair's page, products and producers; nothing for an empty stall."""
    products = [one for booth in stall.booths for one in booth.products]
    producers = [one for booth in stall.booths for one in booth.producers]
    if not products and not producers:
        return []
    return [stall.sign, stall.anchor, products, producers]
