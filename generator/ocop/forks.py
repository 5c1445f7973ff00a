"""Forked workers: copies of this process that share what it knows and answer through pipes.

Owns the processes and their pipes. Chunks are handed out as tickets, numbers in a pipe from which
every process draws the next, so that a quick one simply draws more often. This process works as
well: with two jobs one worker is forked. Called by :mod:`ocop.workers`, which knows where this
is safe.
"""

import gc
import os
import pickle
import select
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from msgspec import Struct, field

C = TypeVar("C")
K = TypeVar("K")
R = TypeVar("R")

_TICKET = struct.Struct("=I")
_LENGTH = struct.Struct("=Q")
_MOST_TICKETS = 4096
"""So many fit into a pipe on every system before anybody draws one."""

_GULP = 1 << 20
"""Bytes: as much as a pipe may hold on Linux, so that a worker need not wait for us to read."""


class LostWorker(RuntimeError):
    """A worker ended before its work was done, by no fault of that work: it was killed."""


class RemoteTraceback(Exception):
    """Where in a worker an exception came from, in words."""


class _Answer(Struct, frozen=True):
    """What a chunk gave: ``result``, or the ``error`` and its traceback."""

    result: Any = None
    error: BaseException | None = None
    story: str = ""

    def take(self) -> Any:
        if self.error is not None:
            raise self.error from RemoteTraceback(f'\n"""\n{self.story}"""')
        return self.result


class _Worker(Struct):
    """A process, the pipe of its answers, and what has been read of the next of them."""

    process: int
    answers: int
    aside: bool
    unread: bytearray = field(default_factory=bytearray)

    def take(self) -> Iterator[tuple[int, _Answer]]:
        """Yield the answers that have come whole."""
        while len(self.unread) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(self.unread)[0]
            if len(self.unread) < end:
                return
            yield pickle.loads(memoryview(self.unread)[_LENGTH.size : end])  # noqa: S301 - ours
            del self.unread[:end]


def may_fork() -> bool:
    """Tell whether this process can be copied: no other thread could hold a lock meanwhile.

    macOS can fork, but its own libraries do not survive it.
    """
    alone = threading.active_count() == 1 and threading.current_thread() is threading.main_thread()
    return hasattr(os, "fork") and sys.platform != "darwin" and alone


def run_forked(
    function: Callable[[C, K], R],
    chunks: Sequence[K],
    jobs: int,
    context: C,
    meanwhile: Callable[[], None] = lambda: None,
    *,
    aside: int = 0,
) -> Iterator[R]:
    """Yield ``function(context, chunk)`` of every chunk in order, from ``jobs`` processes.

    This process does ``meanwhile`` before it takes part. The first ``aside`` chunks are one
    worker's, in whose place then comes another; if they are all, this process takes no part.
    LostWorker when one was killed; else as :func:`ocop.workers.run`.
    """
    crew = _Crew(lambda chunk: function(context, chunk), chunks, aside)
    ready: dict[int, _Answer] = {}
    due = 0
    try:
        crew.start(jobs)
        meanwhile()
        while due < len(chunks):
            own = crew.work()
            ready.update(own)
            ready.update(crew.collect(patient=not own))
            while due in ready:
                yield ready.pop(due).take()
                due += 1
    finally:
        crew.end()


