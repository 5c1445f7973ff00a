"""YAML to documents: what is read, and where each mistake is shown."""

import subprocess
import sys
import time

import pytest

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.document import MAX_NESTING, Document, Mark, Tree
from ocop.source.parse import parse_document

PATH = SourcePath("content/products/che/product.yaml")


def parse(text: str | bytes) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    return parse_document(PATH, text.encode() if isinstance(text, str) else text)


def read(text: str | bytes) -> Tree:
    document, faults = parse(text)
    assert faults == ()
    assert document is not None
    return dict(document.data)


def faults(text: str | bytes) -> list[tuple[str, int, int]]:
    return [(one.code, one.line, one.column) for one in parse(text)[1]]


def test_scalars_come_out_as_written() -> None:
    text = "phone: 0335123456\nprice: 120.000\nhours: 8:30\nname: no\nday: 2026-11-20\nodd: 0x1F\n"

    assert read(text) == {
        "phone": "0335123456",
        "price": "120.000",
        "hours": "8:30",
        "name": "no",
        "day": "2026-11-20",
        "odd": "0x1F",
    }


def test_an_empty_value_is_none_and_an_empty_quote_is_not() -> None:
    assert read('a:\nb: ""\nc: ~\n') == {"a": None, "b": "", "c": "~"}


def test_text_is_composed_whatever_the_file_and_its_escapes_hold() -> None:
    decomposed = "Che\u0300"

    assert read(f'a: {decomposed}\nb: "Che\\u0300"\n{decomposed}: c\n') == {
        "a": "Chè",
        "b": "Chè",
        "Chè": "c",
    }


def test_a_bom_and_windows_line_ends_change_nothing() -> None:
    document, found = parse(b"\xef\xbb\xbfname: x\r\nset: 11\r\n")

    assert found == ()
    assert document is not None
    assert document.data == {"name": "x", "set": "11"}
    assert document.marks[("set",)] == Mark(2, 1, 2, 6)


def test_a_line_separator_from_a_word_processor_is_a_space() -> None:
    assert read("name: Chè\u2028xanh\nset: 11\n") == {"name": "Chè xanh", "set": "11"}


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", '"\\u202d"'])
def test_a_sign_that_turns_the_direction_of_writing_is_refused(sign: str) -> None:
    assert [code for code, _, _ in faults(f"name: {sign}\n")] == ["OCOP003"]


def test_every_key_and_value_has_its_place() -> None:
    document, _ = parse("# first\nname:\n  vi: Chè\n  en: Tea\nseason: [3, 4]\nlist:\n  - a: b\n")

    assert document is not None
    assert document.marks == {
        (): Mark(2, 1, 2, 1),
        ("name",): Mark(2, 1, 3, 3),
        ("name", "vi"): Mark(3, 3, 3, 7),
        ("name", "en"): Mark(4, 3, 4, 7),
        ("season",): Mark(5, 1, 5, 9),
        ("season", 0): Mark(5, 10, 5, 10),
        ("season", 1): Mark(5, 13, 5, 13),
        ("list",): Mark(6, 1, 7, 3),
        ("list", 0): Mark(7, 5, 7, 5),
        ("list", 0, "a"): Mark(7, 5, 7, 8),
    }


def test_a_duplicate_key_is_refused_with_both_lines_and_the_first_value_kept() -> None:
    document, found = parse("name: a\nset: 11\nname: b\n")

    assert document is not None
    assert document.data == {"name": "a", "set": "11"}
    assert [(one.code, one.line, one.args["first"]) for one in found] == [("OCOP012", 3, "1")]


def test_a_duplicate_key_is_found_also_when_its_marks_are_stored_apart() -> None:
    assert faults("chè: a\nche\u0300: b\n") == [("OCOP012", 2, 1)]


def test_several_faults_of_one_file_are_all_found() -> None:
    assert faults("a: &x 1\nb: *x\nc: !t 2\na: 3\n") == [
        ("OCOP020", 1, 4),
        ("OCOP021", 2, 4),
        ("OCOP022", 3, 4),
        ("OCOP012", 4, 1),
    ]


def test_a_document_of_unsure_content_is_not_returned() -> None:
    assert parse("a: *x\n")[0] is None


