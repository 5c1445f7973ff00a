"""Kill a publish before each of its steps: the site stays whole and the next build finishes.

``OCOP_SOAK=1`` kills the finishing build too at every pair of steps, and more often at random.
"""

import os
import random
import shutil
from pathlib import Path

import pytest

from ocop.publish.output import OutputFolder, open_output
from support.killing import killed_after, killed_at
from support.publishing import Plan, files_in, no_waiting, publish, publish_into
from support.wholeness import assert_whole

SOAK = "OCOP_SOAK" in os.environ


def page(*links: str, text: str = "") -> bytes:
    """Return a page that leads to ``links``."""
    return (text + "".join(f'<a href="{link}">x</a>' for link in links)).encode()


OLD: Plan = {
    "index.html": page("products/index.html", "static/a.css", "news/old.html", text="yesterday"),
    "products/index.html": page("tea.html", "gone.html", "../index.html", text="yesterday"),
    "products/tea.html": page("../static/a.css", "../photos/1/tea.avif", text="yesterday"),
    "products/gone.html": page("tea.html"),
    "products/same.html": page("tea.html"),
    "news/old.html": page("../index.html"),
    "static/a.css": b"a{}",
    "photos/1/tea.avif": b"picture",
    "data/site.js": b"yesterday",
}
NEW: Plan = {
    "index.html": page("products/index.html", "static/b.css", "en/index.html", text="today"),
    "products/index.html": page("tea.html", "new.html", "../en/products/new.html", text="today"),
    "products/tea.html": page("../static/b.css", "../photos/2/tea.avif", "new.html", text="today"),
    "products/new.html": page("tea.html", "../photos/2/new.avif"),
    "products/same.html": page("tea.html"),
    "en/index.html": page("products/new.html"),
    "en/products/new.html": page("../index.html", "../../products/new.html"),
    "static/b.css": b"b{}",
    "photos/2/tea.avif": b"new picture",
    "photos/2/new.avif": b"another",
    "data/site.js": b"today, longer",
}


