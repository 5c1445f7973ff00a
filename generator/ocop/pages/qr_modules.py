"""The dark and light modules of QR codes, thousands of which begin alike.

Owns the choice of segno's settings and a short cut around most of its work. Knows neither
pages nor SVG. Called by :mod:`ocop.pages.qr`.

**The short cut.** With one version, error correction and mask, a code is linear in its bits:
each bit of the text turns over a fixed set of modules. Alphanumeric mode writes two characters
as a number of 11 bits, so a few dozen codes hold what all others of a site are made of.

**The runs.** One small letter or question mark would put all of an address into byte mode, half
as many bits again; so an address is written in runs, each in the mode that suits it.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

import segno
from segno.consts import MODE_ALPHANUMERIC, MODE_BYTE

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The characters of alphanumeric mode, by value."""

_ALPHANUMERIC = frozenset(_LETTERS)
_DIGITS = bytes.maketrans(b"\0\1", b"01")

_TAIL = 7
"""Characters that vary, if nobody says how many; one more where the text before them would end
within a pair."""

_WORTH = 20
"""Codes that take less time to draw one by one than what they are made of to find."""

_HEADS = {MODE_ALPHANUMERIC: 2 * (4 + 9), MODE_BYTE: 2 * (4 + 8)}
"""Half bits that a run's own heading takes, up to version 9: its mode and its length."""

_Ways = dict[int, tuple[int, tuple[tuple[int, int], ...]]]
"""By the mode in which a text ends: half bits, and where each run begins with its mode."""

_PRICES = {MODE_ALPHANUMERIC: 11, MODE_BYTE: 16}
"""Half bits that a character takes."""

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


def code_of(text: str, tail: int = _TAIL) -> Code:
    """Return the code of ``text``, of which others may differ in the last ``tail`` characters.

    Error correction is Q, or better where the code grows no larger by it.
    """
    head = text[: (len(text) - tail) // 2 * 2]
    if len(text) <= tail or not head.startswith("HTTP") or not set(text) <= _ALPHANUMERIC:
        return _drawn(text)
    return _family(head, len(text) - len(head)).code(text)


def _drawn(text: str) -> Code:
    rows = matrix_of(text)
    turned = (row[::-1] if number % 2 else row for number, row in enumerate(rows))
    # A module is the byte 0 or 1.
    bits = b"".join(bytes(row) + b"\0" for row in turned).translate(_DIGITS)
    return Code(len(rows), int(bits, 2))


def matrix_of(text: str) -> tuple[bytearray, ...]:
    """Return the rows of the code of ``text``, a byte for each module, 1 for dark."""
    plain = not text.isascii() or set(text) <= _ALPHANUMERIC
    # segno takes runs as well, which its types do not say.
    made = text if plain else cast(str, _runs(text))
    return segno.make(made, error="q", micro=False, mask=_MASK).matrix


def _runs(text: str) -> list[tuple[str, int]]:
    """Return the division of ``text`` that takes the fewest bits, each run with its mode."""
    ways: _Ways = {mode: (head, ((0, mode),)) for mode, head in _HEADS.items()}
    for at, letter in enumerate(text):
        cost, starts = min(ways.values())
        fit = _HEADS if letter in _ALPHANUMERIC else (MODE_BYTE,)
        turns = {mode: (cost + _HEADS[mode], (*starts, (at, mode))) for mode in fit}
        open_ = {mode: min(turn, ways.get(mode, turn)) for mode, turn in turns.items()}
        ways = {mode: (cost + _PRICES[mode], starts) for mode, (cost, starts) in open_.items()}
    starts = min(ways.values())[1]
    ends = (*(at for at, _ in starts[1:]), len(text))
    return [(text[at:end], mode) for (at, mode), end in zip(starts, ends, strict=True)]


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
