"""The composition of a woven cover: which motifs, in which order, in which colours.

Owns the choice that a seed makes and the layout of the rows. Draws nothing: the weave writes
a cloth as SVG, the share pictures as pixels.
"""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from ocop.photos.motif import MAIN, NARROW, Motif
from ocop.photos.palette import PALETTES

Rows = tuple[str, ...]

_GROUND = "5"
"""The ground's colour as a thread, for motifs on a field of another colour."""


class Cloth(Struct, frozen=True):
    """Rows of threads from the hem inwards; ``colours`` are those of the threads 1 to 5.

    A row is one period, from the middle column to the right; thread 0 is the ground.
    ``field`` is the thread that lies under the main motif, 0 for the ground itself.
    """

    ground: str
    colours: tuple[str, ...]
    field: str
    rows: Rows


class _Choice:
    """A die that a seed has loaded: the same throws on every machine."""

    def __init__(self, seed: str) -> None:
        self._number = int.from_bytes(hashlib.sha256(seed.encode()).digest(), "big")

    def below(self, count: int) -> int:
        """Return a number from 0 up to, but not including, ``count``."""
        self._number, thrown = divmod(self._number, count)
        return thrown

    def motif(self, motifs: Sequence[Motif]) -> Motif:
        """Return one of ``motifs``."""
        return motifs[self.below(len(motifs))]


class _Parts(Struct, frozen=True):
    """What a layout puts together; ``field`` is the thread that the main motif lies on."""

    main: Rows
    outer: Rows
    inner: Rows
    line: str
    field: str


def weave_cloth(seed: str, industry: str, height: int) -> Cloth:
    """Return the cloth of ``seed`` in the colours of ``industry``, ``height`` rows from the hem.

    What does not fit is cut off at the hem, as cloth is.
    """
    choice = _Choice(seed)
    palette = PALETTES[industry]
    colours = (*palette.threads(choice.below(6)), palette.ground)
    parts = _parts(choice)
    rows = _LAYOUTS[choice.below(len(_LAYOUTS))](parts)
    while len(rows) < height:
        rows = (*parts.outer, parts.line, *rows)
    return Cloth(palette.ground, colours, parts.field, rows[-height:])


def weave_strip(seed: str, industry: str) -> Cloth:
    """Return a strip of ``seed``: one main motif between two lines, for dividers."""
    choice = _Choice(seed)
    palette = PALETTES[industry]
    colours = (*palette.threads(choice.below(6)), palette.ground)
    line = "1234"[choice.below(4)]
    return Cloth(palette.ground, colours, "0", (line, "0", *choice.motif(MAIN).rows, "0", line))


def _parts(choice: _Choice) -> _Parts:
    field, line = "00124"[choice.below(5)], "1234"[choice.below(4)]
    main = _on_field(choice.motif(MAIN).rows, field)
    return _Parts(main, choice.motif(NARROW).rows, choice.motif(NARROW).rows, line, field)


@cache
def _on_field(rows: Rows, field: str) -> Rows:
    """Put a motif on a field: where the thread was the field's, the ground shows instead."""
    if field == "0":
        return rows
    return tuple(row.translate(str.maketrans("0" + field, field + _GROUND)) for row in rows)


def _framed(parts: _Parts) -> Rows:
    line, field = parts.line, parts.field
    return (line, *parts.outer, line, field, *parts.main, field, line)


def _hemmed(parts: _Parts) -> Rows:
    return (*parts.main, parts.field, parts.line, "0", *parts.inner)


def _edged(parts: _Parts) -> Rows:
    line, field = parts.line, parts.field
    return (line, line, field, *parts.main, field, line, *parts.inner[::-1])


def _striped(parts: _Parts) -> Rows:
    line = parts.line
    return (*parts.main[-8:], parts.field, line, *parts.outer, line, "0", *parts.inner, line)


_LAYOUTS: Sequence[Callable[[_Parts], Rows]] = (_framed, _hemmed, _edged, _framed, _striped)
