"""Ways through the catalogue: industries, product sets, star levels, months.

Owns the addresses of these lists; the pages themselves are in :mod:`ocop.pages.shelves`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ocop.domain.product import Product
from ocop.domain.taxonomy import INDUSTRIES, SETS
from ocop.pages.artifact import Artifact
from ocop.pages.here import Here
from ocop.pages.industries import industries_page
from ocop.pages.lists import page_count
from ocop.pages.routes import Routes
from ocop.pages.shelves import (
    LEVELS,
    industry_page,
    season_page,
    set_page,
    stars_page,
)
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.text import Language

_CODES = tuple(INDUSTRIES)


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return all these lists in every language; a set without products has a page too."""
    return tuple(one for code in site.config.languages for one in _artifacts(site, code))


def _artifacts(site: Site, language: Language) -> Iterator[Artifact]:
    routes, catalogue = Routes(language, site.config.language), site.catalogue
    yield Artifact(
        routes.listing("industries"), "taxonomy", ("industries", language, 0, 1), rank="entry"
    )
    for number, code in enumerate(INDUSTRIES, start=1):
        yield from pages_of(routes, "industry", number, catalogue.by_industry.get(code, ()))
    for number in SETS:
        yield from pages_of(routes, "set", number, catalogue.by_set.get(number, ()))
    for stars in LEVELS:
        yield from pages_of(routes, "stars", stars, catalogue.by_stars.get(stars, ()))
    for month in range(1, 13):
        yield from pages_of(routes, "season", month, catalogue.by_month.get(month, ()))


def pages_of(
    routes: Routes, kind: str, which: int, listed: Sequence[Product]
) -> Iterator[Artifact]:
    """Yield the pages of one list: of an industry (1 to 6), a set, a star level or a month."""
    locate: Mapping[str, Callable[[int, int], SitePath]] = {
        "industry": lambda number, page: routes.industry(_CODES[number - 1], page),
        "set": routes.product_set,
        "stars": routes.stars,
        "season": routes.season,
    }
    for page in range(1, page_count(len(listed)) + 1):
        args = (kind, routes.language, which, page)
        yield Artifact(locate[kind](which, page), "taxonomy", args, rank="entry")


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the bytes of one of them."""
    kind, language, which, page = artifact.args
    here = Here(site, Language(str(language)), artifact.path)
    return _MAKERS[str(kind)](here, int(which), int(page))


_MAKERS: Mapping[str, Callable[[Here, int, int], bytes]] = {
    "industries": lambda here, _, __: industries_page(here),
    "industry": industry_page,
    "set": set_page,
    "stars": stars_page,
    "season": season_page,
}
