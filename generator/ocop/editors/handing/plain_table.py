"""The list of products as one table of plain text, with its producers' facts beside each product.

Owns which columns one table can hold; what none of them holds is not in it, and the workbook is
the form that loses nothing. Called by :mod:`ocop.editors.handing.forms`.
"""

import datetime as dt

from ocop.editors.handing.chosen import Handover
from ocop.editors.handing.sheets import product_table
from ocop.editors.handing.table import Cell
from ocop.pages.table import Cell as Plain
from ocop.pages.table import csv_bytes
from ocop.text import Language


def plain_table(given: Handover, language: Language, *, semicolon: bool = False) -> bytes:
    """Return the table in UTF-8 with a byte order mark, columns parted by commas or semicolons."""
    table = product_table(given, language)
    rows = ([_plain(cell) for cell in row] for row in table.rows)
    return csv_bytes([one.heading for one in table.columns], rows, ";" if semicolon else ",")


def _plain(cell: Cell) -> Plain:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else cell
