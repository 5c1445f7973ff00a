"""Borders as they are now, where the overview is older than they are.

Owns the correction: where the overview gives a commune to another province, the land nearer to
that commune, or to one of its province beside it, than to any other goes to their own province.
That moves Than Uyên to Lai Châu, Sa Đéc to Đồng Tháp, Mê Linh to Hà Nội, Cát Bà to Hải Phòng.
"""

from math import cos, hypot, radians

from ocop.domain.place import Commune
from outlines.raster import COLUMNS, ROWS, Grid, around
from outlines.source import Position, Source

ASTRAY = 0.02
"""Degrees that a commune's point may lie outside of its province without a correction."""

_BESIDE = 0.3
"""Degrees around such a commune in which others of its province may have lost land too."""

_NEAR = 0.8
"""Degrees around a commune in which all its neighbours lie."""


def mend(grid: Grid, source: Source) -> None:
    """Move the borders beside which communes lie in another province than theirs."""
    _move(grid, source)
    _join(grid)


def _move(grid: Grid, source: Source) -> None:
    number = {code: at for at, code in enumerate(grid.codes, 1)}
    moved: dict[tuple[str, int], Commune] = {}
    for one in source.communes:
        around = grid.around(one.point, ASTRAY)
        if number[one.province] not in around:
            for each in source.communes:
                if each.province == one.province and _distance(each.point, one.point) < _BESIDE:
                    moved |= {(each.code, found): each for found in around}
    for (_, found), one in moved.items():
        others = [each.point for each in source.communes if each is not one]
        grid.fill(_surroundings(one.point, others), number[one.province], only=found)


def _join(grid: Grid) -> None:
    """Give the pieces that mending cut off from a province to the one around them."""
    seen = [bytearray(COLUMNS) for _ in range(ROWS)]
    pieces: dict[int, list[list[tuple[int, int]]]] = {}
    for row, cells in enumerate(grid.rows):
        for column in range(COLUMNS):
            if cells[column] and not seen[row][column]:
                pieces.setdefault(cells[column], []).append(_piece(grid, seen, row, column))
    for found in pieces.values():
        for piece in sorted(found, key=len)[:-1]:
            if not any(0 in _beside(grid, *cell) for cell in piece):
                other = min(
                    set().union(*(_beside(grid, *one) for one in piece)) - {_value(grid, piece)}
                )
                for row, column in piece:
                    grid.rows[row][column] = other


def _piece(grid: Grid, seen: list[bytearray], row: int, column: int) -> list[tuple[int, int]]:
    """Return the cells of one colour that hang together with a cell."""
    value, found, todo = grid.rows[row][column], [], [(row, column)]
    seen[row][column] = 1
    while todo:
        here = todo.pop()
        found.append(here)
        for y, x in around(*here):
            if grid.rows[y][x] == value and not seen[y][x]:
                seen[y][x] = 1
                todo.append((y, x))
    return found


def _beside(grid: Grid, row: int, column: int) -> set[int]:
    return {grid.rows[y][x] for y, x in around(row, column)}


def _value(grid: Grid, piece: list[tuple[int, int]]) -> int:
    return grid.rows[piece[0][0]][piece[0][1]]


def _distance(a: Position, b: Position) -> float:
    """Return how far two latitudes and longitudes are from each other, in degrees."""
    return hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0])))


def _surroundings(point: Position, others: list[Position]) -> list[Position]:
    """Return the ring of what is nearer to ``point`` than to any of ``others``.

    Points are latitudes and longitudes, the ring as GeoJSON has it.
    """
    latitude, longitude = point
    narrow = cos(radians(latitude))
    half = _NEAR / 2
    ring = [(-half, -half), (half, -half), (half, half), (-half, half)]
    for y, x in others:
        dx, dy = (x - longitude) * narrow, y - latitude
        if 0 < hypot(dx, dy) < _NEAR:
            ring = _cut(ring, dx, dy)
    return [(longitude + x / narrow, latitude + y) for x, y in ring]


def _cut(ring: list[Position], dx: float, dy: float) -> list[Position]:
    """Return what of a convex ring lies nearer to the origin than to a place."""
    limit = (dx * dx + dy * dy) / 2

    def beyond(spot: Position) -> float:
        return spot[0] * dx + spot[1] * dy - limit

    kept: list[Position] = []
    for one, following in zip(ring, ring[1:] + ring[:1], strict=True):
        here, there = beyond(one), beyond(following)
        if here <= 0:
            kept.append(one)
        if here * there < 0:
            part = here / (here - there)
            kept.append(
                (one[0] + part * (following[0] - one[0]), one[1] + part * (following[1] - one[1]))
            )
    return kept
