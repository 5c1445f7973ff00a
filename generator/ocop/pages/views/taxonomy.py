"""Ways through the catalogue: industries, product sets, star levels, months.

Owns the addresses of these lists; the pages themselves are in :mod:`ocop.pages.shelves`.
"""

from collections.abc import Callable, Iterator, Mapping

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


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return all these lists in every language; a set without products has a page too."""
    return tuple(one for code in site.config.languages for one in _artifacts(site, code))


def _artifacts(site: Site, language: Language) -> Iterator[Artifact]:
    routes, catalogue = Routes(language, site.config.language), site.catalogue
    yield Artifact(
        routes.listing("industries"), "taxonomy", ("industries", language, 0, 1), rank="entry"
    )
    for number, code in enumerate(INDUSTRIES, start=1):
        total = len(catalogue.by_industry.get(code, ()))
        yield from _pages("industry", language, number, total, _at(routes.industry, code))
    for number in SETS:
        total = len(catalogue.by_set.get(number, ()))
        yield from _pages("set", language, number, total, _at(routes.product_set, number))
    for stars in LEVELS:
        total = len(catalogue.by_stars.get(stars, ()))
        yield from _pages("stars", language, stars, total, _at(routes.stars, stars))
    for month in range(1, 13):
        total = len(catalogue.by_month.get(month, ()))
        yield from _pages("season", language, month, total, _at(routes.season, month))


def _at(locate: Callable[..., SitePath], which: str | int) -> Callable[[int], SitePath]:
    return lambda page: locate(which, page)


def _pages(
    kind: str, language: Language, which: int, total: int, locate: Callable[[int], SitePath]
) -> Iterator[Artifact]:
    for page in range(1, page_count(total) + 1):
        yield Artifact(locate(page), "taxonomy", (kind, language, which, page), rank="entry")


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
