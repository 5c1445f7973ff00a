"""Which product set a product's name makes likely.

Owns the proposal; the words are data (``data/set-words.yaml``). It is a guess and to be marked
as one: the set is what the producer declares. Called by ``ocop new`` and ``ocop migrate``.
"""

import re
from functools import cache
from pathlib import Path

from ocop.tables import read_table
from ocop.text import fold, nfc

_FILE = Path(__file__).parents[1] / "data" / "set-words.yaml"
_FIRST = "!"
_WORD = re.compile(r"\w+")


def likely_set(name: str) -> int | None:
    """Return the number of the product set that ``name`` speaks for; None where no word tells.

    A name without any marks is compared without them.
    """
    lower = " ".join(_WORD.findall(nfc(name).lower()))
    bare = lower == fold(lower)
    padded = f" {lower} "
    found = [
        (not first, -len(word), padded.index(f" {word} "), number)
        for word, number, first in _words(bare)
        if f" {word} " in padded
    ]
    return min(found)[-1] if found else None


@cache
def _words(bare: bool) -> tuple[tuple[str, int, bool], ...]:
    """Return every word with its set, and whether it goes first.

    ``bare``: without marks, where they leave one meaning.
    """
    every = [
        (word.removesuffix(_FIRST), int(number), word.endswith(_FIRST))
        for number, words in read_table(_FILE).items()
        for word in words
    ]
    if not bare:
        return tuple(every)
    meanings: dict[str, set[int]] = {}
    for word, number, _ in every:
        meanings.setdefault(fold(word), set()).add(number)
    return tuple((fold(one[0]), *one[1:]) for one in every if len(meanings[fold(one[0])]) == 1)
