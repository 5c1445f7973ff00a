"""``ocop photos``: lighter, upright and tidily named originals, and nothing lost unsaid."""

import json
import shutil
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from support.photo_files import GPS_IFD, encoded, exif_with, heic, png_header_only, scene
from support.project import PRODUCER, project
from support.terminal import Call

HOME = "content/products/che"
HEAD = "name: Chè xanh\nset: 11\nproducer: htx\norigin: {province: tỉnh Thanh Hóa}\n"
LONG = 6400


def product(*photos: str) -> str:
    """A product whose file names photos, one of them with a comment and in quotes."""
    rows = [
        f"  # ảnh {number}\n  - file: {name}\n    alt: Chè\n" for number, name in enumerate(photos)
    ]
    return HEAD + "photos:\n" + "".join(rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "content/producers/htx/producer.yaml": PRODUCER,
        f"{HOME}/product.yaml": product("a.jpg"),
    }
    return project(tmp_path, files)


def long_jpeg(orientation: int = 1, gps: bool = False) -> bytes:
    """A photo longer than a shopper could use."""
    return encoded(scene(LONG, 400), "JPEG", quality=90, exif=exif_with(orientation, gps))


def opened(file: Path) -> Image.Image:
    return Image.open(BytesIO(file.read_bytes()))


def test_a_heavy_photo_becomes_light_upright_and_silent_about_its_place(
    ocop: Call, folder: Path
) -> None:
    file = folder / HOME / "a.jpg"
    file.write_bytes(long_jpeg(orientation=6, gps=True))
    before = file.stat().st_size

    shown = ocop("photos", "shrink", folder=folder)

    with opened(file) as image:
        assert image.size == (250, 4000)
        assert dict(image.getexif()) == {}
        assert not image.getexif().get_ifd(GPS_IFD)
        red, _, blue = (band.getpixel((240, 200)) for band in image.convert("RGB").split())
    assert isinstance(red, int)
    assert isinstance(blue, int)
    assert red > blue  # the left of what was stored is at the top, its lower end on the left
    assert file.stat().st_size < before
    assert "nơi chụp" in shown.out
    size = f"{file.stat().st_size / 1e6:.1f}".replace(".", ",")
    assert f"400×6400 → {size} MB 250×4000" in shown.out
    assert "Đã làm nhẹ 1 trong 1 ảnh" in shown.out


def test_a_second_run_and_a_light_photo_change_nothing(ocop: Call, folder: Path) -> None:
    file = folder / HOME / "a.jpg"
    file.write_bytes(long_jpeg())
    light = folder / HOME / "b.jpg"
    light.write_bytes(encoded(scene(800, 600), "JPEG"))
    once = light.read_bytes()
    ocop("photos", "shrink", folder=folder)
    shrunk = file.read_bytes()

    shown = ocop("photos", "shrink", folder=folder)

    assert (file.read_bytes(), light.read_bytes()) == (shrunk, once)
    assert "Không có gì phải làm: đã xem 2 ảnh." in shown.out


def test_a_dry_run_shows_sizes_and_writes_nothing(ocop: Call, folder: Path) -> None:
    file = folder / HOME / "a.jpg"
    file.write_bytes(long_jpeg())
    before = file.read_bytes()

    shown = ocop(
        "photos", "shrink", "--dry-run", "--side", "2000", "--format", "json", folder=folder
    )

    (told,) = json.loads(shown.out)["photos"]
    assert file.read_bytes() == before
    assert (told["before"]["width"], told["after"]["width"]) == (LONG, 2000)
    assert told["before"]["bytes"] == len(before)


def test_originals_are_kept_where_asked_and_no_warning_is_needed(ocop: Call, folder: Path) -> None:
    file = folder / HOME / "a.jpg"
    file.write_bytes(long_jpeg())
    before = file.read_bytes()

    shown = ocop("photos", "shrink", "--keep", "../kept", folder=folder)

    assert (folder.parent / "kept" / HOME / "a.jpg").read_bytes() == before
    assert "OCOP770" not in shown.out


def test_transparency_stays_transparent(ocop: Call, folder: Path) -> None:
    file = folder / HOME / "a.png"
    image = scene(LONG, 300).convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    file.write_bytes(encoded(image, "PNG"))

    ocop("photos", "shrink", folder=folder)

    with opened(file) as after:
        assert (after.mode, after.size) == ("RGBA", (4000, 188))
        assert after.getchannel("A").tobytes()[0] < 5
        assert after.getchannel("A").tobytes()[-1] > 250


