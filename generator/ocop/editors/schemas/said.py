"""Patterns that know words as the program does: without marks, in any case.

Owns the way from folded words to a regular expression that JavaScript understands. Called by
:mod:`ocop.editors.schemas.values`.
"""

from collections.abc import Iterable
from functools import cache

from ocop.text import fold

_LETTERS = range(0x20, 0x1EFA)
_MARKS = "[\u0300-\u036f]*"
"""What follows a letter in decomposed text."""
_GAP = r"[\s_.]+"


def said(words: Iterable[str], *, whole: bool = True) -> str:
    """Return a pattern for texts that fold to one of ``words``, or begin with one.

    ``words`` are folded; ``whole`` is False where more words may follow.
    """
    either = "|".join(_GAP.join(map(_spelt, word.split())) for word in words)
    return rf"^[\s_.]*({either})[\s_.]*$" if whole else rf"^[\s_.]*({either})([\s_.][\s\S]*)?$"


def _spelt(word: str) -> str:
    return "".join(f"[{_variants()[letter]}]{_MARKS}" for letter in word)


@cache
def _variants() -> dict[str, str]:
    """Return the letters that fold to each plain one."""
    found: dict[str, str] = {}
    for code in _LETTERS:
        plain = fold(chr(code))
        if len(plain) == 1 and plain.isalnum():
            found[plain] = found.get(plain, "") + chr(code)
    return found
