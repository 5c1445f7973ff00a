"""A build decodes each photo once, and still tells of every damaged one in one run."""

from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from ocop.build import build_project
from ocop.config import PhotoSettings
from ocop.paths import SourcePath
from ocop.photos import probe
from ocop.photos.develop import DevelopRequest, develop
from ocop.photos.facts import Probe
from ocop.photos.identify import check_photos
from ocop.request import Request
from support.photo_files import encoded, heic, noise, scene
from support.project import PRODUCT, SMALL, TODAY, project

PHOTO = SourcePath("a.jpg")
FOLDER = "content/products/che"
ONE = b"photos:\n  - {file: a.jpg, alt: A}\n"
TWO = ONE + b"  - {file: b.jpg, alt: B}\n"
SOUND = encoded(scene(800, 600), "JPEG")


def cut(data: bytes) -> bytes:
    """The first two thirds of a file."""
    return data[: len(data) * 2 // 3]


def lay(folder: Path, photos: bytes, files: dict[str, bytes]) -> Request:
    """A project of one product with the photos listed in ``photos``."""
    inside = {f"{FOLDER}/{name}": data for name, data in files.items()}
    product = {f"{FOLDER}/product.yaml": PRODUCT.encode() + photos}
    return Request(project(folder, {**SMALL, **product, **inside}), TODAY)


def told(request: Request) -> list[str]:
    """What a build says, as ``file CODE``; it publishes nothing."""
    result = build_project(request)
    assert result.pages == 0
    assert not (request.project / "site").exists()
    return [f"{Path(one.path).name} {one.code}" for one in result.diagnostics]


@pytest.mark.parametrize("progressive", [False, True])
def test_developing_finds_what_the_check_finds_wherever_a_jpeg_ends(
    tmp_path: Path, progressive: bool
) -> None:
    settings = PhotoSettings(widths=(40,))
    # Large enough to be shrunk by libjpeg, as every camera's photo is.
    photo = noise(240, 180).resize((2400, 1800))
    whole = encoded(photo, "JPEG", quality=40, progressive=progressive)
    seen = set()
    for part in range(1, 25):
        data = whole[: len(whole) * part // 24]
        folder = tmp_path / str(part)
        folder.mkdir()
        (folder / PHOTO).write_bytes(data)
        checked = check_photos(folder, [PHOTO], settings, folder / "checked")
        made = develop(folder, [DevelopRequest(PHOTO)], settings, folder / "developed")
        assert made.diagnostics == checked, part
        seen.add(tuple(one.code for one in checked))
    assert seen == {(), ("OCOP403",)}


def test_a_build_decodes_a_sound_photo_once_and_later_checks_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = lay(tmp_path, ONE, {"a.jpg": SOUND})
    extra: list[int] = []
    whole = probe.is_whole

    def counted(data: bytes, found: Probe) -> bool:
        extra.append(len(data))
        return whole(data, found)

    monkeypatch.setattr(probe, "is_whole", counted)
    assert build_project(request).pages > 0
    photos, store = [SourcePath(f"{FOLDER}/a.jpg")], tmp_path / ".ocop/photos"
    check_photos(tmp_path, photos, PhotoSettings(), store)
    assert extra == []

    check_photos(tmp_path, photos, PhotoSettings(), tmp_path / "knows nothing")
    assert extra == [len(SOUND)]


def test_all_damaged_photos_are_told_at_once_and_the_sound_ones_are_kept(tmp_path: Path) -> None:
    three = TWO + b"  - {file: c.jpg, alt: C}\n"
    damaged = cut(encoded(noise(700, 500), "JPEG")), cut(encoded(noise(720, 500), "JPEG"))
    request = lay(tmp_path, three, {"a.jpg": damaged[0], "b.jpg": SOUND, "c.jpg": damaged[1]})

    assert told(request) == ["a.jpg OCOP403", "c.jpg OCOP403"]
    (kept,) = (tmp_path / ".ocop/photos").glob("*/*/picture.json")
    assert len(list(kept.parent.glob("*.avif"))) == 3


def test_a_damaged_photo_is_told_beside_faults_of_the_facts(tmp_path: Path) -> None:
    request = lay(tmp_path, ONE + b"stars: nine\n", {"a.jpg": cut(SOUND)})

    found = told(request)

    assert "a.jpg OCOP403" in found
    assert any(one.startswith("product.yaml") for one in found)


def test_a_damaged_photo_is_told_beside_one_that_is_none(tmp_path: Path) -> None:
    request = lay(tmp_path, TWO, {"a.jpg": cut(SOUND), "b.jpg": heic()})

    assert told(request) == ["a.jpg OCOP403", "b.jpg OCOP402"]


def test_a_strict_build_tells_of_damage_beside_a_warning(tmp_path: Path) -> None:
    small = encoded(scene(320, 240), "JPEG")
    request = lay(tmp_path, TWO, {"a.jpg": cut(SOUND), "b.jpg": small})

    assert told(replace(request, strict=True)) == ["a.jpg OCOP403", "b.jpg OCOP408"]


def test_a_damaged_photo_of_a_draft_is_told_although_it_is_not_published(tmp_path: Path) -> None:
    request = lay(tmp_path, ONE + b"draft: true\n", {"a.jpg": cut(SOUND)})

    assert told(request) == ["a.jpg OCOP403"]


def test_a_damaged_png_is_told_by_its_checksums(tmp_path: Path) -> None:
    out = BytesIO()
    noise(700, 500).save(out, "PNG")
    data = bytearray(out.getvalue())
    data[len(data) // 2] ^= 0x40
    photos = ONE.replace(b"a.jpg", b"a.png")

    assert told(lay(tmp_path, photos, {"a.png": bytes(data)})) == ["a.png OCOP403"]
