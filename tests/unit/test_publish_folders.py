"""Moving and removing in the live folder, by open folders and by names alike."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop.publish.faults import PublishError
from ocop.publish.folders import Folders


@pytest.fixture(params=[False, True], ids=["by descriptor", "by name"])
def folders(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Folders]:
    """The folders of an empty site, reached in each of the two ways."""
    (tmp_path / "site").mkdir()
    with Folders(tmp_path / "site", "site", by_name=request.param) as opened:
        yield opened


def source(tmp_path: Path, content: bytes = b"staged") -> Path:
    """Make a staged file."""
    (tmp_path / "staged").write_bytes(content)
    return tmp_path / "staged"


def test_a_file_moves_into_folders_that_are_made_for_it(folders: Folders, tmp_path: Path) -> None:
    for path in ("a/b/c.html", "a/d.html", "e/f.html", "a/b/g.html", "h.html", "ab/i.html"):
        folders.move(source(tmp_path, path.encode()), path)
        assert (tmp_path / "site" / path).read_bytes() == path.encode()


def test_a_moved_file_replaces_the_old_one(folders: Folders, tmp_path: Path) -> None:
    folders.move(source(tmp_path, b"old"), "a.html")
    folders.move(source(tmp_path, b"new"), "a.html")
    assert (tmp_path / "site/a.html").read_bytes() == b"new"


def test_only_a_regular_file_is_removed(folders: Folders, tmp_path: Path) -> None:
    folders.move(source(tmp_path), "a/b.html")
    (tmp_path / "site/a/link").symlink_to(tmp_path)
    for path in ("a/b.html", "a/link", "a", "a/none", "none/b", "a/b.html/c"):
        folders.remove(path)
    assert [path.name for path in (tmp_path / "site/a").iterdir()] == ["link"]


def test_only_an_empty_folder_is_removed(folders: Folders, tmp_path: Path) -> None:
    folders.move(source(tmp_path), "a/b/c.html")
    (tmp_path / "site/a/empty").mkdir()
    for path in ("a/b", "a/empty", "a", "none"):
        folders.remove_empty(path)
    assert [path.name for path in (tmp_path / "site/a").iterdir()] == ["b"]


def test_a_linked_folder_is_not_entered(folders: Folders, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.html").write_bytes(b"precious")
    (tmp_path / "site/x").symlink_to(tmp_path / "outside")
    with pytest.raises(PublishError):
        folders.move(source(tmp_path), "x/a.html")
    folders.remove_empty("x/sub")
    assert (tmp_path / "outside/a.html").read_bytes() == b"precious"


def test_the_kind_of_what_is_there_is_told(folders: Folders, tmp_path: Path) -> None:
    folders.move(source(tmp_path), "a/b.html")
    (tmp_path / "site/link").symlink_to("a")
    kinds = [folders.kind(path) for path in ("a", "a/b.html", "link", "none", "a/b.html/c")]
    assert kinds == [stat.S_IFDIR, stat.S_IFREG, stat.S_IFLNK, None, None]


def test_a_name_changes_its_case(folders: Folders, tmp_path: Path) -> None:
    folders.move(source(tmp_path), "a/Logo.svg")
    folders.rename("a/Logo.svg", "a/logo.svg")
    assert [path.name for path in (tmp_path / "site/a").iterdir()] == ["logo.svg"]
