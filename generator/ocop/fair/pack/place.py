"""The folder that an edition goes to: put there whole, and never over what is not an edition.

Owns the step from a finished neighbour to the folder asked for, and what a killed run left beside
it. Files have their own way (:mod:`ocop.fair.deliver`). Called by :mod:`ocop.fair.pack.pack`.
"""

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ocop.fair.pack.writing import SUMS
from ocop.pages.routes import START

_NEW, _OLD = "part", "old"
_DIGEST = 64


def stranger_in(folder: Path) -> str | None:
    """Return the name of a file in ``folder`` that is not part of an edition; None if all are.

    Nothing there, or nothing in it, is fine. OSError where the folder cannot be read.
    """
    known = _listed(folder)
    for path, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            inside = (Path(path) / name).relative_to(folder).as_posix()
            if inside not in known:
                return inside
    return None


def _listed(folder: Path) -> frozenset[str]:
    """Return the files of the edition that lies in ``folder``, none if there is no such thing."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()
    names = {line[_DIGEST + 2 :] for line in lines}
    return frozenset(names | {SUMS}) if START in names else frozenset()


@contextmanager
def placing(folder: Path) -> Iterator[Path]:
    """Give a new empty folder to fill; put it in the place of ``folder`` when the block ends.

    An edition that was there before is gone only when the new one stands in its place. OSError
    where the system refuses, with ``folder`` for its name.
    """
    new, old = _beside(folder, _NEW), _beside(folder, _OLD)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new.mkdir()
        yield new
        _swap(folder, new, old)
    except OSError as error:
        error.filename = str(folder)  # the name that its user knows
        raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def tidy(target: Path) -> None:
    """Remove what killed runs left beside ``target``; bring back an edition that one had moved."""
    for left in sorted(_left(target, _OLD)):
        if not target.exists():
            left.rename(target)
        shutil.rmtree(left, ignore_errors=True)
    for left in _left(target, _NEW):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _swap(folder: Path, new: Path, old: Path) -> None:
    with suppress(OSError):  # there is none, or it is an edition and not empty
        folder.rmdir()
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.{kind}")


def _left(target: Path, kind: str) -> list[Path]:
    return list(target.parent.glob(f".{glob.escape(target.name)}.*.{kind}"))
