"""Reading, for any text and any bytes."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath, is_entry_id
from ocop.source.decode import FORBIDDEN, decode
from ocop.source.names import proposed_id
from ocop.source.parse import parse_document

PATH = SourcePath("x.yaml")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
YAML = st.text(st.sampled_from("ab:-?#&*!|>%@`'\"[]{},\\\t\n <~0è\u0300\u2028."), max_size=60)

RAW = frozenset("abc XYZ019#:-[]{}&*!|>'%@`,?.đĐàảãáạưứừửữựơớờởỡợê")


def quote(text: str) -> str:
    """A YAML scalar in double quotes: some characters as they are, all others escaped."""
    return '"' + "".join(c if c in RAW else f"\\U{ord(c):08X}" for c in text) + '"'


@given(TEXT, TEXT)
def test_any_text_comes_back_from_quotes_with_the_right_marks(key: str, value: str) -> None:
    key = key or "k"
    line = f"{quote(key)}:   {quote(value)}"
    document, faults = parse_document(PATH, f"\n{line}\n".encode())

    written = unicodedata.normalize("NFC", key)
    if FORBIDDEN.search(key + value):
        assert {fault.code for fault in faults} == {"OCOP003"}
        assert document is None
        return
    assert faults == ()
    assert document is not None
    assert document.data == {written: unicodedata.normalize("NFC", value)}
    mark = document.marks[(written,)]
    assert (mark.key_line, mark.key_column, mark.line) == (2, 1, 2)
    assert mark.column == len(quote(key)) + 5


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail(raw: bytes) -> None:
    document, faults = parse_document(PATH, raw)

    assert document is not None or faults


@given(YAML)
def test_no_yaml_makes_reading_fail_and_every_fault_lies_in_the_file(text: str) -> None:
    document, faults = parse_document(PATH, text.encode())

    assert document is not None or any(fault.severity == "error" for fault in faults)
    lines = text.replace("\u2028", " ").split("\n")
    for fault in faults:
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(unicodedata.normalize("NFC", lines[fault.line - 1])) + 1


@given(st.binary(max_size=100) | TEXT.map(str.encode))
def test_decoded_text_is_composed_and_has_one_kind_of_line_end(raw: bytes) -> None:
    text, faults = decode(PATH, raw)

    assert all(isinstance(fault, Diagnostic) for fault in faults)
    assert text == unicodedata.normalize("NFC", text)
    assert "\r" not in text
    assert not (text and faults)


@given(TEXT, st.sets(TEXT), st.integers(0, 3))
def test_a_proposed_id_is_always_an_id_and_never_taken(
    name: str, others: set[str], clashes: int
) -> None:
    taken = set(others)
    for _ in range(clashes):
        taken.add(proposed_id(name, taken))

    found = proposed_id(name, taken)

    assert is_entry_id(found)
    assert found not in taken
