"""Text to words: what is written (form) and what is searched for (key).

Owns the text rules of docs/search-format.md, section 1; ``templates/static/js/search/text.js``
is their other half, and tests/vectors/search-words.json holds both to them. Must not ask the
Unicode tables about more than a settled part of them: a phone's are older or newer than ours.
Called by the index, for every text of every product, and by the aliases.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from ocop.patterns import late
from ocop.tables import read_table

ABBREVIATIONS = Path(__file__).parents[1] / "data" / "search-abbreviations.yaml"

# The classes are ranges of our own, so that every engine divides the same text alike. All that
# str.split() takes for white space separates.
_SEPARATORS = (
    r"\t-\r\x1c-/:-@\x5b-\x60\x7b-\x7e\x85\xa0-\xa9\xab\xac\xae-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7"
    r"\u02b0-\u02ff\u0374\u0375\u037e\u0384\u0385\u0387\u03f6\u0482\u055a-\u055f\u0589-\u058f"
    r"\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u0606-\u060f\u061b\u061d-\u061f\u066a-\u066d\u06d4"
    r"\u0700-\u070d\u0964\u0965\u0970\u0df4\u0e3f\u0e4f\u0e5a\u0e5b\u0f01-\u0f17\u104a-\u104f"
    r"\u10fb\u1360-\u1368\u1400\u166d\u166e\u1680\u16eb-\u16ed\u17d4-\u17db\u1800-\u180a"
    r"\u1fbd\u1fbf-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fef\u1ffd\u1ffe\u2000-\u200a"
    r"\u2010-\u2029\u202f-\u205f\u2070-\u20cf\u2100-\u2125\u2127-\u2129\u212c-\u2bff"
    r"\u2e00-\u3004\u3008-\u303f\u309b\u309c\u30a0\u30fb\u3190-\u319f\u31c0-\u31ef\u3200-\u33ff"
    r"\u4dc0-\u4dff\ua490-\ua4cf\ud800-\uf8ff\ufd3e\ufd3f\ufe10-\ufe1f\ufe30-\ufe6f"
    r"\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\ufff8\ufffc-\uffff"
    r"\U0001d000-\U0001d3ff\U0001f000-\U0001fbff\U000f0000-\U0010ffff"
)
_MARKS = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_UNSEEN = (
    r"\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u115f\u1160"
    r"\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    r"\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_DIGITS = r"0-9\uff10-\uff19"
_SILENT = _MARKS + _UNSEEN
_WORD = re.compile(
    f"[^{_SEPARATORS}{_SILENT}{_DIGITS}][^{_SEPARATORS}{_DIGITS}]*|[{_DIGITS}][{_DIGITS}{_SILENT}]*"
)
_digit = re.compile(f"[{_DIGITS}]").match
_mark = re.compile(f"[{_MARKS}]").match
_unseen = re.compile(f"[{_UNSEEN}]").match

# Latin, Greek and Cyrillic letters come apart one by one; these scripts are put together again.
_settled = re.compile(r"[A-Za-z\xaa-\u0556\u1e00-\u1fff\u2126\u212a\u212b]").match
_WHOLE = late(r"[\u0590-\u06ff\u1100-\u11ff\u3040-\u30ff\uac00-\ud7a3]+")
_full_width = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]").match

_LETTERS = {
    **dict.fromkeys("đðɖ", "d9"),  # eth and d with tail are met where đ was meant
    **dict.fromkeys("ƀɓ", "b"),  # Ƀuôn: letters of the highlands' languages
    **{"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "þ": "th"},
    **{"ɗ": "d", "ŧ": "t", "ſ": "s", "ŋ": "ng", "ς": "σ"},
}
_VOWELS = frozenset("aeiouy")
_SHAPES = {
    **dict.fromkeys([f"{vowel}\u0302" for vowel in "aeo"], "6"),
    **dict.fromkeys([f"{vowel}\u031b" for vowel in "ou"], "7"),
    "a\u0306": "8",
}
_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}

_K = re.compile("k(?!h)")
_NGH = re.compile("^(n?g)h")
_ONLY_Y = re.compile("^(qu|[b-df-hj-np-tv-xz9]+)y([b-df-hj-np-tv-xz]*[1-5]?)$")
_BARE = str.maketrans("", "", "123456789")

_PHRASES = 65_536
"""Texts whose words are remembered: a name is asked for by the aliases and by the index."""


@lru_cache(maxsize=_PHRASES)
def words(text: str) -> tuple[str, ...]:
    """Return the forms of the words of ``text`` in their order, abbreviations written out."""
    return tuple(chain.from_iterable(map(_chunks.__getitem__, text.split())))


def key(form: str) -> str:
    """Return the key of a form: the word without its marks; a number is its own."""
    return _keys[form]


class _Chunks(dict[str, tuple[str, ...]]):
    """The forms of each stretch between white space: texts say the same few again and again."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        runs = map(_form, _WORD.findall(chunk))
        self[chunk] = found = tuple(chain.from_iterable(map(_written_out, runs)))
        return found


class _Keys(dict[str, str]):
    def __missing__(self, form: str) -> str:
        self[form] = bare = form if form[:1].isdecimal() else form.translate(_BARE)
        return bare


_chunks = _Chunks()
_keys = _Keys()


def _written_out(form: str) -> tuple[str, ...]:
    return _abbreviations().get(form, (form,))


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    return {
        _form(short): tuple(map(_form, spoken.split()))
        for short, spoken in read_table(ABBREVIATIONS).items()
    }


def _form(run: str) -> str:
    """Return the form of one run of letters or of digits."""
    parts = chain.from_iterable(map(_parts.__getitem__, run))
    if _digit(run):
        return "".join(part for part in parts if not _mark(part))
    spelt = _spelt(parts)
    plain = _NGH.sub(r"\1", _K.sub("c", spelt))
    return _ONLY_Y.sub(r"\1i\2", plain)


def _spelt(parts: Iterable[str]) -> str:
    """Return letters, each with the digit of its shape, and the tone of the last that has one.

    Of several marks of one kind on a letter the highest digit counts: their order says nothing.
    """
    letters, shapes, tone, word_tone = [""], [""], "", ""
    for part in parts:
        if not _mark(part):
            letters.append(part)
            shapes.append("")
            tone = ""
        elif letters[-1] in _VOWELS:
            shapes[-1] = max(shapes[-1], _SHAPES.get(letters[-1] + part, ""))
            tone = max(tone, _TONES.get(part, ""))
            word_tone = tone or word_tone
    return _composed("".join(map(str.__add__, letters, shapes))) + word_tone


def _composed(text: str) -> str:
    if text.isascii():
        return text
    return _WHOLE.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


class _Parts(dict[str, str]):
    """What each character is made of: small letters, digits, marks; nothing if it is unseen."""

    def __missing__(self, char: str) -> str:
        self[char] = parts = "" if _unseen(char) else _taken_apart(char)
        return parts


def _taken_apart(char: str) -> str:
    if _full_width(char):
        return chr(ord(char) - 0xFEE0).lower()
    if not _settled(char):
        return char
    return "".join(map(_small, unicodedata.normalize("NFD", char)))


def _small(char: str) -> str:
    small = char.lower()
    return _LETTERS.get(small, small)


_parts = _Parts()
