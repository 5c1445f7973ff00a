"""An edition written to its place: one zip file, or a folder, with the digests of its files.

Owns the form of both and of ``SHA256SUMS.txt``; nothing is held in memory but a piece of one file.
The same files and day give the same bytes. Must not know what the files hold. Called by
:mod:`ocop.fair.pack.pack`.
"""

import datetime as dt
import hashlib
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

from msgspec import Struct

from ocop.fair.pack.shelf import Piece
from ocop.paths import SitePath

SUMS = SitePath("SHA256SUMS.txt")
_PIECE = 1 << 20
_FIRST, _LAST = 1980, 2107
"""The years that a zip file can name."""

_PACKED = frozenset(("avif", "webp", "jpg", "jpeg", "png", "woff2", "pdf"))
"""Kinds of files that do not get smaller; packing them again only takes time."""

_MODE = (stat.S_IFREG | 0o644) << 16
_UNIX = 3

Write = Callable[[bytes], object]


class Item(Struct, frozen=True):
    """One file of an edition: at hand, on the disk, or part of a file there."""

    path: SitePath
    source: bytes | Path | Piece

    @property
    def size(self) -> int:
        """Its length in bytes; OSError if it is gone."""
        if isinstance(self.source, Path):
            return self.source.stat().st_size
        return len(self.source) if isinstance(self.source, bytes) else self.source.size


def write_zip(
    file: Path, items: Iterable[Item], day: dt.date, progress: Callable[[int], None]
) -> None:
    """Write ``items`` and their digests as a zip file; ``progress`` is told of each.

    Every file bears the edition's ``day``, and rights that do not depend on the machine.
    """
    stamp = (min(max(day.year, _FIRST), _LAST), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(file, "w", allowZip64=True) as archive:
        for one in _with_sums(items, progress):
            info = zipfile.ZipInfo(one.item.path, stamp)
            info.compress_type = zipfile.ZIP_DEFLATED if packs(one.item.path) else 0
            info.external_attr, info.create_system = _MODE, _UNIX
            info.file_size = one.item.size
            with archive.open(info, "w") as out:
                one.pour(out.write)


def write_folder(folder: Path, items: Iterable[Item], progress: Callable[[int], None]) -> int:
    """Write ``items`` and their digests into the empty ``folder``; return how many bytes they are.

    ``progress`` is told of each.
    """
    there, size = {""}, 0
    for one in _with_sums(items, progress):
        above = one.item.path.rpartition("/")[0]
        if above not in there:
            (folder / above).mkdir(parents=True, exist_ok=True)
            there.add(above)
        with (folder / one.item.path).open("xb") as out:
            one.pour(out.write)
            size += out.tell()
    return size


def packs(path: str) -> bool:
    """Tell whether a file gets smaller in a zip file."""
    return path.rpartition(".")[2].lower() not in _PACKED


class _Poured:
    """A file on its way, whose digest is known at the end."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.digest = ""

    def pour(self, write: Write) -> None:
        """Hand the file on piece by piece."""
        digest = hashlib.sha256()
        with _opened(self.item) as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                write(piece)
        self.digest = digest.hexdigest()


def _opened(item: Item) -> IO[bytes]:
    if isinstance(item.source, Path):
        return item.source.open("rb")
    return BytesIO(item.source if isinstance(item.source, bytes) else item.source.read())


def _with_sums(items: Iterable[Item], progress: Callable[[int], None]) -> Iterator[_Poured]:
    """Yield every file, and at the end the list of the digests of what was written."""
    lines: list[str] = []
    for number, item in enumerate(items, 1):
        poured = _Poured(item)
        yield poured
        lines.append(f"{poured.digest}  {item.path}\n")
        progress(number)
    yield _Poured(Item(SUMS, "".join(lines).encode()))
