"""Texts that a language of the site lacks: one counted warning for each kind and language."""

from collections.abc import Iterator, Mapping
from typing import Any

from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.paths import EntryId
from ocop.source.entry import FOLDERS, Kind
from ocop.text import Language


def check(records: Records) -> Iterator[Diagnostic]:
    """Count, by kind and language, the entries with a text that the language lacks."""
    for folder, kind in FOLDERS.items():
        lacking: dict[Language, list[tuple[EntryId, str]]] = {}
        for key, record in _records_of(records, kind).items():
            if record.path in records.unsound:
                continue
            for language, name in missing(record, records.config.languages).items():
                lacking.setdefault(language, []).append((key, name))
        for language, found in sorted(lacking.items()):
            first, name = min(found)
            yield records.document(kind, first).fault(
                "OCOP212",
                (name,),
                key=True,
                language=language,
                count=len(found),
                folder=f"content/{folder}",
            )


def missing(record: Any, languages: tuple[Language, ...]) -> Mapping[Language, str]:
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


def _records_of(records: Records, kind: Kind) -> Mapping[EntryId, Any]:
    by_kind: Mapping[Kind, Mapping[EntryId, Any]] = {
        "product": records.products,
        "producer": records.producers,
        "place": records.places,
        "fair": records.fairs,
        "programme": records.programmes,
        "news": records.news,
        "page": records.pages,
    }
    return by_kind[kind]


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
