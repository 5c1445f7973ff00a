"""What a sheet is made of: columns with headings and forms, and rows of cells.

Owns those shapes only; every form of spreadsheet takes them. Called by the modules beside it.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

Cell: TypeAlias = str | int | dt.date | None

Form = Literal["text", "number", "day", "long"]
"""How cells look: ``text`` keeps its zeros, ``long`` wraps."""


class Column(Struct, frozen=True):
    """One column: its heading, how its cells look, and its width in characters.

    ``choices`` are what a cell may say where that is a handful of words.
    """

    heading: str
    form: Form = "text"
    width: int = 14
    choices: Sequence[str] = ()


class Sheet(Struct, frozen=True):
    """One sheet; every row has a cell for each column."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
