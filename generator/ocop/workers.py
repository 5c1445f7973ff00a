"""Work over the machine's cores: one function, many chunks, results in the order of the chunks.

Owns the worker processes: how they start, get their work, answer and end. Knows nothing of what
is worked on. Called by the stages that have much to do:

    for result in run(function, chunks, jobs, context):
        ...

Forked workers inherit the context and the chunks as they are; spawned ones, where forking is not
safe, get the context once and load the program again. The results are the same.
"""

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, TypeVar

from ocop.forks import may_fork, run_forked

C = TypeVar("C")
K = TypeVar("K")
R = TypeVar("R")

Method = Literal["fork", "spawn"]

_MOST_SPAWNED = 60
"""Windows cannot wait for more than 63 things at once."""

_context: list[Any] = []


def usual_method() -> Method:
    """Return how workers start here: forked where that is safe."""
    return "fork" if may_fork() else "spawn"


def run(
    function: Callable[[C, K], R],
    chunks: Sequence[K],
    jobs: int,
    context: C,
    method: Method | None = None,
    *,
    aside: int = 0,
) -> Iterator[R]:
    """Yield ``function(context, chunk)`` for each of ``chunks``, in their order, as they come.

    Up to ``jobs`` processes share the chunks, each taking the next when it is done with one.
    With one job or one chunk nothing is started. What ``function`` raises is raised here, in its
    turn, its remote traceback as the cause; the workers then end, as they do when the caller
    stops taking results, at Ctrl-C, and when this process is killed. ``function`` must be at the
    top of a module, and results, with spawned workers also context and chunks, be picklable.
    The first ``aside`` chunks are left to a forked worker that then ends, all of them to all
    workers: what they leave behind in memory goes with these, and later ones do not inherit it.
    """
    wanted = min(jobs, len(chunks))
    if wanted < 2:
        return (function(context, chunk) for chunk in chunks)
    if (method or usual_method()) == "fork":
        return run_forked(function, chunks, wanted, context, aside=aside)
    return _run_spawned(function, chunks, min(wanted, _MOST_SPAWNED), context)


def _run_spawned(
    function: Callable[[C, K], R], chunks: Sequence[K], jobs: int, context: C
) -> Iterator[R]:
    import multiprocessing  # only where nothing can be forked
    from concurrent.futures import ProcessPoolExecutor

    packed = pickle.dumps(context, pickle.HIGHEST_PROTOCOL)  # once, not once a worker
    executor = ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), _start_worker, (packed,)
    )
    try:
        yield from executor.map(_work, [function] * len(chunks), chunks)
    finally:
        executor.shutdown(cancel_futures=True)


def _start_worker(packed: bytes) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to answer
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _context[:] = [pickle.loads(packed)]  # noqa: S301 - our own, a moment ago


def _die_with_parent() -> None:
    """End this worker when the main process is killed: nothing else would tell it."""
    import multiprocessing
    from multiprocessing.connection import wait

    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _work(function: Callable[[C, K], R], chunk: K) -> R:
    return function(_context[0], chunk)
