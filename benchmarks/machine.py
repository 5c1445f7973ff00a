"""What the benchmarks run on. Called by :mod:`benchmarks.run`."""

import datetime as dt
import os
import platform
from collections.abc import Mapping
from pathlib import Path


def describe() -> Mapping[str, str]:
    """Return date, processor, memory, system and load, as text."""
    return {
        "date": dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": f"{os.cpu_count()} × {_field('/proc/cpuinfo', 'model name')}",
        "memory": f"{int(_field('/proc/meminfo', 'MemTotal').split()[0]) / 2**20:.0f} GiB",
        "system": f"{platform.system()} {_kernel()}, Python {platform.python_version()}",
        "load before": load(),
    }


def _kernel() -> str:
    """Return the system's version without what its builder added."""
    return platform.release().partition("-")[0]


def load() -> str:
    """Return how many programs wanted a processor over the last 1, 5 and 15 minutes."""
    return " ".join(f"{one:.1f}" for one in os.getloadavg())


def _field(path: str, name: str) -> str:
    """Return the first value of a name in a list of ``name: value`` lines; "?" without one."""
    for line in Path(path).read_text("utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return "?"
