"""What the disk looks like: time, size and inode of everything in some folders.

Owns telling what has changed, at the cost of one ``lstat`` a file. Reads no contents and follows
no links. Called by its siblings in :mod:`ocop.state`.
"""

import os
import stat
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Literal

from ocop.forks import may_fork, run_forked

Reach = Literal["files", "folders", "tops"]
"""How far a survey goes: every file and folder, folders only, or just the named things."""

_FIELDS = 3
_ABSENT = (-1, -1, -1)
_UNKNOWN = (-2, -2, -2)
TICK_NS = 20_000_000
"""File systems stamp times in ticks of a few ms: two changes within one look the same."""

_SPAN = 10_000
"""Paths that take longer to look at than a process to copy."""

_IGNORED = "__pycache__"
_BY_FOLDER = os.stat in os.supports_dir_fd


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

    def columns(self) -> tuple[bytes, bytes]:
        """Return the survey as two byte strings."""
        return os.fsencode("\0".join(self.paths)), self.numbers.tobytes()

    @classmethod
    def of(cls, names: memoryview, numbers: memoryview) -> "Survey":
        """Return the survey that gave two byte strings; ValueError if they do not fit."""
        paths = tuple(os.fsdecode(bytes(names)).split("\0"))
        found = array("q")
        found.frombytes(numbers)
        if len(found) != len(paths) * _FIELDS:
            raise ValueError("of another form")
        return cls(paths, found)


def survey(root: Path, tops: Iterable[str], reach: Reach = "files") -> Survey:
    """Return what lies below the ``tops`` of ``root``, the tops included, absent ones too."""
    found: set[str] = set()
    for top in tops:
        found.add(top)
        if reach != "tops":
            found.update(_below(root, top, reach))
    paths = tuple(sorted(found))
    return Survey(paths, _numbers(root, paths))


def look_again(
    root: Path, tops: Iterable[str], known: Survey, reach: Reach = "files"
) -> tuple[Survey, frozenset[str]]:
    """Return the survey of today and the paths that came, went or changed since ``known``."""
    now = dict(_differing(root, known))
    if not now:
        return known, frozenset()
    paths = dict(zip(known.paths, zip(*[iter(known.numbers)] * _FIELDS, strict=True), strict=True))
    came: set[str] = set()
    for path in now:
        if reach != "tops":
            came.update(_came(root, path, reach, paths))
    for path, numbers in (*now.items(), *_seen(root, came)):
        paths[path] = numbers
    always = set(tops)
    left = sorted(path for path, one in paths.items() if one != _ABSENT or path in always)
    flat = array("q", (number for path in left for number in paths[path]))
    return Survey(tuple(left), flat), frozenset((*now, *came))


def patched(root: Path, known: Survey, paths: Iterable[str]) -> Survey:
    """Return ``known`` with the numbers of today for those of ``paths`` that it has."""
    numbers = array("q", known.numbers)
    places = {path: at for at, path in enumerate(known.paths)}
    with _open(root) as descriptor:
        for path in paths:
            if path in places:
                at = places[path] * _FIELDS
                numbers[at : at + _FIELDS] = array("q", _now(root, descriptor, path))
    return Survey(known.paths, numbers)


def _below(root: Path, top: str, reach: Reach) -> Iterator[str]:
    todo = [top]
    while todo:
        for path, is_folder in _inside(root, todo.pop(), reach):
            if is_folder:
                todo.append(path)
            yield path


def _came(root: Path, folder: str, reach: Reach, known: Collection[str]) -> Iterator[str]:
    """Yield what is new in a folder, and all that lies below new folders."""
    for path, is_folder in _inside(root, folder, reach):
        if path not in known:
            yield path
            if is_folder:
                yield from _below(root, path, reach)


def _inside(root: Path, folder: str, reach: Reach) -> Iterator[tuple[str, bool]]:
    """Yield what lies in a folder, and whether it is a folder."""
    try:
        with os.scandir(root / folder) as inside:
            entries = list(inside)
    except OSError:  # absent, or not a folder: its own numbers tell
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name != _IGNORED and (is_folder or reach == "files"):
            yield entry.name if folder == "." else f"{folder}/{entry.name}", is_folder


Numbers = tuple[int, ...]


def _numbers(root: Path, paths: Iterable[str]) -> "array[int]":
    return array("q", (number for _, numbers in _seen(root, paths) for number in numbers))


def _seen(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, Numbers]]:
    with _open(root) as descriptor:
        for path in paths:
            yield path, _now(root, descriptor, path)


def _now(root: Path, descriptor: int | None, path: str) -> Numbers:
    try:
        found = _lstat(root, descriptor)(path)
    except OSError:
        return _ABSENT
    # What a link leads to may change without the link: it is never known to be the same.
    if stat.S_ISLNK(found.st_mode):
        return _UNKNOWN
    return found.st_mtime_ns, found.st_size, found.st_ino


def _differing(root: Path, known: Survey) -> Iterator[tuple[str, Numbers]]:
    """Yield what is not as it was; two processes share the looking where there is much."""
    spans = [(at, at + _SPAN) for at in range(0, len(known.paths), _SPAN)]
    if len(spans) > 1 and may_fork():
        found = run_forked(_differing_in, spans, 2, (root, known))
    else:
        found = (_differing_in((root, known), span) for span in spans)
    return chain.from_iterable(found)


def _differing_in(area: tuple[Path, Survey], span: tuple[int, int]) -> list[tuple[str, Numbers]]:
    """Compare a part with nothing in the loop that the comparison can do without."""
    (root, known), (start, end) = area, span
    numbers, at = known.numbers, start * _FIELDS
    differing: list[tuple[str, Numbers]] = []
    with _open(root) as descriptor:
        lstat = _lstat(root, descriptor)
        for path in known.paths[start:end]:
            try:
                found = lstat(path)
            except OSError:
                if numbers[at] != _ABSENT[0]:
                    differing.append((path, _ABSENT))
            else:
                if (
                    found.st_mtime_ns != numbers[at]
                    or found.st_size != numbers[at + 1]
                    or found.st_ino != numbers[at + 2]
                ):
                    differing.append((path, _now(root, descriptor, path)))
            at += _FIELDS
    return differing


def _lstat(root: Path, descriptor: int | None) -> Callable[[str], os.stat_result]:
    """Return what looks at a path below ``root`` without following a link."""
    if descriptor is None:
        return lambda path: os.lstat(root / path)
    return partial(os.stat, dir_fd=descriptor, follow_symlinks=False)


@contextmanager
def _open(root: Path) -> Iterator[int | None]:
    """Open a folder to look at paths from; None where the system has no such way."""
    try:
        descriptor = os.open(root, os.O_RDONLY) if _BY_FOLDER else None
    except OSError:
        descriptor = None
    try:
        yield descriptor
    finally:
        if descriptor is not None:
            os.close(descriptor)
