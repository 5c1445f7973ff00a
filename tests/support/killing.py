"""Kill a function, or do something to it, just before one of its steps on the disk."""

import os
import signal
import sys
import traceback
from collections.abc import Callable

_STEPS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.utime"}


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


def _killed(action: Callable[[], object], prepare: Callable[[], None]) -> bool:
    child = os.fork()
    if child == 0:
        _run(action, prepare)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0, "the killed action failed by itself"
    return False


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
        if event in _STEPS:
            left -= 1
            if left == -1:
                deed()

    sys.addaudithook(count)
