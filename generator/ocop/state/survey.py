"""What the disk looks like: time, size and inode of everything in some folders.

Owns telling whether anything has changed, at the cost of one ``lstat`` a file. Reads no
contents and follows no links. Called by :mod:`ocop.state.memory`.
"""

import os
import stat
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Reach = Literal["files", "folders", "tops"]
"""How far a survey goes: every file and folder, folders only, or just the named things."""

_FIELDS = 3
_ABSENT = (-1, -1, -1)
_UNKNOWN = (-2, -2, -2)
TICK_NS = 20_000_000
"""File systems stamp times in ticks of a few ms: two changes within one look the same."""

_IGNORED = "__pycache__"


@dataclass(frozen=True, slots=True)
class Survey:
    """Paths relative to one folder, sorted, and three numbers a path: time, size, inode.

    A folder's numbers change when something in it comes, goes or is replaced, so that the
    folders of a survey need not be listed again to see that.
    """

    paths: tuple[str, ...]
    numbers: "array[int]"

    def settled(self, moment_ns: int) -> "Survey":
        """Return the survey with whatever changed around ``moment_ns`` or later as unknown.

        ``moment_ns`` is when the survey began, by the file system's own clock. What is written
        in that very tick could change once more without showing, so it is looked at again.
        """
        numbers = array("q", self.numbers)
        for at in range(0, len(numbers), _FIELDS):
            if numbers[at] >= moment_ns - TICK_NS:
                numbers[at : at + _FIELDS] = array("q", _UNKNOWN)
        return Survey(self.paths, numbers)


def survey(root: Path, tops: Iterable[str], reach: Reach = "files") -> Survey:
    """Return what lies below the ``tops`` of ``root``, the tops included, absent ones too."""
    found: list[str] = []
    for top in tops:
        found.append(top)
        if reach != "tops":
            found += _below(root, top, reach)
    paths = tuple(sorted(set(found)))
    return Survey(paths, _numbers(root, paths))


def is_unchanged(root: Path, known: Survey) -> bool:
    """Tell whether everything in a survey is as it was."""
    if os.lstat not in os.supports_dir_fd:
        now = _numbers(root, known.paths)
        return now == known.numbers and _UNKNOWN[0] not in now
    try:
        descriptor = os.open(root, os.O_RDONLY)
    except OSError:
        return False
    try:
        return _same(descriptor, known)
    finally:
        os.close(descriptor)


def _below(root: Path, top: str, reach: Reach) -> Iterator[str]:
    todo = [top]
    while todo:
        folder = todo.pop()
        try:
            entries = list(os.scandir(root / folder))
        except OSError:  # absent, or not a folder: its own numbers tell
            continue
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name == _IGNORED:
                continue
            if is_folder:
                todo.append(f"{folder}/{entry.name}")
            if is_folder or reach == "files":
                yield f"{folder}/{entry.name}"


def _numbers(root: Path, paths: Iterable[str]) -> "array[int]":
    numbers = array("q")
    for path in paths:
        try:
            found = os.lstat(root / path)
        except OSError:
            numbers.extend(_ABSENT)
        else:
            # What a link leads to may change without the link: it is never known to be the same.
            is_link = stat.S_ISLNK(found.st_mode)
            seen = (found.st_mtime_ns, found.st_size, found.st_ino)
            numbers.extend(_UNKNOWN if is_link else seen)
    return numbers


def _same(root: int, known: Survey) -> bool:
    """Compare with nothing in the loop that the comparison can do without."""
    lstat, numbers, at = os.lstat, known.numbers, 0
    for path in known.paths:
        try:
            found = lstat(path, dir_fd=root)
        except OSError:
            if numbers[at] != _ABSENT[0]:
                return False
        else:
            if (
                found.st_mtime_ns != numbers[at]
                or found.st_size != numbers[at + 1]
                or found.st_ino != numbers[at + 2]
            ):
                return False
        at += _FIELDS
    return True
