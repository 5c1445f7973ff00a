"""The map of a province: its communes with products, gathered where they are close.

Owns its bubbles and names and the lists that gathered bubbles lead to. Called by the pages of
provinces and programmes, and on a site of one province by the home page and the list of places.
"""

from collections.abc import Mapping

from ocop.domain import gazetteer
from ocop.domain.catalogue import Catalogue
from ocop.domain.place import Commune, Province
from ocop.pages.here import Here
from ocop.pages.maps import outlines
from ocop.pages.maps.bubbles import Bubble, Scale, gathered
from ocop.pages.maps.country import HOANG_SA, TRUONG_SA
from ocop.pages.maps.names import Area, Name, named
from ocop.pages.maps.picture import Dot, Inset, Land, Map, Nearby
from ocop.text import sort_key

SCALE = Scale(least=38, greatest=80, letters=36, full=16)
_NAMES = 32.0

_MOST = 4
"""Names that a bubble says of itself."""

_Layout = tuple[tuple[Bubble, ...], tuple[Name, ...]]


def province_map(here: Here, one: Province) -> Map:
    """Return the map of all products of a province whose commune is known."""
    return communes_map(here, one, commune_counts(here.site.catalogue, one.code), "")


def commune_counts(catalogue: Catalogue, province: str) -> dict[str, int]:
    """Return how many products each commune of a province has, by code; none without any."""
    known = catalogue.by_commune
    units = gazetteer.communes_of(province)
    return {unit.code: len(known[unit.code]) for unit in units if unit.code in known}


def communes_map(here: Here, one: Province, counts: Mapping[str, int], of: str) -> Map:
    """Return the map of a province with ``counts`` of some of its communes, by code.

    ``of`` is the id of the programme that the counts are of, empty if they are of everything.
    """
    drawing = outlines.province(one.code)
    bubbles, names = here.press.once(("map", one.code, of), lambda: _laid_out(one.code, counts))
    gathered_ones = [each for each in bubbles if len(each.codes) > 1]
    ids = {each.codes: f"near-{number}" for number, each in enumerate(gathered_ones, 1)}
    return Map(
        kind="province",
        width=drawing.size[0],
        height=drawing.size[1],
        label=here.t("map.province", name=one.name),
        hint=here.t("map.province_hint") if bubbles else here.t("map.overview"),
        lands=(Land(drawing.land, one.name, None, 0),),
        islands=drawing.islands,
        dots=tuple(_dot(here, each, ids) for each in bubbles),
        names=names,
        insets=tuple(_inset(here, box) for box in drawing.boxes),
        near=tuple(_nearby(here, each, ids[each.codes], counts) for each in gathered_ones),
    )


def _laid_out(province: str, counts: Mapping[str, int]) -> _Layout:
    """Return the bubbles and names, which are the same in every language."""
    drawing = outlines.province(province)
    found = [
        Bubble(drawing.spot(unit), counts[unit.code], (unit.code,))
        for unit in gazetteer.communes_of(province)
        if counts.get(unit.code)
    ]
    bubbles = gathered(found, SCALE, drawing.size)
    labels = [(one, _unit(one.codes[0]).name) for one in bubbles if len(one.codes) == 1]
    taken = [_area(box) for box in drawing.boxes]
    return bubbles, named(labels, bubbles, _NAMES, drawing.size, taken)


def _area(box: outlines.Box) -> Area:
    x, y = box.corner
    return x, y, x + box.side, y + box.side


def _dot(here: Here, one: Bubble, ids: Mapping[tuple[str, ...], str]) -> Dot:
    alone = one.codes not in ids
    names = [_unit(code).name for code in one.codes]
    return Dot(
        x=round(one.spot[0]),
        y=round(one.spot[1]),
        radius=int(one.radius),
        href=here.link(here.routes.place(one.codes[0])) if alone else f"#{ids[one.codes]}",
        says=here.t("map.place" if alone else "map.places", name=_listed(here, names), n=one.count),
        number=here.formats.number(one.count),
    )


def _listed(here: Here, names: list[str]) -> str:
    """Return names as a list, a long one cut short."""
    shown = sorted(names, key=sort_key)
    if len(shown) > _MOST:
        shown = [*shown[: _MOST - 1], here.t("map.others", n=len(shown) - _MOST + 1)]
    return here.formats.list(shown)


def _nearby(here: Here, one: Bubble, key: str, counts: Mapping[str, int]) -> Nearby:
    units = sorted((_unit(code) for code in one.codes), key=lambda unit: sort_key(unit.name))
    return Nearby(
        key,
        here.t("map.near", communes=len(units)),
        tuple(
            (
                _called(here, unit),
                here.link(here.routes.place(unit.code)),
                here.formats.number(counts[unit.code]),
            )
            for unit in units
        ),
    )


def _inset(here: Here, box: outlines.Box) -> Inset:
    unit = _unit(box.commune)
    wide = unit.code in (HOANG_SA, TRUONG_SA)
    name = here.t("map.archipelago", name=unit.name) if wide else _called(here, unit)
    return Inset(*box.corner, box.side, box.land, box.islands, name)


def _called(here: Here, unit: Commune) -> str:
    name = here.t(f"place.named.{unit.kind}", name=unit.name)
    return name[:1].upper() + name[1:]


def _unit(code: str) -> Commune:
    unit = gazetteer.commune(code)
    assert unit is not None
    return unit
