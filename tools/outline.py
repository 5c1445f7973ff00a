"""Draw the outlines of the maps: the country's and every province's.

Owns the recipe of ``generator/ocop/data/outlines.json``; run by hand when borders or communes
change, never by a build. It reads ``tools/outlines/`` and the gazetteer, and no network:

    python tools/outline.py

The steps: the overview of provinces is laid on a grid (:mod:`outlines.raster`), mended where
borders have moved since (:mod:`outlines.mend`), traced into borders that neighbours share
(:mod:`outlines.trace`), and drawn for the country and for each province with as few points as
the eye allows (:mod:`outlines.simplify`). The same input gives the same bytes.
"""

import json
from pathlib import Path

from outlines import country, province
from outlines.mend import mend
from outlines.raster import coloured
from outlines.source import read
from outlines.trace import arcs

OUT = Path(__file__).parent.parent / "generator" / "ocop" / "data" / "outlines.json"


def main() -> None:
    """Write the outlines; one line a province, so that a change shows."""
    source = read()
    grid = coloured(source)
    mend(grid, source)
    borders = arcs(grid)
    lines = [
        f'"{code}":{_json(province.drawing(code, borders, grid, source))}' for code in grid.codes
    ]
    whole = _json(country.drawing(borders, grid, source))
    OUT.write_text(
        '{"country":' + whole + ',\n"provinces":{\n' + ",\n".join(lines) + "\n}}\n", "utf-8"
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
