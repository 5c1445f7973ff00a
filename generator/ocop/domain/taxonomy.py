"""The programme's 6 industries, 17 groups and 26 product sets.

Owns the classification of Decision 26/2026/QĐ-TTg (Annexes I and II; ``data/taxonomy.json``)
and the names that it had in Decisions 490/2018 and 1048/2019. A product states its set; group
and industry follow from it. Knows no product.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from ocop.text import Language, Localised, fold

IndustryKey = Literal["food", "drinks", "herbs", "craft", "ornamental", "tourism"]


class Industry(Struct, frozen=True):
    """One of the six (``ngành``): ``code`` I–VI, ``number`` 1–6, ``key`` for style sheets.

    ``short`` fits a chip; ``aliases`` are older and everyday names.
    """

    code: str
    number: int
    key: IndustryKey
    name: Localised
    short: Localised
    aliases: tuple[str, ...]
    groups: tuple[str, ...]


class Group(Struct, frozen=True):
    """One of the seventeen (``nhóm``): ``id`` is the industry's code and a number, ``I.3``."""

    id: str
    industry: str
    name: Localised
    short: Localised
    aliases: tuple[str, ...]
    sets: tuple[int, ...]


class ProductSet(Struct, frozen=True):
    """One of the twenty-six (``bộ sản phẩm``), each with its own score sheet and ministries."""

    number: int
    group: str
    industry: str
    name: Localised
    short: Localised
    aliases: tuple[str, ...]
    ministries: tuple[Localised, ...]


def _read() -> Mapping[str, Any]:
    path = Path(__file__).parent / "data" / "taxonomy.json"
    read: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def _words(unit: Mapping[str, Any]) -> dict[str, Any]:
    words: dict[str, Any] = {
        key: {Language(code): text for code, text in unit[key].items()} for key in ("name", "short")
    }
    return {**words, "aliases": tuple(unit["aliases"])}


def _industries(data: Mapping[str, Any]) -> Iterator[Industry]:
    for number, unit in enumerate(data["industries"], start=1):
        code = unit["code"]
        groups = tuple(f"{code}.{n}" for n in range(1, len(unit["groups"]) + 1))
        yield Industry(code=code, number=number, key=unit["key"], groups=groups, **_words(unit))


def _groups(data: Mapping[str, Any]) -> Iterator[Group]:
    for industry in data["industries"]:
        for number, unit in enumerate(industry["groups"], start=1):
            sets = tuple(leaf["number"] for leaf in unit["sets"])
            name = f"{industry['code']}.{number}"
            yield Group(id=name, industry=industry["code"], sets=sets, **_words(unit))


def _sets(data: Mapping[str, Any]) -> Iterator[ProductSet]:
    leaves = {
        leaf["number"]: leaf
        for industry in data["industries"]
        for group in industry["groups"]
        for leaf in group["sets"]
    }
    for group in _groups(data):
        for number in group.sets:
            leaf = leaves[number]
            yield ProductSet(
                number=number,
                group=group.id,
                industry=group.industry,
                ministries=tuple(data["ministries"][key] for key in leaf["ministries"]),
                **_words(leaf),
            )


_DATA = _read()

INDUSTRIES: Mapping[str, Industry] = {unit.code: unit for unit in _industries(_DATA)}
"""The industries by code, ``I`` to ``VI``."""

GROUPS: Mapping[str, Group] = {unit.id: unit for unit in _groups(_DATA)}
"""The groups by id, ``I.1`` to ``VI.1``."""

SETS: Mapping[int, ProductSet] = {unit.number: unit for unit in _sets(_DATA)}
"""The product sets by number, 1 to 26."""


def industry_of(number: int) -> Industry:
    """Return the industry of a product set; KeyError for a number outside 1–26."""
    return INDUSTRIES[SETS[number].industry]


def sets_named(text: str) -> tuple[ProductSet, ...]:
    """Return the sets that a name of any level, present or older, stands for; none if unknown.

    Marks, case, dashes and a leading "Sản phẩm" or "Bộ sản phẩm" do not matter. The narrowest
    level that knows the name answers: "Chè" is set 11, "Thảo dược" the three sets of III.
    """
    wanted = _comparable(text)
    found = [one for one in SETS.values() if wanted in _names(one)]
    found = found or [SETS[n] for one in GROUPS.values() if wanted in _names(one) for n in one.sets]
    codes = {one.code for one in INDUSTRIES.values() if wanted in _names(one)}
    return tuple(found or (one for one in SETS.values() if one.industry in codes))


def _names(unit: Industry | Group | ProductSet) -> set[str]:
    return {
        _comparable(name) for name in (*unit.name.values(), *unit.short.values(), *unit.aliases)
    }


def _comparable(name: str) -> str:
    words = fold(name).translate(str.maketrans("–-,()", "     ")).split()
    joined = " ".join(words)
    return joined.removeprefix("bo ").removeprefix("san pham ")
