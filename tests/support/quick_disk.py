"""Where tests write: in memory where there is room, for then none of them waits for a disk.

Owns that choice. What is written is the same; only a cut of power would tell the difference, and
against that nothing here guards. Called once a run.
"""

import os
from pathlib import Path

_MEMORY = Path("/dev/shm")
_ROOM = 4 * 2**30
"""Bytes that have to be free, of the disk and of memory: some ten times what a run takes."""

_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")


def quick_disk() -> Path | None:
    """Return a folder that lies in memory; None where there is none, or too little room."""
    try:
        disk = os.statvfs(_MEMORY)
        rooms = disk.f_bavail * disk.f_frsize, _free_memory(), *_limits()
    except (OSError, ValueError, KeyError):
        return None
    return _MEMORY if min(rooms) >= _ROOM and os.access(_MEMORY, os.W_OK | os.X_OK) else None


def _free_memory() -> int:
    """Return how many bytes of memory the machine could give."""
    lines = Path("/proc/meminfo").read_text("ascii").splitlines()
    told = dict(line.split(":", 1) for line in lines)
    return int(told["MemAvailable"].split()[0]) * 1024


def _limits() -> list[int]:
    """Return how many bytes the container may have, where it says so."""
    told = [Path(name).read_text("ascii").strip() for name in _LIMITS if Path(name).exists()]
    return [int(one) for one in told if one.isdigit()]
