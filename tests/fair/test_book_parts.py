"""What a book is made of: photos at their size on paper, drawings in a PDF, words that break."""

import datetime as dt
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from ocop.config import PhotoSettings
from ocop.domain.place import Origin
from ocop.fair.binding import Drawing
from ocop.fair.book.chapters import chapters_of
from ocop.fair.book.endless import breakable
from ocop.fair.book.entries import product_data
from ocop.fair.book.paper import paper_for
from ocop.fair.book.pictures import Album
from ocop.fair.book.wish import Wish
from ocop.fair.print_photos import Frame, PrintRequest, crop_size, print_photos
from ocop.fair.typeset import NoFont, NoTypst, Press, Unset, typeset
from ocop.paths import EntryId, SourcePath
from support.limits import small_files
from support.small_site import EN, VI, producer, product, site
from support.stall import stall
from support.terminal import Call, caller

DAY = dt.date(2026, 11, 21)


@pytest.fixture
def ocop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    return caller(capsys, monkeypatch)


def photograph(folder: Path, size: tuple[int, int]) -> SourcePath:
    (folder / "content").mkdir()
    Image.linear_gradient("L").resize(size).convert("RGB").save(folder / "content/a.jpg")
    return SourcePath("content/a.jpg")


def press(folder: Path, markup: str, files: dict[str, bytes | Path | Drawing]) -> Press:
    """A sheet of ``markup``, to be set from templates in ``folder``."""
    template = folder / "print" / "sheet.typ"
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text(markup, "utf-8")
    return Press("sheet.typ", {}, files, (str(folder),), DAY, tagged=False, bleed=3)


@pytest.mark.parametrize(
    ("size", "frame", "crop"),
    [
        ((4000, 3000), Frame(40, 20), (4000, 2000)),
        ((3000, 4000), Frame(40, 20), (3000, 1500)),
        ((4000, 3000), Frame(20, 40), (1500, 3000)),
    ],
)
def test_a_photo_is_cropped_to_the_shape_of_its_frame(
    size: tuple[int, int], frame: Frame, crop: tuple[int, int]
) -> None:
    assert crop_size(size, frame) == crop


def test_a_photo_has_the_dots_that_its_frame_asks_for_and_is_made_once(tmp_path: Path) -> None:
    asked = PrintRequest(photograph(tmp_path, (1600, 1200)), Frame(50.8, 25.4, 300))
    made: list[int] = []

    first = print_photos(tmp_path, [asked], PhotoSettings(), 1, lambda done, _: made.append(done))
    again = print_photos(tmp_path, [asked], PhotoSettings(), 1, lambda done, _: made.append(done))

    with Image.open(first[asked].path) as image:
        assert (image.size, image.mode, image.info.get("exif")) == ((600, 300), "RGB", None)
    assert (first[asked].dpi, again, made) == (300, first, [1])


def test_a_small_photo_is_not_blown_up(tmp_path: Path) -> None:
    asked = PrintRequest(photograph(tmp_path, (640, 480)), Frame(203.2, 152.4, 300))

    photo = print_photos(tmp_path, [asked], PhotoSettings())[asked]

    assert (photo.width, photo.height, photo.dpi) == (640, 480, 80)


@pytest.mark.parametrize(
    ("focus", "seen"), [((0, 90), "red"), ((100, 10), "blue"), ((10, 0), "red"), (None, "both")]
)
def test_a_crop_keeps_its_focal_point(
    tmp_path: Path, focus: tuple[int, int] | None, seen: str
) -> None:
    picture = Image.new("RGB", (800, 400), "red")
    picture.paste("blue", (400, 0, 800, 400))
    picture.save(tmp_path / "a.png")
    asked = PrintRequest(SourcePath("a.png"), Frame(25.4, 25.4, 100), focus)

    made = print_photos(tmp_path, [asked], PhotoSettings())[asked]

    with Image.open(made.path) as image:
        left, right = (image.getpixel((at, 50)) for at in (5, 94))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert (left[0] > 200, right[2] > 200) == (seen != "blue", seen != "red")


