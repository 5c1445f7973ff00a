"""Merged cells of LibreOffice's files, which the reader of workbooks does not tell.

Owns what has to be known of ``content.xml``. Called by :mod:`ocop.editors.lists.read`.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MANY = 5_000
_REPEATED = re.compile(rb'<table:table-cell\b[^>]*number-columns-repeated="([0-9]+)"[^>]*[^/]>')
Range = tuple[tuple[int, int], tuple[int, int]]


def is_endless(content: bytes) -> bool:
    """Tell whether a sheet repeats a filled cell so often that no memory holds it."""
    return any(int(one[1]) > _MANY for one in _REPEATED.finditer(content))


def merged(raw: bytes, sheet: str) -> list[Range]:
    """Return the merged ranges of a sheet of an ODS file, rows and columns from 0, inclusive.

    Nothing for a file of another kind.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            content = packed.read("content.xml")
    except (zipfile.BadZipFile, KeyError):
        return []
    if b"-spanned=" not in content or b"<!ENTITY" in content:
        return []
    root = ElementTree.fromstring(content)  # noqa: S314 - no entities, and not too large
    tables = (one for one in root.iter(f"{_TABLE}table") if one.get(f"{_TABLE}name") == sheet)
    return [found for table in tables for found in _spans(table)]


def _spans(table: ElementTree.Element) -> Iterator[Range]:
    row = 0
    for line in table.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in line:
            down, across = (_number(cell, f"number-{side}-spanned") for side in ("rows", "columns"))
            if down > 1 or across > 1:
                yield (row, column), (row + down - 1, column + across - 1)
            column += _number(cell, "number-columns-repeated")
        row += _number(line, "number-rows-repeated")


def _number(element: ElementTree.Element, name: str) -> int:
    value = element.get(_TABLE + name, "1")
    return int(value) if value.isdecimal() else 1
