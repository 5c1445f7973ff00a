"""The project's own search page and header box, measured as they are.

Owns what is typed into them and when they are done. Called by :mod:`benchmarks.search.trial`.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import quote

from playwright.sync_api import Browser

from benchmarks.search.browser import Tab, tab, throttled
from benchmarks.search.lab import Typing, reckoned
from benchmarks.search.sample import Sample, beginnings, within
from benchmarks.search.server import WEAK, Server
from benchmarks.search.site import BOX, SEARCH
from benchmarks.search.visit import Visit, visit

_OWN = r"/search/|/static/js/search\."
"""The paths of the engine and its index; all others are the page's."""

_LOAD = """files => new Promise((done, failed) =>
  ocopSearch.load(document.documentElement.dataset.root, files, done, failed))"""
_SEEK = """text => watch.type(document.getElementById("q"), text,
  () => document.getElementById("results").dataset.ready === "true")"""
_FIELD = ".finder input"
_FIND = """text => {
  const panel = document.querySelector(".finder-panel");
  const shown = () => !panel.hidden && !panel.firstChild.matches("[data-old]");
  if (panel.firstChild) panel.firstChild.setAttribute("data-old", "");
  return watch.type(document.querySelector(".finder input"), text,
    () => text.trim().length < 2 || (panel.firstChild && shown()));
}"""


@dataclass(frozen=True, slots=True)
class Stroke:
    """Milliseconds of a page's thread for one letter, from the key until all of it is drawn.

    ``script`` is all of the page's own work, ``longest`` its longest piece, which nothing can
    interrupt; ``thread`` is that with style, layout and paint.
    """

    script: float
    longest: float
    thread: float


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a page does for each letter typed, and the megabytes of JavaScript held at the end."""

    strokes: Sample[Stroke]
    heap: float


@dataclass(frozen=True, slots=True)
class Shop:
    """A browser and a server; ``folder`` is the site's, below the server's root."""

    browser: Browser
    server: Server
    folder: str

    def visits(
        self, queries: Sequence[str], seconds: float, *, weak: bool = False, whole: bool = False
    ) -> Sample[Visit]:
        """Return what each query costs a fresh visitor of the search page, as the page's address.

        Only what belongs to the search counts and is slow on a ``weak`` network, or else, with
        ``whole``, all that the page loads.
        """
        own = "" if whole else _OWN
        self.server.network = replace(WEAK, of=own) if weak else None
        try:
            found = tuple(self._visit(query, own) for query in within(queries, seconds))
        finally:
            self.server.network = None
        return Sample(found, len(queries))

    def typing(self, queries: Sequence[str]) -> tuple[tuple[Typing, ...], list[str]]:
        """Return what each query brings a fresh visitor who types it, and the files of them all."""
        typed = [self._typed(query) for query in queries]
        files = dict.fromkeys(path for steps in typed for step in steps[1:] for path in step)
        begin = len(f"/{self.folder}/")
        return tuple(reckoned(self.server, one) for one in typed), [one[begin:] for one in files]

    def sitting(self, queries: Sequence[str], files: Sequence[str], seconds: float) -> Sitting:
        """Return the work of the search page for each letter of the queries, typed in turn.

        ``files`` are at hand.
        """
        with self._opened(SEARCH) as opened:
            opened.page.evaluate("watch.settled")
            return _sat(opened, (_SEEK, files), queries, seconds)

    def suggesting(self, queries: Sequence[str], files: Sequence[str], seconds: float) -> Sitting:
        """Return the work of the box in the header for each letter of the queries, likewise."""
        with self._opened(BOX) as opened:
            opened.page.focus(_FIELD)
            opened.page.wait_for_selector(".finder-panel", state="attached")
            return _sat(opened, (_FIND, files), queries, seconds)

    @contextmanager
    def _opened(self, page: str) -> Iterator[Tab]:
        with tab(self.browser) as opened:
            self.server.taken()
            opened.page.goto(self._address(page))
            yield opened

    def _address(self, page: str) -> str:
        return f"{self.server.address}/{self.folder}/{page}"

    def _visit(self, query: str, own: str) -> Visit:
        with tab(self.browser) as opened:
            address = self._address(f"{SEARCH}?q={quote(query)}")
            opened.page.goto(address, wait_until="commit")
            opened.page.evaluate("watch.seen")
            return visit(opened, self.server, own)

    def _typed(self, query: str) -> list[list[str]]:
        """Return what was asked for before the first letter and with each letter."""
        with self._opened(SEARCH) as opened:
            opened.page.evaluate("watch.settled")
            opened.page.evaluate("watch.hook()")
            steps = [self._taken()]
            for one in beginnings(query):
                opened.page.evaluate(_SEEK, one)
                steps.append(self._taken())
        return steps

    def _taken(self) -> list[str]:
        """Return what was asked for since the last call and belongs to the search."""
        return [path for path in self.server.taken() if re.search(_OWN, path)]


def _sat(
    opened: Tab, way: tuple[str, Sequence[str]], queries: Sequence[str], seconds: float
) -> Sitting:
    """Type the queries in turn, as ``way`` says and with its files at hand."""
    typist, files = way
    opened.page.evaluate("watch.hook()")
    opened.page.evaluate(_LOAD, list(files))
    letters = [one for query in queries for one in beginnings(query)]
    with throttled(opened):
        strokes = tuple(_stroke(opened, typist, one) for one in within(letters, seconds))
    return Sitting(Sample(strokes, len(letters)), opened.heap())


def _stroke(opened: Tab, typist: str, text: str) -> Stroke:
    opened.page.evaluate("watch.pieces.length = 0")
    before = opened.metrics()
    opened.page.evaluate(typist, text)
    after = opened.metrics()
    script, thread = (
        (after[name] - before[name]) * 1000 for name in ("ScriptDuration", "TaskDuration")
    )
    return Stroke(script, max(opened.page.evaluate("watch.pieces")), thread)
