"""The dark and light modules of QR codes, thousands of which are alike.

Owns the choice of segno's settings and a short cut around most of its work. Knows neither
pages nor SVG. Called by :mod:`ocop.pages.qr` and :mod:`ocop.fair.codes`.

**The runs.** One small letter or question mark would put all of an address into byte mode, half
as many bits again; so an address is written in runs, each in the mode that suits it.

**The short cut.** With one version, error correction and mask, a code is linear in its bits:
each bit of the text turns over a fixed set of modules. Alphanumeric mode writes two characters
as a number of 11 bits, byte mode one as 8; so a few dozen codes hold what all others of a site
are made of whose runs are as long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

import segno
from segno.consts import MODE_ALPHANUMERIC, MODE_BYTE

Runs = Sequence[tuple[str, int]]
"""A text in pieces, each with the mode in which it is written."""

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The characters of alphanumeric mode, by value."""

_ALPHANUMERIC = frozenset(_LETTERS)
_DIGITS = bytes.maketrans(b"\0\1", b"01")

_WORTH = 20
"""Codes that take less time to draw one by one than what they are made of to find."""

_HEADS = {MODE_ALPHANUMERIC: 2 * (4 + 9), MODE_BYTE: 2 * (4 + 8)}
"""Half bits that a run's own heading takes, up to version 9: its mode and its length."""

_Ways = dict[int, tuple[int, tuple[tuple[int, int], ...]]]
"""By the mode in which a text ends: half bits, and where each run begins with its mode."""

_PRICES = {MODE_ALPHANUMERIC: 11, MODE_BYTE: 16}
"""Half bits that a character takes."""

_STEPS = {MODE_ALPHANUMERIC: 2, MODE_BYTE: 1}
"""Characters that are written together."""

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
    if not text.isascii():
        return _drawn(text)
    runs = _divided(text)
    return _family(tuple([(len(run), mode) for run, mode in runs])).code(runs)


def matrix_of(text: str) -> tuple[bytearray, ...]:
    """Return the rows of the code of ``text``, a byte for each module, 1 for dark."""
    return _matrix(_divided(text) if text.isascii() else text)


def _matrix(text: str | Runs) -> tuple[bytearray, ...]:
    # segno takes runs as well, which its types do not say.
    return segno.make(cast(str, text), error="q", micro=False, mask=_MASK).matrix


def _drawn(text: str | Runs) -> Code:
    rows = _matrix(text)
    turned = (row[::-1] if number % 2 else row for number, row in enumerate(rows))
    # A module is the byte 0 or 1.
    bits = b"".join(bytes(row) + b"\0" for row in turned).translate(_DIGITS)
    return Code(len(rows), int(bits, 2))


def _divided(text: str) -> Runs:
    """Return the division of ``text``, all ASCII, that takes the fewest bits."""
    if set(text) <= _ALPHANUMERIC:
        return [(text, MODE_ALPHANUMERIC)]
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
    """The codes of texts whose runs have the same lengths and modes."""

    def __init__(self, shape: tuple[tuple[int, int], ...]) -> None:
        self._zeros: Runs = [("0" * length, mode) for length, mode in shape]
        self._asked = 0
        self._own: list[str] = []
        self._code = Code(0, 0)
        self._turned: dict[tuple[int, str], int] = {}

    def code(self, runs: Runs) -> Code:
        """Return the code of a text of this family; all are told from the first."""
        self._asked += 1
        if self._asked <= _WORTH:
            made = _drawn(runs)
            if not self._own:
                self._own, self._code = _pieces(runs), made
            return made
        number, turned = self._code.number, self._turned
        for at, (piece, own) in enumerate(zip(_pieces(runs), self._own, strict=True)):
            if piece != own:
                turns = turned.get((at, piece))
                if turns is None:
                    turns = turned[at, piece] = self._turns(at, piece, own)
                number ^= turns
        return Code(self._code.width, number)

    def _turns(self, at: int, piece: str, own: str) -> int:
        """Return the modules that differ where ``piece`` stands in the place of ``own``."""
        run, start, mode = self._place(at)
        differing, turns = _value(piece, mode) ^ _value(own, mode), 0
        for bit in range(differing.bit_length()):
            if differing >> bit & 1:
                turns ^= self._bit(run, start, len(piece), bit)
        return turns

    def _place(self, at: int) -> tuple[int, int, int]:
        """Return in which run a piece stands, where it begins in it, and the run's mode."""
        for number, (run, mode) in enumerate(self._zeros):
            step = _STEPS[mode]
            if at * step < len(run):
                return number, at * step, mode
            at -= -(-len(run) // step)
        raise IndexError(at)

    @cache  # noqa: B019 (families live as long as their cache does)
    def _bit(self, number: int, start: int, size: int, bit: int) -> int:
        """Return the modules that one bit of a piece turns over."""
        run, mode = self._zeros[number]
        piece = _with_bit(bit, size, mode)
        changed = [*self._zeros]
        changed[number] = run[:start] + piece + run[start + size :], mode
        return self._plain() ^ _drawn(changed).number

    @cache  # noqa: B019
    def _plain(self) -> int:
        return _drawn(self._zeros).number


@lru_cache(maxsize=64)
def _family(shape: tuple[tuple[int, int], ...]) -> _Family:
    return _Family(shape)


def _pieces(runs: Runs) -> list[str]:
    """Return the characters of a text as they are written together."""
    return [
        run[at : at + step]
        for run, mode in runs
        for step in (_STEPS[mode],)
        for at in range(0, len(run), step)
    ]


def _value(piece: str, mode: int) -> int:
    """Return the number as which a piece is written."""
    if mode == MODE_BYTE:
        return ord(piece)
    value = 0
    for letter in piece:
        value = value * len(_LETTERS) + _LETTERS.index(letter)
    return value


def _with_bit(bit: int, size: int, mode: int) -> str:
    """Return the piece of zeros with one bit turned over."""
    if mode == MODE_BYTE:
        return chr(ord("0") ^ 1 << bit)
    high, low = divmod(1 << bit, len(_LETTERS))
    return (_LETTERS[high] + _LETTERS[low])[-size:]
