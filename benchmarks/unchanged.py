"""What photos that did not change cost a build in which nothing changed.

Called by :mod:`benchmarks.photos`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PIL import ImageDraw

from benchmarks import camera
from benchmarks import corpus as corpora
from benchmarks.measure import run
from benchmarks.project import Project
from benchmarks.steps import environment
from benchmarks.tools.ours import OURS
from benchmarks.tools.program import WORK

_REPEATS = 7
_SIZE = 640, 480
"""The least that a photo has without a warning: printing those is no work on photos."""
_PHOTOS = 'photos:\n  - file: photo.jpg\n    alt: "Ảnh {name}"\n'

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Seconds of a build of nothing new: ``count`` products without and with a photo each."""

    count: int
    without: float
    with_photos: float


def measure_unchanged(count: int, say: Say) -> Unchanged:
    """Build two catalogues that differ in their photos alone, again and again in turns."""
    corpus = corpora.make(count)
    home = WORK / "run/photos"
    projects = [_project(home / name) for name in ("without", "with")]
    for project in projects:
        project.lay(corpus)
    _add_photos(projects[1].folder)
    times: list[list[float]] = [[], []]
    for attempt in range(_REPEATS + 1):
        for project, mine in zip(projects, times, strict=True):
            took = _build(project)
            if attempt:
                mine.append(took)
    without, with_photos = map(median, times)
    say(f"photos: {count:,} unchanged cost {(with_photos - without) * 1000:.0f} ms")
    return Unchanged(count, without, with_photos)


def _project(folder: Path) -> Project:
    return Project(OURS, folder / "project", folder / "site", folder / "aside")


def _build(project: Project) -> float:
    command = OURS.command(project.folder, project.out)
    log = project.folder.parent / "log.txt"
    return run(command, project.folder, environment(), log).wall


def _add_photos(folder: Path) -> None:
    """Give every product a photo of its own."""
    base = camera.photograph(0, _SIZE)
    for number, facts in enumerate(sorted(folder.glob("content/products/*/product.yaml"))):
        photo = base.copy()
        # Another place for each: nearby colours would come out of the encoder the same.
        left, top = number % 40 * 14, number // 40 % 40 * 10
        ImageDraw.Draw(photo).rectangle((left, top, left + 60, top + 60), fill="white")
        photo.save(facts.with_name("photo.jpg"), quality=85)
        alt = _PHOTOS.format(name=facts.parent.name)
        facts.write_text(facts.read_text("utf-8") + alt, "utf-8")
