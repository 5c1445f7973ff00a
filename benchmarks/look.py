"""How light the showcase is on a phone: ``python -m benchmarks.look``, or ``make bench-look``.

Builds the demo catalogue, runs Lighthouse on it (a phone, simulated slow 4G) and writes
``LOOK.md`` in ``benchmarks/``. Times are the median of three runs of one page.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.machine import describe, load
from benchmarks.report import section
from benchmarks.search.server import serving
from benchmarks.tools.program import NODE, ROOT, WORK

_OUT = Path(__file__).parent / "LOOK.md"
_LIGHTHOUSE = WORK / "node_modules/lighthouse/cli/index.js"
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
)
_RUNS = 3
_PAGES = {
    "home": "index.html",
    "search": "search.html",
    "product": "products/ca-phe-rang-moc-buon-suong-som.html",
    "province": "places/19.html",
    "fair": "fairs/cho-phien-cuoi-nam-2026.html",
}
_SCORES = ("performance", "accessibility", "best-practices", "seo")
_SLOWEST = {"product": 1.5, "home": 1.8}


@dataclass(frozen=True, slots=True)
class Seen:
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
    machine = {**describe(), "Lighthouse": _version()}
    with serving(site) as server:
        seen = [_seen(f"{server.address}/", name, path) for name, path in _named()]
    _OUT.write_text(_written({**machine, "load after": load()}, seen), "utf-8")


def _named() -> Iterator[tuple[str, str]]:
    for name, path in _PAGES.items():
        yield name, path
        yield f"{name} (en)", f"en/{path}"


def _version() -> str:
    return str(json.loads((_LIGHTHOUSE.parents[1] / "package.json").read_text("utf-8"))["version"])


def _seen(address: str, name: str, path: str) -> Seen:
    runs = [_run(address + path) for _ in range(_RUNS)]
    middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    return Seen(
        name,
        tuple(round(100 * middle[one]) for one in _SCORES),
        middle["largest-contentful-paint"] / 1000,
        middle["cumulative-layout-shift"],
        middle["total-blocking-time"],
        int(middle["bytes"]),
        int(middle["requests"]),
    )


def _run(url: str) -> dict[str, float]:
    command = [
        *(NODE, str(_LIGHTHOUSE), url, "--quiet", "--no-enable-error-reporting"),
        *("--output=json", f"--chrome-flags={_FLAGS}"),
    ]
    environment = {**os.environ, "CHROME_PATH": "/usr/bin/chromium"}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603
    return _read(json.loads(done.stdout))


def _read(found: dict[str, Any]) -> dict[str, float]:
    audits = found["audits"]
    times = ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
    asked = audits["network-requests"]["details"]["items"]
    sent = [one for one in asked if not one["url"].startswith("data:")]
    return {
        **{one: found["categories"][one]["score"] for one in _SCORES},
        **{one: audits[one]["numericValue"] for one in times},
        "bytes": sum(one.get("transferSize", 0) for one in sent),
        "requests": len(sent),
    }


def _written(machine: dict[str, str], seen: Sequence[Seen]) -> str:
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
