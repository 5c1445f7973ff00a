"""Which product set a list means: by number, by name, by group rows, else by an honest guess.

Owns reading what lists call sets, groups and industries; the names themselves are
:mod:`ocop.domain.taxonomy`'s. Called by the import of lists.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from ocop.domain.taxonomy import INDUSTRIES, SETS, sets_named
from ocop.editors.likely_set import likely_set
from ocop.text import fold

_COUNT = re.compile(r"\s*[(:]\s*\d+\s*(?:sản phẩm|sp|san pham)?\s*\)?\s*$", re.IGNORECASE)
_MARKER = re.compile(
    r"^\s*(?:[IVX]{1,4}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\s*[.)\-–:/]\s*", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:nganh hang|nganh san pham|nganh|phan nhom|nhom san pham|nhom hang|nhom nganh|nhom"
    r"|bo san pham|bo sp|bo so|bo)\s*(?:\d{1,2}\b|[ivx]{1,3}\b)?\s*[:.\-–]?\s*"
)
_NUMBER = re.compile(r"(?:bo(?: san pham| sp)?(?: so)? ?)?(\d{1,2})(?:[.,]0)?")
_NUMBERED = re.compile(r"(?:bo(?: san pham| sp)?(?: so)? ?)?(\d{1,2}) ?[.:)\-–] ?([^\d].*)")
_ALL = tuple(SETS)
_ALWAYS_FOOD = (11, 12, 13)


@lru_cache(2048)
def named(text: str) -> tuple[int, ...]:
    """Return the sets that the name of an industry, a group or a set stands for; none if unknown.

    Markers ("I.", "1.2"), counts ("(12 sản phẩm)") and words like "Ngành" do not matter.
    """
    bare = _COUNT.sub("", text).strip(" .:")
    for spelt in (bare, _MARKER.sub("", bare)):
        without = _LEAD.sub("", fold(spelt))
        for name in (spelt, without, *without.split("; ")[:1]):
            if name and (found := sets_named(name)):
                return tuple(one.number for one in found)
    return ()


@lru_cache(2048)
def set_stated(text: str) -> tuple[int, ...]:
    """Return the sets that a cell of product sets means: one for a number, more for a wide name."""
    folded = fold(text)
    if (number := _NUMBER.fullmatch(folded)) and int(number[1]) in SETS:
        return (int(number[1]),)
    if (both := _NUMBERED.fullmatch(folded)) and int(both[1]) in SETS:
        known = named(both[2])
        if not known or int(both[1]) in known:
            return (int(both[1]),)
    return named(text)


@lru_cache(2048)
def industry_stated(text: str) -> tuple[int, ...]:
    """Return the sets of an industry by its name, number or numeral; none if unknown."""
    without = _LEAD.sub("", fold(_MARKER.sub("", _COUNT.sub("", text).strip(" .:"))))
    for bare in (fold(text).removeprefix("nganh ").strip(" ."), without):
        code = _industries().get(bare.removeprefix("san pham "))
        if code:
            return tuple(one.number for one in SETS.values() if one.industry == code)
    return named(text)


@cache
def _industries() -> Mapping[str, str]:
    """Return the codes of industries by their folded names, numbers and numerals."""
    found: dict[str, str] = {}
    for code, one in INDUSTRIES.items():
        names = (*one.name.values(), *one.short.values(), *one.aliases, code, str(one.number))
        found |= {fold(name).removeprefix("san pham "): code for name in names}
    return found


def guess(name: str, among: Collection[int] = _ALL) -> int | None:
    """Return the set that a product most likely belongs to, None where nothing tells.

    ``among``: what the list itself leaves open. Teas, coffees and cocoas are food by the present
    rules, wherever an old list keeps them.
    """
    likely = likely_set(name)
    if likely is not None and (likely in among or likely in _ALWAYS_FOOD):
        return likely
    return min(among) if among and len(set(among)) < len(SETS) else None
