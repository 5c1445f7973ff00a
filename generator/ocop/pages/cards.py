"""Cards: a product in a list.

Owns what a card holds. A card depends on its product, the language and how deep the page
lies, so it is made once for each of those and shared by all lists. Must not know pages.
Called by every view that lists products:

    cards(site, products, language, path)   # a tuple of Markup for parts/cards.html
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ocop.domain.product import Product
from ocop.domain.taxonomy import industry_of
from ocop.pages.covers import cover, fit
from ocop.pages.images import Image, image
from ocop.pages.press import Press, press_for
from ocop.pages.prices import price_text
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.stars import Stars, stars
from ocop.pages.whereabouts import place_line
from ocop.paths import SitePath
from ocop.text import Language, localise


@dataclass(frozen=True, slots=True)
class Card:
    """One product in a list; ``spoken`` is the language of its name if not the page's."""

    id: str
    href: str
    name: str
    spoken: Language | None
    industry: str
    family: str
    place: str
    price: str
    stars: Stars
    image: Image | None
    cover: Markup | None
    fit: str
    sample: bool


def cards(
    site: Site, products: Iterable[Product], language: Language, path: SitePath
) -> tuple[Markup, ...]:
    """Return the cards of ``products`` for the page at ``path``."""
    press, depth = press_for(site), path.count("/")
    return tuple(_card(press, product, language, depth) for product in products)


def _card(press: Press, product: Product, language: Language, depth: int) -> Markup:
    template = "parts/card.html"

    def make() -> Markup:
        card = card_of(press, product, language, depth)
        return press.part(template, card=card, t=press.texts_in(language))

    return press.once((template, product.id, language, depth), make)


def card_of(press: Press, product: Product, language: Language, depth: int) -> Card:
    """Return what the card of ``product`` says on pages ``depth`` folders deep."""
    site = press.site
    first = site.config.language
    name, spoken = localise(product.name, language, first)
    industry = industry_of(product.set)

    def link(target: SitePath) -> str:
        return "../" * depth + target

    photo = image(site, product.photos[0], language, link) if product.photos else None
    return Card(
        id=product.id,
        href=link(Routes(language, first).entry("products", product.id)),
        name=name,
        spoken=None if spoken == language else spoken,
        industry=industry.key,
        family=localise(industry.short, language, first)[0],
        place=place_line(product.origin),
        price=price_text(product.price, language, first),
        stars=stars(site.catalogue.ratings[product.id], press.texts_in(language)),
        image=photo,
        cover=None if photo else cover(product.id, industry.code),
        fit=fit(name),
        sample=product.sample,
    )
