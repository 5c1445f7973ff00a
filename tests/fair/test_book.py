"""``ocop book``: read back from its PDF what it says, where, and that its codes lead somewhere."""

import json
import re
import shutil
import subprocess
import sys
import unicodedata
import warnings
from pathlib import Path

import pikepdf
import pytest

from ocop.domain import gazetteer
from ocop.domain.catalogue import Catalogue
from ocop.domain.product import Product
from ocop.domain.short_code import short_code
from ocop.pages.plan import plan
from ocop.paths import EntryId
from ocop.text import Language, localise
from support.paper import codes_of, squeezed, texts_of
from support.project import TODAY, load, project
from support.sites import ROOT
from support.stall import LONG, stall
from support.terminal import Call, Shown, caller

VI, EN = Language("vi"), Language("en")
COMMAND = (sys.executable, "-m", "ocop", "book", "--today", TODAY.isoformat())
FAIR = EntryId("cho-phien-cuoi-nam-2026")


@pytest.fixture
def ocop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    return caller(capsys, monkeypatch)


def book(ocop: Call, folder: Path, *arguments: str) -> Shown:
    return ocop("book", "--today", TODAY.isoformat(), "--format", "json", *arguments, folder=folder)


def codes(shown: Shown) -> list[str]:
    return [one["code"] for one in json.loads(shown.out)["diagnostics"]]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo catalogue, with a page of it for a greeting, in a folder of its own."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "content", folder / "content")
    settings = (ROOT / "config.yaml").read_text("utf-8")
    (folder / "config.yaml").write_text(settings + "\nbook: {greeting: gioi-thieu}\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def catalogue(demo: Path) -> Catalogue:
    return load(demo)


def made(folder: Path, name: str, *arguments: str) -> Path:
    """A book of a project, made as the command makes it."""
    file = folder / name
    done = subprocess.run(
        [*COMMAND, "--project", folder, "--out", file, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return file


@pytest.fixture(scope="module")
def screen(demo: Path) -> Path:
    return made(demo, "screen.pdf")


@pytest.fixture(scope="module")
def press(demo: Path) -> Path:
    return made(
        demo, "press.pdf", "--in", "both", "--fair", FAIR,
        *("--press", "--size", "a5", "--per-page", "2", "--chapters", "province"),
    )  # fmt: skip


@pytest.fixture(scope="module")
def pages(screen: Path) -> list[str]:
    """The text of every page without the page's number and running title at its foot."""
    title = squeezed("Chợ Phiên OCOP")
    return [
        text.removesuffix(f"{n}{title}").removesuffix(f"{title}{n}")
        for n, text in enumerate(texts_of(screen), 1)
    ]


def address(product: Product) -> str:
    return f"OCOP.EXAMPLE/P/{short_code(product)}"


def standing(pages: list[str], catalogue: Catalogue) -> dict[EntryId, int]:
    """The page of each product, told by the address below its code."""
    found = {}
    for product in catalogue.products.values():
        (found[product.id],) = (n for n, text in enumerate(pages, 1) if address(product) in text)
    return found


def name_of(product: Product, language: Language = VI) -> str:
    return localise(product.name, language, VI)[0]


def after(text: str, words: str) -> set[tuple[int, ...]]:
    """The page numbers that a list gives after ``words``, for each time that they stand there."""
    note = r"(?:,[^\d.]*)?"
    rows = re.findall(rf"{re.escape(squeezed(words))}{note}\.*((?:\d+,)*\d+)(?!\d)", text)
    return {tuple(map(int, row.split(","))) for row in rows}


def section(pages: list[str], title: str) -> str:
    """The text of the page that begins with ``title``, and of the next."""
    starts = [n for n, text in enumerate(pages) if text.startswith(squeezed(title))]
    return "".join(pages[starts[0] : starts[0] + 2])


def test_every_name_and_summary_comes_back_in_nfc(pages: list[str], catalogue: Catalogue) -> None:
    text = "".join(pages)
    wanted = [name_of(one) for one in catalogue.products.values()]
    wanted += [localise(one.summary, VI, VI)[0] for one in catalogue.products.values()]

    lost = [words for words in wanted if squeezed(words) not in text]

    assert lost == []
    assert text == unicodedata.normalize("NFC", text)


def test_the_contents_lead_to_the_page_of_every_product(
    pages: list[str], catalogue: Catalogue
) -> None:
    where, listed = standing(pages, catalogue), section(pages, "Mục lục")

    wrong = [
        name_of(one)
        for one in catalogue.products.values()
        if (where[one.id],) not in after(listed, name_of(one))
    ]

    assert wrong == []


def test_the_index_of_names_leads_to_the_page_of_every_product(
    pages: list[str], catalogue: Catalogue
) -> None:
    where, index = standing(pages, catalogue), section(pages, "Tra theo tên")

    wrong = [
        name_of(one)
        for one in catalogue.products.values()
        if (where[one.id],) not in after(index, name_of(one))
    ]

    assert wrong == []


def test_the_index_of_communes_gives_all_pages_of_each(
    pages: list[str], catalogue: Catalogue
) -> None:
    where, index = standing(pages, catalogue), section(pages, "Tra theo xã, phường")

    wrong = []
    for code, products in catalogue.by_commune.items():
        commune = gazetteer.commune(code)
        assert commune
        province = gazetteer.province(commune.province)
        words = f"{commune.name} ({commune.kind}), {province.name if province else ''}"
        if tuple(sorted({where[one.id] for one in products})) not in {
            tuple(sorted(found)) for found in after(index, words)
        }:
            wrong.append(words)

    assert wrong == []


def test_the_index_of_producers_gives_their_page_and_those_of_their_products(
    pages: list[str], catalogue: Catalogue
) -> None:
    where, index = standing(pages, catalogue), section(pages, "Tra theo nhà sản xuất")

    wrong = []
    for maker, products in catalogue.by_producer.items():
        name = localise(catalogue.producers[maker].name, VI, VI)[0]
        own = {n for n, text in enumerate(pages, 1) if text.startswith(squeezed(name))}
        if not any(
            {where[one.id] for one in products} | own == set(found) for found in after(index, name)
        ):
            wrong.append(name)

    assert wrong == []


def test_bookmarks_lead_to_chapters_and_products(screen: Path, catalogue: Catalogue) -> None:
    with pikepdf.open(screen) as pdf, pdf.open_outline() as outline:
        titles = {child.title for one in outline.root for child in one.children}

    assert {name_of(one) for one in catalogue.products.values()} <= titles


def test_every_code_is_read_and_leads_to_a_page_of_the_site(
    press: Path, demo: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    from ocop.fair.opened import open_project
    from ocop.request import Request

    site = open_project(Request(demo, TODAY)).site
    assert site
    planned = {str(one.path) for one in plan(site)}
    shown = {
        one.id
        for booth in catalogue.fairs[FAIR].booths
        for one in map(catalogue.products.__getitem__, booth.products)
    }

    found = set().union(*codes_of(press, tmp_path))

    wanted = {f"HTTPS://OCOP.EXAMPLE/P/{short_code(catalogue.products[one])}" for one in shown}
    assert found == wanted
    assert {one.removeprefix("HTTPS://OCOP.EXAMPLE/") + "/index.html" for one in found} <= planned


def test_a_screen_book_is_whole_small_and_speaks_to_screen_readers(
    screen: Path, catalogue: Catalogue
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pikepdf.open(screen) as pdf:
            faults = pdf.check_pdf_syntax()
            marked = pdf.Root.MarkInfo.Marked
            told = pdf.open_metadata()
            part = told.get("pdfuaid:part")
            title = told["dc:title"]

    assert (faults, bool(marked), part, title) == ([], True, "1", "Chợ Phiên OCOP")
    assert screen.stat().st_size <= 150_000 * len(catalogue.products)


def test_a_book_for_a_print_shop_has_bleed_marks_and_pure_black(press: Path) -> None:
    with pikepdf.open(press) as pdf:
        faults, page = pdf.check_pdf_syntax(), pdf.pages[1]
        boxes = {name: [float(side) for side in page[name]] for name in ("/TrimBox", "/BleedBox")}
        fonts = [one for each in pdf.pages for one in each.Resources.get("/Font", {}).values()]
        embedded = [
            "/FontFile2" in one.DescendantFonts[0].FontDescriptor
            or "/FontFile3" in one.DescendantFonts[0].FontDescriptor
            for one in fonts
        ]
        painted = b"".join(
            pikepdf.unparse_content_stream(pikepdf.parse_content_stream(each))
            for each in pdf.pages[1:3]
        )
        links = [one for each in pdf.pages for one in each.get("/Annots", [])]

    width, height = (boxes["/TrimBox"][i + 2] - boxes["/TrimBox"][i] for i in (0, 1))
    bleed = [round((a - b) * 25.4 / 72, 1) for a, b in zip(*boxes.values(), strict=True)]
    assert faults == []
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (148, 210)
    assert bleed == [3, 3, -3, -3]
    assert embedded
    assert all(embedded)
    assert b"0 0 0 1 k" in painted or b"0 0 0 1 scn" in painted
    assert links == []


def test_a_book_of_two_languages_says_both(press: Path, catalogue: Catalogue) -> None:
    text = "".join(texts_of(press))
    fair = catalogue.fairs[FAIR]
    products = [catalogue.products[one] for booth in fair.booths for one in booth.products]

    lost = [
        (one.id, language)
        for one in products
        for language in (VI, EN)
        if squeezed(localise(one.summary, language, VI)[0]) not in text
    ]

    assert products
    assert lost == []
    assert all(squeezed(f"{booth.number}") in text for booth in fair.booths)


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    folder = stall(tmp_path)

    first, second = made(folder, "1.pdf"), made(folder, "2.pdf")

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("each", ["1", "4"])
def test_every_real_text_fits_in_two_languages_on_the_smallest_paper(
    demo: Path, catalogue: Catalogue, each: str
) -> None:
    file = made(demo, f"small-{each}.pdf", "--in", "both", "--size", "a5", "--per-page", each)

    text = "".join(texts_of(file))
    names = [squeezed(name_of(one)) for one in catalogue.products.values()]
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("size", ["a4", "a5", "square"])
@pytest.mark.parametrize("each", ["1", "2", "4"])
def test_the_longest_texts_fit_on_every_paper(tmp_path: Path, size: str, each: str) -> None:
    spoken = "vi" if each == "4" else "both"
    name = LONG if each == "4" else f"{LONG} {LONG}"[:150].strip()
    summary = "Bông nhuộm củ nâu và lá chàm, dệt khung đeo lưng mười hai ngày một tấm. " * 5
    folder = project(
        tmp_path,
        {
            "config.yaml": "title: {vi: Chợ, en: Fair}\nurl: https://ocop.example/\n"
            "languages: [vi, en]\n",
            "content/products/khan/product.yaml": f'name: {{vi: "{name}", en: "{name}"}}\nset: 22\n'
            f'summary: {{vi: "{summary[:300]}", en: "{summary[:300]}"}}\nproducer: htx\n'
            "price: {from: 650000, to: 1200000, unit: tấm khổ rộng}\n"
            "origin: {village: thôn Buôn Yang Tao, commune: xã Bình Sơn, "
            "district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}\n",
            "content/producers/htx/producer.yaml": f'name: "{name}"\nkind: cooperative\n'
            "phone: 0912345678\n",
        },
    )

    pages = texts_of(made(folder, "book.pdf", "--in", spoken, "--size", size, "--per-page", each))

    (page,) = (text for text in pages if "OCOP.EXAMPLE/P/" in text)
    assert squeezed(name) in page
    assert page.count(squeezed(summary[:300])) == (1 if spoken == "vi" else 2)
