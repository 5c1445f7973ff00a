"""What the engine should reach, beside what it reached.

Called by :mod:`benchmarks.report`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.growth import growth
from benchmarks.photos import Photos, cpu_per_photo
from benchmarks.steps import COLD, NOTHING, Measured

Sizes = Mapping[int, Mapping[str, Measured]]

_OURS, _HUGO = "OCOP Showcase", "Hugo"
_STORY, _NAME = "one story edited", "one name edited"
_LARGE, _SMALL = 20_000, 1_000

_SECONDS = (
    (_LARGE, NOTHING, 0.5),
    (_LARGE, _STORY, 0.8),
    (_LARGE, _NAME, 2.0),
    (_SMALL, _STORY, 0.25),
)
_RATIOS = ((_LARGE, COLD, 0.4), (_LARGE, NOTHING, 0.01), (_LARGE, _STORY, 0.02))
_PEAK_RATIO = 0.35
_EXPONENTS = ((COLD, 1.05), (_STORY, 0.6))
_CPU_TO_SHARP = 1.0
_UNCHANGED_MS = 50


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that should be no more than a limit."""

    what: str
    limit: float
    reached: float

    @property
    def met(self) -> bool:
        """Whether the limit was kept."""
        return self.reached <= self.limit


def targets(sizes: Sizes, photos: Photos | None) -> Iterator[Target]:
    """Yield every target that this run measured."""
    for size, step, limit in _SECONDS:
        if size in sizes:
            yield Target(f"{size:,}, {step}: seconds", limit, _wall(sizes[size], _OURS, step))
    for size, step, limit in _RATIOS:
        if size in sizes:
            ratio = _wall(sizes[size], _OURS, step) / _wall(sizes[size], _HUGO, step)
            yield Target(f"{size:,}, {step}: × Hugo", limit, ratio)
    if _LARGE in sizes:
        ours, hugo = (sizes[_LARGE][name].peaks[COLD] for name in (_OURS, _HUGO))
        yield Target(f"{_LARGE:,}, {COLD}: peak memory × Hugo", _PEAK_RATIO, ours / hugo)
    if {_SMALL, _LARGE} <= set(sizes):
        for step, limit in _EXPONENTS:
            points = {size: _wall(one, _OURS, step) for size, one in sizes.items()}
            yield Target(f"growth, {step}: exponent", limit, growth(points))
    if photos:
        yield from _photo_targets(photos)


def _photo_targets(photos: Photos) -> Iterator[Target]:
    ours, sharp = (cpu_per_photo(photos.pipelines[one], photos.count) for one in (_OURS, "sharp"))
    yield Target("photos: CPU × sharp", _CPU_TO_SHARP, ours / sharp)
    if one := photos.unchanged:
        extra = (one.with_photos - one.without) * 1000
        yield Target(f"{one.count:,} photos unchanged: ms", _UNCHANGED_MS, extra)


def _wall(tools: Mapping[str, Measured], tool: str, step: str) -> float:
    return median(run.wall for run in tools[tool].runs[step])
