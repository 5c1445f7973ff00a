"""Lists as offices of districts keep them: what a stranger met who imported real-looking ones."""

import datetime as dt
import errno
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ocop.paths import SourcePath
from ocop.source.parse import parse_document
from support.project import PRODUCER, PRODUCT, project
from support.terminal import Call
from support.workbooks import Rows, xlsx

HEAD = ["STT", "Tên sản phẩm", "Chủ thể", "Bộ sản phẩm", "Địa chỉ", "Hạng sao", "Số QĐ"]
PLACE = "xã Bình Sơn, huyện Triệu Sơn, tỉnh Thanh Hóa"


def told(ocop: Call, folder: Path, rows: Rows) -> Any:
    """What the import of a list says to programs."""
    xlsx(folder / "ds.xlsx", {"DS": rows})
    return json.loads(ocop("import", "ds.xlsx", "--format", "json", folder=folder).out)


def codes(found: Any) -> list[str]:
    return [one["code"] for one in found["diagnostics"]]


def product(folder: Path, entry: str) -> Any:
    """The facts of a product's file."""
    path = f"content/products/{entry}/product.yaml"
    document, _ = parse_document(SourcePath(path), (folder / path).read_bytes())
    assert document is not None
    return document.data


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (dt.datetime(2024, 5, 12), {"stars": "4", "date": "2024-05-12"}),
        ("2024-05-12", {"stars": "4", "date": "2024-05-12"}),
        (
            "12/QĐ-UBND 2024-05-12",
            {"stars": "4", "date": "2024-05-12", "decision": "12/QĐ-UBND"},
        ),
    ],
)
def test_a_day_where_the_decision_should_be_stays_that_day(
    ocop: Call, tmp_path: Path, cell: Any, expected: dict[str, str]
) -> None:
    folder = project(tmp_path, {})

    told(ocop, folder, [HEAD, [1, "Chè xanh", "HTX Bình Sơn", 11, PLACE, 4, cell]])

    assert product(folder, "che-xanh")["recognitions"] == [expected]


def test_a_name_on_two_lines_is_one_name(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, {})

    told(ocop, folder, [HEAD, [1, "Miến dong\nBa Bể", "HTX Bình Sơn", 6, PLACE, 4, ""]])

    assert product(folder, "mien-dong-ba-be")["name"] == "Miến dong Ba Bể"


def test_a_group_may_name_every_level_of_a_place(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, {})
    rows: Rows = [
        HEAD,
        ["I", "Xã Khang Ninh, HUYỆN BA BỂ, tỉnh Bắc Kạn", "", "", "", "", ""],
        [1, "Miến dong", "HTX Nà Mằm", 6, "thôn Nà Mằm, xã Khang Ninh", 4, ""],
    ]

    assert codes(told(ocop, folder, rows)) == []
    assert product(folder, "mien-dong")["origin"] == {
        "village": "thôn Nà Mằm",
        "commune": "xã Khang Ninh",
        "district": "huyện Ba Bể",
        "province": "tỉnh Bắc Kạn",
    }


def test_a_province_that_only_one_district_and_commune_can_mean_need_not_be_written(
    ocop: Call, tmp_path: Path
) -> None:
    folder = project(tmp_path, {})
    rows: Rows = [
        HEAD,
        [1, "Chè xanh", "HTX Tân Cương", 11, "xóm 1, xã Tân Cương, TP Thái Nguyên", 4, ""],
        [2, "Kẹo lạc", "HTX Hai Nơi", 5, "thị trấn An Lão, huyện An Lão", 4, ""],
    ]

    found = told(ocop, folder, rows)

    assert product(folder, "che-xanh")["origin"]["province"] == "tỉnh Thái Nguyên"
    assert codes(found) == ["OCOP718"]  # two provinces had such a district with such a commune


def test_a_number_written_in_two_ways_is_one_number(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, {})
    rows: Rows = [
        [*HEAD, "Điện thoại"],
        [1, "Chè xanh", "HTX Bình Sơn", 11, PLACE, 4, "", "0912000001"],
        [2, "Kẹo lạc", "HTX Bình Sơn", 5, PLACE, 4, "", "0912 000 001"],
        [3, "Gạo nếp", "HTX Bình Sơn", 3, PLACE, 4, "", "0912 000 002"],
    ]

    [fault] = told(ocop, folder, rows)["diagnostics"]

    assert (fault["code"], fault["cell"]) == ("OCOP713", "DS!H4")


def test_only_guesses_that_come_in_are_counted(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, {})
    rows: Rows = [
        ["STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Hạng sao", "Số QĐ"],
        [1, "Chè xanh", "HTX Bình Sơn", PLACE, 3, "1/QĐ-UBND ngày 5/1/2023"],
        [2, "Mật ong", "HTX Bình Sơn", PLACE, 3, ""],
        [3, "Chè xanh", "HTX Bình Sơn", PLACE, 4, "9/QĐ-UBND ngày 6/1/2026"],
        [4, "Chè nụ vối", "HTX Nơi Nào", "thôn Đâu Đó", 3, ""],
    ]

    first, again = told(ocop, folder, rows), told(ocop, folder, rows)

    [guesses] = [one for one in first["diagnostics"] if one["code"] == "OCOP719"]
    assert "2 sản phẩm" in guesses["message"]
    assert sorted(codes(first)) == ["OCOP718", "OCOP719"]
    assert codes(again) == ["OCOP718"]


def test_a_file_with_marks_of_a_conflict_is_not_imported_a_second_time(
    ocop: Call, tmp_path: Path
) -> None:
    torn = f"<<<<<<< HEAD\n{PRODUCT}=======\n{PRODUCT}price: 5000\n>>>>>>> kia\n"
    folder = project(
        tmp_path,
        {
            "content/products/tra/product.yaml": torn,
            "content/producers/htx/producer.yaml": PRODUCER,
        },
    )

    found = told(ocop, folder, [HEAD, [1, "Chè xanh", "HTX Bình Sơn", 11, PLACE, 4, ""]])

    assert codes(found) == ["OCOP716"]
    assert [one.name for one in (folder / "content/products").iterdir()] == ["tra"]


def test_what_the_system_refuses_is_told_of_the_entry_and_not_of_a_passing_file(
    ocop: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(tmp_path, {})
    xlsx(folder / "ds.xlsx", {"DS": [HEAD, [1, "Chè xanh", "HTX Bình Sơn", 11, PLACE, 4, ""]]})

    def refuse(path: Path, _: Path) -> None:
        raise PermissionError(errno.EACCES, "no", str(path))

    monkeypatch.setattr(Path, "rename", refuse)
    shown = ocop("import", "ds.xlsx", folder=folder)

    assert shown.code == 1
    assert shown.err.rstrip().endswith("content/producers/htx-binh-son")


def test_two_imports_at_once_bring_everything_in_once(tmp_path: Path) -> None:
    folder = project(tmp_path, {})
    rows: list[list[Any]] = [
        [n, f"Chè số {n}", f"HTX Số {n}", 11, PLACE, 4, ""] for n in range(1, 61)
    ]
    xlsx(folder / "ds.xlsx", {"DS": [HEAD, *rows]})

    call = [sys.executable, "-m", "ocop", "import", "ds.xlsx", "--format", "json"]
    running = [
        subprocess.Popen(call, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    said = [one.communicate()[0] for one in running]

    assert [one.returncode for one in running] == [0, 0]
    assert sorted(json.loads(one)["counts"]["new"] for one in said) == [0, 120]
    assert len(list((folder / "content/products").iterdir())) == 60
