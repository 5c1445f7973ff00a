"""Dates, numbers and money as each language writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.dates import PartialDate
from ocop.pages.formats import date_text, formats, spans
from ocop.text import Language

VI, EN, JA, KO = Language("vi"), Language("en"), Language("ja"), Language("ko")
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("date", "language", "expected"),
    [
        ("2025-06-19", VI, "19/06/2025"),
        ("2028-03", VI, "tháng 3 năm 2028"),
        ("2028", VI, "năm 2028"),
        ("2025-06-09", EN, "9 June 2025"),
        ("2025-06", EN, "June 2025"),
        ("2025", EN, "2025"),
        ("2025-06-19", JA, "2025年6月19日"),
        ("2025-06", JA, "2025年6月"),
        ("2025", JA, "2025年"),
        ("2025-06-19", KO, "2025년 6월 19일"),
        ("2025-06-19", Language("tlh"), "19 June 2025"),
    ],
)
def test_dates_keep_their_precision(date: str, language: Language, expected: str) -> None:
    assert expected == date_text(PartialDate.parse(date), language)


def test_a_span_of_dates_of_one_day_is_one_date() -> None:
    start, end = PartialDate(2026, 11, 18), PartialDate(2026, 11, 22)
    assert formats(VI).dates(start, end) == "18/11/2026 – 22/11/2026"
    assert formats(VI).dates(start, start) == formats(VI).dates(start, None) == "18/11/2026"


def test_a_language_without_forms_of_ours_writes_spans_of_dates_as_cldr_does() -> None:
    start, end = PartialDate(2026, 11, 18), PartialDate(2026, 11, 22)
    assert formats(KO).dates(start, end) == "2026년 11월 18일~22일"
    assert formats(JA).dates(start, end) == "2026年11月18日～22日"
    assert formats(KO).dates(start, PartialDate(2026, 12)) == "2026년 11월 18일 – 2026년 12월"
    assert formats(EN).dates(start, end) == "18 November 2026 – 22 November 2026"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (VI, f"150.000{NBSP}₫"),
        (EN, f"150,000{NBSP}₫"),
        (JA, "₫150,000"),
        (KO, "₫150,000"),
        (Language("km"), "150,000₫"),
    ],
)
def test_money_is_grouped_as_the_language_does_and_never_breaks(
    language: Language, expected: str
) -> None:
    assert expected == formats(language).money(150_000)


def test_a_price_has_its_span_and_unit() -> None:
    vi = formats(VI)
    assert vi.price(150_000) == f"150.000{NBSP}₫"
    assert vi.price(150_000, 150_000, "kg") == f"150.000{NBSP}₫/kg"
    assert vi.price(150_000, 180_000, "kg") == f"150.000–180.000{NBSP}₫/kg"
    assert formats(EN).price(150_000, 180_000, "kg") == f"150,000–180,000{NBSP}₫/kg"
    assert formats(KO).price(150_000, 180_000, "kg") == "₫150,000–180,000/kg"


@pytest.mark.parametrize(
    ("language", "number", "percent"),
    [(VI, "1.234.567,891", "172,5%"), (EN, "1,234,567.891", "172.5%")],
)
def test_numbers_and_percents(language: Language, number: str, percent: str) -> None:
    assert number == formats(language).number(Decimal("1234567.891"))
    assert percent == formats(language).percent(172.5)
    assert formats(language).percent(172) == "172%"


@pytest.mark.parametrize(
    ("items", "vi", "en"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a và b", "a and b"),
        (["a", "b", "c"], "a, b và c", "a, b and c"),
    ],
)
def test_lists(items: list[str], vi: str, en: str) -> None:
    assert (formats(VI).list(items), formats(EN).list(items)) == (vi, en)


@pytest.mark.parametrize(
    ("months", "vi", "en"),
    [
        ([3], "tháng 3", "March"),
        ([3, 4, 5], "tháng 3–5", "March–May"),
        ([1, 2, 11, 12], "tháng 11–2", "November–February"),
        ([9, 3, 4, 5], "tháng 3–5 và tháng 9", "March–May and September"),
        ([12, 1], "tháng 12–1", "December–January"),
        (range(1, 13), "tháng 1–12", "January–December"),
    ],
)
def test_seasons(months: list[int], vi: str, en: str) -> None:
    assert (formats(VI).season(months), formats(EN).season(months)) == (vi, en)


@given(st.sets(st.integers(1, 12)))
def test_the_spans_of_a_season_hold_exactly_its_months(months: set[int]) -> None:
    covered = [
        (first - 1 + step) % 12 + 1
        for first, last in spans(months)
        for step in range((last - first) % 12 + 1)
    ]
    assert sorted(covered) == sorted(months)


def test_months_have_names() -> None:
    assert [formats(code).month(3) for code in (VI, EN, JA)] == ["tháng 3", "March", "3月"]
