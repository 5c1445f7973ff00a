"""Queries as people type them, each with the records that it is about.

Owns the classes of queries. A query is made from a record of the small catalogue, so that it has
right answers there and in the large one. The same seed gives the same queries on every machine.
Called by :mod:`benchmarks.search.run` and tests.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.search.catalogue import own_words
from benchmarks.search.shelf import Shelf
from benchmarks.search.writing import (
    Method,
    other_placement,
    typed,
    unmarked,
    words,
)

_MOST = 12
"""A query that is about more records than this says too little to have a right answer."""

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_FINALS = {"c": "k", "k": "c"}

_TRIES = 2_000
"""A class of which so many tries in a row give nothing new has no more queries to give."""


@dataclass(frozen=True, slots=True)
class Query:
    """A text, its class, and the numbers of the records it is about."""

    kind: str
    text: str
    right: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the makers of queries share; ``small`` is how many records are in both catalogues."""

    shelf: Shelf
    small: int
    random: Random

    def record(self) -> int:
        """Return the number of a record of the small catalogue."""
        return self.random.randrange(self.small)


_Made = tuple[str, set[int]] | None
"""A query and its right answers; None where the record does not lend itself to the class."""

_Maker = Callable[[_Desk], _Made]


def make(shelf: Shelf, small: int, seed: int) -> tuple[Query, ...]:
    """Return 520 different queries, class by class; fewer if the records do not lend themselves."""
    desk = _Desk(shelf, small, Random(seed))
    return tuple(
        Query(kind, text, right)
        for kind, (count, maker) in CLASSES.items()
        for text, right in _asked(desk, maker, count).items()
    )


def _asked(desk: _Desk, maker: _Maker, count: int) -> dict[str, frozenset[int]]:
    """Return up to ``count`` texts that a maker gives, and what each is about."""
    found: dict[str, frozenset[int]] = {}
    fruitless = 0
    while len(found) < count and fruitless < _TRIES:
        fruitless += 1
        made = maker(desk)
        if made and made[0] not in found and _says_enough(desk, made[1]):
            found[made[0]] = frozenset(made[1])
            fruitless = 0
    return found


def _says_enough(desk: _Desk, right: set[int]) -> bool:
    """Tell whether a query has right answers in both catalogues, and not too many."""
    return 0 < len(right) <= 2 * _MOST and min(right) < desk.small


def _phrase(desk: _Desk, least: int = 2) -> list[str]:
    """Return the first words of a name, at least as many as tell it from most others."""
    while True:
        name = words(desk.shelf.records[desk.record()].name)
        lengths = [
            length
            for length in range(least, len(name) + 1)
            if len(desk.shelf.named(" ".join(name[:length]), marked=False)) <= _MOST
        ]
        if lengths:
            return name[: desk.random.choice(lengths)]


def _exact(desk: _Desk) -> _Made:
    text = " ".join(_phrase(desk))
    return text, desk.shelf.named(text, marked=True)


def _unmarked(desk: _Desk) -> _Made:
    text = " ".join(_phrase(desk))
    return unmarked(text), desk.shelf.named(text, marked=False)


def _slip(desk: _Desk, word: str) -> str:
    """Return a word with one letter wrong, left out, doubled up with another, or swapped."""
    random, at = desk.random, desk.random.randrange(len(word))
    way = random.choice(("wrong", "left out", "added", "swapped"))
    if way == "left out":
        return word[:at] + word[at + 1 :]
    if way == "swapped":
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    near = random.choice(_neighbours(unmarked(word[at])) or "a")
    return word[:at] + near + word[at + (way == "wrong") :]


def _neighbours(letter: str) -> str:
    """Return the letters beside one on the keyboard."""
    for row in _KEYBOARD:
        at = row.find(letter)
        if at >= 0:
            return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return ""


def _typo(desk: _Desk) -> _Made:
    phrase, marked = _phrase(desk), desk.random.random() < 0.4
    shown = [one if marked else unmarked(one) for one in phrase]
    places = [at for at, one in enumerate(shown) if len(one) >= 3 and one.isalpha()]
    if not places:
        return None
    at = desk.random.choice(places)
    slipped = [*shown[:at], _slip(desk, shown[at]), *shown[at + 1 :]]
    if slipped == shown:
        return None
    return " ".join(slipped), desk.shelf.named(" ".join(phrase), marked=marked)


def _prefix(desk: _Desk) -> _Made:
    phrase = _phrase(desk, least=3)
    last = phrase[-1]
    if len(last) < 3 or not last.isalpha():
        return None
    cut = " ".join([*phrase[:-1], last[: desk.random.randint(1, len(last) - 1)]])
    marked = desk.random.random() < 0.4
    return (cut if marked else unmarked(cut)), desk.shelf.named_so_far(cut)


