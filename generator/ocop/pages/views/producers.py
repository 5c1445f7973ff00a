"""Producers: a page each, and the list of all.

Owns what is gathered for them; contact and papers have their own modules.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ocop.domain.producer import Producer
from ocop.domain.taxonomy import industry_of
from ocop.pages import structured
from ocop.pages.artifact import Artifact
from ocop.pages.atlas import place_page
from ocop.pages.cards import cards
from ocop.pages.contact import actions, shops
from ocop.pages.covers import band, cover
from ocop.pages.gallery import gallery, share_picture
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.images import Image
from ocop.pages.lists import alphabetical, best_first, on_page, page_count, pager
from ocop.pages.papers import papers
from ocop.pages.render import render
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.sources import sources
from ocop.pages.telling import told
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.pages.whereabouts import place_line
from ocop.pages.words import Words
from ocop.paths import EntryId
from ocop.text import Language

_NO_PRODUCTS = "I"
"""The industry whose colours a producer without products has."""


@dataclass(frozen=True, slots=True)
class Row:
    """A producer in the list of all."""

    name: Words
    href: str
    kind: str
    place: str
    count: str
    industry: str
    image: Image | None
    cover: Markup | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A fair at which the producer has a booth."""

    name: Words
    href: str
    when: str


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the page of every producer and the pages of the list, in every language."""
    return tuple(one for code in site.config.languages for one in _artifacts(site, code))


def _artifacts(site: Site, language: Language) -> Iterator[Artifact]:
    routes = Routes(language, site.config.language)
    for producer in site.catalogue.producers.values():
        path = routes.entry("producers", producer.id)
        yield Artifact(path, "producers", ("one", language, producer.id), sources=(producer.path,))
    for page in range(1, page_count(len(site.catalogue.producers)) + 1):
        path = routes.listing("producers", page)
        yield Artifact(path, "producers", ("list", language, page), rank="entry")


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the bytes of one of them."""
    kind, language, which = artifact.args
    here = Here(site, Language(str(language)), artifact.path)
    if kind == "one":
        return _producer(here, site.catalogue.producers[EntryId(str(which))])
    return _list(here, int(which))


def _producer(here: Here, producer: Producer) -> bytes:
    site, t, speak, link = here.site, here.t, here.speak, here.link
    catalogue, routes = site.catalogue, here.routes
    products = catalogue.by_producer.get(producer.id, ())
    name, kind = speak(producer.name), t(f"kind.{producer.kind}")
    trail = ((t("producers.title"), routes.listing("producers")), (name.text, here.path))
    place = place_page(catalogue, routes, producer.origin)
    head = head_for(
        site,
        here.language,
        here.path,
        title=name.text,
        description=t("producer.description", kind=kind, n=len(products)),
        alternates=alternates(site.config, lambda to: to.entry("producers", producer.id), producer),
        share=share_picture(here, producer.photos, products),
        structured=(
            structured.producer(site, here.language, producer),
            breadcrumbs(here, *trail),
        ),
    )
    return render(
        site,
        "pages/producer.html",
        head,
        name=name,
        kind=kind,
        crumbs=here.crumbs(*trail),
        sample=producer.sample,
        photos=gallery(here, producer.photos),
        industry=industry_of(products[0].set).key if products else "food",
        band=band(producer.id, _industry(site, producer)),
        place=place_line(producer.origin) if producer.origin else "",
        place_href=link(place) if place else None,
        actions=actions(producer, speak, t),
        representative=producer.representative,
        address=speak(producer.address),
        founded=here.formats.date(producer.founded) if producer.founded else "",
        hours=speak(producer.hours),
        shops=shops(producer.shops, speak),
        papers=papers(here, producer.certificates),
        fairs=_meetings(here, producer),
        story=told(here, producer.stories),
        sources=sources(producer.sources),
        total=len(products),
        cards=cards(site, best_first(products, catalogue, speak), here.language, here.path),
    )


def _industry(site: Site, producer: Producer) -> str:
    products = site.catalogue.by_producer.get(producer.id, ())
    return industry_of(products[0].set).code if products else _NO_PRODUCTS


def _meetings(here: Here, producer: Producer) -> tuple[Meeting, ...]:
    fairs = here.site.catalogue.fairs_of_producer.get(producer.id, ())
    ordered = sorted(fairs, key=lambda fair: (fair.start.first, fair.id), reverse=True)
    return tuple(
        Meeting(
            here.speak(fair.name),
            here.link(here.routes.entry("fairs", fair.id)),
            here.formats.dates(fair.start, fair.to),
        )
        for fair in ordered
    )


def _list(here: Here, page: int) -> bytes:
    site, t = here.site, here.t
    producers = _everybody(here)
    total = len(producers)
    shown = on_page(producers, page)
    title = t("producers.title")
    head = head_for(
        site,
        here.language,
        here.path,
        title=title if page == 1 else f"{title}, {t('page', n=page)}",
        description=t("producers.description", n=total),
        alternates=alternates(site.config, lambda to: to.listing("producers", page)),
    )
    return render(
        site,
        "pages/producers.html",
        head,
        total=total,
        crumbs=here.crumbs((title, here.path)),
        rows=tuple(_row(here, producer) for producer in shown),
        pages=pager(total, page, lambda one: here.routes.listing("producers", one), here.link),
    )


def _everybody(here: Here) -> tuple[Producer, ...]:
    """Return all producers in the alphabetical order of the page's language."""

    def ordered() -> tuple[Producer, ...]:
        producers = here.site.catalogue.producers.values()
        return tuple(
            sorted(producers, key=lambda one: (alphabetical(here.speak.plain(one.name)), one.id))
        )

    return here.press.once(("producers", here.language), ordered)


def _row(here: Here, producer: Producer) -> Row:
    products = here.site.catalogue.by_producer.get(producer.id, ())
    photos = [*producer.photos, *(photo for one in products for photo in one.photos)]
    image = here.photo(photos[0], "thumb") if photos else None
    seed = products[0].id if products else producer.id
    return Row(
        name=here.speak(producer.name),
        href=here.link(here.routes.entry("producers", producer.id)),
        kind=here.t(f"kind.{producer.kind}"),
        place=place_line(producer.origin) if producer.origin else "",
        count=here.t("count.products", n=len(products)) if products else "",
        industry=industry_of(products[0].set).key if products else "food",
        image=image,
        cover=None if image else cover(seed, _industry(here.site, producer)),
    )
