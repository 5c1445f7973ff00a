"""The dark and light modules of QR codes, thousands of which begin alike.

Owns the choice of segno's settings and a short cut around most of its work. Knows neither
pages nor SVG. Called by :mod:`ocop.pages.qr`.

**The short cut.** With one version, error correction and mask, a code is linear in its bits:
each bit of the text turns over a fixed set of modules. Alphanumeric mode writes two characters
as a number of 11 bits, so a few dozen codes hold what all others of a site are made of.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

import segno

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The characters of alphanumeric mode, by value."""

_ALPHANUMERIC = frozenset(_LETTERS)
_DIGITS = bytes.maketrans(b"\0\1", b"01")

_TAIL = 7
"""Characters that vary; one more where the text before them would end within a pair."""

_WORTH = 20
"""Codes that take less time to draw one by one than what they are made of to find."""

# Readers learn the mask from the code itself, so any will do; trying all eight for the one that
# looks most even takes 80 % of the time. Mask 1 is the most even on average.
_MASK = 1


@dataclass(frozen=True, slots=True)
class Code:
    """A code of ``width`` modules each way, as the bits of ``number``, 1 for dark.

    The bits stand in the order of a pen that goes to and fro: the first row to the right, the
    second to the left, and so on, with a 0 after each row for the step down.
    """

    width: int
    number: int


def code_of(text: str) -> Code:
    """Return the code of ``text``.

    Error correction is Q, or better where the code grows no larger by it.
    """
    head = text[: (len(text) - _TAIL) // 2 * 2]
    if len(text) <= _TAIL or not head.startswith("HTTP") or not set(text) <= _ALPHANUMERIC:
        return _drawn(text)
    return _family(head, len(text) - len(head)).code(text)


def _drawn(text: str) -> Code:
    rows = segno.make(text, error="q", micro=False, mask=_MASK).matrix
    turned = (row[::-1] if number % 2 else row for number, row in enumerate(rows))
    # A module is the byte 0 or 1.
    bits = b"".join(bytes(row) + b"\0" for row in turned).translate(_DIGITS)
    return Code(len(rows), int(bits, 2))


class _Family:
    """The codes of texts of one length that differ after ``head``, which ends with a pair."""

    def __init__(self, head: str, tail: int) -> None:
        self._head, self._tail = head, tail
        self._asked = 0
        plain = _drawn(head + "0" * tail)
        self._width, self._plain = plain.width, plain.number
        self._turned: dict[tuple[int, str], int] = {}

    def code(self, text: str) -> Code:
        """Return the code of ``text``, which belongs to this family."""
        self._asked += 1
        if self._asked <= _WORTH:
            return _drawn(text)
        number, turned, tail = self._plain, self._turned, text[len(self._head) :]
        for at in range(0, self._tail, 2):
            pair = tail[at : at + 2]
            turns = turned.get((at, pair))
            if turns is None:
                turns = turned[at, pair] = self._turns(at, _value(pair))
            number ^= turns
        return Code(self._width, number)

    def _turns(self, at: int, value: int) -> int:
        """Return the modules that a pair of this value at ``at`` turns over."""
        turns = 0
        for bit in range(value.bit_length()):
            if value >> bit & 1:
                turns ^= self._bit(at, bit)
        return turns

    @cache  # noqa: B019 (families live as long as their cache does)
    def _bit(self, at: int, bit: int) -> int:
        high, low = divmod(1 << bit, len(_LETTERS))
        pair = (_LETTERS[high] + _LETTERS[low])[-min(2, self._tail - at) :]
        rest = "0" * (self._tail - at - len(pair))
        return self._plain ^ _drawn(f"{self._head}{'0' * at}{pair}{rest}").number


@lru_cache(maxsize=8)
def _family(head: str, tail: int) -> _Family:
    return _Family(head, tail)


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * len(_LETTERS) + _LETTERS.index(letter)
    return value
