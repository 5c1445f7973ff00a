"""The canonical form of content files: order, quotes and comments; never another meaning."""

import random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ocop.editors.canon import canonical
from ocop.paths import SourcePath
from ocop.schema.fair import FairFile
from ocop.schema.producer import ProducerFile
from ocop.schema.product import ProductFile
from ocop.source.parse import parse_document

PATH = SourcePath("content/products/che/product.yaml")

PARTS = (
    "name: Chè xanh\n",
    "# Tên tiếng Anh còn thiếu.\nsummary:\n  vi: 'Búp # non'\n\n  en: Buds\n",
    "set: 11 # chè\n",
    "producer: htx\n",
    "origin:\n  # như trên giấy\n  province: Thanh Hóa\n  commune: xã Bình Sơn\n",
    "recognitions:\n  - date: 2024-05-30\n    stars: 4\n  - {stars: 3, date: 2019}\n",
    "gtin: 8934680036207\n",
    "story: |\n  Chuyện.\n\n  # Tiêu đề\n  Hết.\n",
    "tags: [chè, 2024]\n",
    "# mẫu\nsample: true\n",
)
"""A product's keys in the order of the schema, each with what belongs to it."""


def form(text: str, model: type = ProductFile) -> str:
    """The canonical text of a file."""
    found = canonical(PATH, text.encode(), model)
    assert found.text is not None, found.faults
    return found.text


def test_keys_come_in_the_order_of_the_schema_with_their_comments() -> None:
    text = "# mẫu\nsample: true\nset: 11 # chè\n# tên\nname: Chè\n"

    assert form(text) == "# tên\nname: Chè\nset: 11 # chè\n# mẫu\nsample: true\n"


def test_keys_below_keys_and_in_lists_are_ordered_too() -> None:
    text = (
        "name: Chè\nset: 11\norigin:\n  province: Thanh Hóa\n  commune: xã A\n"
        "recognitions:\n  - date: 2024-05-30\n    stars: 4\n"
    )

    assert form(text) == (
        "name: Chè\nset: 11\norigin:\n  commune: xã A\n  province: Thanh Hóa\n"
        "recognitions:\n  - stars: 4\n    date: 2024-05-30\n"
    )


def test_a_head_note_stays_at_the_head() -> None:
    assert form("# Tệp của xã.\n\nset: 11\nname: Chè\n") == "# Tệp của xã.\n\nname: Chè\nset: 11\n"


@pytest.mark.parametrize(
    ("written", "canon"),
    [
        ("phone: 0335123456", 'phone: "0335123456"'),
        ("phone: 0335 123 456 # máy bàn", 'phone: "0335 123 456" # máy bàn'),
        ("phone: '0335123456'", "phone: '0335123456'"),
        ("representative: no", 'representative: "no"'),
        ("founded: 2017", "founded: 2017"),
        ("hours: 8:30", 'hours: "8:30"'),
        ("point: [22.4053, 105.6183]", "point: [22.4053, 105.6183]"),
        ("sample: true", "sample: true"),
        ('sample: "true"', "sample: true"),
    ],
)
def test_what_other_programs_misread_stands_in_quotes(written: str, canon: str) -> None:
    assert form(f"name: A\n{written}\n", ProducerFile) == f"name: A\n{canon}\n"


@pytest.mark.parametrize(
    ("written", "canon"),
    [("'4'", "4"), ("4", "4"), ('"5"', "5")],
)
def test_numbers_that_are_meant_need_no_quotes(written: str, canon: str) -> None:
    text = f"name: A\nset: 11\nrecognitions:\n  - {{stars: {written}, date: 2024}}\n"

    assert f"{{stars: {canon}, date: 2024}}" in form(text)


def test_a_price_with_dots_is_not_left_to_be_taken_for_a_fraction() -> None:
    assert 'from: "120.000"' in form("name: A\nset: 1\nprice: {from: 120.000, to: 150000}\n")
    assert "to: 150000" in form("name: A\nset: 1\nprice: {from: 120.000, to: 150000}\n")


def test_booth_numbers_keep_their_zero() -> None:
    text = "name: A\nfrom: 2026-01-01\nbooths:\n  - {number: 03, products: [a]}\n"

    assert '{number: "03", products: [a]}' in form(text, FairFile)


def test_line_ends_marks_of_order_and_decomposed_letters_are_tidied() -> None:
    assert form("\ufeffname: Che\u0300\r\nset: 11") == "name: Chè\nset: 11\n"


@given(order=st.permutations(range(len(PARTS))))
def test_any_order_comes_to_the_same_text(order: list[int]) -> None:
    assert form("".join(PARTS[at] for at in order)) == form("".join(PARTS))


@given(seed=st.integers())
def test_what_other_programs_read_is_what_was_written(seed: int) -> None:
    parts = list(PARTS)
    random.Random(seed).shuffle(parts)
    text = form("".join(parts))
    document, _ = parse_document(PATH, "".join(parts).encode())
    read = yaml.safe_load(text)

    assert document is not None
    assert form(text) == text
    assert read["gtin"] == "8934680036207"
    assert read["tags"] == ["chè", "2024"]
    assert read["story"] == document.data["story"]
    assert read["set"] == 11


@pytest.mark.parametrize(
    "text", ["name: [", "name: A\nname: B\n", "a\tb: c\n\t- d\n", "<<<<<<< A\n"]
)
def test_a_file_that_cannot_be_read_for_sure_is_left_alone(text: str) -> None:
    found = canonical(PATH, text.encode(), ProductFile)

    assert found.text is None
    assert found.faults
