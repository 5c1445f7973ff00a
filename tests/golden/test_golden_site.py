"""The small example's site, file by file, against the one reviewed by eye."""

import difflib
from pathlib import Path

from support.golden import EXAMPLE, GOLDEN, normalised
from support.sites import built_once


def test_the_example_builds_the_reviewed_site(shared_folder: Path) -> None:
    made = normalised(built_once(shared_folder, "nho", EXAMPLE))
    kept = normalised(GOLDEN)
    differences = [
        line
        for name in sorted(made.keys() & kept.keys())
        for line in difflib.unified_diff(
            kept[name].splitlines(), made[name].splitlines(), f"kept/{name}", name, n=0, lineterm=""
        )
    ]

    assert sorted(kept) == sorted(made)
    assert differences[:40] == []
