"""What is staged: only what differs from the live site, and photos without reading them."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from ocop.paths import SitePath
from ocop.publish.faults import PublishError
from ocop.publish.manifest import Entry
from ocop.publish.stage import Stage

PHOTO = SitePath("photos/1/tea.avif")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A stage over a live site with one page and one photo."""
    live = tmp_path / "site"
    (live / "photos/1").mkdir(parents=True)
    (live / "index.html").write_bytes(b"home")
    (live / PHOTO).write_bytes(b"picture")
    os.utime(live / PHOTO, ns=(7, 7))
    return Stage(live, tmp_path / "tree", "site")


def photo(tmp_path: Path, content: bytes = b"picture", time: int = 7) -> Path:
    """Make a photo as the photo pipeline's cache holds it."""
    source = tmp_path / "cached"
    source.write_bytes(content)
    os.utime(source, ns=(time, time))
    return source


def entry(content: bytes) -> Entry:
    """Return what the manifest says of a content."""
    return Entry(len(content), sha256(content).hexdigest())


def staged(stage: Stage) -> list[str]:
    """Return the staged files."""
    found = (path for path in stage.tree.rglob("*") if path.is_file())
    return sorted(path.relative_to(stage.tree).as_posix() for path in found)


@pytest.mark.parametrize(
    ("path", "content", "change"),
    [
        ("index.html", b"home", "same"),
        ("index.html", b"hom", "changed"),
        ("index.html", b"homes", "changed"),
        ("index.html", b"", "changed"),
        ("en/index.html", b"", "new"),
        ("index.html/x", b"x", "new"),
        ("photos", b"x", "new"),
    ],
)
def test_only_what_differs_is_staged(stage: Stage, path: str, content: bytes, change: str) -> None:
    outcome = stage.put(SitePath(path), content)
    assert (outcome.change, outcome.entry) == (change, entry(content))
    assert staged(stage) == ([] if change == "same" else [path])
    if change != "same":
        assert stage.read(SitePath(path)) == content


def test_a_file_that_is_not_staged_is_read_from_the_live_site(stage: Stage) -> None:
    assert stage.read(SitePath("index.html")) == b"home"


def test_a_known_photo_of_the_same_length_and_time_is_not_read(
    stage: Stage, tmp_path: Path
) -> None:
    known = Entry(7, "0" * 64)  # a digest that no reading would give
    assert stage.put_file(PHOTO, photo(tmp_path), known).entry is known


def test_an_unknown_photo_is_read_and_found_the_same(stage: Stage, tmp_path: Path) -> None:
    outcome = stage.put_file(PHOTO, photo(tmp_path))
    assert (outcome.change, outcome.entry) == ("same", entry(b"picture"))


def test_a_photo_of_another_time_takes_that_time_and_is_known_from_then_on(
    stage: Stage, tmp_path: Path
) -> None:
    source = photo(tmp_path, time=9_000)
    assert stage.put_file(PHOTO, source, entry(b"picture")).change == "same"
    assert (stage.live / PHOTO).stat().st_mtime_ns == 9_000
    assert staged(stage) == []


@pytest.mark.parametrize("damage", [b"pictur", b"pixture", b""])
def test_a_damaged_photo_is_staged_anew(stage: Stage, tmp_path: Path, damage: bytes) -> None:
    (stage.live / PHOTO).write_bytes(damage)
    outcome = stage.put_file(PHOTO, photo(tmp_path), entry(b"picture"))
    assert (outcome.change, outcome.entry) == ("changed", entry(b"picture"))
    assert stage.read(PHOTO) == b"picture"
    assert (stage.tree / PHOTO).stat().st_mtime_ns == 7


def test_a_damage_that_kept_length_and_time_is_healed_by_a_thorough_build(
    stage: Stage, tmp_path: Path
) -> None:
    (stage.live / PHOTO).write_bytes(b"pixture")
    os.utime(stage.live / PHOTO, ns=(7, 7))
    source = photo(tmp_path)
    assert stage.put_file(PHOTO, source, entry(b"picture")).change == "same"
    thorough = Stage(stage.live, stage.tree, "site", thorough=True)
    assert thorough.put_file(PHOTO, source, entry(b"picture")).change == "changed"


def test_a_new_photo_is_copied_and_not_linked(stage: Stage, tmp_path: Path) -> None:
    source = photo(tmp_path)
    outcome = stage.put_file(SitePath("photos/2/new.avif"), source)
    assert outcome.change == "new"
    source.write_bytes(b"damaged")
    assert stage.read(SitePath("photos/2/new.avif")) == b"picture"


def test_a_link_at_a_live_address_is_not_followed(stage: Stage) -> None:
    (stage.live / "index.html").unlink()
    (stage.live / "index.html").symlink_to(PHOTO)
    with pytest.raises(PublishError, match="OCOP524"):
        stage.put(SitePath("index.html"), b"picture")


def test_a_pipe_at_a_live_address_does_not_hang_the_build(stage: Stage) -> None:
    os.mkfifo(stage.live / "pipe.html")
    assert stage.put(SitePath("pipe.html"), b"x").change == "changed"