def test_nesting_is_counted_with_the_map_of_the_file() -> None:
    deepest = MAX_NESTING - 1

    assert faults("a: " + "[" * deepest + "]" * deepest) == []
    assert faults("a: " + "[" * (deepest + 1) + "]" * (deepest + 1)) == [("OCOP023", 1, 15)]


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? "])
def test_a_hundred_thousand_levels_neither_crash_nor_take_long(opening: str) -> None:
    """In a process of its own: the library's composer would take this one down."""
    program = (
        "import sys; from ocop.source.parse import parse_document\n"
        f"_, found = parse_document('x.yaml', b'a: 1\\na:\\n  ' + {opening.encode()!r} * 100_000)\n"
        "sys.exit(0 if found else 9)"
    )
    started = time.monotonic()

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("title: Trà: Thái Nguyên", 'title: "Trà: Thái Nguyên"'),
        ('title: Trà "búp": ngon', "title: 'Trà \"búp\": ngon'"),
        ("  - alt: Trà: ngon", '- alt: "Trà: ngon"'),
    ],
)
def test_a_colon_in_a_value_comes_with_the_line_to_write(line: str, fixed: str) -> None:
    prefix = "list:\n" if line.startswith(" ") else ""
    (fault,) = parse(prefix + line)[1]

    assert (fault.code, fault.args["fixed"]) == ("OCOP014", fixed)
    assert read(prefix + line.replace(line.strip(), fixed))


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("name:Trà", "name: Trà"),
        ('name: "Trà" ngon', "name: '\"Trà\" ngon'"),
        ("name: 'it's'", 'name: "it\'s"'),
        ("name: @tra", 'name: "@tra"'),
        ("name: *Trà ngon*", 'name: "*Trà ngon*"'),
        ("name: %5 cồn", 'name: "%5 cồn"'),
        ("name: - trà", 'name: "- trà"'),
    ],
)
def test_the_line_that_a_hint_proposes_is_good(line: str, fixed: str) -> None:
    (fault,) = parse(f"{line}\nset: 11\n")[1]

    assert fault.args["fixed"] == fixed
    assert fault.line == 1
    assert parse(f"{fixed}\nset: 11\n")[1] == ()


def test_an_unclosed_quote_is_shown_where_it_opens() -> None:
    text = "set: 11\nname: 'Trà\nsummary: x\n" + "a: b\n" * 50

    assert faults(text) == [("OCOP011", 2, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "name: Trà # mùa xuân\n",
        "name: Trà\n#set: 11\n",
        'name: "Trà #1"\n',
        "name: Trà#1\n",
        "name: # sẽ viết sau\n",
        "name:\n  #vi: Trà\n  en: Tea\n",
        "list: [a, b] #c\n",
        "text: |\n  a #1\n",
    ],
)
def test_a_real_comment_is_no_fault(text: str) -> None:
    assert faults(text) == []


def test_a_colour_without_quotes_is_warned_of() -> None:
    document, (fault,) = parse("accent: #8b1a1a\n")

    assert document is not None
    assert document.data == {"accent": None}
    assert (fault.code, fault.severity, fault.column) == ("OCOP029", "warning", 9)
    assert fault.args == {"cut": "#8b1a1a", "fixed": 'accent: "#8b1a1a"'}


def test_a_text_over_two_lines_that_is_cut_is_proposed_whole() -> None:
    (fault,) = parse("name: Update\n  Two #2\n")[1]

    assert (fault.line, fault.column, fault.args["fixed"]) == (2, 7, '"Update Two #2"')


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "OCOP028"),
        (b"---\n", "OCOP028"),
        (b"\xef\xbb\xbf", "OCOP028"),
        (b"words\n", "OCOP027"),
        (b"- a\n", "OCOP027"),
        (b"a: 1\n---\nb: 2\n", "OCOP026"),
        (b"a: 1\n...\nwords\n", "OCOP010"),
        (b'a: "\\0"\n', "OCOP003"),
        (b"a: \x07\n", "OCOP003"),
        (b"a: \xff\n", "OCOP001"),
        (b"\xfe\xff\x00a", "OCOP002"),
        (b": a\n", "OCOP010"),
        (b'"": a\n', "OCOP024"),
    ],
)
def test_what_is_no_map_of_text_is_refused(raw: bytes, code: str) -> None:
    document, found = parse(raw)

    assert document is None
    assert [one.code for one in found] == [code]


def test_a_file_with_wrong_bytes_says_which_and_where() -> None:
    (fault,) = parse(b"set: 11\r\nname: Ch" + b"\xe8 xanh\r\n")[1]

    assert (fault.code, fault.line, fault.column) == ("OCOP001", 2, 9)
    assert fault.args == {"byte": "18", "value": "0xE8"}


def test_a_megabyte_is_read_and_a_byte_more_is_not() -> None:
    head = "name: "

    assert faults(head + "a" * (1_000_000 - len(head))) == []
    assert faults(head + "a" * (1_000_001 - len(head))) == [("OCOP004", 1, 1)]


def test_a_fault_at_a_missing_key_points_at_the_nearest_part_above() -> None:
    document, _ = parse("name: x\norigin:\n  village: y\n")

    assert document is not None
    fault = document.fault("OCOP104", ("origin", "province"))
    assert (fault.line, fault.column) == (2, 1)
