"""What single cells mean: each pair was written down by hand."""

import datetime as dt
from typing import Any

import pytest

from ocop.editors.lists import classes, makers
from ocop.editors.lists.addresses import parts_of
from ocop.editors.lists.cells import Unclear, text_of
from ocop.editors.lists.columns import Column
from ocop.editors.lists.days import day_of
from ocop.editors.lists.decisions import decisions_of
from ocop.editors.lists.headings import fields, read_heading
from ocop.editors.lists.prices import price_of
from ocop.editors.lists.values import phone_of, read, stars_of, tax_of

UNCLEAR: Any = "unclear"


def result(function: Any, value: Any) -> Any:
    """What a reader makes of a cell, or that it does not know."""
    try:
        return function(value)
    except Unclear:
        return UNCLEAR


@pytest.mark.parametrize(
    ("cell", "stars"),
    [
        *[(one, (4,)) for one in ("4 sao", "****", "★★★★", 4, 4.0, "Bốn sao", "4*", "★★★★☆")],
        *[(one, (5,)) for one in ("OCOP 5 sao", "Năm sao", "Đạt 5 sao (quốc gia)", "Hạng 5")],
        ("3 sao\n4 sao", (3, 4)),
        *[(one, ()) for one in ("", "-", "Không", "không đạt", None)],
        *[(one, UNCLEAR) for one in ("3-4 sao", "tiềm năng", 4.5, "44", "4 đến 5 sao")],
    ],
)  # fmt: skip
def test_stars(cell: Any, stars: Any) -> None:
    assert result(stars_of, cell) == stars


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        *[
            (one, "2024-05-12")
            for one in (
                *(dt.date(2024, 5, 12), dt.datetime(2024, 5, 12, 8), 45424, 45424.0, "45424"),
                *("12/5/2024", "12-05-2024", "12.5.2024", "ngày 12 tháng 5 năm 2024", "12/5/24"),
                *("2024-05-12", "2024-05-12 00:00:00", "Ngày 12/5/2024."),
            )
        ],
        *[(one, "2024-05") for one in ("05/2024", "5/2024", "tháng 5/2024", "2024-05")],
        *[(one, "2024") for one in ("2024", 2024, 2024.0, "năm 2024")],
        *[(one, UNCLEAR) for one in ("12/25/2024", "30/2/2024", "12052024", "Quý II", 5.2024, 99)],
    ],
)
def test_days(cell: Any, day: Any) -> None:
    found = result(day_of, cell)

    assert (found if found == UNCLEAR else found.isoformat()) == day


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        *[(one, (120_000, None, "kg")) for one in ("120.000 đ/kg", "120,000đ/kg", "120 nghìn/kg")],
        *[(one, (120_000, None, "")) for one in (120000.0, "120.000 VNĐ", "120k", "120000")],
        *[(one, (80_000, 120_000, "")) for one in ("80.000 – 120.000đ", "80-120 nghìn")],
        ("Từ 80.000đ", (80_000, None, "")),
        ("1,2 triệu/thùng", (1_200_000, None, "thùng")),
        *[(one, None) for one in ("", "Liên hệ", "thỏa thuận")],
        *[(one, UNCLEAR) for one in (120.0, 120.5, "120", "120.5", "50.000đ/hộp; 90.000đ/thùng")],
        *[(one, UNCLEAR) for one in ("120.000 - 50.000", "rẻ", -5000, "1.20.000")],
    ],
)
def test_prices(cell: Any, price: Any) -> None:
    found = result(price_of, cell)

    assert (found if found in (None, UNCLEAR) else (found.start, found.to, found.unit)) == price


@pytest.mark.parametrize(
    ("cell", "text", "restored"),
    [
        (912345678.0, "0912345678", True),
        ("912 345 678", "0912 345 678", True),
        (2373123456.0, "02373123456", True),
        ("0912.345.678", "0912.345.678", False),
        ("+84 912 345 678", "+84 912 345 678", False),
        (19001234, "19001234", False),
        ("0912345678 (anh Nam)", "0912345678 (anh Nam)", False),
    ],
)
def test_phones(cell: Any, text: str, restored: bool) -> None:
    found = phone_of(cell)

    assert found is not None
    assert (found.value, found.restored) == (text, restored)


def test_numbers_that_nobody_can_complete() -> None:
    assert [result(phone_of, one) for one in (1234567.0, 12345678901234.0, 1e16)] == [UNCLEAR] * 3
    assert result(tax_of, 12345678) == UNCLEAR


def test_tax_codes_have_their_zero_again() -> None:
    found = tax_of(312345678)

    assert found is not None
    assert (found.value, found.restored) == ("0312345678", True)


