"""What the cells of simple columns say: one text, list or flag for the key that they fill.

Owns the reader of every such column. A number never changes without a word: what a spreadsheet
took away is put back with a warning, what could be two things is reported. Called by the import.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.editors.lists.cells import Unclear, is_number, line_of, text_of
from ocop.editors.lists.columns import Column
from ocop.editors.lists.days import day_of
from ocop.editors.lists.prices import dong_of
from ocop.editors.lists.sheet import Value
from ocop.source.document import Tree
from ocop.text import fold

_YES = ("x", "co", "true", "yes", "dung", "1", "v", "✓", "✔", "☑")
_NO = ("khong", "false", "no", "0", "-", "☐", "sai")
_NOTHING = (
    "-",
    "–",
    "—",
    "/",
    "...",
    "…",
    "khong",
    "khong co",
    "chua co",
    "n/a",
    "na",
    "none",
    "trong",
)
_LONGEST_NOTHING = max(map(len, _NOTHING))
_WORDS = ("", "khong", "mot", "hai", "ba", "bon", "nam")
_APART = re.compile(r"\s*[;\n]\s*")
_PROPOSED = re.compile(r"de nghi|de xuat|tiem nang|du kien|phan dau")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#].*)?$", re.IGNORECASE)
_RANGE = re.compile(r"(?:thang |t)?(\d{1,2}) ?(?:-|–|den|toi) ?(?:thang |t)?(\d{1,2})(?: nam sau)?")
_YEAR_ROUND = ("quanh nam", "ca nam", "all", "1-12", "12 thang", "thang 1-12", "quanh nam.")


class Told(Struct, frozen=True):
    """What a cell says; ``restored``: a zero that a spreadsheet had taken is back."""

    value: Tree
    restored: bool = False


def read(column: Column, value: Value) -> Told | None:
    """Return what a filled cell says for the key of its column, None if nothing.

    :class:`Unclear` for what can be read in two ways or in none.
    """
    one = column.field
    # The same texts stand in many rows: kinds, days, bodies, units.
    reading = _read_again if isinstance(value, str) else _read
    return reading(one.name, one.many, one.words, value)


def _read(name: str, many: bool, words: bool, value: Value) -> Told | None:
    if (found := _READERS.get(name)) is not None:
        return found(value)
    text = text_of(value)
    if _says_nothing(text):
        return None
    if many:
        parts = [part for part in _APART.split(text) if part]
        return Told([*parts]) if parts else None
    return Told(text if words and name != "name" else text.replace("\n", " "))


@lru_cache(8192)
def _read_again(name: str, many: bool, words: bool, value: str) -> Told | None:
    return _read(name, many, words, value)


def _says_nothing(text: str) -> bool:
    """Tell whether a text stands for an empty cell: a dash, "không có"."""
    return not text or (len(text) <= _LONGEST_NOTHING and fold(text) in _NOTHING)


def stars_of(value: Value) -> tuple[int, ...]:
    """Return the stars of a cell, several where it lists several; none for an empty or "không".

    "4 sao", "****", "★★★★", 4, 4.0, "Bốn sao", "4*" are four. :class:`Unclear` for others.
    """
    text = text_of(value)
    if _says_nothing(text) or fold(text) in ("khong dat", "chua dat"):
        return ()
    return tuple(_stars(part) for part in _APART.split(text) if part)


@lru_cache(1024)
def _stars(text: str) -> int:
    folded = fold(text)
    if _PROPOSED.search(folded):
        raise Unclear  # stars that nobody has decided yet are none
    drawn = re.fullmatch(r"[^\w★⭐*✩☆]*([★⭐*✩]{1,5})[☆]*[^\w]*", text)
    if drawn:
        return len(drawn[1])
    bare = re.sub(r"\(.*?\)", "", folded)
    bare = re.sub(
        r"\b(?:ocop|dat|hang|san pham|xep|cap tinh|cap huyen|quoc gia|tw|trung uong)\b", " ", bare
    )
    bare = " ".join(re.sub(r"[*★⭐.:,]+", " ", bare).replace("sao", " ").split())
    if bare.isdecimal() and len(bare) == 1:
        return int(bare)
    if bare in _WORDS[2:] and "sao" in folded:
        return _WORDS.index(bare) - 1
    raise Unclear


def marked(value: Value) -> bool:
    """Tell whether a cell is ticked: an x, a 1, any mark."""
    text = fold(text_of(value)).strip(" .")
    return bool(text) and text not in _NO


def _yes(value: Value) -> Told | None:
    text = fold(text_of(value)).strip(" .")
    if text in _YES:
        return Told("true")
    if text in _NO or not text:
        return None
    raise Unclear


def _day(value: Value) -> Told | None:
    if isinstance(value, str) and fold(value).strip() in _NOTHING:
        return None
    day = day_of(value)
    return Told(day.isoformat()) if day else None


def _dong(value: Value) -> Told | None:
    return Told(str(dong_of(value))) if text_of(value) else None


def phone_of(value: Value) -> Told | None:
    """Return the numbers of a cell as written; a zero that a spreadsheet took away comes back."""
    text = line_of(value)
    if _says_nothing(text):
        return None
    digits = re.sub(r"[\s.\-()]", "", text)
    if not digits.isdecimal():
        return Told(text)
    # Nine digits of a mobile phone, ten of a land line: all that is missing is the zero.
    if (len(digits) == 9 and digits[0] in "35789") or (len(digits) == 10 and digits[0] == "2"):
        return Told("0" + text, restored=True)
    short = digits[:4] in ("1800", "1900") or len(digits) <= 5
    known = digits.startswith("0") or short or (digits.startswith("84") and len(digits) >= 11)
    if is_number(value) and not known:
        raise Unclear
    return Told(text)


def tax_of(value: Value) -> Told | None:
    """Return a tax code of 10, 10-3 or 12 digits; a lost zero comes back."""
    text = line_of(value).replace(" ", "")
    if _says_nothing(text):
        return None
    if re.fullmatch(r"\d{10}(?:-?\d{3})?|\d{12}", text):
        return Told(text)
    if re.fullmatch(r"[1-9]\d{8}(?:-\d{3})?", text):
        return Told("0" + text, restored=True)
    raise Unclear


def _commune_code(value: Value) -> Told | None:
    text = line_of(value)
    whole = text.zfill(5)
    if text.isdecimal() and len(text) < len(whole) and gazetteer.commune(whole):
        return Told(whole, restored=True)
    return Told(text) if text else None


def _digits(value: Value) -> Told | None:
    text = line_of(value).replace(" ", "")
    return Told(text) if not _says_nothing(text) else None


def _url(value: Value) -> Told | None:
    text = line_of(value)
    if _says_nothing(text):
        return None
    return Told(f"https://{text}" if "://" not in text and _HOST.fullmatch(text) else text)


def _season(value: Value) -> Told | None:
    text = fold(text_of(value)).strip(" .")
    if not text or text in _NOTHING:
        return None
    if text in _YEAR_ROUND:
        return Told("all")
    months: list[int] = []
    for part in re.split(r"\s*(?:[,;\n]|\bva\b|&)\s*", text):
        if not part:
            continue
        if found := _RANGE.fullmatch(part):
            first, last = int(found[1]), int(found[2])
            months += (
                range(first, last + 1)
                if first <= last
                else [*range(first, 13), *range(1, last + 1)]
            )
        elif one := re.fullmatch(r"(?:thang |t)?(\d{1,2})", part):
            months.append(int(one[1]))
        else:
            raise Unclear
    if not months or not all(1 <= month <= 12 for month in months):
        raise Unclear
    return Told([str(month) for month in sorted(set(months))])


def _proposed(value: Value) -> Told | None:
    found = stars_of(value)
    if len(found) > 1:
        raise Unclear
    return Told(str(found[0])) if found else None


_READERS: Mapping[str, Callable[[Value], Told | None]] = {
    **dict.fromkeys(("as_of", "founded", "expires", "extended", "revoked", "date"), _day),
    **dict.fromkeys(("price_from", "price_to"), _dong),
    **dict.fromkeys(("gift", "draft", "sample"), _yes),
    **dict.fromkeys(("website", "facebook", "traceability", "video"), _url),
    **dict.fromkeys(("gtin", "code", "short"), _digits),
    "commune_now": _commune_code,
    "phone": phone_of,
    "zalo": phone_of,
    "proposed": _proposed,
    "season": _season,
}
