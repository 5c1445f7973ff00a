"""``ocop sheets``: one page a product with all that a buyer asks, or nothing and why."""

import datetime as dt
import json
import shutil
import sys
import unicodedata
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pikepdf
import pytest

from ocop.domain.catalogue import Catalogue
from ocop.domain.product import Product
from ocop.fair.opened import open_project
from ocop.pages.views import redirects
from ocop.request import Request
from ocop.text import Language
from support.limits import small_files
from support.paper import codes_of, reach_of, squeezed, texts_of
from support.project import PRODUCER, PRODUCT, TODAY, build, check, load, project
from support.sites import ROOT, served
from support.terminal import Call, Shown, caller

VI, EN = Language("vi"), Language("en")
A4 = (595.276, 841.89)
MARGIN = 39.6  # points, a hair less than 14 mm
FIELDS = (
    *("ingredients", "taste", "use", "storage", "shelf_life", "why_here"),
    *("capacity", "minimum_order", "export", "summary"),
)
LANGUAGES = "title: Chợ\nurl: https://example.org/ocop/\nlanguages: [vi, en]\n"
MOST = 12
"""Products of the demo whose sheets are read: those with most to say, and the longest names."""


@pytest.fixture
def ocop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    return caller(capsys, monkeypatch)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo catalogue in a folder of its own."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copyfile(ROOT / "config.yaml", folder / "config.yaml")
    return folder


def sheets(ocop: Call, folder: Path, *arguments: str, today: str = TODAY.isoformat()) -> Shown:
    return ocop("sheets", "--today", today, "--format", "json", *arguments, folder=folder)


def codes(shown: Shown) -> list[str]:
    """The codes of a call's faults that are ours."""
    found = [one["code"] for one in json.loads(shown.out)["diagnostics"]]
    return [code for code in found if code.startswith("OCOP6")]


def left_over(folder: Path) -> list[str]:
    """Everything in a folder but the project's own files."""
    own = {"config.yaml", "content", ".ocop"}
    return sorted(one.name for one in folder.iterdir() if one.name not in own)