def _keys(method: Method) -> _Maker:
    def residue(desk: _Desk) -> _Made:
        """Return a phrase with the keys of all words, of the last marked one, or of its tone."""
        phrase = _phrase(desk)
        marked = [at for at, one in enumerate(phrase) if unmarked(one) != one]
        if not marked:
            return None
        late, last = desk.random.random() < 0.6, marked[-1]
        way = desk.random.choices(("all", "last", "tone"), (45, 30, 25))[0]
        shown = [
            typed(one, method, late=late or way == "tone", composed=way == "tone")
            if way == "all" or at == last
            else one
            for at, one in enumerate(phrase)
        ]
        return (" ".join(shown), _right(desk, phrase)) if shown != phrase else None

    return residue


def _right(desk: _Desk, phrase: Sequence[str]) -> set[int]:
    return desk.shelf.named(" ".join(phrase), marked=True)


def _decomposed(desk: _Desk) -> _Made:
    phrase = _phrase(desk)
    text = unicodedata.normalize("NFD", " ".join(phrase))
    return (text, _right(desk, phrase)) if text != " ".join(phrase) else None


def _placed_otherwise(desk: _Desk) -> _Made:
    phrase = _phrase(desk)
    text = other_placement(" ".join(phrase))
    return (text, _right(desk, phrase)) if text != " ".join(phrase) else None


def _with_place(desk: _Desk) -> _Made:
    record = desk.shelf.records[desk.record()]
    place = desk.random.choice(record.origin.places)
    marked = desk.random.random() < 0.4
    kind = desk.shelf.named(record.noun, marked=marked)
    text = f"{record.noun} {place}".lower()
    return (
        text if marked else unmarked(text),
        desk.shelf.from_place(kind, place, marked=marked),
    )


def _maker(desk: _Desk) -> _Made:
    name = words(desk.shelf.records[desk.record()].maker.name)
    text = " ".join(name[-desk.random.randint(2, min(6, len(name))) :])
    marked = desk.random.random() < 0.4
    return (text if marked else unmarked(text)), desk.shelf.made_by(text, marked=marked)


def _joined(desk: _Desk) -> _Made:
    """Return a phrase without marks whose first or last two words, or all, stand together."""
    phrase = _phrase(desk, least=3)
    plain = [unmarked(one) for one in phrase]
    cut = desk.random.choice(((2,), (len(plain) - 2,), (2, len(plain))))
    if cut == (2,):
        shown = ["".join(plain[:2]), *plain[2:]]
    elif len(cut) == 1:
        shown = [*plain[:-2], "".join(plain[-2:])]
    else:
        shown = ["".join(plain[:2]), "".join(plain[2:])]
    return " ".join(shown), desk.shelf.named(" ".join(phrase), marked=False)


def _spelt_otherwise(desk: _Desk) -> _Made:
    """Return a phrase with a final c as k or a final i as y, or the other way round.

    Names that are spelt as asked are right too.
    """
    phrase = _phrase(desk)
    shown = [_respelt(one) for one in phrase]
    if shown == phrase:
        return None
    marked = desk.random.random() < 0.5
    found = (desk.shelf.named(" ".join(one), marked=marked) for one in (phrase, shown))
    text = " ".join(shown)
    return (text if marked else unmarked(text)), set[int]().union(*found)


def _respelt(word: str) -> str:
    plain = unmarked(word)
    if 2 <= len(plain) <= 4 and plain[-1] in _FINALS and plain[-2] in "aouei":
        return word[:-1] + _FINALS[plain[-1]]
    if plain in ("my", "mi", "ky", "ki", "ly", "li", "ty", "ti", "sy", "si", "quy", "qui"):
        other = {"y": "i", "i": "y"}
        tail = unicodedata.normalize("NFD", word)
        return unicodedata.normalize("NFC", "".join(other.get(one, one) for one in tail))
    return word


def _english(desk: _Desk) -> _Made:
    english, noun = desk.random.choice(list(own_words()["english"].items()))
    goods = sorted(one for one in desk.shelf.named(noun, marked=True) if one < desk.small)
    if not goods:
        return None
    record = desk.shelf.records[desk.random.choice(goods)]
    tail = words(record.name)[-2:]
    if len(words(record.name)) < len(words(noun)) + 2:
        return None
    called = desk.shelf.named(noun, marked=True) | desk.shelf.named(english, marked=True)
    right = called & desk.shelf.named(" ".join(tail), marked=False)
    return f"{english} {unmarked(' '.join(tail))}", right


CLASSES: dict[str, tuple[int, _Maker]] = {
    "exact": (40, _exact),
    "without marks": (60, _unmarked),
    "one typo": (60, _typo),
    "prefix": (50, _prefix),
    "Telex": (50, _keys("telex")),
    "VNI": (40, _keys("vni")),
    "NFD": (25, _decomposed),
    "tone placement": (30, _placed_otherwise),
    "place + product": (50, _with_place),
    "producer": (40, _maker),
    "joined words": (30, _joined),
    "spelling": (25, _spelt_otherwise),
    "English": (20, _english),
}
"""How many queries of each class, and what makes one."""
