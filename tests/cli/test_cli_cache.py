"""``ocop cache``: what is kept, what of it is used, and that only ours is ever removed."""

import json
from pathlib import Path
from typing import Any

import pytest

from ocop.cache import everything, prune
from ocop.publish.lock import locked
from support.photo_files import encoded, scene
from support.terminal import Call

DAY = ("--today", "2026-11-21")


@pytest.fixture
def built(ocop: Call, tmp_path: Path) -> Path:
    """A new project with a photo, built."""
    assert ocop("init", "site of mine", folder=tmp_path).code == 0
    project = tmp_path / "site of mine"
    photo(project, 500)
    assert ocop("build", *DAY, "--jobs", "1", folder=project).code == 0
    return project


def photo(project: Path, width: int) -> None:
    """Put a photo of some width in the place of the product's."""
    folder = project / "content/products/tra-mau"
    (folder / "1.jpg").write_bytes(encoded(scene(width, 400), "JPEG"))
    file = folder / "product.yaml"
    if "1.jpg" not in file.read_text("utf-8"):
        file.write_text(
            file.read_text("utf-8") + "photos:\n  - {file: 1.jpg, alt: Đồi chè}\n", "utf-8"
        )


def told(ocop: Call, project: Path, *arguments: str) -> dict[str, Any]:
    """What a call says as JSON."""
    shown = ocop("cache", *arguments, *DAY, "--format", "json", folder=project)
    assert (shown.code, shown.err) == (0, "")
    found: dict[str, Any] = json.loads(shown.out)
    return found


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_after_a_build_everything_kept_is_used(ocop: Call, built: Path) -> None:
    stats = told(ocop, built, "stats")

    photos = [path for path in (built / ".ocop/photos").rglob("*") if path.is_file()]
    assert stats["photos"] == {
        "files": len(photos),
        "bytes": sum(path.stat().st_size for path in photos),
        "unused_files": 0,
        "unused_bytes": 0,
    }
    assert stats["state"]["files"] > 0
    assert stats["total"]["unused_files"] == 0


def test_pruning_removes_what_no_photo_needs_and_the_next_build_is_the_same(
    ocop: Call, built: Path
) -> None:
    before = {path for path in (built / ".ocop/photos").iterdir() if path.is_dir()}
    photo(built, 600)
    assert ocop("build", *DAY, "--jobs", "1", folder=built).code == 0
    site = files(built / "site")
    unused = told(ocop, built, "stats")["photos"]["unused_files"]

    assert told(ocop, built, "prune", "--dry-run")["files"] == unused > 0
    assert all(folder.exists() for folder in before)
    assert told(ocop, built, "prune")["files"] == unused
    assert told(ocop, built, "stats")["total"]["unused_files"] == 0
    assert ocop("build", *DAY, "--jobs", "1", "--clean", folder=built).code == 0
    assert files(built / "site") == site


def test_what_is_not_ours_is_never_touched(ocop: Call, built: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    key = "ab" * 32
    (precious / key).mkdir(parents=True)
    (precious / key / "100.avif").write_bytes(b"x")
    work = built / ".ocop"
    (work / "photos/ab").symlink_to(precious)
    (work / "photos" / "note.txt").write_text("x")
    (work / "state" / "Minutes.txt").write_text("x")
    (work / "papers").mkdir(exist_ok=True)
    (work / "papers" / "list.pdf").write_text("x")
    (work / "mine").mkdir()
    (work / "mine" / "1.bin").write_text("x")

    assert told(ocop, built, "prune", "--all")["files"] > 0

    assert files(precious) != {}
    left = sorted(path.relative_to(work).as_posix() for path in work.rglob("*") if path.is_file())
    assert left == ["lock", "mine/1.bin", "papers/list.pdf", "photos/note.txt", "state/Minutes.txt"]


def test_what_a_killed_run_left_half_written_goes(ocop: Call, built: Path) -> None:
    (picture,) = (built / ".ocop/photos").rglob("picture.json")
    half = picture.with_name("100.avif.4711.tmp")
    half.write_bytes(b"x")

    assert told(ocop, built, "prune")["files"] == 1
    assert not half.exists()
    assert picture.exists()


def test_with_errors_in_the_content_nothing_is_removed(ocop: Call, built: Path) -> None:
    photo(built, 600)
    (built / "content/products/tra-mau/product.yaml").write_text("name: 'Trà\n", "utf-8")
    before = files(built / ".ocop/photos")

    shown = ocop("cache", "prune", *DAY, "--lang", "en", folder=built)

    assert (shown.code, shown.out) == (1, "")
    assert "ocop check" in shown.err
    kept = files(built / ".ocop/photos")
    assert {name for name in before if "ledger" not in name} <= set(kept)


class Waited(Exception):
    """Something would have waited."""


def test_it_waits_for_a_build_that_publishes(built: Path) -> None:
    def wait() -> None:
        raise Waited

    before = files(built / ".ocop")
    with locked(built / ".ocop/lock", wait), pytest.raises(Waited):
        prune(built, lambda: everything(built), wait)
    assert files(built / ".ocop") == before


@pytest.mark.parametrize("option", ["--dry-run", "--all"])
def test_the_options_of_pruning_are_wrong_use_elsewhere(
    ocop: Call, built: Path, option: str
) -> None:
    shown = ocop("cache", "stats", option, folder=built)

    assert (shown.code, shown.out) == (2, "")
    assert option in shown.err


def test_people_read_a_line_for_each_part(ocop: Call, built: Path) -> None:
    shown = ocop("cache", "stats", *DAY, folder=built)

    assert [line.split("  ")[0] for line in shown.out.splitlines()] == [
        *("ảnh", "giấy tờ", "bộ nhớ dựng", "tổng cộng")
    ]


def test_without_a_cache_there_is_nothing_to_remove(ocop: Call, tmp_path: Path) -> None:
    ocop("init", "p", folder=tmp_path)

    assert told(ocop, tmp_path / "p", "prune", "--all")["files"] == 0