def test_what_is_broken_is_reported_and_the_others_are_done(ocop: Call, folder: Path) -> None:
    home = folder / HOME
    good = long_jpeg()
    (home / "a.jpg").write_bytes(good)
    (home / "cut.jpg").write_bytes(good[: len(good) // 2])
    (home / "phone.heic").write_bytes(heic())
    (home / "bomb.png").write_bytes(png_header_only(60_000, 60_000))

    shown = ocop("photos", "shrink", "--format", "json", folder=folder)

    told = json.loads(shown.out)
    assert shown.code == 1
    assert {one["path"].rpartition("/")[2]: one["code"] for one in told["diagnostics"]} == {
        "a.jpg": "OCOP770",
        "cut.jpg": "OCOP403",
        "phone.heic": "OCOP402",
        "bomb.png": "OCOP404",
    }
    assert [one["path"] for one in told["photos"]] == [f"{HOME}/a.jpg"]
    assert len((home / "a.jpg").read_bytes()) < len(good)


def test_a_lying_photo_is_turned_and_keeps_its_own_tables(ocop: Call, folder: Path) -> None:
    file = folder / HOME / "a.jpg"
    file.write_bytes(encoded(scene(960, 640), "JPEG", quality=88, exif=exif_with(6, gps=True)))
    with opened(file) as image:
        tables = image.quantization  # type: ignore[attr-defined]

    shown = ocop("photos", "orient", folder=folder)

    with opened(file) as image:
        assert image.size == (640, 960)
        assert image.quantization == tables  # type: ignore[attr-defined]
        assert dict(image.getexif()) == {}
    assert "Đã xoay thẳng 1 trong 1 ảnh." in shown.out
    assert "Không có gì" in ocop("photos", "orient", folder=folder).out


def test_a_lying_picture_of_few_colours_stays_transparent(ocop: Call, folder: Path) -> None:
    file = folder / HOME / "a.png"
    image = Image.new("P", (800, 600), 1)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.paste(0, (0, 0, 400, 600))
    file.write_bytes(encoded(image, "PNG", transparency=0, exif=exif_with(6)))

    ocop("photos", "orient", folder=folder)

    with opened(file) as after:
        shown = after.convert("RGBA")
        assert shown.size == (600, 800)
        assert shown.getpixel((300, 10)) == (255, 0, 0, 0)
        assert shown.getpixel((300, 790)) == (0, 0, 255, 255)


def test_names_become_tidy_and_the_file_names_them_so(ocop: Call, folder: Path) -> None:
    home = folder / HOME
    nfd = unicodedata.normalize("NFD", "Ảnh bìa.JPG")
    names = {nfd: "anh-bia.jpg", "IMG 01 (1).jpeg": "img-01-1.jpg", "ok_name.jpg": "ok_name.jpg"}
    for number, name in enumerate(names):
        (home / name).write_bytes(encoded(scene(700 + number, 600), "JPEG"))
    text = product("'Ảnh bìa.JPG'", '"IMG 01 (1).jpeg"', "ok_name.jpg")
    (home / "product.yaml").write_text(text, "utf-8")
    images = {new: (home / old).read_bytes() for old, new in names.items()}

    shown = ocop("photos", "rename", folder=folder)

    assert {file.name for file in home.glob("*.jp*")} == set(images)
    assert {name: (home / name).read_bytes() for name in images} == images
    wanted = text.replace("Ảnh bìa.JPG", "anh-bia.jpg").replace("IMG 01 (1).jpeg", "img-01-1.jpg")
    assert (home / "product.yaml").read_text("utf-8") == wanted
    assert shown.code == 0
    assert ocop("check", "--strict", folder=folder).code == 0
    assert "Không có gì" in ocop("photos", "rename", folder=folder).out


def test_no_name_is_taken_from_another_photo(ocop: Call, folder: Path) -> None:
    home = folder / HOME
    for number, name in enumerate(("Anh.jpg", "Ảnh.jpg", "anh.jpg")):
        (home / name).write_bytes(encoded(scene(700 + number, 600), "JPEG"))
    sizes = sorted(file.stat().st_size for file in home.glob("*.jpg"))

    ocop("photos", "rename", HOME, folder=folder)

    assert sorted(file.name for file in home.glob("*.jpg")) == ["anh-2.jpg", "anh-3.jpg", "anh.jpg"]
    assert sorted(file.stat().st_size for file in home.glob("*.jpg")) == sizes


@pytest.mark.skipif(shutil.which("git") is None, reason="asks git")
def test_of_what_git_keeps_it_does_not_warn(ocop: Call, folder: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (folder / HOME / name).write_bytes(long_jpeg())
    me = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for arguments in (("init", "-q"), ("add", f"{HOME}/a.jpg"), (*me, "commit", "-q", "-m", "A")):
        subprocess.run(("git", *arguments), cwd=folder, check=True)

    shown = ocop("photos", "shrink", "--format", "json", folder=folder)

    warned = [one["path"] for one in json.loads(shown.out)["diagnostics"]]
    assert warned == [f"{HOME}/b.jpg"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("shrink", "config.yaml"),
        ("shrink", "content/nothing"),
        ("rename", "--side", "2000"),
        ("shrink", "--side", "100"),
        ("shrink", "--keep", "content/old"),
        ("polish",),
    ],
)
def test_what_makes_no_sense_is_refused(ocop: Call, folder: Path, wrong: tuple[str, ...]) -> None:
    (folder / HOME / "a.jpg").write_bytes(long_jpeg())

    assert ocop("photos", *wrong, folder=folder).code == 2


def test_check_says_how_to_mend_a_heavy_photo(ocop: Call, folder: Path) -> None:
    (folder / HOME / "a.jpg").write_bytes(long_jpeg())

    assert f"ocop photos shrink {HOME}/a.jpg" in ocop("check", folder=folder).out
