"""Cards: a product in a list.

Owns what a card holds. A card depends on its product, the language and how deep the page
lies, so it is made once for each of those and shared by all lists. Must not know pages.
Called by every view that lists products:

    cards(site, products, language, path)   # a tuple of Markup for parts/cards.html
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from ocop.domain.product import Product
from ocop.domain.taxonomy import industry_of
from ocop.pages.covers import fit, woven
from ocop.pages.environment import escaped
from ocop.pages.frame import FOOTER
from ocop.pages.images import Image, image
from ocop.pages.mould import is_built_in, mark, mould
from ocop.pages.placed import Placed
from ocop.pages.press import Press, press_for
from ocop.pages.prices import price_text
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.stars import Stars, stars_of
from ocop.pages.terms import term
from ocop.pages.whereabouts import place_line
from ocop.paths import EntryId, SitePath
from ocop.text import Language, localise

_TEMPLATE = "parts/card.html"
_PARTS = (_TEMPLATE, "parts/picture.html", "parts/stars.html")


class Card(Struct, frozen=True):
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
    known: dict[EntryId, Markup] = press.once((_TEMPLATE, language, depth), dict)
    return tuple(
        [known.get(one.id) or _made(press, one, language, depth, known) for one in products]
    )


def _made(
    press: Press,
    product: Product,
    language: Language,
    depth: int,
    known: dict[EntryId, Markup],
) -> Markup:
    """Return the card of ``product`` when it is first asked for."""
    card = _printed(press, card_of(press, product, language, depth), language)
    if press.once("lean cards", lambda: _is_only_written(press)):
        card = press.places.lean(card)
    known[product.id] = card
    return card


def _is_only_written(press: Press) -> bool:
    """Tell whether no template of the project's own is given a card, which it may ask anything."""
    own = map(Path, press.site.templates[:-1])
    return all(
        file.relative_to(folder).as_posix() == FOOTER
        for folder in own
        for file in folder.rglob("*.html")
    )


def _printed(press: Press, card: Card, language: Language) -> Placed:
    """Return what the template makes of ``card``: without a photo by a mould, much sooner."""
    if card.image or card.cover is None or not is_built_in(press, *_PARTS):
        return Placed(press.part(_TEMPLATE, language, card=card))
    texts, stars = _texts(card), card.stars
    same = (card.spoken, card.industry, card.family, card.fit, card.sample)
    shown = (stars.state, stars.stars, stars.label, *map(bool, texts.values()))
    cast = press.once(
        (_TEMPLATE, language, same, shown),
        lambda: mould(press.part(_TEMPLATE, language, card=_holed(card, texts))),
    )
    values = {name: escaped(text) for name, text in texts.items()}
    return Placed(cast.fill(values | {"cover": card.cover}))


def _texts(card: Card) -> dict[str, str]:
    """Return the texts that differ from card to card."""
    stars = card.stars
    return {
        "id": card.id,
        "href": card.href,
        "name": card.name,
        "place": card.place,
        "price": card.price,
        "expires": stars.expires or "",
        "after": stars.after,
    }


def _holed(card: Card, texts: Mapping[str, str]) -> Card:
    """Return ``card`` with marks where ``texts`` stand, and for its cover."""
    holes = {name: mark(name) if text else "" for name, text in texts.items()}
    expires, after = holes.pop("expires"), holes.pop("after")
    stars = replace(card.stars, expires=expires or None, after=after)
    cover = Markup(mark("cover"))  # noqa: S704 (ours)
    return replace(card, stars=stars, cover=cover, **holes)


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
        family=term(press.texts_in(language), industry),
        place=place_line(product.origin),
        price=price_text(product.price, language, first),
        stars=stars_of(press, product.id, language),
        image=photo,
        cover=None if photo else woven(product.id, industry, link),
        fit=fit(name),
        sample=product.sample,
    )
