"""One row of a sheet that says something.

Owns the shape only. Made by :mod:`ocop.editors.lists.rows`, read by all that makes drafts of it.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from ocop.editors.lists.columns import Column
from ocop.editors.lists.groups import Group
from ocop.editors.lists.sheet import Sheet, Value

About = Literal["products", "producers", "details"]


class Row(Struct, frozen=True):
    """One row that says something: the filled cells of known columns, and what groups add.

    ``goes_on``: it has no name of its own but belongs to the entry of the row before.
    """

    sheet: Sheet
    number: int
    about: About
    cells: Sequence[tuple[Column, Value]]
    group: Group
    goes_on: bool = False


Cells = Mapping[str, tuple[Column, Value]]
"""The cells of a row by the name of the field that they fill."""


def by_name(row: Row) -> Cells:
    """Return the first cell of each field in the first language."""
    found: dict[str, tuple[Column, Value]] = {}
    for column, value in row.cells:
        if column.language is None:
            found.setdefault(column.field.name, (column, value))
    return found
