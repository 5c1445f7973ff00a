"""``ocop doctor`` and ``ocop explain``."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from ocop.messages import LANGUAGES, catalogue
from ocop.text import Language
from support.project import SMALL, project
from support.terminal import Call


def levels(out: str) -> dict[str, str]:
    """The outcome of each check."""
    return {one["check"]: one["level"] for one in json.loads(out)["checks"]}


def test_a_sound_machine_and_project_are_ready(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)

    shown = ocop("doctor", "--format", "json", folder=tmp_path)

    assert shown.code == 0
    assert set(levels(shown.out)) == {
        *("python", "pillow", "libyaml", "git", "disk", "project", "writable", "case"),
        *("symlinks", "photos", "lfs", "cache", "quickjs"),
    }
    assert set(levels(shown.out).values()) <= {"ok", "warn"}


def test_links_and_unfetched_files_fail_and_heavy_photos_warn(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)
    che = tmp_path / "content/products/che"
    (che / "link.jpg").symlink_to("a.jpg")
    (che / "a.jpg").write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n")
    with (che / "b.jpg").open("wb") as photo:
        photo.truncate(9_000_000)

    shown = ocop("doctor", "--format", "json", folder=tmp_path)

    found = levels(shown.out)
    assert shown.code == 1
    assert (found["symlinks"], found["lfs"], found["photos"]) == ("fail", "fail", "warn")
    assert "content/products/che (9 MB)" in shown.out


def test_the_cache_is_weighed(ocop: Call, tmp_path: Path) -> None:
    (project(tmp_path, SMALL) / ".ocop" / "photos").mkdir(parents=True)
    with (tmp_path / ".ocop/photos/a.avif").open("wb") as photo:
        photo.truncate(12_000_000)

    shown = ocop("doctor", "--lang", "en", folder=tmp_path)

    assert "The cache .ocop/ takes 12 MB" in shown.out


@pytest.mark.parametrize(
    ("free", "shown"),
    [(82_700_000_000, "83 GB"), (9_900_000_000, "9900 MB"), (150_000_000, "150 MB")],
)
def test_room_is_told_without_a_decimal_sign(
    ocop: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, shown: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))

    assert shown in ocop("doctor", folder=tmp_path).out


def test_outside_a_project_the_computer_alone_is_looked_at(ocop: Call, tmp_path: Path) -> None:
    shown = ocop("doctor", folder=tmp_path)

    assert shown.code == 0
    assert "ocop init" in shown.out


def test_a_lacking_library_fails_with_what_to_do(
    ocop: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "PIL", None)

    shown = ocop("doctor", folder=tmp_path)

    assert shown.code == 1
    assert "pip install pillow" in shown.out


def test_only_the_search_lacks_the_runtime_of_the_search(
    ocop: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "quickjs", None)

    shown = ocop("doctor", folder=tmp_path)

    assert shown.code == 0
    assert "pip install quickjs-ng" in shown.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_code_is_explained(ocop: Call, tmp_path: Path, code: str, language: Language) -> None:
    shown = ocop("explain", code, "--lang", language, folder=tmp_path)

    assert shown.code == 0
    assert shown.out.startswith(f"{code} · ")
    assert catalogue()[code][language]["means"].strip() in shown.out
    assert shown.out.index(catalogue()[code]["before"].split("\n")[0]) > 0


@pytest.mark.parametrize("written", ["12", "OCOP012", "ocop12", "012"])
def test_a_code_may_be_written_short(ocop: Call, tmp_path: Path, written: str) -> None:
    assert ocop("explain", written, folder=tmp_path).out.startswith("OCOP012 · lỗi\n")
