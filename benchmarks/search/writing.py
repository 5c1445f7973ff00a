"""How Vietnamese is written and typed: without marks, as keystrokes, with tones elsewhere.

Owns its tables; must not use the rules that the search uses, which it puts to the test. Called by
:mod:`benchmarks.search.queries` and :mod:`benchmarks.search.catalogue`.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

Method = Literal["telex", "vni"]

_WORDS = re.compile(r"[^\W_]+")
_TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
_SHAPES = {"\u0302": "^6", "\u031b": "w7", "\u0306": "w8"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with what is added to it, each as its Telex key and VNI digit, or empty."""

    base: str
    shape: str
    tone: str


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, composed."""
    return _WORDS.findall(unicodedata.normalize("NFC", text).lower())


@cache
def unmarked(text: str) -> str:
    """Return a text in lower case as people type it who type no marks."""
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(one for one in plain if not unicodedata.combining(one))


def letters(word: str) -> list[Letter]:
    """Return the letters of a word in lower case with their marks apart."""
    found: list[Letter] = []
    for one in unicodedata.normalize("NFD", word.lower()):
        if one in _TONES:
            found[-1] = Letter(found[-1].base, found[-1].shape, _TONES[one])
        elif one in _SHAPES:
            found[-1] = Letter(found[-1].base, _SHAPES[one], found[-1].tone)
        elif one == "đ":
            found.append(Letter("d", "d9", ""))
        else:
            found.append(Letter(one, "", ""))
    return found


@cache
def spoken(word: str) -> str:
    """Return a word with its tone last, so that the tone's place does not matter."""
    parts = letters(word)
    return "".join(one.base + one.shape[1:] for one in parts) + "".join(o.tone for o in parts)


def typed(word: str, method: Method, *, late: bool, composed: bool = False) -> str:
    """Return the keys that make a word; ``late``: the tone's key last; ``composed``: only it is.

    What readers see when they forgot to switch the input method on, or it did not follow.
    """
    key = 0 if method == "telex" else 1
    parts = letters(word)
    tone = "".join(one.tone[key : key + 1] for one in parts)
    text = ""
    for one in parts:
        text += _shape(one, method, composed)
        if not late:
            text += one.tone[key : key + 1]
    return text + tone if late else text


def other_placement(text: str) -> str:
    """Return a text with the tones of oa, oe and uy on the other letter (hòa, hoà)."""
    return re.sub(r"\w+", lambda match: _moved(match[0]), text)


def _shape(one: Letter, method: Method, composed: bool) -> str:
    """Return a letter with its shape: composed, doubled (aa), or followed by a key."""
    if not one.shape:
        return one.base
    if composed:
        return _composed(one)
    if method == "vni":
        return one.base + one.shape[1]
    return one.base + (one.base if one.shape[0] in "^d" else "w")


def _composed(one: Letter) -> str:
    if one.base == "d":
        return "đ"
    mark = next(mark for mark, keys in _SHAPES.items() if keys == one.shape)
    return unicodedata.normalize("NFC", one.base + mark)


def _moved(word: str) -> str:
    """Return a word that ends in one of the three with its tone moved, else as it is."""
    tail = unicodedata.normalize("NFD", word[-2:])
    tones = [one for one in tail if one in _TONES]
    plain = "".join(one for one in tail if one not in _TONES)
    if len(tones) != 1 or plain.lower() not in ("oa", "oe", "uy") or word[:2].lower() == "qu":
        return word
    first, last = plain[0], plain[1]
    on_first = tail[1] == tones[0]
    moved = f"{first}{last}{tones[0]}" if on_first else f"{first}{tones[0]}{last}"
    return word[:-2] + unicodedata.normalize("NFC", moved)
