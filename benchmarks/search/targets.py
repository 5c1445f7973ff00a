"""What the search should reach, beside what it reached.

Called by :mod:`benchmarks.search.report`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.search.browser import quantile
from benchmarks.search.facets import Count
from benchmarks.search.quality import ALL
from benchmarks.search.shop import Sitting
from benchmarks.search.trial import Trial

_LARGE, _SMALL = 20_000, 2_000
_FIRST, _TEN, _CLASS, _MAKERS = 0.95, 0.99, 0.90, 0.85
_STROKE, _HEAP = 15, 6
_WEAK = {_LARGE: 3.0, _SMALL: 2.0}


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that should be at least, or at most, a limit."""

    what: str
    limit: float
    reached: float
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether the limit was kept."""
        return self.reached >= self.limit if self.least else self.reached <= self.limit


def targets(trials: Mapping[int, Trial], counts: Mapping[int, Count]) -> Iterator[Target]:
    """Yield every target that this run measured; ``trials`` are the project's own by size."""
    if large := trials.get(_LARGE):
        yield from _quality(large)
        yield from _costs(large)
    for size, limit in _WEAK.items():
        if trial := trials.get(size):
            seconds = [one.seconds for one in trial.weak.found]
            what = f"{size:,}: first result on a weak network, seconds"
            yield Target(f"{what}, median", limit, quantile(seconds, 0.5))
            yield Target(f"{what}, p95", limit, quantile(seconds, 0.95))
    for size, one in counts.items():
        yield Target(f"{size:,}: facets counted otherwise than by hand", 0, len(one.differing))
    for size, trial in trials.items():
        astray = float("inf") if trial.astray is None else trial.astray
        yield Target(f"{size:,}: answers that differ on file://", 0, astray)


def _quality(trial: Trial) -> Iterator[Target]:
    for seed, scores in trial.scores.items():
        yield Target(f"seed {seed}: success@1", _FIRST, scores[ALL].first, least=True)
        yield Target(f"seed {seed}: success@10", _TEN, scores[ALL].ten, least=True)
        classes = {kind: one.first for kind, one in scores.items() if kind != ALL}
        makers = classes.pop("producer")
        kind = min(classes, key=lambda one: classes[one])
        worst = f"seed {seed}: success@1 of the worst class ({kind})"
        yield Target(worst, _CLASS, classes[kind], least=True)
        yield Target(f"seed {seed}: success@1 of producers", _MAKERS, makers, least=True)


def _costs(trial: Trial) -> Iterator[Target]:
    sizes = [one.bytes / 1000 for one in trial.visits.found]
    counts = [one.requests for one in trial.visits.found]
    yield Target("first result: kB, median", 70, quantile(sizes, 0.5))
    yield Target("first result: kB, p95", 70, quantile(sizes, 0.95))
    yield Target("first result: requests, median", 8, quantile(counts, 0.5))
    yield Target("first result: requests, p95", 8, quantile(counts, 0.95))
    yield Target("ms a keystroke, p95", _STROKE, quantile(trial.pace.keystrokes.found, 0.95))
    if trial.pages:
        yield _piece("the search page", trial.pages.search)
        yield _piece("the box in the header", trial.pages.box)
    yield Target("JavaScript heap, MB", _HEAP, trial.heap)
    if trial.pages:
        yield Target("JavaScript heap of the search page, MB", _HEAP, trial.pages.search.heap)
    yield Target("index: seconds of processor", 3, trial.index_cpu)


def _piece(where: str, sitting: Sitting) -> Target:
    """Return how long a page cannot take the next key."""
    what = f"{where}: ms of the longest piece of script a keystroke, p95"
    return Target(what, _STROKE, quantile([one.longest for one in sitting.strokes.found], 0.95))
