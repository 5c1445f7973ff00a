"""Entries as they were at a commit beside what they are now: only those whose files differ.

Owns the way from git's files to records; they are read and typed as a build reads them. Called by
:mod:`ocop.cli.diff`.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from ocop.config import Config
from ocop.content.reader import Reader
from ocop.content.typed import record_of
from ocop.diagnostics import has_errors
from ocop.editors.repository import Commit, Repository
from ocop.paths import EntryId, SourcePath
from ocop.source.decode import decode
from ocop.source.entry import FOLDERS, Entry, Kind, Story
from ocop.source.listing import CONTENT, folder_of, list_entry
from ocop.source.names import story_language
from ocop.source.parse import parse_document
from ocop.source.walk import read_entry

_TEXTS = (".yaml", ".md")


class Pair(Struct, frozen=True):
    """An entry's record then and now, None where shoppers did or do not see it.

    ``touched`` are the names of its files whose bytes differ.
    """

    kind: Kind
    id: EntryId
    old: Any
    new: Any
    touched: frozenset[str]


class Versions(Struct, frozen=True):
    """The entries that differ; ``unread`` are the files of those that cannot be read now.

    ``settings`` tells that those of the site differ too.
    """

    pairs: tuple[Pair, ...]
    unread: tuple[SourcePath, ...] = ()
    settings: bool = False


def versions(repository: Repository, commit: Commit, reader: Reader) -> Versions:
    """Return what differs between a commit and now."""
    changed = repository.changed_since(commit)
    touched: dict[tuple[Kind, EntryId], set[str]] = {}
    for path in changed:
        if found := _place(path):
            touched.setdefault(found[:2], set()).add(found[2])
    folders = {place: folder_of(*place) for place in touched}
    then = _entries_at(repository, commit, folders)
    pairs: list[Pair] = []
    unread: list[SourcePath] = []
    for place in sorted(touched):
        entry = _entry_now(reader, *place)
        if entry and _is_faulty(entry, reader.config):
            unread.append(entry.document.path)
        else:
            old, new = (_shown(one, reader.config) for one in (then.get(place), entry))
            pairs.append(Pair(place[0], place[1], old, new, frozenset(touched[place])))
    settings = any(path in ("config.yaml",) or path.startswith("templates/") for path in changed)
    return Versions(tuple(pairs), tuple(unread), settings)


def _place(path: SourcePath) -> tuple[Kind, EntryId, str] | None:
    """Return the entry that a file belongs to, and the file's name in it."""
    parts = path.split("/", 3)
    if len(parts) < 4 or parts[0] != CONTENT or parts[1] not in FOLDERS:
        return None
    return FOLDERS[parts[1]], EntryId(parts[2]), parts[3]


def _entries_at(
    repository: Repository, commit: Commit, folders: Mapping[tuple[Kind, EntryId], SourcePath]
) -> Mapping[tuple[Kind, EntryId], Entry]:
    listed = repository.files_at(commit, tuple(folders.values()))
    inside: dict[tuple[Kind, EntryId], dict[str, str]] = {}
    for path, blob in listed.items():
        place = _place(path)
        if place and place[:2] in folders:
            inside.setdefault(place[:2], {})[place[2]] = blob
    texts = (blob for files in inside.values() for name, blob in files.items() if _is_text(name))
    contents = repository.blobs(texts)
    return {
        place: entry
        for place, files in inside.items()
        if (entry := _entry(*place, folders[place], files, contents))
    }


def _is_text(name: str) -> bool:
    return name.endswith(_TEXTS)


def _entry(
    kind: Kind,
    entry: EntryId,
    folder: SourcePath,
    files: Mapping[str, str],
    contents: Mapping[str, bytes],
) -> Entry | None:
    """Return an entry of files by name, None where it had no document that can be read."""
    name = f"{kind}.yaml"
    path = SourcePath(f"{folder}/{name}")
    document = parse_document(path, contents[files[name]])[0] if name in files else None
    if document is None:
        return None
    stories: dict[Any, Story] = {}
    for file, blob in files.items():
        if language := story_language(file):
            at = SourcePath(f"{folder}/{file}")
            stories[language] = Story(at, decode(at, contents[blob])[0])
    others = (file for file in files if file != name and story_language(file) is None)
    return Entry(kind, entry, folder, document, stories, tuple(sorted(others)))


def _entry_now(reader: Reader, kind: Kind, entry: EntryId) -> Entry | None:
    """Return an entry as it is now, None where it is gone."""
    if not (reader.project / folder_of(kind, entry)).is_dir():
        return None
    found, _ = list_entry(reader.project, (kind, entry))
    return read_entry(reader.project, found)[0] if found.complete or found.files else None


def _is_faulty(entry: Entry, config: Config) -> bool:
    """Tell whether an entry has errors of its own, so that nothing sure can be said of it."""
    return entry.broken or has_errors(record_of(entry, config)[1])


def _shown(entry: Entry | None, config: Config) -> Any:
    """Return the record of an entry that shoppers see, None for a draft and for none."""
    record = record_of(entry, config)[0] if entry else None
    return None if getattr(record, "draft", False) else record
