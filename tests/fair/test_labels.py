"""``ocop labels``: every kind is complete, on its grid, inside its cut, and can be scanned."""

import datetime as dt
import json
import re
import subprocess
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace
from PIL import Image

from ocop.config import LargePaper, StickerSheet
from ocop.fair.choice import Choice, chosen
from ocop.fair.labels.grids import Grid
from ocop.fair.labels.kinds import KINDS
from ocop.fair.labels.print_labels import Order, Printed, print_labels
from ocop.fair.opened import Opened, open_project
from ocop.paths import EntryId
from ocop.request import Request
from ocop.text import Language
from support.limits import small_files
from support.paper import squeezed, texts_of
from support.stall import LONG, stall
from support.terminal import Call, caller

VI, EN = Language("vi"), Language("en")
FAIR = Choice(fair=EntryId("cho"))
SHORT = r"HTTPS://OCOP\.EXAMPLE/P/[0-9A-Z]{6}"
_MM, _PX = 72 / 25.4, 150 / 25.4
Word = tuple[float, float, float, float, str]
Part = tuple[float, float, float, float]
_CORNER = (0.7, 0.5, 1, 0.93)
"""Where a poster and a board have their code."""

_WORD = re.compile(r'<word xMin="(.*)" yMin="(.*)" xMax="(.*)" yMax="(.*)">(.*)</word>')