def test_photos_and_drawings_take_the_places_of_their_blanks(tmp_path: Path) -> None:
    Image.new("RGB", (900, 600), "#204060").save(photo := tmp_path / "a.jpg")
    markup = (
        "#set page(width: 60mm, height: 60mm, bleed: 9mm)\n"
        '#image("/p/a.jpg", width: 30mm)\n#image("/p/b.jpg", width: 20mm)'
    )
    drawing = Drawing(2, 2, b"0 0 0 1 k 0 0 1 1 re f")

    made = typeset(press(tmp_path, markup, {"p/a.jpg": photo, "p/b.jpg": drawing}))

    (tmp_path / "made.pdf").write_bytes(made)
    with pikepdf.open(tmp_path / "made.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
        pictures = list(pdf.pages[0].Resources.XObject.values())
        photos = [one for one in pictures if one.Subtype == "/Image"]
        drawings = [one for one in pictures if one.Subtype == "/Form"]
        box = [round(float(side) * 25.4 / 72, 2) for side in pdf.pages[0].BleedBox]
        kept = [one.read_raw_bytes() for one in photos]
        sizes = [(int(one.Width), int(one.Height)) for one in photos]
        drawn = [one.read_bytes() for one in drawings]
    assert (kept, sizes) == ([photo.read_bytes()], [(900, 600)])
    assert drawn == [drawing.operators]
    assert box == [6, 6, 72, 72]


def test_a_missing_font_is_named_and_no_other_stands_in(tmp_path: Path) -> None:
    with pytest.raises(NoFont, match="chu viet"):
        typeset(press(tmp_path, '#set text(font: "Chu Viet")\nChè', {}))


def test_a_fault_of_a_template_is_told_and_not_its_consequences(tmp_path: Path) -> None:
    with pytest.raises(Unset, match="no room"):
        typeset(press(tmp_path, '#link(<there>)[x]\n#context panic("no room")', {}))


def test_without_typst_there_is_a_reason_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(NoTypst):
        typeset(press(tmp_path, "Chè", {}))


def test_a_full_disk_leaves_the_book_of_before(tmp_path: Path, ocop: Call) -> None:
    folder = stall(tmp_path)
    (folder / "ocop-book.pdf").write_bytes(b"before")

    with small_files():
        shown = ocop("book", "--today", DAY.isoformat(), folder=folder)

    assert shown.code != 0
    assert (folder / "ocop-book.pdf").read_bytes() == b"before"
    assert not list(folder.glob("*.part")) + list(folder.glob(".*.part"))


@pytest.mark.parametrize(
    ("letters", "told"), [(60, "abc"), (59, "ab"), (40, "ab"), (39, "a"), (0, "")]
)
def test_a_story_is_told_in_whole_paragraphs_as_far_as_there_is_room(
    letters: int, told: str
) -> None:
    story = "\n\n".join(letter * 20 for letter in "abc")
    tea = product("che", stories={VI: story})
    album = Album(paper_for(Wish((VI,))), {})

    (text,) = product_data(site(products=[tea]), tea, (VI,), album, letters)["texts"]

    assert "".join(block["text"][0] for block in text["story"]) == told


def test_what_has_no_province_comes_last_in_alphabetical_order() -> None:
    here = Origin(province="tỉnh Thanh Hóa", province_now="38")
    goods = [product(name) for name in ("an", "bo", "che", "dua")]
    goods[2] = product("che", origin=here)
    wish = Wish((VI, EN), chapters="province")

    chapters = chapters_of(site(products=goods), goods, wish)

    assert [(one.titles, [each.id for each in one.products]) for one in chapters] == [
        (("Thanh Hóa", "Thanh Hóa"), ["che"]),
        (("Nơi khác", "Elsewhere"), ["an", "bo", "dua"]),
    ]


def test_what_has_no_producer_stands_in_a_chapter_that_says_so() -> None:
    goods = [product("an"), product("bo", producers=(EntryId("htx"),))]
    one = site(products=goods, producers=[producer("htx", name={VI: "HTX", EN: "Co-op"})])

    chapters = chapters_of(one, goods, Wish((VI, EN), chapters="producer"))

    assert [(each.titles, [one.id for one in each.products]) for each in chapters] == [
        (("HTX", "Co-op"), ["bo"]),
        (("Chưa rõ nhà sản xuất", "Producer not known"), ["an"]),
    ]


def test_endless_words_may_break_and_addresses_stay() -> None:
    words = {"name": "a" * 30, "address": "b" * 30, "list": ["chè xanh"], "number": 3}

    broken = breakable(words)

    assert broken["name"].split("\N{ZERO WIDTH SPACE}") == ["a" * 8] * 3 + ["a" * 6]
    assert {**broken, "name": ""} == {**words, "name": ""}
