"""What a survey sees, alone and in two processes."""

import os
from pathlib import Path

import pytest

from ocop.state import survey as module
from ocop.state.survey import look_again, patched, survey, survey_with


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with forty files in four folders."""
    for number in range(40):
        path = tmp_path / f"f{number % 4}" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(str(number), "utf-8")
    return tmp_path


@pytest.mark.parametrize("by_folder", [True, False])
@pytest.mark.parametrize("span", [3, 10_000])
def test_what_came_went_and_changed_is_seen_by_one_process_or_two(
    tree: Path, monkeypatch: pytest.MonkeyPatch, span: int, by_folder: bool
) -> None:
    monkeypatch.setattr(module, "_BY_FOLDER", by_folder and module._BY_FOLDER)
    monkeypatch.setattr(module, "BLOCK", span)
    monkeypatch.setattr(module, "_WORTH_A_PROCESS", span)
    before = survey(tree, ["."])
    assert look_again(tree, ["."], before) == (before, frozenset())
    os.utime(tree / "f1/1.txt", (1, 1))
    (tree / "f2/2.txt").unlink()
    (tree / "f3/new/deep").mkdir(parents=True)
    (tree / "f3/new/deep/a").write_text("", "utf-8")

    now, changed = look_again(tree, ["."], before)

    assert changed == {
        *("f1/1.txt", "f2", "f2/2.txt", "f3"),
        *("f3/new", "f3/new/deep", "f3/new/deep/a"),
    }
    assert now == survey(tree, ["."])


def test_a_survey_is_patched_where_we_changed_it_ourselves(tree: Path) -> None:
    before = survey(tree, ["."])
    for name in ("f1/1.txt", "f2/2.txt"):
        os.utime(tree / name, (1, 1))

    ours = patched(tree, before, ["f1/1.txt", "never/seen"])

    assert look_again(tree, ["."], ours)[1] == {"f2/2.txt"}


def test_known_folders_need_not_be_listed_and_strange_ones_are(tree: Path) -> None:
    for path in ("f1/in/deep", ".git/objects/aa", "f2/__pycache__", "__pycache__/x"):
        (tree / path).mkdir(parents=True)
    (tree / ".list").write_text("", "utf-8")

    ours = survey_with(tree, [".", ".list", "f0", "f1", "f1/in", "f1/in/deep", "f2", "f3"])

    assert ours == survey(tree, [".", ".list"], "folders")
