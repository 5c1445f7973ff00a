"""The ways into the catalogue that home and search page share: places, stars, counts.

Owns their order. Must not know the pages that show them.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.pages.here import Here
from ocop.pages.maps.province import commune_counts
from ocop.pages.place_page import unit_name
from ocop.pages.shelves import LEVELS, Choice
from ocop.text import sort_key


class Number(Struct, frozen=True):
    """A count with its noun."""

    value: str
    noun: str
    href: str


def provinces(here: Here) -> tuple[Choice, ...]:
    """Return the provinces with products, in alphabetical order, with their counts."""
    by_province = here.site.catalogue.by_province
    found = [gazetteer.province(code) for code in by_province]
    known = sorted((one for one in found if one), key=lambda one: sort_key(one.name))
    return tuple(
        Choice(one.name, len(by_province[one.code]), here.link(here.routes.place(one.code)), False)
        for one in known
    )


def communes(here: Here, counts: Mapping[str, int]) -> tuple[Choice, ...]:
    """Return the communes with products, in alphabetical order, with their ``counts`` by code."""
    found = [gazetteer.commune(code) for code, count in counts.items() if count]
    known = sorted((one for one in found if one), key=lambda one: sort_key(one.name))
    return tuple(
        Choice(
            unit_name(one, here.t),
            counts[one.code],
            here.link(here.routes.place(one.code)),
            False,
        )
        for one in known
    )


def places(here: Here) -> tuple[Choice, ...]:
    """Return the provinces with products, on a site of one province its communes."""
    scope = here.site.config.scope
    return communes(here, commune_counts(here.site.catalogue, scope)) if scope else provinces(here)


def levels(here: Here) -> tuple[Choice, ...]:
    """Return the star levels, the highest first, with their counts."""
    by_stars = here.site.catalogue.by_stars
    return tuple(
        Choice(
            here.t("stars.label", n=stars),
            len(by_stars.get(stars, ())),
            here.link(here.routes.stars(stars)),
            False,
        )
        for stars in LEVELS
    )


def numbers(here: Here) -> tuple[Number, ...]:
    """Return what the catalogue counts today; what there is none of is left out."""
    return tuple(number for number in _numbers(here) if number.value != "0")


def _numbers(here: Here) -> Iterator[Number]:
    catalogue, routes, t = here.site.catalogue, here.routes, here.t
    counts = (
        ("products", len(catalogue.products), routes.listing("products")),
        ("producers", len(catalogue.producers), routes.listing("producers")),
        ("communes", len(catalogue.by_commune), routes.listing("places")),
        ("provinces", len(catalogue.by_province), routes.listing("places")),
    )
    for key, count, path in counts:
        noun = t(f"counted.{key}", n=count)
        yield Number(here.formats.number(count), noun, here.link(path))
