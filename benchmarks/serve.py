"""From a save to the page in the browser: ``python -m benchmarks.serve`` (``make bench-serve``).

A lived-in ``ocop serve`` of 1,000 and 20,000 products gets one edit after the other. A client on
the stream of news, as the script in a page is, takes the time from the write of the file until it
has the new page, and until the build that publishes it has ended. Beside the clock stands what
the server's processes worked: that does not depend on what else runs on the machine.
"""

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from itertools import chain
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from benchmarks import corpus as corpora
from benchmarks.edits import EDITS, Edit
from benchmarks.facts import Corpus
from benchmarks.machine import describe
from benchmarks.project import Project
from benchmarks.tools.ours import OURS
from benchmarks.tools.program import WORK

SIZES = (1000, 20000)
TARGETS = {1000: 150, 20000: 500}
"""Milliseconds that an editor may wait for the page after saving a story."""

STORY, *_ = KINDS = ("one story edited", "one name edited", "one producer edited")
_REPEATS = 5
_PAUSE = 1.5
"""Seconds between two edits: an editor looks at the page before he goes on."""

_OUT = Path(__file__).parent / "SERVE.md"
_TAG = re.compile(rb'data-tag="(\w+)"')


@dataclass(frozen=True, slots=True)
class Waited:
    """Milliseconds of the clock and of processors until the page was there, and all was built."""

    page: float
    page_cpu: float
    built: float
    built_cpu: float


class Preview:
    """A running ``ocop serve``, looked at as a browser does."""

    def __init__(self, process: "subprocess.Popen[str]", project: Project, corpus: Corpus) -> None:
        self._process, self._project, self._corpus = process, project, corpus
        assert process.stdout
        while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())):
            assert process.poll() is None, "ocop serve ended"
        self._port = int(found[1])
        self._built: list[tuple[float, float]] = []
        threading.Thread(target=self._note, daemon=True).start()

    def edit(self, edit: Edit) -> Waited:
        """Save an edit and wait for its first page; AssertionError if that does not tell it."""
        page = f"products/{edit.shown[0]}.html"
        stream = self._listen(page)
        self._built.clear()
        began, worked = time.perf_counter(), self._worked()
        self._save(edit)
        while b"reload" not in stream.readline():
            pass
        content = self._ask(page).read()
        there = (time.perf_counter() - began, self._worked() - worked)
        stream.close()
        assert edit.seen.encode() in content, f"{page} does not say {edit.seen}"
        while not self._built or time.perf_counter() - self._built[-1][0] < _PAUSE:
            time.sleep(_PAUSE / 10)
        ended, work = self._built[-1]
        return Waited(*(1000 * one for one in (*there, ended - began, work - worked)))

    def _save(self, edit: Edit) -> None:
        """Write the files that an edit changes, as an editor does."""
        tool, producers = self._project.tool, dict(self._corpus.producers)
        producers |= {one.id: one for one in edit.producers}
        files = [tool.producers(one) for one in edit.producers]
        files += [tool.products(one, producers[one.producer]) for one in edit.products]
        for path, text in chain.from_iterable(one.items() for one in files):
            file = self._project.folder / path
            if file.read_text("utf-8") != text:
                file.write_text(text, "utf-8")

    def _listen(self, page: str) -> HTTPResponse:
        found = _TAG.search(self._ask(page).read())
        asked = urlencode({"page": page, "tag": found[1].decode() if found else ""})
        stream = self._ask(f"__ocop/events?{asked}")
        while not stream.readline().startswith(b"data:"):
            pass
        return stream

    def _ask(self, address: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self._port)
        connection.request("GET", f"/{address}")
        return connection.getresponse()

    def _note(self) -> None:
        """Take note of every line in the terminal: one stands at the end of each build."""
        assert self._process.stdout
        for _ in self._process.stdout:
            self._built.append((time.perf_counter(), self._worked()))

    def _worked(self) -> float:
        """Return the seconds that the server and all that it started have worked."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(project: Project, corpus: Corpus) -> Iterator[Preview]:
    """Serve a project until all is measured."""
    call = [sys.executable, "-m", "ocop", "serve", "--lang", "en", "--port", "0"]
    with subprocess.Popen(  # noqa: S603
        [*call, "--project", str(project.folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795219200"},  # 21 November 2026
    ) as process:
        try:
            yield Preview(process, project, corpus)
        finally:
            process.terminate()


def measure(size: int, repeats: int = _REPEATS) -> Mapping[str, Sequence[Waited]]:
    """Return what each kind of edit took for ``size`` products; the first is to warm up."""
    corpus = corpora.make(size)
    home = WORK / "serve" / str(size)
    project = Project(OURS, home / "ocop", home / "out", home / "aside")
    project.lay(corpus)
    with serving(project, corpus) as preview:
        time.sleep(_PAUSE)
        return {
            kind: [preview.edit(EDITS[kind](corpus, number)) for number in range(repeats + 1)][1:]
            for kind in KINDS
        }


def _row(size: int, kind: str, waited: Sequence[Waited]) -> str:
    page, built = median(one.page for one in waited), median(one.built for one in waited)
    work, whole = (
        median(one.page_cpu for one in waited),
        median(one.built_cpu for one in waited),
    )
    aim = str(TARGETS[size]) if kind == STORY and size in TARGETS else "–"
    return f"| {size:,} | {kind} | {aim} | {page:.0f} | {work:.0f} | {built:.0f} | {whole:.0f} |"


def main(sizes: Sequence[int]) -> None:
    """Measure and write the table."""
    rows = []
    for size in sizes:
        for kind, waited in measure(size).items():
            rows.append(_row(size, kind, waited))
            print(rows[-1], json.dumps([one.page for one in waited]), flush=True)
    table = [
        "| products | edit | target ms | page ms | its CPU ms | whole site ms | its CPU ms |",
        "|---|---|---|---|---|---|---|",
        *rows,
    ]
    machine = ", ".join(f"{key} {value}" for key, value in describe().items())
    title = "# From a save to the page in the browser"
    _OUT.write_text(f"{title}\n\n{machine}\n\n" + "\n".join(table) + "\n", "utf-8")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
