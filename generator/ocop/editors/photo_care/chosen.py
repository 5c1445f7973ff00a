"""Which photos a command means.

Owns the step from the paths that a user names to the photos of entries. Called by
:mod:`ocop.cli.photos`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ocop.paths import SourcePath
from ocop.source.listing import Found, list_content

SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".webp", ".avif", ".heic", ".heif"})


class Chosen(Struct, frozen=True):
    """A photo in the folder of an entry: ``name`` is relative to it, as the disk has it."""

    entry: Found
    name: str

    @property
    def source(self) -> SourcePath:
        """The photo's path in the project."""
        return SourcePath(f"{self.entry.folder}/{self.name}")


def chosen_photos(project: Path, paths: Sequence[Path]) -> Iterator[Chosen]:
    """Yield the photos of all entries, or those at or below ``paths``, which are absolute."""
    wanted = [path.resolve() for path in paths]
    for entry in list_content(project)[0]:
        for name in entry.files:
            if Path(name).suffix.lower() in SUFFIXES:
                file = project / entry.folder / name
                if not wanted or any(file.resolve().is_relative_to(path) for path in wanted):
                    yield Chosen(entry, name)
