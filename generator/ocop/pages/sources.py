"""Where an entry's facts come from.

Owns telling words from addresses. Called by the views.
"""

from collections.abc import Iterable

from msgspec import Struct

from ocop.pages.contact import host, web


class Source(Struct, frozen=True):
    """Words, or an address to follow with the name of its site as words."""

    text: str
    href: str | None


def sources(found: Iterable[str]) -> tuple[Source, ...]:
    """Return sources in the order of the entry."""
    return tuple(Source(host(url) if (url := web(one)) else one, url) for one in found)
