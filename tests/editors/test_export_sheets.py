"""What stands on the sheets of a handed-over list, against rows written by hand."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from support.project import CONFIG, project
from support.terminal import Call

PRODUCT = """\
name: {vi: "Chè xanh", en: Green tea}
summary: "=HYPERLINK(1)"
set: 11
guessed: [set]
producer: [htx, to]
origin: {commune: xã Cửa Tùng, province: tỉnh Quảng Trị, now: "19414"}
recognitions:
  - {stars: 4, date: 30/05/2024, decision: 1/QĐ-UBND, authority: UBND tỉnh Quảng Trị,
    kind: nâng sao}
  - {stars: 3, date: 2021, decision: 007, document: qd.pdf}
  - {stars: 3, document: "https://a.example/qd.pdf"}
price: {from: 120.000, to: 150.000 đ, unit: {vi: hộp, en: box}, as_of: 2026-01}
packs: [{vi: hộp 100 g, en: 100 g box}, {vi: "túi; gói", en: bag}]
gift: true
season: [5, 3, 4]
gtin: "8935000000014"
tags: [trà, quà]
certificates:
  - {kind: VietGAP, number: "0012", from: 2024-01-02}
photos:
  - {file: a.jpg, alt: Ảnh}
shops:
  - {label: {vi: Chợ, en: Market}, phone: "0912345678", point: [17.0, 107.1]}
story: Chuyện dài.
sources: [Một nguồn, "Nguồn có ; ở giữa"]
"""
HTX = """\
name: HTX Cửa Tùng
kind: HTX
phone: 0912345678
representative: Lê Thị Mai
email: htx@example.org
private: [representative, email]
address: {vi: xã Cửa Tùng, en: Cửa Tùng commune}
point: [17.0, 107.1]
founded: 1998
"""
FILES: Mapping[str, str | bytes] = {
    "config.yaml": CONFIG.replace("[vi]", "[vi, en]"),
    "content/products/che/product.yaml": PRODUCT,
    "content/products/che/a.jpg": b"",
    "content/products/che/qd.pdf": b"%PDF-1.4\n%%EOF\n",
    "content/products/tra/product.yaml": "name: Ấm trà\nset: 24\n"
    "origin: {commune: Ba Lòng, province: Quảng Trị}\n",
    "content/producers/htx/producer.yaml": HTX,
    "content/producers/to/producer.yaml": "name: Tổ hợp tác Bến Hải\nkind: THT\n",
}
"""Facts in many of the ways in which files may write them."""

Row = Mapping[str, object]


def sheets(content: bytes) -> Mapping[str, Sequence[Row]]:
    """Every sheet's rows by heading, without empty cells, as calamine reads them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    found: dict[str, Sequence[Row]] = {}
    for name in book.sheet_names:
        head, *rows = book.get_sheet_by_name(name).to_python()
        found[name] = [
            {str(key): cell for key, cell in zip(head, row, strict=True) if cell != ""}
            for row in rows
        ]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from PIL import Image

    found = project(tmp_path, FILES)
    Image.new("RGB", (800, 600)).save(found / "content/products/che/a.jpg")
    return found


@pytest.fixture
def told(ocop: Call, folder: Path) -> Mapping[str, Sequence[Row]]:
    shown = ocop("export", "--lang", "vi", "a.xlsx", folder=folder)
    assert shown.code == 0, shown.out
    return sheets((folder / "a.xlsx").read_bytes())


