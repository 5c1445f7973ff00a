"""The time by a file system's own clock.

Owns the probe: a file is made in the folder of the memories and looked at. Called by its
siblings.
"""

import time
from contextlib import suppress
from pathlib import Path

from ocop.state.survey import TICK_NS


def moment(folder: Path, started_ns: int) -> int | None:
    """Return the file system's time at ``started_ns`` of the monotonic clock, in nanoseconds.

    None where ``folder`` cannot be written, or does not show that it got a file: such a file
    system is not to be trusted.
    """
    probe = folder / "clock.now"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.unlink(missing_ok=True)
        probe.touch()
        now, shown = probe.lstat().st_mtime_ns, folder.lstat().st_mtime_ns
    except OSError:
        return None
    with suppress(OSError):
        probe.unlink()
    return now - (time.monotonic_ns() - started_ns) if shown >= now - TICK_NS else None
