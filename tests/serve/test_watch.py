"""Which changes of a project are noticed."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop.serve.watch import Changes, watching


def listen(changes: Changes, heard: threading.Event) -> None:
    """Wait for a change."""
    changes.wait()
    heard.set()


def noticed(changes: Changes, deed: Callable[[], object]) -> bool:
    """Do something until it is noticed: watching may begin a moment after its start."""
    seen = threading.Event()
    threading.Thread(target=listen, args=(changes, seen), daemon=True).start()
    for _ in range(100):
        deed()
        if seen.wait(0.1):
            return True
    return False


def project(tmp_path: Path) -> Path:
    """Make a project of settings and one product."""
    (tmp_path / "content/products/tea").mkdir(parents=True)
    (tmp_path / "site").mkdir()
    (tmp_path / "config.yaml").write_text("", "utf-8")
    return tmp_path.resolve()


@pytest.mark.parametrize("polling", [False, True])
def test_a_saved_file_is_noticed(tmp_path: Path, polling: bool) -> None:
    saved = project(tmp_path) / "content/products/tea/product.yaml"
    with watching(tmp_path.resolve(), polling=polling) as changes:
        assert noticed(changes, lambda: saved.write_text("name: x\n" * 3, "utf-8"))


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
        heard = threading.Event()
        threading.Thread(target=listen, args=(changes, heard), daemon=True).start()
        (root / ".ocop").mkdir()
        (root / ".ocop/lock").write_bytes(b"")
        (root / "site/index.html").write_bytes(b"")
        (root / "notes.txt").write_bytes(b"")
        assert not heard.wait(0.7)
