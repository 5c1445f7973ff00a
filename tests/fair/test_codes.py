"""Codes on paper: what they say, how large they are, that a reader reads them."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from ocop.config import Config
from ocop.domain.place import Origin
from ocop.domain.product import Product
from ocop.fair.codes import PrintedCode, address_code, codes_of, mark_of, marked, page_code
from ocop.pages.texts import Texts, read_texts
from ocop.paths import EntryId, SourcePath
from ocop.project import template_folders
from ocop.text import Language

VI, EN = Language("vi"), Language("en")
FOLDERS = template_folders(Path("/nowhere"))

TEA = Product(EntryId("tra-mau"), SourcePath("x"), {VI: "Trà mẫu"}, 11, Origin(), short="7K2M9Q")
CONFIG = Config({VI: "Chợ"}, "https://example.org/ocop/", "https://ocop.example/", (VI, EN))


def texts(language: Language = VI) -> Texts:
    return read_texts(FOLDERS, language)


def codes(product: Product = TEA, config: Config = CONFIG, mark: str = "") -> list[tuple[str, str]]:
    return [(one.caption, one.text) for one in codes_of(config, texts(), product, mark)]


def test_a_product_has_the_code_of_its_page() -> None:
    assert codes() == [("Trang sản phẩm", "HTTPS://OCOP.EXAMPLE/P/7K2M9Q")]


def test_a_trade_number_adds_a_digital_link_of_fourteen_digits() -> None:
    found = codes(replace(TEA, gtin="9520000000028"))

    assert found[1] == ("Truy xuất nguồn gốc", "HTTPS://OCOP.EXAMPLE/01/09520000000028")


def test_the_makers_traceability_page_is_preferred_to_the_digital_link() -> None:
    found = codes(replace(TEA, gtin="9520000000028", traceability="https://txng.example/a?b=1"))

    assert found[1] == ("Truy xuất nguồn gốc", "https://txng.example/a?b=1")


@pytest.mark.parametrize("address", ["ftp://txng.example/a", "https://txng.example/" + "a" * 200])
def test_what_no_phone_opens_or_reads_from_paper_is_no_code(address: str) -> None:
    assert len(codes(replace(TEA, traceability=address))) == 1


def test_marks_of_vietnamese_are_escaped() -> None:
    found = codes(replace(TEA, traceability="https://txng.example/chè?lô=1"))

    assert found[1][1] == "https://txng.example/ch%C3%A8?l%C3%B4=1"


def test_a_mark_is_in_the_code_of_the_page_alone() -> None:
    found = codes(replace(TEA, gtin="9520000000028"), mark="BABE19")

    assert [text for _, text in found] == [
        "HTTPS://OCOP.EXAMPLE/P/7K2M9Q?BABE19",
        "HTTPS://OCOP.EXAMPLE/01/09520000000028",
    ]


def test_people_are_shown_the_address_without_the_mark() -> None:
    assert page_code(CONFIG, texts(), TEA, "BABE19").shown == "OCOP.EXAMPLE/P/7K2M9Q"


def test_captions_and_words_in_place_of_a_code_are_in_the_language_of_the_paper() -> None:
    code = page_code(CONFIG, texts(EN), TEA)

    assert code.caption == "Product page"
    assert code.alt == "Product page. QR code that leads to HTTPS://OCOP.EXAMPLE/P/7K2M9Q"


@pytest.mark.parametrize("text", ["babe19", "BABE19", " BaBe19 "])
def test_a_mark_is_written_in_capitals(text: str) -> None:
    assert mark_of(text) == "BABE19"


@pytest.mark.parametrize("text", ["", "-A", "A-", "Ba Bể", "A?B", "ABCDEFGHIJKLM", "Đ"])
def test_what_would_spoil_an_address_is_no_mark(text: str) -> None:
    with pytest.raises(ValueError, match="^" + re.escape(text) + "$"):
        mark_of(text)


# ISO/IEC 18004, table 7: versions 2 and 3 at level Q hold 29 and 47 characters of this kind.
@pytest.mark.parametrize(
    ("host", "modules"), [(11, 25), (12, 25), (13, 29), (25, 29), (30, 29), (31, 33)]
)
def test_a_short_link_has_the_modules_of_the_standard(host: int, modules: int) -> None:
    name = "A" * (host - 3) + ".vn"
    code = page_code(replace(CONFIG, short_url=f"https://{name}/"), texts(), TEA)

    assert len(code.text) == 8 + host + 9
    assert code.modules == modules


def test_a_mark_of_twelve_characters_costs_a_full_link_one_step() -> None:
    code = page_code(CONFIG, texts(), TEA, "ABCDEFGHIJKL")

    assert (len(marked("HTTPS://OCOP.EXAMPLE/P/7K2M9Q", "")), code.modules) == (29, 29)


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbarimg is not installed")
def test_a_reader_reads_every_kind_of_code(tmp_path: Path) -> None:
    path = replace(CONFIG, short_url="https://ten-tinh.gov.vn/ocop/")
    full = replace(TEA, gtin="9520000000028")
    made = [
        *codes_of(CONFIG, texts(), full, "BABE19"),
        *codes_of(path, texts(), full, "HOI-CHO-2026"),
        address_code(texts(), "https://txng.example/" + "a" * 130, "Truy xuất"),
    ]

    assert read(made, tmp_path) == [one.text for one in made]


def read(made: Sequence[PrintedCode], folder: Path) -> list[str]:
    """What a reader finds in pictures of codes."""
    files = [folder / f"{number:02}.png" for number in range(len(made))]
    for code, file in zip(made, files, strict=True):
        picture = Image.new("L", (code.modules + 8,) * 2, 255)
        for y, row in enumerate(code.rows):
            for x, module in enumerate(row):
                picture.putpixel((x + 4, y + 4), 0 if module == "1" else 255)
        picture.resize((picture.width * 3,) * 2, Image.Resampling.NEAREST).save(file)
    told = subprocess.run(
        ["zbarimg", "--quiet", "--raw", *files], capture_output=True, text=True, check=True
    )
    return told.stdout.split()
