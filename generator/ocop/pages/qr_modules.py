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

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from os.path import commonprefix
from typing import Any

from msgspec import Struct

from ocop.patterns import late

MODE_ALPHANUMERIC, MODE_BYTE = 2, 4
"""As the standard numbers them, and segno."""

Runs = Sequence[tuple[str, int]]
"""A text in pieces, each with the mode in which it is written."""

Shape = tuple[tuple[int, int], ...]
"""The length and the mode of each run of a text."""

_Place = tuple[int, int, int, int]
"""Where in a text characters stand that are written together, in which run, and its mode."""

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The characters of alphanumeric mode, by value."""

_ALPHANUMERIC = frozenset(_LETTERS)
_ALL_ALPHANUMERIC = late(f"[{re.escape(_LETTERS)}]*")
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


class Code(Struct, frozen=True):
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
    return _family(tuple([(len(run), mode) for run, mode in runs])).code(text, runs)


def matrix_of(text: str) -> tuple[bytearray, ...]:
    """Return the rows of the code of ``text``, a byte for each module, 1 for dark."""
    return _matrix(_divided(text) if text.isascii() else text)


def _matrix(text: str | Runs) -> tuple[bytearray, ...]:
    rows: tuple[bytearray, ...] = _encode()(text, error="q", micro=False, mask=_MASK).matrix
    return rows


@cache
def _encode() -> Any:
    """Return what draws a code, loaded when one is to be drawn.

    Its package loads all that saves codes as well, and with that the ways into the network: ten
    times as much. So the package is left out unless somebody else has loaded it.
    """
    package = find_spec("segno")
    if package is None or "segno" in sys.modules:
        return import_module("segno.encoder").encode
    sys.modules["segno"] = module_from_spec(package)
    try:
        return import_module("segno.encoder").encode
    finally:
        sys.modules.pop("segno", None)


def _drawn(text: str | Runs) -> Code:
    rows = _matrix(text)
    turned = (row[::-1] if number % 2 else row for number, row in enumerate(rows))
    # A module is the byte 0 or 1.
    bits = b"".join(bytes(row) + b"\0" for row in turned).translate(_DIGITS)
    return Code(len(rows), int(bits, 2))


def _divided(text: str) -> Runs:
    """Return the division of ``text``, all ASCII, that takes the fewest bits."""
    if _ALL_ALPHANUMERIC.fullmatch(text):
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

    def __init__(self, shape: Shape) -> None:
        self._zeros: Runs = [("0" * length, mode) for length, mode in shape]
        self._asked: list[str] = []
        self._code = Code(0, 0)
        self._head = ""
        self._places = self._tail = tuple(_places(shape))
        self._turned: dict[tuple[int, str], int] = {}

    def code(self, text: str, runs: Runs) -> Code:
        """Return the code of a text of this family; all are told from the first."""
        if len(self._asked) < _WORTH:
            return self._early(text, runs)
        number, turned = self._code.number, self._turned
        known = text.startswith(self._head)
        for place in self._tail if known else self._places:
            start, end, _, _ = place
            turns = turned.get((start, text[start:end]))
            if turns is None:
                turns = turned[start, text[start:end]] = self._turns(place, text)
            number ^= turns
        return Code(self._code.width, number)

    def _early(self, text: str, runs: Runs) -> Code:
        """Return the code of one of the first texts, and see with what they all begin."""
        made = _drawn(runs)
        if not self._asked:
            self._code = made
        self._asked.append(text)
        self._head = commonprefix(self._asked)  # noqa: RUF071 (characters are meant)
        self._tail = tuple(one for one in self._places if one[1] > len(self._head))
        return made

    def _turns(self, place: _Place, text: str) -> int:
        """Return the modules that differ where a piece of ``text`` stands for that of the first."""
        start, end, _, mode = place
        own = self._asked[0][start:end]
        differing, turns = _value(text[start:end], mode) ^ _value(own, mode), 0
        for bit in range(differing.bit_length()):
            if differing >> bit & 1:
                turns ^= self._bit(place, bit)
        return turns

    @cache  # noqa: B019 (families live as long as their cache does)
    def _bit(self, place: _Place, bit: int) -> int:
        """Return the modules that one bit of a piece turns over."""
        start, end, number, mode = place
        before = sum(len(run) for run, _ in self._zeros[:number])
        run, changed = self._zeros[number][0], [*self._zeros]
        piece = _with_bit(bit, end - start, mode)
        changed[number] = run[: start - before] + piece + run[end - before :], mode
        return self._plain() ^ _drawn(changed).number

    @cache  # noqa: B019
    def _plain(self) -> int:
        return _drawn(self._zeros).number


@lru_cache(maxsize=64)
def _family(shape: Shape) -> _Family:
    return _Family(shape)


def _places(shape: Shape) -> Iterator[_Place]:
    """Yield where the characters stand that are written together."""
    begin = 0
    for number, (length, mode) in enumerate(shape):
        end = begin + length
        for start in range(begin, end, _STEPS[mode]):
            yield start, min(start + _STEPS[mode], end), number, mode
        begin = end


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
