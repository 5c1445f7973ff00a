"""How light the showcase is on a phone: ``python -m benchmarks.look``, or ``make bench-look``.

Builds the demo catalogue, runs Lighthouse on it (a phone, simulated slow 4G) and writes
``LOOK.md`` in ``benchmarks/``. Times are the median of three runs of one page.
"""

import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import describe, load
from benchmarks.report import section
from benchmarks.search.server import serving
from benchmarks.tools import lighthouse
from benchmarks.tools.program import ROOT, WORK

PAGES = {
    "home": "index.html",
    "search": "search.html",
    "product": "products/ca-phe-rang-moc-buon-suong-som.html",
    "province": "places/19.html",
    "fair": "fairs/cho-phien-cuoi-nam-2026.html",
}
"""The pages that are looked at, by what they are."""

_OUT = Path(__file__).parent / "LOOK.md"
_RUNS = 3
_TIMES = ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
_SLOWEST = {"product": 1.5, "home": 1.8}


@dataclass(frozen=True, slots=True)
class Page:
    """One page: scores of 100, seconds to the largest paint, shift, blocked ms, bytes, requests."""

    name: str
    scores: tuple[int, ...]
    largest: float
    shift: float
    blocked: float
    size: int
    requests: int

    @property
    def fits(self) -> bool:
        """Whether it keeps to every target."""
        fast = self.largest <= _SLOWEST.get(self.name.split()[0], float("inf"))
        good = self.scores[0] >= 99 and set(self.scores[1:]) == {100}
        return good and fast and self.shift < 0.005 and self.blocked <= 50


def main() -> None:
    """Measure every page in both languages and write the table."""
    site = WORK / "look"
    build = [sys.executable, "-m", "ocop", "build", "--project", str(ROOT), "--out", str(site)]
    subprocess.run(build, check=True, capture_output=True)  # noqa: S603
    machine = {**describe(), "Lighthouse": lighthouse.version()}
    with serving(site) as server:
        seen = [_page(f"{server.address}/{path}", name) for name, path in _named()]
    _OUT.write_text(_written({**machine, "load after": load()}, seen), "utf-8")


def _named() -> Iterator[tuple[str, str]]:
    for name, path in PAGES.items():
        yield name, path
        yield f"{name} (en)", f"en/{path}"


def _page(address: str, name: str) -> Page:
    """Return what is typical of a page; each run has a browser of its own."""
    runs = [
        one for _ in range(_RUNS) for one in lighthouse.look([(address, lighthouse.CATEGORIES)])
    ]
    largest, shift, blocked = (
        statistics.median(run.times[time] or 0 for run in runs) for time in _TIMES
    )
    return Page(
        name,
        tuple(
            int(statistics.median(run.scores[one] for run in runs)) for one in lighthouse.CATEGORIES
        ),
        largest / 1000,
        shift,
        blocked,
        int(statistics.median(sum(run.responses) for run in runs)),
        int(statistics.median(len(run.responses) for run in runs)),
    )


def _written(machine: dict[str, str], seen: Sequence[Page]) -> str:
    rows = [
        [
            one.name,
            *map(str, one.scores),
            f"{one.largest:.2f}",
            f"{one.shift:.3f}",
            f"{one.blocked:.0f}",
            f"{one.size / 1024:.0f}",
            str(one.requests),
            "yes" if one.fits else "**no**",
        ]
        for one in seen
    ]
    heads = [
        *("page", "performance", "accessibility", "best practices", "SEO"),
        *("largest paint, s", "shift", "blocked, ms", "KB", "requests", "met"),
    ]
    return (
        "# The showcase on a phone\n\n"
        "Written by `make bench-look`; do not edit. Lighthouse, mobile, simulated slow 4G, the\n"
        f"median of {_RUNS} runs. Wanted: performance ≥ 99, the other scores 100, largest paint\n"
        "≤ 1.5 s (product) and ≤ 1.8 s (home), no shift (< 0.005), blocked ≤ 50 ms. Bytes and\n"
        "requests are all that a page asks for without being touched, as they go over the wire;\n"
        "they include what the browser fetches after the page has loaded.\n\n"
        f"{section('Machine and versions', ['', ''], [list(one) for one in machine.items()])}\n"
        f"{section('Pages', heads, rows)}"
    )


if __name__ == "__main__":
    main()
