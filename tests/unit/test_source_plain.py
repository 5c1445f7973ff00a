"""The quick reader of plain YAML: what it reads, what it leaves to the events, and the marks."""

import pickle
import time

import pytest

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.document import MAX_NESTING, Document, Mark
from ocop.source.parse import parse_document
from ocop.source.plain import read_plain

PATH = SourcePath("content/products/che/product.yaml")

PRODUCT = """\
# Chè của Bình Sơn

name: "Chè: búp #1"
summary: 'Chè "búp"'
set: 11
origin:
  commune: xã Bình Sơn
  now:
recognitions:
  - stars: 3
    decision: 5445/QĐ-UBND   \n\
    lines:
    - a
  # a second
  - stars: 4
packs: ["100 g, hộp thiếc", "", "1 kg"]
season: [2, 3, 4]
none: []
points:
- [12.9, 108 E]
- {number: A1, label: {vi: Hộp  100 g , en: "a, b"}, days: ["a: b", 2]}
- http://a.vn/#b
"""

READ = {
    "name": "Chè: búp #1",
    "summary": 'Chè "búp"',
    "set": "11",
    "origin": {"commune": "xã Bình Sơn", "now": None},
    "recognitions": [
        {"stars": "3", "decision": "5445/QĐ-UBND", "lines": ["a"]},
        {"stars": "4"},
    ],
    "packs": ["100 g, hộp thiếc", "", "1 kg"],
    "season": ["2", "3", "4"],
    "none": [],
    "points": [
        ["12.9", "108 E"],
        {"number": "A1", "label": {"vi": "Hộp  100 g", "en": "a, b"}, "days": ["a: b", "2"]},
        "http://a.vn/#b",
    ],
}


def parsed(text: str) -> Document:
    document, faults = parse_document(PATH, text.encode())
    assert faults == ()
    assert document is not None
    return document


def test_the_forms_of_nearly_all_content_are_read() -> None:
    text = PRODUCT.replace("búp #1", "búp")

    assert read_plain(text) == {**READ, "name": "Chè: búp"}


def test_a_sign_of_a_comment_inside_quotes_is_left_to_the_events() -> None:
    assert read_plain(PRODUCT) is None
    assert parsed(PRODUCT).data == READ


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only\n",
        "- a\n",
        "words\n",
        "a: b: c\n",
        "a: b:\n",
        "a: b #c\n",
        "a: b # c\n",
        "a: #c\n",
        "a: 'it''s'\n",
        'a: "b\n',
        'a: "\n',
        'a: "\\u0041"\n',
        'a: "b" c\n',
        "a: |\n  b\n",
        "a: b\n  c\n",
        "a: b\n  c: d\n",
        "a: b\n  - c\n",
        "a:\n  b\n",
        "a: 1\na: 2\n",
        "a: 1\n b: 2\n",
        "a:\n    b: 1\n  c: 2\n",
        "a:\n- b\n  - c\n",
        "a:\n- b\nc: d\n- e\n",
        "a:\n  - b\n- c\n",
        "a: - b\n",
        "- - b\n",
        "a:\n  - - b\n",
        "a: [b\n",
        "a: [b,]\n",
        "a: [, b]\n",
        "a: [b: c]\n",
        'a: ["b": c]\n',
        'a: ["b" "c"]\n',
        'a: ["b]\n',
        "a: [b]c\n",
        "a: [-b]\n",
        "a: {b: [{c: d}]}\n",
        "a: {b: c, b: d}\n",
        "a: {b: }\n",
        "a: {b}\n",
        "a: {b: c}}\n",
        "a: {b: c\n",
        "a: [{b: c]}\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: %b\n",
        "a: @b\n",
        "a: `b`\n",
        "a: , b\n",
        "a : b\n",
        "a:b\n",
        '"a": b\n',
        "<<: b\n",
        "? a\n: b\n",
        "---\na: b\n",
        "a: b\n...\n",
        "%YAML 1.1\n---\na: b\n",
        "a:\tb\n",
        "\ta: b\n",
        "  a: 1\nb: 2\n",
        "x" * 1025 + ": a\n",
        " " * 101 + "a: b\n",
    ],
)
def test_what_is_not_certain_is_left_to_the_events(text: str) -> None:
    assert read_plain(text) is None


def test_nesting_near_the_limit_is_left_to_the_events() -> None:
    def nested(depth: int) -> str:
        return "".join("  " * level + "a:\n" for level in range(depth))

    assert read_plain(nested(MAX_NESTING - 2)) is not None
    assert read_plain(nested(MAX_NESTING + 1)) is None


@pytest.mark.parametrize(
    "text",
    [
        "a: b \n" + " " * 500_000 + "x",
        "a: " + " " * 500_000 + "x \n",
        "a: [" + "b, " * 200_000 + "b!]\n",
        "a: [" + "b " * 200_000 + "!]\n",
        "-" + " " * 500_000,
        "a:\n" + "  - b\n" * 100_000,
        "".join(f"a{number}: b\n" for number in range(50_000)),
    ],
)
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()

    read_plain(text)

    assert time.process_time() - started < 2


def test_the_place_of_a_part_is_there_when_asked_for() -> None:
    document = parsed("# first\nname:\n  vi: Chè\nlist:\n  - a: b\n")

    assert document.marks == {
        (): Mark(2, 1, 2, 1),
        ("name",): Mark(2, 1, 3, 3),
        ("name", "vi"): Mark(3, 3, 3, 7),
        ("list",): Mark(4, 1, 5, 3),
        ("list", 0): Mark(5, 5, 5, 5),
        ("list", 0, "a"): Mark(5, 5, 5, 8),
    }
    assert ("name", "en") not in document.marks
    assert document.fault("OCOP104", ("name", "en")) == Diagnostic("OCOP104", PATH, 2, 1)


def test_a_document_goes_to_another_process_with_its_places_asked_for_or_not() -> None:
    document = parsed("\ufeffname: Chè\r\nset: 11\r\n")
    before = pickle.loads(pickle.dumps(document))

    assert document.marks["set",] == Mark(2, 1, 2, 6)
    assert before == pickle.loads(pickle.dumps(document)) == document
