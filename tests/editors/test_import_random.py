"""Lists of random cells: no traceback, nothing unreadable written, no number changed in silence."""

import datetime as dt
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop.config import Config
from ocop.domain import gazetteer
from ocop.editors.lists.compose import new_text
from ocop.editors.lists.headings import Field, fields, title
from ocop.editors.lists.outcome import Plan, Wish
from ocop.editors.lists.plan import plan_import
from ocop.editors.lists.project import Known
from ocop.editors.lists.rows import read_rows
from ocop.editors.lists.sheet import Sheet, Value
from ocop.paths import SourcePath
from ocop.source.document import Tree
from ocop.source.parse import parse_document
from ocop.text import Language

VI = Language("vi")
CELLS = 10_000 if os.environ.get("OCOP_SOAK") else 2_000
ROWS = 20
PIECES = (
    *("Chè", "xanh", "HTX", "Cty TNHH", "xã Bình Sơn", "huyện Triệu Sơn", "tỉnh Thanh Hóa", "sao"),
    *("QĐ-UBND", "ngày", "tháng 5 năm 2024", "đ", "đ/kg", "k", "nghìn", "triệu", "kg", "nt", '"'),
    *("-", "–", "/", ",", ";", "\n", ":", "#", "|", "{", "[", "*", "★", "&a", "!!int", "'", "\t"),
    *("\u200b", "\u00a0", "\x07", "\U0001f375", "e\u0301", "é", "=1+1", "#REF!", "---", "no", "~"),
    *("0", "12", "345", "0912345678", "912345678", "120.000", "120,5", "1e5", "4", "2024", "45424"),
    *("12/5/2024", "05/2024", "31/2/2024", "8934567890123", "38-829-28780-3-2022", "VietGAP"),
    *("I. Ngành thực phẩm", "Tổng cộng", "Tên sản phẩm", "Thanh Hóa", "a@b.vn", "htx.vn", "x"),
)


NUMBERS: tuple[Value, ...] = (
    *(0, 3, 4.0, 4.5, -7, 120.0, 120000.0, 912345678.0, 1e18, 2024, 45424.0),
    *(float("nan"), float("inf"), True, dt.date(2024, 5, 12), dt.datetime(1999, 12, 31, 7)),
    *(dt.time(8, 30), dt.timedelta(days=3)),
)


def values(chance: random.Random) -> Value:
    """One cell of anything."""
    which = chance.random()
    if which < 0.12:
        return None
    if which < 0.32:
        return chance.choice(NUMBERS)
    pieces = chance.choices(PIECES, k=chance.randint(1, 4))
    return chance.choice(["", " ", ""]).join(pieces)


def a_sheet(chance: random.Random) -> Sheet:
    """A head of random columns, always with names, above random rows."""
    columns: list[Field] = [one for one in fields().values() if one.part != "detail"]
    chosen = chance.sample(columns, k=12)
    names = ["name", "producer", *(one.name for one in chosen)]
    head: list[Value] = [title(name, chance.choice([VI, Language("en")])) for name in names]
    rows: list[list[Value]] = [head]
    for number in range(ROWS):
        row = [values(chance) for _ in head]
        if chance.random() < 0.8:  # most rows are nearly right, so that something is written
            row[0], row[1] = f"Chè {number}", f"HTX {number % 4}"
        rows.append(row)
    return Sheet(SourcePath("ds.xlsx"), "DS", rows)


def planned(sheet: Sheet, config: Config, folder: Path) -> Plan:
    rows, found = read_rows([sheet], {})
    wish = Wish(province="Thanh Hóa")
    return plan_import(rows, found, Known(), config, dt.date(2026, 11, 21), wish, folder)


def leaves(tree: Tree, way: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for key, one in tree.items():
            yield from leaves(one, f"{way}.{key}")
    elif isinstance(tree, list):
        for one in tree:
            yield from leaves(one, way)
    elif tree is not None:
        yield way, tree


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def numbers_in(sheet: Sheet) -> set[str]:
    """Every row of digits that the cells hold, joined over signs within a number."""
    found: set[str] = set()
    for row in sheet.rows:
        for cell in row:
            text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
            found.add(digits(text))
            found |= {digits(one) for one in re.findall(r"\d[\d., \-/()+]*", text)}
            found |= set(re.findall(r"\d+", text))
    return found


@pytest.fixture(scope="module")
def config() -> Config:
    return Config(title={VI: "OCOP"}, url="https://ocop.example/", short_url="", languages=(VI,))


@pytest.mark.parametrize("seed", range(CELLS // (ROWS * 14) + 1))
def test_random_cells_are_read_or_reported_and_no_number_changes(
    seed: int, config: Config, tmp_path: Path
) -> None:
    sheet = a_sheet(random.Random(seed))
    plan = planned(sheet, config, tmp_path)
    known = numbers_in(sheet)
    restored = {one.args["restored"] for one in plan.diagnostics if one.code == "OCOP706"}

    assert any(item.outcome == "new" for item in plan.items)
    assert all(one.args.get("cell", "").startswith("DS!") for one in plan.diagnostics)
    for item in plan.items:
        if item.tree is None:
            continue
        document, faults = parse_document(item.path, new_text(item.kind, item.tree).encode())
        assert not faults
        assert document is not None
        assert document.data == item.tree
        for way, text in leaves(item.tree):
            number = digits(text)
            if not number or way in (".name", ".producer", ".set", ".season", ".guessed"):
                continue
            if text in restored:
                assert number[1:] in known or number.lstrip("0") in known, (way, text)
            elif way == ".origin.now" and gazetteer.commune(text):
                continue  # a commune that a cell names
            elif re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
                continue  # days have tests of their own: any calendar writes them otherwise
            elif way.startswith(".price."):
                assert {number, number.removesuffix("000")} & known, (way, text)
            else:
                assert number in known or set(re.findall(r"\d+", text)) <= known, (way, text)
