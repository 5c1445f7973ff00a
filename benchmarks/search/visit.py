"""What a fresh visitor's first result costs.

Owns the definition (``wording/search-compared.md`` tells it to readers): from nothing cached until
the first result is on the page; all requests that were started until then count, with the whole
of their responses. Called by :mod:`benchmarks.search.lab` and :mod:`benchmarks.search.shop`.
"""

import re
from dataclasses import dataclass

from benchmarks.search.browser import Tab
from benchmarks.search.server import Server


@dataclass(frozen=True, slots=True)
class Visit:
    """Bytes over the wire, requests and seconds; of one that finds nothing until that is known."""

    bytes: int
    requests: int
    seconds: float
    found: bool


def visit(tab: Tab, server: Server, counted: str) -> Visit:
    """Return what the visit of a page cost that has its first result, or knows there is none.

    ``counted`` is a regular expression of the paths that count; the clock starts with the first.
    """
    first = tab.page.evaluate("watch.first")
    last = tab.page.evaluate("watch.done") if first is None else first
    end = tab.metrics()["NavigationStart"] + last / 1000
    asked = [(at, path) for at, path in tab.asked if at <= end and re.search(counted, path)]
    return Visit(
        bytes=sum(server.weight(path) for _, path in asked),
        requests=len(asked),
        seconds=end - min(at for at, _ in asked),
        found=first is not None,
    )
