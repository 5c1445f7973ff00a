"""Lighthouse, a phone on slow 4G, finds nothing to mend on the pages that most readers open."""

import os
from collections.abc import Sequence
from pathlib import Path

from benchmarks.look import PAGES
from benchmarks.search.server import serving
from benchmarks.tools.lighthouse import CATEGORIES, QUALITY, SLOWER, Seen, look

SOAK = bool(os.environ.get("OCOP_SOAK"))
FAST = 95
"""What a page reaches on a machine that is busy with other tests; a quiet one gives 98 to 100."""

OFTEN = (
    ("home", "", CATEGORIES),
    ("product", "en/", CATEGORIES),
    ("search", "en/", QUALITY),
    ("province", "", QUALITY),
    ("fair", "en/", QUALITY),
)
"""Every page in one language; times, which take longest, of the two that weigh most."""

ALWAYS = tuple((name, language, CATEGORIES) for name in PAGES for language in ("", "en/"))

Wanted = tuple[str, Sequence[str]]


def short_of(wanted: Sequence[Wanted], root: str, slower: float = SLOWER) -> dict[Wanted, Seen]:
    """Return the pages that do not reach their scores."""
    pages = look([(root + path, categories) for path, categories in wanted], slower)
    return {one: seen for one, seen in zip(wanted, pages, strict=True) if not is_good(seen)}


def is_good(seen: Seen) -> bool:
    """Tell whether a page reaches its scores."""
    least = {one: FAST if one == "performance" else 100 for one in seen.scores}
    return all(score >= least[one] for one, score in seen.scores.items())


def test_lighthouse_finds_nothing_to_mend(demo_site: Path) -> None:
    wanted = [
        (language + PAGES[name], categories)
        for name, language, categories in (ALWAYS if SOAK else OFTEN)
    ]
    with serving(demo_site) as server:
        root = f"{server.address}/"
        short = short_of(wanted, root)
        if short:  # once more, by the speed that all else leaves the machine
            slower = min(seen.slower for seen in short.values())
            short = short_of(list(short), root, slower)

    assert short == {}
