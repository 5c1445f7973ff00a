"""Which files of a project the web editor may read and write.

Owns the gate: an entry's document, its stories and what lies beside them; below ``content/``,
behind no link, under a name that the contract allows. Called by
:mod:`ocop.editors.admin.desk`.
"""

import os
import re
from pathlib import Path

from ocop.paths import SourcePath, is_entry_id, is_inside
from ocop.source.entry import FOLDERS, Kind
from ocop.source.listing import CONTENT

_STORY = re.compile(r"story\.[a-z]{2,3}\.md")
_BESIDE = re.compile(r"[^/]+\.(avif|gif|heic|jpe?g|pdf|png|svg|tiff?|webp)", re.IGNORECASE)


class RefusedError(Exception):
    """A file that the editor may not touch, or a text that is none: ``str`` says why."""


def document_kind(path: SourcePath) -> Kind | None:
    """Return the kind of entry that a path is the document of; None for other files."""
    parts = path.split("/")
    if len(parts) != 4 or parts[0] != CONTENT or not is_entry_id(parts[2]):
        return None
    kind = FOLDERS.get(parts[1])
    return kind if kind and parts[3] == f"{kind}.yaml" else None


def is_story(path: SourcePath) -> bool:
    """Tell whether a path is the story of an entry."""
    return _beside_entry(path) and _STORY.fullmatch(path.rpartition("/")[2]) is not None


def is_picture(path: SourcePath) -> bool:
    """Tell whether a path is a photo or paper beside an entry."""
    return _beside_entry(path) and _BESIDE.fullmatch(path.rpartition("/")[2]) is not None


def _beside_entry(path: SourcePath) -> bool:
    parts = path.split("/")
    return len(parts) == 4 and parts[0] == CONTENT and parts[1] in FOLDERS and is_entry_id(parts[2])


def inside(project: Path, path: str) -> Path:
    """Return where a path of the content lies.

    ``project`` is a real path. RefusedError for one that leads out of ``content/``, is hidden or
    goes through a link.
    """
    if not is_inside(path) or any(part.startswith(".") for part in path.split("/")):
        raise RefusedError(path)
    found = project / path
    if path.split("/")[0] != CONTENT or os.path.realpath(found) != str(found):
        raise RefusedError(path)
    return found
