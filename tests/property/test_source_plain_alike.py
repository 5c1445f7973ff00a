"""The quick reader of plain YAML against the events: the same, or no answer at all."""

import os
from collections.abc import Callable

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ocop.paths import SourcePath
from ocop.source.decode import decode
from ocop.source.document import Tree
from ocop.source.events import read_events
from ocop.source.parse import parse_document
from ocop.source.plain import read_plain
from support.sites import ROOT

SOAK = bool(os.environ.get("OCOP_SOAK"))
PATH = SourcePath("x.yaml")

KEYS = ("a", "b", "c", "vi", "en", "14", "shelf_life", "co-op")
ODD_KEYS = (
    *("", "-a", "a b", "a:b", "<<", "é", "e\u0301", '"a"', "'b'", "? a", "&x a", "*x", "!t a"),
    *("---", "%a", "@", "{a", "[a", "a" * 1030, "null", "~", "-", "a\u00a0b"),
)
VALUES = ("x", "Chè xanh", "12.5", '"q, r"', "'q'", "[1, 2]", "{a: b c}", '["a", "b, c"]', "[]", "")
ODD_VALUES = (
    *("~", "null", "<<", "=", "a:b", "a: b", "a:", ":a", "a #b", "a # b", "a#b", "#a", "# a"),
    *('"a: b"', '"#a"', "'it''s'", '"it\'s"', '"', "'", '""', "''", '"a', '"a" b', '"a\\nb"'),
    *("[ ]", "[a,b]", "[a, ]", "[, a]", "[a, 'b']", "[a: b]", '["a": b]', "[a", "[a]]", "[[a]]"),
    *('["a" ,"b"]', '["a" "b"]', '["a", b]', "[a  b]", "[a - b]", "[- a]", "[-1]", "[a]b"),
    *("{a: b}", "{}", "{a: b, a: c}", "{a: [b], c: {vi: d}}", "[{a: b}, c]", "{a: b }", "{a:b}"),
    *("{a: [{b: c}]}", "{a b: c}", '{a: "b", c: d e}', "{a: b,}", "{a:  b,c: d}", "{a: , b: c}"),
    *("[a&b, c|d!]", "[a%, b@c]", "[a'b, c]", "[a(b), c;d]", "[a -b, c* ]", "[̀a]", "{a: -b}"),
    *("|", ">-", "&a x", "*a", "!t x", "%a", "@a", "`a", "?a", "? a", "-a", "- a"),
    *("-", "---", "--- a", "...", "a\\b", "a\tb", "\u00a0", "a\u00a0#b", "\u2028", "a\x85b"),
    *("che\u0300", "[che\u0300, a]", "²", "[², a]", "\U0001f600", "\x07", "x" * 1030, "x  y"),
)
LINES = (
    "",
    "# c",
    "  # c",
    "#c",
    "   ",
    "---",
    "...",
    "%YAML 1.1",
    "\t",
    "- ",
    "-",
    "  x",
    '"',
    "}",
)
INDENTS = ("", " ", "  ", "   ", "    ", "\t")

keys = st.sampled_from(KEYS) | st.sampled_from(KEYS + ODD_KEYS)
values = (
    st.sampled_from(VALUES) | st.sampled_from(VALUES + ODD_VALUES) | st.text("ab:# -", max_size=6)
)
lines = st.sampled_from(LINES) | st.builds(
    "{}{}{}{}{}{}".format,
    st.sampled_from(INDENTS),
    st.sampled_from(("", "", "", "- ", "- ", "-   ", "- - ", "-")),
    keys | st.just(""),
    st.sampled_from((": ", ": ", ": ", ":", ":  ", " : ", "")),
    values,
    st.sampled_from(("", "", "", "", " ", "  ", "\t", " #c", " # c", "\r")),
)
jumbles = st.lists(lines, max_size=8).map("\n".join)


@st.composite
def maps(draw: st.DrawFn, depth: int = 0, indent: str = "") -> list[str]:
    """The lines of a map in one of the ways that people write one."""
    written: list[str] = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)):
        form = draw(st.sampled_from("vvvml")) if depth < 4 else "v"
        if form == "v":
            written.append(f"{indent}{key}: {draw(st.sampled_from(VALUES))}")
        elif form == "m":
            deeper = indent + draw(st.sampled_from((" ", "  ", "    ")))
            written += [f"{indent}{key}:", *draw(maps(depth + 1, deeper))]
        else:
            written += [f"{indent}{key}:", *draw(items(depth + 1, indent))]
    return written


