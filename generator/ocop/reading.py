"""The content as leaves: what each entry gives, and which of them have to be read for that.

Owns the difference between the content as it was and as it is: an entry whose files are as they
were keeps its leaf and its record. Called by :mod:`ocop.checking`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from ocop.content import kept
from ocop.content.kept import Grown, Packed
from ocop.content.reader import Reader
from ocop.diagnostics import Diagnostic
from ocop.paths import EntryId
from ocop.retold import retold
from ocop.source.entry import FOLDERS, Kind
from ocop.source.listing import CONTENT, Place, list_places
from ocop.state.content import Seen
from ocop.state.leaves import Leaves, load, save
from ocop.workers import run

if TYPE_CHECKING:
    from ocop.source.document import Document

_CHUNK = 64
_KINDS: Mapping[str, Kind] = {kind: kind for kind in FOLDERS.values()}

Progress = Callable[[int, int], None]


class Read(Struct, frozen=True):
    """Every leaf with its record, and what is amiss with the folders that hold them."""

    leaves: Sequence[Grown]
    faults: tuple[Diagnostic, ...]


def read_leaves(reader: Reader, seen: Seen, program: str, jobs: int, progress: Progress) -> Read:
    """Return every leaf of the project with its record.

    Entries whose files are as they were when last ``seen`` come from ``.ocop/state/``, if the
    same ``program`` read them with the same settings.
    """
    facts = facts_of(reader, program)
    known = load(seen.folder, seen.mark, facts) if seen.changed is not None else None
    try:
        return _read(reader, seen, known, facts, jobs, progress)
    except kept.Unreadable:  # not what this version writes, though its checksum is right
        return _read(reader, seen, None, facts, jobs, progress)


def document(reader: Reader, kind: Kind, entry: EntryId) -> "Document":
    """Read an entry's document once more, for the places of its values."""
    from ocop import growing  # loads the parser: only where there is a fault

    return growing.document(reader, kind, entry)


def _read(
    reader: Reader,
    seen: Seen,
    known: Leaves | None,
    facts: Mapping[str, str],
    jobs: int,
    progress: Progress,
) -> Read:
    places, faults = _places(reader, seen, known)
    packed = _still_good(reader, seen, known)
    by_name = {name_of(place): place for place in places}
    fresh = {name: place for name, place in by_name.items() if name not in packed}
    for done, (name, new) in enumerate(_grown(reader, fresh, jobs), start=1):
        packed[name] = new
        if done % _CHUNK == 0 or done == len(fresh):
            progress(len(places) - len(fresh) + done, len(places))
    whole = {name: packed.pop(name) for name in by_name}
    mark, day = seen.keep(), reader.today.isoformat()
    if mark and (known is None or known.day != day or mark != seen.mark):
        save(seen.folder, mark, facts, Leaves(day, kept.pack_faults(faults), whole), known)
    return Read(_unpacked(whole), faults)


def _unpacked(packed: dict[str, Packed]) -> Sequence[Grown]:
    """Return every leaf with its record, taking from ``packed`` what it is done with.

    All leaves come before all records: they live less long, and what stands together leaves no
    holes behind. A worker later copies every page of memory that it touches.
    """
    leaves = [kept.leaf_from(head) for head, _ in packed.values()]
    names = list(packed)
    return [
        (leaf, kept.record_from(leaf.kind, packed.pop(name)[1]))
        for name, leaf in zip(names, leaves, strict=True)
    ]


def _grown(reader: Reader, fresh: Mapping[str, Place], jobs: int) -> Iterator[tuple[str, Packed]]:
    """Return what every fresh entry gives, packed, as it comes."""
    if not fresh:
        return iter(())
    from ocop.growing import grow_batch  # loads the parser and the schema

    places = list(fresh.values())
    chunks = [places[at : at + _CHUNK] for at in range(0, len(places), _CHUNK)]
    batches = run(grow_batch, chunks, jobs, reader, aside=len(chunks))
    return zip(fresh, chain.from_iterable(one.packed() for one in batches), strict=True)


def facts_of(reader: Reader, program: str) -> Mapping[str, str]:
    """Return what a leaf depends on besides its entry and the day."""
    config = reader.config
    return {
        "program": program,
        "languages": " ".join(config.languages),
        "scope": config.scope or "",
    }


def _places(
    reader: Reader, seen: Seen, known: Leaves | None
) -> tuple[Sequence[Place], tuple[Diagnostic, ...]]:
    """Return where entries lie; listed again only if a folder of them has changed."""
    if known is None or any(path.count("/") < 2 for path in seen.changed or ()):
        return list_places(reader.project)
    return [place_of(name) for name in known.packed], kept.faults_from(known.rest)


def _still_good(reader: Reader, seen: Seen, known: Leaves | None) -> dict[str, Packed]:
    """Return the packed leaves that hold today."""
    if known is None:
        return {}
    stale = stale_in(seen)
    good = {name: packed for name, packed in known.packed.items() if name not in stale}
    for name in stale.keys() & known.packed.keys():
        told = retold(reader.project, known.packed[name], place_of(name)[0], stale[name])
        good |= {name: told} if told else {}
    return good if known.day == reader.today.isoformat() else _renewed(reader, good)


def stale_in(seen: Seen) -> Mapping[str, list[str]]:
    """Return the changed paths by the name of their entry; empty for those of no entry."""
    return by_entry(seen.changed or ())


def by_entry(paths: Iterable[str]) -> Mapping[str, list[str]]:
    """Return paths by the name of the entry that they belong to; empty for those of none."""
    stale: dict[str, list[str]] = {}
    for path in sorted(paths):
        stale.setdefault(_entry_at(path), []).append(path)
    return stale


def _renewed(reader: Reader, leaves: Mapping[str, Packed]) -> dict[str, Packed]:
    from ocop.growing import renewed  # loads the checks

    return {name: renewed(reader, packed, place_of(name)[0]) for name, packed in leaves.items()}


def name_of(place: Place) -> str:
    """Return the name under which an entry is kept."""
    return f"{place[0]}/{place[1]}"


def place_of(name: str) -> Place:
    """Return the place of the entry that is kept under ``name``."""
    kind, _, entry = name.partition("/")
    return _KINDS[kind], entry


def _entry_at(path: str) -> str:
    """Return the entry that a path below the project belongs to; empty where it is none's."""
    parts = path.split("/", 3)
    kind = FOLDERS.get(parts[1]) if len(parts) > 2 and parts[0] == CONTENT else None
    return f"{kind}/{parts[2]}" if kind else ""
