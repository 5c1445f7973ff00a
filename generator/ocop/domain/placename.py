"""Names of places as people write them.

Owns the comparison of place names: kinds and their abbreviations ("xã", "TT.", "TP"), tone
placement (Hoà/Hòa), spellings without marks. Knows no list of places. Called by
:mod:`ocop.domain.gazetteer` and :mod:`ocop.domain.locate`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Generic, Literal, TypeVar

from ocop.patterns import late
from ocop.text import fold

T = TypeVar("T")
Level = Literal["commune", "district", "province"]

_AFTER = r"(?:\.\s*|\s+|(?=\d))(?P<name>.+)"
_KINDS: dict[Level, re.Pattern[str]] = {
    "commune": late(
        r"(?:(?P<xã>xã|xa|x)|(?P<phường>phường|phuong|p)|(?P<thị_trấn>thị trấn|thi tran|t\.?\s?t)"
        rf"|(?P<đặc_khu>đặc khu|dac khu|đ\.?k)){_AFTER}"
    ),
    "district": late(
        r"(?:(?P<huyện>huyện|huyen|h)|(?P<quận>quận|quan|q)|(?P<thị_xã>thị xã|thi xa|t\.?\s?x)"
        rf"|(?P<thành_phố>thành phố|thanh pho|t\.?\s?p)){_AFTER}"
    ),
    "province": late(
        r"(?:(?P<tỉnh>tỉnh|tinh|t)|(?P<thành_phố>thành phố|thanh pho|t\.?\s?p))"
        rf"{_AFTER}"
    ),
}
_TONE = late("([\u0300\u0301\u0303\u0309\u0323])(\\S+)")
_JOINERS = ("-", "–", "’", "'", ".", ",")
_SPACES = late(r"[^\S\n]+")
_LEADING_ZERO = late(r"\b0+(?=\d)")


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
    return _bare(fold(spelling(name)))


def _bare(folded: str) -> str:
    return folded.replace(" ", "").replace("y", "i")


Reading = tuple[str | None, str]
"""One way to understand a text: the kind that it states, and the key of the name."""


@lru_cache(maxsize=8192)
def _spellings(text: str, level: Level) -> tuple[Reading, ...]:
    kind, name = split_kind(text, level)
    # A name may begin like a kind ("Quan Sơn" without marks), so the whole is tried first.
    ways = dict.fromkeys([(None, text), (kind, name)])
    return tuple((kind, spelling(name)) for kind, name in ways)


@lru_cache(maxsize=8192)
def _sounds(text: str, level: Level) -> tuple[Reading, ...]:
    return tuple((kind, _bare(fold(spelt))) for kind, spelt in _spellings(text, level))


def keys_of(text: str, level: Level) -> frozenset[str]:
    """Return the keys under which :class:`Names` can know what ``text`` names."""
    spelt, sounding = _spellings(text, level), _sounds(text, level)
    return frozenset(key for _, key in (*spelt, *sounding))


class Names(Generic[T]):
    """Units of one level that can be looked up by name, in the order given."""

    def __init__(self, level: Level, units: Iterable[tuple[str, str, T]]) -> None:
        """Take ``(kind, name, unit)`` of every unit."""
        self._level = level
        known = tuple(units)
        keys = spelling("\n".join(name for _, name, _ in known)).split("\n") if known else []
        self._units = [(kind, key, unit) for key, (kind, _, unit) in zip(keys, known, strict=True)]

    def find(self, text: str) -> tuple[T, ...]:
        """Return the units that ``text`` names, none if unknown.

        The exact spelling goes before one without marks, and units of the kind that ``text``
        states before others: a commune may have become a ward since the certificate.
        """
        for known, readings in ((self._exact, _spellings), (self._loose, _sounds)):
            for stated, key in readings(text, self._level):
                if found := known.get(key):
                    same = tuple([unit for kind, unit in found if kind == stated])
                    return same or tuple([unit for _, unit in found])
        return ()

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which it knows its units, by their spelling and by their sound."""
        return frozenset((*self._exact, *self._loose))

    @cached_property
    def _exact(self) -> dict[str, list[tuple[str, T]]]:
        exact: dict[str, list[tuple[str, T]]] = {}
        for kind, key, unit in self._units:
            exact.setdefault(key, []).append((kind, unit))
        return exact

    @cached_property
    def _loose(self) -> dict[str, list[tuple[str, T]]]:
        loose: dict[str, list[tuple[str, T]]] = {}
        # All at once: NUL stands in no name, and folding leaves it where it is.
        sounds = _bare(fold("\0".join(key for _, key, _ in self._units))).split("\0")
        for heard, (kind, _, unit) in zip(sounds, self._units, strict=True):
            loose.setdefault(heard, []).append((kind, unit))
        return loose
