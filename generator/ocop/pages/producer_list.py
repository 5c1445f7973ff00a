"""The list of all producers.

Owns what a row holds. Called by :mod:`ocop.pages.views.producers`.
"""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from ocop.domain.catalogue import Catalogue
from ocop.domain.photo import Photo
from ocop.domain.producer import Producer
from ocop.domain.taxonomy import Industry
from ocop.pages import structured
from ocop.pages.covers import woven
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.images import Image
from ocop.pages.lists import PER_PAGE, numbered, on_page, pager
from ocop.pages.producer_page import industry_seen
from ocop.pages.render import render
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.pages.whereabouts import place_line
from ocop.pages.words import Words
from ocop.paths import EntryId, SitePath
from ocop.text import sort_key


class Row(Struct, frozen=True):
    """A producer in the list of all."""

    name: Words
    href: str
    kind: str
    place: str
    count: str
    industry: str
    image: Image | None
    cover: Markup | None


def producer_list(here: Here, page: int) -> bytes:
    """Return page ``page``, from 1, of the list."""
    site, t = here.site, here.t
    producers = everybody(here)
    total = len(producers)
    shown = on_page(producers, page)
    title = t("producers.title")
    titled, described = numbered(t, title, t("producers.description", n=total), page)
    head = head_for(
        site,
        here.language,
        here.path,
        title=titled,
        description=described,
        alternates=alternates(site.config, lambda to: to.listing("producers", page)),
        structured=(
            structured.item_list(site, title, _items(here, shown), (page - 1) * PER_PAGE + 1),
            breadcrumbs(here, (title, here.path)),
        ),
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


def _items(here: Here, shown: Sequence[Producer]) -> list[tuple[str, SitePath]]:
    return [(here.speak.plain(one.name), here.routes.entry("producers", one.id)) for one in shown]


def everybody(here: Here) -> tuple[Producer, ...]:
    """Return all producers in the alphabetical order of the page's language."""

    def ordered() -> tuple[Producer, ...]:
        producers = here.site.catalogue.producers.values()
        return tuple(
            sorted(producers, key=lambda one: (sort_key(here.speak.plain(one.name)), one.id))
        )

    return here.press.once(("producers", here.language), ordered)


def portrait(catalogue: Catalogue, producer: Producer) -> Photo | None:
    """Return the photo that stands for a producer: its own first one, or one of its products."""
    products = catalogue.by_producer.get(producer.id, ())
    photos = (*producer.photos, *(photo for one in products for photo in one.photos))
    return next(iter(photos), None)


def weave_of(catalogue: Catalogue, producer: Producer) -> tuple[EntryId, Industry]:
    """Return whose weave in which colours stands for a producer without a photo."""
    products = catalogue.by_producer.get(producer.id, ())
    return products[0].id if products else producer.id, industry_seen(products)


def _row(here: Here, producer: Producer) -> Row:
    products = here.site.catalogue.by_producer.get(producer.id, ())
    photo = portrait(here.site.catalogue, producer)
    image = here.photo(photo, "thumb") if photo else None
    seed, industry = weave_of(here.site.catalogue, producer)
    return Row(
        name=here.speak(producer.name),
        href=here.link(here.routes.entry("producers", producer.id)),
        kind=here.t(f"kind.{producer.kind}"),
        place=place_line(producer.origin) if producer.origin else "",
        count=here.t("count.products", n=len(products)) if products else "",
        industry=industry.key,
        image=image,
        cover=None if image else woven(seed, industry, here.link),
    )
