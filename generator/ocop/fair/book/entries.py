"""A product and a producer as the book's templates take them, in each of its languages.

Owns which facts the book shows. Must not know where on a page. Called by
:mod:`ocop.fair.book.matter`.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.taxonomy import Industry, industry_of
from ocop.fair.book.pictures import Album
from ocop.fair.codes import page_code
from ocop.fair.facts import blocks_of, facts_of, here_in, maker_facts
from ocop.pages.here import Here
from ocop.pages.site import Site
from ocop.photos.palette import PALETTES
from ocop.text import Language

Data = dict[str, Any]

_FACTS = ("packs", "ingredients", "taste", "use", "storage", "shelf_life", "why_here")
_SHOWN = (
    *("name", "other", "stars", "label", "note", "set", "now", "village", "certified", "divided"),
    *("makers", "price", "price_date", "summary", "story", "season", "notice"),
    *("certificates", "awards"),
)


def colours(industry: Industry) -> Data:
    """Return the colours in which an industry is told of: for titles, and for small words."""
    palette = PALETTES[industry.code]
    return {"deep": palette.ground, "accent": palette.accent}


def product_data(
    site: Site, product: Product, languages: Sequence[Language], album: Album, story: int
) -> Data:
    """Return a product; its facts once for each of ``languages``, of its ``story`` so many letters.

    The story ends with a whole paragraph.
    """
    facts = [facts_of(site, product, language) for language in languages]
    industry = industry_of(product.set)
    code = page_code(site.config, here_in(site, languages[0]).t, product)
    photo = album.photo(product)
    return {
        "id": product.id,
        "texts": [
            _text(one, language, story) for one, language in zip(facts, languages, strict=True)
        ],
        "sample": product.sample,
        "code": {
            **{key: value for key, value in code.data().items() if key != "rows"},
            "address": album.code(code),
        },
        "photo": {"address": photo, "alt": facts[0]["photo"]["alt"]} if photo else None,
        "weave": "" if photo else album.cover(product),
        "band": album.band(product),
        **colours(industry),
    }


def _text(facts: Mapping[str, Any], language: Language, story: int) -> Data:
    shown = {key: facts[key] for key in _SHOWN}
    lines = [one for one in facts["facts"] if one["key"] in _FACTS]
    ends = accumulate(len(part["text"]) for part in facts["story"])
    told = facts["story"][: sum(end <= story for end in ends)]
    return {**shown, "lang": language, "facts": lines, "story": told}


def maker_data(
    site: Site,
    maker: Producer,
    products: Sequence[Product],
    languages: Sequence[Language],
    album: Album,
    industry: Industry,
    level: int,
) -> Data:
    """Return a producer with those of its products that stand in the book."""
    views = [here_in(site, language) for language in languages]
    photo = album.photo(maker)
    first = maker_facts(views[0], maker)
    return {
        **{key: first[key] for key in ("id", "phones", "zalo", "email", "web", "address", "place")},
        "level": level,
        "texts": [_maker_text(here, maker) for here in views],
        "products": [_made(site, views[0], one) for one in products],
        "photo": (
            {"address": photo, "alt": views[0].speak.plain(maker.photos[0].alt)} if photo else None
        ),
        "band": album.strip(maker.id, industry),
        "weave": "" if photo else album.cloth(maker.id, industry),
        **colours(industry),
    }


def _maker_text(here: Here, maker: Producer) -> Data:
    facts = maker_facts(here, maker)
    return {
        "lang": here.language,
        "name": facts["name"],
        "kind": facts["kind"],
        "story": blocks_of(here, maker.stories),
    }


def _made(site: Site, here: Here, product: Product) -> Data:
    return {
        "id": product.id,
        "name": here.speak.plain(product.name),
        "stars": site.catalogue.ratings[product.id].stars or 0,
    }