RUNS: Mapping[str, tuple[str, str | None, tuple[Language, ...]]] = {
    "price": ("price", None, (VI,)),
    "strip": ("strip", None, (VI, EN)),
    "tent": ("tent", None, (VI, EN)),
    "sticker": ("sticker", "3x7", (VI,)),
    "smallest": ("sticker", "4x10", (VI,)),
    "largest": ("sticker", "2x4", (VI, EN)),
    "poster": ("poster", "a4", (VI,)),
    "board": ("board", "a3", (VI, EN)),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = stall(tmp_path_factory.mktemp("stall"))
    return open_project(Request(folder, dt.date(2026, 11, 21)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pdf")


def order(opened: Opened, run: str) -> Order:
    assert opened.site is not None
    kind, sheet, languages = RUNS[run]
    products = chosen(opened.site.catalogue, FAIR)
    return Order(KINDS[kind], products, FAIR, languages, sheet)


def printed(opened: Opened, wanted: Order) -> Printed:
    assert opened.site is not None
    return print_labels(opened.project, opened.site, wanted, 1)


@pytest.fixture(scope="module")
def pdfs(opened: Opened, folder: Path) -> Mapping[str, Path]:
    """One file of each kind, and of the smallest and largest stickers."""
    for run in RUNS:
        made = printed(opened, order(opened, run))
        assert made.diagnostics == (), run
        (folder / f"{run}.pdf").write_bytes(made.pdf or b"")
    return {run: folder / f"{run}.pdf" for run in RUNS}


def grid_of(run: str) -> Grid:
    kind, sheet, _ = RUNS[run]
    return KINDS[kind].grid(sheet)


def words_of(pdf: Path) -> list[list[Word]]:
    """The words of every page with their boxes in millimetres from the upper left."""
    told = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True)
    return [
        [_word(*found) for found in _WORD.findall(page)]
        for page in told.stdout.decode().split("<page ")[1:]
    ]


def _word(left: str, top: str, right: str, bottom: str, word: str) -> Word:
    return float(left) / _MM, float(top) / _MM, float(right) / _MM, float(bottom) / _MM, word


def codes_in(pdf: Path, grid: Grid, folder: Path, part: Part = (0, 0, 1, 1)) -> list[str]:
    """What a reader finds in each cell of the first page at 150 dots per inch, as scanned alone.

    ``part`` is where in a cell it is held: left, top, right and bottom as shares of the cell.
    """
    page = folder / "page"
    subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", "-singlefile", str(pdf), str(page)],
        capture_output=True,
        check=True,
    )
    picture, found = Image.open(f"{page}.pgm"), list[str]()
    for cell in range(grid.cells):
        (left, top), size = grid.place(cell), (grid.width, grid.height)
        edges = (
            left + part[0] * size[0], top + part[1] * size[1],
            left + part[2] * size[0], top + part[3] * size[1],
        )  # fmt: skip
        west, north, east, south = (round(edge * _PX) for edge in edges)
        picture.crop((west, north, east, south)).save(f"{page}.cell.pgm")
        done = subprocess.run(
            ["zbarimg", "--quiet", "--raw", f"{page}.cell.pgm"], capture_output=True, text=True
        )
        found += done.stdout.split()
    return found


def test_a_price_tag_says_what_a_shopper_asks(pdfs: Mapping[str, Path]) -> None:
    (text,) = texts_of(pdfs["price"])

    for words in (
        *("Chè xanh Bình Sơn", LONG, "Mật ong", "Nước mắm cốt", "Ấm tích"),
        *("4 sao · có giá trị đến 19/06/2028", "3 sao · có giá trị đến 28/02/2027"),
        *("150.000 ₫", "/hộp 200 g", "650.000–1.200.000 ₫", "90.000 ₫", "45.000 ₫"),
        *("HTX Chè Bình Sơn, Hộ ông Ba", "Lò gốm Bà Năm", "Thọ Bình, Thanh Hóa"),
    ):
        assert squeezed(words) in text, words


def test_stars_whose_time_is_over_are_not_printed(pdfs: Mapping[str, Path]) -> None:
    text = "".join(texts_of(pdfs["price"]))

    assert text.count("sao·") == 2
    assert "2022" not in text


@pytest.mark.parametrize("run", RUNS)
def test_every_name_comes_back_from_every_kind_as_it_was_written(
    pdfs: Mapping[str, Path], run: str
) -> None:
    text = "".join(texts_of(pdfs[run]))

    assert unicodedata.is_normalized("NFC", text)
    for name in ("Chè xanh Bình Sơn", LONG, "Mật ong", "Nước mắm cốt", "Ấm tích"):
        assert squeezed(name) in text, name
    if EN in RUNS[run][2]:
        for name in ("Bình Sơn green tea", "Handwoven shawl", "Fish sauce"):
            assert squeezed(name) in text, name


@pytest.mark.parametrize("run", RUNS)
def test_no_word_leaves_its_label(pdfs: Mapping[str, Path], run: str) -> None:
    grid, safe = grid_of(run), 1.5
    cells = [grid.place(cell) for cell in range(grid.cells)]

    for page in words_of(pdfs[run]):
        for left, top, right, bottom, word in page:
            assert any(
                x + safe <= left
                and right <= x + grid.width - safe
                and y <= top
                and bottom <= y + grid.height
                for x, y in cells
            ), word


@pytest.mark.parametrize(
    ("run", "pages"),
    [("price", 1), ("strip", 1), ("tent", 3), ("sticker", 1), ("poster", 5), ("board", 3)],
)
def test_pages_are_as_many_as_the_labels_fill(
    pdfs: Mapping[str, Path], run: str, pages: int
) -> None:
    assert len(texts_of(pdfs[run])) == pages


@pytest.mark.parametrize("run", ["price", "strip", "sticker", "smallest", "largest", "poster"])
def test_every_code_scans_and_leads_to_its_own_product(
    pdfs: Mapping[str, Path], run: str, tmp_path: Path
) -> None:
    single = run == "poster"
    found = codes_in(pdfs[run], grid_of(run), tmp_path, *([_CORNER] if single else []))

    assert len(set(found)) == len(found) == (1 if single else 5)
    assert all(re.fullmatch(SHORT, one) for one in found)


def test_a_tent_card_has_one_code_on_each_side(pdfs: Mapping[str, Path], tmp_path: Path) -> None:
    whole = grid_of("tent")
    halves = replace(whole, rows=4, height=68, down=68)

    first, again, second, more = codes_in(pdfs["tent"], halves, tmp_path)

    assert first == again != second == more


def test_a_board_leads_to_its_producers_page(pdfs: Mapping[str, Path], tmp_path: Path) -> None:
    found = codes_in(pdfs["board"], grid_of("board"), tmp_path, _CORNER)

    assert found == ["https://ocop.example/producers/htx.html"]


def test_a_board_shows_its_number_and_who_stands_there(pdfs: Mapping[str, Path]) -> None:
    first, second, _ = texts_of(pdfs["board"])

    for words in ("Gian", "A1", "HTX Chè Bình Sơn", "Bình Sơn Tea Co-operative", "Chợ phiên"):
        assert squeezed(words) in first
    for words in (
        "A2",
        "Hộ ông Ba",
        "Lò gốm Bà Năm",
        "Mr Ba",
        "Mật ong",
        "Ấm tích",
        "Trang hội chợ",
    ):
        assert squeezed(words) in second


def test_a_list_says_how_many_and_a_part_used_sheet_where_to_begin(
    opened: Opened, folder: Path
) -> None:
    wanted = replace(
        order(opened, "sticker"), copies={EntryId("khan"): 3, EntryId("mat-ong"): 2}, start=19
    )
    made = printed(opened, wanted)
    (folder / "start.pdf").write_bytes(made.pdf or b"")
    first, second = words_of(folder / "start.pdf")

    assert (made.labels, made.pages) == (8, 2)
    assert min(top for _, top, *_ in first) > 15.15 + 6 * 38.1
    assert [word for *_, word in first].count("choàng") + [word for *_, word in second].count(
        "choàng"
    ) == 3


def test_with_two_sides_each_has_a_language(opened: Opened, folder: Path) -> None:
    wanted = replace(order(opened, "price"), languages=(VI, EN), duplex=True)
    (folder / "duplex.pdf").write_bytes(printed(opened, wanted).pdf or b"")
    front, back = words_of(folder / "duplex.pdf")

    (ahead,) = (left for left, *_, word in front if word == "tích")
    (behind,) = (left for left, *_, word in back if word == "Teapot")
    assert ahead < 105 < behind


def test_the_mark_of_a_place_is_in_every_code(opened: Opened, tmp_path: Path) -> None:
    wanted = replace(order(opened, "price"), mark="BABE19")
    (tmp_path / "marked.pdf").write_bytes(printed(opened, wanted).pdf or b"")

    found = codes_in(tmp_path / "marked.pdf", grid_of("price"), tmp_path)

    assert len(found) == 5
    assert all(one.endswith("?BABE19") for one in found)


def test_two_runs_are_the_same_to_the_byte(opened: Opened, pdfs: Mapping[str, Path]) -> None:
    assert printed(opened, order(opened, "largest")).pdf == pdfs["largest"].read_bytes()


def test_the_settings_say_which_sheet_is_the_usual_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (stall(tmp_path) / "config.yaml").open("a") as file:
        file.write("labels: {sticker: 4x10}\n")
    ocop = caller(capsys, monkeypatch)

    def shown(*asked: str) -> list[Word]:
        given = ("--kind", "sticker", "--start", "20", "--today", "2026-11-21", "--out", "a.pdf")
        assert ocop("labels", *given, *asked, folder=tmp_path).code == 0
        return words_of(tmp_path / "a.pdf")[0]

    assert min(top for _, top, *_ in shown()) > 21.5 + 4 * 25.4
    assert min(top for _, top, *_ in shown("--sheet", "3x7")) > 15.15 + 6 * 38.1
    assert ocop("labels", "--kind", "sticker", "--start", "41", folder=tmp_path).code == 2


def test_every_sheet_of_the_settings_is_one_of_its_kind() -> None:
    sheets = {"sticker": StickerSheet, "board": LargePaper, "poster": LargePaper}

    for kind, names in sheets.items():
        assert set(get_args(names)) == set(KINDS[kind].sheets)
    assert {name for name, kind in KINDS.items() if len(kind.sheets) > 1} == set(sheets)


@pytest.mark.parametrize(
    ("kind", "path", "old", "new", "code"),
    [
        # Without a shape each letter would be an empty box on paper.
        ("sticker", "products/mat-ong/product.yaml", "Mật ong", "Mật 茶", "OCOP604"),
        ("board", "fairs/cho/fair.yaml", "name: {vi: Chợ", "name: {vi: 茶", "OCOP604"),
        ("strip", "products/mat-ong/product.yaml", "Mật ong", "M" * 90, "OCOP622"),
        ("board", "fairs/cho/fair.yaml", "A1", f'"Khu \\"{"B" * 90}\\"; gian 5"', "OCOP622"),
    ],
)
def test_what_cannot_be_printed_is_told_at_its_entry_and_nothing_is_written(
    tmp_path: Path, kind: str, path: str, old: str, new: str, code: str,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    entry = stall(tmp_path) / "content" / path
    entry.write_text(entry.read_text("utf-8").replace(old, new), "utf-8")
    asked = ("--kind", kind, "--fair", "cho", "--today", "2026-11-21", "--format", "json")

    shown = caller(capsys, monkeypatch)("labels", *asked, folder=tmp_path)

    told = json.loads(shown.out)["diagnostics"]
    assert shown.code == 1
    assert [(one["code"], one["path"]) for one in told] == [(code, f"content/{path}")]
    assert not list(tmp_path.glob("*.pdf"))


@pytest.fixture
def labels(
    opened: Opened, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Call:
    """Calls ``ocop labels`` in the market's folder."""
    ocop = caller(capsys, monkeypatch)
    common = ("--today", "2026-11-21", "--lang", "en")
    return lambda *told: ocop("labels", *common, *told, folder=opened.project)


def test_the_command_says_what_it_wrote(labels: Call, tmp_path: Path) -> None:
    shown = labels("--fair", "cho", "--duplex", "--out", str(tmp_path / "a" / "tags.pdf"))

    assert shown.code == 0
    assert shown.out.startswith("Price tags of 5 products: 5 labels, 2 pages with their backs")
    assert (tmp_path / "a" / "tags.pdf").read_bytes().startswith(b"%PDF")
    assert [one.name for one in (tmp_path / "a").iterdir()] == ["tags.pdf"]


def test_the_result_is_opened_for_who_asks(
    labels: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("click.launch", shown.append)

    labels("--product", "mat-ong", "--open", "--out", str(tmp_path / "tag.pdf"))

    assert shown == [str(tmp_path / "tag.pdf")]


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (("--kind", "banner"), "price, strip, sticker, tent, board, poster"),
        (("--kind", "sticker", "--sheet", "5x13"), "3x7, 3x8, 2x7, 2x4, 4x10"),
        (("--kind", "sticker", "--start", "22"), "1 to 21"),
        (("--kind", "tent", "--duplex"), "has no back"),
        (("--in", "ko"), "vi, en, both"),
        (("--mark", "chợ"), "--mark takes"),
        (("--out", "content/labels.pdf"), "content/"),
        (("--out", "config.yaml/labels.pdf"), "must be a file"),
    ],
)
def test_wrong_use_is_refused_in_plain_words(
    labels: Call, told: tuple[str, ...], answer: str
) -> None:
    shown = labels(*told)

    assert (shown.code, answer in shown.err) == (2, True), shown.err


def test_a_full_disk_leaves_what_was_there(labels: Call, tmp_path: Path) -> None:
    (tmp_path / "tags.pdf").write_bytes(b"the last good one")

    with small_files():
        shown = labels("--out", str(tmp_path / "tags.pdf"))

    assert shown.code == 1
    assert [one.name for one in tmp_path.iterdir()] == ["tags.pdf"]
    assert (tmp_path / "tags.pdf").read_bytes() == b"the last good one"
