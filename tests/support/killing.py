"""Kill a function, or do something to it, just before one of its steps on the disk."""

import os
import select
import signal
import sys
import traceback
from collections.abc import Callable

STEPS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.utime"}
"""What Python tells before it does it; a write between two of them is told by neither."""


def killed_at(step: int, action: Callable[[], object]) -> bool:
    """Run ``action`` in a child process that is killed before its step ``step``, from 0.

    False if it came to its end first; AssertionError if it failed.
    """
    return _killed(action, lambda: _count_down(step, lambda: os.kill(os.getpid(), signal.SIGKILL)))


def killed_after(seconds: float, action: Callable[[], object]) -> bool:
    """Run ``action`` in a child process that the system ends after a time, as ``kill -9`` would."""
    return _killed(action, lambda: _set_alarm(seconds))


def disturbed_at(step: int, deed: Callable[[], object], action: Callable[[], object]) -> None:
    """Run ``action`` in a child process in which ``deed`` is done before the step ``step``."""
    assert not _killed(action, lambda: _count_down(step, deed))


def steps_of(action: Callable[[], object]) -> int:
    """Return how many steps on the disk ``action`` takes; it runs in a child process."""
    reading, writing = os.pipe()
    taken = 0

    def count(event: str, _args: object) -> None:
        nonlocal taken
        taken += event in STEPS

    def tell() -> None:
        action()
        os.write(writing, str(taken).encode())

    assert not _killed(tell, lambda: sys.addaudithook(count))
    os.close(writing)
    with os.fdopen(reading) as told:
        return int(told.read())


def at_once(*actions: Callable[[], object]) -> None:
    """Run each of ``actions`` in a child process of its own, all at the same time."""
    children = [_started(action, lambda: None) for action in actions]
    ends = [os.waitpid(child, 0)[1] for child in children]
    assert ends == [0] * len(actions), "an action failed by itself"


def _killed(action: Callable[[], object], prepare: Callable[[], None]) -> bool:
    _, status = os.waitpid(_started(action, prepare), 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0, "the killed action failed by itself"
    return False


def _started(action: Callable[[], object], prepare: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        _run(action, prepare)
    return child


def _run(action: Callable[[], object], prepare: Callable[[], None]) -> None:
    try:
        prepare()
        action()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _set_alarm(seconds: float) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends the process on the spot
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _count_down(step: int, deed: Callable[[], object]) -> None:
    left = step

    def count(event: str, _args: object) -> None:
        nonlocal left
        if event in STEPS:
            left -= 1
            if left == -1:
                deed()

    sys.addaudithook(count)


def ends(process: int) -> bool:
    """Wait up to 20 seconds for the end of a process that is not our child."""
    try:
        opened = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    ended, _, _ = select.select([opened], [], [], 20)
    os.close(opened)
    return bool(ended)