def wordiest(catalogue: Catalogue) -> list[Product]:
    """Products with the most to say, with the longest names, and with many makers."""
    every = list(catalogue.products.values())

    def said(one: Product) -> int:
        return sum(len(text) for field in FIELDS for text in getattr(one, field).values())

    found = sorted(every, key=said)[-MOST // 2 :]
    found += sorted(every, key=lambda one: max(map(len, one.name.values())))[-MOST // 3 :]
    found += sorted(every, key=lambda one: len(one.producers))[-MOST // 6 :]
    found += [one for one in every if not one.photos][:2]
    return list({one.id: one for one in found}.values())


def told(catalogue: Catalogue, one: Product, language: Language) -> Iterator[str]:
    """The editors' own words that a sheet must say."""
    texts = [getattr(one, field) for field in ("name", *FIELDS)]
    makers = [catalogue.producers[key] for key in one.producers]
    for text in (*texts, *one.packs, *(maker.name for maker in makers)):
        if language in text:
            yield text[language]
    for maker in makers:
        yield from filter(None, (maker.email, maker.address.get(language)))


def test_the_wordiest_products_of_the_demo_are_told_completely_on_one_page_each(
    ocop: Call, demo: Path, tmp_path: Path
) -> None:
    catalogue = load(demo)
    chosen = wordiest(catalogue)
    asked = [part for one in chosen for part in ("--product", one.id)]
    file = tmp_path / "all.pdf"

    shown = sheets(ocop, demo, "--in", "both", "--out", str(file), *asked)
    pages = texts_of(file)

    assert shown.code == 0
    assert json.loads(shown.out)["sheets"] == len(pages) == 2 * len(chosen)
    assert within_margins(file)
    for page in pages:
        assert page == unicodedata.normalize("NFC", page)
    for one in chosen:
        for language in (VI, EN):
            words = [squeezed(text) for text in told(catalogue, one, language)]
            assert any(all(word in page for word in words) for page in pages), (one.id, language)


def within_margins(file: Path) -> bool:
    """Whether every letter is 14 mm from the sides, and well on the page."""
    left, top, right, bottom = reach_of(file)
    return left >= MARGIN and top >= 0 and right <= A4[0] - MARGIN and bottom <= A4[1]


def test_every_code_on_paper_is_read_and_leads_to_a_page_that_is_there(
    ocop: Call, demo: Path, tmp_path: Path
) -> None:
    catalogue = load(demo)
    coded = [one for one in catalogue.products.values() if one.gtin][:3]
    traced = [one for one in catalogue.products.values() if one.traceability][:1]
    chosen = list({one.id: one for one in (*coded, *traced)}.values())
    asked = [part for one in chosen for part in ("--product", one.id)]
    file = tmp_path / "codes.pdf"

    assert sheets(ocop, demo, "--out", str(file), "--mark", "BaBe19", *asked).code == 0
    found = codes_of(file, tmp_path)
    site = open_project(Request(demo, TODAY)).site

    assert site
    there = {f"/{one.path}" for one in redirects.artifacts(site)}
    assert [len(each) for each in found] == [2] * len(chosen)
    own = {text for each in found for text in each if text.startswith("HTTPS://OCOP.EXAMPLE/")}
    outside = {text for each in found for text in each} - own
    assert {f"{urlsplit(text).path}/index.html" for text in own} <= there
    assert {urlsplit(text).query for text in own if "/P/" in text} == {"BABE19"}
    assert outside == {one.traceability for one in chosen if one.traceability}


def test_a_static_server_passes_over_a_mark_and_writes_it_down(tmp_path: Path) -> None:
    (tmp_path / "P/7K2M9Q").mkdir(parents=True)
    (tmp_path / "P/7K2M9Q/index.html").write_text("chè")

    with served(tmp_path) as address, urllib.request.urlopen(f"{address}P/7K2M9Q?BABE19") as got:
        assert got.read().decode() == "chè"
        assert got.url == f"{address}P/7K2M9Q/?BABE19"


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A project of two products in two languages."""
    folder = tmp_path / "tea"
    folder.mkdir()
    return project(
        folder,
        {
            "config.yaml": LANGUAGES,
            "content/products/che/product.yaml": PRODUCT + "price: {from: 120000}\n",
            "content/products/mam/product.yaml": PRODUCT.replace("Chè xanh", "Mắm tôm"),
            "content/producers/htx/producer.yaml": PRODUCER,
        },
    )


@pytest.mark.parametrize("place", ["one.pdf", "all.zip", "folder"])
def test_two_runs_give_the_same_bytes(ocop: Call, tea: Path, tmp_path: Path, place: str) -> None:
    made = []
    for number in "12":
        (tmp_path / number).mkdir()
        assert sheets(ocop, tea, "--out", str(tmp_path / number / place)).code == 0
        found = sorted(one for one in (tmp_path / number).rglob("*") if one.is_file())
        made.append([(one.relative_to(tmp_path / number), one.read_bytes()) for one in found])

    assert made[0] == made[1]
    assert len(made[0]) == (2 if place == "folder" else 1)


def test_a_zip_file_and_a_folder_hold_a_file_a_sheet(ocop: Call, tea: Path, tmp_path: Path) -> None:
    names = ["che.en.pdf", "che.vi.pdf", "mam.en.pdf", "mam.vi.pdf"]

    sheets(ocop, tea, "--in", "both", "--out", str(tmp_path / "x.zip"))
    sheets(ocop, tea, "--in", "both", "--out", str(tmp_path / "x"))

    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        assert sorted(packed.namelist()) == names
    assert sorted(one.name for one in (tmp_path / "x").iterdir()) == names


def test_a_sheet_is_sound_tagged_and_one_page_of_a4(ocop: Call, tea: Path, tmp_path: Path) -> None:
    sheets(ocop, tea, "--product", "che", "--out", str(tmp_path / "che.pdf"))

    with pikepdf.open(tmp_path / "che.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [tuple(map(float, page.mediabox))[2:] for page in pdf.pages] == [
            pytest.approx(A4, abs=0.1)
        ]
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "vi"
        assert str(pdf.docinfo.Title) == "Chè xanh"


def test_stars_that_have_ended_are_not_on_a_sheet(ocop: Call, tea: Path, tmp_path: Path) -> None:
    stars = "recognitions: [{stars: 4, date: 2024-01-15, decision: 1/QĐ-UBND}]\n"
    with (tea / "content/products/che/product.yaml").open("a") as file:
        file.write(stars)

    for today, label in (("2026-11-21", "4sao"), ("2027-11-21", "Chứngnhậnđãhếthạn")):
        file_made = tmp_path / f"{today}.pdf"
        sheets(ocop, tea, "--product", "che", "--out", str(file_made), today=today)
        assert label in texts_of(file_made)[0]


def test_the_site_leads_to_a_sheet_until_its_product_says_something_else(
    ocop: Call, tea: Path
) -> None:
    entry, page = tea / "content/products/che/product.yaml", tea / "site/products/che.html"

    assert sheets(ocop, tea, "--in", "both").code == 0
    (first,) = [one.name for one in (tea / "sheets").glob("che.vi.*.pdf")]
    assert [one.code for one in build(tea) if one.code.startswith("OCOP6")] == []
    assert f'href="../sheets/{first}"' in page.read_text()
    assert 'lang="en"><a href="../sheets/che.en.' in page.read_text()
    assert (tea / "site/sheets" / first).read_bytes() == (tea / "sheets" / first).read_bytes()

    entry.write_text(entry.read_text().replace("120000", "150000"))
    assert [one.code for one in build(tea) if one.code.startswith("OCOP6")] == ["OCOP642"]
    assert "sheets/che" not in page.read_text()
    assert not (tea / "site/sheets" / first).exists()
    assert len(list((tea / "site/sheets").iterdir())) == 2

    assert codes(sheets(ocop, tea, "--in", "both")) == []
    assert not (tea / "sheets" / first).exists()
    assert [one.code for one in build(tea) if one.code.startswith("OCOP6")] == []
    assert 'href="../sheets/che.vi.' in page.read_text()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/products/che/product.yaml", "set: 11", "set: 12"),
        ("content/products/che/product.yaml", "Bình Sơn", "Bình Lương"),
        ("content/producers/htx/producer.yaml", "cooperative", "household"),
        ("content/producers/htx/producer.yaml", "name:", "phone: 0900 000 001\nname:"),
        ("config.yaml", "title: Chợ", "title: Chợ phiên"),
        ("config.yaml", "url:", "short_url: https://a.vn/\nurl:"),
        ("config.yaml", "url:", "publisher: {phone: 0900 000 001}\nurl:"),
        ("config.yaml", "url:", "notices: {11: Uống nóng}\nurl:"),
    ],
)
def test_whatever_a_sheet_tells_makes_it_old_when_it_changes(
    ocop: Call, tea: Path, file: str, old: str, new: str
) -> None:
    sheets(ocop, tea, "--product", "che")
    assert [one.code for one in check(tea) if one.code == "OCOP642"] == []

    edited = tea / file
    edited.write_text(edited.read_text().replace(old, new))

    assert [one.code for one in check(tea) if one.code == "OCOP642"] == ["OCOP642"]


def test_the_day_on_which_stars_end_makes_a_sheet_old(ocop: Call, tea: Path) -> None:
    with (tea / "content/products/che/product.yaml").open("a") as file:
        file.write("recognitions: [{stars: 4, date: 2024-01-15, decision: 1/QĐ-UBND}]\n")
    sheets(ocop, tea, "--product", "che")

    for day, old in ((dt.date(2026, 12, 1), 0), (dt.date(2027, 1, 16), 1)):
        assert sum(one.code == "OCOP642" for one in check(tea, day)) == old


def test_the_day_after_which_a_paper_has_lapsed_makes_a_sheet_old(ocop: Call, tea: Path) -> None:
    with (tea / "content/products/che/product.yaml").open("a") as file:
        file.write("certificates: [{kind: VietGAP, to: 2026-12-31}]\n")
    sheets(ocop, tea, "--product", "che")

    for day, old in ((dt.date(2026, 12, 31), 0), (dt.date(2027, 1, 1), 1)):
        assert sum(one.code == "OCOP642" for one in check(tea, day)) == old


def test_a_story_makes_no_sheet_old(ocop: Call, tea: Path) -> None:
    sheets(ocop, tea)
    (tea / "content/products/che/story.vi.md").write_text("Chè trồng trên đồi.\n")

    assert not [one for one in build(tea) if one.code == "OCOP642"]


def test_a_sheet_of_a_product_that_is_gone_goes_with_the_next_run(ocop: Call, tea: Path) -> None:
    sheets(ocop, tea)
    shutil.rmtree(tea / "content/products/mam")

    assert [one.code for one in build(tea) if one.code.startswith("OCOP6")] == ["OCOP642"]
    sheets(ocop, tea)
    assert [one.name.split(".")[0] for one in (tea / "sheets").iterdir()] == ["che"]


def test_without_typst_nothing_is_written_and_it_is_said(
    ocop: Call, tea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    for place in ((), ("--out", "x"), ("--out", "x.zip"), ("--out", "x.pdf")):
        shown = sheets(ocop, tea, *place)
        assert (shown.code, codes(shown)) == (1, ["OCOP630"])
    assert left_over(tea) == []


def test_with_one_product_beyond_fit_no_sheet_is_written(ocop: Call, tea: Path) -> None:
    long = "chè " * 490
    with (tea / "content/products/mam/product.yaml").open("a") as file:
        file.writelines(f"{field}: {long}\n" for field in FIELDS if field != "summary")

    for place in ((), ("--out", "x"), ("--out", "x.zip"), ("--out", "x.pdf")):
        shown = sheets(ocop, tea, *place)
        assert (shown.code, codes(shown)) == (1, ["OCOP640"])
    assert left_over(tea) == []


def test_a_word_without_end_stays_on_the_page(ocop: Call, tea: Path, tmp_path: Path) -> None:
    word = "đậmđàthơmngon" * 9
    entry = tea / "content/products/mam/product.yaml"
    entry.write_text(
        entry.read_text().replace("Mắm tôm", word)
        + "".join(f"{field}: {word}\n" for field in FIELDS)
        + f"packs: [{word}]\nprice: {{from: 120000, to: 1250000, unit: {word}}}\n"
    )

    assert sheets(ocop, tea, "--product", "mam", "--out", str(tmp_path / "x.pdf")).code == 0
    assert within_margins(tmp_path / "x.pdf")


def test_letters_that_no_font_has_are_told_at_their_product(ocop: Call, tea: Path) -> None:
    with (tea / "content/products/mam/product.yaml").open("a") as file:
        file.write("taste: Đậm đà 茶\n")

    for place in ("x", "x.pdf"):
        shown = sheets(ocop, tea, "--out", place)
        assert (shown.code, codes(shown)) == (1, ["OCOP604"])
        (fault,) = (one for one in json.loads(shown.out)["diagnostics"] if "茶" in one["message"])
        assert fault["path"] == "content/products/mam/product.yaml"
    assert left_over(tea) == []


def test_texts_of_four_hundred_characters_in_every_field_still_fit(
    ocop: Call, tea: Path, tmp_path: Path
) -> None:
    long = ("chè búp hái sớm " * 25).strip()
    with (tea / "content/products/mam/product.yaml").open("a") as file:
        file.writelines(f"{field}: {long}\n" for field in FIELDS if field != "summary")

    assert sheets(ocop, tea, "--product", "mam", "--out", str(tmp_path / "x.pdf")).code == 0
    (page,) = texts_of(tmp_path / "x.pdf")
    assert page.count(squeezed(long)) == len(FIELDS) - 1


@pytest.mark.parametrize(
    "wrong",
    [
        ("--mark", "Ba Bể"),
        ("--out", "content/x"),
        ("--out", "sheets/x"),
        ("--out", "config.yaml/x"),
        ("--out", "config.yaml/x.pdf"),
        ("--in", "fr"),
        ("--product", "khong-co"),
    ],
)
def test_wrong_use_is_refused_and_writes_nothing(
    ocop: Call, tea: Path, wrong: tuple[str, ...]
) -> None:
    assert ocop("sheets", *wrong, folder=tea).code == 2
    assert left_over(tea) == []


def test_a_full_disk_leaves_what_was_there(ocop: Call, tea: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_text("old")

    with small_files():
        assert ocop("sheets", "--out", str(file), folder=tea).code != 0

    assert file.read_text() == "old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["tea", "x.pdf"]
