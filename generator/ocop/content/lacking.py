"""Texts that a language of the site lacks in one record.

Owns the walk over a record's texts. Called by :mod:`ocop.content.alone`; counted by the check of
translations.
"""

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from ocop.dates import PartialDate
from ocop.text import Language

_WORDLESS = frozenset({type(None), str, bool, int, float, PartialDate})
"""Types of values that hold no localised text."""


def lacking(record: Any, languages: tuple[Language, ...]) -> Mapping[Language, str]:
    """Return the languages that some text of ``record`` lacks, each with the first such field."""
    found: dict[Language, str] = {}
    for name, value in zip(
        record.__struct_fields__, _values_of(record.__class__)(record), strict=True
    ):
        if not value or type(value) in _WORDLESS:
            continue
        for text in (value,) if type(value) is dict else _texts(value):
            for language in languages:
                if language not in text:
                    found.setdefault(language, name)
    return found


@cache
def _values_of(shape: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the values of all fields, of which there are several, of a record."""
    return attrgetter(*shape.__struct_fields__)


def _texts(value: Any) -> list[Mapping[Language, str]]:
    """Return the localised texts in a list or in a record; an absent one is empty."""
    texts: list[Mapping[Language, str]] = []
    for part in value if isinstance(value, tuple) else _values_of(value.__class__)(value):
        if not part or type(part) in _WORDLESS:
            continue
        if type(part) is dict:
            texts.append(part)
        else:
            texts += _texts(part)
    return texts