@pytest.fixture(params=["beside", "inside"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> OutputFolder:
    """Return an output folder whose stage is in the project, or in the site itself."""
    work = tmp_path / ".ocop"
    if request.param == "inside":
        work.write_bytes(b"")  # no private folder can be made: the stage goes into the site
    return OutputFolder(tmp_path / "site", "site", work, "1")


def build(folder: OutputFolder, plan: Plan) -> None:
    """Publish ``plan``."""
    with open_output(folder, no_waiting) as output:
        publish_into(output, plan)


def start(folder: OutputFolder, plan: Plan) -> None:
    """Make the folder hold ``plan`` and nothing of before."""
    shutil.rmtree(folder.path, ignore_errors=True)
    build(folder, plan)


def assert_finished(folder: OutputFolder, plan: Plan) -> None:
    """Check that the folder is what a clean build makes, with nothing left behind."""
    assert files_in(folder.path) == plan
    clean = folder.path.parent / "clean"
    if not clean.exists():
        publish(clean, plan)
    name = ".ocop-manifest.json"
    assert (folder.path / name).read_bytes() == (clean / "site" / name).read_bytes()
    folders = {path for path in folder.path.rglob("*") if path.is_dir()}
    assert folders == {folder.path / above for file in plan for above in Path(file).parents} - {
        folder.path
    }
    if folder.work.is_dir():
        assert list((folder.work / "publish").iterdir()) == []


def test_a_kill_before_any_step_leaves_a_whole_site_and_the_next_build_finishes(
    project: OutputFolder,
) -> None:
    step, killed = 0, True
    while killed:
        start(project, OLD)
        killed = killed_at(step, lambda: build(project, NEW))
        assert_whole(project.path, OLD, NEW)
        build(project, NEW)
        assert_finished(project, NEW)
        step += 1
    assert step > len(OLD) + len(NEW)


def test_a_kill_before_any_step_of_a_first_build_is_harmless(project: OutputFolder) -> None:
    step, killed = 0, True
    while killed:
        shutil.rmtree(project.path, ignore_errors=True)
        killed = killed_at(step, lambda: build(project, NEW))
        assert_whole(project.path, {}, NEW)
        build(project, NEW)
        assert_finished(project, NEW)
        step += 1 if SOAK else 2


def test_merely_opening_the_folder_finishes_a_decided_publish(project: OutputFolder) -> None:
    ends = set()
    step, killed = 0, True
    while killed:
        start(project, OLD)
        killed = killed_at(step, lambda: build(project, NEW))
        with open_output(project, no_waiting):
            ends.add(_state(project.path))
        step += 1 if SOAK else 3
    assert ends == {"old", "new"}


def _state(site: Path) -> str:
    files = files_in(site)
    files = {path: content for path, content in files.items() if not path.startswith(".ocop-")}
    assert files in (OLD, NEW)
    return "old" if files == OLD else "new"


def test_a_killed_publish_is_finished_by_a_build_of_something_else(project: OutputFolder) -> None:
    third = {**OLD, "index.html": page("products/tea.html", text="tomorrow")}
    del third["photos/1/tea.avif"], third["static/a.css"]
    third["products/tea.html"] = page(text="tomorrow")
    step, killed = 0, True
    while killed:
        start(project, OLD)
        killed = killed_at(step, lambda: build(project, NEW))
        build(project, third)
        assert files_in(project.path) == third
        step += 1 if SOAK else 3


def test_a_killed_publish_whose_stage_was_deleted_is_finished_by_the_next_build(
    tmp_path: Path,
) -> None:
    folder = OutputFolder(tmp_path / "site", "site", tmp_path / ".ocop", "1")
    step, killed = 0, True
    while killed:
        start(folder, OLD)
        killed = killed_at(step, lambda: build(folder, NEW))
        shutil.rmtree(folder.work)
        build(folder, NEW)
        assert_finished(folder, NEW)
        step += 1 if SOAK else 2


def test_a_killed_publish_is_not_poured_into_a_folder_that_was_replaced(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path / "site", "site", tmp_path / ".ocop", "1")
    step, killed = 0, True
    while killed:
        start(folder, OLD)
        killed = killed_at(step, lambda: build(folder, NEW))
        shutil.rmtree(folder.path)
        with open_output(folder, no_waiting):
            assert files_in(folder.path) == {}
        step += 1 if SOAK else 4


def test_kills_of_the_finishing_build_are_harmless_too(project: OutputFolder) -> None:
    chance = random.Random(7)
    pairs = [(a, b) for a in range(200) for b in range(200)] if SOAK else []
    pairs = pairs or [(chance.randrange(60, 120), chance.randrange(60)) for _ in range(25)]
    last = None
    for first, second in pairs:
        if last is not None and first >= last:
            continue
        start(project, OLD)
        if not killed_at(first, lambda: build(project, NEW)):
            last = first
        killed_at(second, lambda: build(project, NEW))
        assert_whole(project.path, OLD, NEW)
        build(project, NEW)
        assert_finished(project, NEW)


def test_kills_at_random_moments_of_a_large_publish(tmp_path: Path) -> None:
    chance = random.Random(8)
    folder = OutputFolder(tmp_path / "site", "site", tmp_path / ".ocop", "1")
    plans = [_large(0, 400), _large(200, 600)]
    build(folder, plans[0])
    kills = 0
    for turn in range(400 if SOAK else 16):
        old, new = plans[turn % 2], plans[(turn + 1) % 2]
        kills += killed_after(chance.uniform(0.001, 0.2), lambda: build(folder, new))  # noqa: B023
        assert_whole(folder.path, old, new)
        build(folder, new)
        assert files_in(folder.path) == new
    assert kills > 1


def _large(first: int, last: int) -> Plan:
    """Return a plan of numbered pages in a ring, listed on the home page."""
    numbers = range(first, last)
    pages = {
        f"p/{n % 7}/{n}.html": page(
            f"../{m % 7}/{m}.html", "../../index.html", text=f"{first}" * 999
        )
        for n, m in zip(numbers, (*numbers[1:], first), strict=True)
    }
    return {**pages, "index.html": page(*pages)}
