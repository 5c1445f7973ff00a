"""What a product's page says, ready for its template.

Owns the choice, order and wording of a product's facts. Must not know templates' markup or
addresses' making. Called by :mod:`ocop.pages.product_page`.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from operator import attrgetter

from markupsafe import Markup
from msgspec import Struct

from ocop.domain.fair import Fair
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS
from ocop.pages.contact import actions_of
from ocop.pages.fair_page import newest_first, when
from ocop.pages.formats import formats
from ocop.pages.here import Here
from ocop.pages.press import Press
from ocop.pages.terms import term
from ocop.pages.texts import Texts
from ocop.pages.whereabouts import candidate_names, certified_line, now_parts
from ocop.pages.words import Speaker, Words

_KEYS = (
    *("ingredients", "taste", "use", "storage", "shelf_life", "why_here"),
    *("capacity", "minimum_order", "export"),
)
_told = attrgetter(*_KEYS)


class Fact(Struct, frozen=True):
    """One line of the facts; ``key`` is the field of the product that it tells."""

    key: str
    label: str
    words: tuple[Words, ...]


class Maker(Struct, frozen=True):
    """A producer as the product's page names it."""

    name: Words
    kind: str
    href: str
    contact: Markup


class Showing(Struct, frozen=True):
    """A fair at which the product is, with its booths."""

    name: Words
    href: str
    when: str
    booths: str


class Whence(Struct, frozen=True):
    """The origin: present places, the certificate's words where they differ, choices left open."""

    now: str
    href: str | None
    village: str
    certified: str
    divided: str


def whence(product: Product, t: Texts, href: str | None) -> Whence:
    """Return where the product comes from, then and now."""
    origin = product.origin
    now = ", ".join(now_parts(origin))
    certified = certified_line(origin)
    differs = bool(now and certified and certified.casefold() != now.casefold())
    choices = list(candidate_names(origin)) if origin.candidates else []
    divided = formats(t.language).list(choices) if choices else ""
    return Whence(
        now=now or certified,
        href=href,
        village=origin.village or "",
        certified=t(_witness(product), place=certified) if differs else "",
        divided=t("product.divided", places=divided) if divided else "",
    )


def _witness(product: Product) -> str:
    """Return who names the former place: without a certificate there is only the source."""
    return "product.certified" if product.recognitions else "product.as_told"


def makers(here: Here, producers: Iterable[Producer]) -> tuple[Maker, ...]:
    """Return the producers with how to reach them."""
    return tuple(
        here.press.once(("maker", one.id, here.language), partial(_maker, here, one))
        for one in producers
    )


def _maker(here: Here, one: Producer) -> Maker:
    """Return a producer as the pages of all its products name it."""
    items = actions_of(here.press, one, here.language)
    return Maker(
        here.speak(one.name),
        here.t(f"kind.{one.kind}"),
        here.link(here.routes.entry("producers", one.id)),
        here.press.part("parts/contact.html", here.language, items=items) if items else Markup(),
    )


def facts(here: Here, product: Product) -> tuple[Fact, ...]:
    """Return the facts that are known, in the order in which shoppers ask."""
    return tuple(_facts(here.press, product, here.speak, here.t))


def _facts(kept: Press, product: Product, speak: Speaker, t: Texts) -> Iterator[Fact]:
    packs = tuple(map(speak, product.packs))
    if any(packs):
        yield _fact(t, "packs", *packs)
    for key, text in zip(_KEYS, _told(product), strict=True):
        if text and (words := speak(text)):
            yield _fact(t, key, words)
    yield kept.once(("set", product.set, t.language), partial(_set_fact, t, product.set))
    if product.gtin:
        yield _fact(t, "gtin", Words(product.gtin))
    if product.code:
        yield _fact(t, "code", Words(product.code))


def _set_fact(t: Texts, number: int) -> Fact:
    within = t("industries.set", n=number)
    return _fact(t, "set", Words(f"{term(t, SETS[number], 'name')} ({within})"))


def _fact(t: Texts, key: str, *words: Words) -> Fact:
    return Fact(key, t(f"product.{key}"), words)


def season(here: Here, product: Product) -> Markup:
    """Return the months in words and as a row; empty where nothing is known."""
    if not (product.whole_year or product.season):
        return Markup()
    months = () if product.whole_year else product.season

    def make() -> Markup:
        words = here.formats.season(months) if months else here.t("product.season_all")
        return here.press.part("parts/season.html", here.language, season=words, months=months)

    return here.press.once(("season", months, here.language), make)


def showings(here: Here, product: Product, fairs: Iterable[Fair]) -> tuple[Showing, ...]:
    """Return the fairs that show the product, the newest first."""
    return tuple(
        Showing(
            here.speak(fair.name),
            here.link(here.routes.entry("fairs", fair.id)),
            when(here, fair),
            ", ".join(here.t("product.booth", number=one) for one in _booths(fair, product)),
        )
        for fair in newest_first(fairs)
    )


def _booths(fair: Fair, product: Product) -> Iterator[str]:
    return (booth.number for booth in fair.booths if product.id in booth.products)
