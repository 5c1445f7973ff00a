"""Changes in the live folder that cannot be led out of it.

Owns moving, removing and tidying. Every folder on the way to a file is opened without following
links, one from the other, so that a link put there during the build leads to an error and not
to another place on the disk. Systems without such calls look at each folder first.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from ocop.publish.faults import from_os
from ocop.publish.gate import folders_of

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


class _Way(Protocol):
    """How a folder of the live site is reached: what to hand to the system's calls."""

    def enter(self, folder: str, *, make: bool) -> int | None:
        """Return the open folder, or None where names are used in full."""

    def name(self, path: str) -> str:
        """Return the name to use in an entered folder."""

    def close(self) -> None:
        """Let go of all folders."""


class _ByDescriptor:
    """Keeps the folders from the root to the last used one open."""

    def __init__(self, root: Path) -> None:
        self._open: list[tuple[str, int]] = [
            ("", os.open(root, _FOLDER & ~getattr(os, "O_NOFOLLOW", 0)))
        ]

    def enter(self, folder: str, *, make: bool) -> int:
        while not f"{folder}/".startswith(f"{self._open[-1][0]}/") and len(self._open) > 1:
            os.close(self._open.pop()[1])
        for step in (*folders_of(folder), folder):
            if len(step) > len(self._open[-1][0]):
                self._step_into(step, make)
        return self._open[-1][1]

    def _step_into(self, folder: str, make: bool) -> None:
        name, parent = folder.rpartition("/")[2], self._open[-1][1]
        try:
            entered = os.open(name, _FOLDER, dir_fd=parent)
        except FileNotFoundError:
            if not make:
                raise
            os.mkdir(name, dir_fd=parent)
            entered = os.open(name, _FOLDER, dir_fd=parent)
        self._open.append((folder, entered))

    def name(self, path: str) -> str:
        return path.rpartition("/")[2]

    def close(self) -> None:
        while self._open:
            os.close(self._open.pop()[1])


class _ByName:
    """For systems whose calls know no open folders."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def enter(self, folder: str, *, make: bool) -> None:
        for step in (*folders_of(folder), folder) if folder else ():
            at = self._root / step
            if make and not os.path.lexists(at):
                at.mkdir()
            if not stat.S_ISDIR(at.lstat().st_mode):
                raise NotADirectoryError(errno.ENOTDIR, "not a folder", str(at))

    def name(self, path: str) -> str:
        return str(self._root / path)

    def close(self) -> None:
        """Hold nothing."""


class Folders:
    """The live site's folders, for one run of changes; a context manager."""

    def __init__(
        self, root: Path, label: str, *, by_name: bool = os.open not in os.supports_dir_fd
    ):
        self._way: _Way = _ByName(root) if by_name else _ByDescriptor(root)
        self._label = label

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._way.close()

    def kind(self, path: str) -> int | None:
        """Return the file type bits of what is at ``path`` itself, None for nothing."""
        with self._reported(path):
            try:
                at, name = self._reach(path)
                return stat.S_IFMT(os.stat(name, dir_fd=at, follow_symlinks=False).st_mode)
            except (FileNotFoundError, NotADirectoryError):
                return None

    def move(self, source: Path, path: str) -> None:
        """Put the staged file or folder ``source`` at ``path`` in one step."""
        with self._reported(path):
            at, name = self._reach(path, make=True)
            os.replace(source, name, dst_dir_fd=at)

    def rename(self, old: str, new: str) -> None:
        """Change only the case of a name, on a system that takes both for one."""
        with self._reported(new):
            at, name = self._reach(new)
            os.replace(self._way.name(old), name, src_dir_fd=at, dst_dir_fd=at)

    def remove(self, path: str) -> None:
        """Remove a regular file; leave anything else, which is not what we wrote."""
        if self.kind(path) == stat.S_IFREG:
            with self._reported(path):
                at, name = self._reach(path)
                os.unlink(name, dir_fd=at)

    def remove_empty(self, folder: str) -> None:
        """Remove a folder if nothing is in it."""
        with suppress(OSError):
            at, name = self._reach(folder)
            os.rmdir(name, dir_fd=at)

    @contextmanager
    def _reported(self, path: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise from_os(error, self._label, path) from error

    def _reach(self, path: str, *, make: bool = False) -> tuple[int | None, str]:
        return self._way.enter(path.rpartition("/")[0], make=make), self._way.name(path)