class _Crew:
    """The workers of one run, and the tickets that they and this process draw."""

    def __init__(self, function: Callable[[K], Any], chunks: Sequence[K], aside: int) -> None:
        self._function, self._chunks = function, chunks
        self._all_aside = aside >= len(chunks)
        self._aside = range(0 if self._all_aside else aside)
        self._span = -(-len(chunks) // _MOST_TICKETS)  # chunks a ticket
        self._workers: list[_Worker] = []
        self._tickets, box = os.pipe()
        shared = range(len(self._aside), len(chunks), self._span)
        os.write(box, b"".join(map(_TICKET.pack, shared)))
        os.close(box)  # so that drawing from an empty pipe ends instead of waiting
        self._pulse, self._life = os.pipe()

    def start(self, jobs: int) -> None:
        # What exists now lives on: to look through it for garbage would copy it to each worker.
        gc.freeze()
        workers = jobs if self._all_aside else jobs - 1
        if self._aside and self._fork(self._aside):
            self._aside = range(0)
            workers -= 1
        for _ in range(workers):
            self._fork()

    def work(self) -> dict[int, _Answer]:
        """Do the chunks of one ticket in this process; empty when none is left for it."""
        if self._all_aside and self._workers:
            return {}
        numbers, self._aside = self._aside, range(0)  # there if nobody could be started for them
        return dict(self._do(numbers) if numbers else self._draw())

    def collect(self, *, patient: bool) -> dict[int, _Answer]:
        """Return what the workers have answered; wait for something if ``patient``."""
        found: dict[int, _Answer] = {}
        by_pipe = {worker.answers: worker for worker in self._workers}
        if patient and not by_pipe:
            raise LostWorker("no worker is left, and not all work is done")
        for pipe in _readable(list(by_pipe), patient=patient):
            worker = by_pipe[pipe]
            worker.unread += (came := os.read(pipe, _GULP))
            found.update(worker.take())
            if not came:
                self._part_with(worker)
        return found

    def end(self) -> None:
        """Let the workers end after the chunk that they are at, and wait for that."""
        while os.read(self._tickets, _GULP):
            pass
        for worker in self._workers:
            os.close(worker.answers)  # who writes to it now is ended by that
        for worker in self._workers:
            os.waitpid(worker.process, 0)
        for descriptor in (self._tickets, self._pulse, self._life):
            os.close(descriptor)
        gc.unfreeze()

    def _part_with(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        os.close(worker.answers)
        status = os.waitpid(worker.process, 0)[1]
        if status:
            raise LostWorker(f"a worker ended with {os.waitstatus_to_exitcode(status)}")
        if worker.aside:
            self._fork()  # who inherits what has been made since

    def _fork(self, numbers: range | None = None) -> bool:
        """Start a worker, for the chunks of these ``numbers`` alone if there are some.

        Without memory for one, this process and the others do its share.
        """
        answers, out = os.pipe()
        widen(out)
        try:
            process = os.fork()
        except OSError:
            os.close(answers)
            os.close(out)
            return False
        if process == 0:
            self._be_worker(out, answers, numbers)
        self._workers.append(_Worker(process, answers, numbers is not None))
        os.close(out)
        return True

    def _be_worker(self, out: int, answers: int, numbers: range | None) -> None:
        """Live as a worker; never returns."""
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to answer
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            gc.disable()
            for pipe in (answers, self._life, *(one.answers for one in self._workers)):
                os.close(pipe)
            threading.Thread(target=_die_without, args=(self._pulse,), daemon=True).start()
            for answer in self._do(numbers) if numbers else self._draw_all():
                _send(out, answer)
            os._exit(0)
        except BrokenPipeError:  # nobody waits for the answer any more
            os._exit(0)
        finally:
            os._exit(1)

    def _draw_all(self) -> Iterator[tuple[int, _Answer]]:
        while drawn := list(self._draw()):
            yield from drawn

    def _draw(self) -> Iterator[tuple[int, _Answer]]:
        """Draw a ticket and yield the number and the answer of each of its chunks."""
        if ticket := os.read(self._tickets, _TICKET.size):
            (first,) = _TICKET.unpack(ticket)
            yield from self._do(range(first, min(first + self._span, len(self._chunks))))

    def _do(self, numbers: Iterable[int]) -> Iterator[tuple[int, _Answer]]:
        for number in numbers:
            yield number, self._answer(self._chunks[number])

    def _answer(self, chunk: Any) -> _Answer:
        try:
            return _Answer(self._function(chunk))
        except Exception as error:
            return _Answer(None, error, _story())


def _story() -> str:
    import traceback  # only for faults

    return traceback.format_exc()


def _send(out: int, answer: tuple[int, _Answer]) -> None:
    body = _pack(answer)
    left = memoryview(_LENGTH.pack(len(body)) + body)
    while left:
        left = left[os.write(out, left) :]


def _pack(answer: tuple[int, _Answer]) -> bytes:
    try:
        body = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        if answer[1].error is not None:
            pickle.loads(body)  # noqa: S301 - some exceptions come apart and not together again
    except Exception as error:
        story = answer[1].story or _story()
        body = pickle.dumps((answer[0], _Answer(None, TypeError(str(error)), story)))
    return body


def _die_without(pulse: int) -> None:
    """End this worker when the main process is killed: only that ends its side of the pipe."""
    os.read(pulse, 1)
    os._exit(1)


def _readable(pipes: list[int], *, patient: bool) -> list[int]:
    poll = select.poll()
    for pipe in pipes:
        poll.register(pipe, select.POLLIN)
    return [pipe for pipe, _ in poll.poll(None if patient else 0)]


def widen(pipe: int) -> None:
    """Let a pipe hold more than one answer, where the system can."""
    import fcntl  # not on Windows, where nothing is forked

    with suppress(OSError, AttributeError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _GULP)
