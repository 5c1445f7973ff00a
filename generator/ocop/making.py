"""Make the planned pages, over the machine's cores when that pays.

Owns the workers. What comes back is the same for any number of them: outcomes in the order of
the plan. Each worker gets the site once, then makes, compares, stages and checks its share;
pages never travel between processes. Called by :mod:`ocop.build`.
"""

import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import wait

from ocop.pages import plan
from ocop.pages.artifact import Artifact
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault
from ocop.paths import SitePath
from ocop.publish.links import LinkReport, inspect
from ocop.publish.stage import Outcome, Stage

_CHUNK = 32
_WORTH_A_WORKER = 300
"""Pages that take longer to make than a worker to start (some 0.3 s)."""

_job: "Making | None" = None


@dataclass(frozen=True)
class Making:
    """What every worker needs.

    ``known`` is every planned file. Links of unchanged pages are inspected only if ``recheck``:
    they were good when the pages were published and stay so while nothing leaves the plan.
    """

    site: Site
    stage: Stage
    known: frozenset[SitePath]
    recheck: bool
    make: Callable[[Site, Artifact], bytes] = plan.make


@dataclass(frozen=True, slots=True)
class Made:
    """The staged pages in the order of their artifacts, and what their links showed."""

    outcomes: tuple[Outcome, ...]
    links: LinkReport


class MakingError(Exception):
    """A view failed, which is a bug: says which page it was making."""

    def __init__(self, page: str, view: str) -> None:
        super().__init__(page, view)
        self.page = page
        self.view = view

    def __str__(self) -> str:
        return f"{self.page} (view {self.view})"


def make_all(
    job: Making,
    artifacts: Sequence[Artifact],
    jobs: int,
    progress: Callable[[int], None],
    *,
    worth: int = _WORTH_A_WORKER,
) -> Made:
    """Make and stage ``artifacts`` on up to ``jobs`` cores.

    ``progress`` is told how many more are done. MakingError for a view's bug, PublishError for a
    full or forbidden disk, whichever page comes first.
    """
    chunks = [artifacts[at : at + _CHUNK] for at in range(0, len(artifacts), _CHUNK)]
    workers = min(jobs, len(artifacts) // worth, len(chunks))
    run = _in_workers if workers > 1 else _in_process
    done: list[tuple[Outcome, LinkReport]] = []
    for chunk in run(job, chunks, workers):
        done += chunk
        progress(len(chunk))
    return Made(
        tuple(outcome for outcome, _ in done),
        LinkReport(
            tuple(link for _, report in done for link in report.broken),
            tuple(link for _, report in done for link in report.anchored),
        ),
    )


def _in_process(
    job: Making, chunks: Sequence[Sequence[Artifact]], _workers: int
) -> Iterator[list[tuple[Outcome, LinkReport]]]:
    for chunk in chunks:
        yield _make_chunk(job, chunk)


def _in_workers(
    job: Making, chunks: Sequence[Sequence[Artifact]], workers: int
) -> Iterator[list[tuple[Outcome, LinkReport]]]:
    packed = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)  # once, not once a worker
    executor = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), _start_worker, (packed,)
    )
    try:
        yield from executor.map(_work, chunks)
    finally:
        executor.shutdown(cancel_futures=True)


def _start_worker(packed: bytes) -> None:
    global _job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to answer
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _job = pickle.loads(packed)  # noqa: S301 - our own, a moment ago


def _die_with_parent() -> None:
    """End this worker when its build is killed: nothing else would tell it."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _work(chunk: Sequence[Artifact]) -> list[tuple[Outcome, LinkReport]]:
    if _job is None:
        raise RuntimeError("a worker was given pages before the site")
    return _make_chunk(_job, chunk)


def _make_chunk(job: Making, chunk: Sequence[Artifact]) -> list[tuple[Outcome, LinkReport]]:
    return [_make_one(job, artifact) for artifact in chunk]


def _make_one(job: Making, artifact: Artifact) -> tuple[Outcome, LinkReport]:
    try:
        content = job.make(job.site, artifact)
    except TemplateFault:
        raise
    except Exception as error:
        raise MakingError(artifact.path, artifact.view) from error
    outcome = job.stage.put(artifact.path, content)
    if outcome.change == "same" and not job.recheck:
        return outcome, LinkReport()
    return outcome, inspect(artifact.path, content, job.known, job.site.config.url)
