"""Decisions as lists write them: number, day and body in one cell or in three.

Owns taking such a cell apart. Called by :mod:`ocop.editors.lists.values`.
"""

import re
from functools import lru_cache

from msgspec import Struct

from ocop.dates import PartialDate
from ocop.editors.lists.cells import Unclear, text_of
from ocop.editors.lists.days import FOUND, day_of
from ocop.editors.lists.sheet import Value
from ocop.text import fold

_LEAD = re.compile(
    r"^(?:(?:theo|căn cứ)\s+)?(?:quyết định|qđ\.?(?=[\s:]))?\s*(?:số\b)?\s*:?\s*", re.I
)
_BODY = re.compile(
    r"(?:của|cua|do)\s+(?P<body>.+?)(?:\s+(?:cấp|ký|ban hành|về việc|v/v)\b.*)?$", re.I
)
_SLASH = re.compile(r"\s*/\s*")
_APART = re.compile(r"\s*[;\n]\s*")
_NUMBERED = re.compile(r"\d+\s*/\s*(?:\d{4}\s*/\s*)?[^\W\d]", re.I)


class Decided(Struct, frozen=True):
    """A decision: its number, and the day and the body if the cell has them."""

    decision: str
    date: PartialDate | None = None
    authority: str = ""


def decisions_of(value: Value) -> tuple[Decided, ...]:
    """Return the decisions that a cell names, in its order; none for an empty one."""
    text = text_of(value)
    return _decisions(text) if text else ()


@lru_cache(4096)
def _decisions(text: str) -> tuple[Decided, ...]:
    parts = [part for part in _APART.split(text) if part]
    # A line may break inside one decision: "1234/QĐ-UBND" above "ngày 12/5/2024".
    if len([part for part in parts if _NUMBERED.search(part)]) < 2:
        parts = [" ".join(text.split())]
    joined: list[str] = []
    for part in parts:
        if joined and not _NUMBERED.search(part):
            joined[-1] += " " + part
        else:
            joined.append(part)
    return tuple(_decided(part) for part in joined)


@lru_cache(4096)
def key_of(decision: str) -> str:
    """Return a decision's number as it is compared: without "Quyết định số", spaces and marks."""
    return fold(_LEAD.sub("", decision)).replace(" ", "")


def _decided(text: str) -> Decided:
    body = _BODY.search(text)
    rest = text[: body.start()] if body else text
    day = FOUND.search(rest)
    # In the number itself there may be a year, as in 12/2024/QĐ-UBND: that is no day.
    if day is not None and "/" in rest[day.end() : day.end() + 1]:
        day = None
    date = _day(day[0]) if day else None
    if day is not None and date is not None:
        rest = rest[: day.start()] + rest[day.end() :]
        rest = re.sub(r"[\s,;:(]*\b(?:ngày|ký|ban hành)?[\s,;:()]*$", "", rest, flags=re.I)
    number = _SLASH.sub("/", _LEAD.sub("", rest)).strip(" ,;:.()")
    authority = body["body"].strip(" ,;.()") if body else ""
    return Decided(number, date, authority)


def _day(text: str) -> PartialDate | None:
    try:
        return day_of(text)
    except Unclear:
        return None
