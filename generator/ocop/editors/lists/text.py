"""Lists as text in columns: UTF-8 or UTF-16, parted by tabs, semicolons or commas.

Owns decoding and the guess of what parts the columns. Called by :mod:`ocop.editors.lists.read`.
"""

import codecs
import csv
import io

from ocop.editors.lists.headings import read_heading
from ocop.editors.lists.sheet import Value
from ocop.pages.table import unguarded

_PARTS = "\t;,"
_LOOKED_AT = 40
_STATED = "sep="
"""Excel's own first line, which tells what parts the columns."""


def rows_of(raw: bytes) -> list[list[Value]] | None:
    """Return the rows of a text file; None where it is no text that anybody could read."""
    decoded = _decoded(raw)
    if decoded is None or "\0" in decoded:
        return None
    stated, decoded = _stated(decoded)
    lines = decoded.splitlines(keepends=True)
    try:
        part = stated or max(_PARTS, key=lambda one: _understood("".join(lines[:_LOOKED_AT]), one))
        read = csv.reader(io.StringIO(decoded, newline=""), delimiter=part)
        return [[unguarded(cell) for cell in row] for row in read]
    except csv.Error:
        return None


def looks_like_words(raw: bytes) -> bool:
    """Tell whether bytes are a text in another encoding rather than no text at all."""
    head = raw[:4096]
    return bool(head) and sum(byte < 9 or 13 < byte < 32 for byte in head) * 50 < len(head)


def _decoded(raw: bytes) -> str | None:
    try:
        if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return raw.decode("utf-16")
        if raw[1:2] == b"\0" or raw[:1] == b"\0":
            return raw.decode("utf-16-le" if raw[1:2] == b"\0" else "utf-16-be")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _stated(text: str) -> tuple[str, str]:
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"')
    if told.lower().startswith(_STATED) and len(told) == len(_STATED) + 1:
        return told[-1], "\n" + rest  # an empty line in its place: rows keep their numbers
    if first.rstrip("\r").lower() == "sep=\t":
        return "\t", "\n" + rest
    return "", text


def _understood(head: str, part: str) -> tuple[int, int]:
    """Return how many headings stand in one line if ``part`` parts its columns, and how wide."""
    try:
        rows = list(csv.reader(io.StringIO(head, newline=""), delimiter=part))
    except csv.Error:
        return 0, 0
    known = [sum(read_heading(cell) is not None for cell in row if cell.strip()) for row in rows]
    return max(known, default=0), max(map(len, rows), default=0)
