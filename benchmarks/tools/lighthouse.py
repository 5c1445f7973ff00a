"""Lighthouse, which looks at pages as a phone on slow 4G (simulated).

Owns how it is run and what is read of its reports. Called by :mod:`benchmarks.look` and by the
test that holds the demo to its scores.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tools.program import NODE, ROOT

QUALITY = ("accessibility", "best-practices", "seo")
CATEGORIES = ("performance", *QUALITY)

_PROGRAM = Path(__file__).with_suffix(".mjs")
_PACKAGE = ROOT / "node_modules/lighthouse/package.json"
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one run says of a page: ``scores`` up to 100 by category, ``lost`` what costs points.

    ``times`` are milliseconds (the shift has no unit), None where the category was not asked for;
    ``responses`` are the bytes of each, head and body.
    """

    scores: Mapping[str, int]
    lost: tuple[str, ...]
    times: Mapping[str, float | None]
    responses: tuple[int, ...]


def version() -> str:
    """Return the version of Lighthouse."""
    return str(json.loads(_PACKAGE.read_text("utf-8"))["version"])


def look(pages: Sequence[tuple[str, Sequence[str]]]) -> list[Seen]:
    """Look at pages, given by address and categories, one after the other in one browser.

    CalledProcessError where a page cannot be opened.
    """
    arguments = map(json.dumps, (_FLAGS, pages))
    command = [NODE, str(_PROGRAM), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return [
        Seen(one["scores"], tuple(one["lost"]), one["times"], tuple(one["responses"]))
        for one in json.loads(done.stdout)
    ]
