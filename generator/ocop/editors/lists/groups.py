"""What a row says of the rows below it: "I. Ngành thực phẩm", "HUYỆN BA BỂ", "Đánh giá lại".

Owns reading such lines, and what ends what. Knows no sheet. Called by
:mod:`ocop.editors.lists.rows`.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from ocop.domain.placename import Level, split_kind
from ocop.editors.lists import classes
from ocop.editors.lists.addresses import is_city, parts_of
from ocop.editors.lists.sheet import Value
from ocop.text import fold

_TOTAL = re.compile(r"(?:tong(?: cong| so| hop)?|cong|total)\s*(?:[:.(\d]|$)|tong (?:cong|so)\b")
_END = re.compile(
    r"(?:nguoi lap|nguoi tong hop|ghi chu|noi nhan|tm\b|kt\b|chu tich|thu truong|giam doc"
    r"|xac nhan|danh sach (?:nay|gom|tren)|\(?co \d+|an dinh|.{3,40}, ngay .{1,4} ?thang)"
)
_STARS = re.compile(r"(?:san pham )?(?:ocop )?(?:dat )?(?:hang )?([345]) ?sao\b")
_DECISION = re.compile(r"(?:theo )?(?:quyet dinh|qd)\b.*\d+ ?/ ?(?:\d{4} ?/ ?)?q")
_AGAIN = (
    (re.compile(r"^(?:\W|san pham )*(?:danh gia|cong nhan|cap)? ?(?:lan dau|moi)\b"), "first"),
    (re.compile(r"\b(?:nang hang|nang sao)\b"), "upgrade"),
    (re.compile(r"\b(?:danh gia lai|cong nhan lai|cap lai)\b"), "renewal"),
)
"""Groups of products by the kind of their recognition."""

_ANNEX = re.compile(r"(?:kèm theo|theo)\s+(?P<decision>quyết định số.*?)\)?\s*$", re.IGNORECASE)
_LONGEST_NAME = 40
_LEVELS: tuple[Level, ...] = ("province", "district", "commune")


class Said(NamedTuple):
    """What a group row says of the rows below it, and where."""

    value: Value
    row: int
    column: int


Group = Mapping[str, Said]


def ends(text: str) -> bool:
    """Tell whether a line is one of those below a list: remarks, places, signatures."""
    return _END.match(fold(text)) is not None


def is_total(text: str) -> bool:
    """Tell whether a line counts what is above it."""
    return _TOTAL.match(fold(text)) is not None


def annexed(text: str) -> str | None:
    """Return the decision that a title says a list is the annex of."""
    found = _ANNEX.search(" ".join(text.split()))
    return found["decision"] if found else None


def places_in(text: str) -> tuple[tuple[Level, str], ...]:
    """Return the levels of the places that a line names, the largest first, each with its name."""
    parts = parts_of(text) if "," in text else ()
    named = {key: part for key, part in parts if len(part) <= _LONGEST_NAME}
    if len(named) == len(parts) > 1 and named.keys() <= set(_LEVELS):
        return tuple((level, _quiet(level, named[level])) for level in _LEVELS if level in named)
    one = _place_in(text)
    return ((one[0], _quiet(*one)),) if one else ()


def _quiet(level: Level, name: str) -> str:
    """Return the name of a place that a heading shouts as a text says it: "huyện Ba Bể"."""
    kind = split_kind(name, level)[0] if name.isupper() else None
    bare = name[len(kind) :] if kind and name.lower().startswith(kind) else ""
    return f"{kind}{bare.title()}" if bare else name


def _place_in(text: str) -> tuple[Level, str] | None:
    bare = re.sub(r"^\s*(?:[IVX]{1,4}|[A-Za-z]|\d{1,3})\s*[.)\-:]\s+", "", text)
    bare = " ".join(re.sub(r"\s*[(:]\s*\d+.*$", "", bare).split())
    for level in _LEVELS:
        kind, name = split_kind(bare, level)
        if kind is None or not 0 < len(name) <= _LONGEST_NAME:
            continue
        if len(bare.split()[0].rstrip(".")) < 2:
            continue
        if level == "province" and kind == "thành phố" and not is_city(bare):
            continue
        return level, bare
    return None


def sets_in(text: str) -> tuple[int, ...]:
    """Return the product sets of the industry, group or set that a line names."""
    return classes.industry_stated(text) if "ngành" in text.lower() else classes.named(text)


def award_in(text: str) -> tuple[str, Value] | None:
    """Return what a line says of recognitions: a decision, stars or a kind, and which."""
    folded = fold(text)
    if _DECISION.search(folded):
        return "decision", text
    if stars := _STARS.match(folded):
        return "stars", int(stars[1])
    kind = next((one for words, one in _AGAIN if words.search(folded)), "")
    return ("kind", kind) if kind else None


def with_said(group: Group, what: str, said: Said) -> Group:
    """Return what groups say from a line on; a larger place ends what a smaller one said."""
    smaller = _LEVELS[_LEVELS.index(what) + 1 :] if what in _LEVELS else ()
    kept = {key: one for key, one in group.items() if key not in (*smaller, "producer")}
    return {**kept, what: said}
