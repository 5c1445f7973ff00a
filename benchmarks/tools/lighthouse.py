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

SLOWER = 4.0
"""How many times slower than a good desk Lighthouse takes a phone to be."""

_PHONE = 1500 / SLOWER
"""Lighthouse's index of speed of that phone; a good desk has 1,500."""

_PROGRAM = Path(__file__).with_suffix(".mjs")
_PACKAGE = ROOT / "node_modules/lighthouse/package.json"
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one run says of a page: ``scores`` up to 100 by category, ``lost`` what costs points.

    ``times`` are milliseconds, None where performance was not asked for; the shift among them has
    no unit and is always told;
    ``responses`` are the bytes of each, head and body; ``speed`` is Lighthouse's index of how
    fast the machine was, with all else that it had to do.
    """

    scores: Mapping[str, int]
    lost: tuple[str, ...]
    times: Mapping[str, float | None]
    responses: tuple[int, ...]
    speed: float

    @property
    def slower(self) -> float:
        """How many times slower than the machine a phone is: a busy machine is near to one."""
        return min(SLOWER, max(1.0, self.speed / _PHONE))


def version() -> str:
    """Return the version of Lighthouse."""
    return str(json.loads(_PACKAGE.read_text("utf-8"))["version"])


def look(pages: Sequence[tuple[str, Sequence[str]]], slower: float = SLOWER) -> list[Seen]:
    """Look at pages, given by address and categories, one after the other in one browser.

    ``slower`` is how many times slower than this machine a phone is. CalledProcessError where a
    page cannot be opened.
    """
    arguments = map(json.dumps, (_FLAGS, slower, pages))
    command = [NODE, str(_PROGRAM), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return [
        Seen(
            one["scores"],
            tuple(one["lost"]),
            one["times"],
            tuple(one["responses"]),
            one["speed"],
        )
        for one in json.loads(done.stdout)
    ]
