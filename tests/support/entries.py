"""Products and producers of every shape that the schema allows, as trees of a content file.

Made by chance from the models themselves, so that a new key is tried without a word here. What
only makes sense together (days of a recognition, places) is written by hand.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from ocop.schema.codes import check_digit
from ocop.schema.fieldtype import FieldType
from ocop.schema.model import Many, Model, Shape, fields
from ocop.schema.producer import ProducerFile
from ocop.schema.product import ProductFile
from ocop.schema.scalars import LONG

Tree = Any
Drawn = st.SearchStrategy[Tree]

PIECES = (
    *("chè", "Bến Hải", "không", "-", "=1+1", "+84", "@a", "0912345678", "1e5", "true", "4 sao"),
    *("; và", "a, b", "#", "“ngoặc”", "'nháy'", "_x000D_", "nt", '"', "Tổng cộng", "x", "100 %"),
    *("I. Ngành thực phẩm", "Tên sản phẩm", "12/5/2024", "1.250.000", "đ/kg", "None", "null"),
)
"""What texts are made of: words, and what readers of lists take for something else."""

ORIGINS: tuple[Mapping[str, str], ...] = (
    {"province": "tỉnh Quảng Trị"},
    {"commune": "xã Cửa Tùng", "province": "tỉnh Quảng Trị", "now": "19414"},
    {"village": "thôn An Hòa 1", "district": "huyện Vĩnh Linh", "province": "Quảng Trị"},
)


def _text(least: int = 1) -> Drawn:
    return st.lists(st.sampled_from(PIECES), min_size=least, max_size=3).map(" ".join)


def _by_language(text: Drawn) -> Drawn:
    both = st.fixed_dictionaries({"vi": text}, optional={"en": text})
    return st.one_of(text, both)


def _gtin(body: str) -> str:
    return body + check_digit(body)


_DATES = st.one_of(
    st.dates(dt.date(1890, 1, 1), dt.date(2090, 12, 31)).map(str),
    st.integers(1890, 2030).map(str),
    st.integers(1, 12).map(lambda month: f"2024-{month:02}"),
)
_POINTS = st.tuples(st.integers(9, 22), st.integers(103, 108)).map(
    lambda one: [f"{one[0]}.25", f"{one[1]}.5"]
)
_LEAVES: Mapping[str, Drawn] = {
    "line": _text(),
    "text": _text(),
    "words": _by_language(_text()),
    "yes": st.sampled_from(("true", "false")),
    "date": _DATES,
    "money": st.integers(0, 10**9).map(str),
    "url": st.sampled_from(("https://ocop.example/a?b=1,2;3", "http://x.example")),
    "phone": st.sampled_from(
        ("0912345678", "+84 912 345 678", "0233 3852 000 - 0912345678", "113")
    ),
    "zalo": st.sampled_from(("0912345678", "https://zalo.me/12")),
    "email": st.sampled_from(("a@b.example", "+a@b.example")),
    "point": _POINTS,
    "gtin": st.integers(10**11, 10**12 - 1).map(lambda one: _gtin(str(one))),
    "programme_code": st.integers(1, 999).map(lambda one: f"45-19414-{one}-2024"),
    "short": st.sampled_from(("0123AB", "7777", "1E55")),
    "paper": st.just("https://ocop.example/a.pdf"),
    "season": st.one_of(
        st.just("all"),
        st.lists(st.integers(1, 12), min_size=1, unique=True).map(
            lambda months: [str(month) for month in sorted(months)]
        ),
    ),
}
_APART = frozenset(("name", "kind", "producer", "origin", "recognitions", "photos", "story"))
"""Keys that are no matter of chance, or that no list holds."""

_CLASHING = frozenset(("aliases", "private", "draft", "guessed", "short", "gtin", "code", "file"))
"""Keys that may be those of another entry, or that name keys and files."""


def _shape(shape: Shape) -> Drawn:
    if isinstance(shape, Many):
        return st.lists(_shape(shape.of), min_size=1, max_size=3)
    if isinstance(shape, FieldType):
        if shape.word == "whole":
            return st.integers(int(str(shape.args["low"])), int(str(shape.args["high"]))).map(str)
        if shape.word == "words" and shape.args["most"] == LONG:
            return _by_language(st.lists(_text(), min_size=1, max_size=2).map("\n".join))
        return _LEAVES[shape.word]
    return _model(shape)


def _model(model: type[Model], without: frozenset[str] = frozenset()) -> Drawn:
    known = [one for one in fields(model) if one.key not in (*_CLASHING, *without)]
    return st.fixed_dictionaries(
        {one.key: _shape(one.shape) for one in known if one.required},
        optional={one.key: _shape(one.shape) for one in known if not one.required},
    ).map(_rising)


def _rising(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Let no price fall, and no paper end before it begins."""
    if "from" in tree and "to" in tree:
        ends = (tree["from"], tree["to"])
        tree["from"], tree["to"] = sorted(ends, key=int if all(map(str.isdigit, ends)) else str)
    return tree


def _recognition(number: int, stars: int, date: str | None, more: dict[str, str]) -> Tree:
    told = {"stars": str(stars), "decision": f"{number}/QĐ-UBND", **more}
    return {**told, "date": date} if date else told


def _recognitions() -> Drawn:
    more = st.fixed_dictionaries(
        {},
        optional={
            "authority": st.sampled_from(("UBND tỉnh Quảng Trị", "Bộ Nông nghiệp và Môi trường")),
            "kind": st.sampled_from(("first", "upgrade", "renewal")),
            "document": _LEAVES["paper"],
            "reason": _text(),
        },
    )
    dates = st.sampled_from((None, "2024", "2024-05", "2024-02-29", "30/12/2025"))
    one = st.builds(_recognition, st.integers(1, 9999), st.integers(3, 5), dates, more)
    return st.lists(one, max_size=3, unique_by=lambda one: one["decision"])


def products(makers: tuple[str, ...]) -> Drawn:
    """Products of some of ``makers``, whose ids are given."""
    needed = {
        "name": _by_language(st.sampled_from(("Chè xanh", "Nước mắm", "Tổng hợp", "=Bún", "Ấm"))),
        "set": st.integers(1, 26).map(str),
        "origin": st.sampled_from(ORIGINS).map(dict),
        "recognitions": _recognitions(),
        "producer": st.lists(st.sampled_from(makers), max_size=2, unique=True),
    }
    return _joined(needed, _model(ProductFile, _APART | {"set"}))


def producers() -> Drawn:
    """Producers."""
    needed = {
        "kind": st.sampled_from(
            ("cooperative", "company", "HTX", "Hộ kinh doanh", "THT", "centre")
        ),
        "origin": st.sampled_from(ORIGINS).map(dict),
        "private": st.lists(st.sampled_from(("phone", "email", "shops")), max_size=2, unique=True),
    }
    return _joined(needed, _model(ProducerFile, _APART))


def _joined(needed: Mapping[str, Drawn], others: Drawn) -> Drawn:
    return st.builds(
        lambda one, other: {**one, **other}, st.fixed_dictionaries(needed), others
    ).map(lambda tree: {key: part for key, part in tree.items() if part not in ([], {})})
