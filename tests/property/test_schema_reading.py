"""A file is read key by key: what is wrong in one never changes what is said of another."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.content.typed import MODELS
from ocop.dates import PartialDate
from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.schema.check import validate
from ocop.schema.fieldtype import Context
from ocop.schema.model import Model, fields
from ocop.schema.product import ProductFile
from ocop.source.document import Document, Mark, Tree, Where
from ocop.text import Language

CONTEXT = Context(SourcePath("content/x/y"), Language("vi"))
RIGHT: dict[str, Tree] = {
    "name": {"vi": "Chè", "en": "Tea"},
    "set": "11",
    "origin": {"commune": "xã Bình Sơn", "province": "Thanh Hóa"},
    "recognitions": [{"stars": "4", "date": "2025-06-19"}, {"stars": "3", "kind": "nâng hạng"}],
    "price": {"from": "120.000", "unit": "hộp  100 g"},
    "season": ["12", "03", "3"],
    "tags": ["đồ khô", " quà \n Tết"],
    "producer": "htx-binh-son",
    "gift": "true",
}
READ = {
    "name": {"vi": "Chè", "en": "Tea"},
    "set": 11,
    "season": (3, 12),
    "tags": ("đồ khô", "quà Tết"),
    "producers": ("htx-binh-son",),
    "gift": True,
}
WRONG: dict[str, tuple[Tree, list[tuple[str, Where]]]] = {
    "set": ("27", [("OCOP129", ("set",))]),
    "origin": ({"village": "bản Lác", "now": "1"}, [("OCOP136", ("origin", "now"))]),
    "recognitions": (
        [{"stars": "4", "date": "19-6"}, "4 sao", {"star": "3"}],
        [
            ("OCOP115", ("recognitions", 0, "date")),
            ("OCOP110", ("recognitions", 1)),
            ("OCOP101", ("recognitions", 2, "star")),
        ],
    ),
    "price": ({"from": "5", "to": "4"}, [("OCOP146", ("price",))]),
    "season": (["13", "x", "1"], [("OCOP125", ("season", 0)), ("OCOP125", ("season", 1))]),
    "tags": ("đồ khô", [("OCOP109", ("tags",))]),
    "producer": (["a b", "c"], [("OCOP119", ("producer", 0))]),
    "gift": ("có", [("OCOP113", ("gift",))]),
    "name": ({"vi": "Chè", "tên": "x"}, [("OCOP130", ("name", "tên"))]),
}


def places(tree: Tree, where: Where = ()) -> list[Where]:
    """The ways to everything in a tree."""
    steps: list[tuple[Any, Tree]] = []
    if isinstance(tree, dict):
        steps = list(tree.items())
    elif isinstance(tree, list):
        steps = list(enumerate(tree))
    return [where, *(one for step, part in steps for one in places(part, (*where, step)))]


def document(data: dict[str, Tree]) -> tuple[Document, dict[int, Where]]:
    """A document with a line for everything, and what stands on each line."""
    lines = dict(enumerate(places(data), start=1))
    marks = {where: Mark(line, 1, line, 2) for line, where in lines.items()}
    return Document(SourcePath("a.yaml"), data, marks), lines


def found(faults: tuple[Diagnostic, ...], lines: dict[int, Where]) -> list[tuple[str, Where]]:
    """The faults' codes and ways."""
    return sorted(((one.code, lines[one.line]) for one in faults), key=str)


@given(st.permutations(sorted(RIGHT)))
def test_the_order_of_the_keys_does_not_matter(order: list[str]) -> None:
    values, faults = validate(ProductFile, document({key: RIGHT[key] for key in order})[0], CONTEXT)

    assert faults == ()
    assert values is not None
    assert {key: values[key] for key in READ} == READ
    assert values["recognitions"][0].date == PartialDate(2025, 6, 19)
    assert values["recognitions"][1].kind == "upgrade"
    assert (values["price"].start, values["price"].unit) == (120000, {"vi": "hộp 100 g"})


@given(st.permutations(sorted(RIGHT)), st.sets(st.sampled_from(sorted(WRONG)), min_size=1))
def test_every_wrong_key_is_reported_whatever_else_is_wrong(
    order: list[str], wrong: set[str]
) -> None:
    data = {key: WRONG[key][0] if key in wrong else RIGHT[key] for key in order}
    made, lines = document(data)

    values, faults = validate(ProductFile, made, CONTEXT)

    assert values is None
    expected = [one for key in wrong for one in WRONG[key][1]]
    assert found(faults, lines) == sorted(expected, key=str)


@given(st.text(min_size=1, max_size=20))
def test_a_text_read_before_is_read_the_same_again(text: str) -> None:
    data: dict[str, Tree] = {**RIGHT, "taste": text, "tags": [text]}

    first, second = (validate(ProductFile, document(dict(data))[0], CONTEXT) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("model", MODELS.values())
def test_a_file_without_its_required_keys_lacks_each_of_them(model: type[Model]) -> None:
    made, _ = document({})

    _, faults = validate(model, made, CONTEXT)

    required = [field.key for field in fields(model) if field.required]
    assert [one.args["name"] for one in faults if one.code == "OCOP104"] == required
