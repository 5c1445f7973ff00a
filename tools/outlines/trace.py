"""Borders as lines: each drawn once, and shared by the provinces on both its sides.

Owns tracing the grid into arcs. An arc runs between places where three colours meet, or around
an island; its course is through the middles of the cells' edges, so that no stairs show.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from outlines.raster import COLUMNS, LEFT, ROWS, STEP, TOP, Grid
from outlines.source import Position

Corner = tuple[int, int]
"""Column and row of a corner of cells."""


@dataclass(frozen=True)
class Arc:
    """A border; ``left`` and ``right`` are the colours beside it on the way.

    One around an island starts and ends in the same place.
    """

    places: tuple[Position, ...]
    left: int
    right: int


@dataclass(frozen=True)
class _Side:
    """One edge of a cell between two colours, on the way from corner to corner."""

    start: Corner
    end: Corner
    left: int
    right: int

    def turned(self) -> "_Side":
        return _Side(self.end, self.start, self.right, self.left)


def arcs(grid: Grid) -> tuple[Arc, ...]:
    """Return every border of the grid."""
    around: dict[Corner, list[_Side]] = {}
    for side in _sides(grid):
        around.setdefault(side.start, []).append(side)
        around.setdefault(side.end, []).append(side.turned())
    meetings = [corner for corner, sides in around.items() if len(sides) != 2]
    used: set[frozenset[Corner]] = set()
    found: list[Arc] = []
    for corner in (*meetings, *around):
        for side in around[corner]:
            if frozenset((side.start, side.end)) not in used:
                found.append(_arc(_walk(side, around, used)))
    return tuple(found)


def _sides(grid: Grid) -> Iterator[_Side]:
    """Yield the edges between two colours: once each, eastward or southward."""
    empty = bytes(COLUMNS)
    for row in range(ROWS):
        above, cells = grid.rows[row - 1] if row else empty, grid.rows[row]
        if above != cells:
            for column in range(COLUMNS):
                if above[column] != cells[column]:
                    corners = (column, row), (column + 1, row)
                    yield _Side(*corners, above[column], cells[column])
        for column in range(1, COLUMNS):
            if cells[column - 1] != cells[column]:
                corners = (column, row), (column, row + 1)
                yield _Side(*corners, cells[column], cells[column - 1])


def _walk(
    side: _Side, around: dict[Corner, list[_Side]], used: set[frozenset[Corner]]
) -> list[_Side]:
    """Return the sides from one to the next meeting of borders, or back to where it starts."""
    walked = [side]
    used.add(frozenset((side.start, side.end)))
    while len(around[side.end]) == 2:
        following = next(one for one in around[side.end] if one.end != side.start)
        edge = frozenset((following.start, following.end))
        if edge in used:
            break
        used.add(edge)
        walked.append(following)
        side = following
    return walked


def _arc(sides: list[_Side]) -> Arc:
    middles = [((one.start[0] + one.end[0]) / 2, (one.start[1] + one.end[1]) / 2) for one in sides]
    first, last = sides[0].start, sides[-1].end
    course = [*middles, middles[0]] if first == last else [first, *middles, last]
    places = tuple((LEFT + x * STEP, TOP - y * STEP) for x, y in course)
    return Arc(places, sides[0].left, sides[0].right)
