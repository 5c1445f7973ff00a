"""The plan of a fair's booths: how numbers are read, and where every booth stands."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.dates import PartialDate
from ocop.domain.fair import Booth, Fair
from ocop.pages.booths import in_order, plan_of, walk
from ocop.paths import EntryId, SourcePath
from support.small_site import vi


def fair(*numbers: str, rows: tuple[tuple[str, ...], ...] = ()) -> Fair:
    return Fair(
        id=EntryId("hoi-cho"),
        path=SourcePath("content/fairs/hoi-cho/fair.yaml"),
        name=vi("Hội chợ"),
        start=PartialDate(2026, 11, 20),
        booths=tuple(Booth(number) for number in numbers),
        rows=rows,
    )


def drawn(one: Fair) -> list[tuple[str, list[str]]]:
    return [(row.name, [stall.sign for stall in row.stalls]) for row in plan_of(one).rows]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("10", "2", "1"), [("", ["1", "2", "10"])]),
        (("12A", "12", "11"), [("", ["11", "12", "12A"])]),
        (("B1", "A-03", "A2"), [("A", ["A2", "A-03"]), ("B", ["B1"])]),
        (("Gian 5", "Gian số 12", "gian hàng 03"), [("", ["03", "5", "12"])]),
        (("Khu B, gian 2", "Khu A, gian 10"), [("A", ["A10"]), ("B", ["B2"])]),
        (("Đ1", "D1"), [("D", ["D1"]), ("Đ", ["Đ1"])]),
        (("1-2", "1-1", "2-1"), [("1", ["1-1", "1-2"]), ("2", ["2-1"])]),
        (("Sân khấu", "2"), [("", ["2"]), ("", ["Sân khấu"])]),
        (("12 bis", "12"), [("", ["12", "12 bis"])]),
        (("5/2",), [("", ["5/2"])]),
        (("?!",), [("", ["?!"])]),
        ((), []),
    ],
)
def test_booths_stand_in_the_order_of_their_numbers_a_row_for_each_letter(
    numbers: tuple[str, ...], expected: list[tuple[str, list[str]]]
) -> None:
    assert drawn(fair(*numbers)) == expected


@pytest.mark.parametrize(
    ("number", "width"),
    [
        ("7", 1),
        ("3-4", 2),
        ("A1–A3", 3),
        ("A1-3", 3),
        ("5, 6", 2),
        ("12 và 13", 2),
        ("1-300", 1),
        ("1-6", 6),
        ("1-40", 6),
        ("1-41", 1),
        ("2-2", 1),
        ("3-1", 1),
    ],
)
def test_a_booth_over_several_numbers_is_as_wide_as_they_are(number: str, width: int) -> None:
    stalls = plan_of(fair(number, "Z40")).rows[0].stalls

    assert [stall.width for stall in stalls] == [width]


def test_a_long_name_takes_more_room_and_is_cut_at_last() -> None:
    (row,) = plan_of(fair("Khu trải nghiệm và trình diễn nghề truyền thống")).rows

    assert row.stalls[0].width == 6
    assert row.stalls[0].sign == "Khu trải nghiệm và trình diễn nghề…"


def test_two_entries_with_one_number_share_a_stall() -> None:
    (stall,) = in_order(fair("A1", "a-01"))

    assert [booth.number for booth in stall.booths] == ["A1", "a-01"]


def test_rows_of_the_fair_itself_are_kept_with_their_aisles() -> None:
    own = (("A2", "-", "A1"), ("B1", "B2", "B3"))
    one = fair("A1", "A2", "B1", "B2", "C1", rows=own)

    assert drawn(one) == [
        ("", ["A2", "", "A1"]),
        ("", ["B1", "B2", "B3"]),
        ("C", ["C1"]),
    ]
    assert plan_of(one).given == 2
    assert [stall.label for stall in in_order(one)] == ["A1", "A2", "B1", "B2", "C1"]


def test_the_walk_goes_along_one_row_and_back_along_the_next() -> None:
    own = (("A1", "A2"), ("B1", "B2"))

    assert [one.label for one in walk(plan_of(fair("A1", "B1", rows=own)))] == [
        "A1", "A2", "B2", "B1",
    ]  # fmt: skip


def test_the_walk_over_a_sketch_follows_the_numbers() -> None:
    assert [one.label for one in walk(plan_of(fair("B1", "A2", "A1")))] == ["A1", "A2", "B1"]


@given(st.lists(st.text(min_size=1, max_size=24), max_size=40))
def test_every_booth_of_any_list_stands_once_under_an_id_of_its_own(numbers: list[str]) -> None:
    one = fair(*numbers)
    stalls = [stall for row in plan_of(one).rows for stall in row.stalls]

    assert sorted(booth.number for stall in stalls for booth in stall.booths) == sorted(numbers)
    assert len({stall.anchor for stall in stalls}) == len(stalls)
    assert list(walk(plan_of(one))) == list(in_order(one))


def test_three_hundred_booths_stand_in_order() -> None:
    stalls = in_order(fair(*(str(number) for number in range(300, 0, -1))))

    assert all(int(one.label) < int(other.label) for one, other in pairwise(stalls))
