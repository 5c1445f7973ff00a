"""The text of a cell, as somebody would have typed it.

Owns what spreadsheets do to texts and numbers on the way: numbers as fractions, spaces that
nobody sees, apostrophes that keep a zero. Knows no heading. Called by the readers of values.
"""

import datetime as dt
import re
from functools import lru_cache

from ocop.editors.lists.sheet import Value
from ocop.text import nfc

_UNSEEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)
_SPACES = re.compile(r"[^\S\n]+")
_EXACT = 10**15
"""From here on a spreadsheet has lost the last digits of a number."""

_ERRORS = ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "########")


class Unclear(Exception):
    """A value that cannot be told for sure; it is reported, never guessed."""


def text_of(value: Value) -> str:
    """Return a cell as text in NFC, its lines apart, other spaces single; empty if it is.

    :class:`Unclear` for what is an error of the spreadsheet or has lost digits.
    """
    if isinstance(value, str):
        return _typed(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    return _moment(value)


def line_of(value: Value) -> str:
    """Return a cell as one line; see :func:`text_of`."""
    return text_of(value).replace("\n", " ")


def is_number(value: Value) -> bool:
    """Tell whether a cell holds a number rather than a text."""
    return isinstance(value, int | float) and not isinstance(value, bool)


@lru_cache(16_384)
def _typed(value: str) -> str:
    if value.isascii() and value.isprintable() and "  " not in value:
        text = value.strip()
    else:
        text = _UNSEEN.sub("", nfc(value.replace("\r\n", "\n").replace("\r", "\n")))
        text = _SPACES.sub(" ", text).strip()
        text = re.sub(r" ?\n ?", "\n", text) if "\n" in text else text
    if text.startswith("#") and text.upper() in _ERRORS:
        raise Unclear
    return text[1:].lstrip() if text.startswith("'") and text[1:2].isdigit() else text


def _number(value: int | float) -> str:
    if value != value or abs(value) >= _EXACT:
        raise Unclear
    return str(int(value)) if float(value).is_integer() else repr(value)


def _moment(value: dt.time | dt.date | dt.datetime | dt.timedelta) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    raise Unclear
