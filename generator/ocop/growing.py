"""One entry alone: read, typed and checked.

Owns what is done with an entry that is new or has changed, on whichever core. Loads the parser
and the schema, so :mod:`ocop.reading` and :mod:`ocop.amending` import it when there is such an
entry.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from mmap import mmap

from msgspec import Struct
from msgspec.structs import replace

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


class Batch(Struct, frozen=True):
    """What some places gave, packed, in one piece; ``sizes`` are those of its parts."""

    whole: bytes
    sizes: tuple[int, ...]

    def packed(self) -> Iterator[Packed]:
        """Yield the leaf and record of each place.

        They lie in memory of their own, which the system has back after the last of them: ten
        thousands of pieces among all others would leave holes that no one fills.
        """
        held = mmap(-1, len(self.whole))
        held.write(self.whole)
        whole, ends = memoryview(held), accumulate(self.sizes, initial=0)
        parts = [whole[start:end] for start, end in pairwise(ends)]
        yield from zip(parts[::2], parts[1::2], strict=True)


def grow_batch(reader: Reader, places: Sequence[Place]) -> Batch:
    """Return the leaf and record of each of ``places``, for who gathers all."""
    parts = list(chain.from_iterable(grow_all(reader, places)))
    return Batch(b"".join(parts), tuple(map(len, parts)))


def grow_all(reader: Reader, places: Sequence[Place]) -> list[Packed]:
    """Return the packed leaf and record of each of ``places``."""
    return [_packed(_grow(reader, place)) for place in places]


def _packed(grown: Grown) -> Packed:
    leaf, record = grown
    return kept.pack_leaf(leaf), kept.pack_record(record)


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
