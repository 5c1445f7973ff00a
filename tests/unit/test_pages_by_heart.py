"""What is known by heart is what CLDR says."""

import datetime as dt

import pytest
from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st

from ocop.dates import PartialDate
from ocop.pages import by_heart
from ocop.pages.formats import formats
from ocop.text import Language

VI, EN = Language("vi"), Language("en")
CLDR = {VI: Locale.parse("vi"), EN: Locale.parse("en_GB")}


@pytest.mark.parametrize("language", CLDR)
def test_names_of_languages_and_months(language: Language) -> None:
    plain = Locale.parse(language)
    name = plain.get_display_name(plain)
    assert name
    assert by_heart.NAMES[language] == name[:1].upper() + name[1:]
    _, _, country = get_global("likely_subtags")[language].split("_")
    assert by_heart.LOCALES[language] == f"{language}_{country}"
    months = CLDR[language].months["format"]["wide"]
    assert by_heart.MONTHS[language] == tuple(months[number] for number in range(1, 13))


@given(st.sampled_from([VI, EN]), st.lists(st.text(max_size=5), max_size=6))
def test_lists(language: Language, items: list[str]) -> None:
    assert by_heart.listed(items, language) == format_list(items, "standard", CLDR[language])


@given(st.sampled_from([VI, EN]), st.integers(-10, 10_000))
def test_plural_forms(language: Language, number: int) -> None:
    assert by_heart.plural_form(number, language) == Locale.parse(language).plural_form(number)


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_english_dates(day: dt.date) -> None:
    english, cldr = formats(EN), CLDR[EN]
    whole = PartialDate.from_date(day)
    month = format_skeleton("yMMMM", day, locale=cldr)
    assert english.date(whole) == format_date(day, "long", cldr)
    assert english.date(PartialDate(day.year, day.month)) == month
    assert english.date(PartialDate(day.year)) == format_skeleton("y", day, locale=cldr)
