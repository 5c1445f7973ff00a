"""The home page: what a visitor should want to taste within three seconds.

Owns the choice of what stands there; each part's shape comes from its own module.
"""

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from ocop.domain.fair import Fair
from ocop.domain.product import Product
from ocop.domain.taxonomy import industry_of
from ocop.pages import structured
from ocop.pages.artifact import Artifact
from ocop.pages.cards import cards
from ocop.pages.covers import band, cover
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.images import Image
from ocop.pages.industries import tiles
from ocop.pages.lists import best_first
from ocop.pages.render import render
from ocop.pages.routes import Routes
from ocop.pages.shelves import months
from ocop.pages.site import Site
from ocop.pages.stars import Stars, stars
from ocop.pages.translations import alternates
from ocop.pages.ways_in import levels, numbers, provinces
from ocop.pages.whereabouts import place_line
from ocop.pages.words import Words
from ocop.text import Language

_SEASON, _HEROES, _NEWEST, _SHOWPIECES = 8, 8, 6, 3


@dataclass(frozen=True, slots=True)
class Showpiece:
    """One of the large pictures beside the opening words."""

    name: Words
    href: str
    place: str
    industry: str
    stars: Stars
    image: Image | None
    cover: Markup | None


@dataclass(frozen=True, slots=True)
class Poster:
    """The fair that is on, comes next or was last."""

    heading: str
    name: Words
    when: str
    venue: Words
    place: str
    booths: str
    href: str
    band: Markup


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A product with the day of its newest recognition."""

    card: Markup
    when: str


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the home page in every language."""
    return tuple(
        Artifact(Routes(code, site.config.language).home(), "home", (code,), rank="entry")
        for code in site.config.languages
    )


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the home page."""
    here = Here(site, Language(str(artifact.args[0])), artifact.path)
    t, speak, catalogue = here.t, here.speak, site.catalogue
    title, tagline = speak(site.config.title), speak(site.config.tagline)
    month = catalogue.today.month
    heroes = best_first((*_rated(site, 5), *_rated(site, 4)), catalogue, speak)
    showpieces = _showpieces(here, heroes)
    shown = {product.id for product in showpieces}
    rest = [product for product in heroes if product.id not in shown][:_HEROES]
    seasonal = best_first(catalogue.by_month.get(month, ()), catalogue, speak)[:_SEASON]
    head = head_for(
        site,
        here.language,
        here.path,
        title=title.text,
        description=tagline.text or t("search.description"),
        alternates=alternates(site.config, Routes.home),
        structured=(structured.website(site, here.language),),
    )
    return render(
        site,
        "pages/home.html",
        head,
        title=title,
        tagline=tagline,
        search=here.link(here.routes.search()),
        showpieces=tuple(
            _showpiece(here, product, number) for number, product in enumerate(showpieces)
        ),
        month=here.formats.month(month),
        months=months(here, month),
        season_href=here.link(here.routes.season(month)),
        season=cards(site, seasonal, here.language, here.path),
        heroes=cards(site, rest, here.language, here.path),
        levels=levels(here),
        tiles=tiles(here),
        industries=here.link(here.routes.listing("industries")),
        provinces=provinces(here),
        places=here.link(here.routes.listing("places")),
        newest=_newest(here),
        fair=_poster(here),
        fairs=here.link(here.routes.listing("fairs")),
        numbers=numbers(here),
        everything=here.link(here.routes.listing("products")),
        divider=band(site.config.url, "IV"),
    )


def _rated(site: Site, level: int) -> tuple[Product, ...]:
    return site.catalogue.by_stars.get(level, ())


def _showpieces(here: Here, heroes: tuple[Product, ...]) -> tuple[Product, ...]:
    """Return the best products with a photo, of different industries where there are such."""
    everything = best_first(here.site.catalogue.products.values(), here.site.catalogue, here.speak)
    pictures = here.site.pictures
    photographed = [
        one for one in (*heroes, *everything) if one.photos and one.photos[0].file in pictures
    ]
    first_of_each = {industry_of(one.set).code: one for one in reversed(photographed)}
    varied = [one for one in photographed if first_of_each[industry_of(one.set).code] is one]
    chosen = dict.fromkeys(one.id for one in (*varied, *photographed, *heroes, *everything))
    return tuple(here.site.catalogue.products[one] for one in list(chosen)[:_SHOWPIECES])


def _showpiece(here: Here, product: Product, number: int) -> Showpiece:
    industry = industry_of(product.set)
    place = "tile" if number else "hero"
    photo = here.photo(product.photos[0], place, eager=number == 0) if product.photos else None
    return Showpiece(
        name=here.speak(product.name),
        href=here.link(here.routes.entry("products", product.id)),
        place=place_line(product.origin),
        industry=industry.key,
        stars=stars(here.site.catalogue.ratings[product.id], here.t),
        image=photo,
        cover=None if photo else cover(product.id, industry.code),
    )


def _newest(here: Here) -> tuple[Newcomer, ...]:
    """Return the products whose shown stars were awarded last."""
    catalogue = here.site.catalogue
    dated = [
        (rating.recognition.date, catalogue.products[product])
        for product, rating in catalogue.ratings.items()
        if rating.stars and rating.recognition and rating.recognition.date
    ]
    dated.sort(key=lambda pair: (pair[0].first, pair[1].id), reverse=True)
    made = cards(here.site, [product for _, product in dated[:_NEWEST]], here.language, here.path)
    return tuple(
        Newcomer(card, here.t("home.recognised", date=here.formats.date(date)))
        for card, (date, _) in zip(made, dated, strict=False)
    )


def _poster(here: Here) -> Poster | None:
    """Return the fair that is on, else the next one, else the last."""
    today = here.site.catalogue.today
    fairs = sorted(here.site.catalogue.fairs.values(), key=lambda fair: (fair.start.first, fair.id))
    open_now = [fair for fair in fairs if fair.start.first <= today <= _last(fair)]
    ahead = [fair for fair in fairs if fair.start.first > today]
    for key, found in (("now", open_now), ("next", ahead), ("last", fairs[::-1])):
        if found:
            return _as_poster(here, found[0], key)
    return None


def _last(fair: Fair) -> dt.date:
    return (fair.to or fair.start).last


def _as_poster(here: Here, fair: Fair, key: str) -> Poster:
    dates = here.speak.plain(fair.dates)
    count = fair.booth_count or len(fair.booths)
    return Poster(
        heading=here.t(f"home.fair_{key}"),
        name=here.speak(fair.name),
        when=dates or here.formats.dates(fair.start, fair.to),
        venue=here.speak(fair.venue),
        place=place_line(fair.place) if fair.place else "",
        booths=here.t("home.booths", n=count) if count else "",
        href=here.link(here.routes.entry("fairs", fair.id)),
        band=band(fair.id, "IV"),
    )
