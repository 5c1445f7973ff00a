"""The way to a paper: published with the site, or on the web.

Owns what a link says of a paper and which address it has. A paper that is neither published
nor on the web has no link. Called by the pages of products, producers and programmes, by open
data and by :mod:`ocop.pages.schemaorg`.
"""

from msgspec import Struct

from ocop.pages.contact import web
from ocop.pages.here import Here
from ocop.pages.site import Site
from ocop.papers.sheet import Sheet
from ocop.paths import SourcePath


class PaperLink(Struct, frozen=True):
    """Where a paper is; ``weight`` (``PDF, 0,4 MB``) is empty for one on somebody's server."""

    href: str
    weight: str


def paper_link(here: Here, file: str | None) -> PaperLink | None:
    """Return the link from a page to a paper, a source path or an address; None without one."""
    if sheet := _published(here.site, file):
        # No line break inside: the pieces are one word to a reader.
        weight = f"PDF,\N{NO-BREAK SPACE}{here.formats.weight(sheet.bytes)}"
        return PaperLink(here.link(sheet.path), weight)
    address = web(file)
    return PaperLink(address, "") if address else None


def paper_address(site: Site, file: str | None) -> str | None:
    """Return a paper's address: relative to the site's root, or absolute on the web."""
    sheet = _published(site, file)
    return sheet.path if sheet else web(file)


def paper_url(site: Site, file: str | None) -> str | None:
    """Return a paper's absolute address."""
    sheet = _published(site, file)
    return site.config.url + sheet.path if sheet else web(file)


def _published(site: Site, file: str | None) -> Sheet | None:
    return site.papers.get(SourcePath(file)) if file else None
