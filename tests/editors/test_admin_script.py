"""The web editor's own script, run by Node: files turn into forms and back, and lose nothing."""

from typing import Any, get_args

import pytest

from ocop.content.typed import MODELS
from ocop.editors.canon import canonical
from ocop.paths import SourcePath
from ocop.schema.check import validate
from ocop.schema.fieldtype import Context
from ocop.source.document import Tree
from ocop.source.entry import FOLDERS, Kind
from ocop.source.parse import parse_document
from ocop.text import Language, slugify
from support.editor import in_node, whole_entry
from support.sites import ROOT

KINDS: tuple[Kind, ...] = get_args(Kind)
PATH = SourcePath("content/products/che/product.yaml")

TRICKY = [
    *("no", "Yes", "on", "OFF", "y", "~", "null", "true", "0912345678", "010", "08", "1e3"),
    *("12e03", "0o17", "0x1F", "0b101", "1_000", "12:30", "1:20:30", "2026-01-01", "2026-1-1"),
    *(".5", "+84 335", ".inf", ".NaN", "=", "<<", "- một", "-", "? a", "a: b", "a #b", "a:"),
    *("#tag", "*x", "&x", "!x", "'q'", '"q"', "@a", "`a`", "%a", "[a", "{a", "]", "|", ">"),
    *("a\tb", "a\u0085b", "120.000 đ", "Đắk Lắk", "“Chè”", "1.250.000", "5445/QĐ-UBND"),
    *("a, b", "C:\\a", "🍵 trà", "12 345", "1,5"),
]


def tree(text: str) -> dict[str, Tree]:
    """What a file says, every leaf a text."""
    document, faults = parse_document(PATH, text.encode())
    assert document is not None, faults
    return dict(document.data)


def saved(model: str, text: str | None, changes: dict[str, Any]) -> str:
    (made,) = in_node([["save", model, text, changes]])
    assert isinstance(made, str), made
    return made


def test_a_new_file_of_every_kind_holds_every_key_in_its_canonical_form() -> None:
    entries = {kind: whole_entry(kind) for kind in KINDS}
    cases = [["save", MODELS[kind].__name__, None, entries[kind]] for kind in KINDS]

    for kind, text in zip(KINDS, in_node(cases), strict=True):
        found = canonical(SourcePath(f"content/x/a/{kind}.yaml"), text.encode(), MODELS[kind])

        assert found.text == text
        assert tree(text) == entries[kind]
        assert list(tree(text)) == list(entries[kind])


def test_texts_that_look_like_something_else_stay_texts() -> None:
    text = saved("ProductFile", None, {"name": "Chè", "tags": TRICKY})

    assert tree(text)["tags"] == TRICKY
    assert canonical(PATH, text.encode(), MODELS["product"]).text == text


OLD = """\
# Sản phẩm của xã.
name: {vi: Chè xanh, en: Green tea}  # tên trên nhãn
set: 11

# Ai làm ra chè này?
producer: htx-mot
origin: xã Bình Sơn
price:
  from: 120.000
  # mỗi hộp
  unit: hộp
season: [3, 4]
code: "010"
phones-of-old: 0912
"""


def test_saving_without_a_change_keeps_every_byte() -> None:
    assert saved("ProductFile", OLD, {}) == OLD


def test_a_change_touches_the_lines_of_its_key_alone() -> None:
    text = saved("ProductFile", OLD, {"producer": ["htx-mot/producer", "htx-hai/producer"]})

    assert text == OLD.replace("producer: htx-mot\n", "producer:\n  - htx-mot\n  - htx-hai\n")


def test_a_new_key_stands_where_the_schema_has_it() -> None:
    text = saved("ProductFile", OLD, {"summary": {"vi": "Hái tay."}})

    assert text == OLD.replace("set: 11\n", "summary: Hái tay.\nset: 11\n", 1)


def test_a_key_that_is_emptied_leaves_the_file() -> None:
    text = saved("ProductFile", OLD, {"season": [], "price": {"from": "", "unit": {"vi": " "}}})

    assert set(tree(OLD)) - set(tree(text)) == {"season", "price"}


def test_a_file_that_nobody_can_read_is_never_written() -> None:
    (found,) = in_node([["save", "ProductFile", "name: a\nname: b\n", {"name": {"vi": "c"}}]])

    assert "ocop check" in found["error"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("kind: HTX\n", {"kind": "cooperative"}),
        ("kind: Công ty TNHH\n", {"kind": "company"}),
        ("name: Một\n", {"name": {"vi": "Một"}}),
        ("origin: xã A\n", {"origin": {"commune": "xã A"}}),
        ("point: [19.8, 105.77]\n", {"point": "19.8, 105.77"}),
        ("phone: 0335123456\n", {"phone": "0335123456"}),
        ("draft: true\n", {"draft": True}),
    ],
)
def test_a_form_has_one_shape_for_what_a_file_may_say_in_two(
    written: str, shown: dict[str, Any]
) -> None:
    (found,) = in_node([["read", "ProducerFile", written]])

    assert {key: found[key] for key in shown} == shown


def test_line_ends_marks_and_letters_become_those_of_the_content() -> None:
    text = saved(
        "PageFile", None, {"title": {"vi": "Che\u0300\r\n "}, "story": {"vi": "a\r\n\r\nb"}}
    )

    assert text == "title: Chè\nstory: |-\n  a\n\n  b\n"


def test_a_folder_is_named_as_everywhere_in_the_program() -> None:
    names = [
        "Chè xanh Bình Sơn",
        "Đắk Lắk – 100% (mới)",
        "  Rượu “Men Lá” ",
        "ĐẶC SẢN",
        "中文",
        "É",
    ]

    assert in_node([["slug", name] for name in names]) == [slugify(name) for name in names]


def test_a_story_keeps_its_words() -> None:
    assert in_node([["story", "\ufeffMo\u0302\u0323t\r\n\r\nHai"]]) == ["Một\n\nHai\n"]


def real_files() -> list[tuple[Kind, str]]:
    """Every content file of the demonstration and of the examples."""
    return [
        (kind, file.read_text("utf-8"))
        for folder, kind in FOLDERS.items()
        for root in ("content", "examples")
        for file in sorted((ROOT / root).rglob(f"{folder}/*/{kind}.yaml"))
    ]


def test_real_files_come_back_byte_by_byte() -> None:
    files = real_files()
    texts = in_node(["save", MODELS[kind].__name__, text, {}] for kind, text in files)

    assert len(files) > 100
    assert texts == [text for _, text in files]


def test_real_files_that_are_written_anew_say_the_same() -> None:
    files = real_files()
    context = Context(SourcePath("content/x/a"), Language("vi"))

    def meant(kind: Kind, text: str) -> Any:
        document, _ = parse_document(PATH, text.encode())
        assert document is not None
        return validate(MODELS[kind], document, context)[0]

    cases = (["save", MODELS[kind].__name__, text, {"#text": ""}] for kind, text in files)
    for (kind, before), after in zip(files, in_node(cases), strict=True):
        assert meant(kind, after) == meant(kind, before) is not None
        assert canonical(PATH, after.encode(), MODELS[kind]).text == after
