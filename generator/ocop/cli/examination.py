"""Looks at a computer and a project for what often goes wrong.

Owns the checks of ``ocop doctor``, each of which gives one finding. Changes nothing that
stays. Called by :mod:`ocop.cli.doctor`.
"""

import importlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from ocop.project import CACHE
from ocop.source.listing import CONTENT, list_content
from ocop.source.project import CONFIG

Level = Literal["ok", "warn", "fail"]

_PYTHON = (3, 11)
_GIGABYTE = 10**9
_LITTLE_ROOM = _GIGABYTE // 5
_HEAVY_PHOTO = 8 * 10**6
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".tif", ".tiff")
_POINTER = b"version https://git-lfs.github.com/spec/"
_POINTER_SIZE = 1024
_LISTED = 3


class Finding(Struct, frozen=True):
    """The outcome of one check; its words are ``doctor.<check>.<level>``."""

    check: str
    level: Level
    args: Mapping[str, object] = field(default_factory=dict)


def examine(project: Path | None, directory: Path) -> Iterator[Finding]:
    """Yield the findings on the computer, then those on ``project`` if there is one."""
    yield _python()
    yield _pillow()
    yield _libyaml()
    yield _quickjs()
    yield _git()
    yield _disk(project or directory)
    yield _project(project)
    if project is not None:
        yield _writable(project)
        yield _case(project)
        yield _symlinks(project)
        yield from _files(project)
        yield _cache(project)


def _python() -> Finding:
    level: Level = "ok" if sys.version_info >= _PYTHON else "fail"
    return Finding("python", level, {"version": platform.python_version()})


def _pillow() -> Finding:
    try:
        pillow = importlib.import_module("PIL")
        features = importlib.import_module("PIL.features")
    except ImportError:
        return Finding("pillow", "fail")
    lacking = [name for name in ("avif", "webp") if not features.check(name)]
    args = {"version": pillow.__version__, "formats": ", ".join(lacking)}
    return Finding("pillow", "warn" if lacking else "ok", args)


def _libyaml() -> Finding:
    try:
        importlib.import_module("yaml._yaml")
    except ImportError:
        return Finding("libyaml", "fail")
    return Finding("libyaml", "ok")


def _quickjs() -> Finding:
    try:
        importlib.import_module("quickjs")
    except ImportError:
        return Finding("quickjs", "warn")
    return Finding("quickjs", "ok")


def _git() -> Finding:
    program = shutil.which("git")
    if program is None:
        return Finding("git", "warn")
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    return Finding("git", "ok", {"version": told.stdout.strip() or "git"})


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    level: Level = "fail" if free < _LITTLE_ROOM else "warn" if free < _GIGABYTE else "ok"
    return Finding("disk", level, {"free": _size(free)})


def _project(project: Path | None) -> Finding:
    return Finding("project", "warn" if project is None else "ok", {"folder": project})


def _writable(project: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=project):
            return Finding("writable", "ok")
    except OSError:
        return Finding("writable", "fail", {"folder": project})


def _case(project: Path) -> Finding:
    same = (project / CONFIG.upper()).exists()
    return Finding("case", "warn" if same else "ok")


def _symlinks(project: Path) -> Finding:
    _, faults = list_content(project)
    links = [fault.path for fault in faults if fault.code == "OCOP007"]
    return Finding("symlinks", "fail" if links else "ok", {"files": _some(links)})


def _files(project: Path) -> Iterator[Finding]:
    """Look at the size of photos, and for files that Git LFS has not fetched."""
    weights: dict[str, int] = {}
    photos, heavy, pointers = 0, set[str](), list[str]()
    for folder, _, names in os.walk(project / CONTENT):
        for name in names:
            file = Path(folder) / name
            if file.is_symlink() or not file.is_file():
                continue
            size = file.stat().st_size
            entry = file.parent.relative_to(project).as_posix()
            if size < _POINTER_SIZE and file.read_bytes().startswith(_POINTER):
                pointers.append(f"{entry}/{name}")
            if name.lower().endswith(_PICTURES):
                photos += 1
                weights[entry] = weights.get(entry, 0) + size
                heavy |= {entry} if size > _HEAVY_PHOTO else set()
    heaviest = sorted(heavy, key=lambda entry: -weights[entry])
    named = _some([f"{entry} ({_size(weights[entry])})" for entry in heaviest])
    args = {"count": photos, "size": _size(sum(weights.values())), "folders": named}
    yield Finding("photos", "warn" if heavy else "ok", args)
    args = {"count": len(pointers), "file": "".join(pointers[:1])}
    yield Finding("lfs", "fail" if pointers else "ok", args)


def _cache(project: Path) -> Finding:
    files = (Path(folder) / name for folder, _, names in os.walk(project / CACHE) for name in names)
    return Finding("cache", "ok", {"size": _size(sum(map(_weight, files)))})


def _weight(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:  # gone since: a build may be running
        return 0


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")


def _size(size: int) -> str:
    """Return a weight in whole units, which need no decimal sign."""
    if size >= 10 * _GIGABYTE:
        return f"{size / _GIGABYTE:.0f} GB"
    return f"{size / 10**6:.0f} MB"
