"""Names of photos that every system, address and editor can hold.

Owns what a tidy name is, and the new text of a file whose photos take other names. Touches no
disk. Called by :mod:`ocop.cli.photos`.
"""

import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from ocop.content.named import files
from ocop.diagnostics import Diagnostic
from ocop.editors.retouch import text_of, with_texts
from ocop.source.entry import Entry
from ocop.source.names import proposed_id
from ocop.text import nfc

_TIDY = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)+")
_SUFFIXES = {".jpeg": ".jpg", ".jpe": ".jpg"}


class Renaming(Struct, frozen=True):
    """New names of an entry's photos by those on the disk, and its file as it is to be then.

    ``text`` is None where the file names none of them.
    """

    names: Mapping[str, str]
    text: str | None


def tidy_name(name: str, taken: Collection[str]) -> str:
    """Return a name of plain small letters, digits and hyphens that is not in ``taken``."""
    path = PurePosixPath(nfc(name))
    if _TIDY.fullmatch(path.name) and path.name == PurePosixPath(name).name:
        return name
    suffix = path.suffix.lower()
    suffix = _SUFFIXES.get(suffix, suffix)
    stems = {PurePosixPath(one).stem for one in taken if one.lower().endswith(suffix)}
    return str(path.with_name(proposed_id(path.stem.replace("_", "-"), stems, "anh") + suffix))


def tidied(entry: Entry, raw: bytes, photos: Collection[str]) -> Renaming | Diagnostic | None:
    """Return what to call those of ``photos`` whose names are untidy; None if none is.

    ``raw`` is the entry's file. A diagnostic where its lines cannot take the new names.
    """
    names: dict[str, str] = {}
    for name in sorted(photos):
        others = {nfc(one).lower() for one in entry.files if one != name}
        better = tidy_name(name, others | set(names.values()))
        if better != name:
            names[name] = better
    if not names:
        return None
    new = {nfc(old): better for old, better in names.items()}
    places = {where: new[name] for where, name in files(entry) if name in new}
    if not places:
        return Renaming(names, None)
    path = entry.document.path
    text = text_of(path, raw)
    changed = None if text is None else with_texts(path, text, places)
    if changed is None:
        where = next(iter(places))
        return entry.document.fault("OCOP771", where, name=next(iter(names)))
    return Renaming(names, changed)
