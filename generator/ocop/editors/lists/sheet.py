"""A sheet of a list in memory: its cells, and how to name a place in it.

Owns the shape between reading files and understanding rows. Called by everything in this package.
"""

import datetime as dt
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.document import Mark

Value: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta | None
"""What a cell holds; an empty one holds an empty text or None."""


class Sheet(Struct, frozen=True):
    """One sheet of the file ``path``: rows of cells from A1 on, merged cells filled.

    ``name`` is empty for a text file, which has one sheet without a name. ``hidden`` rows and
    ``merged`` cells are those that only repeat the first cell of a merged range, by row and
    column from 0.
    """

    path: SourcePath
    name: str
    rows: Sequence[Sequence[Value]]
    merged: frozenset[tuple[int, int]] = frozenset()

    def cell(self, row: int, column: int) -> str:
        """Return how its users know a cell, counted from 0: ``DS OCOP!D17``, ``D17`` of a text."""
        place = f"{letters(column)}{row + 1}"
        return f"{self.name}!{place}" if self.name else place

    def fault(self, code: str, row: int, column: int, **args: object) -> Diagnostic:
        """Return the diagnostic ``code`` at a cell."""
        filled = {name: _short(str(value)) for name, value in args.items()}
        filled["cell"] = self.cell(row, column)
        return Diagnostic(code, self.path, row + 1, column + 1, filled)

    def mark(self, row: int, column: int) -> Mark:
        """Return a cell as the place of a value in a document."""
        return Mark(row + 1, column + 1, row + 1, column + 1)


def letters(column: int) -> str:
    """Return the letters of a column counted from 0: ``A``, ``Z``, ``AA``."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


_MOST = 80


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"
