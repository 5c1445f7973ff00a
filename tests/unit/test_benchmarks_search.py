"""The records and queries of the search benchmark: steady, lawful, and rightly answered."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from benchmarks.search.catalogue import bare, make
from benchmarks.search.content import lay_project
from benchmarks.search.facets import values
from benchmarks.search.queries import CLASSES, Query
from benchmarks.search.queries import make as ask
from benchmarks.search.shelf import Shelf
from benchmarks.search.writing import Method, other_placement, spoken, typed, unmarked
from support.project import check

SIZE, SMALL = 600, 300
_ENDS_SOON = "OCOP312"
"""A warning: the certificate is due and nothing was handed in."""


@cache
def shelf() -> Shelf:
    return Shelf(make(SIZE))


@cache
def queries() -> tuple[Query, ...]:
    return ask(shelf(), SMALL, 1)


def test_a_smaller_catalogue_is_the_beginning_of_a_larger_one() -> None:
    assert make(50) == make(80)[:50]


def test_the_records_are_content_without_errors(tmp_path: Path) -> None:
    lay_project(make(60), tmp_path / "project")

    assert {one.code for one in check(tmp_path / "project")} <= {_ENDS_SOON}


def test_some_certificates_are_over_or_will_be_soon() -> None:
    states = {values(one)["state"][0] for one in shelf().records}

    assert states == {"valid", "due", "expired", "unrated"}


def test_no_maker_has_two_products_of_one_name() -> None:
    records = shelf().records

    assert len({(one.name, one.maker.id) for one in records}) == SIZE


def test_the_same_seed_asks_the_same_and_another_seed_something_else() -> None:
    assert ask(shelf(), SMALL, 1) == queries()
    assert {one.text for one in ask(shelf(), SMALL, 2)} != {one.text for one in queries()}


def test_queries_of_every_class_are_asked_and_none_twice() -> None:
    assert {one.kind for one in queries()} == set(CLASSES)
    assert len({(one.kind, one.text) for one in queries()}) == len(queries())


def test_every_query_is_about_a_record_of_the_small_catalogue() -> None:
    assert all(min(one.right) < SMALL for one in queries())


def test_right_answers_hold_the_words_that_were_asked_for() -> None:
    records = shelf().records
    for one in queries():
        if one.kind in ("exact", "without marks"):
            names = [records[number].name for number in one.right]
            assert all(unmarked(one.text) in unmarked(name) for name in names)


@pytest.mark.parametrize(
    ("word", "method", "late", "keys"),
    [
        ("đường", "telex", True, "dduwowngf"),
        ("đường", "vni", True, "d9u7o7ng2"),
        ("tiếng", "telex", False, "tieesng"),
        ("tiếng", "vni", False, "tie61ng"),
        ("mắm", "telex", True, "mawms"),
        ("chanh", "vni", True, "chanh"),
    ],
)
def test_keys_are_those_of_the_input_methods(
    word: str, method: Method, late: bool, keys: str
) -> None:
    assert typed(word, method, late=late) == keys


def test_only_the_key_of_the_tone_is_left_of_a_composed_word() -> None:
    assert typed("quế", "telex", late=True, composed=True) == "quês"
    assert typed("đỏ", "vni", late=True, composed=True) == "đo3"


def test_tones_of_oa_oe_uy_stand_on_either_letter() -> None:
    assert other_placement("Hòa Bình, thuý, khỏe, quý, hoàn") == "Hoà Bình, thúy, khoẻ, quý, hoàn"
    assert spoken("hòa") == spoken("hoà") != spoken("hoá")


def test_a_word_without_marks_has_none_in_either_form() -> None:
    assert unmarked("Đường phèn") == "duong phen"
    assert unmarked(unicodedata.normalize("NFD", "Đường phèn")) == "duong phen"


def test_kinds_of_units_are_no_part_of_their_names_but_before_numbers() -> None:
    assert [bare(one) for one in ("thị trấn Sịa", "quận 7", "xã Xã Khánh")] == [
        "Sịa",
        "quận 7",
        "Xã Khánh",
    ]
