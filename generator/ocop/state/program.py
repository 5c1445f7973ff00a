"""Which program this is: its version, and the files of it and of its libraries.

Owns the mark that tells one from another, also while it is being worked on. Called by
:mod:`ocop.remembered`.
"""

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ocop.state.survey import Reach, survey

Area = tuple[Path, tuple[str, ...], Reach]
"""A folder, what of it to look at, and how far."""


def program_areas(package: Path) -> Iterator[Area]:
    """Yield the folders in which a change of the program, or of a library, shows."""
    yield package, (".",), "files"
    for entry in sys.path:
        if entry.endswith("-packages"):
            yield Path(entry), (".",), "tops"


@cache
def program_mark(package: Path) -> str:
    """Return what changes with the program in ``package``, as it was when first asked for."""
    found = hashlib.sha256(sys.version.encode())
    for area in program_areas(package):
        for column in survey(*area).columns():
            found.update(column)
    return found.hexdigest()
