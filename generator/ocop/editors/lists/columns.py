"""The head of a sheet: which row holds the headings, and what each column fills.

Owns finding it, also over two rows of merged cells. Called by :mod:`ocop.editors.lists.rows`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from ocop.editors.lists.headings import Field, Heading, comparable, fields, read_heading
from ocop.editors.lists.sheet import Sheet, Value
from ocop.text import Language, nfc

_LOOKED_AT = 40
_LEAST = 2
"""How many known headings make a row a head."""

_NAMES = ("id", "name", "producer", "producer_id", "key")
"""One of these says what a row is about; without any a row of headings is none."""

_YEAR = re.compile(r"\b20[0-4][0-9]\b")
_THOUSANDS = re.compile(r"\b(nghin|ngan|1000) ?(dong|d|vnd)?\b")


class Column(Struct, frozen=True):
    """One column: what it fills, for the ``turn``-th recognition of its row.

    ``year`` and ``thousands`` (a price in thousands of đồng) are what its heading says besides.
    """

    at: int
    field: Field
    heading: str
    language: Language | None = None
    turn: int = 0
    year: int | None = None
    thousands: bool = False


class Head(Struct, frozen=True):
    """The head of a table: its columns, the first row below it, the headings that say nothing."""

    columns: tuple[Column, ...]
    below: int
    row: int
    unknown: tuple[tuple[int, int, str], ...] = ()

    def __contains__(self, name: str) -> bool:
        """Tell whether a column fills the field ``name``."""
        return any(one.field.name == name for one in self.columns)


def find_head(sheet: Sheet, chosen: Mapping[str, str], start: int = 0) -> Head | None:
    """Return the head of a sheet at or below a row, None if it has none.

    ``chosen`` are fields by heading, as the user maps them; an empty field leaves a column out.
    """
    rows = range(start, min(start + _LOOKED_AT, len(sheet.rows)))
    heads = [head for row in rows if (head := _head(sheet, row, chosen)) is not None]
    best = max(map(_worth, heads), default=0)
    # The first one that is nearly as good as the best: lists may stand below each other.
    return next((head for head in heads if _worth(head) * 5 >= best * 3), None)


def repeats(head: Head, row: Sequence[Value]) -> bool:
    """Tell whether a row is the head once more, as on each page of a long list."""
    same = [_text(row[one.at]) == one.heading for one in head.columns if one.at < len(row)]
    return sum(same) >= max(_LEAST, len(same) // 2)


def _worth(head: Head) -> int:
    return len({(one.field.name, one.language, one.turn) for one in head.columns})


def _head(sheet: Sheet, row: int, chosen: Mapping[str, str]) -> Head | None:
    upper = [_text(value) for value in sheet.rows[row]]
    if sum(_means(text, chosen) is not None for text in upper if text) < _LEAST:
        return None
    lower, below = [""] * len(upper), row + 1
    if below < len(sheet.rows) and _is_second(upper, sheet.rows[below], chosen):
        lower = [_text(value) for value in sheet.rows[below]]
        below += 1
    while below < len(sheet.rows) and _is_numbering(sheet.rows[below]):
        below += 1
    pairs = list(zip(upper, lower, strict=False))
    read = [_two_rows(above, under, chosen) for above, under in pairs]
    columns = tuple(_turned(_columns(read, pairs)))
    told = [one for one in columns if one.field.part != "none"]
    names = any(one.field.name in _NAMES for one in told)
    unknown = tuple(
        (row, at, under or above)
        for at, (found, (above, under)) in enumerate(zip(read, pairs, strict=True))
        if found is None and (above or under)
    )
    return Head(columns, below, row, unknown) if names and len(told) >= _LEAST else None


def _columns(read: Sequence[Heading | None], pairs: Sequence[tuple[str, str]]) -> Iterator[Column]:
    for at, (found, (above, under)) in enumerate(zip(read, pairs, strict=True)):
        if found is None:
            continue
        whole = f"{above} {under}"
        year = found.year or _year(above if under else "")
        thousands = bool(_THOUSANDS.search(comparable(whole).replace("1 000", "1000")))
        yield Column(at, found.field, above, found.language, 0, year, thousands)


def _turned(columns: Iterator[Column]) -> Iterator[Column]:
    """Yield columns with the turn of those that come again: a second decision has its own."""
    turns: dict[tuple[str, Language | None], int] = {}
    for one in columns:
        key = (one.field.name, one.language)
        turn = turns.get(key, 0)
        turns[key] = turn + 1
        yield Column(one.at, one.field, one.heading, one.language, turn, one.year, one.thousands)


def _is_second(upper: Sequence[str], row: Sequence[Value], chosen: Mapping[str, str]) -> bool:
    """Tell whether a row belongs to the head above it: headings under merged ones."""
    under = [_text(value) for value in row]
    own = [
        (above, text) for above, text in zip(upper, under, strict=False) if text and text != above
    ]
    if not own or any(not isinstance(value, str) for value in row if value not in ("", None)):
        return False
    known = sum(_exact(text, above, chosen) is not None for above, text in own)
    return known > 0 and len(own) - known <= max(1, known)


def _is_numbering(row: Sequence[Value]) -> bool:
    """Tell whether a row numbers the columns: ``(1) (2) (3)`` or ``A B 1 2``."""
    found = [comparable(_text(value)) for value in row if value not in ("", None)]
    numbers = [int(one) for one in found if one.isdecimal() and len(one) < 4]
    letters = [one for one in found if len(one) == 1 and one.isalpha()]
    plain = len(found) >= 3 and len(numbers) + len(letters) == len(found)
    return (
        plain and numbers == list(range(numbers[0], numbers[0] + len(numbers)))[: len(numbers)]
        if numbers
        else False
    )


def _two_rows(above: str, under: str, chosen: Mapping[str, str]) -> Heading | None:
    if not under or under == above:
        return _means(above, chosen)
    return _exact(under, above, chosen) or _means(under, chosen) or _means(above, chosen)


def _exact(under: str, above: str, chosen: Mapping[str, str]) -> Heading | None:
    """Return what a heading under another means: "Số" under "Quyết định" is its number."""
    for text in (f"{under} {above}", under, f"{above} {under}"):
        found = _means(text, chosen)
        if found is not None and comparable(text) in _all_spellings():
            return found
    return None


@cache
def _all_spellings() -> frozenset[str]:
    return frozenset(
        comparable(spelt)
        for one in fields().values()
        for spelt in (*one.titles.values(), *one.also, one.name)
    )


def _means(text: str, chosen: Mapping[str, str]) -> Heading | None:
    wanted = chosen.get(comparable(text))
    if wanted is None:
        return read_heading(text) if text else None
    found = fields().get(wanted.partition(":")[0] or "number")
    told = wanted.partition(":")[2]
    return Heading(found, Language(told) if told else None) if found else None


def _year(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def _text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(nfc(str(value)).split())
