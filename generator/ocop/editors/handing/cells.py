"""A sheet as SpreadsheetML: its cells, its window and its paper (ECMA-376, part 1, 18.3).

Owns the XML of one sheet and the numbers of the looks that :mod:`ocop.editors.handing.workbook`
defines. Written by hand: that takes a tenth of the time of a library's cells, and the same bytes
everywhere. Knows no zip.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from ocop.editors.handing.table import Cell, Column, Sheet
from ocop.editors.lists.sheet import letters

HEAD, TEXT, LONG, NUMBER, DAY, MARKED, MARKED_LONG = range(1, 8)
"""The looks, numbered as the styles list them; 0 is a program's own."""

_LOOKS = {"text": TEXT, "long": LONG, "number": TEXT, "day": TEXT}
_MARKED = {TEXT: MARKED, LONG: MARKED_LONG}
_FORMULA = frozenset("=+-@\t\r")
_FIRST = dt.date(1899, 12, 30)
"""The day 0 of spreadsheets, right from March 1900 on."""

_SPARE = 500
"""How many new rows below the last one still offer their choices."""

_HEX = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet_xml(sheet: Sheet, *, first: bool) -> str:
    """Return a sheet; the ``first`` of a workbook is the one that it opens at."""
    columns = [letters(number) for number in range(len(sheet.columns))]
    return "".join(
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
            f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            f'<dimension ref="{area(sheet)}"/>',
            _window(first=first),
            '<sheetFormatPr defaultRowHeight="15"/>',
            _widths(sheet.columns),
            "<sheetData>",
            _row(1, columns, [one.heading for one in sheet.columns], [HEAD] * len(columns)),
            *_rows(sheet, columns),
            f'</sheetData><autoFilter ref="{area(sheet)}"/>',
            _choices(sheet),
            '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6"',
            ' header="0.3" footer="0.3"/>',
            '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
            "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>",
            "</worksheet>",
        )
    )


def area(sheet: Sheet, fixed: str = "") -> str:
    """Return the cells that a sheet fills; with ``$`` for ``fixed`` as names of areas want them."""
    last = letters(len(sheet.columns) - 1)
    return f"{fixed}A{fixed}1:{fixed}{last}{fixed}{len(sheet.rows) + 1}"


def _window(*, first: bool) -> str:
    """Return the view: headings and the first two columns stay in sight."""
    selected = ' tabSelected="1"' if first else ""
    return (
        f'<sheetViews><sheetView{selected} workbookViewId="0">'
        '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>'
        '<selection pane="bottomRight" activeCell="C2" sqref="C2"/></sheetView></sheetViews>'
    )


def _widths(columns: Sequence[Column]) -> str:
    found = (
        f'<col min="{number}" max="{number}" width="{one.width}" customWidth="1"/>'
        for number, one in enumerate(columns, 1)
    )
    return f"<cols>{''.join(found)}</cols>"


def _choices(sheet: Sheet) -> str:
    """Return the lists from which cells are chosen, some rows below the last one too.

    Another word is asked about and not refused: whoever reads the list understands more.
    """
    last = len(sheet.rows) + 1 + _SPARE
    found = [
        '<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning"'
        f' sqref="{letters(number)}2:{letters(number)}{last}">'
        f"<formula1>{escape(_listed(one.choices))}</formula1></dataValidation>"
        for number, one in enumerate(sheet.columns)
        if one.choices
    ]
    count = f'<dataValidations count="{len(found)}">'
    return f"{count}{''.join(found)}</dataValidations>" if found else ""


def _listed(choices: Sequence[str]) -> str:
    return f'"{",".join(choices)}"'


def _rows(sheet: Sheet, columns: Sequence[str]) -> Iterator[str]:
    looks = [_LOOKS[one.form] for one in sheet.columns]
    for number, row in enumerate(sheet.rows, 2):
        yield _row(number, columns, row, looks)


def _row(number: int, columns: Sequence[str], row: Sequence[Cell], looks: Sequence[int]) -> str:
    found = (
        _cell(f"{letter}{number}", value, look)
        for letter, value, look in zip(columns, row, looks, strict=True)
        if value is not None
    )
    return f'<row r="{number}">{"".join(found)}</row>'


def _cell(place: str, value: str | int | dt.date, look: int) -> str:
    if isinstance(value, dt.date):
        return f'<c r="{place}" s="{DAY}"><v>{(value - _FIRST).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{place}" s="{NUMBER}"><v>{value}</v></c>'
    if value[:1] in _FORMULA:
        look = _MARKED.get(look, look)
    return (
        f'<c r="{place}" s="{look}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{_text(value)}</t></is></c>'
    )


def _text(value: str) -> str:
    r"""Return a text; what looks like a coded sign (``_x000D_``), and CR, are coded."""
    coded = _HEX.sub("_x005F_", value) if "_x" in value else value
    return escape(coded.replace("\r", "_x000D_"))
