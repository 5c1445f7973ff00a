"""Reading amounts of money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.money import MAX_DONG, parse_dong


@pytest.mark.parametrize(
    "written",
    [
        "120000",
        "120.000",
        "120,000",
        "120.000 đ",
        "120.000đ",
        "120000đ",
        "120.000 Đ",
        "120,000 ₫",
        "120.000\N{NO-BREAK SPACE}₫",
        "120.000 đồng",
        "120.000 VND",
        "120.000 vnđ",
        "VND 120.000",
        "₫120,000",
        "  120.000  ",
    ],
)
def test_every_usual_way_of_writing_an_amount_means_the_same(written: str) -> None:
    assert parse_dong(written) == 120_000


@pytest.mark.parametrize(
    ("written", "expected"), [("0", 0), ("500", 500), ("1.250.000", 1_250_000)]
)
def test_amounts_of_any_size_are_read(written: str, expected: int) -> None:
    assert parse_dong(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "đ",
        "120.00",
        "120.5",
        "1.2000",
        "1200.000",
        "1,250.000",
        "1.250,000",
        "1 250 000",
        "120k",
        "120 nghìn",
        "-120",
        "+120",
        "120-150",
        "120.000-150.000",
        "0120",
        "012.000",
        "12e3",
        "VND 120.000 đ",
        "$12",
        "120.000 đ/kg",
        "١٢٠",
        "9" * 13,
    ],
)
def test_an_ambiguous_or_foreign_amount_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_dong(written)


@given(st.integers(0, MAX_DONG), st.sampled_from([".", ","]), st.sampled_from(["", " đ", "₫"]))
def test_grouped_amounts_are_read_back(amount: int, separator: str, unit: str) -> None:
    assert parse_dong(f"{amount:,}".replace(",", separator) + unit) == amount
