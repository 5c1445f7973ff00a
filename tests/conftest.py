"""Fixtures of all tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from support.quick_disk import quick_disk
from support.sites import ROOT, built_once, served

settings.register_profile("machine", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("machine")


def pytest_configure() -> None:
    """Let ``tmp_path`` lie where it is quick, unless somebody said where."""
    if found := quick_disk():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(found))


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all processes of a test run."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


@pytest.fixture(scope="session")
def demo_site(shared_folder: Path) -> Path:
    """The demo catalogue, built."""
    (shared_folder / "served" / "ocop").mkdir(parents=True, exist_ok=True)
    return built_once(shared_folder / "served" / "ocop", "demo", ROOT)


@pytest.fixture(scope="session")
def demo_address(demo_site: Path) -> Iterator[str]:
    """The demo catalogue over http, two folders below the server's root."""
    with served(demo_site.parents[1]) as address:
        yield f"{address}ocop/demo/"
