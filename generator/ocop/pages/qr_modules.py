"""The dark and light modules of QR codes, thousands of which begin alike.

Owns the choice of segno's settings and a short cut around most of its work. Knows neither
pages nor SVG. Called by :mod:`ocop.pages.qr`.

**The short cut.** With one version, error correction and mask, a code is linear in its bits:
each bit of the text turns over a fixed set of modules. Alphanumeric mode writes two characters
as a number of 11 bits, so a few dozen codes hold what all others of a site are made of.
"""

from functools import lru_cache

import segno

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The characters of alphanumeric mode, by value."""

_TAIL = 7
"""Characters that vary; one more where the text before them would end within a pair."""

_WORTH = 20
"""Codes that take less time to draw one by one than what they are made of to find."""

# Readers learn the mask from the code itself, so any will do; trying all eight for the one that
# looks most even takes 80 % of the time. Mask 1 is the most even on average.
_MASK = 1


def modules_of(text: str) -> bytes:
    """Return the code of ``text``, a byte for each module row by row: 1 is dark.

    Error correction is Q, or better where the code grows no larger by it.
    """
    head = text[: (len(text) - _TAIL) // 2 * 2]
    if len(text) <= _TAIL or not head.startswith("HTTP") or not set(text) <= set(_LETTERS):
        return _drawn(text)
    return _family(head, len(text) - len(head)).modules(text)


def _drawn(text: str) -> bytes:
    return b"".join(segno.make(text, error="q", micro=False, mask=_MASK).matrix)


class _Family:
    """The codes of texts of one length that differ after ``head``, which ends with a pair."""

    def __init__(self, head: str, tail: int) -> None:
        self._head, self._tail = head, tail
        self._asked = 0
        self._plain = self._number("0" * tail)
        self._turned: dict[tuple[int, int], int] = {}

    def modules(self, text: str) -> bytes:
        """Return the code of ``text``, which belongs to this family."""
        self._asked += 1
        if self._asked <= _WORTH:
            return _drawn(text)
        number = self._plain
        for at in range(0, self._tail, 2):
            value = _value(text[len(self._head) + at :][:2])
            for bit in range(value.bit_length()):
                if value >> bit & 1:
                    number ^= self._turns(at, bit)
        return number.to_bytes(self._size, "big")

    def _turns(self, at: int, bit: int) -> int:
        """Return the modules that a bit of the pair at ``at`` turns over, as a number."""
        if (at, bit) not in self._turned:
            high, low = divmod(1 << bit, len(_LETTERS))
            pair = (_LETTERS[high] + _LETTERS[low])[-min(2, self._tail - at) :]
            self._turned[at, bit] = self._plain ^ self._number(
                "0" * at + pair + "0" * (self._tail - at - len(pair))
            )
        return self._turned[at, bit]

    def _number(self, tail: str) -> int:
        drawn = _drawn(self._head + tail)
        self._size = len(drawn)
        return int.from_bytes(drawn, "big")


@lru_cache(maxsize=8)
def _family(head: str, tail: int) -> _Family:
    return _Family(head, tail)


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * len(_LETTERS) + _LETTERS.index(letter)
    return value
