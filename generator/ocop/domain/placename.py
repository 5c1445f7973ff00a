"""Names of places as people write them.

Owns the comparison of place names: kinds and their abbreviations ("xã", "TT.", "TP"), tone
placement (Hoà/Hòa), spellings without marks. Knows no list of places. Called by
:mod:`ocop.domain.gazetteer` and :mod:`ocop.domain.locate`.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, Literal, TypeVar

from ocop.text import fold

T = TypeVar("T")
Level = Literal["commune", "district", "province"]

_AFTER = r"(?:\.\s*|\s+|(?=\d))(?P<name>.+)"
_KINDS: dict[Level, re.Pattern[str]] = {
    "commune": re.compile(
        r"(?:(?P<xã>xã|xa|x)|(?P<phường>phường|phuong|p)|(?P<thị_trấn>thị trấn|thi tran|t\.?\s?t)"
        rf"|(?P<đặc_khu>đặc khu|dac khu|đ\.?k)){_AFTER}"
    ),
    "district": re.compile(
        r"(?:(?P<huyện>huyện|huyen|h)|(?P<quận>quận|quan|q)|(?P<thị_xã>thị xã|thi xa|t\.?\s?x)"
        rf"|(?P<thành_phố>thành phố|thanh pho|t\.?\s?p)){_AFTER}"
    ),
    "province": re.compile(
        r"(?:(?P<tỉnh>tỉnh|tinh|t)|(?P<thành_phố>thành phố|thanh pho|t\.?\s?p))"
        rf"{_AFTER}"
    ),
}
_TONE = re.compile("([\u0300\u0301\u0303\u0309\u0323])(\\S+)")
_JOINERS = ("-", "–", "’", "'", ".", ",")
_SPACES = re.compile(r"[^\S\n]+")
_LEADING_ZERO = re.compile(r"\b0+(?=\d)")


def split_kind(text: str, level: Level) -> tuple[str | None, str]:
    """Return the kind that ``text`` begins with, spelt out, and the name; None without one."""
    plain = " ".join(unicodedata.normalize("NFC", text).lower().split())
    match = _KINDS[level].fullmatch(plain)
    if match is None:
        return None, plain
    kind = next(kind for kind, found in match.groupdict().items() if found and kind != "name")
    return kind.replace("_", " "), match["name"]


def spelling(name: str) -> str:
    """Return ``name`` so that only case, spacing, dashes and tone placement are gone.

    The tone moves to the end of its syllable: "Hoà" and "Hòa" are one, "Đồng Tiến" and
    "Đông Tiến" stay two. Several names may be given at once, a line each.
    """
    text = unicodedata.normalize("NFD", name.lower())
    for joiner in _JOINERS:
        text = text.replace(joiner, " ")
    text = _TONE.sub(r"\2\1", _LEADING_ZERO.sub("", text))
    return _SPACES.sub(" ", text).strip()


def sound(name: str) -> str:
    """Return ``name`` without marks and spaces, and with i for y."""
    return fold(spelling(name)).replace(" ", "").replace("y", "i")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to understand a text: the kind that it states, and the keys of the name."""

    kind: str | None
    spelling: str
    sound: str


@lru_cache(maxsize=8192)
def _readings(text: str, level: Level) -> tuple[_Reading, ...]:
    kind, name = split_kind(text, level)
    # A name may begin like a kind ("Quan Sơn" without marks), so the whole is tried first.
    ways = dict.fromkeys([(None, text), (kind, name)])
    return tuple(_Reading(kind, spelling(name), sound(name)) for kind, name in ways)


class Names(Generic[T]):
    """Units of one level that can be looked up by name, in the order given."""

    def __init__(self, level: Level, units: Iterable[tuple[str, str, T]]) -> None:
        """Take ``(kind, name, unit)`` of every unit."""
        self._level = level
        known = tuple(units)
        keys = spelling("\n".join(name for _, name, _ in known)).split("\n")
        self._units = [(kind, key, unit) for key, (kind, _, unit) in zip(keys, known, strict=True)]

    def find(self, text: str) -> tuple[T, ...]:
        """Return the units that ``text`` names, none if unknown.

        The exact spelling goes before one without marks, and units of the kind that ``text``
        states before others: a commune may have become a ward since the certificate.
        """
        readings = _readings(text, self._level)
        matches = [(one.kind, self._exact.get(one.spelling)) for one in readings]
        if not any(found for _, found in matches):
            matches = [(one.kind, self._loose.get(one.sound)) for one in readings]
        for stated, found in matches:
            if found:
                same = tuple(unit for kind, unit in found if kind == stated)
                return same or tuple(unit for _, unit in found)
        return ()

    @cached_property
    def _exact(self) -> dict[str, list[tuple[str, T]]]:
        exact: dict[str, list[tuple[str, T]]] = {}
        for kind, key, unit in self._units:
            exact.setdefault(key, []).append((kind, unit))
        return exact

    @cached_property
    def _loose(self) -> dict[str, list[tuple[str, T]]]:
        loose: dict[str, list[tuple[str, T]]] = {}
        for kind, key, unit in self._units:
            loose.setdefault(sound(key), []).append((kind, unit))
        return loose
