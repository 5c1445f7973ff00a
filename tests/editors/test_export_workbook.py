"""Workbooks and tables as other programs read them: python-calamine, openpyxl, csv."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Sequence

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from ocop.editors.handing.table import Column, Sheet
from ocop.editors.handing.workbook import workbook
from ocop.pages.table import csv_bytes, unguarded

SHEET = Sheet(
    "Sản phẩm",
    [Column("Mã"), Column("Tên", "long", 40), Column("Ngày", "day"), Column("Giá", "number")],
    [
        ["0912345678", 'Chè <xanh> & "ngon"\ndòng hai', dt.date(2024, 2, 29), 120000],
        ["001", None, "2024-02", None],
        ["", "  thụt vào ", dt.date(1900, 3, 1), 0],
    ],
)
HOSTILE = ("=1+1", "+84 905", "-5", "@SUM(A1)", "\t=x", "'=x", "'", "_x000D_", "_x005F_x", "a_x41_")


def read(content: bytes) -> Sequence[Sequence[object]]:
    """The first sheet as calamine reads it, with its headings."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def test_texts_keep_their_zeros_and_their_lines_days_are_days_and_numbers_are_numbers() -> None:
    assert read(workbook([SHEET], "OCOP")) == [
        ["Mã", "Tên", "Ngày", "Giá"],
        ["0912345678", 'Chè <xanh> & "ngon"\ndòng hai', dt.date(2024, 2, 29), 120000],
        ["001", "", "2024-02", ""],
        ["", "  thụt vào ", dt.date(1900, 3, 1), 0],
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_formula_or_a_coded_sign_is_a_text_and_comes_back(text: str) -> None:
    content = workbook([Sheet("A", [Column("x")], [[text]])], "OCOP")
    cell = load_workbook(io.BytesIO(content)).active["A2"]

    assert read(content)[1] == [text]
    assert cell.data_type != "f"
    # Marked so that Excel takes it for a text even after somebody has edited the cell.
    assert cell.quotePrefix == (text[0] in "=+-@\t")


def test_a_sheet_is_set_up_for_screen_and_paper() -> None:
    sheet = load_workbook(io.BytesIO(workbook([SHEET], "OCOP"))).active

    assert sheet.title == "Sản phẩm"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:D4")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.print_title_rows, sheet.page_setup.fitToHeight) == ("$1:$1", 0)
    assert sheet.column_dimensions["B"].width == 40
    assert sheet["A2"].number_format == "@"
    assert sheet["B2"].alignment.wrap_text
    assert (sheet["C2"].number_format, sheet["C3"].number_format) == ("dd/mm/yyyy", "@")
    assert sheet["D2"].number_format == "#,##0"


def test_a_column_of_a_few_words_offers_them_and_rows_below_do_too() -> None:
    column = Column("Loại hình", choices=("Hợp tác xã", "A & B"))
    content = workbook([Sheet("A", [Column("Mã"), column], [["1", "khác"]])], "OCOP")
    (found,) = load_workbook(io.BytesIO(content)).active.data_validations.dataValidation

    assert (found.type, found.formula1, str(found.sqref)) == (
        "list",
        '"Hợp tác xã,A & B"',
        "B2:B502",
    )
    assert found.errorStyle == "warning"


def test_the_same_sheets_are_the_same_bytes_and_bear_no_time() -> None:
    content = workbook([SHEET, SHEET], "OCOP")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        times = {one.date_time for one in archive.infolist()}
        core = archive.read("docProps/core.xml").decode()

    assert content == workbook([SHEET, SHEET], "OCOP")
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert "created" not in core


def test_sheets_with_odd_names_and_many_columns_hold() -> None:
    wide = [Column(f"Cột {number}") for number in range(60)]
    content = workbook([Sheet("Bà Tư's & <con>", wide, [[str(n) for n in range(60)]])], "A & B")

    assert load_workbook(io.BytesIO(content)).sheetnames == ["Bà Tư's & <con>"]
    assert read(content)[1] == [str(number) for number in range(60)]


@pytest.mark.parametrize("text", [*HOSTILE, "''=x", "'a", "\r=x", "thường"])
@pytest.mark.parametrize("between", [",", ";"])
def test_a_table_of_plain_text_guards_formulas_and_gives_them_back(text: str, between: str) -> None:
    content = csv_bytes(["a", "b"], [[text, "x;y,z"]], between)
    written = list(
        csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=between)
    )

    assert content.startswith(b"\xef\xbb\xbf")
    assert written[1][0][:1] not in tuple("=+-@\t\r")
    assert [unguarded(cell) for cell in written[1]] == [text, "x;y,z"]
