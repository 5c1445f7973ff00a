"""No kind of page brings more style than a phone on a weak network should wait for."""

import gzip
import re
from pathlib import Path

import pytest

from support.looks import PAGES

MOST = 12 * 1024
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')


@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind != "lost"])
def test_the_style_sheets_of_a_page_are_light(demo_site: Path, kind: str) -> None:
    page = demo_site / PAGES[kind].partition("?")[0].partition("#")[0]
    sheets = _SHEET.findall(page.read_text("utf-8"))
    weights = {one: len(gzip.compress((page.parent / one).read_bytes(), 9)) for one in sheets}

    assert weights
    assert sum(weights.values()) <= MOST, weights
