"""Dirty lists, thirty of them: what each becomes was worked out by hand."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.project import check, project
from support.terminal import Call
from support.workbooks import ods, xls, xlsx

PLACE = "xã Bình Sơn, huyện Triệu Sơn, tỉnh Thanh Hóa"
ORIGIN: dict[str, str] = {
    "commune": "xã Bình Sơn",
    "district": "huyện Triệu Sơn",
    "province": "tỉnh Thanh Hóa",
}
HEAD = ["Tên sản phẩm", "Chủ thể", "Bộ sản phẩm", "Địa chỉ"]
HTX = "HTX Bình Sơn"
MAKER: dict[str, Any] = {"name": HTX, "kind": "cooperative", "address": PLACE}
TEA: dict[str, Any] = {
    "name": "Chè xanh",
    "set": "11",
    "producer": "htx-binh-son",
    "origin": ORIGIN,
}
CANDY: dict[str, Any] = {
    "name": "Kẹo lạc",
    "set": "5",
    "producer": "htx-binh-son",
    "origin": ORIGIN,
}
RICE: dict[str, Any] = {
    "name": "Gạo nếp",
    "set": "3",
    "producer": "htx-binh-son",
    "origin": ORIGIN,
}

Entries = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Case:
    """A list, the entries that it becomes, the faults at their cells, and the options to it."""

    make: Callable[[Path], Path]
    entries: Entries
    faults: Sequence[str] = ()
    options: Sequence[str] = ()


def book(*rows: Sequence[Any], merged: Sequence[str] = ()) -> Callable[[Path], Path]:
    """A workbook with one sheet, DS."""
    return lambda folder: xlsx(folder / "ds.xlsx", {"DS": rows}, merged)


def table(text: str, coding: str = "utf-8") -> Callable[[Path], Path]:
    """A text in columns."""

    def make(folder: Path) -> Path:
        (folder / "ds.csv").write_bytes(text.encode(coding))
        return folder / "ds.csv"

    return make


def with_column(heading: str, value: Any) -> Callable[[Path], Path]:
    """A workbook with one product and one more column."""
    return book([*HEAD, heading], ["Chè xanh", HTX, 11, PLACE, value])


def tea(**keys: Any) -> Entries:
    """The one product with some keys more."""
    return {"products/che-xanh": {**TEA, **keys}, "producers/htx-binh-son": MAKER}


def maker(**keys: Any) -> Entries:
    """The one product, and its producer with some keys more."""
    return {"products/che-xanh": TEA, "producers/htx-binh-son": {**MAKER, **keys}}


def star(stars: int, **keys: Any) -> dict[str, Any]:
    return {"recognitions": [{"stars": str(stars), **keys}]}


BOTH: dict[str, Any] = {
    "products/che-xanh": TEA,
    "products/keo-lac": CANDY,
    "producers/htx-binh-son": MAKER,
}

CASES: dict[str, Case] = {
    "a title, blank rows, numbered columns and a signature": Case(
        book(
            ["UBND TỈNH THANH HÓA"],
            [],
            ["DANH SÁCH SẢN PHẨM OCOP"],
            ["TT", "TÊN SẢN PHẨM", "CHỦ THỂ", "BỘ SẢN PHẨM", "ĐỊA CHỈ"],
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            [1, "Chè xanh", HTX, 11, PLACE],
            [2, "Kẹo lạc", HTX, 5, PLACE],
            ["", "Tổng cộng", "", "", ""],
            ["", "", "", "", "Thanh Hóa, ngày 12 tháng 5 năm 2024"],
            ["", "", "", "", "NGƯỜI LẬP BIỂU"],
        ),
        BOTH,
    ),
    "headings without marks and in odd spelling": Case(
        book(
            ["stt", "ten san pham ", "CHU THE\nSAN XUAT", "bo  san pham", "dia chi:"],
            [1, "Chè xanh", HTX, 11, PLACE],
        ),
        maker(),
    ),
    "a head of two rows with merged cells": Case(
        book(
            ["STT", "Sản phẩm", "", "Chủ thể", "", "Quyết định công nhận", ""],
            ["", "Tên", "Bộ", "Tên chủ thể", "Địa chỉ", "Số", "Ngày"],
            [1, "Chè xanh", 11, HTX, PLACE, "", ""],
            merged=("A1:A2", "B1:C1", "D1:E1", "F1:G1"),
        ),
        maker(),
    ),
    "group rows of industries, districts and communes": Case(
        book(
            ["STT", "Tên sản phẩm", "Chủ thể", "Nhóm"],
            ["A", "TỈNH THANH HÓA", "", ""],
            ["I", "HUYỆN TRIỆU SƠN (2 sản phẩm)", "", ""],
            ["1", "Xã Bình Sơn", "", ""],
            [1, "Chè xanh", HTX, "Chè"],
            [2, "Kẹo lạc", HTX, "Đồ ăn nhanh"],
        ),
        {
            "products/che-xanh": {
                **TEA,
                "origin": {
                    "commune": "Xã Bình Sơn",
                    "district": "huyện Triệu Sơn",
                    "province": "tỉnh Thanh Hóa",
                },
            },
            "products/keo-lac": {
                **CANDY,
                "origin": {
                    "commune": "Xã Bình Sơn",
                    "district": "huyện Triệu Sơn",
                    "province": "tỉnh Thanh Hóa",
                },
            },
            "producers/htx-binh-son": {"name": HTX, "kind": "cooperative"},
        },
    ),
    "merged group rows of industries that leave the set to a guess": Case(
        book(
            ["STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ"],
            ["I. Ngành thực phẩm", "", "", ""],
            [1, "Chè xanh", HTX, PLACE],
            ["II. NGÀNH THỦ CÔNG MỸ NGHỆ", "", "", ""],
            [2, "Khăn lụa", HTX, PLACE],
            merged=("A2:D2", "A4:D4"),
        ),
        {
            "products/che-xanh": {**TEA, "guessed": ["set"]},
            "products/khan-lua": {**TEA, "name": "Khăn lụa", "set": "22", "guessed": ["set"]},
            "producers/htx-binh-son": MAKER,
        },
        ["DS!B3 OCOP719"],
    ),
    "producers merged over their products": Case(
        book(
            ["STT", *HEAD],
            [1, "Chè xanh", HTX, 11, PLACE],
            [2, "Kẹo lạc", "", 5, ""],
            merged=("C2:C3", "E2:E3"),
        ),
        BOTH,
    ),
    "producers merged in a file of LibreOffice": Case(
        lambda folder: ods(
            folder / "ds.ods",
            "DS",
            [["STT", *HEAD], [1, "Chè xanh", HTX, 11, PLACE], [2, "Kẹo lạc", "", 5, ""]],
            {(1, 2): 2, (1, 4): 2},
        ),
        BOTH,
    ),
    "a workbook of Excel 97": Case(
        lambda folder: xls(
            folder / "ds.xls",
            "DS",
            [["STT", *HEAD], [1, "Chè xanh", HTX, 11, PLACE], [2, "Kẹo lạc", HTX, 5, PLACE]],
        ),
        BOTH,
    ),
    "a producer's own row above its products": Case(
        book(
            ["STT", *HEAD, "Điện thoại"],
            ["I", "", HTX, "", PLACE, "0912345678"],
            [1, "Chè xanh", "", 11, PLACE, ""],
            [2, "Kẹo lạc", "", 5, PLACE, ""],
        ),
        {**BOTH, "producers/htx-binh-son": {**MAKER, "phone": "0912345678"}},
    ),
    "ditto marks": Case(
        book(HEAD, ["Chè xanh", HTX, 11, PLACE], ["Kẹo lạc", '"', 5, "nt"]),
        BOTH,
    ),
    "several decisions of one product in rows below it": Case(
        book(
            [*HEAD, "Hạng sao", "Số QĐ", "Ngày cấp", "Cơ quan cấp"],
            [
                "Chè xanh",
                HTX,
                11,
                PLACE,
                "3 sao",
                "12/QĐ-UBND",
                "01/06/2020",
                "UBND tỉnh Thanh Hóa",
            ],
            ["", "", "", "", "4 sao", "99/QĐ-UBND", "15/5/2023", "UBND tỉnh Thanh Hóa"],
        ),
        tea(
            recognitions=[
                {
                    "stars": "3",
                    "date": "2020-06-01",
                    "decision": "12/QĐ-UBND",
                    "authority": "UBND tỉnh Thanh Hóa",
                },
                {
                    "stars": "4",
                    "date": "2023-05-15",
                    "decision": "99/QĐ-UBND",
                    "authority": "UBND tỉnh Thanh Hóa",
                },
            ]
        ),
    ),
    "several decisions in columns by year": Case(
        book(
            [*HEAD, "Năm 2020", "", "Năm 2023", ""],
            ["", "", "", "", "Hạng sao", "Số QĐ", "Hạng sao", "Số QĐ"],
            ["Chè xanh", HTX, 11, PLACE, "***", "12/QĐ-UBND", "****", "99/QĐ-UBND"],
            merged=("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"),
        ),
        tea(
            recognitions=[
                {"stars": "3", "date": "2020", "decision": "12/QĐ-UBND"},
                {"stars": "4", "date": "2023", "decision": "99/QĐ-UBND"},
            ]
        ),
    ),
    "a decision with its day and body in one cell": Case(
        book(
            [*HEAD, "Xếp hạng", "Quyết định công nhận"],
            [
                *("Chè xanh", HTX, 11, PLACE, "★★★★"),
                "QĐ số 1234/QĐ-UBND\nngày 12/5/2024 của UBND tỉnh Thanh Hóa",
            ],
        ),
        tea(
            **star(
                4,
                date="2024-05-12",
                decision="1234/QĐ-UBND",
                authority="UBND tỉnh Thanh Hóa",
            )
        ),
    ),
    "a decision over a group of rows": Case(
        book(
            [*HEAD, "Sao"],
            ["Quyết định số 12/QĐ-UBND ngày 01/06/2024 của UBND tỉnh Thanh Hóa", "", "", "", ""],
            ["Chè xanh", HTX, 11, PLACE, 4.0],
            merged=("A2:E2",),
        ),
        tea(**star(4, date="2024-06-01", decision="12/QĐ-UBND", authority="UBND tỉnh Thanh Hóa")),
    ),
    "ticks under 3, 4 and 5 stars": Case(
        book(
            [*HEAD, "Phân hạng", "", ""],
            ["", "", "", "", "3 sao", "4 sao", "5 sao"],
            ["Chè xanh", HTX, 11, PLACE, "", "x", ""],
            merged=("E1:G1",),
        ),
        tea(**star(4)),
    ),
    "stars that are none, and those of no certificate": Case(
        book(
            [*HEAD, "Hạng sao"],
            ["Chè xanh", HTX, 11, PLACE, "-"],
            ["Kẹo lạc", HTX, 5, PLACE, "2 sao"],
        ),
        BOTH,
        ["DS!E3 OCOP128"],
    ),
    "a day of the spreadsheet": Case(
        book(
            [*HEAD, "Sao", "Ngày cấp"],
            ["Chè xanh", HTX, 11, PLACE, "4*", dt.date(2024, 5, 12)],
            ["Kẹo lạc", HTX, 5, PLACE, "Ba sao", 45424],
        ),
        {
            "products/che-xanh": {**TEA, **star(4, date="2024-05-12")},
            "products/keo-lac": {**CANDY, **star(3, date="2024-05-12")},
            "producers/htx-binh-son": MAKER,
        },
    ),
    "days that are known in part, and one that is none": Case(
        book(
            [*HEAD, "Sao", "Ngày cấp"],
            ["Chè xanh", HTX, 11, PLACE, 4, "tháng 5/2024"],
            ["Kẹo lạc", HTX, 5, PLACE, 3, "12/25/2024"],
        ),
        {
            "products/che-xanh": {**TEA, **star(4, date="2024-05")},
            "products/keo-lac": {**CANDY, **star(3)},
            "producers/htx-binh-son": MAKER,
        },
        ["DS!F3 OCOP707"],
    ),
    "a phone number without its zero": Case(
        with_column("SĐT", 912345678), maker(phone="0912345678"), ["DS!E2 OCOP706"]
    ),
    "a phone number that nobody can complete": Case(
        with_column("Số điện thoại", 1234567), maker(), ["DS!E2 OCOP707"]
    ),
    "two phone numbers in a cell": Case(
        with_column("Điện thoại", "0912.345.678 - 0237 3123 456"),
        maker(phone="0912.345.678 - 0237 3123 456"),
    ),
    "a tax code without its zero": Case(with_column("MST", 312345678), maker(), ["DS!E2 OCOP706"]),
    "a price with its unit": Case(
        with_column("Giá bán", "80.000 – 120.000đ/hộp 500g"),
        tea(price={"from": "80000", "to": "120000", "unit": "hộp 500g"}),
    ),
    "a price as a number, its unit in a column": Case(
        book(
            [*HEAD, "Giá (đồng)", "ĐVT"],
            ["Chè xanh", HTX, 11, PLACE, 120000, "kg"],
        ),
        tea(price={"from": "120000", "unit": "kg"}),
    ),
    "a price in thousands, as its heading says": Case(
        with_column("Giá bán (nghìn đồng)", 120), tea(price={"from": "120000"})
    ),
    "prices that could be anything": Case(
        book(
            [*HEAD, "Giá"],
            ["Chè xanh", HTX, 11, PLACE, 120],
            ["Kẹo lạc", HTX, 5, PLACE, "liên hệ"],
        ),
        BOTH,
        ["DS!E2 OCOP707"],
    ),
    "kinds of producers in their names": Case(
        book(
            HEAD,
            ["Chè xanh", "Cty TNHH Bắc Hà", 11, PLACE],
            ["Kẹo lạc", "Hộ SXKD Lê Thị Lan", 5, PLACE],
            ["Bánh gai", "Nguyễn Văn Tám", 6, PLACE],
            ["Gạo nếp", "Tổ hợp tác Đồng Triều", 3, PLACE],
        ),
        {
            "products/che-xanh": {**TEA, "producer": "cty-tnhh-bac-ha"},
            "products/keo-lac": {**CANDY, "producer": "ho-sxkd-le-thi-lan"},
            "products/banh-gai": {
                **TEA,
                "name": "Bánh gai",
                "set": "6",
                "producer": "nguyen-van-tam",
            },
            "products/gao-nep": {**RICE, "producer": "to-hop-tac-dong-trieu"},
            "producers/cty-tnhh-bac-ha": {**MAKER, "name": "Cty TNHH Bắc Hà", "kind": "company"},
            "producers/ho-sxkd-le-thi-lan": {
                **MAKER,
                "name": "Hộ SXKD Lê Thị Lan",
                "kind": "household",
            },
            "producers/nguyen-van-tam": {**MAKER, "name": "Nguyễn Văn Tám", "kind": "household"},
            "producers/to-hop-tac-dong-trieu": {
                **MAKER,
                "name": "Tổ hợp tác Đồng Triều",
                "kind": "cooperative_group",
            },
        },
        ["DS!B4 OCOP714"],
    ),
    "a producer spelt in three ways": Case(
        book(
            HEAD,
            ["Chè xanh", "HTX NN Bình Sơn", 11, PLACE],
            ["Kẹo lạc", "Hợp tác xã nông nghiệp Bình Sơn", 5, PLACE],
            ["Gạo nếp", "htxnn bình  sơn", 3, PLACE],
        ),
        {
            "products/che-xanh": {**TEA, "producer": "htx-nn-binh-son"},
            "products/keo-lac": {**CANDY, "producer": "htx-nn-binh-son"},
            "products/gao-nep": {**RICE, "producer": "htx-nn-binh-son"},
            "producers/htx-nn-binh-son": {**MAKER, "name": "HTX NN Bình Sơn"},
        },
    ),
    "communes old and new, in columns": Case(
        book(
            ["Tên sản phẩm", "Chủ thể", "Bộ SP", "Xã cũ", "Huyện", "Tỉnh", "Xã mới"],
            ["Chè xanh", HTX, 11, "Bình Sơn", "Triệu Sơn", "Thanh Hóa", "xã Thọ Bình"],
        ),
        {
            "products/che-xanh": {
                **TEA,
                "origin": {
                    "commune": "Bình Sơn",
                    "district": "Triệu Sơn",
                    "province": "Thanh Hóa",
                    "now": "15667",
                },
            },
            "producers/htx-binh-son": {"name": HTX, "kind": "cooperative"},
        },
    ),
    "a hidden sheet, a sheet of remarks, and two lists": Case(
        lambda folder: xlsx(
            folder / "ds.xlsx",
            {
                "Cũ": [HEAD, ["Sai", "Sai", 1, PLACE]],
                "Ghi chú": [["Danh sách này chưa đầy đủ."]],
                "Đợt 1": [HEAD, ["Chè xanh", HTX, 11, PLACE]],
                "Đợt 2": [["STT", *HEAD], [1, "Kẹo lạc", HTX, 5, PLACE]],
            },
            hidden=("Cũ",),
        ),
        BOTH,
    ),
    "two lists below each other with other columns": Case(
        book(
            HEAD,
            ["Chè xanh", HTX, 11, PLACE],
            [],
            ["STT", "Chủ thể", "Tên sản phẩm", "Địa chỉ", "Bộ sản phẩm"],
            [1, HTX, "Kẹo lạc", PLACE, 5],
        ),
        BOTH,
    ),
    "one product twice, with two opinions": Case(
        book(
            [*HEAD, "Hạn sử dụng"],
            ["Chè xanh", HTX, 11, PLACE, "12 tháng"],
            ["CHÈ XANH", HTX, 11, PLACE, "24 tháng"],
        ),
        tea(shelf_life="12 tháng"),
        ["DS!A3 OCOP713", "DS!E3 OCOP713"],
    ),
    "rows without a name, without a place, and without a set": Case(
        book(
            HEAD,
            ["Chè xanh", HTX, 11, PLACE],
            ["", HTX, 5, PLACE],
            ["Kẹo lạc", HTX, 5, "xã Bình Sơn"],
            ["Zzz", HTX, "", PLACE],
        ),
        maker(),
        ["DS!B3 OCOP708", "DS!A4 OCOP718", "DS!A5 OCOP711"],
    ),
    "errors of the spreadsheet in a text": Case(
        table(f'{",".join(HEAD)},Giá,Quy cách\nChè xanh,{HTX},11,"{PLACE}",#REF!,#N/A\n'),
        maker(),
        ["E2 OCOP707", "F2 OCOP707"],
    ),
    "wrong mail, web and barcode": Case(
        book(
            [*HEAD, "Email", "Website", "Mã vạch"],
            ["Chè xanh", HTX, 11, PLACE, "htx at gmail", "htxbinhson.vn", 8934567890123],
        ),
        maker(website="https://htxbinhson.vn"),
        ["DS!E2 OCOP122", "DS!G2 OCOP124"],
    ),
    "a season, packs, certificates and a present": Case(
        book(
            [*HEAD, "Mùa vụ", "Quy cách đóng gói", "Tiêu chuẩn", "Quà tặng"],
            [
                "Chè xanh",
                HTX,
                11,
                PLACE,
                "tháng 11 - 2",
                "túi 500g; hộp 1kg",
                "VietGAP, HACCP",
                "x",
            ],
        ),
        tea(
            season=["1", "2", "11", "12"],
            packs=["túi 500g", "hộp 1kg"],
            certificates=[{"kind": "VietGAP"}, {"kind": "HACCP"}],
            gift="true",
        ),
    ),
    "names in two languages": Case(
        book(
            [*HEAD, "Tên sản phẩm (tiếng Anh)", "Mô tả", "Mô tả (en)"],
            ["Chè xanh", HTX, 11, PLACE, "Green tea", "Chè ngon", "Good tea"],
        ),
        tea(
            name={"vi": "Chè xanh", "en": "Green tea"},
            summary={"vi": "Chè ngon", "en": "Good tea"},
        ),
    ),
    "the annex of a decision, by kinds of recognition": Case(
        book(
            ["PHỤ LỤC"],
            ["(Kèm theo Quyết định số 12/QĐ-UBND ngày 12/5/2024 của UBND tỉnh Thanh Hóa)"],
            ["TT", "Tên sản phẩm", "Chủ thể", "Bộ sản phẩm", "Địa chỉ", "Kết quả phân hạng"],
            ["A", "ĐÁNH GIÁ LẦN ĐẦU", "", "", "", ""],
            ["I", "Huyện Triệu Sơn", "", "", "", ""],
            [1, "Chè xanh", "HTX dịch vụ nông nghiệp Bình Sơn", 11, "xã Bình Sơn", "4 sao"],
            ["B", "ĐÁNH GIÁ LẠI", "", "", "", ""],
            ["II", "Thành phố Thanh Hóa", "", "", "", ""],
            [2, "Kẹo lạc", "HTX DVNN Bình Sơn", 5, "Phường Lam Sơn", "5 sao (đề nghị TW)"],
            ["C", "Sản phẩm của hội viên", "", "", "", ""],
            [3, "Gạo nếp", "HTX DVNN Bình Sơn", 3, "Phường Lam Sơn", "3 sao"],
            ["D", "Công nhận lại", "", "", "", ""],
            [4, "Mật ong", "HTX DVNN Bình Sơn", 4, "Phường Lam Sơn", "3 sao"],
        ),
        {
            "products/che-xanh": {
                **TEA,
                "producer": "htx-dich-vu-nong-nghiep-binh-son",
                "origin": {
                    "commune": "xã Bình Sơn",
                    "district": "Huyện Triệu Sơn",
                    "province": "Thanh Hóa",
                },
                **star(
                    4,
                    date="2024-05-12",
                    decision="12/QĐ-UBND",
                    authority="UBND tỉnh Thanh Hóa",
                    kind="first",
                ),
            },
            "products/keo-lac": {
                **CANDY,
                "producer": "htx-dich-vu-nong-nghiep-binh-son",
                "origin": {
                    "commune": "Phường Lam Sơn",
                    "district": "Thành phố Thanh Hóa",
                    "province": "Thanh Hóa",
                },
            },
            "products/gao-nep": {
                **TEA,
                "name": "Gạo nếp",
                "set": "3",
                "producer": "htx-dich-vu-nong-nghiep-binh-son",
                "origin": {
                    "commune": "Phường Lam Sơn",
                    "district": "Thành phố Thanh Hóa",
                    "province": "Thanh Hóa",
                },
                **star(
                    3,
                    date="2024-05-12",
                    decision="12/QĐ-UBND",
                    authority="UBND tỉnh Thanh Hóa",
                ),
            },
            "products/mat-ong": {
                **TEA,
                "name": "Mật ong",
                "set": "4",
                "producer": "htx-dich-vu-nong-nghiep-binh-son",
                "origin": {
                    "commune": "Phường Lam Sơn",
                    "district": "Thành phố Thanh Hóa",
                    "province": "Thanh Hóa",
                },
                **star(
                    3,
                    date="2024-05-12",
                    decision="12/QĐ-UBND",
                    authority="UBND tỉnh Thanh Hóa",
                    kind="renewal",
                ),
            },
            "producers/htx-dich-vu-nong-nghiep-binh-son": {
                "name": "HTX dịch vụ nông nghiệp Bình Sơn",
                "kind": "cooperative",
                "address": "xã Bình Sơn",
            },
        },
        ["DS!F9 OCOP707", "DS!B10 OCOP709"],
        ["--province", "Thanh Hóa"],
    ),
    "a text with semicolons in UTF-16": Case(
        table(
            "STT;Tên sản phẩm;Chủ thể;Bộ sản phẩm;Địa chỉ\r\n"
            f"1;Chè xanh;{HTX};11;{PLACE}\r\n2;Kẹo lạc;{HTX};5;{PLACE}\r\n",
            "utf-16",
        ),
        BOTH,
    ),
    "a text with tabs and Excel's own first line": Case(
        table(f"\ufeffsep=\t\r\n{chr(9).join(HEAD)}\r\nChè xanh\t{HTX}\t11\t{PLACE}\r\n"),
        maker(),
    ),
    "a text with commas inside quotes": Case(
        table(f'{",".join(HEAD)}\nChè xanh,{HTX},11,"{PLACE}"\nKẹo lạc,{HTX},5,"{PLACE}"\n'),
        BOTH,
    ),
}


def entries(folder: Path) -> Entries:
    """Every entry of a project as it is written; all scalars are texts."""
    files = sorted((folder / "content").glob("*/*/*.yaml"))
    return {
        file.parent.relative_to(folder / "content").as_posix(): yaml.load(
            file.read_text("utf-8"), Loader=yaml.BaseLoader
        )
        for file in files
    }


@pytest.mark.parametrize("name", CASES)
def test_a_dirty_list_becomes_the_right_entries(name: str, ocop: Call, tmp_path: Path) -> None:
    case, folder = CASES[name], tmp_path / "project"
    folder.mkdir()
    project(folder, {})
    file = case.make(tmp_path)

    shown = ocop("import", str(file), *case.options, "--format", "json", folder=folder)
    told = json.loads(shown.out)

    assert entries(folder) == case.entries
    found = [f"{one['cell']} {one['code']}" for one in told["diagnostics"]]
    assert sorted(found) == sorted(case.faults)
    assert shown.code == (1 if told["errors"] else 0)
    assert not [one for one in check(folder) if one.severity == "error"]
