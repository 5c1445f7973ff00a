"""Lists as offices keep them, made by hand: workbooks of three kinds, and texts in columns.

``xlsx`` files are written by openpyxl; ``ods`` and ``xls`` ones are put together from their parts,
since no locked package writes them.
"""

import datetime as dt
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl  # type: ignore[import-untyped]

Cell = str | int | float | dt.date | bool | None
Rows = Sequence[Sequence[Cell]]


def xlsx(
    path: Path,
    sheets: Mapping[str, Rows],
    merged: Iterable[str] = (),
    hidden: Iterable[str] = (),
    texts: bool = False,
) -> Path:
    """Write a workbook; ``merged`` are ranges of its first sheet, ``hidden`` names of sheets.

    With ``texts`` numbers get the look of texts, as in a column that was formatted too late.
    """
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if name in hidden:
            sheet.sheet_state = "hidden"
        if texts:
            for line in sheet.iter_rows():
                for cell in line:
                    cell.number_format = "@"
    for area in merged:
        book.worksheets[0].merge_cells(area)
    book.save(path)
    return path


_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(
    path: Path, sheet: str, rows: Rows, down: Mapping[tuple[int, int], int] | None = None
) -> Path:
    """Write a LibreOffice sheet; ``down`` cells, by row and column from 0, span so many rows.

    As LibreOffice does, it ends with a million empty rows in one line.
    """
    spans = down or {}
    covered = {
        (row + step, column) for (row, column), many in spans.items() for step in range(1, many)
    }
    lines = []
    for number, row in enumerate(rows):
        cells = [
            _ods_cell(value, spans.get((number, at), 1), (number, at) in covered)
            for at, value in enumerate(row)
        ]
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    tail = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS}'
        ' office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="{sheet}">{"".join(lines)}{tail}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", kind)
        packed.writestr("content.xml", content)
        packed.writestr(
            "META-INF/manifest.xml",
            "<manifest:manifest"
            ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
    return path


def _ods_cell(value: Cell, down: int, covered: bool) -> str:
    if covered:
        return "<table:covered-table-cell/>"
    span = (
        f' table:number-rows-spanned="{down}" table:number-columns-spanned="1"' if down > 1 else ""
    )
    if value is None or value == "":
        return f"<table:table-cell{span}/>"
    if isinstance(value, dt.date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f"<table:table-cell {kind}{span}>{text}</table:table-cell>"


_SECTOR = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


def xls(path: Path, sheet: str, rows: Rows) -> Path:
    """Write a workbook of Excel 97: BIFF8 records in a compound file ([MS-XLS], [MS-CFB])."""
    name = sheet.encode("utf-16-le")
    bound = struct.pack("<IBBBB", 0, 0, 0, len(sheet), 1) + name
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    start = len(head) + 4 + len(bound) + 4
    bound = struct.pack("<I", start) + bound[4:]
    cells = b"".join(
        _xls_cell(number, at, value)
        for number, row in enumerate(rows)
        for at, value in enumerate(row)
        if value not in (None, "")
    )
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells
    stream = head + _record(0x0085, bound) + _record(0x000A) + body + _record(0x000A)
    path.write_bytes(_compound("Workbook", stream))
    return path


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _xls_cell(row: int, column: int, value: Cell) -> bytes:
    if isinstance(value, int | float):
        return _record(0x0203, struct.pack("<HHHd", row, column, 0, float(value)))
    text = str(value)
    coded = text.encode("utf-16-le")
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(coded) // 2, 1) + coded)


def _compound(name: str, stream: bytes) -> bytes:
    """Return a compound file with one stream: header, its table, its directory, the stream."""
    stream = stream.ljust(4096, b"\0")  # shorter ones would live in a stream of their own
    count = -(-len(stream) // _SECTOR)
    chain = [_FAT, _END, *range(3, 2 + count), _END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b""),
        *(0, 1, 1, 0, 4096, _END, 0, _END, 0, 0),
    )
    header += struct.pack("<108I", *[_FREE] * 108)
    root = _entry("Root Entry", 5, _END, 0, child=1)
    found = _entry(name, 2, 2, len(stream))
    directory = root + found + _entry("", 0, 0, 0) * 2
    return header + table + directory + stream.ljust(count * _SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, child: int = _NONE) -> bytes:
    coded = name.encode("utf-16-le") + (b"\0\0" if name else b"")
    return (
        coded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(coded), kind, 1, _NONE, _NONE, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )
