"""The content, entry by entry, over the machine's cores: each read, typed and checked alone.

Owns what is done with one entry, and which of them have to be done again: an entry whose files
are as they were keeps its leaf and its record. Called by :mod:`ocop.checking`.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ocop.config import Config
from ocop.content import kept
from ocop.content.alone import leaf_of, on_day
from ocop.content.leaf import Leaf
from ocop.diagnostics import Diagnostic
from ocop.pages.markdown import NO_ENTRY
from ocop.pages.stories import check_stories
from ocop.paths import EntryId
from ocop.source.document import Document
from ocop.source.entry import FOLDERS, Entry, Kind
from ocop.source.listing import CONTENT, Place, list_entry, list_places
from ocop.source.walk import read_entry
from ocop.state.content import Seen
from ocop.state.leaves import Leaves, Packed, load, save
from ocop.workers import run

_CHUNK = 64

Grown = tuple[Leaf, Any]
"""A leaf and its record."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What every worker needs: the project's folder, its settings and the day."""

    project: Path
    config: Config
    today: dt.date

    def document(self, kind: Kind, entry: EntryId) -> Document:
        """Read an entry's document once more, for the places of its values."""
        return self.entry((kind, entry))[0].document

    def entry(self, place: Place) -> tuple[Entry, tuple[Diagnostic, ...]]:
        """Read one entry with all faults of its names and forms."""
        found, faults = list_entry(self.project, place)
        entry, more = read_entry(self.project, found)
        return entry, (*faults, *more)

    def grow(self, place: Place) -> Grown:
        """Read, type and check one entry alone."""
        entry, unread = self.entry(place)
        leaf, record = leaf_of(entry, self.config, self.today)
        told = tuple(check_stories(entry))
        whole = replace(
            leaf,
            faults=(*unread, *leaf.faults, *(one for one in told if one.code != NO_ENTRY)),
            leads=tuple(one for one in told if one.code == NO_ENTRY),
        )
        return whole, record

    def renewed(self, packed: Packed, kind: Kind) -> Packed:
        """Return a leaf of another day as one of this day."""
        leaf, record = _unpacked(packed, kind)
        today = on_day(leaf, record, self.config, self.today, self.document)
        return packed if today == leaf else (kept.pack_leaf(today), packed[1])


def read_leaves(
    reader: Reader,
    seen: Seen,
    program: str,
    jobs: int,
    progress: Callable[[int, int], None],
) -> tuple[list[Grown], tuple[Diagnostic, ...]]:
    """Return every leaf of the project with its record, and what is amiss with its folders.

    Entries whose files are as they were when last ``seen`` come from ``.ocop/state/``, if the
    same ``program`` read them with the same settings.
    """
    facts = _facts(reader.config, program)
    known = load(seen.folder, seen.mark, facts) if seen.changed is not None else None
    try:
        return _read(reader, seen, known, facts, jobs, progress)
    except kept.Unreadable:  # not what this version writes, though its checksum is right
        return _read(reader, seen, None, facts, jobs, progress)


def _read(
    reader: Reader,
    seen: Seen,
    known: Leaves | None,
    facts: Mapping[str, str],
    jobs: int,
    progress: Callable[[int, int], None],
) -> tuple[list[Grown], tuple[Diagnostic, ...]]:
    places, faults = _places(reader.project, seen, known)
    packed = _still_good(reader, seen, known)
    fresh = [place for place in places if _name(place) not in packed]
    done = len(places) - len(fresh)
    chunks = [fresh[at : at + _CHUNK] for at in range(0, len(fresh), _CHUNK)]
    for part in run(_grow, chunks, jobs, reader):
        packed.update(part)
        done += len(part)
        progress(done, len(places))
    whole = {name: packed[name] for name in map(_name, places)}
    mark, day = seen.keep(), reader.today.isoformat()
    if mark and (fresh or known is None or known.day != day or mark != seen.mark):
        save(seen.folder, mark, facts, Leaves(day, kept.pack_faults(faults), whole))
    return [_unpacked(whole[_name(place)], place[0]) for place in places], faults


def _facts(config: Config, program: str) -> Mapping[str, str]:
    """Return what a leaf depends on besides its entry and the day."""
    return {
        "program": program,
        "languages": " ".join(config.languages),
        "scope": config.scope or "",
    }


def _places(
    project: Path, seen: Seen, known: Leaves | None
) -> tuple[Sequence[Place], tuple[Diagnostic, ...]]:
    """Return where entries lie; listed again only if a folder of them has changed."""
    if known is None or seen.changed is None or any(path.count("/") < 2 for path in seen.changed):
        return list_places(project)
    places: list[Place] = []
    for name in known.packed:
        kind, _, entry = name.partition("/")
        places.append((_KINDS[kind], entry))
    return places, kept.faults_from(known.rest)


def _still_good(reader: Reader, seen: Seen, known: Leaves | None) -> dict[str, Packed]:
    """Return the packed leaves that hold today."""
    if known is None:
        return {}
    stale = {_place_of(path) for path in seen.changed or ()}
    good = {name: packed for name, packed in known.packed.items() if name not in stale}
    if known.day == reader.today.isoformat():
        return good
    return {
        name: reader.renewed(packed, _KINDS[name.partition("/")[0]])
        for name, packed in good.items()
    }


def _grow(reader: Reader, places: Sequence[Place]) -> list[tuple[str, Packed]]:
    return list(_packed(reader, places))


def _packed(reader: Reader, places: Sequence[Place]) -> Iterator[tuple[str, Packed]]:
    for place in places:
        leaf, record = reader.grow(place)
        yield _name(place), (kept.pack_leaf(leaf), kept.pack_record(record))


def _unpacked(packed: Packed, kind: Kind) -> Grown:
    head, body = packed
    return kept.leaf_from(head), kept.record_from(kind, body)


_KINDS: Mapping[str, Kind] = {kind: kind for kind in FOLDERS.values()}


def _name(place: Place) -> str:
    return f"{place[0]}/{place[1]}"


def _place_of(path: str) -> str:
    """Return the place of the entry that a path below the project belongs to, if any does."""
    parts = path.split("/", 3)
    kind = FOLDERS.get(parts[1]) if len(parts) > 2 and parts[0] == CONTENT else None
    return f"{kind}/{parts[2]}" if kind else ""
