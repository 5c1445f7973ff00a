"""A survey of which only the difference was kept tells what one kept in full tells."""

import os
from pathlib import Path

import pytest

from ocop.state.content import kept_mark, see


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with forty files, seen once."""
    for number in range(40):
        path = tmp_path / "content" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("old", "utf-8")
        os.utime(path, (1, 1))
    os.utime(tmp_path / "content", (1, 1))
    see(tmp_path, tmp_path / ".ocop").keep()
    return tmp_path


def edit(project: Path, number: int) -> None:
    """Change one file, long ago."""
    path = project / "content" / f"{number}.txt"
    path.write_text(path.read_text("utf-8") + "!", "utf-8")
    os.utime(path, (2, 2))


def changed(project: Path) -> list[str]:
    """Return what is new, and keep what was seen."""
    seen = see(project, project / ".ocop")
    mark = seen.keep()
    assert mark == kept_mark(seen.folder)
    assert seen.changed is not None
    return sorted(seen.changed)


def test_differences_add_up(project: Path) -> None:
    state = project / ".ocop/state"
    base = (state / "content.bin").read_bytes()
    for number in (3, 4, 3):
        edit(project, number)
        assert changed(project) == [f"content/{number}.txt"]
        assert changed(project) == []
    assert (state / "content.bin").read_bytes() == base
    for number in range(10, 20):
        edit(project, number)
    assert len(changed(project)) == 10
    assert (state / "content.bin").read_bytes() != base, "too much to be kept alone"
    assert changed(project) == []


def test_what_comes_or_goes_is_kept_in_full(project: Path) -> None:
    edit(project, 3)
    changed(project)
    (project / "content/4.txt").unlink()
    os.utime(project / "content", (2, 2))

    assert changed(project) == ["content", "content/4.txt"]
    assert changed(project) == []


def test_a_damaged_difference_is_as_good_as_none(project: Path) -> None:
    edit(project, 3)
    mark = see(project, project / ".ocop").keep()
    since = project / ".ocop/state/content-since.bin"
    since.write_bytes(since.read_bytes()[:-1])

    seen = see(project, project / ".ocop")
    assert seen.changed == frozenset(("content/3.txt",))
    assert seen.mark != mark
    assert seen.keep() == mark
    assert changed(project) == []
