"""Developed photos on disk, by content: kept outside the site, never trusted blindly.

Owns the folders ``<key>/`` of the photo store and the record in each. Knows nothing of
Pillow. A file that is missing, short or altered makes its photo count as not developed.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from ocop.photos.ledger import write_whole

_RECORD = "picture.json"


class Sheet(Struct, frozen=True):
    """One stored file: pixels, and size, digest and time by which it is recognised."""

    format: str
    width: int
    height: int
    bytes: int
    digest: str
    modified: int


class Record(Struct, frozen=True):
    """A developed photo: upright size of the original, placeholder, files by name in order.

    ``fallback`` names the JPEG among ``sheets``; share pictures have the format ``share``.
    """

    width: int
    height: int
    fallback: str
    placeholder: str
    sheets: Mapping[str, Sheet]


class Store:
    """The developed photos under one folder."""

    def __init__(self, root: Path) -> None:
        """Use ``root``, which need not exist yet."""
        self._root = root

    def folder(self, key: str) -> Path:
        """Return where the files of the photo ``key`` are, or would be, kept."""
        return Path(self._place(key))

    def file(self, key: str, name: str) -> Path:
        """Return where the file ``name`` of the photo ``key`` is, or would be, kept."""
        return Path(f"{self._place(key)}/{name}")

    def find(self, key: str) -> Record | None:
        """Return the record of a photo all of whose files are there and sound."""
        record = self._read(key)
        if record is None:
            return None
        folder = self._place(key)
        fresh = {name: _check(f"{folder}/{name}", sheet) for name, sheet in record.sheets.items()}
        whole = {name: sheet for name, sheet in fresh.items() if sheet is not None}
        if len(whole) < len(fresh):
            return None
        if whole != record.sheets:
            return self._note(key, replace(record, sheets=whole))
        return record

    def keep(self, key: str, record: Record, files: Mapping[str, bytes]) -> Record:
        """Write ``files`` of the photo ``key`` and then its record; return the record written.

        ``record.sheets`` has an entry for each of ``files``, and those kept before. The record
        comes last: what a killed run leaves behind has none, and is written again.
        """
        folder = self.folder(key)
        for name, data in files.items():
            write_whole(folder / name, data)
        times = {name: (folder / name).stat().st_mtime_ns for name in files}
        sheets = {
            name: replace(sheet, modified=times.get(name, sheet.modified))
            for name, sheet in record.sheets.items()
        }
        return self._note(key, replace(record, sheets=sheets))

    def clear_leftovers(self, key: str) -> None:
        """Remove half-written files that a killed run left in the photo's folder."""
        for path in self.folder(key).glob("*.tmp"):
            path.unlink(missing_ok=True)

    def _place(self, key: str) -> str:
        # As text: a warm build asks for every file, and joining paths would be half of its work.
        return f"{self._root}/{key[:2]}/{key}"

    def _note(self, key: str, record: Record) -> Record:
        write_whole(self.folder(key) / _RECORD, json.dumps(to_builtins(record)).encode())
        return record

    def _read(self, key: str) -> Record | None:
        try:
            with open(f"{self._place(key)}/{_RECORD}", "rb") as file:  # noqa: PTH123 - likewise
                content: Any = json.loads(file.read())
            sheets = {name: Sheet(**sheet) for name, sheet in content.pop("sheets").items()}
            return Record(sheets=sheets, **content)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None


def _check(path: str, sheet: Sheet) -> Sheet | None:
    """Return the sheet as it is now: trusted by size and time, else by its digest."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a warm build does this for every file
        if found.st_size != sheet.bytes:
            return None
        if found.st_mtime_ns == sheet.modified:
            return sheet
        same = digest_of(Path(path).read_bytes()) == sheet.digest
    except OSError:
        return None
    return replace(sheet, modified=found.st_mtime_ns) if same else None


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
