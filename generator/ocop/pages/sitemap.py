"""Sitemaps (sitemaps.org 0.9, with the alternates of translated pages).

Owns the XML and the protocol's limit of 50,000 addresses a file. Knows nothing of which
pages there are. Called by :mod:`ocop.pages.views.meta`.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from ocop.dates import PartialDate
from ocop.pages.xml import DECLARATION, element
from ocop.text import Language

LIMIT = 50_000
"""How many addresses the protocol allows in one file."""

_BYTES = 50_000_000
"""How long the protocol allows one file to be, a little less than its 50 MiB."""

_PROTOCOL = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


class Listed(Struct, frozen=True):
    """One page by absolute address; ``alternates`` are its true translations, itself included."""

    address: str
    changed: PartialDate | None = None
    alternates: Mapping[Language, str] = field(default_factory=dict)


def most_pages(address: int, languages: int) -> int:
    """Return how many pages fit one sitemap, whose addresses have up to ``address`` bytes.

    With more than one of ``languages`` each page lists its translations, itself included.
    """
    links = languages if languages > 1 else 0
    page = len("<url><loc></loc>\n<lastmod>2026-11-21</lastmod>\n</url>\n") + address
    link = len('<xhtml:link rel="alternate" hreflang="zh-Hant-TW" href=""/>\n') + address
    return min(LIMIT, _BYTES // (page + links * link))


def sitemap(pages: Sequence[Listed]) -> bytes:
    """Return the sitemap of at most ``LIMIT`` pages."""
    lines = (line for page in pages for line in _url(page))
    return _document(f"<urlset {_PROTOCOL} {_XHTML}>", lines, "</urlset>")


def sitemap_index(addresses: Sequence[str]) -> bytes:
    """Return the index of several sitemaps."""
    lines = (f"<sitemap>{element('loc', address)}</sitemap>" for address in addresses)
    return _document(f"<sitemapindex {_PROTOCOL}>", lines, "</sitemapindex>")


def _document(start: str, lines: Iterable[str], end: str) -> bytes:
    return (DECLARATION + "\n".join((start, *lines, end)) + "\n").encode()


def _url(page: Listed) -> Iterable[str]:
    yield "<url>" + element("loc", page.address)
    if page.changed:
        yield element("lastmod", page.changed.isoformat())
    if len(page.alternates) > 1:
        for language, address in page.alternates.items():
            yield element("xhtml:link", rel="alternate", hreflang=language, href=address)
    yield "</url>"
