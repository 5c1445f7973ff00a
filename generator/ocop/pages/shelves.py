"""Lists of products by industry, set, star level and month.

Owns what each says above its cards, and what it says when it is empty. Called by
:mod:`ocop.pages.views.taxonomy`.
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from ocop.domain.product import Product
from ocop.domain.taxonomy import GROUPS, INDUSTRIES, SETS
from ocop.pages import structured
from ocop.pages.cards import cards
from ocop.pages.channels import Channel, follow
from ocop.pages.covers import band
from ocop.pages.head import Follow
from ocop.pages.heads import head_for, woven_share
from ocop.pages.here import Here
from ocop.pages.lists import PER_PAGE, numbered, on_page, pager, shelved
from ocop.pages.product_list import items
from ocop.pages.render import render
from ocop.pages.terms import term
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.paths import SitePath

LEVELS = (5, 4, 3)
"""The star levels that have certificates, the highest first."""


class Choice(Struct, frozen=True):
    """A neighbouring list: its name, how many products it has, whether it is this one."""

    label: str
    count: int
    href: str
    here: bool


class Shelf(Struct, frozen=True):
    """One list: names, words and address, before its products are cut into pages.

    ``headline`` is the title in search results and tabs where the name alone is not unique.
    """

    title: str
    description: str
    path: Callable[[int], SitePath]
    trail: tuple[tuple[str, SitePath], ...]
    industry: str | None = None
    headline: str = ""
    feed: Follow | None = None


def industry_page(here: Here, number: int, page: int) -> bytes:
    """Return the list of an industry, 1 to 6."""
    industry = tuple(INDUSTRIES.values())[number - 1]
    found = here.site.catalogue.by_industry.get(industry.code, ())
    title, t, routes = term(here.t, industry, "name"), here.t, here.routes
    shelf = Shelf(
        title,
        t("industries.description_one", name=title, n=len(found)),
        lambda one: routes.industry(industry.code, one),
        ((t("industries.title"), routes.listing("industries")),),
        industry.code,
        feed=follow(here, Channel("industry", industry.code)),
    )
    numbers = [number for group in industry.groups for number in GROUPS[group].sets]
    return _page(
        here,
        shelf,
        "pages/industry.html",
        found,
        page,
        industry=industry.key,
        code=industry.code,
        groups=tuple(
            (term(here.t, GROUPS[group], "name"), sets_of(here, GROUPS[group].sets))
            for group in industry.groups
        ),
        sets=sets_of(here, numbers),
    )


def set_page(here: Here, number: int, page: int) -> bytes:
    """Return the list of a product set, 1 to 26."""
    family = SETS[number]
    industry, group = INDUSTRIES[family.industry], GROUPS[family.group]
    found = here.site.catalogue.by_set.get(number, ())
    title, t, routes = term(here.t, family, "name"), here.t, here.routes
    headline = f"{title} ({t('industries.set', n=number)})"
    shelf = Shelf(
        title,
        t("sets.description", name=headline, n=len(found)),
        lambda one: routes.product_set(number, one),
        (
            (t("industries.title"), routes.listing("industries")),
            (term(here.t, industry), routes.industry(industry.code)),
        ),
        industry.code,
        headline,
    )
    numbers = [one for group in industry.groups for one in GROUPS[group].sets]
    return _page(
        here,
        shelf,
        "pages/set.html",
        found,
        page,
        industry=industry.key,
        number=number,
        group=term(here.t, group, "name"),
        siblings=sets_of(here, numbers, number),
    )


def stars_page(here: Here, stars: int, page: int) -> bytes:
    """Return the list of a star level, 3 to 5: products whose stars are shown today."""
    catalogue, t, routes = here.site.catalogue, here.t, here.routes
    found = catalogue.by_stars.get(stars, ())
    shelf = Shelf(
        t("levels.title", n=stars),
        t("levels.description", n=len(found), stars=stars),
        lambda one: routes.stars(stars, one),
        ((t("search.title"), routes.search()),),
    )
    levels = tuple(
        Choice(
            t("stars.label", n=level),
            len(catalogue.by_stars.get(level, ())),
            here.link(routes.stars(level)),
            level == stars,
        )
        for level in LEVELS
    )
    return _page(here, shelf, "pages/stars.html", found, page, stars=stars, levels=levels)


def season_page(here: Here, month: int, page: int) -> bytes:
    """Return the list of a month; what is made all year round is only counted there."""
    catalogue, t, routes = here.site.catalogue, here.t, here.routes
    found, name = catalogue.by_month.get(month, ()), here.formats.month(month)
    shelf = Shelf(
        t("seasons.title", month=name),
        t("seasons.description", n=len(found), month=name),
        lambda one: routes.season(month, one),
        ((t("search.title"), routes.search()),),
    )
    return _page(
        here,
        shelf,
        "pages/season.html",
        found,
        page,
        month=name,
        months=months(here, month),
        whole_year=catalogue.whole_year,
    )


def months(here: Here, lit: int | None) -> tuple[Choice, ...]:
    """Return the twelve months with their counts; ``lit`` is the one to stand out."""
    by_month = here.site.catalogue.by_month
    return tuple(
        Choice(
            here.t(f"month.short.{number}"),
            len(by_month.get(number, ())),
            here.link(here.routes.season(number)),
            number == lit,
        )
        for number in range(1, 13)
    )


def sets_of(here: Here, numbers: Sequence[int], lit: int | None = None) -> tuple[Choice, ...]:
    """Return product sets with their counts; ``lit`` is the one to stand out."""
    by_set = here.site.catalogue.by_set
    return tuple(
        Choice(
            term(here.t, SETS[number]),
            len(by_set.get(number, ())),
            here.link(here.routes.product_set(number)),
            number == lit,
        )
        for number in numbers
    )


def _page(
    here: Here,
    shelf: Shelf,
    template: str,
    found: Sequence[Product],
    page: int,
    **data: Any,
) -> bytes:
    site, language = here.site, here.language
    products = shelved(here, shelf.path(1), found)
    shown, first = on_page(products, page), (page - 1) * PER_PAGE + 1
    trail = (*shelf.trail, (shelf.title, here.path))
    bare = shelf.path(page).removeprefix(f"{language}/" if language != here.routes.default else "")
    titled, described = numbered(here.t, shelf.headline or shelf.title, shelf.description, page)
    head = head_for(
        site,
        language,
        here.path,
        title=titled,
        description=described,
        alternates=alternates(site.config, lambda to: to.version_of(SitePath(bare))),
        share=woven_share(site, language, shelf.industry) if shelf.industry else None,
        structured=(
            structured.item_list(site, shelf.title, items(here, shown), first),
            breadcrumbs(here, *trail),
        ),
        feed=shelf.feed,
    )
    given: dict[str, Any] = {
        "title": shelf.title,
        "crumbs": here.crumbs(*trail),
        "band": band(shelf.title, shelf.industry or "I"),
        "total": len(found),
        "cards": cards(site, shown, language, here.path),
        "pages": pager(len(found), page, shelf.path, here.link),
        "everything": here.link(here.routes.listing("products")),
    }
    return render(site, template, head, **given, **data)
