"""Atom feeds (RFC 4287).

Owns the XML of a feed: its elements, dates and order. Knows nothing of what the items are
about. Called by :mod:`ocop.pages.views.feeds`.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from ocop.dates import PartialDate
from ocop.pages.words import Words
from ocop.pages.xml import DECLARATION, element
from ocop.text import Language

_NEVER = "1970-01-01T00:00:00Z"


class Item(Struct, frozen=True):
    """One thing that happened: ``key`` is its permanent id, ``address`` the absolute page."""

    key: str
    title: Words
    address: str
    date: PartialDate
    summary: Words


class Feed(Struct, frozen=True):
    """A feed; ``address`` is its own absolute address and its id, ``home`` that of its page."""

    address: str
    home: str
    title: str
    subtitle: Words
    author: str
    language: Language
    items: Sequence[Item]


def atom(feed: Feed) -> bytes:
    """Return the feed as XML, the items in the order given.

    A date known only to month or year counts from its first day. The feed was updated when
    its newest item happened; an empty one never.
    """
    lines = [
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}">',
        *_head(feed),
        *(line for item in feed.items for line in _entry(item)),
        "</feed>\n",
    ]
    return (DECLARATION + "\n".join(lines)).encode()


def piece_of(item: Item) -> tuple[bytes, bytes]:
    """Return by what one knows that a feed tells of ``item``, and what it says then."""
    return element("id", item.key).encode(), "\n".join(_entry(item)).encode()


def _head(feed: Feed) -> Iterable[str]:
    yield element("id", feed.address)
    yield element("title", feed.title)
    if feed.subtitle:
        yield _said("subtitle", feed.subtitle)
    yield element("updated", max((_moment(item.date) for item in feed.items), default=_NEVER))
    yield f"<author>{element('name', feed.author)}</author>"
    yield element("link", rel="self", type="application/atom+xml", href=feed.address)
    yield element("link", rel="alternate", type="text/html", href=feed.home)


def _entry(item: Item) -> Iterable[str]:
    yield "<entry>"
    yield element("id", item.key)
    yield _said("title", item.title)
    yield element("updated", _moment(item.date))
    yield element("link", rel="alternate", type="text/html", href=item.address)
    if item.summary:
        yield _said("summary", item.summary)
    yield "</entry>"


def _said(name: str, words: Words) -> str:
    spoken = {"xml:lang": words.spoken} if words.spoken else {}
    return element(name, words.text, **spoken)


def _moment(date: PartialDate) -> str:
    return f"{date.first.isoformat()}T00:00:00+07:00"
