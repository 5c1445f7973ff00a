"""A table for spreadsheet programs.

Owns the form of CSV: a byte order mark so that Excel reads UTF-8, CRLF as RFC 4180 wants it,
and cells that no program takes for a formula. Knows nothing of what the cells mean.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile("'*[=+\\-@\t\r]")
"""The beginning of a text that programs take for a formula, or that was guarded against it."""

Cell = str | int | bool | None


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]], between: str = ",") -> bytes:
    """Return the table as UTF-8 with byte order mark; None is an empty cell."""
    return _written((header, *map(_row, rows)), between).encode("utf-8-sig")


def csv_row(row: Sequence[Cell]) -> bytes:
    """Return one row as it stands in a table, with the end of the line before."""
    return f"\n{_written((_row(row),))}".encode()


def guarded(text: str) -> str:
    """Return ``text`` such that no program takes it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that was guarded."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


def _written(rows: Iterable[Sequence[Cell]], between: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=between).writerows(rows)
    return out.getvalue()


def _row(row: Sequence[Cell]) -> list[str | int | None]:
    return [guarded(cell) if isinstance(cell, str) else _plain(cell) for cell in row]


def _plain(cell: int | bool | None) -> str | int | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell
