"""Small changes to a file's text: what was meant and nothing else, or no change at all."""

from difflib import ndiff

import pytest

from ocop.editors.retouch import scalar, with_first_item, with_key, with_last_text, with_texts
from ocop.paths import SourcePath
from support.sites import ROOT

PATH = SourcePath("content/products/a/product.yaml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: A\n", "name: A\nlist:\n  - k: v\n"),
        ("name: A", "name: A\nlist:\n  - k: v\n"),
        ("list:\nname: A\n", "list:\n  - k: v\nname: A\n"),
        ("list: []\n", "list: [{k: v}]\n"),
        ("list:\n- k: 1\nname: A\n", "list:\n- k: v\n- k: 1\nname: A\n"),
        ("list: # ghi chú\n    - {k: 1}\n", "list: # ghi chú\n    - k: v\n    - {k: 1}\n"),
        ("list: [{k: 1},\n  {k: 2}]\n", "list: [{k: v}, {k: 1},\n  {k: 2}]\n"),
        ("story: |\n  Một.\n", "story: |\n  Một.\nlist:\n  - k: v\n"),
    ],
)
def test_an_item_comes_first_whatever_way_the_list_is_written(before: str, after: str) -> None:
    assert with_first_item(PATH, before, "list", {"k": "v"}) == after


def test_every_product_of_the_demo_takes_a_recognition_and_loses_no_line() -> None:
    files = sorted((ROOT / "content/products").glob("*/product.yaml"))
    item = {"stars": "4", "date": "2026-05-12", "decision": "1/QĐ-UBND"}

    for file in files:
        before = file.read_text("utf-8")
        after = with_first_item(PATH, before, "recognitions", item)
        assert after is not None, file
        gone = [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] == "-"]
        assert gone == [], file
    assert files


@pytest.mark.parametrize("text", ["{name: A}\n", "list: text\n", "name: [\n", "list: {k: 1}\n"])
def test_a_file_that_lines_cannot_change_stays(text: str) -> None:
    assert with_first_item(PATH, text, "list", {"k": "v"}) is None


def test_texts_are_replaced_at_their_marks_with_their_quotes() -> None:
    before = "a: [cu, 'cu', \"cu\", khac] # cu\nb: cu\nc: cu\n"
    places = {("a", 0): "moi", ("a", 1): "moi", ("a", 2): "moi", ("b",): "moi"}

    assert with_texts(PATH, before, places) == (
        "a: [moi, 'moi', \"moi\", khac] # cu\nb: moi\nc: cu\n"
    )


def test_a_key_is_new_or_nothing() -> None:
    assert with_key(PATH, "a: 1", "b", "0123") == "a: 1\nb: 0123\n"
    assert with_key(PATH, "a: 1\n", "a", "2") is None


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1234/QĐ-UBND", "1234/QĐ-UBND"),
        ("UBND huyện A, tỉnh B", '"UBND huyện A, tỉnh B"'),
        ("a: b", '"a: b"'),
        ("", '""'),
        (" a", '" a"'),
        ("# a", '"# a"'),
        ('"', '"\\""'),
    ],
)
def test_a_text_is_bare_only_where_it_reads_as_itself(value: str, written: str) -> None:
    assert scalar(value) == written


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nids: [moi]\n"),
        ("ids: cu\n", "ids: [cu, moi]\n"),
        ('ids: "cu" # một\n', 'ids: ["cu", moi] # một\n'),
        ("ids: [cu, 'xa']\na: 1\n", "ids: [cu, 'xa', moi]\na: 1\n"),
        ("ids:\n  - cu # một\na: 1\n", "ids:\n  - cu # một\n  - moi\na: 1\n"),
    ],
)
def test_an_id_comes_last_whatever_way_the_list_is_written(before: str, after: str) -> None:
    assert with_last_text(PATH, before, "ids", "moi") == after


@pytest.mark.parametrize("text", ["{ids: cu}\n", "ids: {a: 1}\n", "ids:\na: 1\n"])
def test_a_list_of_ids_that_lines_cannot_change_stays(text: str) -> None:
    assert with_last_text(PATH, text, "ids", "moi") in (None, "{ids: [cu, moi]}\n")
