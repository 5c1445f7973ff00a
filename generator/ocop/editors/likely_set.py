"""Which product set a product's name makes likely.

Owns the proposal; the words are data (``data/set-words.yaml``). It is a guess and to be marked
as one: the set is what the producer declares. Called by ``ocop new`` and ``ocop migrate``.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ocop.tables import read_table
from ocop.text import fold, nfc

_FILE = Path(__file__).parents[1] / "data" / "set-words.yaml"
_FIRST = "!"
_LONGEST = 6
"""The most words that one of the table is made of."""

_WORD = re.compile(r"\w+")


def likely_set(name: str) -> int | None:
    """Return the number of the product set that ``name`` speaks for; None where no word tells.

    A name without any marks is compared without them.
    """
    words = _WORD.findall(nfc(name).lower())
    lower = " ".join(words)
    known = _words(lower == fold(lower))
    found = [
        (not first, -len(word), at, number)
        for at in range(len(words))
        for length in range(1, min(_LONGEST, len(words) - at) + 1)
        if (word := " ".join(words[at : at + length])) in known
        for number, first in known[word]
    ]
    return min(found)[-1] if found else None


@cache
def _words(bare: bool) -> Mapping[str, tuple[tuple[int, bool], ...]]:
    """Return the sets of every word, and whether it goes first there.

    ``bare``: without marks, where they leave one meaning.
    """
    every = [
        (word.removesuffix(_FIRST), int(number), word.endswith(_FIRST))
        for number, words in read_table(_FILE).items()
        for word in words
    ]
    if bare:
        meanings: dict[str, set[int]] = {}
        for word, number, _ in every:
            meanings.setdefault(fold(word), set()).add(number)
        every = [(fold(one[0]), *one[1:]) for one in every if len(meanings[fold(one[0])]) == 1]
    known: dict[str, tuple[tuple[int, bool], ...]] = {}
    for word, number, first in every:
        known[word] = (*known.get(word, ()), (number, first))
    return known
