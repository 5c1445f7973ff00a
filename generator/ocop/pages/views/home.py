"""The home page: what a visitor should want to taste within three seconds.

Owns the choice of what stands there; each part's shape comes from its own module.
"""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from ocop.dates import PartialDate
from ocop.domain.product import Product
from ocop.pages import structured
from ocop.pages.artifact import Artifact
from ocop.pages.cards import cards
from ocop.pages.head import Head
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.industries import tiles
from ocop.pages.lists import best_first
from ocop.pages.maps.whole import site_map
from ocop.pages.poster import poster
from ocop.pages.render import render
from ocop.pages.routes import Routes
from ocop.pages.shelves import months
from ocop.pages.showpieces import chosen, showpiece
from ocop.pages.site import Site
from ocop.pages.translations import alternates
from ocop.pages.ways_in import levels, numbers, places
from ocop.text import Language

_SEASON, _HEROES, _NEWEST = 8, 8, 6


class Newcomer(Struct, frozen=True):
    """A product with the day of its newest recognition."""

    card: Markup
    when: str


class Front(Struct, frozen=True):
    """The products that stand on the home page; ``newest`` with the day of their stars."""

    large: Sequence[Product]
    heroes: Sequence[Product]
    season: Sequence[Product]
    newest: Sequence[tuple[PartialDate, Product]]


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the home page in every language."""
    return tuple(
        Artifact(Routes(code, site.config.language).home(), "home", (code,), rank="entry")
        for code in site.config.languages
    )


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the home page."""
    here = Here(site, Language(str(artifact.args[0])), artifact.path)
    return render(
        site,
        "pages/home.html",
        _head(here),
        title=here.speak(site.config.title),
        tagline=here.speak(site.config.tagline),
        levels=levels(here),
        tiles=tiles(here),
        provinces=places(here),
        map=site_map(here),
        newest=_newest(here, front(here).newest),
        fair=poster(here),
        numbers=numbers(here),
        today=site.catalogue.today.isoformat(),
        today_text=here.formats.date(PartialDate.from_date(site.catalogue.today)),
        **_stars(here),
        **_season(here),
        **_ways(here),
    )


def _head(here: Here) -> Head:
    config = here.site.config
    return head_for(
        here.site,
        here.language,
        here.path,
        title=here.speak.plain(config.title),
        description=here.speak.plain(config.tagline) or here.t("search.description"),
        alternates=alternates(config, Routes.home),
        structured=(structured.website(here.site, here.language),),
    )


def front(here: Here) -> Front:
    """Return the products that stand there, chosen once for a language."""
    return here.press.once(("front", here.language), lambda: _front(here))


def _front(here: Here) -> Front:
    """Choose five- and four-star products, each once, what is in season, and the newest."""
    catalogue = here.site.catalogue
    rated = [one for stars in (5, 4) for one in catalogue.by_stars.get(stars, ())]
    heroes = best_first(here, rated)
    large = chosen(here, heroes)
    ids = {product.id for product in large}
    rest = [product for product in heroes[: _HEROES + len(large)] if product.id not in ids]
    season = best_first(here, catalogue.by_month.get(catalogue.today.month, ()))
    return Front(large, rest[:_HEROES], season[:_SEASON], _awarded(here)[:_NEWEST])


def _stars(here: Here) -> dict[str, Any]:
    """Return the five- and four-star products: a few large, more as cards."""
    large = front(here).large
    return {
        "showpieces": tuple(showpiece(here, one, number) for number, one in enumerate(large)),
        "heroes": _cards(here, front(here).heroes),
    }


def _season(here: Here) -> dict[str, Any]:
    """Return what is in season this month."""
    month = here.site.catalogue.today.month
    return {
        "month": here.formats.month(month),
        "months": months(here, month),
        "season_href": here.link(here.routes.season(month)),
        "season": _cards(here, front(here).season),
    }


def _ways(here: Here) -> dict[str, Any]:
    """Return the addresses of the lists behind the parts."""
    folders = {
        "everything": "products",
        "industries": "industries",
        "places": "places",
        "fairs": "fairs",
    }
    lists = {name: here.link(here.routes.listing(folder)) for name, folder in folders.items()}
    return {**lists, "search": here.link(here.routes.search())}


def _cards(here: Here, products: Sequence[Product]) -> tuple[Markup, ...]:
    return cards(here.site, products, here.language, here.path)


def _awarded(here: Here) -> list[tuple[PartialDate, Product]]:
    """Return the products with stars, those whose stars were awarded last first."""
    catalogue = here.site.catalogue
    dated = [
        (rating.recognition.date, catalogue.products[product])
        for product, rating in catalogue.ratings.items()
        if rating.stars and rating.recognition and rating.recognition.date
    ]
    dated.sort(key=lambda pair: (pair[0].first, pair[1].id), reverse=True)
    return dated


def _newest(here: Here, newest: Sequence[tuple[PartialDate, Product]]) -> tuple[Newcomer, ...]:
    """Return cards of products with the days of their stars."""
    made = _cards(here, [product for _, product in newest])
    return tuple(
        Newcomer(card, here.t("home.recognised", date=here.formats.date(date)))
        for card, (date, _) in zip(made, newest, strict=True)
    )
