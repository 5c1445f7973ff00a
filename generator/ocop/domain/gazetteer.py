"""The country's units, present and former, by code and by name.

Owns look-ups of single units and the names of provinces; which commune an origin means is the
business of :mod:`ocop.domain.locate`. The data is read when first asked for.
"""

from functools import cache, lru_cache

from ocop.domain import units
from ocop.domain.place import Commune, FormerCommune, Province
from ocop.domain.placename import Names

_ALIASES = {
    "Thừa Thiên Huế": "Huế",
    "TT Huế": "Huế",
    "Sài Gòn": "Hồ Chí Minh",
    "HCM": "Hồ Chí Minh",
    "BRVT": "Bà Rịa - Vũng Tàu",
    "BR VT": "Bà Rịa - Vũng Tàu",
    "Bắc Cạn": "Bắc Kạn",
    "Đắc Lắc": "Đắk Lắk",
    "Đắc Nông": "Đắk Nông",
}
"""Names of provinces in use beside those of the lists."""


_RENAMED = {"46": "Thừa Thiên Huế"}
"""What provinces were called before a change of name that the list of July 2025 no longer has."""


def provinces() -> tuple[Province, ...]:
    """Return the 34 provinces in the order of their codes."""
    return tuple(units.provinces().values())


def province(code: str) -> Province | None:
    """Return the present province with this 2-digit code, None if there is none."""
    return units.provinces().get(code)


def commune(code: str) -> Commune | None:
    """Return the present commune with this 5-digit code, None if there is none."""
    return units.commune(code)


def communes_of(province: str) -> tuple[Commune, ...]:
    """Return the present communes of a province code in the order of their codes."""
    return units.communes_by_province().get(province, ())


def renamed(province: str) -> str | None:
    """Return the earlier name of a province that took another without changing its borders."""
    return _RENAMED.get(province)


def formerly(commune: str) -> tuple[FormerCommune, ...]:
    """Return the communes before July 2025 whose land a present commune took in, whole or part."""
    return _formerly().get(commune, ())


def find_province(text: str) -> str | None:
    """Return the present code of a province by present or former name; None if unknown.

    Kind, abbreviation, marks and tone placement do not matter: "tỉnh Bắc Kạn", "TP. Huế",
    "Thừa Thiên - Huế", "thanh hoá". Every former province went into one present one whole.
    """
    codes = {one.now for one in former_provinces_named(text)}
    return codes.pop() if len(codes) == 1 else None


def former_provinces_named(text: str) -> tuple[units.FormerProvince, ...]:
    """Return the province before July 2025 that carries a name; none if unknown.

    Every present name was carried by one of the provinces before, so this finds those too.
    """
    return _province_names().find(text)


@lru_cache(1024)
def former_province_with(district: str, commune: str) -> str | None:
    """Return the full name of the province before July 2025 that a district and commune tell.

    None unless exactly one district of that name in the country has a commune of that name.
    """
    found = [
        province.full_name
        for province in units.former_provinces()
        for one in province.names.find(district)
        if one.named(commune)
    ]
    return found[0] if len(found) == 1 else None


def former_provinces_in(province: str) -> tuple[units.FormerProvince, ...]:
    """Return the provinces before July 2025 that went into a present one, itself included."""
    return tuple(one for one in units.former_provinces() if one.now == province)


@cache
def _province_names() -> Names[units.FormerProvince]:
    by_name = {one.name: one for one in units.former_provinces()}
    known = [(one.kind, name, one) for name, one in by_name.items()]
    known += [(by_name[name].kind, alias, by_name[name]) for alias, name in _ALIASES.items()]
    return Names("province", known)


@cache
def _formerly() -> dict[str, tuple[FormerCommune, ...]]:
    found: dict[str, list[FormerCommune]] = {}
    for province in units.former_provinces():
        for district in province.districts:
            for one in district.communes:
                for code in one.now:
                    found.setdefault(code, []).append(one)
    return {code: tuple(before) for code, before in found.items()}
