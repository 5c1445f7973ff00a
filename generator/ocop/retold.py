"""An entry of which nothing has changed but the words of a story.

Owns when that is so: then the rest of its leaf holds, and neither the parser nor the schema need
be loaded to know the entry again. Called by :mod:`ocop.reading`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ocop.content import kept
from ocop.content.kept import Packed
from ocop.content.leaf import Leaf
from ocop.pages.markdown import check_markdown
from ocop.paths import SourcePath
from ocop.source.decode import decode
from ocop.source.entry import Kind
from ocop.source.files import read_text_file
from ocop.source.names import story_language
from ocop.text import Language


def retold(project: Path, packed: Packed, kind: Kind, changed: Sequence[str]) -> Packed | None:
    """Return a packed entry with the new words of ``changed``, its files that are not as before.

    None where anything else may have changed by that: the entry is then to be read in full.
    """
    leaf, record = kept.unpacked(packed, kind)
    told = {path: story_language(path.rpartition("/")[2]) for path in changed}
    if record is None or any(_is_open(leaf, path, language) for path, language in told.items()):
        return None
    words = {language: _words(project, SourcePath(path)) for path, language in told.items()}
    if not all(words.values()):
        return None
    stories: Mapping[Language | None, str | None] = {**record.stories, **words}
    return packed[0], kept.pack_record(replace(record, stories=stories))


def _is_open(leaf: Leaf, path: str, language: Language | None) -> bool:
    """Tell whether a file is no story that was told, or one in which there was a fault."""
    folder = leaf.path.rpartition("/")[0]
    return (
        language not in leaf.told
        or path.rpartition("/")[0] != folder
        or any(fault.path == path for fault in (*leaf.faults, *leaf.leads))
    )


def _words(project: Path, path: SourcePath) -> str:
    """Return a story without a fault; empty for any other."""
    raw, faults = read_text_file(project, path)
    text, more = ("", faults) if faults else decode(path, raw)
    sound = text.strip() and not more and not any(check_markdown(text, path, {}))
    return text if sound else ""
