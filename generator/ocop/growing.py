"""One entry alone: read, typed and checked.

Owns what is done with an entry that is new or has changed, on whichever core. Loads the parser
and the schema, so :mod:`ocop.reading`, its only caller, imports it when there is such an entry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ocop.content import kept
from ocop.content.alone import leaf_of, on_day
from ocop.content.kept import Grown, Packed
from ocop.content.reader import Reader
from ocop.diagnostics import Diagnostic
from ocop.pages.keys.records import marks_of
from ocop.pages.markdown import NO_ENTRY
from ocop.pages.stories import check_stories
from ocop.paths import EntryId
from ocop.source.document import Document
from ocop.source.entry import Entry, Kind
from ocop.source.listing import Place, list_entry
from ocop.source.marks import Marks
from ocop.source.walk import read_entry


def grow_all(reader: Reader, places: Sequence[Place]) -> list[tuple[Place, Packed]]:
    """Return the packed leaf and record of each of ``places``."""
    return list(_grow_all(reader, places))


def _grow_all(reader: Reader, places: Sequence[Place]) -> Iterator[tuple[Place, Packed]]:
    for place in places:
        leaf, record = _grow(reader, place)
        yield place, (kept.pack_leaf(leaf), kept.pack_record(record))


def _grow(reader: Reader, place: Place) -> Grown:
    entry, unread = _entry(reader, place)
    leaf, record = leaf_of(entry, reader.config, reader.today)
    told = tuple(check_stories(entry))
    marks = entry.document.marks
    whole = replace(
        leaf,
        digest=marks.digest if isinstance(marks, Marks) else b"",
        faults=(*unread, *leaf.faults, *(one for one in told if one.code != NO_ENTRY)),
        leads=tuple(one for one in told if one.code == NO_ENTRY),
        marks=marks_of(record),
    )
    return whole, record


def renewed(reader: Reader, packed: Packed, kind: Kind) -> Packed:
    """Return a leaf of another day as one of this day."""
    leaf, record = kept.unpacked(packed, kind)
    today = on_day(
        leaf, record, reader.config, reader.today, lambda *place: document(reader, *place)
    )
    return packed if today == leaf else (kept.pack_leaf(today), packed[1])


def document(reader: Reader, kind: Kind, entry: EntryId) -> Document:
    """Read an entry's document once more, for the places of its values."""
    return _entry(reader, (kind, entry))[0].document


def _entry(reader: Reader, place: Place) -> tuple[Entry, tuple[Diagnostic, ...]]:
    """Read one entry with all faults of its names and forms."""
    found, faults = list_entry(reader.project, place)
    entry, more = read_entry(reader.project, found)
    return entry, (*faults, *more)
