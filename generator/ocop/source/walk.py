"""The content folder as entries: documents parsed, stories read, nothing skipped in silence.

Owns the way from the disk to :class:`Entry`. Knows the form of files, not their meaning.
Called by :mod:`ocop.build`.
"""

from pathlib import Path

from ocop.diagnostics import Diagnostic, in_order
from ocop.paths import SourcePath
from ocop.source.decode import decode
from ocop.source.document import Document
from ocop.source.entry import Entry, Story
from ocop.source.files import read_text_file
from ocop.source.listing import Found, list_content
from ocop.source.parse import parse_document
from ocop.text import Language


def read_content(project: Path) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Return every entry under ``content/``, by path, and all faults of names and form.

    Also entries with faults are returned (see :class:`Entry`), so that one run finds them all.
    """
    found, faults = list_content(project)
    entries: list[Entry] = []
    diagnostics = list(faults)
    for folder in found:
        entry, faults = read_entry(project, folder)
        entries.append(entry)
        diagnostics += faults
    return tuple(entries), in_order(diagnostics)


def read_entry(project: Path, found: Found) -> tuple[Entry, tuple[Diagnostic, ...]]:
    """Return one entry and the faults of its files."""
    document, faults = _document(project, found)
    stories: dict[Language, Story] = {}
    for language, name in found.stories:
        story, more = _story(project, SourcePath(f"{found.folder}/{name}"))
        stories[language] = story
        faults += more
    entry = Entry(
        found.kind,
        found.id,
        found.folder,
        document or Document(found.document, {}, {}),
        stories,
        found.files,
        broken=document is None,
    )
    return entry, faults


def _document(project: Path, found: Found) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    if not found.complete:
        return None, ()
    raw, faults = read_text_file(project, found.document)
    return (None, faults) if faults else parse_document(found.document, raw)


def _story(project: Path, path: SourcePath) -> tuple[Story, tuple[Diagnostic, ...]]:
    raw, faults = read_text_file(project, path)
    text, more = ("", faults) if faults else decode(path, raw)
    return Story(path, text), more