@pytest.mark.parametrize(
    ("cell", "months"),
    [
        ("tháng 3 - 5", ["3", "4", "5"]),
        ("11-2", ["1", "2", "11", "12"]),
        ("3, 4 và 10", ["3", "4", "10"]),
        ("Quanh năm", "all"),
        (7.0, ["7"]),
    ],
)
def test_seasons(cell: Any, months: Any) -> None:
    found = read(Column(0, fields()["season"], ""), cell)

    assert found is not None
    assert found.value == months


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        (
            "Thôn 3, xã Bình Sơn, huyện Triệu Sơn, tỉnh Thanh Hóa",
            ["village=Thôn 3", "commune=xã Bình Sơn", "district=huyện Triệu Sơn",
             "province=tỉnh Thanh Hóa"],
        ),
        (
            "Bình Sơn - Triệu Sơn - Thanh Hóa",
            ["commune=Bình Sơn", "district=Triệu Sơn", "province=Thanh Hóa"],
        ),
        (
            "Số 5 Lê Lợi, P. Lam Sơn, TP. Thanh Hóa, tỉnh Thanh Hóa",
            ["rest=Số 5 Lê Lợi", "commune=P. Lam Sơn", "district=TP. Thanh Hóa",
             "province=tỉnh Thanh Hóa"],
        ),
        ("xã Bình Sơn huyện Triệu Sơn", ["commune=xã Bình Sơn", "district=huyện Triệu Sơn"]),
        ("Thôn 3, xã Bình Sơn, thị xã Bỉm Sơn",
         ["village=Thôn 3", "commune=xã Bình Sơn", "district=thị xã Bỉm Sơn"]),
        ("Phường Hạc Thành, Thanh Hóa", ["commune=Phường Hạc Thành", "province=Thanh Hóa"]),
        ("TP. Huế", ["province=TP. Huế"]),
        ("", []),
    ],
)  # fmt: skip
def test_addresses(address: str, parts: list[str]) -> None:
    assert [f"{key}={text}" for key, text in parts_of(address)] == parts


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("1234/QĐ-UBND", ["1234/QĐ-UBND||"]),
        (
            "Quyết định số 1234/QĐ-UBND ngày 12 tháng 5 năm 2024 của UBND tỉnh Bắc Kạn",
            ["1234/QĐ-UBND|2024-05-12|UBND tỉnh Bắc Kạn"],
        ),
        ("12/2024/QĐ-UBND", ["12/2024/QĐ-UBND||"]),
        ("1234 /QĐ-UBND\nngày 12/05/2024", ["1234/QĐ-UBND|2024-05-12|"]),
        (
            "1/QĐ-UBND ngày 1/2/2020; 2/QĐ-UBND ngày 3/4/2023",
            ["1/QĐ-UBND|2020-02-01|", "2/QĐ-UBND|2023-04-03|"],
        ),
        (1234.0, ["1234||"]),
        ("", []),
    ],
)
def test_decisions(cell: Any, found: list[str]) -> None:
    told = [
        f"{one.decision}|{one.date.isoformat() if one.date else ''}|{one.authority}"
        for one in decisions_of(cell)
    ]

    assert told == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("HTX NN Bình Sơn", "cooperative"),
        ("HTXDVNN Đồng Tâm", "cooperative"),
        ("THT rau sạch", "cooperative_group"),
        ("CTCP Mía đường", "company"),
        ("Cty TNHH MTV Bắc Hà", "company"),
        ("CN Cty CP Lam Sơn", "company"),
        ("HKD Lê Thị Lan", "household"),
        ("Cơ sở sản xuất Tâm", "household"),
        ("Bà Nguyễn Thị Ba", "household"),
        ("Trang trại Xuân", "farm"),
        ("Nguyễn Văn An", ""),
    ],
)
def test_kinds_of_producers(name: str, kind: str) -> None:
    assert makers.kind_of(name) == kind


def test_names_of_one_producer_are_alike() -> None:
    names = ("HTX NN Bình Sơn", "HTXNN Bình Sơn", "Hợp tác xã nông nghiệp Bình  Sơn")

    assert len({makers.key_of(one) for one in names}) == 1
    assert makers.key_of("HTX Bình Sơn") != makers.key_of("THT Bình Sơn")


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("6", (6,)),
        ("Bộ 6", (6,)),
        ("6. Chế biến từ gạo, ngũ cốc", (6,)),
        ("II. ĐỒ UỐNG (12 sản phẩm)", (14, 15, 16, 17)),
        ("Nhóm: Chè", (11,)),
        ("Thảo dược", (18, 19, 20)),
        ("27", ()),
        ("Huyện Ba Bể", ()),
    ],
)
def test_sets(text: str, sets: tuple[int, ...]) -> None:
    assert classes.set_stated(text) == sets


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("TÊN SẢN PHẨM", "name"),
        ("Ten san pham", "name"),
        ("Tên chủ thể\n(HTX, DN)", "producer"),
        ("Số, ngày QĐ", "decision"),
        ("Hạng sao năm 2022", "stars"),
        ("SĐT", "phone"),
        ("Địa chỉ email", "email"),
        ("Sao đề xuất", "proposed"),
        ("Ngày cấp CCCD", "person"),
        ("STT", "number"),
    ],
)
def test_headings(heading: str, name: str) -> None:
    found = read_heading(heading)

    assert found is not None
    assert found.field.name == name


def test_what_nobody_sees_in_a_cell_is_gone() -> None:
    assert text_of("\ufeff Chè\u00a0\u00a0xanh\u200b ") == "Chè xanh"
    assert text_of("'0912345678") == "0912345678"
    assert text_of(120000.0) == "120000"
