"""One run of a program: wall time, processor time and peak memory of its whole process tree.

Linux only (``/proc``, ``wait4``). Called by :mod:`benchmarks.steps` and
:mod:`benchmarks.photos`.
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLING_SECONDS = 0.02
_PROC = Path("/proc")


class RunFailed(Exception):
    """A program under measurement ended with an error; carries what it printed."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: seconds by the clock, seconds of processors, and MiB at its peak.

    ``peak`` is the sum of the tree's proportional set sizes, None where it was not sampled.
    """

    wall: float
    cpu: float
    peak: float | None


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    log: Path,
    *,
    sample: bool = False,
) -> Run:
    """Run ``command`` in ``folder`` and measure it; RunFailed unless it ends well.

    Sampling memory costs a little time, so that times should come from runs without it.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        begin = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - the generators named in benchmarks/tools
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        sampler = Sampler(process.pid) if sample else None
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)  # an impatient user ends all of it
            raise
        wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = sampler.stop() if sampler else None
    if process.returncode:
        said = log.read_text("utf-8", "replace")[-2000:]
        raise RunFailed(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    return Run(wall, usage.ru_utime + usage.ru_stime, peak)


class Sampler:
    """Watches the memory of a session from a thread until it is stopped."""

    def __init__(self, session: int) -> None:
        """Begin to watch all processes of a session."""
        self._session = session
        self._peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """Return the highest sum that was seen, in MiB."""
        self._over.set()
        self._thread.join()
        return self._peak / 1024

    def _watch(self) -> None:
        while not self._over.wait(_SAMPLING_SECONDS):
            self._peak = max(self._peak, sum(map(proportional_size, members(self._session))))


def members(session: int) -> Iterator[int]:
    """Yield the processes of a session."""
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text("utf-8", "replace")
            except OSError:
                continue  # ended meanwhile
            # The command's name, in brackets, may hold anything; the session is the fourth after.
            if int(stat.rpartition(")")[2].split()[3]) == session:
                yield int(folder.name)


def proportional_size(process: int) -> int:
    """Return a process's memory in KiB, shared pages divided among their users; 0 if it ended."""
    try:
        text = (_PROC / str(process) / "smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
