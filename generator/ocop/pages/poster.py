"""The poster of a fair on the home page.

Owns which fair it is: the one that is on, else the next, else the last.
"""

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from ocop.domain.fair import Fair
from ocop.pages.covers import band
from ocop.pages.here import Here
from ocop.pages.whereabouts import place_line
from ocop.pages.words import Words


@dataclass(frozen=True, slots=True)
class Poster:
    """The fair that is on, comes next or was last."""

    heading: str
    name: Words
    when: str
    venue: Words
    place: str
    booths: str
    href: str
    band: Markup


def poster(here: Here) -> Poster | None:
    """Return the fair that is on, else the next one, else the last."""
    today = here.site.catalogue.today
    fairs = sorted(here.site.catalogue.fairs.values(), key=lambda fair: (fair.start.first, fair.id))
    open_now = [fair for fair in fairs if fair.start.first <= today <= _last(fair)]
    ahead = [fair for fair in fairs if fair.start.first > today]
    for key, found in (("now", open_now), ("next", ahead), ("last", fairs[::-1])):
        if found:
            return _as_poster(here, found[0], key)
    return None


def _last(fair: Fair) -> dt.date:
    return (fair.to or fair.start).last


def _as_poster(here: Here, fair: Fair, key: str) -> Poster:
    dates = here.speak.plain(fair.dates)
    count = fair.booth_count or len(fair.booths)
    return Poster(
        heading=here.t(f"home.fair_{key}"),
        name=here.speak(fair.name),
        when=dates or here.formats.dates(fair.start, fair.to),
        venue=here.speak(fair.venue),
        place=place_line(fair.place) if fair.place else "",
        booths=here.t("home.booths", n=count) if count else "",
        href=here.link(here.routes.entry("fairs", fair.id)),
        band=band(fair.id, "IV"),
    )
