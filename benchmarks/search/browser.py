"""What a search does in a real Chromium: answers, bytes, times and memory.

Owns pages and their settings. Called by :mod:`benchmarks.search.run`.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright

from benchmarks.search.server import WEAK, Server

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
THROTTLE = 4
"""How many times slower than this computer the phone is."""

_SHORTEST = 2
"""Letters from which on each one more is a question."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a fresh visitor's first result costs: bytes over the wire and requests."""

    bytes: int
    requests: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Typing:
    """What typing one query letter by letter brings, and the most that one letter brings."""

    bytes: int
    requests: int
    worst: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Milliseconds of each question on a throttled processor, its files at hand."""

    whole: tuple[float, ...]
    keystrokes: tuple[float, ...]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*_FLAGS])
        yield browser
        browser.close()


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
            with self._opened(address) as page:
                return [page.evaluate("query => bench.ask(query)", query) for query in queries]
        except Error:
            if disk:
                return []
            raise

    def visits(self, queries: Sequence[str], seconds: float, *, weak: bool = False) -> list[Visit]:
        """Return what each query costs as the first of a fresh visitor, until the time is over."""
        end = time.monotonic() + seconds
        found: list[Visit] = []
        self.server.network = WEAK if weak else None
        try:
            for query in queries:
                if not found or time.monotonic() < end:
                    found.append(self._visit(query))
        finally:
            self.server.network = None
        return found

    def typing(self, queries: Sequence[str]) -> list[Typing]:
        """Return what each query brings a fresh visitor who types it letter by letter."""
        return [self._typed(query) for query in queries]

    def pace(self, queries: Sequence[str], seconds: float) -> Pace:
        """Return the time of each query, and of each letter typed, within a budget of seconds.

        All is asked once before the measured time, so that no network is in it.
        """
        with self._opened() as page:
            known = self._warmed(page, queries, seconds)
            with _throttled(page):
                whole = [_took(page, one) for one in known]
        with self._opened() as page:
            letters = [one for query in queries for one in _begun(query)]
            known = self._warmed(page, letters, seconds)
            with _throttled(page):
                return Pace(tuple(whole), tuple(_took(page, one) for one in known))

    def heap(self, queries: Sequence[str]) -> float:
        """Return the megabytes of JavaScript that are held after some queries."""
        with self._opened() as page:
            for query in queries:
                page.evaluate("query => bench.ask(query)", query)
            session = page.context.new_cdp_session(page)
            session.send("HeapProfiler.collectGarbage")
            used = session.send("Runtime.getHeapUsage")
            return float(used["usedSize"] + used.get("backingStorageSize", 0)) / 1e6

    @contextmanager
    def _opened(self, address: str = "") -> Iterator[Page]:
        """Open the search in a context of its own."""
        with self._blank(address) as page:
            self._open(page)
            yield page

    def _open(self, page: Page) -> None:
        page.evaluate("([name, base]) => bench.open(name, base)", [self.opener, f"{self.folder}/"])

    @contextmanager
    def _blank(self, address: str = "") -> Iterator[Page]:
        """Open a page without any search in a context of its own."""
        context = self.browser.new_context()
        try:
            page = context.new_page()
            page.add_init_script(path=Path(__file__).parent / "page/harness.js")
            page.goto(address or f"{self.server.address}/blank.html")
            self.server.taken()
            yield page
        finally:
            context.close()

    def _visit(self, query: str) -> Visit:
        """The page itself is there already: what is on it besides is the site's own business."""
        with self._blank() as page:
            begin = time.perf_counter()
            self._open(page)
            page.evaluate("query => bench.ask(query)", query)
            seconds = time.perf_counter() - begin
            sent = self.server.taken()
        return Visit(sum(size for _, size in sent), len(sent), seconds)

    def _typed(self, query: str) -> Typing:
        with self._opened() as page:
            steps = [self.server.taken()]
            for one in _begun(query):
                page.evaluate("query => bench.ask(query)", one)
                steps.append(self.server.taken())
        sizes = [sum(size for _, size in step) for step in steps]
        return Typing(sum(sizes), sum(map(len, steps)), max(sizes[1:]))

    def _warmed(self, page: Page, queries: Sequence[str], seconds: float) -> list[str]:
        """Ask queries until the time is over; return those that were asked."""
        end = time.monotonic() + seconds / (THROTTLE + 1)
        known: list[str] = []
        for query in queries:
            page.evaluate("query => bench.ask(query)", query)
            known.append(query)
            if time.monotonic() > end:
                break
        return known


@contextmanager
def _throttled(page: Page) -> Iterator[CDPSession]:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    yield session
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def _took(page: Page, query: str) -> float:
    return float(page.evaluate("query => bench.timed(query)", query)["took"])


def _begun(query: str) -> list[str]:
    """Return the query as far as it is typed, letter by letter."""
    return [query[:length] for length in range(_SHORTEST, len(query) + 1)]


def quantile(values: Sequence[float], part: float) -> float:
    """Return the value below which ``part`` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
