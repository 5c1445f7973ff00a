"""A row of the weave as dashed lines: one for each colour, with as few dashes as may be.

Owns the arithmetic of dashes. Knows neither SVG nor what the rows show. Called by
:mod:`ocop.photos.weave`.
"""

from functools import cache
from itertools import groupby

from msgspec import Struct


def order_of(field: str) -> list[str]:
    """Return the threads as they are painted: the field's first, since others lie on it."""
    return sorted("12345", key=lambda thread: thread != field)


class Line(Struct, frozen=True):
    """One thread of a row: where its line starts and its dashes, none if it runs throughout."""

    thread: str
    start: int
    dashes: str


@cache  # motifs have a few hundred rows in all, and a list page has thousands
def lines_of(row: str, field: str, middle: int) -> tuple[Line, ...]:
    """Return the lines of ``row`` in painting order; ``middle`` is its middle column's place."""
    order = order_of(field)
    return tuple(
        _line(_mask(row, thread, "".join(order[place + 1 :])), thread, middle)
        for place, thread in enumerate(order)
        if thread in row
    )


def _line(mask: str, thread: str, middle: int) -> Line:
    """Return the line with the shortest dashes, begun left of the picture (column 2)."""
    firsts = [at for at in range(len(mask)) if mask[at] == "1" and mask[at - 1] == "0"]
    if not firsts:
        return Line(thread, 2, "")
    turns = {at: _runs(mask[at:] + mask[:at]) for at in firsts}
    first = min(firsts, key=lambda at: (turns[at], at))
    start = 2 - (2 - middle - first) % len(mask)
    return Line(thread, start, " ".join(map(str, _shortest(turns[first]))))


def _mask(row: str, thread: str, above: str) -> str:
    """Return where a thread runs (1) and where not (0), in one period from the middle.

    It runs on below what covers a whole gap, so that fewer dashes are needed.
    """
    start = row.index(thread)
    turned = row[start:] + row[:start]
    runs = ("".join(run) for _, run in groupby(turned, key=lambda each: each == thread))
    hidden = set(above + thread)
    mask = "".join(("1" if hidden.issuperset(run) else "0") * len(run) for run in runs)
    return mask[-start:] + mask[:-start] if start else mask


def _runs(mask: str) -> tuple[int, ...]:
    return tuple(len(list(run)) for _, run in groupby(mask))


def _shortest(runs: tuple[int, ...]) -> tuple[int, ...]:
    """Return the part of ``runs`` that repeats; an odd part repeats by itself in SVG."""
    for length in range(1, len(runs)):
        if len(runs) % length == 0 and runs == runs[:length] * (len(runs) // length):
            return runs[:length]
    return runs
