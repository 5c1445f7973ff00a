"""News and free pages, ready for their templates.

Owns the order and the dates of news: when it was published is not when it happened. Called by
:mod:`ocop.pages.views.articles` and by pages that point to news about themselves.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from ocop.domain.article import News
from ocop.pages.here import Here
from ocop.pages.place_page import EntryLink
from ocop.pages.words import Words


class NewsLink(Struct, frozen=True):
    """A piece of news in a list."""

    title: Words
    href: str
    date: str
    published: str
    happened: str
    summary: Words


def news_links(here: Here, news: Iterable[News]) -> tuple[NewsLink, ...]:
    """Return news as a list shows it, the newest first."""
    return tuple(_link(here, one) for one in newest_first(news))


def newest_first(news: Iterable[News]) -> list[News]:
    """Return news by the date of publication, the newest first."""
    return sorted(news, key=lambda one: (one.date.first, one.id), reverse=True)


def news_about(here: Here, about: Callable[[News], bool]) -> tuple[EntryLink, ...]:
    """Return the news for which ``about`` is true as links, the newest first."""
    found = (one for one in here.site.catalogue.news.values() if about(one))
    return tuple(
        EntryLink(
            here.speak(one.title),
            here.link(here.routes.entry("news", one.id)),
            here.formats.date(one.date),
        )
        for one in newest_first(found)
    )


def happened(here: Here, one: News) -> str:
    """Return the words on the day of the event where it is not the day of publication."""
    if one.event_date is None or one.event_date == one.date:
        return ""
    return here.t("news.happened", date=here.formats.date(one.event_date))


def _link(here: Here, one: News) -> NewsLink:
    return NewsLink(
        title=here.speak(one.title),
        href=here.link(here.routes.entry("news", one.id)),
        date=one.date.isoformat(),
        published=here.formats.date(one.date),
        happened=happened(here, one),
        summary=here.speak(one.summary),
    )
