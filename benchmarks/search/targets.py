"""What the search should reach, beside what it reached.

Called by :mod:`benchmarks.search.report`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.search.browser import quantile
from benchmarks.search.quality import ALL
from benchmarks.search.trial import Trial

_LARGE, _SMALL = 20_000, 2_000
_FIRST, _TEN, _CLASS, _MAKERS = 0.95, 0.99, 0.90, 0.85
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


def targets(
    trials: Mapping[int, Trial], miscounts: Mapping[int, tuple[int, tuple[str, ...]]]
) -> Iterator[Target]:
    """Yield every target that this run measured; ``trials`` are the project's own by size."""
    if large := trials.get(_LARGE):
        yield from _quality(large)
        yield from _costs(large)
    for size, limit in _WEAK.items():
        if trial := trials.get(size):
            reached = quantile([one.seconds for one in trial.weak], 0.5)
            yield Target(f"{size:,}: first result on a weak network, seconds", limit, reached)
    for size, (_, differing) in miscounts.items():
        yield Target(f"{size:,}: facets counted otherwise than by hand", 0, len(differing))
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
    sizes = [one.bytes / 1000 for one in trial.visits]
    counts = [one.requests for one in trial.visits]
    yield Target("first result: kB, median", 70, quantile(sizes, 0.5))
    yield Target("first result: kB, p95", 70, quantile(sizes, 0.95))
    yield Target("first result: requests, median", 8, quantile(counts, 0.5))
    yield Target("first result: requests, p95", 8, quantile(counts, 0.95))
    yield Target("ms a keystroke, p95", 15, quantile(trial.pace.keystrokes, 0.95))
    yield Target("JavaScript heap, MB", 6, trial.heap)
    yield Target("index: seconds of processor", 3, trial.index_cpu)
