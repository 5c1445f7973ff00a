"""The page of a producer.

Owns what is gathered for it; contact and papers have their own modules. Called by
:mod:`ocop.pages.views.producers`.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.taxonomy import INDUSTRIES, Industry, industry_of
from ocop.pages import structured
from ocop.pages.atlas import place_page
from ocop.pages.cards import cards
from ocop.pages.contact import actions_of, shops
from ocop.pages.covers import band
from ocop.pages.fair_page import newest_first, when
from ocop.pages.gallery import gallery, share_picture
from ocop.pages.head import Head
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.lists import shelved
from ocop.pages.papers import papers
from ocop.pages.render import render
from ocop.pages.sources import sources
from ocop.pages.telling import told
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.pages.whereabouts import place_line
from ocop.pages.words import Words


class Meeting(Struct, frozen=True):
    """A fair at which the producer has a booth."""

    name: Words
    href: str
    when: str


def producer_page(here: Here, producer: Producer) -> bytes:
    """Return the page of ``producer``."""
    name = here.speak.plain(producer.name)
    listing = here.t("producers.title"), here.routes.listing("producers")
    trail = (listing, (name, here.path))
    products = here.site.catalogue.by_producer.get(producer.id, ())
    return render(
        here.site,
        "pages/producer.html",
        _head(here, producer, products, trail),
        crumbs=here.crumbs(*trail, spoken=here.speak(producer.name).spoken),
        fairs=_meetings(here, producer),
        sources=sources(producer.sources),
        **_opening(here, producer, industry_seen(products)),
        **_facts(here, producer),
        **_products(here, products),
    )


def industry_seen(products: Sequence[Product]) -> Industry:
    """Return the industry in whose colours a producer appears: its first product's, else food."""
    return industry_of(products[0].set) if products else INDUSTRIES["I"]


def _head(
    here: Here, producer: Producer, products: Sequence[Product], trail: structured.Trail
) -> Head:
    site = here.site
    return head_for(
        site,
        here.language,
        here.path,
        title=here.speak.plain(producer.name),
        description=_description(here, producer, products),
        alternates=alternates(site.config, lambda to: to.entry("producers", producer.id), producer),
        share=share_picture(here, producer.photos, products),
        structured=(
            structured.producer(site, here.language, producer),
            breadcrumbs(here, *trail),
        ),
    )


def _description(here: Here, producer: Producer, products: Sequence[Product]) -> str:
    """Return who it is, where, and what it makes."""
    place = place_line(producer.origin) if producer.origin else ""
    who = ", ".join(part for part in (here.speak.plain(producer.name), place) if part)
    made = here.formats.list([here.speak.plain(product.name) for product in products])
    return f"{who}: {made}." if made else f"{who}."


def _opening(here: Here, producer: Producer, industry: Industry) -> dict[str, Any]:
    """Return who and where it is, and how to reach it."""
    place = place_page(here.site.catalogue, here.routes, producer.origin)
    return {
        "name": here.speak(producer.name),
        "kind": here.t(f"kind.{producer.kind}"),
        "sample": producer.sample,
        "photos": gallery(here, producer.photos),
        "industry": industry.key,
        "band": band(producer.id, industry.code),
        "place": place_line(producer.origin) if producer.origin else "",
        "place_href": here.link(place) if place else None,
        "actions": actions_of(here.press, producer, here.language),
    }


def _facts(here: Here, producer: Producer) -> dict[str, Any]:
    return {
        "representative": producer.representative,
        "address": here.speak(producer.address),
        "founded": here.formats.date(producer.founded) if producer.founded else "",
        "hours": here.speak(producer.hours),
        "shops": shops(producer.shops, here.speak),
        "papers": papers(here, producer.certificates),
        "story": told(here, producer.stories),
    }


def _products(here: Here, products: Sequence[Product]) -> dict[str, Any]:
    ordered = shelved(here, here.path, products)
    return {
        "total": len(products),
        "cards": cards(here.site, ordered, here.language, here.path),
    }


def _meetings(here: Here, producer: Producer) -> tuple[Meeting, ...]:
    fairs = here.site.catalogue.fairs_of_producer.get(producer.id, ())
    return tuple(
        Meeting(
            here.speak(fair.name),
            here.link(here.routes.entry("fairs", fair.id)),
            when(here, fair),
        )
        for fair in newest_first(fairs)
    )
