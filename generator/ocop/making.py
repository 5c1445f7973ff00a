"""Make the planned pages, over the machine's cores when that pays.

Owns which pages are made together and in which order. What comes back is the same for any number
of workers: outcomes in the order of the plan. Each worker makes, compares, stages and checks its
share; pages never travel between processes. Called by :mod:`ocop.issue` and
:mod:`ocop.retelling`.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from msgspec import Struct, field

from ocop.pages import plan
from ocop.pages.artifact import Artifact
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault
from ocop.paths import SitePath
from ocop.publish.links import LinkReport, inspect
from ocop.publish.manifest import Entry
from ocop.publish.stage import Change, Outcome, Stage
from ocop.watch import Clock, Spent
from ocop.workers import Method, run

_CHUNK = 48
_CHUNKS = 16
"""Chunks that a view is split into at least, if it has so many pages."""

_WORTH_A_WORKER = 100
"""Pages that take longer to make than a worker to start."""

_MEANWHILE = 2
"""The place of one task more: after what takes longer still."""

_MANY = 10_000
"""Pages beyond which memory counts: the index, made among them, would leave its own behind."""

_LIGHT = "redirects"
"""The view whose pages know next to nothing: they go well beside what takes much memory."""

_DATA = "data"
"""The view whose files tell all of each product."""

_TOLD_A_PAGE, _INDEXED_A_PAGE = 40, 8
"""Of how many products a file of data, and the index, take as long as a page."""


class Making(Struct, frozen=True):
    """What every worker needs.

    ``known`` is every planned file. Links of unchanged pages are inspected only if ``recheck``:
    they were good when the pages were published and stay so while nothing leaves the plan.
    ``clock`` is for who wants to know what each view took.
    """

    site: Site
    stage: Stage
    known: Container[SitePath]
    recheck: bool
    make: Callable[[Site, Artifact], bytes] = plan.make
    clock: Clock | None = None


class Made(Struct, frozen=True):
    """The staged pages in the order of their artifacts, and what their links showed.

    ``beside`` are files that came with them, unplanned; ``spent`` is what each view took, if a
    clock was given; ``meanwhile`` is what else was worked out.
    """

    outcomes: tuple[Outcome, ...]
    links: LinkReport
    spent: Mapping[str, Spent] = field(default_factory=dict)
    beside: tuple[Outcome, ...] = ()
    meanwhile: Any = None


class _Part(Struct, frozen=True):
    """What one chunk gave: size, digest and change of each page in order, links by page.

    Plain values, for 75,000 of them come from the workers. ``beside`` are files that came with
    the pages.
    """

    outcomes: list[tuple[int, str, Change]]
    links: dict[SitePath, LinkReport]
    spent: dict[str, Spent]
    beside: list[Outcome] = field(default_factory=list)
    meanwhile: Any = None


class _Task(Struct, frozen=True):
    """Something to work out of the same artifacts on any core."""

    work: Callable[[Site, Sequence[Artifact]], Any]
    artifacts: Sequence[Artifact]


_Chunk = Sequence[Artifact] | _Task


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
    meanwhile: Callable[[Site, Sequence[Artifact]], Any] | None = None,
    worth: int = _WORTH_A_WORKER,
    method: Method | None = None,
) -> Made:
    """Make and stage ``artifacts`` on up to ``jobs`` cores.

    ``meanwhile`` is one task more of the same artifacts, done beside the pages; it must be at the
    top of a module. ``progress`` is told how many more are done. MakingError for a view's bug,
    PublishError for a full or forbidden disk, whichever page comes first.
    """
    order = _order(artifacts)
    chunks: list[_Chunk] = [[artifacts[number] for number in numbers] for numbers in order]
    if meanwhile:
        order.insert(_MEANWHILE, [])
        chunks.insert(_MEANWHILE, _Task(meanwhile, artifacts))
    # The first chunk is ours: what its pages share with others is then there to be inherited.
    workers = min(jobs, 1 + (len(artifacts) + _extra(job.site, artifacts)) // worth)
    aside = int(len(artifacts) > _MANY and artifacts[order[1][0]].view in plan.WHOLE)
    shared = run(_make_chunk, chunks[1:], workers, job, method, aside=aside)
    parts: list[_Part] = []
    for part in chain((_make_chunk(job, chunk) for chunk in chunks[:1]), shared):
        parts.append(part)
        progress(len(part.outcomes))
    return _gather(artifacts, order, parts)


def _extra(site: Site, artifacts: Iterable[Artifact]) -> int:
    """Return how many more pages the files of the whole catalogue take the time of."""
    views = [artifact.view for artifact in artifacts]
    files = views.count(_DATA)
    indexed = any(one in views for one in plan.WHOLE)
    if not files and not indexed:
        return 0
    products = len(site.catalogue.products)
    return files * products // _TOLD_A_PAGE + (products // _INDEXED_A_PAGE if indexed else 0)


def _order(artifacts: Sequence[Artifact]) -> list[list[int]]:
    """Return the numbers of the artifacts in chunks, in the order in which to make them.

    First comes one page of every view that has many. Then what is made together, what is light
    beside it, and views with few pages: each of those tells of the whole catalogue and takes
    long, and what they share stays together. At the end come many small pages, which fill every
    core.
    """
    views: dict[str, list[int]] = {}
    for number, artifact in enumerate(artifacts):
        views.setdefault(artifact.view, []).append(number)
    whole = [numbers for view in sorted(plan.WHOLE) if (numbers := views.pop(view, None))]
    chunks = [[numbers.pop() for numbers in views.values() if len(numbers) > _CHUNKS], *whole]
    light = [numbers for view, numbers in views.items() if view == _LIGHT]
    rest = [numbers for view, numbers in views.items() if view != _LIGHT]
    for numbers in (*light, *sorted(rest, key=len)):
        size = min(_CHUNK, 1 + len(numbers) // _CHUNKS)
        chunks += [numbers[at : at + size] for at in range(0, len(numbers), size)]
    return chunks


def _make_chunk(job: Making, artifacts: _Chunk) -> _Part:
    if isinstance(artifacts, _Task):
        return _Part([], {}, {}, meanwhile=artifacts.work(job.site, artifacts.artifacts))
    make = _make_one if job.clock is None else _make_timed
    part = _Part([], {}, {})
    for artifact in artifacts:
        outcome, links = make(job, artifact, part)
        part.outcomes.append((outcome.entry.size, outcome.entry.sha256, outcome.change))
        if links.broken or links.anchored:
            part.links[artifact.path] = links
    for artifact in artifacts[:1]:
        if artifact.view in plan.WHOLE:
            part.beside.extend(_put_beside(job, artifact, part))
    return part


def _put_beside(job: Making, artifact: Artifact, part: _Part) -> Iterator[Outcome]:
    """Stage what comes with the files of a view."""
    now = job.clock or float
    start = now()
    for path, content in plan.beside(job.site, artifact.view).items():
        yield job.stage.put(path, content)
    if job.clock:
        part.spent[artifact.view] += Spent(0, 0.0, now() - start)


def _make_one(job: Making, artifact: Artifact, _part: _Part) -> tuple[Outcome, LinkReport]:
    content = _content(job, artifact)
    outcome = job.stage.put(artifact.path, content)
    return outcome, _links(job, outcome, content)


def _make_timed(job: Making, artifact: Artifact, part: _Part) -> tuple[Outcome, LinkReport]:
    """Do as :func:`_make_one`, looking at the clock in between."""
    now = job.clock or float
    start = now()
    content = _content(job, artifact)
    made = now()
    outcome = job.stage.put(artifact.path, content)
    staged = now()
    links = _links(job, outcome, content)
    spent = Spent(1, made - start, staged - made, now() - staged)
    part.spent[artifact.view] = part.spent.get(artifact.view, Spent()) + spent
    return outcome, links


def _content(job: Making, artifact: Artifact) -> bytes:
    try:
        return job.make(job.site, artifact)
    except TemplateFault:
        raise
    except Exception as error:
        raise MakingError(artifact.path, artifact.view) from error


def _links(job: Making, outcome: Outcome, content: bytes) -> LinkReport:
    if outcome.change == "same" and not job.recheck:
        return LinkReport()
    return inspect(outcome.path, content, job.known, job.site.config.url)


def _gather(artifacts: Sequence[Artifact], order: list[list[int]], parts: list[_Part]) -> Made:
    """Return what the parts gave in the order of the plan."""
    outcomes: list[Outcome | None] = [None] * len(artifacts)
    links: dict[SitePath, LinkReport] = {}
    spent: dict[str, Spent] = {}
    beside: list[Outcome] = []
    for numbers, part in zip(order, parts, strict=True):
        for number, (size, digest, change) in zip(numbers, part.outcomes, strict=True):
            outcomes[number] = Outcome(artifacts[number].path, Entry(size, digest), change)
        links |= part.links
        beside += part.beside
        for view, more in part.spent.items():
            spent[view] = spent.get(view, Spent()) + more
    found = [links[one.path] for one in artifacts if one.path in links]
    report = LinkReport(
        tuple(chain.from_iterable(one.broken for one in found)),
        tuple(chain.from_iterable(one.anchored for one in found)),
    )
    meanwhile = next((part.meanwhile for part in parts if part.meanwhile), None)
    return Made(tuple(one for one in outcomes if one), report, spent, tuple(beside), meanwhile)
