"""Reports: excerpts with carets, counts, annotations."""

import json

import pytest

from ocop.diagnostics import Diagnostic
from ocop.excerpt import excerpt, width
from ocop.messages import message
from ocop.paths import SourcePath
from ocop.report import Style, as_data, as_github, as_json, as_text, counted, faults
from ocop.text import Language

VI, EN = Language("vi"), Language("en")
PATH = SourcePath("content/products/che/product.yaml")


def caret(line: str, column: int, room: int = 80) -> tuple[str, int]:
    """The shown line, and the terminal column of the caret from 0."""
    text, mark = excerpt(line, column, room)
    return text, len(mark) - 1


def test_days_in_a_message_are_written_as_its_language_writes_them() -> None:
    fault = {"end": "2026-11-10", "start": "2026-12"}

    assert (
        message("OCOP330", fault, VI) == "Ngày kết thúc (10/11/2026) trước ngày bắt đầu (12/2026)."
    )
    assert (
        message("OCOP330", fault, EN)
        == "The end (2026-11-10) comes before the beginning (2026-12)."
    )
    assert message("OCOP116", {"found": "2026-02-30"}, VI) == "Lịch không có ngày “2026-02-30”."


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("Chè", 3), ("Che\u0300", 3), ("茶", 2), ("a\u200bb", 2), ("🍵", 2)],
)
def test_text_is_as_wide_as_a_terminal_shows_it(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("line", "column", "shown", "at"),
    [
        ("name: Chè", 7, "name: Chè", 6),
        ("ten: 茶茶x", 8, "ten: 茶茶x", 9),
        ("a: Che\u0300 x", 9, "a: Che\u0300 x", 7),
        ("\tname: x", 2, "    name: x", 4),
        ("ab\tc", 4, "ab  c", 4),
        ("a\x1b[31mb", 2, "a\ufffd[31mb", 1),
        ("short", 9, "short", 5),
    ],
)
def test_the_caret_stands_under_its_character(line: str, column: int, shown: str, at: int) -> None:
    assert caret(line, column) == (shown, at)


def test_a_long_line_is_cut_on_both_sides_of_the_caret() -> None:
    line = "x" * 300 + "HERE" + "y" * 300

    shown, at = caret(line, 301, 60)

    assert width(shown) == 60
    assert shown.startswith("…x")
    assert shown.endswith("y…")
    assert shown[at : at + 4] == "HERE"


def test_the_end_of_a_long_line_is_shown_whole() -> None:
    shown, at = caret("x" * 300 + "END", 301, 60)

    assert shown == "…" + "x" * 56 + "END"
    assert at == 57


def test_annotations_are_escaped() -> None:
    odd = Diagnostic("OCOP014", SourcePath("a,b:c%.yaml"), 2, 3, {"fixed": "100%\nnext"})

    assert as_github([odd], EN).startswith(
        "::error file=a%2Cb%3Ac%25.yaml,line=2,col=3,title=OCOP014::"
    )
    assert as_github([odd], EN).endswith("100%25%0Anext")


def test_faults_are_listed_by_file_and_line_and_once() -> None:
    one = Diagnostic("OCOP015", PATH, 9)
    two = Diagnostic("OCOP015", PATH, 2)

    told = json.loads(as_json(as_data([one, two, one], VI)))

    assert [found["line"] for found in told["diagnostics"]] == [2, 9]
    assert told["errors"] == 2


def test_letters_stay_letters_in_json() -> None:
    assert "Dòng này" in as_json(as_data([Diagnostic("OCOP015", PATH)], VI))


def test_a_fault_without_a_line_to_show_has_no_caret() -> None:
    text = as_text([Diagnostic("OCOP042", PATH, args={"file": "x"})], Style(VI), lambda _: ())

    assert "│" not in text
    assert text.startswith(f"{PATH}:1:1: lỗi: ")


def test_colour_is_used_only_when_asked_for() -> None:
    found = [Diagnostic("OCOP015", PATH)]

    assert "\x1b[" not in as_text(found, Style(VI), lambda _: ("x",))
    assert "\x1b[31mlỗi\x1b[0m" in as_text(found, Style(VI, colour=True), lambda _: ("x",))


@pytest.mark.parametrize(
    ("number", "language", "text"),
    [
        (1, EN, "1 product"),
        (2, EN, "2 products"),
        (0, EN, "0 products"),
        (12345, EN, "12,345 products"),
        (12345, VI, "12.345 sản phẩm"),
    ],
)
def test_numbers_are_written_as_each_language_does(
    number: int, language: Language, text: str
) -> None:
    assert counted(number, "products", language) == text


def test_what_is_none_is_not_counted() -> None:
    assert faults(0, 0, VI) == ""
    assert faults(0, 1, EN) == "1 warning"
    assert faults(2, 1, VI) == "2 lỗi, 1 cảnh báo"


def test_the_files_with_most_faults_are_counted_first_and_the_others_as_one() -> None:
    found = [Diagnostic("OCOP015", SourcePath(f"{n:02}.yaml")) for n in range(20)]
    found += [Diagnostic("OCOP015", SourcePath("19.yaml"), 2)]

    listed = as_text(found, Style(EN), lambda _: ()).split("\n\n")[-1].splitlines()

    assert listed[0] == "  2 errors  19.yaml"
    assert listed[1] == "  1 error   00.yaml"
    assert listed[-1] == "  … and 8 more files"
    assert len(listed) == 13
