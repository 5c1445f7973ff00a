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
    assert set(told) == {"products", "producers", "provinces", "due"}


def test_deadlines_become_a_calendar(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)

    assert ocop("status", *DAY, "--ics", "han.ics", folder=folder).code == 0
    assert (folder / "han.ics").read_text("utf-8").startswith("BEGIN:VCALENDAR")


def test_with_faults_there_is_no_state(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, {**FILES, "content/products/mat/product.yaml": "name: [\n"})
    shown = ocop("status", *DAY, "--format", "json", folder=folder)

    assert shown.code == 1
    assert json.loads(shown.out)["errors"] == 1
