"""Which feeds there are: of the whole site, of every industry, of every province with content.

Owns what each is called, where it lies, which page it belongs to and whose news it brings. Must
not know XML. Called by :mod:`ocop.pages.views.feeds`, by its keys and by the pages with a feed.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.article import News
from ocop.domain.catalogue import Catalogue
from ocop.domain.product import Product
from ocop.domain.taxonomy import INDUSTRIES
from ocop.pages.head import Follow
from ocop.pages.here import Here
from ocop.pages.meta import title_of
from ocop.pages.place_page import unit_name
from ocop.pages.routes import Routes
from ocop.pages.terms import term
from ocop.paths import SitePath

Kind = Literal["site", "industry", "province"]


class Channel(Struct, frozen=True):
    """One feed; ``code`` is that of its industry (``I`` to ``VI``) or province (2 digits)."""

    kind: Kind
    code: str = ""

    def feed(self, routes: Routes) -> SitePath:
        """Return where the feed lies: beside its page."""
        if self.kind == "site":
            return routes.feed()
        return SitePath(self.page(routes).removesuffix(".html") + ".xml")

    def page(self, routes: Routes) -> SitePath:
        """Return the page that the feed belongs to."""
        if self.kind == "industry":
            return routes.industry(self.code)
        return routes.place(self.code) if self.kind == "province" else routes.home()

    def products(self, catalogue: Catalogue) -> Iterable[Product]:
        """Return the products whose recognitions it tells of."""
        if self.kind == "industry":
            return catalogue.by_industry.get(self.code, ())
        if self.kind == "province":
            return catalogue.by_province.get(self.code, ())
        return catalogue.products.values()

    def news(self, catalogue: Catalogue) -> Iterator[News]:
        """Yield the news that it tells: of a part of the catalogue that about its products."""
        if self.kind == "site" or not catalogue.news:
            yield from catalogue.news.values()
            return
        inside = {one.id for one in self.products(catalogue)}
        yield from (one for one in catalogue.news.values() if not inside.isdisjoint(one.products))


SITE = Channel("site")


def channels(catalogue: Catalogue) -> tuple[Channel, ...]:
    """Return every feed of a language."""
    return (
        SITE,
        *(Channel("industry", code) for code in INDUSTRIES),
        *(Channel("province", code) for code in sorted(catalogue.provinces)),
    )


def channel_title(here: Here, channel: Channel) -> str:
    """Return what a reader of feeds lists it as: the site, and of a part of it the part."""
    parts = title_of(here.site, here.language), channel_name(here, channel)
    return " · ".join(part for part in parts if part)


def channel_name(here: Here, channel: Channel) -> str:
    """Return the name of the part of the catalogue that it follows; empty for the whole."""
    if channel.kind == "industry":
        return term(here.t, INDUSTRIES[channel.code], "name")
    unit = gazetteer.province(channel.code)
    return unit_name(unit, here.t) if unit else ""


def follow(here: Here, channel: Channel) -> Follow:
    """Return what a page says of its feed."""
    return Follow(channel_title(here, channel), here.link(channel.feed(here.routes)))
