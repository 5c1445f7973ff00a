"""What the disk looks like: time, size and inode of everything in some folders.

Owns telling what has changed, at the cost of one ``lstat`` a file. Reads no contents and follows
no links. Called by its siblings in :mod:`ocop.state`.
"""

import os
import stat
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from typing import Literal

from msgspec import Struct

from ocop.state.blocks import BLOCK, Blocks, joined, raw

Reach = Literal["files", "folders", "tops"]
"""How far a survey goes: every file and folder, folders only, or just the named things."""

Numbers = tuple[int, ...]
"""Time, size and inode."""

_FIELDS = 3
_EACH = tuple(slice(number, None, _FIELDS) for number in range(_FIELDS))
"""What takes all times, all sizes and all inodes out of numbers."""

_ABSENT = (-1, -1, -1)
_UNKNOWN = (-2, -2, -2)
TICK_NS = 20_000_000
"""File systems stamp times in ticks of a few ms: two changes within one look the same."""

_WORTH_A_PROCESS = 10_000
"""Paths that take longer to look at than a process to copy."""

_IGNORED = "__pycache__"
_BY_FOLDER = os.stat in os.supports_dir_fd


class Survey(Struct, frozen=True):
    """Paths relative to one folder, sorted, and three numbers a path: time, size, inode.

    A folder's numbers change when something in it comes, goes or is replaced, so that the
    folders of a survey need not be listed again to see that.
    """

    paths: Sequence[str]
    numbers: "array[int]"

    def place_of(self, path: str) -> int | None:
        """Return which of the paths ``path`` is; None if it is none of them."""
        place = bisect_left(self.paths, path)
        return place if self.paths[place : place + 1] == (path,) else None

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

    def part(self, paths: Iterable[str]) -> "Survey":
        """Return the survey of some of its paths alone."""
        chosen = tuple(sorted(paths))
        places = map(bisect_left, repeat(self.paths), chosen)
        numbers = (self.numbers[at * _FIELDS : (at + 1) * _FIELDS] for at in places)
        return Survey(chosen, array("q", chain.from_iterable(numbers)))

    def with_part(self, part: "Survey") -> "Survey":
        """Return the survey with the numbers of another for some of its paths."""
        there = zip(*[iter(part.numbers)] * _FIELDS, strict=True)
        return _renumbered(self, dict(zip(part.paths, there, strict=True)))

    def columns(self) -> tuple[bytes, ...]:
        """Return the survey as byte strings."""
        return self.numbers.tobytes(), *joined(self.paths)

    @classmethod
    def of(cls, column: Iterable[memoryview]) -> "Survey":
        """Return the survey that gave some byte strings; ValueError if they do not fit."""
        numbers, *names = column
        found = array("q")
        found.frombytes(numbers)
        return cls(Blocks(names, len(found) // _FIELDS), found)


def survey(root: Path, tops: Iterable[str], reach: Reach = "files") -> Survey:
    """Return what lies below the ``tops`` of ``root``, the tops included, absent ones too."""
    found = dict(_seen(root, tops))
    if reach != "tops":
        for top in tuple(found):
            found.update(_look_below(root, top, reach))
    return _sorted(found)


def survey_with(root: Path, folders: Iterable[str]) -> Survey:
    """Return the survey of all folders in ``root``, whose own folders are known but at the top.

    What lies in the known ones is known too, and is not listed.
    """
    found = dict(_seen(root, folders))
    others = (path for path, _ in _inside(root, ".", "folders") if path not in found)
    for path, numbers in tuple(_seen(root, others)):
        found |= {path: numbers, **_look_below(root, path, "folders")}
    return _sorted(found)


def _sorted(found: Mapping[str, Numbers]) -> Survey:
    paths = tuple(sorted(found))
    return Survey(paths, array("q", chain.from_iterable(map(found.__getitem__, paths))))


def look_again(
    root: Path,
    tops: Iterable[str],
    known: Survey,
    reach: Reach = "files",
    meanwhile: Callable[[], None] = lambda: None,
) -> tuple[Survey, frozenset[str]]:
    """Return the survey of today and the paths that came, went or changed since ``known``.

    If another process takes part, this one may do something else ``meanwhile``.
    """
    now = dict(_differing(root, known, meanwhile))
    if not now:
        return known, frozenset()
    came: set[str] = set()
    if reach != "tops":
        came.update(*[_came(root, path, reach, known) for path in now])
    if not came and _ABSENT not in now.values():
        return _renumbered(known, now), frozenset(now)
    paths = dict(zip(known.paths, zip(*[iter(known.numbers)] * _FIELDS, strict=True), strict=True))
    for path, numbers in (*now.items(), *_seen(root, came)):
        paths[path] = numbers
    always = set(tops)
    left = sorted(path for path, one in paths.items() if one != _ABSENT or path in always)
    flat = array("q", (number for path in left for number in paths[path]))
    return Survey(tuple(left), flat), frozenset((*now, *came))


def patched(root: Path, known: Survey, paths: Iterable[str]) -> Survey:
    """Return ``known`` with the numbers of today for those of ``paths`` that it has."""
    there = (path for path in paths if known.place_of(path) is not None)
    return _renumbered(known, dict(_seen(root, there)))


def _renumbered(known: Survey, now: Mapping[str, Numbers]) -> Survey:
    """Return ``known`` with other numbers for some of its paths."""
    numbers = array("q", known.numbers)
    for path, new in now.items():
        if (place := known.place_of(path)) is not None:
            numbers[place * _FIELDS : (place + 1) * _FIELDS] = array("q", new)
    return Survey(known.paths, numbers)


def _look_below(root: Path, top: str, reach: Reach) -> dict[str, Numbers]:
    """Return what lies below a folder with its numbers.

    A folder is looked at before it is listed: what comes in between shows the next time.
    """
    found: dict[str, Numbers] = {}
    todo = [top]
    with _open(root) as descriptor:
        lstat = _lstat(root, descriptor)
        while todo:
            for path, is_folder in _inside(root, todo.pop(), reach):
                if is_folder:
                    todo.append(path)
                found[path] = _looked_at(lstat, path)
    return found


def _below(root: Path, top: str, reach: Reach) -> Iterator[str]:
    todo = [top]
    while todo:
        for path, is_folder in _inside(root, todo.pop(), reach):
            if is_folder:
                todo.append(path)
            yield path


def _came(root: Path, folder: str, reach: Reach, known: Survey) -> Iterator[str]:
    """Yield what is new in a folder, and all that lies below new folders."""
    for path, is_folder in _inside(root, folder, reach):
        if known.place_of(path) is None:
            yield path
            if is_folder:
                yield from _below(root, path, reach)


def _inside(root: Path, folder: str, reach: Reach) -> list[tuple[str, bool]]:
    """Return what lies in a folder, and whether it is a folder."""
    before = "" if folder == "." else f"{folder}/"
    try:
        with os.scandir(f"{root}/{folder}") as inside:
            found = [(one.name, one.is_dir(follow_symlinks=False)) for one in inside]
    except OSError:  # absent, or not a folder: its own numbers tell
        return []
    return [
        (before + name, is_folder)
        for name, is_folder in found
        if name != _IGNORED and (is_folder or reach == "files")
    ]


def _seen(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, Numbers]]:
    with _open(root) as descriptor:
        for path in paths:
            yield path, _now(root, descriptor, path)


def _now(root: Path, descriptor: int | None, path: str) -> Numbers:
    return _looked_at(_lstat(root, descriptor), path)


def _looked_at(lstat: Callable[[str], os.stat_result], path: str) -> Numbers:
    try:
        found = lstat(path)
    except OSError:
        return _ABSENT
    # What a link leads to may change without the link: it is never known to be the same.
    if stat.S_ISLNK(found.st_mode):
        return _UNKNOWN
    return found.st_mtime_ns, found.st_size, found.st_ino


def _differing(
    root: Path, known: Survey, meanwhile: Callable[[], None]
) -> Iterator[tuple[str, Numbers]]:
    """Yield what is not as it was; two processes share the looking where there is much."""
    spans = [(at, at + BLOCK) for at in range(0, len(known.paths), BLOCK)]
    if len(known.paths) > _WORTH_A_PROCESS:
        from ocop.forks import may_fork, run_forked  # only where there is much

        if may_fork():
            found = run_forked(_differing_in, spans, 2, (root, known), meanwhile)
            return chain.from_iterable(found)
    return chain.from_iterable(_differing_in((root, known), span) for span in spans)


def _differing_in(area: tuple[Path, Survey], span: tuple[int, int]) -> list[tuple[str, Numbers]]:
    """Compare a part with nothing in the loop that the comparison can do without."""
    (root, known), (start, end) = area, span
    paths, numbers = raw(known.paths, start, end), known.numbers[start * _FIELDS : end * _FIELDS]
    differing: list[tuple[str, Numbers]] = []
    with _open(root) as descriptor:
        lstat, top = os.lstat, b"" if descriptor is not None else os.fsencode(f"{root}/")
        if top:
            paths = [top + path for path in paths]
        for path, changed, size, inode in zip(paths, *map(numbers.__getitem__, _EACH), strict=True):
            try:
                found = lstat(path, dir_fd=descriptor)
            except OSError:
                if changed != _ABSENT[0]:
                    differing.append((_name(path, top), _ABSENT))
            else:
                if found.st_mtime_ns != changed or found.st_size != size or found.st_ino != inode:
                    name = _name(path, top)
                    differing.append((name, _now(root, descriptor, name)))
    return differing


def _name(path: bytes, top: bytes) -> str:
    return os.fsdecode(path.removeprefix(top))


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
