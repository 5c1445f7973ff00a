"""An entry under another id: its folder, its former id as an alias, and all that mentions it.

Owns what has to change where, as texts of files; nothing is written here. Called by
:mod:`ocop.cli.rename`.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from ocop.content.named import Reference, references
from ocop.content.typed import MODELS
from ocop.diagnostics import Diagnostic
from ocop.domain.short_code import computed
from ocop.editors.canon import canonical
from ocop.editors.retouch import text_of, with_key, with_last_text, with_texts
from ocop.paths import EntryId, SourcePath
from ocop.schema.model import keys
from ocop.source.document import Document
from ocop.source.entry import FOLDERS, Entry, Kind
from ocop.source.files import read_text_file
from ocop.source.listing import CONTENT, folder_of
from ocop.source.parse import parse_document

_ALIASES, _SHORT = "aliases", "short"


class Renaming(Struct, frozen=True):
    """What a new id takes: ``texts`` are those of files as they will be, by their old paths.

    ``kept`` is the short code that had to be written down, so that printed codes still lead here.
    """

    kind: Kind
    old: EntryId
    new: EntryId
    texts: Mapping[SourcePath, str]
    kept: str = ""

    @property
    def folder(self) -> SourcePath:
        """The entry's folder before."""
        return folder_of(self.kind, self.old)

    @property
    def target(self) -> SourcePath:
        """The entry's folder afterwards."""
        return folder_of(self.kind, self.new)

    def moved(self, path: str) -> SourcePath:
        """Return where a file will be."""
        inside = path.startswith(f"{self.folder}/")
        return SourcePath(f"{self.target}{path[len(self.folder) :]}" if inside else path)


def kinds_of(project: Path, entry: str) -> tuple[Kind, ...]:
    """Return the kinds of which there is an entry with this id."""
    return tuple(kind for kind in FOLDERS.values() if (project / folder_of(kind, entry)).is_dir())


def is_taken(project: Path, kind: Kind, entry: EntryId) -> bool:
    """Tell whether an id is in use; names that differ by case are one on some systems."""
    folder = (project / folder_of(kind, entry)).parent
    return any(one.name.casefold() == entry for one in folder.iterdir())


def renaming(
    project: Path, kind: Kind, old: EntryId, new: EntryId
) -> tuple[Renaming, tuple[Diagnostic, ...]]:
    """Return what to write for a new id, and a fault for every file that cannot be changed."""
    texts: dict[SourcePath, str] = {}
    faults: list[Diagnostic] = []
    own = SourcePath(f"{folder_of(kind, old)}/{kind}.yaml")
    for path in _mentioning(project, old):
        changed = _mended(project, path, kind, old, new)
        if changed is None:
            faults.append(Diagnostic("OCOP752", path, args={"key": old}))
        elif changed:
            texts[path] = changed
    text, kept = _with_alias(project, own, texts.get(own), kind, old, new)
    if text is None:
        faults.append(Diagnostic("OCOP752", own, args={"key": _ALIASES}))
    elif text:
        texts[own] = text
    return Renaming(kind, old, new, texts, kept), tuple(faults)


def _mentioning(project: Path, old: EntryId) -> Iterator[SourcePath]:
    """Yield the text files in which the id occurs at all: few of them need a closer look."""
    sought = old.encode()
    for folder, kind in FOLDERS.items():
        for place in sorted((project / CONTENT / folder).glob("*/")):
            for file in (place / f"{kind}.yaml", *sorted(place.glob("*.md"))):
                path = SourcePath(file.relative_to(project).as_posix())
                if sought in read_text_file(project, path)[0]:
                    yield path


def _mended(project: Path, path: SourcePath, kind: Kind, old: EntryId, new: EntryId) -> str | None:
    """Return the text with every mention of the old id mended, empty where there is none.

    None where a mention cannot be mended.
    """
    text = text_of(path, read_text_file(project, path)[0])
    if text is None:
        return ""
    changed: str | None = text
    if path.endswith(".yaml"):
        document, _ = parse_document(path, text.encode())
        places = _places(path, document, kind, old) if document else ()
        changed = with_texts(path, text, dict.fromkeys((one.where for one in places), new))
        if document is None:
            changed = text
    if changed is None:
        return None
    changed = re.sub(rf"(?<=[(<\s]){kind}:{old}(?=[)>\s\"])", f"{kind}:{new}", changed)
    return changed if changed != text else ""


def _places(
    path: SourcePath, document: Document, kind: Kind, old: EntryId
) -> tuple[Reference, ...]:
    _, folder, entry, _ = path.split("/")
    whole = Entry(
        FOLDERS[folder], EntryId(entry), SourcePath(path.rpartition("/")[0]), document, {}, ()
    )
    return tuple(one for one in references(whole) if (one.kind, one.id) == (kind, old))


def _with_alias(
    project: Path, own: SourcePath, mended: str | None, kind: Kind, old: EntryId, new: EntryId
) -> tuple[str | None, str]:
    """Return the entry's file with its former id and, if need be, its short code, and that code.

    The text is None where lines cannot do it, and empty where the kind has no former ids.
    """
    model = MODELS[kind]
    if _ALIASES not in keys(model):
        return "", ""
    raw, _ = read_text_file(project, own)
    text = mended or text_of(own, raw)
    document, _ = parse_document(own, text.encode()) if text else (None, ())
    if document is None or text is None:
        return None, ""
    there = document.data.get(_ALIASES)
    known = [there] if isinstance(there, str) else list(there or ())
    if new in known:
        where = (_ALIASES, known.index(new)) if isinstance(there, list) else (_ALIASES,)
        result = with_texts(own, text, {where: old})
        known[known.index(new)] = old
    else:
        result = with_last_text(own, text, _ALIASES, old)
        known.append(old)
    kept = ""
    oldest = str(_oldest(there, old))
    if result and kind == "product" and known[0] != oldest and not document.data.get(_SHORT):
        kept = computed(oldest)
        result = with_key(own, result, _SHORT, kept)
    return canonical(own, result.encode(), model).text if result else None, kept


def _oldest(aliases: object, entry: EntryId) -> object:
    """Return the id under which an entry was first known."""
    if isinstance(aliases, list) and aliases:
        return aliases[0]
    return aliases if isinstance(aliases, str) else entry
