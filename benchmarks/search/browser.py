"""A real Chromium: its pages, what they ask a server for, and how slow their processor is.

Owns the browser's settings. Called by :mod:`benchmarks.search.lab` and
:mod:`benchmarks.search.shop`.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_SCRIPTS = tuple(Path(__file__).parent / f"page/{name}.js" for name in ("watch", "harness"))
THROTTLE = 4
"""How many times slower than this computer the phone is."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*_FLAGS])
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Tab:
    """A page and its line to the browser's tools; ``asked`` are its requests with their moments."""

    page: Page
    tools: CDPSession
    asked: list[tuple[float, str]] = field(default_factory=list)

    def note(self, event: dict[str, Any]) -> None:
        """Keep when a request was started, in the browser's seconds, and its path."""
        address = urlsplit(event["request"]["url"])
        if address.scheme == "http":
            self.asked.append((event["timestamp"], address.path))

    def metrics(self) -> dict[str, float]:
        """Return the browser's counters, in seconds where they are of time."""
        counters = self.tools.send("Performance.getMetrics")["metrics"]
        return {one["name"]: float(one["value"]) for one in counters}

    def heap(self) -> float:
        """Return the megabytes of JavaScript that are held once the garbage is gone."""
        self.tools.send("HeapProfiler.collectGarbage")
        used = self.tools.send("Runtime.getHeapUsage")
        return float(used["usedSize"] + used.get("backingStorageSize", 0)) / 1e6


@contextmanager
def tab(browser: Browser) -> Iterator[Tab]:
    """Open an empty page in a context of its own, with nothing cached."""
    context = browser.new_context()
    try:
        page = context.new_page()
        for script in _SCRIPTS:
            page.add_init_script(path=script)
        made = Tab(page, context.new_cdp_session(page))
        made.tools.on("Network.requestWillBeSent", lambda event: made.note(event))
        made.tools.send("Network.enable")
        # Time of the page's own thread: what else the computer does is not in it.
        made.tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        yield made
    finally:
        context.close()


@contextmanager
def throttled(one: Tab) -> Iterator[None]:
    """Slow the page's processor down until the block ends."""
    one.tools.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    yield
    one.tools.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def quantile(values: Sequence[float], part: float) -> float:
    """Return the value below which ``part`` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
