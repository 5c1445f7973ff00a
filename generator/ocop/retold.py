"""An entry of which nothing has changed but the words of a story.

Owns when that is so: then the rest of its leaf holds, and neither the parser nor the schema need
be loaded to know the entry again. Called by :mod:`ocop.reading`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from ocop.content import kept
from ocop.content.kept import Packed
from ocop.content.leaf import Leaf
from ocop.diagnostics import Diagnostic
from ocop.pages.keys.records import retold_marks
from ocop.pages.markdown import NO_ENTRY, check_markdown
from ocop.paths import SourcePath
from ocop.source.decode import decode
from ocop.source.entry import Kind
from ocop.source.files import read_text_file
from ocop.source.marks import digest_of
from ocop.source.names import story_language
from ocop.text import Language


def retold(project: Path, packed: Packed, kind: Kind, changed: Sequence[str]) -> Packed | None:
    """Return a packed entry with the new words of ``changed``, its files that are not as before.

    None where anything else may have changed by that: the entry is then to be read in full.
    """
    leaf, record = kept.unpacked(packed, kind)
    folder = leaf.path.rpartition("/")[0]
    # What comes into a folder or leaves it is named itself; saving by renaming touches only it.
    files = [path for path in changed if path != folder]
    if leaf.path in files and _is_touched(project, leaf):
        files.remove(leaf.path)
    told = {path: story_language(path.rpartition("/")[2]) for path in files}
    if record is None or any(_is_open(leaf, path, language) for path, language in told.items()):
        return None
    words: dict[Language | None, str] = {}
    leads = [lead for lead in leaf.leads if lead.path not in told]
    for path, language in told.items():
        text, found = _words(project, SourcePath(path))
        if not text or any(fault.code != NO_ENTRY for fault in found):
            return None
        words[language] = text
        leads += found
    stories: Mapping[Language | None, str] = {**record.stories, **words}
    new = replace(leaf, leads=tuple(leads), marks=retold_marks(leaf.marks, stories))
    return kept.pack_leaf(new), kept.pack_record(replace(record, stories=stories))


def _is_touched(project: Path, leaf: Leaf) -> bool:
    """Tell whether the document holds what it held, though its time is another."""
    raw, faults = read_text_file(project, leaf.path)
    return bool(leaf.digest) and not faults and digest_of(raw) == leaf.digest


def _is_open(leaf: Leaf, path: str, language: Language | None) -> bool:
    """Tell whether a file is no story that was told, or one in which there was a fault."""
    return (
        language not in leaf.told
        or path.rpartition("/")[0] != leaf.path.rpartition("/")[0]
        or any(fault.path == path for fault in leaf.faults)
    )


def _words(project: Path, path: SourcePath) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a story and what its Markdown is to be asked for; empty if it cannot be read."""
    raw, faults = read_text_file(project, path)
    text, more = ("", faults) if faults else decode(path, raw)
    if more or not text.strip():
        return "", ()
    return text, tuple(check_markdown(text, path, {}))
