"""The searches that are compared: how each makes its index of the records.

Owns their folders under the server's root and the processor time that an index takes. Called by
:mod:`benchmarks.search.run`.
"""

import datetime as dt
import json
import os
import platform
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]

from benchmarks.measure import run
from benchmarks.search.content import kinds, lay_pages, lay_project, place_line, place_now
from benchmarks.search.records import Record
from benchmarks.search.site import pages
from benchmarks.tools.ours import TODAY
from benchmarks.tools.program import NODE, WORK
from ocop import __version__
from ocop.cli.collector import uncollected
from ocop.finding import searched
from ocop.pages.views.index import files
from ocop.request import Request

PAGE = Path(__file__).parent / "page"


@dataclass(frozen=True, slots=True)
class Peer:
    """A search: its name, its key in the harness, and what makes its index.

    ``lay`` gets the records and an empty folder and returns the seconds of processor that the
    index took; ``files`` is a pattern of what it consists of; ``key`` tells by what the search
    names a record of a number.
    """

    name: str
    opener: str
    files: str
    lay: Callable[[Sequence[Record], Path], float]
    key: Callable[[int, Record], str]
    version: Callable[[], str]
    own: bool = False


def lay_page(root: Path) -> None:
    """Write what all searches share into the server's root."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(PAGE / "blank.html", root / "blank.html")
    library = (WORK / "node_modules/minisearch/dist/umd/index.js").read_bytes()
    script = jsmin(library + b"\n" + (PAGE / "tuned.js").read_bytes())  # as our own scripts are
    (root / "minisearch.js").write_bytes(script)


def size_of(folder: Path, pattern: str) -> int:
    """Return the bytes of all files of a peer that a reader may load."""
    return sum(one.stat().st_size for one in folder.glob(pattern) if one.is_file())


def _ours(records: Sequence[Record], folder: Path) -> float:
    """Lay a project, and publish its search and pages as a build does; the time is the index's."""
    project = folder / "project"
    lay_project(records, project)
    _, site, script = searched(Request(project, dt.date.fromisoformat(TODAY), jobs=2))
    if site is None:
        raise ValueError("the invented content has errors")
    with uncollected():  # as in a build
        begin = time.process_time()
        made = files(site)
        taken = time.process_time() - begin
    index = {str(path): text for path, text in made.items()}
    _write(folder, {"engine.js": script.encode(), **pages(site), **index})
    return taken


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _minisearch(records: Sequence[Record], folder: Path) -> float:
    slim = [
        {
            "id": number,
            "name": one.name,
            "maker": one.maker.name,
            "place": f"{place_line(one.origin)}, {place_now(one)}",
            "kind": ", ".join(kinds(one)),
            "summary": one.summary,
            "stars": one.stars,
        }
        for number, one in enumerate(records)
    ]
    (folder / "records.json").write_text(json.dumps(slim, ensure_ascii=False), "utf-8")
    command = [NODE, str(PAGE / "minisearch.mjs"), str(folder), str(WORK)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    (folder / "records.json").unlink()
    return float(told.stdout)


def _pagefind(records: Sequence[Record], folder: Path) -> float:
    site = folder / "site"
    lay_pages(records, site)
    command = [_program(), "--site", str(site), "--output-path", str(folder / "pagefind")]
    command += ["--force-language", "vi"]
    return run(command, folder, os.environ, folder / "log.txt").cpu


def _program() -> str:
    kind = "arm64" if platform.machine() in ("aarch64", "arm64") else "x64"
    return str(WORK / f"node_modules/@pagefind/linux-{kind}/bin/pagefind_extended")


def _declared(package: str) -> Callable[[], str]:
    def version() -> str:
        wanted = json.loads((WORK / "package.json").read_text("utf-8"))
        found = {**wanted["dependencies"], **wanted["optionalDependencies"]}[package]
        return str(found)

    return version


OURS = "OCOP Showcase"
"""The project's own search."""

PEERS = (
    Peer(OURS, "ours", "search/*.js", _ours, lambda _, one: one.id, lambda: __version__, own=True),
    Peer(
        "Pagefind",
        "pagefind",
        "pagefind/**/*.pf_*",
        _pagefind,
        lambda number, _: str(number),
        _declared("@pagefind/linux-x64"),
    ),
    Peer(
        "MiniSearch",
        "minisearch",
        "index.js",
        _minisearch,
        lambda number, _: str(number),
        _declared("minisearch"),
    ),
)
"""All searches, the project's own first."""
