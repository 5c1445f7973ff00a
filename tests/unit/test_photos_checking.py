"""What the check says of picture files: sound, odd, broken or out of bounds."""

import json
import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from ocop.config import PhotoSettings
from ocop.paths import SourcePath
from ocop.photos.identify import check_photos
from support.photo_files import (
    encoded,
    exif_with,
    heic,
    html,
    lfs_pointer,
    noise,
    png_header_only,
    scene,
)

SETTINGS = PhotoSettings()
PHOTO = SourcePath("content/a/anh.jpg")


def codes(
    project: Path, data: bytes | None = None, settings: PhotoSettings = SETTINGS
) -> list[str]:
    """The codes that the check finds for one photo."""
    if data is not None:
        put(project, data)
    return [d.code for d in check_photos(project, [PHOTO], settings, project / ".ocop")]


def put(project: Path, data: bytes) -> Path:
    """Write the photo."""
    path = project / PHOTO
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_sound_photo_is_passed_in_silence(tmp_path: Path, kind: str) -> None:
    assert codes(tmp_path, encoded(scene(800, 600), kind)) == []


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.98])
def test_a_photo_cut_short_is_damaged_at_the_check_already(
    tmp_path: Path, kind: str, share: float
) -> None:
    whole = encoded(noise(700, 500), kind)

    assert codes(tmp_path, whole[: int(len(whole) * share)]) == ["OCOP403"]