@st.composite
def items(draw: st.DrawFn, depth: int, indent: str) -> list[str]:
    """The lines of a list below a key, indented or not."""
    indent += draw(st.sampled_from(("", " ", "  ")))
    written: list[str] = []
    for plain in draw(st.lists(st.booleans(), min_size=1, max_size=3)):
        dash = draw(st.sampled_from(("- ", "-  ", "-   ")))
        if plain:
            written.append(f"{indent}{dash}{draw(st.sampled_from(VALUES)) or 'x'}")
        else:
            first, *rest = draw(maps(depth, indent + " " * len(dash)))
            written += [f"{indent}{dash}{first.lstrip(' ')}", *rest]
    return written


def end_with(ending: str) -> Callable[[list[str]], str]:
    return lambda written: "\n".join(written) + ending


tidy = maps().map(end_with("\n"))


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A tidy text of which some lines are not so tidy any more."""
    written = draw(maps())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(written) - 1))
        line = written[at]
        match draw(st.sampled_from(("indent", "insert", "value", "sign"))):
            case "indent":
                written[at] = draw(st.sampled_from(INDENTS)) + line.lstrip(" ")
            case "insert":
                written.insert(at, draw(lines))
            case "value":
                written[at] = f"{line.partition(':')[0]}: {draw(values)}"
            case _:
                cut = draw(st.integers(0, len(line)))
                written[at] = line[:cut] + draw(st.sampled_from(" :-#\"'[],{}&*\n~")) + line[cut:]
    return "\n".join(written) + draw(st.sampled_from(("", "\n", "\n\n", " ")))


def same_or_no_answer(text: str) -> None:
    """Compare what the two readers make of a decoded text."""
    found = read_plain(text)
    if found is None:
        return
    document, faults = read_events(PATH, text)
    assert faults == ()
    assert document is not None
    assert in_order(found) == in_order(dict(document.data))


def in_order(tree: Tree) -> str:
    """A text that also tells the order of keys."""
    return repr(tree)


@settings(max_examples=5000 if SOAK else 600)
@given(jumbles | spoilt() | st.text("ab:-?#&*!|>%@'\"[]{},\\\t\n <~0è\u0300.", max_size=60))
@example("a: b\n  - c\n")
@example("a:\n- b\n  - c\n")
@example("a: b \n")
@example("a: b ")
@example("a:\n  b:\n c: d\n")
@example("a:\n  - b:\n    - c\n  - d\n")
@example("a: [a#b, c #d]\n")
@example("accent: #8b1a1a\n")
def test_what_the_quick_reader_reads_is_what_the_events_say(text: str) -> None:
    decoded, faults = decode(PATH, text.encode())
    if not faults:
        same_or_no_answer(decoded)


@settings(max_examples=300)
@given(tidy)
def test_tidy_text_is_never_left_to_the_events(text: str) -> None:
    assert read_plain(text) is not None
    same_or_no_answer(text)


@settings(max_examples=300)
@given(tidy | spoilt() | jumbles)
def test_a_document_is_the_same_whichever_reader_made_it(text: str) -> None:
    decoded, refused = decode(PATH, text.encode())
    expected, faults = read_events(PATH, decoded) if not refused else (None, refused)

    document, found = parse_document(PATH, text.encode())

    assert found == faults
    assert document == expected
    if document is not None and expected is not None:
        assert list(document.marks.items()) == list(expected.marks.items())


def test_every_content_file_of_the_project_is_read_alike() -> None:
    paths = sorted(path for top in ("content", "examples") for path in (ROOT / top).rglob("*.yaml"))
    texts = [decode(PATH, path.read_bytes())[0] for path in (ROOT / "config.yaml", *paths)]

    for text in texts:
        same_or_no_answer(text)

    assert sum(read_plain(text) is not None for text in texts) > len(texts) / 2


def test_every_broken_file_of_the_error_tests_is_read_alike() -> None:
    for path in sorted((ROOT / "tests" / "errors").glob("*.txt")):
        for part in path.read_bytes().split(b"\n-- "):
            text, faults = decode(PATH, part.partition(b"\n")[2])
            if not faults:
                same_or_no_answer(text)
