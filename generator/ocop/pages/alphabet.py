"""The letters of the complete list.

Owns under which letter a name stands. Knows no page.
"""

import unicodedata

from ocop.text import fold

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TELEX = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw", "#": "0"}

_LETTERS = frozenset("AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ")

OTHER = "#"
"""Stands for names that begin with a digit or with no letter at all."""


def initial(name: str) -> str:
    """Return the capital letter, without tone, under which ``name`` stands: ``Ấm`` under ``Â``.

    A letter with a mark that Vietnamese has not stands under the letter without it.
    """
    for char in name:
        if char.isalpha():
            return _letter(char)
        if char.isnumeric():
            return OTHER
    return OTHER


def _letter(char: str) -> str:
    parts = (part for part in unicodedata.normalize("NFD", char) if part not in _TONES)
    letter = unicodedata.normalize("NFC", "".join(parts)).upper()[:1]
    bare = fold(letter).upper()[:1]
    return bare if letter not in _LETTERS and bare in _LETTERS else letter


def anchor(letter: str) -> str:
    """Return the id of a letter's part of the list, typed as in Telex: ``Đ`` is ``l-dd``."""
    return "l-" + _TELEX.get(letter, letter.lower())