def test_a_progressive_photo_cut_short_is_damaged(tmp_path: Path) -> None:
    whole = encoded(noise(700, 500), "JPEG", progressive=True)

    assert codes(tmp_path, whole[: len(whole) * 2 // 3]) == ["OCOP403"]


def test_a_png_with_a_flipped_byte_is_damaged(tmp_path: Path) -> None:
    whole = bytearray(encoded(noise(700, 500), "PNG"))
    whole[len(whole) // 2] ^= 0x40

    assert codes(tmp_path, bytes(whole)) == ["OCOP403"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "OCOP401"),
        (heic(), "OCOP402"),
        (html(), "OCOP411"),
        (b"<!-- saved from url --><html></html>", "OCOP411"),
        (lfs_pointer(), "OCOP006"),
        (b"Anh g\xe1i", "OCOP412"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "OCOP405"),
        (b"%PDF-1.7", "OCOP405"),
        (encoded(scene(700, 500), "GIF"), "OCOP405"),
        (encoded(scene(700, 500), "BMP"), "OCOP405"),
        (encoded(scene(700, 500), "TIFF"), "OCOP405"),
    ],
)
def test_what_is_no_photo_is_called_what_it_is(tmp_path: Path, data: bytes, code: str) -> None:
    assert codes(tmp_path, data) == [code]


def test_a_pixel_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    put(tmp_path, png_header_only(60_000, 60_000))
    (found,) = check_photos(tmp_path, [PHOTO], SETTINGS, tmp_path / ".ocop")

    assert found.code == "OCOP404"
    assert found.args == {
        "width": "60000",
        "height": "60000",
        "megapixels": "3600",
        "limit": "60",
    }


def test_the_limit_on_pixels_is_the_settings(tmp_path: Path) -> None:
    put(tmp_path, encoded(Image.new("L", (2000, 1000)), "PNG"))

    assert codes(tmp_path, settings=replace(SETTINGS, max_megapixels=2)) == []
    assert codes(tmp_path, settings=replace(SETTINGS, max_megapixels=1)) == ["OCOP404"]


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_is_measured_upright(tmp_path: Path, orientation: int) -> None:
    wide = encoded(scene(800, 600), "JPEG", exif=exif_with(orientation))

    assert codes(tmp_path, wide) == ([] if orientation < 5 else ["OCOP408"])


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_an_animation_is_a_warning(tmp_path: Path, kind: str) -> None:
    still = Image.new("RGB", (700, 500), "blue")
    data = encoded(scene(700, 500), kind, save_all=True, append_images=[still], duration=100)

    assert codes(tmp_path, data) == ["OCOP406"]


def test_a_phones_second_picture_is_no_animation(tmp_path: Path) -> None:
    depth = Image.new("RGB", (350, 250))
    data = encoded(scene(700, 500), "MPO", save_all=True, append_images=[depth])

    assert codes(tmp_path, data) == []


def test_printing_colours_without_a_profile_are_a_warning(tmp_path: Path) -> None:
    assert codes(tmp_path, encoded(scene(700, 500).convert("CMYK"), "JPEG")) == ["OCOP407"]


def test_a_heavy_original_is_a_warning(tmp_path: Path) -> None:
    heavy = encoded(noise(2000, 1500), "PNG")

    assert len(heavy) > 3_000_000
    assert codes(tmp_path, heavy) == ["OCOP409"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.jpg"
    outside.write_bytes(encoded(scene(800, 600), "JPEG"))
    project = tmp_path / "project"
    (project / PHOTO).parent.mkdir(parents=True)
    (project / PHOTO).symlink_to(outside)

    assert codes(project) == ["OCOP007"]


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    put(elsewhere, encoded(scene(800, 600), "JPEG"))
    (tmp_path / "project" / "content").mkdir(parents=True)
    (tmp_path / "project" / "content" / "a").symlink_to(elsewhere / "content" / "a")

    assert codes(tmp_path / "project") == ["OCOP007"]


@pytest.mark.parametrize("source", ["../a.jpg", "/etc/hostname", "content/../../a.jpg", "a\0b.jpg"])
def test_a_name_that_leads_out_of_the_project_is_not_opened(tmp_path: Path, source: str) -> None:
    (tmp_path / "a.jpg").write_bytes(encoded(scene(800, 600), "JPEG"))
    project = tmp_path / "project"
    project.mkdir()

    (found,) = check_photos(project, [SourcePath(source)], SETTINGS, project / ".ocop")

    assert found.code == "OCOP008"


def test_a_folder_a_pipe_and_a_missing_file_are_unreadable(tmp_path: Path) -> None:
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    names = [SourcePath(f"{name}.jpg") for name in ("folder", "missing", "pipe")]

    found = check_photos(tmp_path, names, SETTINGS, tmp_path / ".ocop")

    assert [(d.path, d.code) for d in found] == [(name, "OCOP008") for name in names]


def test_a_changed_file_is_looked_at_again(tmp_path: Path) -> None:
    sound = encoded(scene(800, 600), "JPEG")
    assert codes(tmp_path, sound) == []
    assert codes(tmp_path, b"x" * len(sound)) == ["OCOP412"]
    assert codes(tmp_path, sound) == []


def test_warnings_are_repeated_from_memory(tmp_path: Path) -> None:
    put(tmp_path, encoded(scene(480, 360), "JPEG"))
    os.utime(tmp_path / PHOTO, (1_000_000_000, 1_000_000_000))

    assert codes(tmp_path) == ["OCOP408"]
    assert codes(tmp_path) == ["OCOP408"]


def test_a_damaged_ledger_is_forgotten(tmp_path: Path) -> None:
    put(tmp_path, encoded(scene(480, 360), "JPEG"))
    codes(tmp_path)
    (tmp_path / ".ocop" / "ledger.json").write_text('{"version": 1, "sig')

    assert codes(tmp_path) == ["OCOP408"]


def test_photos_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    put(tmp_path, encoded(scene(800, 600), "JPEG"))
    ledger = tmp_path / ".ocop" / "ledger.json"

    codes(tmp_path)
    assert PHOTO in ledger.read_text()
    check_photos(tmp_path, [], SETTINGS, tmp_path / ".ocop")

    assert json.loads(ledger.read_text())["signatures"] == {}
    assert json.loads(ledger.read_text())["findings"] == {}
