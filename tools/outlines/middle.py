"""The middles of provinces: the cell farthest from any border, where a bubble stands best."""

from outlines.raster import COLUMNS, LEFT, ROWS, STEP, TOP, Grid, around
from outlines.source import Position

Cell = tuple[int, int]


def middles(grid: Grid) -> dict[str, Position]:
    """Return the longitude and latitude of the middle of each province, by code."""
    seen = [bytearray(COLUMNS) for _ in range(ROWS)]
    layer = _border(grid, seen)
    last: dict[int, Cell] = {}
    while layer:
        last |= {grid.rows[row][column]: (row, column) for row, column in reversed(layer)}
        layer = _inward(grid, seen, layer)
    return {
        code: (LEFT + (last[number][1] + 0.5) * STEP, TOP - (last[number][0] + 0.5) * STEP)
        for number, code in enumerate(grid.codes, 1)
    }


def _border(grid: Grid, seen: list[bytearray]) -> list[Cell]:
    found = []
    for row, cells in enumerate(grid.rows):
        for column, value in enumerate(cells):
            if value and any(grid.rows[y][x] != value for y, x in around(row, column)):
                seen[row][column] = 1
                found.append((row, column))
    return found


def _inward(grid: Grid, seen: list[bytearray], layer: list[Cell]) -> list[Cell]:
    """Return the cells one step farther in."""
    found = []
    for row, column in layer:
        for y, x in around(row, column):
            if grid.rows[y][x] and not seen[y][x]:
                seen[y][x] = 1
                found.append((y, x))
    return found
