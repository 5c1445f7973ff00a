"""The poster of a fair on the home page.

Owns which fair it is: the one that is on, else the next, else the last.
"""

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from ocop.domain.fair import Fair
from ocop.pages.covers import band
from ocop.pages.fair_page import Time, days_of, state_words, time_of, when
from ocop.pages.here import Here
from ocop.pages.whereabouts import place_line
from ocop.pages.words import Words


class Poster(Struct, frozen=True):
    """The fair that is on, comes next or was last."""

    heading: str
    state: Time
    days: str
    words: str
    name: Words
    when: str
    venue: Words
    place: str
    booths: str
    href: str
    band: Markup


_HEADINGS: Mapping[Time, str] = {
    "now": "home.fair_now",
    "coming": "home.fair_next",
    "past": "home.fair_last",
}


def poster(here: Here) -> Poster | None:
    """Return the fair that is on, else the next one, else the last."""
    today = here.site.catalogue.today
    fairs = sorted(here.site.catalogue.fairs.values(), key=lambda fair: (fair.start.first, fair.id))
    by_time = {time: [one for one in fairs if time_of(one, today) == time] for time in _HEADINGS}
    by_time["past"].reverse()
    return next(
        (_as_poster(here, found[0], time) for time, found in by_time.items() if found), None
    )


def _as_poster(here: Here, fair: Fair, time: Time) -> Poster:
    count = fair.booth_count or len(fair.booths)
    headings = {one: here.t(key) for one, key in _HEADINGS.items()}
    return Poster(
        heading=headings[time],
        state=time,
        days=days_of(fair),
        words=state_words(here, headings),
        name=here.speak(fair.name),
        when=when(here, fair),
        venue=here.speak(fair.venue),
        place=place_line(fair.place) if fair.place else "",
        booths=here.t("home.booths", n=count) if count else "",
        href=here.link(here.routes.entry("fairs", fair.id)),
        band=band(fair.id, "IV"),
    )
