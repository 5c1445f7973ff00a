"""Entries that may be one and the same: named for an editor, never decided."""

from pathlib import Path

import pytest

from ocop.editors.duplicates import duplicates
from support.project import load, project

PLACE = "{commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}"
ELSEWHERE = "{commune: xã Cửa Tùng, province: tỉnh Quảng Trị}"


def product(name: str, maker: str = "", origin: str = PLACE) -> str:
    """A product's file."""
    return f"name: {name}\nset: 11\norigin: {origin}\n" + (f"producer: {maker}\n" if maker else "")


def found(folder: Path, files: dict[str, str]) -> list[tuple[str, str, str]]:
    """What is suspected of a project: the two ids and why."""
    made = {
        "content/producers/a/producer.yaml": "name: HTX An\nkind: HTX\n",
        "content/producers/b/producer.yaml": "name: HTX Bình\nkind: HTX\n",
    }
    catalogue = load(project(folder, {**made, **files}))
    return [(one.one, one.other, one.why) for one in duplicates(catalogue)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (product("Chè xanh", "a"), product("chè  Xanh", "a"), "maker"),
        (product("Chè xanh An", "a"), product("An - chè xanh", "a"), "maker"),
        (product("Chè xanh", "a"), product("Chè xanh"), "unmade"),
        (product("Chè xanh", "a"), product("Che xanh", "b"), "commune"),
        (product("Chè xanh", "a"), product("Chè xanh", "a", ELSEWHERE), None),
        (product("Chè xanh", "a"), product("Chè vàng", "a"), None),
    ],
)
def test_products_of_one_name_are_suspect_where_they_share_more(
    tmp_path: Path, one: str, other: str, why: str | None
) -> None:
    files = {"content/products/x/product.yaml": one, "content/products/y/product.yaml": other}

    assert found(tmp_path, files) == ([("x", "y", why)] if why else [])


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("HTX nông nghiệp Tân Cương", "Hợp tác xã Tân Cương", "name"),
        ("Công ty TNHH Bắc Hà", "CTCP Bắc Hà", "name"),
        ("Hộ kinh doanh Lan", "Hộ kinh doanh Hoa", None),
        ("HTX", "Hợp tác xã", None),
    ],
)
def test_producers_are_compared_without_their_kind_of_business(
    tmp_path: Path, one: str, other: str, why: str | None
) -> None:
    files = {
        "content/producers/x/producer.yaml": f"name: {one}\nkind: HTX\n",
        "content/producers/y/producer.yaml": f"name: {other}\nkind: HTX\n",
    }

    assert found(tmp_path, files) == ([("x", "y", why)] if why else [])


def test_producers_of_one_phone_are_suspect(tmp_path: Path) -> None:
    files = {
        "content/producers/x/producer.yaml": 'name: Lan\nkind: hộ\nphone: "0335123456"\n',
        "content/producers/y/producer.yaml": 'name: Hoa\nkind: hộ\nphone: "0335 123 456"\n',
    }

    assert found(tmp_path, files) == [("x", "y", "phone")]


def test_a_name_that_hundreds_have_does_not_make_thousands_of_pairs(tmp_path: Path) -> None:
    files = {f"content/products/p{one}/product.yaml": product("Chè xanh") for one in range(40)}

    assert len(found(tmp_path, files)) == 39
