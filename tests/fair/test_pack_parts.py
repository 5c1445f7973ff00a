"""What an edition is made of: sizes of photos, names on a stick, the step into its folder."""

import datetime as dt
import shutil
import zipfile
from pathlib import Path

import pytest

from ocop.config import PhotoSettings
from ocop.domain.place import Origin
from ocop.domain.programme import Programme
from ocop.fair.choice import Choice, chosen
from ocop.fair.deliver import delivering
from ocop.fair.pack.names import check_stick, crowded, slots
from ocop.fair.pack.place import placing, stranger_in, tidy
from ocop.fair.pack.selection import selection
from ocop.fair.pack.thrift import left_out, reduced, steps
from ocop.fair.pack.writing import Item, write_folder, write_zip
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.photos.picture import Picture, Variant
from support.killing import killed_at
from support.small_site import product, site, vi

DAY = dt.date(2026, 11, 21)
NEW = tuple(
    Item(SitePath(name), text)
    for name, text in (("BATDAU.html", b"new"), ("a/b.html", b"page"), ("photos/x.avif", b"pic"))
)
OLD = (Item(SitePath("BATDAU.html"), b"old"), Item(SitePath("gone.html"), b"old page"))


def _silent(_: int) -> None:
    """Take no note of progress."""


def shot(*made: tuple[str, int]) -> Picture:
    """A photo with files of these kinds and widths; its largest JPEG is for all browsers."""
    variants = tuple(
        Variant(kind, width, width // 2, SitePath(f"photos/p-{width}.{kind}"))
        for kind, width in made
    )
    plain = max((one for one in variants if one.format == "jpeg"), key=lambda one: one.width)
    share = SitePath("photos/p-share.jpg")
    return Picture(SourcePath("p.jpg"), 1600, 800, variants, plain, "data:,", share)


def kept(picture: Picture, settings: PhotoSettings, step: int) -> tuple[list[str], str]:
    """The files of a photo at a step, and the one that stands for all."""
    source = picture.source
    less = reduced({source: picture}, steps(settings)[step], settings)[source]
    names = [one.path.removeprefix("photos/p-") for one in less.variants]
    return names, less.fallback.path.removeprefix("photos/p-")


USUAL = shot(*(("avif", width) for width in (320, 640, 960, 1600)), ("jpeg", 960))


HERE = Origin(province="tỉnh Thanh Hóa", province_now="38")


@pytest.mark.parametrize(("taken", "programmes"), [(("a", "b"), {"de-an"}), (("a",), set())])
def test_a_programme_goes_along_with_all_its_products_or_not_at_all(
    taken: tuple[str, ...], programmes: set[str]
) -> None:
    plan = Programme(EntryId("de-an"), SourcePath("x"), vi("Đề án"), HERE)
    goods = [product(name, origin=HERE) for name in "ab"] + [product("c")]
    whole = site(products=goods, programmes=[plan]).catalogue
    choice = Choice(ids=tuple(EntryId(name) for name in taken))

    found = selection(whole, choice, chosen(whole, choice))

    assert set(found.products) == set(taken)
    assert set(found.programmes) == programmes


def test_what_is_missed_least_goes_first() -> None:
    assert steps(PhotoSettings())[-1] == ("previews", "1600", "960", "jpeg", "640")
    assert steps(PhotoSettings(formats=("avif", "webp")))[-1][:3] == ("previews", "webp", "1600")
    assert steps(PhotoSettings(formats=()))[-1] == ("previews",)
    assert steps(PhotoSettings(widths=(800,)))[-1] == ("previews", "jpeg")


@pytest.mark.parametrize(
    ("step", "names", "standing"),
    [
        (1, ["320.avif", "640.avif", "960.avif", "1600.avif", "960.jpeg"], "960.jpeg"),
        (2, ["320.avif", "640.avif", "960.avif", "960.jpeg"], "960.jpeg"),
        (3, ["320.avif", "640.avif", "960.jpeg"], "960.jpeg"),
        (4, ["320.avif", "640.avif"], "640.avif"),
        (5, ["320.avif"], "320.avif"),
    ],
)
def test_a_photo_keeps_what_a_step_leaves_it(step: int, names: list[str], standing: str) -> None:
    assert kept(USUAL, PhotoSettings(), step) == (names, standing)


def test_a_photo_of_odd_width_or_kind_keeps_at_least_one_file() -> None:
    assert kept(shot(("jpeg", 1200)), PhotoSettings(), 5) == (["1200.jpeg"], "1200.jpeg")
    wide = shot(("avif", 1200), ("jpeg", 960))
    assert kept(wide, PhotoSettings(), 4) == (["1200.avif"], "1200.avif")
    plain = shot(("jpeg", 320), ("jpeg", 640), ("jpeg", 960))
    only = PhotoSettings(formats=("jpeg",))
    assert kept(plain, only, 3) == (["320.jpeg", "640.jpeg"], "640.jpeg")


def test_files_that_no_page_needs_stay_behind() -> None:
    source, settings = USUAL.source, PhotoSettings()
    lying = {one.path: Path(one.path) for one in USUAL.variants}
    lying |= {SitePath(name): Path(name) for name in ("photos/p-share.jpg", "papers/a.pdf")}
    dropped = steps(settings)[2]
    less = reduced({source: USUAL}, dropped, settings)

    assert left_out(lying, {source: USUAL}, less, dropped) == {
        "photos/p-share.jpg",
        "photos/p-1600.avif",
    }
    assert left_out(lying, {source: USUAL}, {source: USUAL}, ()) == frozenset()


def test_names_that_a_stick_cannot_tell_apart_or_hold_are_told() -> None:
    names = ["a/Index.html", "a/index.html", "b/aux.txt", "c/x?.txt", "d/" + "e" * 201]
    found = check_stick([SitePath(one) for one in names], "stick")

    assert [(one.code, one.path) for one in found] == [
        ("OCOP528", "stick/b/aux.txt"),
        ("OCOP528", "stick/c/x?.txt"),
        ("OCOP526", "stick/a/index.html"),
        ("OCOP682", f"stick/d/{'e' * 201}"),
    ]
    assert check_stick([SitePath("P/A1B2C3/index.html"), SitePath("BATDAU.html")], "s") == ()
    assert check_stick([SitePath("d/" + "e" * 198)], "stick") == ()


def test_a_folder_of_fat32_holds_so_many_names() -> None:
    # One slot for a name of 8 and 3 capitals; else one more for every 13 letters begun.
    paths = ["P/A1B2C3/index.html", "INDEX.HTM", "products/che.html", "products/" + "m" * 27]
    assert slots([SitePath(one) for one in paths]) == {
        "": 1 + 1 + 2,
        "P": 1,
        "P/A1B2C3": 2,
        "products": 2 + 4,
    }
    # A name of 14 letters takes three slots, and two slots are the folder's own.
    many = [SitePath(f"products/{number:09}.html") for number in range(21_845)]
    assert crowded(many) == ("products",)
    assert crowded(many[:21_844]) == ()


@pytest.mark.parametrize(
    ("day", "stamp"), [(dt.date(1970, 1, 2), (1980, 1, 2)), (dt.date(2150, 3, 4), (2107, 3, 4))]
)
def test_a_day_that_zip_files_cannot_name_is_the_nearest(
    tmp_path: Path, day: dt.date, stamp: tuple[int, int, int]
) -> None:
    write_zip(tmp_path / "a.zip", NEW, day, _silent)

    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert {one.date_time[:3] for one in archive.infolist()} == {stamp}
        assert archive.testzip() is None


def put(folder: Path, items: tuple[Item, ...]) -> None:
    """Write an edition as the command does."""
    tidy(folder)
    with placing(folder) as new:
        write_folder(new, items, _silent)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the digests."""
    found = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    named.pop("SHA256SUMS.txt", None)
    return named


def names_in(folder: Path) -> list[str]:
    """What lies in a folder, hidden things too."""
    return sorted(path.name for path in folder.iterdir())


def as_told(items: tuple[Item, ...]) -> dict[str, object]:
    return {str(one.path): one.source for one in items}


def test_a_kill_at_any_step_leaves_no_half_edition_and_the_next_run_tidies(tmp_path: Path) -> None:
    """Between two renames the old one lies beside: the next run finds it."""
    step, killed = 0, True
    while killed:
        place = tmp_path / str(step)
        put(place / "stick", OLD)
        killed = killed_at(step, lambda at=place: put(at / "stick", NEW))  # type: ignore[misc]
        if (place / "stick").exists():
            assert contents(place / "stick") in (as_told(OLD), as_told(NEW))
        tidy(place / "stick")
        assert contents(place / "stick") in (as_told(OLD), as_told(NEW))
        assert names_in(place) == ["stick"]
        shutil.rmtree(place)
        step += 1

    assert step > 8


def test_a_kill_while_a_zip_file_is_written_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"

    def write() -> None:
        with delivering(file) as new:
            write_zip(new, NEW, DAY, _silent)

    step, killed = 0, True
    while killed:
        file.write_bytes(b"old")
        killed = killed_at(step, write)
        assert file.read_bytes() == b"old" or zipfile.ZipFile(file).testzip() is None
        tidy(file)
        assert names_in(tmp_path) == ["a.zip"]
        step += 1


def test_only_a_folder_of_an_edition_alone_may_be_replaced(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    assert stranger_in(stick) is None
    put(stick, NEW)
    assert stranger_in(stick) is None
    (stick / "a/ghi-chu.txt").write_text("mine", "utf-8")
    assert stranger_in(stick) == "a/ghi-chu.txt"
    (stick / "a/ghi-chu.txt").unlink()
    (stick / "SHA256SUMS.txt").write_text(f"{'0' * 64}  luan-van.docx\n", "utf-8")
    assert stranger_in(stick) == "BATDAU.html"


def test_digests_of_something_else_make_no_edition_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "luan-van.docx").write_bytes(b"3 years")
    (tmp_path / "SHA256SUMS.txt").write_text(f"{'0' * 64}  luan-van.docx\n", "utf-8")

    assert stranger_in(tmp_path) == "SHA256SUMS.txt"
