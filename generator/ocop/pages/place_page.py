"""What the pages of places say, ready for their templates.

Owns the names of units in the reader's language, what they were before July 2025, and which
products, programmes and fairs lie in them. Called by :mod:`ocop.pages.views.places`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from markupsafe import Markup
from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.fair import Fair
from ocop.domain.place import Commune, FormerCommune, Province, Status
from ocop.domain.producer import Producer
from ocop.domain.programme import Programme
from ocop.pages.covers import band, foremost
from ocop.pages.fair_page import newest_first, when
from ocop.pages.formats import formats
from ocop.pages.here import Here
from ocop.pages.maps.picture import Map
from ocop.pages.maps.province import province_map
from ocop.pages.texts import Texts
from ocop.pages.words import Words
from ocop.text import sort_key

Unit = TypeVar("Unit", Province, Commune)


class PlaceLink(Struct, frozen=True):
    """A commune in a list; ``count`` is its number of products."""

    name: str
    href: str
    count: int


class ProvinceLink(Struct, frozen=True):
    """A province in the list, under a weave in the colours of its foremost industry."""

    name: str
    href: str
    products: str
    note: str
    industry: str
    band: Markup


class EntryLink(Struct, frozen=True):
    """A programme, fair or producer named on a place's page."""

    name: Words
    href: str
    note: str


class Former(Struct, frozen=True):
    """A commune before July 2025 whose land is here, whole or in part."""

    name: str
    around: str


class ProvinceView(Struct, frozen=True):
    """What only a province's page has; ``merged`` lists its former provinces if it has several.

    ``earlier`` is a name that shoppers still know it by. ``covered`` of ``all_communes`` have
    a product, which ``map`` shows; of ``elsewhere`` products the commune is not known.
    """

    merged: str
    earlier: str
    communes: tuple[PlaceLink, ...]
    covered: int
    all_communes: int
    elsewhere: int
    map: Map | None
    programmes: tuple[EntryLink, ...]
    fairs: tuple[EntryLink, ...]


class CommuneView(Struct, frozen=True):
    """What only a commune's page has."""

    province: str
    province_href: str
    formers: tuple[Former, ...]
    producers: tuple[EntryLink, ...]
    fairs: tuple[EntryLink, ...]


def province_view(here: Here, one: Province) -> ProvinceView:
    """Return what the page of a province says besides its products and an editor's words."""
    products = here.site.catalogue.by_province.get(one.code, ())
    found = communes(here, one.code)
    return ProvinceView(
        merged=merged(one, here.t),
        earlier=gazetteer.renamed(one.code) or "",
        communes=found,
        covered=len({product.origin.commune_now for product in products} - {None}),
        all_communes=len(gazetteer.communes_of(one.code)),
        elsewhere=sum(product.origin.commune_now is None for product in products),
        map=province_map(here, one) if any(each.count for each in found) else None,
        programmes=programmes(here, one.code),
        fairs=fairs(here, one.code),
    )


def commune_view(here: Here, one: Commune, around: Province) -> CommuneView:
    """Return what the page of a commune says besides its products and an editor's words."""
    return CommuneView(
        province=unit_name(around, here.t),
        province_href=here.link(here.routes.place(around.code)),
        formers=former_communes(one.code, here.t),
        producers=producers(here, one.code),
        fairs=fairs(here, around.code, one.code),
    )


def unit_name(unit: Province | Commune, t: Texts) -> str:
    """Return a unit's name with its kind, as a heading: ``Tỉnh Thanh Hóa``."""
    name = t(f"place.named.{unit.kind}", name=unit.name)
    return name[:1].upper() + name[1:]


def provinces(here: Here) -> tuple[ProvinceLink, ...]:
    """Return the provinces that have a page, by name."""
    found = (one for one in gazetteer.provinces() if one.code in here.site.catalogue.provinces)
    return tuple(_province(here, one) for one in _by_name(found))


def empty_provinces(here: Here) -> tuple[str, ...]:
    """Return the names of the provinces of which the catalogue knows nothing, by name.

    A site of one province does not speak of the others.
    """
    if here.site.config.scope:
        return ()
    known = here.site.catalogue.provinces
    return tuple(
        one.name for one in _by_name(one for one in gazetteer.provinces() if one.code not in known)
    )


