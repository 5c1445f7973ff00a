"""Files that are no list are refused in one sentence, whatever their name says."""

import random
import zipfile
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from ocop.editors.lists import read
from ocop.editors.lists.read import read_list
from support.recipes import RECIPES
from support.workbooks import ods, xls, xlsx

ROWS: list[list[Any]] = [["Tên sản phẩm", "Sao"], ["Chè xanh", 4], ["Kẹo lạc", "3 sao"]]


def refused(file: Path) -> list[str]:
    """The codes that a file is refused with."""
    sheets, faults = read_list(file)
    assert sheets == ()
    return [one.code for one in faults]


def cells(file: Path) -> list[list[object]]:
    sheets, faults = read_list(file)
    assert faults == ()
    return [list(row) for row in sheets[0].rows]


def test_three_kinds_of_workbooks_hold_the_same(tmp_path: Path) -> None:
    made = [
        xlsx(tmp_path / "a.xlsx", {"DS": ROWS}),
        ods(tmp_path / "a.ods", "DS", ROWS),
        xls(tmp_path / "a.xls", "DS", ROWS),
    ]

    assert [cells(one) for one in made] == [ROWS, ROWS, ROWS]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("part", [",", ";", "\t"])
def test_texts_are_read_in_every_usual_form(tmp_path: Path, coding: str, part: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(f'Tên sản phẩm{part}Sao\r\n"Chè, xanh; đen"{part}4\r\n'.encode(coding))

    assert cells(file) == [["Tên sản phẩm", "Sao"], ["Chè, xanh; đen", "4"]]


@pytest.mark.parametrize("place", ["XFD1048576", "A1048576", "AAA1"])
def test_a_stray_cell_at_the_end_of_the_sheet_asks_for_no_memory(
    tmp_path: Path, place: str
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"], book.worksheets[0][place] = "Tên sản phẩm", "x"
    book.save(tmp_path / "a.xlsx")

    assert refused(tmp_path / "a.xlsx") == ["OCOP702"]


def test_an_endless_row_of_libreoffice_asks_for_no_memory(tmp_path: Path) -> None:
    file = ods(tmp_path / "a.ods", "DS", ROWS)
    with zipfile.ZipFile(file) as packed:
        content = packed.read("content.xml").decode()
    many = '<table:table-cell table:number-columns-repeated="900000" office:value-type="string">'
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("content.xml", content.replace("<table:table-cell office", many + "<x", 1))

    assert refused(file) == ["OCOP702"]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST_UNPACKED", 1_000_000)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", " " * 1_000_001)

    assert refused(tmp_path / "a.xlsx") == ["OCOP702"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "OCOP703"),
        (b"\xef\xbb\xbf", "OCOP703"),
        (b"PK\x03\x04 and nothing more", "OCOP700"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing more", "OCOP700"),
        (b"%PDF-1.7\n\x00\x01\x02\x03\x04\x05\x06\xff\xfe\x80", "OCOP700"),
        ("Tên sản phẩm;Sao\n".encode("cp1258", "replace") + b"Ch\xe8 xanh;4\n", "OCOP705"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)

    assert refused(tmp_path / "a.xlsx") == [code]


def test_a_workbook_that_the_reader_itself_trips_over_is_refused_quietly(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = xls(tmp_path / "a.xls", "DS", [["Tên sản phẩm", "Chủ thể", "Sao"], ["Chè", "HTX", 4]])
    broken = bytearray(file.read_bytes())
    broken[1273] = 1
    file.write_bytes(broken)

    assert refused(file) == ["OCOP700"]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("make", [xlsx, ods, xls])
def test_damaged_files_are_read_or_refused(tmp_path: Path, make: Any) -> None:
    file = tmp_path / f"a.{make.__name__}"
    sheets: Any = {"DS": ROWS} if make is xlsx else "DS"
    whole = (make(file, sheets) if make is xlsx else make(file, sheets, ROWS)).read_bytes()
    chance = random.Random(1)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        file.write_bytes(damaged[: chance.choice([None, chance.randrange(len(damaged))])])

        sheets_read, faults = read_list(file)

        assert bool(sheets_read) != bool(faults)


def test_a_locked_workbook_is_told_from_a_broken_one(tmp_path: Path) -> None:
    RECIPES["locked_workbook"](tmp_path / "a.xlsx")

    assert refused(tmp_path / "a.xlsx") == ["OCOP701"]
