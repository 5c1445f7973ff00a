"""The overview of the six industries and their product sets.

Owns its tiles, which the home page and the search page show too.
"""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from ocop.domain.taxonomy import GROUPS, INDUSTRIES, Industry
from ocop.pages import structured
from ocop.pages.covers import cover
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.render import render
from ocop.pages.shelves import Choice, sets_of
from ocop.pages.terms import term
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.paths import SitePath


class Tile(Struct, frozen=True):
    """One industry: its weave, names, count and sets."""

    key: str
    code: str
    name: str
    full: str
    count: int
    counted: str
    href: str
    cover: Markup
    sets: tuple[Choice, ...]


def tiles(here: Here) -> tuple[Tile, ...]:
    """Return the six industries."""
    return tuple(_tiles(here))


def _tiles(here: Here) -> Iterator[Tile]:
    for industry in INDUSTRIES.values():
        count = len(here.site.catalogue.by_industry.get(industry.code, ()))
        yield Tile(
            key=industry.key,
            code=industry.code,
            name=term(here.t, industry),
            full=term(here.t, industry, "name"),
            count=count,
            counted=here.t("count.products", n=count),
            href=here.link(here.routes.industry(industry.code)),
            cover=cover(f"industry-{industry.key}", industry.code),
            sets=sets_of(here, _numbers(industry)),
        )


def _numbers(industry: Industry) -> tuple[int, ...]:
    return tuple(number for group in industry.groups for number in GROUPS[group].sets)


def _items(here: Here) -> list[tuple[str, SitePath]]:
    return [
        (term(here.t, one, "name"), here.routes.industry(one.code)) for one in INDUSTRIES.values()
    ]


def industries_page(here: Here) -> bytes:
    """Return the overview."""
    t, site = here.t, here.site
    head = head_for(
        site,
        here.language,
        here.path,
        title=t("industries.title"),
        description=t("industries.description"),
        alternates=alternates(site.config, lambda to: to.listing("industries")),
        structured=(
            structured.item_list(site, t("industries.title"), _items(here)),
            breadcrumbs(here, (t("industries.title"), here.path)),
        ),
    )
    crumbs = here.crumbs((t("industries.title"), here.path))
    return render(site, "pages/industries.html", head, crumbs=crumbs, tiles=tiles(here))
