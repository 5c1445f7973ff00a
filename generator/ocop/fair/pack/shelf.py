"""Where the pages of an edition wait to be written: a few long files instead of one for each.

Owns their form. Making and removing a file for each of 70,000 pages takes longer than making the
pages. It stands in for the stage of a build, so that workers put pages there, each into a file of
its own. Called by :mod:`ocop.fair.pack.edition`.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ocop.paths import SitePath
from ocop.publish.faults import PublishError, from_os
from ocop.publish.gate import is_safe
from ocop.publish.manifest import Entry
from ocop.publish.stage import Outcome, Stage

_PAGES, _LIST = ".pages", ".list"


class Piece(Struct, frozen=True):
    """A part of a file: ``size`` bytes from ``start``."""

    file: Path
    start: int
    size: int

    def read(self) -> bytes:
        """Return its bytes; OSError if the file is gone."""
        with self.file.open("rb") as file:
            file.seek(self.start)
            return file.read(self.size)


class Shelf(Stage, frozen=True):
    """A stage whose folder ``tree`` holds one file of pages, and its list, for each process."""

    def put(self, path: SitePath, content: bytes) -> Outcome:
        """Keep a file; PublishError on trouble."""
        if not is_safe(path):
            raise PublishError("OCOP528", f"{self.label}/{path}", {})
        name = self.tree / str(os.getpid())
        try:
            with name.with_suffix(_PAGES).open("ab") as pages:
                start = pages.tell()
                pages.write(content)
            with name.with_suffix(_LIST).open("ab") as listed:
                listed.write(f"{start} {len(content)} {path}\n".encode())
        except OSError as error:
            raise from_os(error, self.label) from error
        digest = hashlib.sha256(content).hexdigest()
        return Outcome(path, Entry(len(content), digest), "new")

    def pieces(self) -> Iterator[tuple[SitePath, Piece]]:
        """Yield the place of every file that was put here; OSError if it cannot be read."""
        for listed in self.tree.glob(f"*{_LIST}"):
            for line in listed.read_text("utf-8").splitlines():
                start, size, path = line.split(" ", 2)
                yield SitePath(path), Piece(listed.with_suffix(_PAGES), int(start), int(size))
