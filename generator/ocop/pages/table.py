"""A table for spreadsheet programs.

Owns the form of CSV: a byte order mark so that Excel reads UTF-8, CRLF as RFC 4180 wants it,
and cells that no program takes for a formula. Knows nothing of what the cells mean.
"""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = frozenset("=+-@\t\r")

Cell = str | int | bool | None


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return the table as UTF-8 with byte order mark; None is an empty cell."""
    return _written((header, *map(_row, rows))).encode("utf-8-sig")


def csv_row(row: Sequence[Cell]) -> bytes:
    """Return one row as it stands in a table, with the end of the line before."""
    return f"\n{_written((_row(row),))}".encode()


def _written(rows: Iterable[Sequence[Cell]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _row(row: Sequence[Cell]) -> list[str | int | None]:
    return [
        (f"'{cell}" if cell[:1] in _FORMULA else cell) if isinstance(cell, str) else _plain(cell)
        for cell in row
    ]


def _plain(cell: int | bool | None) -> str | int | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell
