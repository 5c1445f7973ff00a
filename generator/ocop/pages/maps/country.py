"""The map of the country: every province, and how many products each has.

Owns its bubbles, tints and names, and both archipelagos with theirs. Called by the home page
and the list of places.
"""

from collections.abc import Mapping

from ocop.domain import gazetteer
from ocop.domain.catalogue import Catalogue
from ocop.pages.here import Here
from ocop.pages.maps.bubbles import Bubble, Scale, shrunk
from ocop.pages.maps.names import Area, Name, named
from ocop.pages.maps.outlines import Country, country
from ocop.pages.maps.picture import Archipelago, Dot, Land, Map
from ocop.pages.texts import Texts

HOANG_SA, TRUONG_SA = "20333", "22736"
"""The communes that the archipelagos are."""

SCALE = Scale(least=12, greatest=32, letters=16, full=30)
_NAMES = 17.0
_STEPS = (1, 10, 50, 200, 500)
"""Products from which on a province is tinted one level deeper."""

_NARROW = (500, 1090)
"""What a narrow screen shows of the drawing; names keep to it."""

BOXES: Mapping[str, Area] = {HOANG_SA: (348, 280, 498, 426), TRUONG_SA: (338, 884, 497, 1084)}
"""Where the archipelagos stand on a narrow screen, as the style sheet moves them."""


def country_map(here: Here) -> Map:
    """Return the map of the country as it is shown on a page."""
    drawing = country()
    bubbles, names = here.press.once("country map", lambda: _laid_out(here.site.catalogue))
    return Map(
        kind="country",
        width=drawing.size[0],
        height=drawing.size[1],
        label=here.t("map.country"),
        hint=here.t("map.country_hint"),
        lands=tuple(_land(here, code, path) for code, path in drawing.land.items()),
        islands=drawing.islands,
        dots=tuple(_dot(here, one) for one in bubbles),
        names=names,
        far=tuple(_archipelago(here.t, drawing, code) for code in (HOANG_SA, TRUONG_SA)),
    )


def _laid_out(catalogue: Catalogue) -> tuple[tuple[Bubble, ...], tuple[Name, ...]]:
    """Return the bubbles and names, which are the same in every language."""
    middles, known = country().middles, catalogue.by_province
    found = [
        Bubble(middles[one.code], len(known[one.code]), (one.code,))
        for one in gazetteer.provinces()
        if one.code in known
    ]
    bubbles = shrunk(found, SCALE)
    called = {one.code: one.name for one in gazetteer.provinces()}
    labels = [(one, called[one.codes[0]]) for one in bubbles]
    return bubbles, named(labels, bubbles, _NAMES, _NARROW, BOXES.values())


def level(count: int) -> int:
    """Return how deep the tint is for a count: 0 for none, up to 5."""
    return sum(count >= step for step in _STEPS)


def _land(here: Here, code: str, path: str) -> Land:
    unit = gazetteer.province(code)
    assert unit is not None
    catalogue = here.site.catalogue
    href = here.link(here.routes.place(code)) if code in catalogue.provinces else None
    return Land(path, unit.name, href, level(len(catalogue.by_province.get(code, ()))))


def _dot(here: Here, one: Bubble) -> Dot:
    unit = gazetteer.province(one.codes[0])
    assert unit is not None
    return Dot(
        x=round(one.spot[0]),
        y=round(one.spot[1]),
        radius=int(one.radius),
        href=here.link(here.routes.place(unit.code)),
        says=here.t("map.place", name=unit.name, n=one.count),
        number=here.formats.number(one.count) if SCALE.room(one.count) <= one.radius else "",
    )


def _archipelago(t: Texts, drawing: Country, code: str) -> Archipelago:
    islets = drawing.far[code]
    unit = gazetteer.commune(code)
    assert unit is not None
    around = gazetteer.province(unit.province)
    assert around is not None
    xs, ys = [x for x, _ in islets], [y for _, y in islets]
    key = "hoang-sa" if code == HOANG_SA else "truong-sa"
    return Archipelago(
        key,
        islets,
        t("map.archipelago", name=unit.name),
        f"({around.name})",
        (min(xs) + max(xs)) // 2,
        max(ys) + 26 if code == HOANG_SA else min(ys) - 40,
    )
