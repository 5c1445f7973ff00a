"""Dates known to the day, the month or the year."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.dates import PartialDate

FULL_DATES = st.dates(dt.date(1000, 1, 1), dt.date(2900, 12, 31))
PARTIAL_DATES = st.builds(
    lambda date, parts: PartialDate(*(date.year, date.month, date.day)[:parts]),
    FULL_DATES,
    st.sampled_from([1, 2, 3]),
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-06-19", PartialDate(2025, 6, 19)),
        ("19/06/2025", PartialDate(2025, 6, 19)),
        ("9/6/2025", PartialDate(2025, 6, 9)),
        ("2025-06", PartialDate(2025, 6)),
        ("2025", PartialDate(2025)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("1428", PartialDate(1428)),
    ],
)
def test_a_date_keeps_the_precision_in_which_it_is_written(
    written: str, expected: PartialDate
) -> None:
    assert expected == PartialDate.parse(written)


@pytest.mark.parametrize(
    "written",
    [
        "2023-2",
        "2023-02-3",
        "2023-13",
        "2023-00",
        "2023-02-29",
        "29/02/2023",
        "31/04/2025",
        "06/2025",
        "19/06/25",
        "19-06-2025",
        "19.06.2025",
        "2025/06/19",
        "0000",
        "0026",
        "3025",
        "20255",
        "",
        " 2025",
        "2025 ",
        "2025-06-19T00:00",
        "2025-06-19\n",
        "năm 2025",
        "٢٠٢٥",
        "-2025",
    ],
)
def test_any_other_form_and_any_day_that_does_not_exist_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        PartialDate.parse(written)


@given(PARTIAL_DATES)
def test_what_isoformat_writes_is_read_back_as_the_same_date(date: PartialDate) -> None:
    assert date == PartialDate.parse(date.isoformat())


@given(FULL_DATES)
def test_the_vietnamese_and_the_iso_form_mean_the_same_day(date: dt.date) -> None:
    assert PartialDate.parse(date.isoformat()) == PartialDate.parse(
        f"{date.day}/{date.month}/{date.year:04}"
    )


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (PartialDate(2024), dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        (PartialDate(2024, 2), dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        (PartialDate(2023, 2), dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
        (PartialDate(2023, 12), dt.date(2023, 12, 1), dt.date(2023, 12, 31)),
        (PartialDate(2025, 6, 19), dt.date(2025, 6, 19), dt.date(2025, 6, 19)),
    ],
)
def test_a_partial_date_spans_every_day_that_it_can_mean(
    date: PartialDate, first: dt.date, last: dt.date
) -> None:
    assert (first, last) == (date.first, date.last)


@pytest.mark.parametrize(
    ("date", "months", "expected"),
    [
        (PartialDate(2025, 6, 19), 36, PartialDate(2028, 6, 19)),
        (PartialDate(2024, 2, 29), 36, PartialDate(2027, 2, 28)),
        (PartialDate(2024, 2, 29), 48, PartialDate(2028, 2, 29)),
        (PartialDate(2025, 8, 31), 1, PartialDate(2025, 9, 30)),
        (PartialDate(2025, 12, 31), 2, PartialDate(2026, 2, 28)),
        (PartialDate(2025, 12), 36, PartialDate(2028, 12)),
        (PartialDate(2025, 12), 1, PartialDate(2026, 1)),
        (PartialDate(2023), 36, PartialDate(2026)),
    ],
)
def test_months_are_added_in_the_same_precision_and_never_past_the_months_end(
    date: PartialDate, months: int, expected: PartialDate
) -> None:
    assert expected == date.plus_months(months)


def test_a_bare_year_cannot_move_by_part_of_a_year() -> None:
    with pytest.raises(ValueError, match="18"):
        PartialDate(2023).plus_months(18)
