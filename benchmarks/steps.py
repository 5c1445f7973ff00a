"""All builds of one size: every generator through the same steps, taking turns.

Owns the order and the number of runs. Called by :mod:`benchmarks.run`.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import corpus as corpora
from benchmarks.edits import EDITS, Edit
from benchmarks.facts import Corpus
from benchmarks.measure import Run, run
from benchmarks.project import Project, census
from benchmarks.tools.program import ROOT, WORK
from benchmarks.tools.tool import Tool

REPEATS = 3
_ENOUGH_SECONDS = 20.0
"""A step of one generator is not repeated once it took this long."""

COLD, NOTHING = "cold", "nothing changed"
STEPS = (COLD, NOTHING, *EDITS)
_WITH_MEMORY = (COLD, "one story edited")

Say = Callable[[str], None]


@dataclass(slots=True)
class Measured:
    """What one generator took at one size: the runs of each step, and what its site holds."""

    runs: dict[str, list[Run]] = field(default_factory=dict)
    peaks: dict[str, float] = field(default_factory=dict)
    census: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    keeps_deleted: bool = False


def measure_size(size: int, tools: Sequence[Tool], say: Say) -> Mapping[str, Measured]:
    """Return what each tool took for ``size`` products, by the tool's name."""
    corpus = corpora.make(size)
    home = WORK / "run" / str(size)
    projects = [_project(tool, home / tool.name.split()[0].lower()) for tool in tools]
    for project in projects:
        project.lay(corpus)
    measured = {tool.name: Measured() for tool in tools}
    for step in STEPS:
        for project, sample in _turns(step, projects, measured):
            mine = measured[project.tool.name]
            done = _one(step, project, corpus, mine, sample)
            say(f"{size:,} {project.tool.name}, {step}: {done.wall:.2f} s")
    return measured


def clear() -> None:
    """Remove all projects and sites of earlier runs."""
    shutil.rmtree(WORK / "run", ignore_errors=True)


def _project(tool: Tool, folder: Path) -> Project:
    return Project(tool, folder / "project", folder / "site", folder / "aside")


def _turns(
    step: str, projects: Sequence[Project], measured: Mapping[str, Measured]
) -> Iterator[tuple[Project, bool]]:
    """Yield whose turn it is, and whether to watch its memory instead of the time."""
    for _ in range(REPEATS):
        for project in projects:
            runs = measured[project.tool.name].runs.get(step, [])
            if sum(one.wall for one in runs) < _ENOUGH_SECONDS:
                yield project, False
    if step in _WITH_MEMORY:
        yield from ((project, True) for project in projects)


def _one(step: str, project: Project, corpus: Corpus, mine: Measured, sample: bool) -> Run:
    """Prepare, run and check one build, and keep what it took."""
    runs = mine.runs.setdefault(step, [])
    edit = _edit(step, corpus, len(runs))
    if step == COLD:
        project.forget()
        project.read()
    project.apply(edit, corpus)
    done = _build(project, sample)
    project.check(edit)
    if sample:
        mine.peaks[step] = done.peak or 0.0
    else:
        runs.append(done)
    if step == COLD:
        mine.census = census(project.out)
    if edit.gone:
        mine.keeps_deleted = project.keeps(edit.gone.id)
    return done


def _edit(step: str, corpus: Corpus, number: int) -> Edit:
    return EDITS[step](corpus, number) if step in EDITS else Edit()


def _build(project: Project, sample: bool) -> Run:
    command = project.tool.command(project.folder, project.out)
    log = project.folder.parent / "log.txt"
    return run(command, project.folder, environment(), log, sample=sample)


def environment() -> Mapping[str, str]:
    """Return the same plain environment for every program."""
    return {
        "PATH": f"{ROOT / '.venv/bin'}:{os.environ['PATH']}",
        "HOME": str(WORK),
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "HUGO_CACHEDIR": str(WORK / "hugo-cache"),
    }
