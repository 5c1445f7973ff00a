"""The country's units since July 2025 and before, read from the package's data when first asked.

Owns the files under ``data/`` (``SOURCES.md`` there says where they come from). Called by
:mod:`ocop.domain.gazetteer` and :mod:`ocop.domain.locate` only.
"""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct

from ocop.domain.place import Commune, FormerCommune, Province
from ocop.domain.placename import Names, keys_of

_DATA = Path(__file__).parent / "data"


@cache
def provinces() -> Mapping[str, Province]:
    """Return the 34 provinces by code."""
    rows = (line.split("\t") for line in _lines("provinces.tsv"))
    return {
        code: Province(code, kind, name, (float(lat), float(lon)))
        for code, kind, name, lat, lon in rows
    }


@cache
def communes() -> Mapping[str, Commune]:
    """Return the 3,321 communes by code, province by province."""
    return {code: _commune(code) for code in _communes()}


def commune(code: str) -> Commune | None:
    """Return the commune with this code, None if there is none; leaves the others unread."""
    return _commune(code) if code in _communes() else None


@cache
def _commune(code: str) -> Commune:
    _, province, kind, name, lat, lon = _communes()[code].split("\t")
    return Commune(code, province, kind, name, (float(lat), float(lon)))


@cache
def _communes() -> Mapping[str, str]:
    return {line.partition("\t")[0]: line for line in _lines("communes.tsv")}


@cache
def communes_by_province() -> Mapping[str, tuple[Commune, ...]]:
    """Return the communes of each province code, in the order of their codes."""
    found: dict[str, list[Commune]] = {code: [] for code in provinces()}
    for commune in communes().values():
        found[commune.province].append(commune)
    return {code: tuple(inside) for code, inside in found.items()}


@cache
def names_in(province: str) -> Names[Commune]:
    """Return the present communes of a province for looking up by name."""
    return Names(
        "commune", ((one.kind, one.name, one) for one in communes_by_province().get(province, ()))
    )


class FormerDistrict(Struct, frozen=True, dict=True):
    """A district before July 2025; ``province`` with its kind: ``tỉnh Quảng Trị``."""

    kind: str
    name: str
    province: str
    rows: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """Kind and name: ``huyện Cam Lộ``."""
        return f"{self.kind} {self.name}"

    @cached_property
    def communes(self) -> tuple[FormerCommune, ...]:
        """Its communes in the order of their codes."""
        return tuple(self._commune(row) for row in self.rows)

    @cached_property
    def land(self) -> frozenset[str]:
        """The present codes that took in its land, whole or part."""
        return frozenset(" ".join(row.rpartition("\t")[2] for row in self.rows).split(" "))

    def named(self, text: str) -> tuple[FormerCommune, ...]:
        """Return its communes that ``text`` names, none if unknown."""
        return tuple(self._commune(row) for row in self._names.find(text))

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which it knows its communes."""
        return self._names.keys

    @cached_property
    def _names(self) -> Names[str]:
        split = ((row.split("\t"), row) for row in self.rows)
        return Names("commune", ((kind, name, row) for (_, kind, name, _), row in split))

    def _commune(self, row: str) -> FormerCommune:
        code, kind, name, now = row.split("\t")
        return FormerCommune(
            code, f"{kind} {name}", self.full_name, self.province, tuple(now.split(" "))
        )


class FormerProvince(Struct, frozen=True, dict=True):
    """One of the 63 provinces before July 2025; ``now`` is the present one that took it in."""

    kind: str
    name: str
    now: str
    districts: tuple[FormerDistrict, ...]

    @property
    def full_name(self) -> str:
        """Kind and name: ``tỉnh Bắc Kạn``."""
        return f"{self.kind} {self.name}"

    def communes_named(self, text: str) -> list[FormerCommune]:
        """Return the communes of all its districts that ``text`` names, none if unknown."""
        able = {number for key in keys_of(text, "commune") for number in self._knowing.get(key, ())}
        districts = (self.districts[number] for number in sorted(able))
        return [one for district in districts for one in district.named(text)]

    @cached_property
    def _knowing(self) -> Mapping[str, Sequence[int]]:
        """The places of the districts that know each key of a commune's name."""
        knowing: dict[str, list[int]] = {}
        for number, district in enumerate(self.districts):
            for key in district.keys:
                knowing.setdefault(key, []).append(number)
        return knowing

    @cached_property
    def names(self) -> Names[FormerDistrict]:
        """Its districts for looking up by name; an ended one stands for those that took it in."""
        by_name = {one.full_name: one for one in self.districts}
        known = [(one.kind, one.name, one) for one in self.districts]
        known += [
            (kind, name, by_name[heir])
            for kind, name, heirs in _ended_districts().get(self.full_name, ())
            for heir in heirs
        ]
        return Names("district", known)


@cache
def _ended_districts() -> Mapping[str, Sequence[tuple[str, str, tuple[str, ...]]]]:
    """Return the districts that ended between 2019 and 2025: kind, name and heirs, by province."""
    ended: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for province, kind, name, heirs, _ in (
        line.split("\t") for line in _lines("former-districts.tsv")
    ):
        ended.setdefault(province, []).append((kind, name, tuple(heirs.split(", "))))
    return ended


@cache
def former_provinces() -> tuple[FormerProvince, ...]:
    """Return the 63 provinces of before with their districts; communes are parsed on demand."""
    text = (_DATA / "former-communes.txt").read_text("utf-8")
    return tuple(_former_province(block) for block in text.removeprefix("= ").split("\n= "))


def _former_province(block: str) -> FormerProvince:
    head, *districts = block.rstrip("\n").split("\n- ")
    kind, name = head.split("\t")
    inside = tuple(_former_district(district, f"{kind} {name}") for district in districts)
    some_commune = inside[0].rows[0].rpartition("\t")[2].split(" ")[0]
    return FormerProvince(kind, name, communes()[some_commune].province, inside)


def _former_district(block: str, province: str) -> FormerDistrict:
    head, *rows = block.split("\n")
    kind, name = head.split("\t")
    return FormerDistrict(kind, name, province, tuple(rows))


def _lines(name: str) -> list[str]:
    return (_DATA / name).read_text("utf-8").splitlines()