def test_each_recognition_has_a_row_of_its_product(told: Mapping[str, Sequence[Row]]) -> None:
    tea, first, second, third = told["Sản phẩm"]
    again = {
        "Mã mục": "che",
        "Tên sản phẩm": "Chè xanh",
        "Tên sản phẩm (en)": "Green tea",
        "Bộ sản phẩm": 11,
        "Chủ thể": "HTX Cửa Tùng\nTổ hợp tác Bến Hải",
        "Mã chủ thể": "htx\nto",
        "Xã/phường": "xã Cửa Tùng",
        "Tỉnh": "tỉnh Quảng Trị",
        "Mã xã hiện nay": "19414",
    }

    assert tea == {
        "Mã mục": "tra",
        "Tên sản phẩm": "Ấm trà",
        "Bộ sản phẩm": 24,
        "Xã/phường": "Ba Lòng",
        "Tỉnh": "Quảng Trị",
    }
    assert first == again | {
        "Hạng sao": 4,
        "Số quyết định": "1/QĐ-UBND",
        "Ngày cấp": dt.date(2024, 5, 30),
        "Cơ quan cấp": "UBND tỉnh Quảng Trị",
        "Hình thức công nhận": "Nâng hạng",
        "Tóm tắt": "=HYPERLINK(1)",
        "Giá từ": 120000,
        "Giá đến": 150000,
        "Đơn vị tính": "hộp",
        "Đơn vị tính (en)": "box",
        "Ngày của giá": "2026-01",
        "Mùa vụ": "3, 4, 5",
        "Làm quà": "có",
        "Chứng nhận": "VietGAP",
        "Mã vạch": "8935000000014",
        "Từ khoá": "trà\nquà",
        "Phỏng đoán": "set",
    }
    assert second == again | {"Hạng sao": 3, "Số quyết định": "007", "Ngày cấp": "2021"}
    assert third == again | {"Hạng sao": 3, "Văn bản kèm": "https://a.example/qd.pdf"}


def test_producers_have_a_sheet_without_what_they_keep_private(
    told: Mapping[str, Sequence[Row]],
) -> None:
    assert told["Chủ thể"] == [
        {
            "Mã mục": "htx",
            "Chủ thể": "HTX Cửa Tùng",
            "Loại hình": "Hợp tác xã",
            "Điện thoại": "0912345678",
            "Địa chỉ chủ thể": "xã Cửa Tùng",
            "Địa chỉ chủ thể (en)": "Cửa Tùng commune",
            "Toạ độ": "17.0, 107.1",
            "Thành lập": "1998",
        },
        {"Mã mục": "to", "Chủ thể": "Tổ hợp tác Bến Hải", "Loại hình": "Tổ hợp tác"},
    ]


def test_what_no_column_holds_stands_under_its_key_on_the_last_sheet(
    told: Mapping[str, Sequence[Row]],
) -> None:
    found = {(row["Mục"], row["Khoá"]): row["Giá trị"] for row in told["Chi tiết"]}
    che = "products/che"

    assert found == {
        (che, "packs[1].vi"): "hộp 100 g",
        (che, "packs[1].en"): "100 g box",
        (che, "packs[2].vi"): "túi; gói",
        (che, "packs[2].en"): "bag",
        (che, "certificates[1].number"): "0012",
        (che, "certificates[1].from"): "2024-01-02",
        (che, "shops[1].label.vi"): "Chợ",
        (che, "shops[1].label.en"): "Market",
        (che, "shops[1].phone"): "0912345678",
        (che, "shops[1].point"): "17.0, 107.1",
        (che, "sources[1]"): "Một nguồn",
        (che, "sources[2]"): "Nguồn có ; ở giữa",
    }
    assert {row["Ghi chú"] for row in told["Chi tiết"][4:6]} == {
        "Chè xanh: Giấy chứng nhận 1, Số",
        "Chè xanh: Giấy chứng nhận 1, Từ ngày",
    }


def test_headings_and_words_are_english_where_that_is_asked_for(ocop: Call, folder: Path) -> None:
    ocop("export", "--lang", "en", "a.xlsx", folder=folder)
    found = sheets((folder / "a.xlsx").read_bytes())

    assert list(found) == ["Products", "Producers", "Details"]
    assert found["Products"][1]["Kind of recognition"] == "upgrade"
    assert found["Products"][1]["Gift"] == "yes"
    assert found["Producers"][1]["Kind of producer"] == "cooperative_group"
    assert found["Details"][4]["Remark"] == "Green tea: Certificates 1, Number"
