"""What becomes of a photo: sizes, uprightness, colours, privacy, and what is kept."""

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageStat

from ocop.config import PhotoSettings
from ocop.paths import SitePath, SourcePath
from ocop.photos import decode
from ocop.photos.develop import Developed, DevelopRequest, develop
from ocop.photos.facts import Fault
from ocop.photos.identify import check_photos
from ocop.photos.job import Job, Workshop
from ocop.photos.picture import Picture
from ocop.photos.store import Record
from support.photo_files import (
    P3_PRIMARIES,
    cmyk_profile,
    encoded,
    exif_with,
    matrix_profile,
    noise,
    scene,
)
from support.srgb import from_lab, from_p3

SETTINGS = PhotoSettings(widths=(100, 200))
PHOTO = SourcePath("a.jpg")
_TRANSPOSITIONS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How an upright picture is stored by a camera that notes each orientation."""


def run(
    project: Path,
    files: Mapping[str, bytes],
    settings: PhotoSettings = SETTINGS,
    focuses: Sequence[tuple[int, int] | None] = (None,),
    jobs: int = 1,
) -> Developed:
    """Write the photos and develop them."""
    for name, data in files.items():
        (project / name).write_bytes(data)
    wanted = [DevelopRequest(SourcePath(name), focus) for name in files for focus in focuses]
    return develop(project, wanted, settings, project / "store", jobs)


def one(
    project: Path, data: bytes, settings: PhotoSettings = SETTINGS
) -> tuple[Picture, Developed]:
    """Develop a single photo."""
    developed = run(project, {PHOTO: data}, settings)
    return developed.pictures[PHOTO], developed


def opened(developed: Developed, path: SitePath) -> Image.Image:
    """The published file ``path``, read from the store."""
    return Image.open(BytesIO(developed.files[path].read_bytes()))


def colour(developed: Developed, path: SitePath) -> tuple[int, ...]:
    """The mean colour of a published file."""
    return tuple(round(level) for level in ImageStat.Stat(opened(developed, path)).mean)


def close(found: Sequence[float], expected: Sequence[float], within: float) -> bool:
    """Tell whether two colours differ by at most ``within`` in every channel."""
    return all(abs(f - e) <= within for f, e in zip(found, expected, strict=True))


def test_every_size_and_format_stands_under_an_address_of_its_content(tmp_path: Path) -> None:
    picture, developed = one(tmp_path, encoded(scene(400, 300), "JPEG"))
    key = picture.share.removeprefix("photos/").removesuffix("-share.jpg")

    assert len(key) == 16
    assert set(key) <= set("0123456789abcdef")
    assert [(v.format, v.width, v.height, v.path) for v in picture.variants] == [
        ("avif", 100, 75, f"photos/{key}-100.avif"),
        ("avif", 200, 150, f"photos/{key}-200.avif"),
        ("jpeg", 400, 300, f"photos/{key}-400.jpg"),
    ]
    assert picture.fallback == picture.variants[-1]
    assert (picture.width, picture.height) == (400, 300)
    assert set(developed.files) == {v.path for v in picture.variants} | {picture.share}
    for variant in picture.variants:
        image = opened(developed, variant.path)
        assert (image.format, image.size) == (
            variant.format.upper(),
            (variant.width, variant.height),
        )


def test_nothing_is_enlarged_and_the_original_width_comes_once(tmp_path: Path) -> None:
    settings = PhotoSettings(widths=(320, 640, 960, 1600))

    picture, _ = one(tmp_path, encoded(scene(700, 500), "JPEG"), settings)

    assert [(v.format, v.width) for v in picture.variants] == [
        ("avif", 320),
        ("avif", 640),
        ("avif", 700),
        ("jpeg", 700),
    ]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (30, 20)])
def test_the_oddest_shapes_are_developed_too(
    tmp_path: Path, size: tuple[int, int], kind: str
) -> None:
    picture, developed = one(tmp_path, encoded(Image.new("L", size, 90), kind))
    checked = check_photos(tmp_path, [PHOTO], SETTINGS, tmp_path / "store")

    assert [d.code for d in checked] == ["OCOP408"] * (size[0] < 640)

    assert (picture.width, picture.height) == size
    assert opened(developed, picture.share).size == (1200, 630)


def test_the_fallback_is_960_wide_whatever_the_widths(tmp_path: Path) -> None:
    picture, _ = one(tmp_path, encoded(scene(1200, 900), "JPEG"))

    assert (picture.fallback.width, picture.fallback.height) == (960, 720)


def test_more_formats_may_be_asked_for(tmp_path: Path) -> None:
    settings = PhotoSettings(widths=(100,), formats=("avif", "webp", "jpeg"))

    picture, _ = one(tmp_path, encoded(scene(400, 300), "JPEG"), settings)

    assert [(v.format, v.width) for v in picture.variants] == [
        ("avif", 100),
        ("webp", 100),
        ("jpeg", 100),
        ("jpeg", 400),
    ]
    assert picture.fallback.width == 400


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_orientation_comes_out_upright(tmp_path: Path, orientation: int, kind: str) -> None:
    upright = scene(400, 300)
    how = _TRANSPOSITIONS[orientation]
    stored = upright if how is None else upright.transpose(how)
    data = encoded(stored, kind, exif=exif_with(orientation))

    picture, developed = one(tmp_path, data)

    assert (picture.width, picture.height) == (400, 300)
    shown = opened(developed, picture.fallback.path)
    difference = ImageStat.Stat(ImageChops.difference(shown, upright)).mean
    assert max(difference) < 4


def test_display_p3_becomes_srgb(tmp_path: Path) -> None:
    wide = (200, 100, 50)
    image = Image.new("RGB", (400, 300), wide)
    data = encoded(image, "PNG", icc_profile=matrix_profile(P3_PRIMARIES))

    picture, developed = one(tmp_path, data)

    assert from_p3(wide) == (215, 93, 31)  # by hand, from the matrices
    assert close(colour(developed, picture.fallback.path), from_p3(wide), 2)
    assert close(colour(developed, picture.variants[0].path), from_p3(wide), 3)


@pytest.mark.parametrize(("ink", "corner"), [((255, 0, 0, 0), 8), ((0, 255, 0, 0), 4)])
def test_printing_inks_become_what_their_profile_says(
    tmp_path: Path, ink: tuple[int, ...], corner: int
) -> None:
    labs: list[tuple[float, float, float]] = [
        (100.0, 0.0, 0.0),
        *[(40.0, 0.0, 0.0)] * 14,
        (0.0, 0.0, 0.0),
    ]
    labs[8], labs[4] = (60, -20, -25), (50, 40, 10)
    image = Image.new("CMYK", (400, 300), ink)
    data = encoded(image, "JPEG", quality=95, icc_profile=cmyk_profile(labs))

    picture, developed = one(tmp_path, data)

    assert developed.diagnostics[0].code == "OCOP408"  # small, and no word on its colours
    expected = from_lab(*labs[corner])
    assert close(colour(developed, picture.fallback.path), expected, 4)


def test_printing_inks_without_a_profile_are_mixed_plainly(tmp_path: Path) -> None:
    data = encoded(Image.new("CMYK", (400, 300), (255, 0, 0, 0)), "JPEG", quality=95)

    picture, developed = one(tmp_path, data)

    assert close(colour(developed, picture.fallback.path), (0, 255, 255), 6)


@pytest.mark.parametrize("profile", [b"no profile at all", matrix_profile(P3_PRIMARIES)])
def test_a_profile_that_does_not_fit_is_passed_over(tmp_path: Path, profile: bytes) -> None:
    data = encoded(Image.new("L", (400, 300), 128), "PNG", icc_profile=profile)

    picture, developed = one(tmp_path, data)

    assert close(colour(developed, picture.fallback.path), (128, 128, 128), 2)


def test_sixteen_bit_grey_keeps_its_lightness(tmp_path: Path) -> None:
    level = 128 * 257
    image = Image.frombytes("I;16", (400, 300), level.to_bytes(2, "little") * 120_000)

    picture, developed = one(tmp_path, encoded(image, "PNG"))

    assert close(colour(developed, picture.fallback.path), (128, 128, 128), 1)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_shows_the_sites_paper(tmp_path: Path, mode: str) -> None:
    if mode == "P":
        image = Image.new("P", (400, 300), 0)
        image.putpalette([10, 20, 30])
        data = encoded(image, "PNG", transparency=0)
    else:
        data = encoded(Image.new("RGBA", (400, 300), (9, 9, 9, 0)).convert(mode), "PNG")

    picture, developed = one(tmp_path, data)

    assert close(colour(developed, picture.fallback.path), (0xFB, 0xF7, 0xEF), 2)
    assert all(opened(developed, v.path).mode == "RGB" for v in picture.variants)


def test_half_transparent_red_over_paper_is_their_mean(tmp_path: Path) -> None:
    data = encoded(Image.new("RGBA", (400, 300), (255, 0, 0, 128)), "PNG")

    picture, developed = one(tmp_path, data)

    assert close(colour(developed, picture.fallback.path), (253, 123, 119), 3)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_no_output_knows_the_place_or_the_camera(tmp_path: Path, kind: str) -> None:
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>MAYANH</x:xmpmeta>"
    options = {} if kind == "PNG" else {"xmp": xmp}
    data = encoded(
        scene(1300, 900),
        kind,
        exif=exif_with(6, gps=True),
        icc_profile=matrix_profile(P3_PRIMARIES),
        **options,
    )
    settings = PhotoSettings(widths=(320,), formats=("avif", "webp"))

    _, developed = one(tmp_path, data, settings)

    assert len(developed.files) == 4
    for path, file in developed.files.items():
        content = file.read_bytes()
        image = opened(developed, path)
        assert not dict(image.getexif()), path
        assert not {"icc_profile", "exif", "xmp", "comment"} & set(image.info), path
        for trace in (b"MAYANH", b"Exif", b"GPS", b"xmpmeta", b"ICC_PROFILE", b"tests: wide"):
            assert trace not in content, (path, trace)


def test_the_placeholder_is_tiny_and_has_the_photos_shape(tmp_path: Path) -> None:
    picture, _ = one(tmp_path, encoded(scene(400, 300), "JPEG"))
    head, _, body = picture.placeholder.partition(",")

    assert head == "data:image/webp;base64"
    assert len(picture.placeholder) < 400
    assert Image.open(BytesIO(base64.b64decode(body))).size == (16, 12)


def test_the_share_picture_honours_the_focal_point(tmp_path: Path) -> None:
    left = Image.new("RGB", (2400, 630), "red")
    left.paste("blue", (1200, 0, 2400, 630))
    focuses = [(0, 50), (100, 50)]

    developed = run(tmp_path, {"a.png": encoded(left, "PNG")}, focuses=focuses)

    shares = sorted(path for path in developed.files if "share" in path)
    assert [path.partition("-")[2] for path in shares] == ["share-0-50.jpg", "share-100-50.jpg"]
    assert all(opened(developed, path).size == (1200, 630) for path in shares)
    assert close(colour(developed, shares[0]), (255, 0, 0), 3)
    assert close(colour(developed, shares[1]), (0, 0, 255), 3)
    assert developed.pictures[SourcePath("a.png")].share == shares[0]


def test_a_new_focal_point_adds_its_crop_and_remakes_nothing(tmp_path: Path) -> None:
    data = {"a.jpg": encoded(scene(400, 300), "JPEG")}
    first = run(tmp_path, data)
    times = {path: file.stat().st_mtime_ns for path, file in first.files.items()}

    second = run(tmp_path, data, focuses=[(20, 80)])

    kept = {path: at for path, at in times.items() if "share" not in path}
    assert {path: second.files[path].stat().st_mtime_ns for path in kept} == kept
    (share,) = set(second.files) - set(first.files)
    assert share.endswith("-share-20-80.jpg")


def test_one_content_under_two_names_is_one_set_of_files(tmp_path: Path) -> None:
    data = encoded(scene(400, 300), "JPEG")

    developed = run(tmp_path, {"a.jpg": data, "b.jpg": data})

    first, second = developed.pictures.values()
    assert first.variants == second.variants
    assert len(developed.files) == 4
    assert [p.source for p in (first, second)] == ["a.jpg", "b.jpg"]


def test_a_bad_photo_has_a_diagnostic_and_the_others_their_pictures(tmp_path: Path) -> None:
    whole = encoded(noise(800, 600), "JPEG")

    developed = run(tmp_path, {"a.jpg": whole, "b.jpg": whole[: len(whole) // 2], "c.jpg": b""})

    assert [(d.path, d.code) for d in developed.diagnostics] == [
        ("b.jpg", "OCOP403"),
        ("c.jpg", "OCOP401"),
    ]
    assert list(developed.pictures) == ["a.jpg"]


def test_the_same_bytes_come_out_whatever_the_threads(tmp_path: Path) -> None:
    photos = {f"{n}.jpg": encoded(noise(500 + n, 400), "JPEG") for n in range(6)}

    def contents(name: str, jobs: int) -> dict[SitePath, bytes]:
        project = tmp_path / name
        project.mkdir()
        developed = run(project, photos, jobs=jobs)
        return {path: file.read_bytes() for path, file in developed.files.items()}

    assert contents("one", 1) == contents("four", 4)


def test_other_settings_have_other_addresses(tmp_path: Path) -> None:
    data = encoded(scene(400, 300), "JPEG")
    picture, _ = one(tmp_path, data)
    other, _ = one(tmp_path, data, replace(SETTINGS, widths=(100, 300)))

    assert picture.variants[0].path != other.variants[0].path


@pytest.mark.parametrize("harm", ["short", "empty", "altered", "missing", "record", "half record"])
def test_a_harmed_store_heals_itself(tmp_path: Path, harm: str) -> None:
    data = {"a.jpg": encoded(scene(400, 300), "JPEG")}
    first = run(tmp_path, data)
    before = {path: file.read_bytes() for path, file in first.files.items()}
    victim = next(iter(first.files.values()))
    record = victim.with_name("picture.json")
    content = victim.read_bytes()
    if harm == "record":
        record.unlink()
    elif harm == "half record":
        record.write_bytes(record.read_bytes()[:40])
    elif harm == "missing":
        victim.unlink()
    else:
        changed = {"short": content[:-1], "empty": b"", "altered": bytes(len(content))}[harm]
        victim.write_bytes(changed)

    second = run(tmp_path, data)

    assert {path: file.read_bytes() for path, file in second.files.items()} == before


def test_a_store_restored_with_other_times_is_trusted_by_its_digests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {"a.jpg": encoded(scene(400, 300), "JPEG")}
    for file in run(tmp_path, data).files.values():
        os.utime(file, (1_000_000_000, 1_000_000_000))
    monkeypatch.setattr(decode, "decode", None)

    assert len(run(tmp_path, data).pictures) == 1


def test_a_lost_ledger_costs_no_decoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = {"a.jpg": encoded(scene(400, 300), "JPEG")}
    first = run(tmp_path, data)
    (tmp_path / "store" / "ledger.json").unlink()
    monkeypatch.setattr(decode, "decode", None)

    assert run(tmp_path, data) == first


def test_a_killed_runs_leftovers_are_cleared(tmp_path: Path) -> None:
    data = {"a.jpg": encoded(scene(400, 300), "JPEG")}
    folder = next(iter(run(tmp_path, data).files.values())).parent
    shutil.copy(folder / "100.avif", folder / "100.avif.4711.tmp")
    (folder / "picture.json").unlink()

    run(tmp_path, data)

    assert not list(folder.glob("*.tmp"))


def test_progress_counts_contents(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.jpg").write_bytes(encoded(scene(400 + n, 300), "JPEG"))
    told: list[tuple[int, int]] = []
    wanted = [DevelopRequest(SourcePath(f"{n}.jpg")) for n in range(3)]

    develop(
        tmp_path, wanted, SETTINGS, tmp_path / "store", 2, lambda done, of: told.append((done, of))
    )

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_photo_that_is_waited_for_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jpg").write_bytes(encoded(scene(400 + ord(name), 300), "JPEG"))
    wanted = [DevelopRequest(SourcePath(f"{name}.jpg")) for name in ("a", "b")]
    told: list[str] = []
    impatient = Event()
    make = Workshop.make

    def make_when_told(workshop: Workshop, job: Job) -> Record | Fault:
        assert job.source != "b.jpg" or impatient.wait(20)
        return make(workshop, job)

    def slow(photo: str) -> None:
        told.append(photo)
        if photo == "b.jpg":
            impatient.set()

    monkeypatch.setattr(Workshop, "make", make_when_told)
    monkeypatch.setattr("ocop.photos.develop._PATIENCE", 0.001)
    made = develop(tmp_path, wanted, SETTINGS, tmp_path / "store", 2, slow=slow)

    assert told[-1] == "b.jpg"
    assert len(made.pictures) == 2


_WARM = """
import sys
from pathlib import Path
from ocop.config import PhotoSettings
from ocop.photos.develop import DevelopRequest, develop
project = Path(sys.argv[1])
settings = PhotoSettings(widths=(100, 200))
found = develop(project, [DevelopRequest("a.jpg")], settings, project / "store")
assert len(found.pictures) == 1
print("PIL" in sys.modules)
"""


def test_a_warm_run_does_not_even_load_the_image_library(tmp_path: Path) -> None:
    data = {"a.jpg": encoded(scene(400, 300), "JPEG")}
    (tmp_path / "a.jpg").write_bytes(data["a.jpg"])
    os.utime(tmp_path / "a.jpg", (1_000_000_000, 1_000_000_000))
    wanted = [DevelopRequest(PHOTO)]
    develop(tmp_path, wanted, SETTINGS, tmp_path / "store")

    ran = subprocess.run(
        [sys.executable, "-c", _WARM, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert ran.stdout == "False\n"


_MEMORY = """
import sys
from pathlib import Path
from ocop.config import PhotoSettings
from ocop.photos.develop import DevelopRequest, develop
project = Path(sys.argv[1])
photos = [DevelopRequest(photo.name) for photo in sorted(project.glob("*.jpg"))]
found = develop(project, photos, PhotoSettings(), project / "store", jobs=4)
assert len(found.pictures) == len(photos)
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the peak of memory")
def test_a_48_megapixel_photo_takes_little_memory(tmp_path: Path) -> None:
    Image.linear_gradient("L").resize((8000, 6000)).convert("RGB").save(tmp_path / "a.jpg")

    ran = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert int(ran.stdout) <= 150


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the peak of memory")
def test_four_photos_of_24_megapixels_at_once_stay_within_400_mb(tmp_path: Path) -> None:
    photo = Image.linear_gradient("L").resize((6000, 4000)).convert("RGB")
    for number in range(4):
        photo.putpixel((number, 0), (255, 0, 0))
        photo.save(tmp_path / f"{number}.jpg", progressive=number % 2 == 1)

    ran = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert int(ran.stdout) <= 400
