"""Who changed which entry, and when: git's history of the content in one pass.

Owns the way from commits to entries; nothing of it ever reaches the site, which is the same
wherever it is built. Called by :mod:`ocop.cli.log`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ocop.editors.repository import Repository
from ocop.paths import EntryId, SourcePath
from ocop.source.entry import FOLDERS, Kind
from ocop.source.listing import CONTENT

Place = tuple[Kind, EntryId]

_FORM = "%x01%h%x02%aN%x02%as%x02%s%x02"
"""A commit: its short name, author, day and subject, parted by signs that no text holds."""


class Edit(Struct, frozen=True):
    """One commit: on ``day`` (ISO) by ``author``."""

    commit: str
    author: str
    day: str
    subject: str


class Trace(Struct, frozen=True):
    """All commits that changed an entry, the newest first; there is at least one."""

    edits: tuple[Edit, ...]

    @property
    def last(self) -> Edit:
        """The newest."""
        return self.edits[0]

    @property
    def contributors(self) -> Sequence[tuple[str, int]]:
        """Who changed it how many times, the busiest first."""
        counted = Counter(edit.author for edit in self.edits)
        return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def traces(repository: Repository) -> Mapping[Place, Trace]:
    """Return the history of every entry that git knows, also of those that are gone."""
    found: dict[Place, dict[Edit, None]] = {}
    for edit, paths in _edits(repository):
        for place in {place for path in paths if (place := _place(path))}:
            found.setdefault(place, {})[edit] = None
    return {place: Trace(tuple(edits)) for place, edits in found.items()}


def joined(found: Mapping[Place, Trace], places: Iterable[Place]) -> Trace | None:
    """Return the history of an entry under all its ids, None where git knows none of them."""
    edits = [edit for place in places if place in found for edit in found[place].edits]
    unique = dict.fromkeys(sorted(edits, key=lambda edit: edit.day, reverse=True))
    return Trace(tuple(unique)) if unique else None


def _edits(repository: Repository) -> Iterator[tuple[Edit, Sequence[SourcePath]]]:
    told = repository.ask(
        *("log", "--name-only", "-z", "--no-renames", "--relative", f"--format={_FORM}"),
        *("--", CONTENT),
    )
    for block in told.decode(errors="replace").split("\x01")[1:]:
        *facts, names = block.split("\x02", 4)
        paths = [SourcePath(name.lstrip("\n")) for name in names.split("\0") if name.strip()]
        yield Edit(*facts), paths


def _place(path: SourcePath) -> Place | None:
    parts = path.split("/")
    if len(parts) < 4 or parts[1] not in FOLDERS:
        return None
    return FOLDERS[parts[1]], EntryId(parts[2])
