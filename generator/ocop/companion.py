"""A copy of this process that begins a piece of work ahead, and is told later what it is for.

Owns that process and the two pipes through which one talks with it. What it does is a generator:
it does what it can, is sent a question where it yields, and yields the answer to each. Called by
:mod:`ocop.retelling`, where :func:`ocop.forks.may_fork` allows it.
"""

import gc
import os
import pickle
import signal
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from typing import Any, BinaryIO, NoReturn

from ocop.forks import LostWorker, widen

Talk = Callable[[], Generator[Any, Any, None]]
"""What it does: the first thing that is yielded is not sent."""


class Companion:
    """A process that does a ``talk``; whoever made it ends it.

    It has no thread and may have workers of its own. It outlives this process, when that is
    killed, by no more than the answer that it is at, and changes nothing that others see.
    """

    def __init__(self, talk: Talk) -> None:
        """Start it; OSError where there is no room for one more process."""
        asked, ask = os.pipe()
        answers, answer = os.pipe()
        try:
            self._process = os.fork()
        except OSError:
            for pipe in (asked, ask, answers, answer):
                os.close(pipe)
            raise
        if self._process == 0:
            _live(talk, (ask, answers), asked, answer)
        os.close(asked)
        os.close(answer)
        widen(ask)
        widen(answers)
        self._ask, self._answers = os.fdopen(ask, "wb"), os.fdopen(answers, "rb")

    def tell(self, question: Any) -> None:
        """Send a question; LostWorker if nobody is there."""
        try:
            _send(self._ask, question)
        except OSError as error:
            raise LostWorker("the companion has ended") from error

    def hear(self) -> Any:
        """Return the answer to the oldest question that has none; LostWorker if there is none."""
        try:
            return pickle.load(self._answers)  # noqa: S301 - ours
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise LostWorker("the companion has ended") from error

    def end(self) -> None:
        """Let the process end wherever it is."""
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        for pipe in (self._ask, self._answers):
            with suppress(OSError):  # what nobody has read
                pipe.close()


def _send(pipe: BinaryIO, thing: Any) -> None:
    pickle.dump(thing, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _live(talk: Talk, others: Iterable[int], asked: int, answer: int) -> NoReturn:
    """Be the other process, to which the ends of pipes that are ``others`` do not belong."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to answer
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        gc.disable()
        for pipe in others:
            os.close(pipe)
        questions, answers = os.fdopen(asked, "rb"), os.fdopen(answer, "wb")
        work = talk()
        next(work)
        while True:
            _send(answers, work.send(pickle.load(questions)))  # noqa: S301 - ours
    finally:
        os._exit(0)  # whoever asks hears of it by the end of the pipe, and does the work himself
