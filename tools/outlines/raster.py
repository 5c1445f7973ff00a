"""The provinces as a grid of cells, in which no two overlap and no sliver lies between them.

Owns the grid and colouring it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from outlines.source import Position, Source

STEP = 0.005
"""Degrees a cell: half of what the overview is simplified to."""

LEFT, TOP = 102.0, 23.5
COLUMNS, ROWS = round(7.7 / STEP), round(15.3 / STEP)


@dataclass
class Grid:
    """Rows of cells from north to south; 0 is sea or abroad, else a province of ``codes``."""

    codes: tuple[str, ...]
    rows: list[bytearray]

    def at(self, longitude: float, latitude: float) -> int:
        """Return the province of a place; 0 outside of the grid too."""
        column, row = int((longitude - LEFT) / STEP), int((TOP - latitude) / STEP)
        inside = 0 <= column < COLUMNS and 0 <= row < ROWS
        return self.rows[row][column] if inside else 0

    def around(self, point: Position, degrees: float) -> set[int]:
        """Return the provinces that have land within some degrees of a latitude and longitude."""
        latitude, longitude = point
        reach = [step * STEP for step in range(-round(degrees / STEP), round(degrees / STEP) + 1)]
        return {self.at(longitude + dx, latitude + dy) for dx in reach for dy in reach} - {0}

    def fill(self, ring: list[Position], value: int, only: int | None = None) -> None:
        """Give the cells in a ring to a province; with ``only``, of another's cells."""
        for row, crossings in _crossings(ring).items():
            cells, ordered = self.rows[row], sorted(crossings)
            for start, end in zip(ordered[::2], ordered[1::2], strict=True):
                first, last = max(0, ceil(start - 0.5)), min(COLUMNS, ceil(end - 0.5))
                for column in range(first, last):
                    if only is None or cells[column] == only:
                        cells[column] = value


def _crossings(ring: list[Position]) -> dict[int, list[float]]:
    """Return where a ring crosses the middles of rows, in columns."""
    found: dict[int, list[float]] = {}
    closed = [((x - LEFT) / STEP, (TOP - y) / STEP) for x, y in (*ring, ring[0])]
    for (x1, y1), (x2, y2) in pairwise(closed):
        low, high = sorted((y1, y2))
        for row in range(max(0, ceil(low - 0.5)), min(ROWS, ceil(high - 0.5))):
            found.setdefault(row, []).append(x1 + (row + 0.5 - y1) * (x2 - x1) / (y2 - y1))
    return found


def coloured(source: Source) -> Grid:
    """Return the grid of all provinces."""
    codes = tuple(sorted(source.rings))
    grid = Grid(codes, [bytearray(COLUMNS) for _ in range(ROWS)])
    for number, code in enumerate(codes, 1):
        for ring in source.rings[code]:
            grid.fill(ring, number)
    _close(grid)
    return grid


def _close(grid: Grid) -> None:
    """Give what lies open between provinces, but not to the sea, to the one west of it."""
    open_cells = _outside(grid)
    for cells, seen in zip(grid.rows, open_cells, strict=True):
        for column in range(1, COLUMNS):
            if not cells[column] and not seen[column]:
                cells[column] = cells[column - 1]


def _outside(grid: Grid) -> list[bytearray]:
    """Mark the cells that one reaches from the grid's edge without touching land."""
    seen = [bytearray(COLUMNS) for _ in range(ROWS)]
    edge = [(row, column) for row in range(ROWS) for column in (0, COLUMNS - 1)]
    todo = edge + [(row, column) for column in range(COLUMNS) for row in (0, ROWS - 1)]
    while todo:
        row, column = todo.pop()
        if not grid.rows[row][column] and not seen[row][column]:
            seen[row][column] = 1
            todo += around(row, column)
    return seen


def around(row: int, column: int) -> Iterator[tuple[int, int]]:
    """Yield the cells beside one."""
    for y, x in ((row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)):
        if 0 <= y < ROWS and 0 <= x < COLUMNS:
            yield y, x
