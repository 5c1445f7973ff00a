"""What pages ask of the whole catalogue, kept so that a few of them can be made without it.

Owns ``.ocop/state/<output>.site``: the orders of the products, their groups, what stands on the
home page, the published photos and papers, good for one reading of the content and one publish.
From it and the leaves follows a site in which only what is asked for is opened. Called by
:mod:`ocop.build`, :mod:`ocop.retelling` and :mod:`ocop.amending`.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ocop.domain.catalogue import Catalogue
from ocop.domain.product import Product
from ocop.domain.rating import rate
from ocop.domain.recognition import Rating
from ocop.domain.taxonomy import INDUSTRIES, SETS
from ocop.opened import Opened, Row
from ocop.pages.alike import know_line, line_of
from ocop.pages.facets import know_makers, makers
from ocop.pages.here import Here
from ocop.pages.keys.finding import know_marks, product_mark, product_marks
from ocop.pages.keys.marks import SIZE
from ocop.pages.lists import everything, know_order, order
from ocop.pages.product_list import begins, know_begins
from ocop.pages.site import Site
from ocop.papers.sheet import Sheet
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.photos.picture import Picture
from ocop.state import box
from ocop.text import Language

_FORM = "ocop almanac 4"
_GROUPS = ("by_producer", "by_commune", "by_province")
_NUMBERED = ("by_set", "by_stars", "by_month")
"""Groups whose keys are numbers."""

Numbers = bytes
"""Places in the list of products, or of producers, one after the other."""


class Front(msgspec.Struct, frozen=True):
    """Products on the home page by their order, and by their days; and those on the kiosk."""

    ordered: list[EntryId]
    dated: list[EntryId]
    kiosk: list[EntryId]


class Facts(msgspec.Struct, frozen=True):
    """What an almanac holds; by language is what depends on names.

    ``makers`` are the producers of each commune, ``names`` those of all. ``letters`` tell where
    each begins in the ``alphabet``. ``front`` are the products that stand in front of all.
    ``marks`` tell what the index has of each product.
    """

    products: list[EntryId]
    producers: list[EntryId]
    groups: dict[str, dict[str, Numbers]]
    makers: dict[str, Numbers]
    names: dict[Language, list[str]]
    alphabet: dict[Language, Numbers]
    orders: dict[Language, Numbers]
    letters: dict[Language, dict[str, int]]
    front: dict[Language, Front]
    line: Numbers
    provinces: list[str]
    whole_year: int
    marks: bytes
    pictures: dict[SourcePath, msgspec.Raw]
    papers: dict[SourcePath, Sheet]
    assets: dict[str, SitePath]
    shares: dict[str, SitePath]


class Stamp(Struct, frozen=True):
    """What an almanac is good for: a reading of the content, and a publish by its manifest."""

    content: str
    site: str


def keep(file: Path, stamp: Stamp, site: Site) -> None:
    """Keep what pages of ``site`` may ask of all of it."""
    save(file, stamp, _facts(site))


def _facts(site: Site) -> Facts:
    catalogue = site.catalogue
    products, producers = _places(catalogue.products), _places(catalogue.producers)
    heres = {code: Here(site, code, SitePath("")) for code in site.config.languages}
    marks = product_marks(site)

    def numbers(found: Iterable[EntryId]) -> Numbers:
        return packed(map(products.__getitem__, found))

    return Facts(
        products=list(products),
        producers=list(producers),
        groups={
            name: {
                str(key): numbers(one.id for one in found)
                for key, found in getattr(catalogue, name).items()
            }
            for name in (*_GROUPS, *_NUMBERED)
        },
        makers={
            code: packed(producers[one.id] for one in found)
            for code, found in catalogue.producers_by_commune.items()
        },
        names={code: list(makers(site, code).values()) for code in heres},
        alphabet={
            code: numbers(each.id for each in everything(here)) for code, here in heres.items()
        },
        orders={code: numbers(order(here)) for code, here in heres.items()},
        letters={code: dict(begins(here)) for code, here in heres.items()},
        front={code: _front(here) for code, here in heres.items()},
        line=numbers(line_of(site).ids),
        provinces=sorted(catalogue.provinces),
        whole_year=catalogue.whole_year,
        marks=b"".join(map(marks.__getitem__, products)),
        pictures={
            key: msgspec.Raw(msgspec.msgpack.encode(one)) for key, one in site.pictures.items()
        },
        papers=dict(site.papers),
        assets=dict(site.assets),
        shares=dict(site.shares),
    )


def _places(ids: Iterable[EntryId]) -> dict[EntryId, int]:
    return {key: at for at, key in enumerate(ids)}


def _front(here: Here) -> Front:
    from ocop.pages.kiosk_show import shown  # only where a whole site is at hand
    from ocop.pages.views.home import front

    found = front(here)
    return Front(
        [one.id for one in chain(found.large, found.heroes, found.season)],
        [one.id for _, one in found.newest],
        [one.id for one in shown(here)] if here.site.config.kiosk else [],
    )


def packed(numbers: Iterable[int]) -> Numbers:
    """Return numbers as they are kept."""
    return array("I", numbers).tobytes()


def numbers_in(kept: Numbers) -> "array[int]":
    """Return the numbers that were kept."""
    found = array("I")
    found.frombytes(kept)
    return found


def save(file: Path, stamp: Stamp, facts: Facts) -> None:
    """Keep ``facts`` in ``file`` for a stamp."""
    box.save(file, _FORM, _header(stamp), [[msgspec.msgpack.encode(facts)]])


def recall(file: Path, content: str) -> tuple[Stamp, Facts] | None:
    """Return what was kept for a reading of the content, and of which publish that is."""
    try:
        _, header, ((kept,),) = box.load(file, _FORM)
        stamp = Stamp(content, header["site"])
        if header != _header(stamp):
            return None
        return stamp, msgspec.msgpack.decode(kept, type=Facts)
    except (ValueError, KeyError, msgspec.MsgspecError):
        return None


def opened(facts: Facts, site: Site) -> Site:
    """Return ``site``, whose catalogue opens its records when asked, with what was kept.

    The catalogue's products and producers have to be those of ``facts``. Orders are not among
    what it knows yet (:func:`know_orders`).
    """
    vars(site.catalogue).update(_grouped(facts, site.catalogue))
    pictures: Mapping[SourcePath, Picture] = Opened(
        list(facts.pictures),
        lambda key: msgspec.msgpack.decode(facts.pictures[key], type=Picture),
    )
    return Site(
        site.config,
        site.catalogue,
        site.templates,
        facts.assets,
        pictures,
        facts.shares,
        site.version,
        facts.papers,
        warm=site.warm,
    )


def _grouped(facts: Facts, catalogue: Catalogue) -> dict[str, Any]:
    """Return the groups of ``catalogue`` by their names there; their records are opened later."""
    ids, products = facts.products, catalogue.products

    def group(name: str) -> Mapping[str, Row[Product]]:
        found = facts.groups[name]
        return Opened(
            list(found), lambda key: Row([ids[at] for at in numbers_in(found[key])], products)
        )

    named = {name: group(name) for name in (*_GROUPS, *_NUMBERED)}
    numbered = {name: _by_number(named[name]) for name in _NUMBERED}
    return {
        **named,
        **numbered,
        "by_industry": _by_industry(numbered["by_set"], products),
        "producers_by_commune": Opened(
            list(facts.makers),
            lambda code: tuple(
                catalogue.producers[facts.producers[at]] for at in numbers_in(facts.makers[code])
            ),
        ),
        "provinces": frozenset(facts.provinces),
        "whole_year": facts.whole_year,
        "ratings": Opened(ids, lambda key: _rating(catalogue, key)),
    }


def _by_number(found: Mapping[str, Row[Product]]) -> Mapping[int, Row[Product]]:
    return Opened([int(key) for key in found], lambda key: found[str(key)])


def _by_industry(
    by_set: Mapping[int, Row[Product]], products: Mapping[EntryId, Product]
) -> Mapping[str, Row[Product]]:
    """Return the products of each industry, set by set."""

    def opened_(code: str) -> Row[Product]:
        sets = (one.number for one in SETS.values() if one.industry == code)
        rows = (by_set[number].keys for number in sets if number in by_set)
        return Row(list(chain.from_iterable(rows)), products)

    return Opened(list(INDUSTRIES), opened_)


def know_orders(facts: Facts, site: Site) -> None:
    """Take the orders of the products of an opened ``site`` as those of ``facts``."""
    for code in site.config.languages:
        alphabet, best = ids_of(facts, facts.alphabet[code]), ids_of(facts, facts.orders[code])
        know_order(site, code, alphabet, best)
        know_begins(site, code, facts.letters[code])
    know_line(site, ids_of(facts, facts.line))


def remarked(facts: Facts, site: Site, products: Iterable[EntryId]) -> Facts:
    """Return ``facts`` with what the index has of some products of ``site`` today."""
    marks = bytearray(facts.marks)
    for key in products:
        at = facts.products.index(key) * SIZE
        marks[at : at + SIZE] = product_mark(site, site.catalogue.products[key])
    return msgspec.structs.replace(facts, marks=bytes(marks))


def know_index(facts: Facts, site: Site) -> None:
    """Take what the index has of each product of an opened ``site`` as ``facts`` tell."""
    at = range(0, len(facts.marks), SIZE)
    cut = (facts.marks[start : start + SIZE] for start in at)
    know_marks(site, dict(zip(facts.products, cut, strict=True)))
    for code, names in facts.names.items():
        know_makers(site, code, dict(zip(facts.producers, names, strict=True)))


def ids_of(facts: Facts, numbers: Numbers) -> Sequence[EntryId]:
    """Return the ids of products by their numbers."""
    return list(map(facts.products.__getitem__, numbers_in(numbers)))


def _rating(catalogue: Catalogue, key: EntryId) -> Rating:
    product = catalogue.products[key]
    return rate(product.recognitions, product.proposed, catalogue.today)


def _header(stamp: Stamp) -> dict[str, str]:
    return {"content": stamp.content, "site": stamp.site}
