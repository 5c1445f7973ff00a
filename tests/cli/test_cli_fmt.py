"""``ocop fmt``: one form for all content files."""

import json
from pathlib import Path

from support.project import PRODUCER, PRODUCT, project
from support.terminal import Call

UNTIDY = "set: 11\nname: Chè xanh\nproducer: htx\norigin: {province: tỉnh Thanh Hóa}\n"
FILES = {
    "content/producers/htx/producer.yaml": PRODUCER,
    "content/products/che/product.yaml": UNTIDY,
    "content/products/tra/product.yaml": PRODUCT,
}
CHE = "content/products/che/product.yaml"


def test_files_are_written_in_the_common_form_and_the_changed_are_named(
    ocop: Call, tmp_path: Path
) -> None:
    folder = project(tmp_path, FILES)
    shown = ocop("fmt", "content/products", folder=folder)

    assert shown.code == 0
    assert shown.out.splitlines()[0] == CHE
    assert (folder / CHE).read_text("utf-8").startswith("name: Chè xanh\nset: 11\n")
    assert ocop("fmt", "content/products", folder=folder).out.count("\n") == 1


def test_a_check_changes_nothing_and_fails(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)
    shown = ocop("fmt", "--check", "--format", "json", CHE, folder=folder)
    told = json.loads(shown.out)

    assert shown.code == 1
    assert (told["changed"], told["files"]) == ([CHE], 1)
    assert (folder / CHE).read_text("utf-8") == UNTIDY
    ocop("fmt", CHE, folder=folder)
    assert ocop("fmt", "--check", CHE, folder=folder).code == 0


def test_a_file_with_a_fault_is_reported_and_left_and_the_others_are_written(
    ocop: Call, tmp_path: Path
) -> None:
    folder = project(tmp_path, {**FILES, "content/products/mat/product.yaml": "name: [\n"})
    shown = ocop("fmt", "--format", "json", folder=folder)

    assert shown.code == 1
    assert [one["path"] for one in json.loads(shown.out)["diagnostics"]] == [
        "content/products/mat/product.yaml"
    ]
    assert (folder / "content/products/mat/product.yaml").read_text("utf-8") == "name: [\n"
    assert (folder / CHE).read_text("utf-8").startswith("name:")


def test_a_path_outside_the_content_is_refused(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)

    assert ocop("fmt", "config.yaml", folder=folder).code == 2
    assert ocop("fmt", "content/nothing", folder=folder).code == 2


def test_the_demo_s_own_content_is_in_the_common_form(ocop: Call) -> None:
    from support.sites import ROOT

    assert ocop("fmt", "--check", folder=ROOT).code == 0
