"""Which label stands in which cell of which sheet.

Owns copies, part-used sheets and the order of fronts and backs. Knows labels by number only.
Called by :mod:`ocop.fair.labels.print_labels`.
"""

from collections.abc import Sequence

from msgspec import Struct

from ocop.fair.labels.grids import Grid


class Cell(Struct, frozen=True):
    """A label by its number, the face of it that shows, and its left and top in millimetres."""

    label: int
    face: int
    left: float
    top: float


Sheet = tuple[Cell, ...]


def sheets(copies: Sequence[int], grid: Grid, start: int = 1, duplex: bool = False) -> list[Sheet]:
    """Return the pages for labels of which ``copies`` gives the number of each.

    ``start`` is the first free cell of the first sheet, from 1: those before it stay empty. With
    ``duplex`` each page is followed by its back, mirrored, so that every label has its second
    face behind its first when the printer turns sheets over their long edge.
    """
    labels = (label for label, count in enumerate(copies) for _ in range(count))
    pages: dict[int, list[tuple[int, int]]] = {}
    for slot, label in enumerate(labels, start - 1):
        page, cell = divmod(slot, grid.cells)
        pages.setdefault(page, []).append((cell, label))
    found: list[Sheet] = []
    for there in pages.values():
        found.append(tuple(Cell(label, 0, *grid.place(cell)) for cell, label in there))
        if duplex:
            turned = ((grid.behind(cell), label) for cell, label in there)
            found.append(tuple(Cell(label, 1, *grid.place(cell)) for cell, label in turned))
    return found
