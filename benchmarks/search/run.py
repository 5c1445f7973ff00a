"""The search's benchmark: ``python -m benchmarks.search.run [SIZE …]``, or ``make bench-search``.

Runs every search on the same records and queries, and writes ``SEARCH.md`` and ``search.json``
in ``benchmarks/``.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.machine import describe, load
from benchmarks.search import catalogue, queries, report
from benchmarks.search.browser import chromium
from benchmarks.search.peers import PEERS, lay_page
from benchmarks.search.server import serving
from benchmarks.search.shelf import Shelf
from benchmarks.search.trial import QUICK, Course, Effort, Trial, attempt, count
from benchmarks.tools.program import WORK

_RESULTS = Path(__file__).parents[1]
_ROOT = WORK / "search"
_SMALL, _LARGE = 2_000, 20_000
_SEEDS = (501, 502, 503)


def main() -> None:
    """Measure what the arguments name and write the results."""
    wanted = _arguments()
    shutil.rmtree(_ROOT, ignore_errors=True)
    lay_page(_ROOT)
    machine = describe()
    results = _measured(machine, wanted)
    data = json.dumps(report.as_data(results), ensure_ascii=False, indent=1)
    (wanted.out / "search.json").write_text(data + "\n", "utf-8")
    (wanted.out / "SEARCH.md").write_text(report.as_markdown(results), "utf-8")
    shutil.rmtree(_ROOT)
    _say(f"Written: {wanted.out / 'SEARCH.md'}")


def _measured(machine: Mapping[str, str], wanted: argparse.Namespace) -> report.Results:
    records = catalogue.make(max(wanted.sizes))
    shelf, small = Shelf(records), min(wanted.sizes)
    asked = {one: queries.make(shelf, small, one)[:: wanted.stride] for one in wanted.seeds}
    effort = QUICK if wanted.quick else Effort()
    courses = [Course(records[:size], asked, _ROOT, effort) for size in sorted(set(wanted.sizes))]
    with chromium() as browser, serving(_ROOT) as server:
        sizes: dict[int, dict[str, Trial]] = {
            len(course.records): {
                peer.name: attempt(course, peer, (browser, server), _say) for peer in PEERS
            }
            for course in courses
        }
        version = browser.version
    _say("facets, by hand")
    counts = {len(course.records): count(course, PEERS[0]) for course in courses}
    versions = {"Chromium": version, **{peer.name: peer.version() for peer in PEERS}}
    return report.Results({**machine, "load after": load()}, versions, sizes, counts)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.search.run", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[_SMALL, _LARGE], metavar="SIZE")
    parser.add_argument("--seeds", type=int, nargs="+", default=_SEEDS)
    parser.add_argument("--stride", type=int, default=1, help="ask every n-th query only")
    parser.add_argument("--quick", action="store_true", help="measure few of them, and briefly")
    parser.add_argument("--out", type=Path, default=_RESULTS, help="the folder of the results")
    return parser.parse_args()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
