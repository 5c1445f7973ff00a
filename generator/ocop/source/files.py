"""Files of the project from the disk: regular files only, never through a link.

Owns the only way in which content is opened. Called by :mod:`ocop.source.walk` and
:mod:`ocop.source.project`.
"""

import errno
import os
import stat
from pathlib import Path

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.decode import MAX_BYTES

# Windows has neither; there the check by ``lstat`` stands alone.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_text_file(
    project: Path, path: SourcePath, missing: str = "OCOP008"
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the bytes of a text file of the project, at most one more than is allowed.

    A symbolic link, anything but a regular file and a file that the system refuses are
    faults; ``missing`` is the code of the fault where there is nothing.
    """
    try:
        handle = os.open(f"{project}/{path}", _FLAGS)
    except FileNotFoundError:
        return b"", (Diagnostic(missing, path),)
    except OSError as error:
        code = "OCOP007" if error.errno == errno.ELOOP else "OCOP008"
        return b"", (Diagnostic(code, path),)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            return b"", (Diagnostic("OCOP008", path),)
        return _read(handle, found.st_size), ()
    except OSError:
        return b"", (Diagnostic("OCOP008", path),)
    finally:
        os.close(handle)


def _read(handle: int, size: int) -> bytes:
    """Return what the file holds now, also if that is more or less than ``size`` bytes.

    The system's own read: a file object would take four times as long as all else here.
    """
    raw = os.read(handle, min(size, MAX_BYTES) + 1)
    if len(raw) == size:
        return raw
    parts = [raw]
    left = MAX_BYTES + 1 - len(raw)
    while left > 0 and (more := os.read(handle, left)):
        parts.append(more)
        left -= len(more)
    return b"".join(parts)
