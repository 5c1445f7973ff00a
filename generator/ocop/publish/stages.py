"""Where stages lie, and what becomes of those that a killed build left.

A stage must be on the site's own file system, so that a file moves into the site in one step.
That is the project's private folder, so that the site never holds half a file; where the two
are on different disks, a folder in the site.
"""

import hashlib
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from ocop.publish import journal
from ocop.publish.gate import OWN_PREFIX

_PROBE = f"{OWN_PREFIX}probe"
_OUTSIDE = "publish"
_INSIDE = f"{OWN_PREFIX}stage-"


def make_stage(live: Path, work: Path) -> Path:
    """Make a new stage for the site ``live``; ``work`` is the project's private folder."""
    token = secrets.token_hex(4)
    outside = work / _OUTSIDE / f"{_prefix(live, work)}{token}"
    with suppress(OSError):
        (outside / _PROBE).mkdir(parents=True)
        (outside / _PROBE).rename(live / _PROBE)
        (live / _PROBE).rmdir()
        return outside
    shutil.rmtree(outside, ignore_errors=True)
    inside = live / f"{_INSIDE}{token}"
    inside.mkdir()
    return inside


def stages(live: Path, work: Path) -> tuple[Path, ...]:
    """Return the stages of builds into ``live``, in order of their names."""
    outside = (work / _OUTSIDE).glob(f"{_prefix(live, work)}*")
    return (*sorted(outside), *sorted(live.glob(f"{_INSIDE}*")))


def recover(live: Path, work: Path, label: str) -> None:
    """Carry out what a killed build had decided, drop what it had not."""
    remove_if_empty(live / _PROBE)
    for home in stages(live, work):
        if journal.is_committed(home) and journal.is_current(home, live):
            journal.carry_out(home, live, label)
        else:
            journal.discard(home)


def remove_if_empty(folder: Path) -> None:
    """Remove a folder if it is there and nothing is in it."""
    with suppress(OSError):
        folder.rmdir()


def _prefix(live: Path, work: Path) -> str:
    """Return what the names of a site's stages begin with, also after the project has moved."""
    try:
        relation = os.path.relpath(live, os.path.realpath(work))
    except ValueError:  # another drive
        relation = str(live)
    return hashlib.sha256(relation.encode("utf-8", "surrogatepass")).hexdigest()[:12] + "-"
