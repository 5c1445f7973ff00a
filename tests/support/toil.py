"""Work for workers to be tried with."""

import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class Odd(Exception):
    """An exception that pickles and does not come back."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one + other)


def add(context: int, chunk: Sequence[int]) -> tuple[int, ...]:
    """Add the context to each number."""
    return tuple(context + number for number in chunk)


def long_answer(context: int, chunk: int) -> bytes:
    """Return more than a pipe holds."""
    return bytes([chunk % 256]) * context


def fail_on(context: Sequence[int], chunk: int) -> int:
    """Fail on some chunks."""
    if chunk in context:
        raise ZeroDivisionError(f"no {chunk}")
    return chunk


@dataclass(frozen=True)
class Shift:
    """The main process, and a folder in which every process says that it is there."""

    main: int
    folder: Path

    def begin(self) -> bool:
        """Tell whether this is a worker; none goes on before a worker and the main have begun."""
        note_the_process(self.folder, 0)
        while not self._is_complete():
            os.sched_yield()
        return os.getpid() != self.main

    def _is_complete(self) -> bool:
        there = {int(path.name) for path in self.folder.iterdir()}
        return self.main in there and len(there) > 1


def fail_oddly(shift: Shift, chunk: int) -> int:
    """Fail, in a worker, with what cannot be sent."""
    if shift.begin():
        raise Odd(str(chunk), "!")
    return chunk


def answer_with_a_function(shift: Shift, chunk: int) -> object:
    """Return, from a worker, what cannot be sent."""
    return (lambda: None) if shift.begin() else chunk


def die(shift: Shift, chunk: int) -> int:
    """End a worker as the system does when memory runs out."""
    if shift.begin():
        os.kill(os.getpid(), signal.SIGKILL)
    return chunk


def interrupt_the_main(shift: Shift, chunk: int) -> int:
    """Press Ctrl-C when all are at work: every process of the terminal gets the signal."""
    if not shift.begin():
        os.killpg(os.getpgid(0), signal.SIGINT)
    return chunk


def note_the_process(context: Path, chunk: int) -> int:
    """Leave a file named by the process in the folder ``context``."""
    (context / str(os.getpid())).touch()
    return chunk


def work_together(shift: Shift, chunk: int) -> int:
    """Leave a file, and go on when others have done so."""
    shift.begin()
    return chunk


def process(context: int, chunk: int) -> int:
    """Tell which process this is."""
    return os.getpid()


def die_alone(main: int, chunk: int) -> int:
    """End any process but the main one."""
    if os.getpid() != main:
        os.kill(os.getpid(), signal.SIGKILL)
    return chunk
