"""Files in which each product has a piece of its own, and the pieces of a product in other words.

Owns which files these are: open data, facts for the market list and the kiosk, feeds. From a
file, the old words of a product and the new ones follows the new file, without any other product.
What is not found exactly once is :class:`Unfit`, and the file has to be made of all. Called by
:mod:`ocop.amending`.
"""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS
from ocop.pages import kiosk_facts, picked, routes
from ocop.pages.channels import SITE, Channel
from ocop.pages.here import Here
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.views import data, feeds
from ocop.paths import SitePath

Said = Callable[[Product], bytes]
"""Gives what a file says of a product."""


class Unfit(ValueError):
    """The new file does not follow from the old one."""


class Piece(Struct, frozen=True):
    """What a file says of one product, before and now; ``sign`` stands in it only then."""

    before: bytes
    now: bytes
    sign: bytes = b""


def respelt(content: bytes, pieces: Iterable[Piece]) -> bytes:
    """Return ``content`` with its pieces in other words; those that it lacks are left out."""
    for one in pieces:
        if one.now != one.before and one.sign in content:
            if content.count(one.before) != 1:
                raise Unfit(one.before)
            content = content.replace(one.before, one.now)
    return content


def pieces_of(site: Site, before: Product, now: Product) -> Iterator[tuple[SitePath, Piece]]:
    """Yield each file that may tell of a product with what it says there."""
    for path, said in (*data.pieces(site), *_facts(site, now)):
        yield path, Piece(said(before), said(now))
    for code in site.config.languages:
        for one in _channels(site, now):
            here = Here(site, code, one.feed(Routes(code, site.config.language)))
            told = zip(feeds.pieces(here, before), feeds.pieces(here, now), strict=True)
            yield from ((here.path, Piece(was, said, sign)) for (sign, was), (_, said) in told)


def _facts(site: Site, product: Product) -> Iterator[tuple[SitePath, Said]]:
    """Yield the files of facts that hold a product, with what each says of it."""
    count = len(site.catalogue.products)
    yield (
        routes.shortlist_facts(picked.holder_of(product, count)),
        lambda one: picked.piece(site, one),
    )
    if site.config.kiosk:
        yield (
            routes.kiosk_facts(kiosk_facts.holder_of(product, count)),
            lambda one: kiosk_facts.piece(site, one),
        )


def _channels(site: Site, product: Product) -> Iterator[Channel]:
    yield SITE
    yield Channel("industry", SETS[product.set].industry)
    province = product.origin.province_now
    if province in site.catalogue.provinces:
        yield Channel("province", province)
