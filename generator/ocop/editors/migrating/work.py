"""The migration of a project: every entry in an older shape, and entries of other sites.

Owns what is written, after all of it is known; an entry is written whole or not at all, and never
over another. Called by :mod:`ocop.cli.migrate`.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from ocop.content.typed import MODELS
from ocop.diagnostics import Diagnostic
from ocop.editors.canon import canonical
from ocop.editors.migrating.entries import Foreign, foreign_entries, made_of
from ocop.editors.migrating.files import rewritten
from ocop.editors.migrating.moving import Moved, kind_in
from ocop.editors.migrating.places import with_communes
from ocop.editors.migrating.writing import written
from ocop.editors.retouch import text_of
from ocop.paths import SourcePath
from ocop.schema.fieldtype import Context
from ocop.source.entry import FOLDERS, Entry, Kind
from ocop.source.listing import CONTENT, Found, list_content
from ocop.source.parse import parse_document
from ocop.source.walk import read_entry
from ocop.text import Language, nfc

_FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}
_BIRTH: Sequence[Kind] = ("producer", "place", "product", "fair", "programme", "page", "news")
"""Producers first: products name them."""


class Setting(Struct, frozen=True):
    """The project, its first language and scope; ``head`` stands above what has no place."""

    project: Path
    language: Language
    scope: str | None
    head: str


class Change(Struct, frozen=True):
    """One file: where from, what to write, and what became of its keys; ``now`` was added."""

    source: str
    path: SourcePath
    content: bytes
    moved: Moved | None = None
    now: str = ""


class Migration(Struct, frozen=True):
    """All that is to be written, faults, and how many entries needed nothing."""

    changes: tuple[Change, ...]
    faults: tuple[Diagnostic, ...]
    untouched: int


def migrate_project(setting: Setting, wanted: Sequence[Path]) -> Migration:
    """Return what brings the project's own entries into today's shape, or those at ``wanted``."""
    found, _ = list_content(setting.project)
    producers: set[str] = {one.id for one in found if one.kind == "producer"}
    changes: list[Change] = []
    faults: list[Diagnostic] = []
    untouched = 0
    for one in found:
        file = (setting.project / one.document).resolve()
        if not one.complete or (wanted and not any(file.is_relative_to(path) for path in wanted)):
            continue
        fresh, more = _own(setting, one, producers)
        producers |= {Path(change.path).parent.name for change in fresh}
        changes += fresh
        faults += more
        untouched += not fresh and not more
    return Migration(tuple(changes), tuple(faults), untouched)


def _own(
    setting: Setting, found: Found, producers: set[str]
) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...]]:
    entry, broken = read_entry(setting.project, found)
    raw = (setting.project / found.document).read_bytes()
    text = text_of(found.document, raw)
    if text is None or entry.broken or broken:
        return (), broken
    names = {nfc(name): name for name in entry.files}
    context = Context(entry.folder, setting.language, setting.scope is not None, names)
    args = entry.kind, MODELS[entry.kind], entry.document
    made = rewritten(*args, text, context, producers, setting.head)
    if made is not None and made.text is None:
        return (), made.faults
    text, now = _placed(setting, entry, text if made is None or made.text is None else made.text)
    if made is None and not now:
        return (), ()
    moved = made.moved if made else None
    change = Change(found.document, found.document, text.encode(), moved, now)
    makers = _makers(moved, producers, found.document)
    return (*makers, change), made.faults if made else ()


def _placed(setting: Setting, entry: Entry, text: str) -> tuple[str, str]:
    document, _ = parse_document(entry.document.path, text.encode())
    found = with_communes(document, text, setting.scope) if document is not None else None
    if found is None:
        return text, ""
    canon = canonical(entry.document.path, found[0].encode(), MODELS[entry.kind])
    return (canon.text or found[0]), found[1]


def migrate_site(setting: Setting, files: Iterable[Path], home: Path) -> Migration:
    """Return the entries that Markdown files with front matter of another site become."""
    foreign, faults = foreign_entries(files, home, setting.language)
    there = {(one.kind, one.id) for one in list_content(setting.project)[0]}
    producers: set[str] = {name for kind, name in there if kind == "producer"}
    changes: list[Change] = []
    more: list[Diagnostic] = list(faults)
    fresh = [one for one in foreign if (one.kind, one.id) not in there]
    for one in sorted(fresh, key=lambda one: _BIRTH.index(one.kind)):
        made = made_of(one, setting.language, setting.scope is not None, producers, setting.head)
        more += made.faults
        if made.text is None:
            continue
        changes += _makers(made.moved, producers, one.document.path)
        producers |= {one.id} if one.kind == "producer" else set(made.moved.makers)
        changes += _files(setting, one, made.text, made.moved)
    return Migration(tuple(changes), tuple(more), len(foreign) - len(fresh))


def _files(setting: Setting, one: Foreign, text: str, moved: Moved) -> Iterable[Change]:
    """Return the files of a new entry: words and photos first, so that it is never without."""
    folder = SourcePath(f"{CONTENT}/{_FOLDER_OF[one.kind]}/{one.id}")
    source = one.document.path
    for language, story in one.stories.items():
        yield Change(source, SourcePath(f"{folder}/story.{language}.md"), story.encode())
    if moved.tree.get("photos"):
        for name, file in one.photos.items():
            yield Change(file.as_posix(), SourcePath(f"{folder}/{name}"), file.read_bytes())
    path = SourcePath(f"{folder}/{one.kind}.yaml")
    document, _ = parse_document(path, text.encode())
    placed = with_communes(document, text, setting.scope) if document is not None else None
    text, now = placed or (text, "")
    yield Change(source, path, text.encode(), moved, now)


def _makers(moved: Moved | None, producers: set[str], source: SourcePath) -> tuple[Change, ...]:
    """Return files for producers of whom nothing is known yet but the name."""
    named = moved.makers.items() if moved is not None else ()
    found: list[Change] = []
    for maker, name in named:
        kind = kind_in(name)
        if maker not in producers and kind is not None:
            text = written({"name": name, "kind": kind})
            path = SourcePath(f"{CONTENT}/{_FOLDER_OF['producer']}/{maker}/producer.yaml")
            found.append(Change(source, path, text.encode()))
    return tuple(found)
