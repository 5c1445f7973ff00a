"""The benchmarks' command: ``python -m benchmarks.run [SIZE …]``, or ``make bench``.

Runs every generator side by side, then the photo pipelines, and writes ``RESULTS.md`` and
``results.json`` beside this file.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks import photos, report, steps
from benchmarks.machine import describe, load
from benchmarks.tools.eleventy import ELEVENTY
from benchmarks.tools.hugo import HUGO
from benchmarks.tools.ours import OURS

_HERE = Path(__file__).parent
_TOOLS = (OURS, HUGO, ELEVENTY)


def main() -> None:
    """Measure what the arguments name and write the results."""
    wanted = _arguments()
    steps.clear()
    machine = describe()
    sizes = {size: steps.measure_size(size, _TOOLS, _say) for size in sorted(set(wanted.sizes))}
    pictures = photos.measure(wanted.photos, wanted.unchanged, _say) if wanted.photos else None
    versions = {tool.name: tool.version() for tool in _TOOLS}
    machine = {**machine, "load after": load()}
    results = report.Results(machine, versions, sizes, pictures)
    data = json.dumps(report.as_data(results), ensure_ascii=False, indent=1)
    (_HERE / "results.json").write_text(data + "\n", "utf-8")
    (_HERE / "RESULTS.md").write_text(report.as_markdown(results), "utf-8")
    steps.clear()
    _say(f"Written: {_HERE / 'RESULTS.md'}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    sizes = [1_000, 10_000, 20_000]
    parser.add_argument("sizes", type=int, nargs="*", default=sizes, metavar="SIZE")
    parser.add_argument("--photos", type=int, default=8, help="photos to develop; 0 leaves it out")
    parser.add_argument("--unchanged", type=int, default=1_000, help="photos that stay the same")
    return parser.parse_args()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
