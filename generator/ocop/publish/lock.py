"""One build at a time in a project and in an output folder.

Owns the locks. They are the system's, so that a killed build holds none.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Waiting = Callable[[], None]
"""Called once when another build must end first."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_lock(descriptor: int) -> None:
        while True:
            with suppress(OSError):  # the system gives up after ten tries, a second apart
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                return

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)


@contextmanager
def locked(path: Path, waiting: Waiting) -> Iterator[None]:
    """Hold the lock of a file, which is made, or of a folder, which must exist.

    Some network file systems know no locks, or none of folders: there this holds nothing.
    """
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR | os.O_CREAT
    try:
        descriptor = os.open(path, flags, 0o666)
    except OSError:
        yield
        return
    try:
        _hold(descriptor, waiting)
        yield
    finally:
        os.close(descriptor)


def _hold(descriptor: int, waiting: Waiting) -> None:
    with suppress(OSError):
        if not _try_lock(descriptor):
            waiting()
            _wait_lock(descriptor)
