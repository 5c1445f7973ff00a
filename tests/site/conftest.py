"""The demo site's pages as trees."""

from pathlib import Path

import pytest

from support.html_tree import Node, tree
from support.sites import pages


@pytest.fixture(scope="session")
def trees(demo_site: Path) -> dict[str, Node]:
    """Every page of the demo site, read."""
    return {name: tree(demo_site / name) for name in pages(demo_site)}
