"""Which present commune an origin means.

Owns the rules by which names as a certificate writes them lead to a commune of the list since
July 2025, and says what stands in the way where they do not. It never guesses: what the names
leave open comes back as candidates for an editor. Called when products and others are checked.

A name with a district is of the old list, for districts ended with it. A name without one may
be old or new; the certificate's date settles it, and without a date both must lead to the same
commune. A district that was dissolved between 2019 and 2025 stands for those that took it in.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ocop.dates import PartialDate
from ocop.domain import gazetteer, units
from ocop.domain.place import Commune, FormerCommune
from ocop.domain.units import FormerDistrict, FormerProvince

REFORM = dt.date(2025, 7, 1)
"""The first day of the present list (Decision 19/2025/QĐ-TTg)."""

Problem = Literal[
    "unknown_province",
    "unknown_district",
    "unknown_commune",
    "ambiguous",
    "divided",
    "unknown_now",
    "now_elsewhere",
    "now_differs",
]
"""Why an origin needs an editor.

``ambiguous``: several communes carry the name. ``divided``: the commune was divided in 2025.
``unknown_now``: no present commune has the stated code. ``now_elsewhere``: it lies in another
province than the origin. ``now_differs``: the names lead to another commune than the code.
"""


Era = Literal["before", "after"] | None
"""Whether names were written before the reform or after it, None where that is not known."""


class Located(Struct, frozen=True):
    """Present codes, None where unsettled; ``candidates`` are the communes to choose from."""

    commune: str | None = None
    province: str | None = None
    candidates: tuple[str, ...] = ()
    problem: Problem | None = None


class _Area(Struct, frozen=True):
    """Where to look: the provinces before 2025 that the origin names, and those merged with them.

    ``current`` tells whether the name is also one of the present list.
    """

    named: Sequence[FormerProvince]
    merged: Sequence[FormerProvince]
    codes: tuple[str, ...]
    current: bool


class _Found(Struct, frozen=True):
    """The present communes that the names can mean."""

    codes: tuple[str, ...] = ()
    problem: Problem | None = None


def locate(
    commune: str | None = None,
    district: str | None = None,
    province: str | None = None,
    *,
    now: str | None = None,
    scope: str | None = None,
    dated: PartialDate | None = None,
) -> Located:
    """Return the present units that an origin means, or what stands in the way.

    ``now`` is the editor's own answer, ``scope`` the province code that stands in for a missing
    province, ``dated`` the date of the certificate that the names were copied from.
    """
    return locate_in(commune, district, province, now=now, scope=scope, era=era_of(dated))


def era_of(dated: PartialDate | None) -> Era:
    """Return the side of the reform on which names copied from a paper of that date lie."""
    if dated is None:
        return None
    return "before" if dated.last < REFORM else "after" if dated.first >= REFORM else None


@lru_cache(maxsize=16384)
def locate_in(
    commune: str | None,
    district: str | None,
    province: str | None,
    *,
    now: str | None,
    scope: str | None,
    era: Era,
) -> Located:
    """Return what :func:`locate` does for names of an era; many products share an origin."""
    return _with_answer(*_search(commune, district, province, scope, era), now)


@lru_cache(maxsize=16384)
def _search(
    commune: str | None, district: str | None, province: str | None, scope: str | None, era: Era
) -> tuple[_Found, str | None]:
    """Return what the names mean, and their present province."""
    area = _area(province, scope)
    if area is None:
        return _Found(problem="unknown_province"), None
    if district:
        found = _in_district(area, district, commune)
    elif commune:
        found = _in_area(area, commune, era)
    else:
        found = _Found()
    return found, _only_province(area, found)


@lru_cache(maxsize=1024)
def _area(province: str | None, scope: str | None) -> _Area | None:
    if not province:
        codes = (scope,) if scope else tuple(units.provinces())
        former = gazetteer.former_provinces_in(scope) if scope else units.former_provinces()
        return _Area(former, (), codes, True)
    named = gazetteer.former_provinces_named(province)
    if not named:
        return None
    code = named[0].now
    merged = [one for one in gazetteer.former_provinces_in(code) if one not in named]
    return _Area(named, merged, (code,), named[0].name == units.provinces()[code].name)


def _only_province(area: _Area, found: _Found) -> str | None:
    codes = area.codes
    if len(codes) > 1:
        codes = tuple({units.communes()[code].province for code in found.codes})
    return codes[0] if len(codes) == 1 else None


def _with_answer(found: _Found, province: str | None, now: str | None) -> Located:
    """Return what was found, or the editor's own answer where it does not contradict the names."""
    commune = found.codes[0] if len(found.codes) == 1 and found.problem is None else None
    candidates = found.codes if found.problem else ()
    located = Located(commune, province, candidates, found.problem)
    if now is None:
        return located
    stated = gazetteer.commune(now)
    if stated is None:
        return replace(located, problem="unknown_now")
    if province not in (None, stated.province):
        return replace(located, problem="now_elsewhere")
    doubt = found.codes and now not in found.codes and found.problem != "unknown_district"
    return Located(now, stated.province, problem="now_differs" if doubt else None)


def _in_district(area: _Area, district: str, commune: str | None) -> _Found:
    for provinces in (area.named, area.merged):
        districts = [one for province in provinces for one in province.names.find(district)]
        if districts:
            return _within(districts, commune) if commune else _Found(_land(districts))
    # Five island districts had no communes and are special zones now (Lý Sơn, Côn Đảo …).
    zones = [one for one in _present(area, district) if one.kind == "đặc khu"]
    if len(zones) == 1:
        return _Found((zones[0].code,))
    suggested = _in_area(area, commune, None).codes if commune else ()
    return _Found(suggested, "unknown_district")


def _within(districts: Iterable[FormerDistrict], commune: str) -> _Found:
    before = [one for district in districts for one in district.named(commune)]
    if before:
        return _choice(before, ())
    land = _land(districts)
    provinces = {units.communes()[code].province for code in land}
    after = [one for code in provinces for one in units.names_in(code).find(commune)]
    return _choice((), [one for one in after if one.code in land])


def _land(districts: Iterable[FormerDistrict]) -> tuple[str, ...]:
    return tuple(sorted({code for one in districts for code in one.land}))


def _in_area(area: _Area, commune: str, era: Era) -> _Found:
    after = _present(area, commune)
    before = [] if after and era == "after" and area.current else _former(area.named, commune)
    if before and (era == "before" or not area.current):
        after = []
    if not before and not after:
        before = _former(area.merged, commune)
    return _choice(before, after)


def _former(provinces: Iterable[FormerProvince], commune: str) -> list[FormerCommune]:
    return [one for province in provinces for one in province.communes_named(commune)]


def _present(area: _Area, text: str) -> list[Commune]:
    return [one for code in area.codes for one in units.names_in(code).find(text)]


def _choice(before: Sequence[FormerCommune], after: Sequence[Commune]) -> _Found:
    codes = {code for one in before for code in one.now} | {one.code for one in after}
    if not codes:
        return _Found(problem="unknown_commune")
    divided = len(before) == 1 and codes == set(before[0].now)
    problem: Problem = "divided" if divided else "ambiguous"
    return _Found(tuple(sorted(codes)), problem if len(codes) > 1 else None)
