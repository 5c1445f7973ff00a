"""What all searches are measured by: answers, first results, typing, times and memory.

Owns the page without anything else on it (``page/blank.html``) on which each search is asked.
Called by :mod:`benchmarks.search.trial`.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Error

from benchmarks.search.browser import THROTTLE, Tab, tab, throttled
from benchmarks.search.sample import Sample, beginnings, letters, within
from benchmarks.search.server import WEAK, Server
from benchmarks.search.visit import Visit, visit

_ASK = "query => bench.ask(query)"
_BRING = "query => bench.ask(query).then(bench.brought)"


@dataclass(frozen=True, slots=True)
class Typing:
    """What typing one query letter by letter brings, and the most that one letter brings."""

    bytes: int
    requests: int
    worst: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Milliseconds until each question is answered and drawn on a throttled processor.

    Each is asked once; its files are at hand.
    """

    whole: Sample[float]
    keystrokes: Sample[float]


@dataclass(frozen=True, slots=True)
class Lab:
    """A browser and a server; ``opener`` and ``folder`` say which search of which records."""

    browser: Browser
    server: Server
    opener: str
    folder: str

    def answers(self, queries: Sequence[str], *, disk: bool = False) -> list[list[str]]:
        """Return the keys of the first ten hits of each query; none where it does not work.

        With ``disk`` the page is a file and there is no server.
        """
        address = (self.server.root / "blank.html").resolve().as_uri() if disk else ""
        try:
            with self._opened(address) as opened:
                return [opened.page.evaluate(_ASK, query) for query in queries]
        except Error:
            if disk:
                return []
            raise

    def visits(
        self, queries: Sequence[str], seconds: float, *, weak: bool = False
    ) -> Sample[Visit]:
        """Return what each query costs as the first of a fresh visitor, until the time is over."""
        self.server.network = WEAK if weak else None
        try:
            found = tuple(self._visit(query) for query in within(queries, seconds))
        finally:
            self.server.network = None
        return Sample(found, len(queries))

    def typing(self, queries: Sequence[str]) -> tuple[Typing, ...]:
        """Return what each query brings a fresh visitor who types it letter by letter."""
        return tuple(self._typed(query) for query in queries)

    def pace(self, queries: Sequence[str], seconds: float) -> Pace:
        """Return the time of each query, and of each letter typed, until the time is over."""
        return Pace(self._timed(queries, seconds), self._timed(letters(queries), seconds))

    def heap(self, queries: Sequence[str]) -> float:
        """Return the megabytes of JavaScript that are held after some queries."""
        with self._opened() as opened:
            for query in queries:
                opened.page.evaluate(_ASK, query)
            return opened.heap()

    @contextmanager
    def _opened(self, address: str = "") -> Iterator[Tab]:
        """Open the search in a context of its own."""
        with tab(self.browser) as opened:
            opened.page.goto(address or f"{self.server.address}/blank.html")
            opened.asked.clear()
            self.server.taken()
            self._open(opened)
            yield opened

    def _open(self, opened: Tab) -> None:
        opened.page.evaluate(
            "([name, base]) => bench.open(name, base)", [self.opener, f"{self.folder}/"]
        )

    def _visit(self, query: str) -> Visit:
        """The page itself is there already: what is on it besides is the site's own business."""
        with self._opened() as opened:
            opened.page.evaluate(_ASK, query)
            return visit(opened, self.server, "")

    def _typed(self, query: str) -> Typing:
        with self._opened() as opened:
            steps = [self.server.taken()]
            for one in beginnings(query):
                opened.page.evaluate(_ASK, one)
                steps.append(self.server.taken())
        return reckoned(self.server, steps)

    def _timed(self, queries: Sequence[str], seconds: float) -> Sample[float]:
        """Return the time of each query, its files brought just before."""
        needed = self._needed(queries, seconds)
        with self._opened() as opened, throttled(opened):
            found = tuple(_took(opened, *one) for one in within(needed, seconds))
        return Sample(found, len(queries))

    def _needed(self, queries: Sequence[str], seconds: float) -> list[tuple[str, list[str]]]:
        """Return the queries that there may be time for, each with the files it has to bring.

        What was brought before may have been forgotten; asked in the same order, the same will be.
        """
        with self._opened() as opened:
            if opened.page.evaluate("bench.whole"):
                return [(query, []) for query in queries]
            opened.page.evaluate("bench.brought()")
            return [
                (query, opened.page.evaluate(_BRING, query))
                for query in within(queries, seconds / THROTTLE)
            ]


def reckoned(server: Server, steps: Sequence[Sequence[str]]) -> Typing:
    """Return what was brought before the first letter (the first step) and with each letter."""
    sizes = [sum(map(server.weight, step)) for step in steps]
    return Typing(sum(sizes), sum(map(len, steps)), max(sizes[1:]))


def _took(opened: Tab, query: str, files: Sequence[str]) -> float:
    return float(
        opened.page.evaluate("([query, files]) => bench.timed(query, files)", [query, files])
    )
