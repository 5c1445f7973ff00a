"""Files of another site as entries: what each becomes, before anything is written.

Owns joining a file with its translations and finding its photos on that site's disk. Writes
nothing. Called by :mod:`ocop.editors.migrating.work`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from ocop.content.typed import MODELS
from ocop.diagnostics import Diagnostic
from ocop.editors.canon import canonical
from ocop.editors.migrating.files import remainder, said_of
from ocop.editors.migrating.front import FrontMatter, kind_of, named, read_front
from ocop.editors.migrating.moving import Moved, moved
from ocop.editors.migrating.slots import slot_of
from ocop.editors.migrating.writing import written
from ocop.paths import EntryId, SourcePath
from ocop.schema.fieldtype import Context
from ocop.source.document import Document, Tree
from ocop.source.entry import Kind
from ocop.source.names import proposed_id
from ocop.text import Language

_HOMES = ("", "static", "assets", "public", "src", "content")
"""Folders of a site in which pictures lie."""
_UP = 6
_SECTION = "_index"
"""The page of a section of a Hugo site: no entry."""


class Foreign(Struct, frozen=True):
    """An entry that another site has: its document, words by language, photos by their names."""

    kind: Kind
    id: EntryId
    document: Document
    stories: Mapping[Language, str]
    photos: Mapping[str, Path]


class Made(Struct, frozen=True):
    """What an entry becomes; the text of its file is None where that cannot be."""

    foreign: Foreign
    text: str | None
    moved: Moved
    faults: tuple[Diagnostic, ...]


def foreign_entries(
    files: Iterable[Path], home: Path, language: Language
) -> tuple[tuple[Foreign, ...], tuple[Diagnostic, ...]]:
    """Return the entries of Markdown files; diagnostics count their paths from ``home``."""
    found: dict[tuple[Kind, EntryId], Foreign] = {}
    faults: list[Diagnostic] = []
    ours = (file for file in files if file.stem.partition(".")[0] != _SECTION)
    for file in sorted(ours, key=lambda one: (named(PurePosixPath(one))[1] is not None, one)):
        path = SourcePath(_shown(file, home))
        kind = kind_of(PurePosixPath(file))
        front = read_front(path, file.read_bytes())
        if kind is None or not isinstance(front, FrontMatter):
            faults += [Diagnostic("OCOP793", path)] if isinstance(front, FrontMatter) else front
            continue
        stem, said = named(PurePosixPath(file))
        key = kind, proposed_id(stem)
        one = Foreign(
            *key, front.document, _told(front, said or language), _photos(front, kind, file)
        )
        found[key] = _joined(found[key], one, said or language) if key in found else one
    return tuple(found.values()), tuple(faults)


def made_of(
    foreign: Foreign, language: Language, scoped: bool, producers: Collection[str], head: str
) -> Made:
    """Return a foreign entry as one of ours."""
    model, document = MODELS[foreign.kind], foreign.document
    names = {name: name for name in foreign.photos}
    context = Context(SourcePath("x"), language, scoped, names)
    made = moved(foreign.kind, model, document.data, context, producers)
    if made.missing:
        fault = document.fault("OCOP792", keys=", ".join(made.missing))
        return Made(foreign, None, made, (fault,))
    left = written({key: document.data[key] for key in made.left})
    canon = canonical(document.path, written(made.tree).encode(), model)
    text = canon.text and canon.text + remainder(left, head)
    return Made(foreign, text, made, (*said_of(document, made), *canon.faults))


def _shown(file: Path, home: Path) -> str:
    return file.relative_to(home).as_posix() if file.is_relative_to(home) else file.as_posix()


def _told(front: FrontMatter, language: Language) -> dict[Language, str]:
    return {language: f"{front.body.strip()}\n"} if front.body.strip() else {}


def _joined(first: Foreign, other: Foreign, language: Language) -> Foreign:
    """Return an entry with the words of a translation, under keys that name the language."""
    data = dict(first.document.data)
    for key, value in other.document.data.items():
        if data.get(key) != value:
            data[f"{key}_{language}" if key in data else key] = value
    document = replace(first.document, data=data)
    photos = {**other.photos, **first.photos}
    return replace(
        first, document=document, stories={**other.stories, **first.stories}, photos=photos
    )


def _photos(front: FrontMatter, kind: Kind, file: Path) -> dict[str, Path]:
    """Return the photos that a front matter names and that are on the disk, by their last name."""
    found: dict[str, Path] = {}
    for key, value in front.document.data.items():
        slot = slot_of(key, MODELS[kind])
        if slot is not None and slot.top == "photos":
            for name in _names(value):
                there = _on_disk(name, file)
                if there is not None:
                    found[PurePosixPath(name).name] = there
    return found


def _names(value: Tree) -> Iterator[str]:
    if isinstance(value, str) and "://" not in value:
        yield value
    for part in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _names(part)


def _on_disk(name: str, file: Path) -> Path | None:
    """Return the file that a site means by a picture's address."""
    relative = name.lstrip("/")
    homes = [file.parent, *file.parents[1:_UP]]
    tried = (home / folder / relative for home in homes for folder in _HOMES)
    return next((one for one in tried if relative and one.is_file()), None)
