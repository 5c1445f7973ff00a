"""The letters of the complete list.

Owns under which letter a name stands. Knows no page.
"""

import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TELEX = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw", "#": "0"}

OTHER = "#"
"""Stands for names that begin with a digit or with no letter at all."""


def initial(name: str) -> str:
    """Return the capital letter, without tone, under which ``name`` stands: ``Ấm`` under ``Â``."""
    for char in name:
        if char.isalpha():
            parts = (part for part in unicodedata.normalize("NFD", char) if part not in _TONES)
            return unicodedata.normalize("NFC", "".join(parts)).upper()[:1]
        if char.isdecimal():
            return OTHER
    return OTHER


def anchor(letter: str) -> str:
    """Return the id of a letter's part of the list, typed as in Telex: ``Đ`` is ``l-dd``."""
    return "l-" + _TELEX.get(letter, letter.lower())
