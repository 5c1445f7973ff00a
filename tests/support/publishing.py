"""Publishing without pages: a site is a mapping from addresses to bytes."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ocop.pages.artifact import Rank
from ocop.paths import SitePath
from ocop.publish.output import Output, OutputFolder, Published, open_output
from support.earlier import MANIFEST

Plan = Mapping[str, bytes]


def folder(project: Path, **changes: object) -> OutputFolder:
    """Return the output folder of a project that lies in ``project``."""
    return OutputFolder(
        path=Path(str(changes.get("path", project / "site"))),
        label="site",
        work=Path(str(changes.get("work", project / ".ocop"))),
        version="1",
        thorough=bool(changes.get("thorough", False)),
    )


def rank_of(path: str) -> Rank:
    """Return a publishing rank by the look of an address."""
    if not path.endswith(".html"):
        return "asset"
    return "entry" if path.endswith("index.html") else "page"


@contextmanager
def opened(project: Path) -> Iterator[Output]:
    """Open the project's output folder as a build does."""
    with open_output(folder(project), no_waiting) as output:
        yield output


def publish(project: Path, plan: Plan) -> Published:
    """Publish ``plan`` as a build does; PublishError if it cannot be."""
    with opened(project) as output:
        return publish_into(output, plan)


def publish_into(output: Output, plan: Plan) -> Published:
    """Stage and publish ``plan``."""
    outcomes = [output.stage.put(SitePath(path), content) for path, content in plan.items()]
    return output.publish({SitePath(path): rank_of(path) for path in plan}, outcomes)


def no_waiting() -> None:
    """Fail a test in which no other build should run."""
    raise AssertionError("the lock is held")


def files_in(site: Path) -> dict[str, bytes]:
    """Return every file of a folder, the manifest aside, by its name relative to it."""
    files = every_file_in(site)
    return {path: files[path] for path in files if Path(path).name != MANIFEST}


def every_file_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its name relative to it; of none if it is not there."""
    start = len(f"{folder}/")
    return {
        path[start:]: _content(path)
        for parent, _, names in os.walk(folder)
        for path in (f"{parent}/{name}" for name in names)
    }


def _content(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 (hundreds of thousands of files)
        return file.read()
