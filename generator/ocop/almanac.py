"""What pages ask of the whole catalogue, kept so that a few of them can be made without it.

Owns ``.ocop/state/<output>.site``: the order of the products, their groups, the published photos
and papers, good for one reading of the content and one publish. From it and the leaves follows a
site in which only what is asked for is opened. Called by :mod:`ocop.build` and
:mod:`ocop.retelling`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ocop.domain.catalogue import Catalogue
from ocop.domain.opened import Opened
from ocop.domain.product import Product
from ocop.domain.rating import rate
from ocop.domain.recognition import Rating
from ocop.pages.alike import know_line, line_of
from ocop.pages.here import Here
from ocop.pages.lists import know_order, order
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.papers.sheet import Sheet
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.photos.picture import Picture
from ocop.state import box
from ocop.text import Language

_FORM = "ocop almanac 2"
_GROUPS = ("by_producer", "by_commune", "by_set")


class Facts(msgspec.Struct, frozen=True):
    """What an almanac holds; groups, orders and line hold numbers of products in ``products``."""

    products: list[EntryId]
    producers: list[EntryId]
    groups: dict[str, dict[str, list[int]]]
    orders: dict[str, list[int]]
    line: list[int]
    provinces: list[str]
    pictures: dict[SourcePath, msgspec.Raw]
    papers: dict[SourcePath, Sheet]
    assets: dict[str, SitePath]
    shares: dict[str, SitePath]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an almanac is good for: a reading of the content, and a publish by its manifest."""

    content: str
    site: str


def keep(file: Path, stamp: Stamp, site: Site) -> None:
    """Keep what pages of ``site`` may ask of all of it."""
    catalogue = site.catalogue
    products = list(catalogue.products)
    number = {key: at for at, key in enumerate(products)}
    facts = Facts(
        products=products,
        producers=list(catalogue.producers),
        groups={
            name: {
                str(key): [number[one.id] for one in found]
                for key, found in getattr(catalogue, name).items()
            }
            for name in _GROUPS
        },
        orders={
            code: [number[key] for key in order(Here(site, code, Routes(code, code).home()))]
            for code in site.config.languages
        },
        line=[number[key] for key in line_of(site).ids],
        provinces=sorted(catalogue.provinces),
        pictures={
            key: msgspec.Raw(msgspec.msgpack.encode(one)) for key, one in site.pictures.items()
        },
        papers=dict(site.papers),
        assets=dict(site.assets),
        shares=dict(site.shares),
    )
    _save(file, stamp, msgspec.msgpack.encode(facts))


@dataclass(frozen=True, slots=True)
class Almanac:
    """What was kept; ``packed`` is its form on the disk."""

    facts: Facts
    packed: bytes | memoryview

    def again(self, file: Path, stamp: Stamp) -> None:
        """Keep the same for another stamp."""
        _save(file, stamp, self.packed)


def recall(file: Path, stamp: Stamp) -> Almanac | None:
    """Return what was kept for ``stamp``; None for anything else."""
    try:
        _, header, ((packed,),) = box.load(file, _FORM)
        if header != _header(stamp):
            return None
        return Almanac(msgspec.msgpack.decode(packed, type=Facts), packed)
    except (ValueError, msgspec.MsgspecError):
        return None


def opened(almanac: Almanac, site: Site) -> Site:
    """Return ``site``, whose catalogue opens its records when asked, with what is in the almanac.

    The catalogue's products and producers have to be those of the almanac.
    """
    facts, catalogue = almanac.facts, site.catalogue
    ids, products = facts.products, catalogue.products

    def group(found: Mapping[str, list[int]]) -> Mapping[str, tuple[Product, ...]]:
        return Opened(list(found), lambda key: tuple(products[ids[at]] for at in found[key]))

    groups = {name: group(facts.groups[name]) for name in _GROUPS}
    by_set = facts.groups["by_set"]
    vars(catalogue).update(
        groups,
        by_set=Opened([int(key) for key in by_set], lambda key: groups["by_set"][str(key)]),
        provinces=frozenset(facts.provinces),
        ratings=Opened(ids, lambda key: _rating(catalogue, key)),
    )
    pictures: Mapping[SourcePath, Picture] = Opened(
        list(facts.pictures),
        lambda key: msgspec.msgpack.decode(facts.pictures[key], type=Picture),
    )
    whole = Site(
        site.config,
        catalogue,
        site.templates,
        facts.assets,
        pictures,
        facts.shares,
        site.version,
        facts.papers,
    )
    for code, places in facts.orders.items():
        know_order(whole, Language(code), [ids[at] for at in places])
    know_line(whole, [ids[at] for at in facts.line])
    return whole


def _rating(catalogue: Catalogue, key: EntryId) -> Rating:
    product = catalogue.products[key]
    return rate(product.recognitions, product.proposed, catalogue.today)


def _save(file: Path, stamp: Stamp, packed: bytes | memoryview) -> None:
    box.save(file, _FORM, _header(stamp), [[packed]])


def _header(stamp: Stamp) -> dict[str, str]:
    return {"content": stamp.content, "site": stamp.site}
