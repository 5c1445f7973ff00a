"""``ocop status``: the state of a catalogue for people and for programs."""

import json
from pathlib import Path

from support.project import PRODUCER, PRODUCT, project
from support.terminal import Call

FILES = {
    "content/producers/htx/producer.yaml": PRODUCER,
    "content/products/che/product.yaml": PRODUCT,
}
DAY = ("--today", "2026-11-21")


def test_the_state_is_told_in_words(ocop: Call, tmp_path: Path) -> None:
    shown = ocop("status", *DAY, "--lang", "vi", folder=project(tmp_path, FILES))

    assert shown.code == 0
    assert "1 sản phẩm, đủ" in shown.out
    assert "nên thêm: ảnh" in shown.out


def test_the_state_is_told_to_programs(ocop: Call, tmp_path: Path) -> None:
    told = json.loads(ocop("status", *DAY, "--format", "json", folder=project(tmp_path, FILES)).out)

    assert [one["id"] for one in told["products"]] == ["che"]
    assert "photo" in told["products"][0]["missing"]
    assert set(told) == {"products", "producers", "provinces", "due", "duplicates"}


def test_a_province_says_what_most_of_its_products_lack_and_where_there_is_none(
    ocop: Call, tmp_path: Path
) -> None:
    folder = project(tmp_path, FILES)

    [province] = json.loads(ocop("status", *DAY, "--format", "json", folder=folder).out)[
        "provinces"
    ]
    shown = ocop("status", *DAY, "--limit", "2", folder=folder).out

    # Thanh Hóa has 166 communes; xã Bình Sơn became part of one of them.
    assert (province["communes"], province["communes_with_products"]) == (166, 1)
    assert len(province["communes_without"]) == 165
    assert province["missing"]["photo"] == 1
    assert "chưa có sản phẩm: phường Hàm Rồng, phường Hạc Thành và 163 xã, phường nữa" in shown


def test_entries_that_may_be_one_are_named(ocop: Call, tmp_path: Path) -> None:
    again = PRODUCT.replace("producer: htx\n", "").replace("Chè xanh", "CHÈ  XANH")
    files = {**FILES, "content/products/che-2/product.yaml": again}

    shown = ocop("status", *DAY, folder=project(tmp_path, files)).out

    assert "Có thể trùng nhau (1)" in shown
    assert "  Chè xanh: che, che-2 (cùng tên, một mục chưa ghi chủ thể)" in shown


def test_products_whose_set_is_a_guess_are_named_however_much_else_they_lack(
    ocop: Call, tmp_path: Path
) -> None:
    guessed = {
        f"content/products/{one}/product.yaml": PRODUCT + "guessed: [set]\n" for one in ("a", "b")
    }
    folder = project(tmp_path, {**FILES, **guessed})

    shown = ocop("status", *DAY, "--limit", "1", folder=folder).out

    assert "Bộ sản phẩm còn là đoán: 2 sản phẩm." in shown
    assert "  Chè xanh  (a)\n  … và 1 mục nữa" in shown


def test_deadlines_become_a_calendar(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)

    assert ocop("status", *DAY, "--ics", "han.ics", folder=folder).code == 0
    assert (folder / "han.ics").read_text("utf-8").startswith("BEGIN:VCALENDAR")


def test_with_faults_there_is_no_state(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, {**FILES, "content/products/mat/product.yaml": "name: [\n"})
    shown = ocop("status", *DAY, "--format", "json", folder=folder)

    assert shown.code == 1
    assert json.loads(shown.out)["errors"] == 1
