"""Files of lists: workbooks of Excel and LibreOffice, and text in columns.

Owns the way from a file to its sheets, and the refusal of what is no list, locked or beyond all
measure. Knows no heading. Called by the import.
"""

import io
import os
import re
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from ocop.diagnostics import Diagnostic
from ocop.editors.lists import spans, text
from ocop.editors.lists.sheet import Sheet, Value
from ocop.paths import SourcePath

MOST_BYTES = 50_000_000
MOST_UNPACKED = 400_000_000
_MOST_CELLS = 5_000_000
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FAR = re.compile(rb'<(?:\w+:)?c r="(?:[A-Z]{3,}[0-9]+|[A-Z]+[0-9]{6,})"[^>]*[^/]>')
"""A filled cell beyond column ZZ or row 99,999: a slip, which would need a city of memory."""
_PANIC = "PanicException"
_ERRORS = 2
"""The number of standard error."""

_LOCKED = "EncryptedPackage".encode("utf-16-le")
Read = tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]


def read_list(file: Path) -> Read:
    """Return the visible sheets of a file, or the one fault why there are none.

    OSError where the file cannot be opened.
    """
    path = SourcePath(file.name)
    if file.stat().st_size > MOST_BYTES:
        return (), (Diagnostic("OCOP702", path, args={"cell": ""}),)
    raw = file.read_bytes()
    try:
        sheets = tuple(_sheets(path, raw))
    except _Refused as refusal:
        return (), (Diagnostic(refusal.code, path),)
    if not any(sheet.rows for sheet in sheets):
        return (), (Diagnostic("OCOP703", path),)
    return sheets, ()


class _Refused(Exception):
    """A file that is no list; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _sheets(path: SourcePath, raw: bytes) -> Iterable[Sheet]:
    if raw.startswith(_ZIP):
        _fits(raw)
        return _workbook(path, raw)
    if raw.startswith(_OLD):
        if _LOCKED in raw:
            raise _Refused("OCOP701")
        return _workbook(path, raw)
    rows = text.rows_of(raw)
    if rows is None:
        raise _Refused("OCOP705" if text.looks_like_words(raw) else "OCOP700")
    return (Sheet(path, "", rows),)


def _fits(raw: bytes) -> None:
    """Refuse a packed file that unpacks to too much, or has cells out in the nowhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
                raise _Refused("OCOP702")
            if any(one.flag_bits & 1 for one in packed.infolist()):
                raise _Refused("OCOP701")
            for name in packed.namelist():
                if name.startswith("xl/worksheets/") and _FAR.search(packed.read(name)):
                    raise _Refused("OCOP702")
                if name == "content.xml" and spans.is_endless(packed.read(name)):
                    raise _Refused("OCOP702")
                if name == "META-INF/manifest.xml" and b"encryption-data" in packed.read(name):
                    raise _Refused("OCOP701")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise _Refused("OCOP700") from error


def _workbook(path: SourcePath, raw: bytes) -> list[Sheet]:
    from python_calamine import (  # only for who imports a workbook
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    found: list[Sheet] = []
    try:
        with _silenced():
            book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
            for about in book.sheets_metadata:
                if (
                    about.visible != SheetVisibleEnum.Visible
                    or about.typ != SheetTypeEnum.WorkSheet
                ):
                    continue
                sheet = book.get_sheet_by_name(about.name)
                if sheet.total_height * sheet.total_width > _MOST_CELLS:
                    raise _Refused("OCOP702")
                merged = sheet.merged_cell_ranges
                if merged is None:
                    merged = spans.merged(raw, about.name)
                rows = sheet.to_python(skip_empty_area=False)
                found.append(_filled(Sheet(path, about.name, rows), merged))
    except PasswordError as error:
        raise _Refused("OCOP701") from error
    except (CalamineError, OSError, ValueError, zlib.error) as error:
        raise _Refused("OCOP700") from error
    except BaseException as error:
        # What the reader itself trips over is no Exception to Python: it is a broken file to us.
        if type(error).__name__ != _PANIC:
            raise
        raise _Refused("OCOP700") from error
    return found


@contextmanager
def _silenced() -> Iterator[None]:
    """Let nothing be written to standard error, where the reader tells of its own trouble."""
    sys.stderr.flush()
    kept, nowhere = os.dup(_ERRORS), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _ERRORS)
        yield
    finally:
        os.dup2(kept, _ERRORS)
        os.close(kept)
        os.close(nowhere)


Range = tuple[tuple[int, int], tuple[int, int]]


def _filled(sheet: Sheet, merged: Iterable[Range]) -> Sheet:
    """Return ``sheet`` with the first value of every merged range in all of its cells."""
    merged = list(merged)
    if not merged:
        return sheet
    rows: list[list[Value]] = [list(row) for row in sheet.rows]
    copies: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in merged:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        if value in ("", None):
            continue
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                if (row, column) != (top, left):
                    rows[row][column] = value
                    copies.add((row, column))
    return replace(sheet, rows=rows, merged=frozenset(copies))
