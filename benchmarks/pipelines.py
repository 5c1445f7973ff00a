"""The photo pipelines as programs that run over a folder of photos.

Called by :mod:`benchmarks.photos` and :mod:`benchmarks.quality`.
"""

import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Run, run
from benchmarks.steps import environment
from benchmarks.tools.program import NODE, ROOT, WORK, first_line

HOME = WORK / "photos"
_PIPES = ROOT / "benchmarks/pipes"
_PYTHON = str(ROOT / ".venv/bin/python")
_PEERS_PYTHON = str(WORK / "venv/bin/python")

Qualities = tuple[int, int]
"""The encoders' settings for AVIF and for JPEG, each on its encoder's own scale."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline: its command before folder, output and jobs, and whether it takes qualities."""

    name: str
    command: Sequence[str]
    takes_qualities: bool
    version: Callable[[], str]


OURS = Pipeline(
    "OCOP Showcase",
    [_PYTHON, str(_PIPES / "ours.py")],
    False,
    lambda: f"Pillow {version('pillow')}",
)
SHARP = Pipeline(
    "sharp",
    [NODE, str(_PIPES / "sharp.mjs")],
    True,
    lambda: str(json.loads((WORK / "node_modules/sharp/package.json").read_text())["version"]),
)
VIPS = Pipeline(
    "libvips",
    [_PEERS_PYTHON, str(_PIPES / "vips.py")],
    True,
    lambda: first_line(
        _PEERS_PYTHON, "-c", "import pyvips as v; print(v.version(0), v.version(1), v.version(2))"
    ).replace(" ", "."),
)


def develop(
    pipeline: Pipeline, photos: Path, qualities: Qualities, *, sample: bool = False
) -> tuple[Run, Mapping[str, Path]]:
    """Develop a folder of photos anew: what it took, and the files by photo, size and format."""
    out = HOME / pipeline.name.split()[0].lower()
    shutil.rmtree(out, ignore_errors=True)
    command = [*pipeline.command, str(photos), str(out), str(os.cpu_count() or 1)]
    if pipeline.takes_qualities:
        command += map(str, qualities)
    # libvips has threads of its own for each picture; the pictures already share the cores.
    plain = {**environment(), "PEERS": str(WORK), "VIPS_CONCURRENCY": "1"}
    log = HOME / "log.txt"
    taken = run(command, WORK, plain, log, sample=sample)
    return taken, _files(pipeline, out, log)


def _files(pipeline: Pipeline, out: Path, log: Path) -> Mapping[str, Path]:
    if pipeline is OURS:
        found: dict[str, str] = json.loads(log.read_text("utf-8"))
        return {name: Path(path) for name, path in found.items()}
    return {
        path.name: path
        for path in sorted(out.iterdir())
        if path.suffix in {".avif", ".jpg"} and not path.stem.endswith("-share")
    }
