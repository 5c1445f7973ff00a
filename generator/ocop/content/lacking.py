"""Texts that a language of the site lacks in one record.

Owns the walk over a record's texts. Called by :mod:`ocop.content.alone`; counted by the check of
translations.
"""

from collections.abc import Mapping
from typing import Any

from ocop.text import Language


def lacking(record: Any, languages: tuple[Language, ...]) -> Mapping[Language, str]:
    """Return the languages that some text of ``record`` lacks, each with the first such field."""
    found: dict[Language, str] = {}
    for name in record.__slots__:
        texts: list[Mapping[Language, str]] = []
        _gather(getattr(record, name), texts)
        for text in texts:
            for language in languages:
                if language not in text:
                    found.setdefault(language, name)
    return found


def _gather(value: Any, texts: list[Mapping[Language, str]]) -> None:
    """Add the localised texts in a field's value to ``texts``; an absent one is empty."""
    if value is None or isinstance(value, str | int):
        return
    if isinstance(value, dict):
        if value:
            texts.append(value)
    elif isinstance(value, tuple):
        for part in value:
            _gather(part, texts)
    else:
        for name in getattr(value, "__slots__", ()):
            _gather(getattr(value, name), texts)
