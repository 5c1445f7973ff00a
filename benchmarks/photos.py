"""The photo pipelines side by side, at equal likeness to the originals.

Called by :mod:`benchmarks.run`.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PIL import Image

from benchmarks import camera
from benchmarks.measure import Run
from benchmarks.pipelines import HOME, OURS, SHARP, VIPS, Pipeline, Qualities, develop
from benchmarks.quality import equal_qualities, similarity
from benchmarks.unchanged import Unchanged, measure_unchanged

_PIPELINES = (OURS, SHARP, VIPS)
_REPEATS = 3
_FOR_TUNING = 3

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Pictures:
    """What one pipeline took, and how good and large its files are.

    ``likeness`` and ``kib`` are of AVIF and JPEG; KiB are for one photo.
    """

    version: str
    qualities: Qualities
    runs: tuple[Run, ...]
    peak: float
    likeness: tuple[float, float]
    kib: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Photos:
    """Results of all pipelines over ``count`` photos, and of photos that did not change."""

    count: int
    pipelines: dict[str, Pictures]
    unchanged: Unchanged | None


def measure(count: int, unchanged: int, say: Say) -> Photos:
    """Develop ``count`` photos with every pipeline; build with ``unchanged`` known ones."""
    folder = _take(count)
    sample = _some(folder)
    wanted = similarity(develop(OURS, sample, (0, 0))[1], sample)
    settings = {one.name: equal_qualities(one, sample, wanted) for one in _PIPELINES}
    say(f"photos: settings of equal likeness {settings}")
    runs: dict[str, list[Run]] = {one.name: [] for one in _PIPELINES}
    for _ in range(_REPEATS):
        for one in _PIPELINES:
            taken, _files = develop(one, folder, settings[one.name])
            runs[one.name].append(taken)
            say(f"photos: {one.name} {taken.cpu / count * 1000:.0f} ms CPU a photo")
    results = {
        one.name: _results(one, folder, settings[one.name], runs[one.name]) for one in _PIPELINES
    }
    return Photos(count, results, measure_unchanged(unchanged, say) if unchanged else None)


def cpu_per_photo(pictures: Pictures, count: int) -> float:
    """Return the middle run's processor time in milliseconds a photo."""
    return median(one.cpu for one in pictures.runs) / count * 1000


def _results(pipeline: Pipeline, folder: Path, qualities: Qualities, runs: list[Run]) -> Pictures:
    """Return what a pipeline took, with one more run that watches memory and keeps the files."""
    last, files = develop(pipeline, folder, qualities, sample=True)
    sizes = {".avif": 0, ".jpg": 0}
    for path in files.values():
        sizes[path.suffix] += path.stat().st_size
    photos = len(list(folder.iterdir()))
    return Pictures(
        pipeline.version(),
        qualities,
        tuple(runs),
        last.peak or 0.0,
        similarity(files, folder),
        (sizes[".avif"] / photos / 1024, sizes[".jpg"] / photos / 1024),
    )


def _take(count: int) -> Path:
    """Make the photos, every fourth one held upright and stored lying."""
    folder = HOME / "originals"
    shutil.rmtree(HOME, ignore_errors=True)
    folder.mkdir(parents=True)
    for number in range(count):
        exif = Image.Exif()
        exif[0x0112] = 6 if number % 4 == 3 else 1
        photo = camera.photograph(number)
        photo.save(folder / f"{number:03d}.jpg", quality=92, subsampling="4:2:0", exif=exif)
    return folder


def _some(folder: Path) -> Path:
    """Return a folder with the first few of the photos."""
    some = HOME / "tuning"
    some.mkdir()
    for path in sorted(folder.iterdir())[:_FOR_TUNING]:
        (some / path.name).hardlink_to(path)
    return some
