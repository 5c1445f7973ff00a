"""Files beside an entry from the disk: inside the project, plain, never through a link.

Owns the only door to originals of photos and papers. Knows nothing of what they hold. Called
by :mod:`ocop.photos.original` and :mod:`ocop.papers`.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from msgspec import Struct

from ocop.paths import SourcePath, is_inside

Signature = tuple[int, int, int, int]
"""Size, modification and change time (ns) and inode: differs when the content may differ."""

# A link to a folder is "no folder" (ENOTDIR) when links are not followed.
_LINK = (errno.ELOOP, errno.EMLINK, errno.ENOTDIR)

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0)


class Unread(Struct, frozen=True):
    """Why a file was not read; ``size`` in bytes is known of one that is too large."""

    reason: Literal["link", "unreadable", "too large"]
    size: int = 0


def signature(project: Path, source: SourcePath) -> Signature | None:
    """Return the signature of ``source`` without opening it; ``None`` if it is no plain file."""
    if not is_inside(source):
        return None
    try:
        found = os.lstat(f"{project}/{source}")
    except OSError:
        return None
    return _signature(found) if stat.S_ISREG(found.st_mode) else None


def read_inside(project: Path, source: SourcePath, limit: int) -> tuple[bytes, Signature] | Unread:
    """Return a file of up to ``limit`` bytes, or why it must not or cannot be read.

    No part of the way below ``project`` may be a symlink, also when it becomes one between
    the walk over the content folder and this call.
    """
    if not is_inside(source):
        return Unread("unreadable")
    try:
        with _opened(project, source) as handle:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                return Unread("unreadable")
            if found.st_size > limit:
                return Unread("too large", found.st_size)
            with os.fdopen(os.dup(handle), "rb") as file:
                return file.read(limit), _signature(found)
    except OSError as error:
        return Unread("link" if error.errno in _LINK else "unreadable")


def _signature(found: os.stat_result) -> Signature:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


@contextmanager
def _opened(project: Path, source: SourcePath) -> Iterator[int]:
    *folders, name = source.split("/")
    flags = os.O_RDONLY | _NO_FOLLOW | _BINARY
    if os.open not in os.supports_dir_fd:
        handle = _open_by_path(project, source, flags)
    else:
        handle = _open_by_steps(project, folders, name, flags | os.O_NONBLOCK)
    try:
        yield handle
    finally:
        os.close(handle)


def _open_by_steps(project: Path, folders: list[str], name: str, flags: int) -> int:
    folder = os.open(project, os.O_RDONLY | _FOLDER)
    try:
        for part in folders:
            below = os.open(part, flags | _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = below
        return os.open(name, flags, dir_fd=folder)
    finally:
        os.close(folder)


def _open_by_path(project: Path, source: SourcePath, flags: int) -> int:
    """Open without ``openat`` (Windows): the real way must be the written way."""
    path = project.resolve() / source
    if path.resolve() != path:
        raise OSError(errno.ELOOP, "symlink", source)
    return os.open(path, flags)
