"""Which changes of a project are noticed."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ocop.serve.watch import Changes, watching


def noticed(changes: Changes, deed: Callable[[], object]) -> frozenset[str]:
    """Do something until it is noticed, for watching begins a moment after its start."""
    for _ in range(100):
        deed()
        if found := changes.wait(0.1):
            return found
    return frozenset()


def project(tmp_path: Path) -> Path:
    """Make a project of settings and one product."""
    (tmp_path / "content/products/tea").mkdir(parents=True)
    (tmp_path / "site").mkdir(exist_ok=True)
    (tmp_path / "config.yaml").write_text("", "utf-8")
    return tmp_path.resolve()


@pytest.mark.parametrize("polling", [False, True])
def test_a_saved_file_is_noticed_by_its_path(tmp_path: Path, polling: bool) -> None:
    saved = project(tmp_path) / "content/products/tea/product.yaml"
    with watching(tmp_path.resolve(), polling=polling) as changes:
        found = noticed(changes, lambda: saved.write_text("name: x\n" * 3, "utf-8"))
        assert "content/products/tea/product.yaml" in found


def test_changes_that_come_together_are_told_together_and_once() -> None:
    changes = Changes()
    changes.note(["a", "b"])
    changes.note(["b", "c"])
    assert changes.wait(0) == {"a", "b", "c"}
    assert changes.wait(0) == frozenset()


def test_where_the_system_tells_nothing_the_files_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_folders: Path, **_options: object) -> Iterator[None]:
        raise OSError("no more watches")
        yield

    said: list[str] = []
    monkeypatch.setattr("ocop.serve.watch.watch", refuse)
    monkeypatch.setattr("ocop.serve.watch._PAUSE", 0.01)
    saved = project(tmp_path) / "content/products/tea/product.yaml"
    with watching(tmp_path.resolve(), polling=False, deaf=lambda: said.append("deaf")) as changes:
        assert noticed(changes, lambda: saved.write_text("name: x\n" * 3, "utf-8"))
    assert said == ["deaf"]


def test_a_project_that_vanishes_ends_no_watching_and_says_nothing_wrong(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    with watching(root, polling=False, deaf=lambda: pytest.fail("deaf")) as changes:
        shutil.move(root, tmp_path / "elsewhere")
        changes.wait(0.1)


def test_settings_saved_by_renaming_are_noticed_every_time(tmp_path: Path) -> None:
    settings = project(tmp_path) / "config.yaml"

    def save() -> None:
        draft = settings.with_name("config.yaml~")
        draft.write_text("title: x\n", "utf-8")
        draft.replace(settings)

    with watching(tmp_path.resolve(), polling=False) as changes:
        assert noticed(changes, save)
        assert noticed(changes, save)


def test_a_templates_folder_that_is_made_later_is_watched_too(tmp_path: Path) -> None:
    own = project(tmp_path) / "templates"

    def make_again() -> None:
        if own.exists():
            own.rmdir()
        own.mkdir()

    with watching(tmp_path.resolve(), polling=False) as changes:
        assert noticed(changes, make_again)
        page = own / "pages/home.html"
        page.parent.mkdir()
        assert noticed(changes, lambda: page.write_text("x", "utf-8"))


def test_what_a_build_writes_is_not_a_change(tmp_path: Path) -> None:
    root = project(tmp_path)
    with watching(root, polling=False) as changes:
        config = root / "config.yaml"
        assert noticed(changes, lambda: config.write_text("title: x\n", "utf-8"))
        changes.wait(0.3)
        (root / ".ocop").mkdir()
        (root / ".ocop/lock").write_bytes(b"")
        (root / "site/index.html").write_bytes(b"")
        (root / "notes.txt").write_bytes(b"")
        assert changes.wait(0.4) == frozenset()
