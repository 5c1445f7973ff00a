"""What CLDR says of the two languages that every site of this program may well be in.

Owns what most pages ask for; to load CLDR takes longer than to make a page. A test holds each of
these to it. For other languages there is nothing here. Called by :mod:`ocop.pages.formats`,
:mod:`ocop.pages.texts`, :mod:`ocop.pages.frame` and :mod:`ocop.pages.meta`.
"""

from collections.abc import Sequence

from ocop.text import Language

NAMES = {"vi": "Tiếng Việt", "en": "English"}
"""What the languages call themselves."""

LOCALES = {"vi": "vi_VN", "en": "en_US"}
"""The languages with the country where most speak them."""

MONTHS: dict[str, tuple[str, ...]] = {
    "vi": tuple(f"tháng {number}" for number in range(1, 13)),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

AND = {"vi": "và", "en": "and"}


def listed(items: Sequence[str], language: Language) -> str:
    """Return ``a, b và c``, ``a, b and c``; KeyError for another language."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {AND[language]} {items[-1]}"


def plural_form(number: int, language: Language) -> str:
    """Return the plural form of a number; KeyError for another language."""
    return {"vi": "other", "en": "one" if abs(number) == 1 else "other"}[language]
