"""Who could award how many stars, and when.

Owns the rules of ``data/authorities.json`` (Decisions 1048/2019, 148/2023, 1489/2025 and
26/2026) and reading the level of an authority from its name as signed. Called by the checks.
"""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from ocop.dates import PartialDate

Level = Literal["ministry", "province", "district", "commune"]

_CITY = re.compile(r"(?<!\w)(?:thành phố|t\.?p)(?:\.\s*|\s+)([\w\s]+)")


@cache
def _rules() -> Mapping[str, Any]:
    path = Path(__file__).parent / "data" / "authorities.json"
    rules: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
    return rules


@cache
def first_day() -> dt.date:
    """Return the day on which the national programme began (Decision 490/QĐ-TTg)."""
    return dt.date.fromisoformat(_rules()["periods"][0]["since"])


@lru_cache(maxsize=4096)
def level_of(authority: str, date: PartialDate) -> Level | None:
    """Return the level of the body that signed on ``date``; None where its name leaves it open.

    The first word that names a level decides: "UBND huyện Cư Jút, tỉnh Đắk Nông" is a district.
    """
    name = unicodedata.normalize("NFC", authority).lower()
    found: list[tuple[int, Level | None]] = [
        (match.start(), level) for match, level in _level_words(name)
    ]
    if city := _CITY.search(name):
        found.append((city.start(), _level_of_city(city[1].strip(), date)))
    return min(found, key=lambda one: one[0])[1] if found else None


def _level_words(name: str) -> Iterator[tuple[re.Match[str], Level]]:
    for rule in _rules()["levels"]:
        if match := re.search(rf"(?<!\w)(?:{rule['words']})(?!\w)", name):
            yield match, rule["level"]


def _level_of_city(name: str, date: PartialDate) -> Level | None:
    for city, since in _rules()["cities"].items():
        if name == city.lower():
            day = dt.date.fromisoformat(since)
            if date.first < day <= date.last:
                return None
            return "province" if date.first >= day else "district"
    return "district"


@lru_cache(maxsize=4096)
def may_award(stars: int, date: PartialDate) -> frozenset[Level]:
    """Return the levels that could award ``stars`` on some day that ``date`` can mean.

    Empty before the programme began.
    """
    periods = _rules()["periods"]
    starts = [dt.date.fromisoformat(period["since"]) for period in periods]
    ends = [*starts[1:], dt.date.max]
    return frozenset(
        period["awards"][str(stars)]
        for period, start, end in zip(periods, starts, ends, strict=True)
        if start <= date.last and date.first < end
    )


def body(level: Level) -> str:
    """Return what the bodies of a level are called: ``UBND cấp tỉnh``."""
    name: str = _rules()["bodies"][level]
    return name
