"""Every link of the documentation leads to a file and a heading that there are."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from support.sites import ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)")
SHOWN = {"address"}
"""Links that stand for links, in explanations."""

FENCE = re.compile(r"^```.*?^```", re.M | re.S)


def anchors(page: Path) -> set[str]:
    """The anchors that a forge gives the headings of a page."""
    text = FENCE.sub("", page.read_text("utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    named = {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}
    return named | set(re.findall(r'<a id="([^"]+)">', text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))
    missing = []
    for link in LINK.findall(re.sub(r"`[^`]*`", "", text)):
        path, _, anchor = unquote(link).partition("#")
        if link in SHOWN or path.startswith(("http:", "https:", "mailto:")):
            continue
        target = (page.parent / path) if path else page
        if not target.exists() or (
            anchor and target.suffix == ".md" and anchor not in anchors(target)
        ):
            missing.append(link)

    assert missing == []
