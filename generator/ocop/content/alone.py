"""What follows from one entry alone: its record, its faults, what others' checks ask of it.

Owns the line between checks of one entry, whose answers hold until its files change, and checks
across entries. Called by :mod:`ocop.reading` for each entry that is new or has changed.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from msgspec.structs import replace

from ocop.config import Config
from ocop.content.checks import files, places, products, recognitions, sets, spans
from ocop.content.checks import papers as paper_dates
from ocop.content.claims import claims
from ocop.content.lacking import lacking
from ocop.content.leaf import Leaf
from ocop.content.named import aliases, beside, references
from ocop.content.records import Records
from ocop.content.typed import record_of
from ocop.diagnostics import Diagnostic, has_errors
from ocop.paths import EntryId
from ocop.source.document import Document
from ocop.source.entry import Entry, Kind
from ocop.text import Language

Check = Callable[[Records], Iterable[Diagnostic]]

LASTING: tuple[Check, ...] = (
    files.check,
    products.check,
    spans.check,
    places.check,
    sets.check,
)
"""Checks whose answers hold until the entry's files or the settings change."""

DAILY: tuple[Check, ...] = (recognitions.check, paper_dates.check)
"""Checks whose answers depend on the day as well."""


def leaf_of(entry: Entry, config: Config, today: dt.date) -> tuple[Leaf, Any]:
    """Return what follows from ``entry`` alone, and its record.

    The record of an entry with errors is what is left of it without its faulty keys; it is None
    where too much is lost.
    """
    record, faults = record_of(entry, config)
    sound = not has_errors(faults)
    alone = Records.alone(
        entry.kind,
        record,
        config,
        today,
        lambda _, __: entry.document,
        sound=sound,
        entry=entry,
    )
    photos, papers = beside(entry)
    leaf = Leaf(
        kind=entry.kind,
        id=entry.id,
        path=entry.document.path,
        broken=entry.broken,
        sound=sound,
        draft=entry.document.data.get("draft") == "true",
        faults=(*faults, *_found(LASTING, alone)),
        daily=_found(DAILY, alone),
        references=tuple(references(entry)),
        aliases=tuple(aliases(entry)),
        claims=claims(record, config.language),
        told=_told(entry, record),
        lacks=lacking(record, config.languages) if record is not None and sound else {},
        photos=photos,
        papers=papers,
    )
    return leaf, record


def _told(entry: Entry, record: Any) -> tuple[Language, ...]:
    """Return the languages of the story files whose words are the record's."""
    stories = {} if record is None else record.stories
    return tuple(
        language for language, one in entry.stories.items() if stories.get(language) == one.text
    )


def on_day(
    leaf: Leaf,
    record: Any,
    config: Config,
    today: dt.date,
    documents: Callable[[Kind, EntryId], Document],
) -> Leaf:
    """Return ``leaf`` with the answers of another day; ``documents`` reads its document again."""
    alone = Records.alone(leaf.kind, record, config, today, documents, sound=leaf.sound)
    return replace(leaf, daily=_found(DAILY, alone))


def _found(checks: Iterable[Check], records: Records) -> tuple[Diagnostic, ...]:
    return tuple(chain.from_iterable(check(records) for check in checks))
