"""Which pages search engines are told of, and in which languages each truly exists.

Owns the way from planned artifacts to the sitemap's pages. Called by
:mod:`ocop.pages.views.meta`.
"""

from collections.abc import Iterator, Mapping

from ocop.dates import PartialDate
from ocop.domain.article import News
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.pages.plan import VIEWS, planned
from ocop.pages.press import press_for
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.sitemap import Listed
from ocop.pages.translations import Entry, is_translated
from ocop.pages.updated import updated
from ocop.paths import EntryId, SitePath
from ocop.text import Language

_NOT_PAGES = frozenset(
    ("index", "shortlist", "kiosk", "weaves", "redirects", "data", "feeds", "offline", "meta")
)


def page_paths(site: Site) -> tuple[SitePath, ...]:
    """Return the address of every page of the site, in order; no redirects, no 404."""
    return press_for(site).once("page paths", lambda: tuple(sorted(_page_paths(site))))


def listed_pages(site: Site) -> tuple[Listed, ...]:
    """Return every page of the site as the sitemap lists it, in the order of the addresses."""
    return press_for(site).once("listed pages", lambda: tuple(_listed_pages(site)))


def _page_paths(site: Site) -> Iterator[SitePath]:
    for name in VIEWS:
        if name not in _NOT_PAGES:
            for artifact in planned(site, name):
                if artifact.path.endswith(".html"):
                    yield artifact.path


def _listed_pages(site: Site) -> Iterator[Listed]:
    paths = page_paths(site)
    existing = frozenset(paths)
    for path in paths:
        yield _listed(site, path, existing)


def _listed(site: Site, path: SitePath, existing: frozenset[SitePath]) -> Listed:
    url, first = site.config.url, site.config.language
    bare = _bare(path, site)
    entry = _entry_at(site, bare)
    alternates = {
        code: url + there
        for code in site.config.languages
        if (there := Routes(code, first).version_of(bare)) in existing
        and (entry is None or is_translated(entry, code, first))
    }
    return Listed(url + path, _changed(site, entry), alternates)


def _bare(path: SitePath, site: Site) -> SitePath:
    """Return the address of the same page in the first language."""
    folder, _, rest = path.partition("/")
    others = site.config.languages[1:]
    return SitePath(rest) if Language(folder) in others else path


def _entry_at(site: Site, bare: SitePath) -> Entry | None:
    folder, _, name = bare.removesuffix(".html").partition("/")
    catalogue = site.catalogue
    kinds: Mapping[str, Mapping[EntryId, Entry]] = {
        "products": catalogue.products,
        "producers": catalogue.producers,
        "fairs": catalogue.fairs,
        "programmes": catalogue.programmes,
        "news": catalogue.news,
        "pages": catalogue.pages,
    }
    if folder == "places":
        return catalogue.places.get(name)
    return kinds[folder].get(EntryId(name)) if folder in kinds else None


def _changed(site: Site, entry: Entry | None) -> PartialDate | None:
    if isinstance(entry, Product | Producer | Programme | News):
        return updated(entry, site.catalogue.today)
    return None