def communes(here: Here, province: str) -> tuple[PlaceLink, ...]:
    """Return the communes of a province that have a page, by name."""
    inside = (
        one for one in gazetteer.communes_of(province) if one.code in here.site.catalogue.communes
    )
    return tuple(_commune(here, one) for one in _by_name(inside))


def merged(province: Province, t: Texts) -> str:
    """Return the former provinces of a merged one as a list; empty for one left as it was."""
    names = [one.name for one in gazetteer.former_provinces_in(province.code)]
    return formats(t.language).list(_ordered(names)) if len(names) > 1 else ""


def former_communes(code: str, t: Texts) -> tuple[Former, ...]:
    """Return the communes of before July 2025 that a commune took in."""
    return tuple(_former(one, t) for one in gazetteer.formerly(code))


def statuses(found: Iterable[Status], here: Here) -> tuple[tuple[Words, str], ...]:
    """Return what a place has been recognised as, with the year where known."""
    return tuple((here.speak(one.name), str(one.year or "")) for one in found)


def programmes(here: Here, province: str) -> tuple[EntryLink, ...]:
    """Return the programmes whose area is now in a province."""
    inside = (
        one for one in here.site.catalogue.programmes.values() if one.area.province_now == province
    )
    return tuple(_link(here, "programmes", one, "") for one in inside)


def fairs(here: Here, province: str, commune: str | None = None) -> tuple[EntryLink, ...]:
    """Return the fairs held in a province, or in one commune of it, the newest first."""
    inside = [
        one
        for one in here.press.once("fairs by province", lambda: _fairs(here)).get(province, ())
        if commune is None or (one.place and one.place.commune_now == commune)
    ]
    return tuple(_link(here, "fairs", one, when(here, one)) for one in newest_first(inside))


def producers(here: Here, commune: str) -> tuple[EntryLink, ...]:
    """Return the producers who have their seat in a commune or make its products."""
    found = here.site.catalogue.producers_by_commune.get(commune, ())
    return tuple(
        EntryLink(
            here.speak(one.name),
            here.link(here.routes.entry("producers", one.id)),
            here.t(f"kind.{one.kind}"),
        )
        for one in sorted(found, key=lambda one: sort_key(here.speak.plain(one.name)))
    )


def _link(here: Here, folder: str, one: Programme | Fair | Producer, note: str) -> EntryLink:
    href = here.link(here.routes.entry(folder, one.id))
    return EntryLink(here.speak(one.name), href, note)


def _province(here: Here, one: Province) -> ProvinceLink:
    products = here.site.catalogue.by_province.get(one.code, ())
    names, industry = merged(one, here.t), foremost(products)
    return ProvinceLink(
        name=one.name,
        href=here.link(here.routes.place(one.code)),
        products=here.t("count.products", n=len(products)),
        note=here.t("places.merged", names=names) if names else "",
        industry=industry.key,
        band=band(one.code, industry.code),
    )


def _commune(here: Here, one: Commune) -> PlaceLink:
    return PlaceLink(
        name=unit_name(one, here.t),
        href=here.link(here.routes.place(one.code)),
        count=len(here.site.catalogue.by_commune.get(one.code, ())),
    )


def _former(one: FormerCommune, t: Texts) -> Former:
    whole = len(one.now) == 1
    name = one.commune[:1].upper() + one.commune[1:]
    return Former(
        name if whole else t("place.before_part", name=name), f"{one.district}, {one.province}"
    )


def _fairs(here: Here) -> Mapping[str, list[Fair]]:
    """Return the fairs held in each province."""
    found: dict[str, list[Fair]] = {}
    for fair in here.site.catalogue.fairs.values():
        if fair.place and fair.place.province_now:
            found.setdefault(fair.place.province_now, []).append(fair)
    return found


def _by_name(units: Iterable[Unit]) -> list[Unit]:
    return sorted(units, key=lambda one: sort_key(one.name))


def _ordered(names: Sequence[str]) -> list[str]:
    return sorted(names, key=sort_key)
