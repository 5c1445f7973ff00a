"""Where labels stand on their sheets, in millimetres.

Owns the sizes of what is cut and the common sheets of stickers. Knows neither products nor
Typst. Called by :mod:`ocop.fair.labels.kinds` and :mod:`ocop.fair.labels.sheets`.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

_A4 = (210.0, 297.0)


class Grid(Struct, frozen=True):
    """Equal cells of ``width`` × ``height`` on a page, the first at ``left`` and ``top``.

    ``across`` and ``down`` are the steps from cell to cell. Cells with no gap between them are
    cut where they meet.
    """

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    page: tuple[float, float] = _A4

    @property
    def cells(self) -> int:
        """How many cells a page has."""
        return self.columns * self.rows

    def place(self, cell: int) -> tuple[float, float]:
        """Return the left and the top of a cell, counted from 0 line by line."""
        row, column = divmod(cell, self.columns)
        return round(self.left + column * self.across, 3), round(self.top + row * self.down, 3)

    def behind(self, cell: int) -> int:
        """Return the cell on the back of a sheet, turned over its long edge, behind ``cell``."""
        row, column = divmod(cell, self.columns)
        return row * self.columns + self.columns - 1 - column

    def cuts(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return where to cut from top to bottom, and where from left to right."""
        return (
            tuple(_edges(self.left, self.width, self.across, self.columns)),
            tuple(_edges(self.top, self.height, self.down, self.rows)),
        )


def _edges(first: float, size: float, step: float, count: int) -> Iterator[float]:
    """Yield the edges of cells in a row, where two meet one."""
    edges = (round(first + n * step + side, 3) for n in range(count) for side in (0, size))
    yield from dict.fromkeys(edges)


def filling(columns: int, rows: int, width: float, height: float) -> Grid:
    """Return cells that meet, in the middle of an A4 page."""
    left, top = (_A4[0] - columns * width) / 2, (_A4[1] - rows * height) / 2
    return Grid(columns, rows, width, height, left, top, width, height)


def whole(width: float, height: float) -> Grid:
    """Return a page that is one cell."""
    return Grid(1, 1, width, height, 0, 0, width, height, (width, height))


def _apart(columns: int, rows: int, width: float, height: float, across: float) -> Grid:
    """Return cells with gaps between the columns, in the middle of an A4 page."""
    left = (_A4[0] - (columns - 1) * across - width) / 2
    top = (_A4[1] - rows * height) / 2
    return Grid(columns, rows, width, height, left, top, across, height)


STICKERS: Mapping[str, Grid] = {
    "3x7": _apart(3, 7, 63.5, 38.1, 66.04),
    "3x8": filling(3, 8, 70, 37),
    "2x7": _apart(2, 7, 99.1, 38.1, 101.6),
    "2x4": _apart(2, 4, 99.1, 67.7, 101.6),
    "4x10": filling(4, 10, 48.5, 25.4),
}
"""Sheets of stickers on A4 by columns × rows, as most makers sell them."""

POSTERS: Mapping[str, Grid] = {
    "a4": whole(210, 297),
    "a3": whole(297, 420),
    "a2": whole(420, 594),
}
"""Upright pages by the name of their paper."""

BOARDS: Mapping[str, Grid] = {
    "a3": whole(420, 297),
    "a4": whole(297, 210),
    "a2": whole(594, 420),
}
"""Pages that lie, by the name of their paper."""
