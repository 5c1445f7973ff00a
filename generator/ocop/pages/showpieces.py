"""The large pictures beside the home page's opening words.

Owns which products they show.
"""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from ocop.domain.product import Product
from ocop.domain.taxonomy import industry_of
from ocop.pages.covers import cover
from ocop.pages.here import Here
from ocop.pages.images import Image
from ocop.pages.lists import best_first
from ocop.pages.stars import Stars, stars
from ocop.pages.whereabouts import place_line
from ocop.pages.words import Words

_MOST = 3


class Showpiece(Struct, frozen=True):
    """One of the large pictures beside the opening words."""

    id: str
    name: Words
    href: str
    place: str
    industry: str
    stars: Stars
    image: Image | None
    cover: Markup | None
    sample: bool


def chosen(here: Here, heroes: Sequence[Product]) -> tuple[Product, ...]:
    """Return the best products with a photo, of different industries where there are such."""
    everything = best_first(here, here.site.catalogue.products.values())
    pictures = here.site.pictures
    photographed = [
        one for one in (*heroes, *everything) if one.photos and one.photos[0].file in pictures
    ]
    first_of_each = {industry_of(one.set).code: one for one in reversed(photographed)}
    varied = [one for one in photographed if first_of_each[industry_of(one.set).code] is one]
    ids = dict.fromkeys(one.id for one in (*varied, *photographed, *heroes, *everything))
    return tuple(here.site.catalogue.products[one] for one in list(ids)[:_MOST])


def showpiece(here: Here, product: Product, number: int) -> Showpiece:
    """Return one of them; the first, number 0, is the largest."""
    industry = industry_of(product.set)
    place = "showpiece" if number else "hero"
    photo = here.photo(product.photos[0], place, eager=number == 0) if product.photos else None
    return Showpiece(
        id=product.id,
        name=here.speak(product.name),
        href=here.link(here.routes.entry("products", product.id)),
        place=place_line(product.origin),
        industry=industry.key,
        stars=stars(here.site.catalogue.ratings[product.id], here.t),
        image=photo,
        cover=None if photo else cover(product.id, industry.code),
        sample=product.sample,
    )
