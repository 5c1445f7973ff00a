"""The kinds of labels: their sheets, how large their codes are, what may be on the back.

Owns the table that the command, the handbook and the templates follow. Called by
:mod:`ocop.cli.labels` and :mod:`ocop.fair.labels.print_labels`.
"""

from collections.abc import Mapping

from msgspec import Struct

from ocop.fair.labels.grids import BOARDS, POSTERS, STICKERS, Grid, filling

LEAST_MODULE = 0.33
"""Millimetres of a code's module below which phones fail on office print."""

DOT = 25.4 / 150
"""Millimetres of which modules are multiples: four dots of a printer with 600 to the inch."""

_LEAST_DOTS = 2
"""The fewest of those that are wider than :data:`LEAST_MODULE`."""

_QUIET = 8
"""Modules of the quiet zone, both sides together."""

_EDGE = 2.5
"""Millimetres between a code's quiet zone and the cut."""


class Kind(Struct, frozen=True):
    """One kind; ``sheets`` are its grids by name, the usual one first.

    ``code`` is the side of the QR code, its quiet zone included, as a share of a cell's shorter
    side, ``largest`` its most in millimetres. ``halves`` tells of a card that is folded, ``cut``
    of sheets that are cut, ``booths`` of what is for a booth and not for a product, ``pictured``
    of what shows a large picture.
    """

    name: str
    sheets: Mapping[str, Grid]
    code: float
    largest: float = 200
    cut: bool = False
    halves: bool = False
    duplex: bool = True
    booths: bool = False
    pictured: bool = False

    def grid(self, sheet: str | None) -> Grid:
        """Return a sheet by its name, the usual one for None; KeyError for an unknown name."""
        return self.sheets[sheet] if sheet else next(iter(self.sheets.values()))

    def code_side(self, grid: Grid, modules: int) -> float:
        """Return the side of a code of so many modules, quiet zone included, in millimetres.

        It grows with the address as far as the label has room. A module is a whole number of
        printers' dots, so that all are of one width on paper.
        """
        short = min(grid.width, grid.height / 2 if self.halves else grid.height)
        room, across = short - 2 * _EDGE, (modules + _QUIET) * DOT
        dots = round(min(self.code * short, self.largest) / across)
        return min(max(min(dots, int(room / across)), _LEAST_DOTS) * across, room)


def module_of(side: float, modules: int) -> float:
    """Return the width of a module of a code ``side`` millimetres wide with its quiet zone."""
    return side / (modules + _QUIET)


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("price", {"2x4": filling(2, 4, 95, 68)}, 0.35, cut=True),
        Kind("strip", {"1x7": filling(1, 7, 190, 38)}, 0.74, cut=True),
        Kind("sticker", STICKERS, 0.58, largest=28, duplex=False),
        Kind("tent", {"1x2": filling(1, 2, 190, 136)}, 0.5, cut=True, halves=True, duplex=False),
        Kind("board", BOARDS, 0.24, booths=True),
        Kind("poster", POSTERS, 0.21, pictured=True),
    )
}
"""The kinds by name, the usual one first."""
