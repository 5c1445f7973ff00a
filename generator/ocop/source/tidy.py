"""An entry's folder as nearly all are: its document, stories and photos with plain names.

Owns no rule of its own: what it lists is exactly what :mod:`ocop.source.listing` would, and
a folder of which it is not certain it leaves to that. Called by :mod:`ocop.source.listing`.
"""

import os
from functools import lru_cache

from ocop.patterns import late
from ocop.source import names
from ocop.text import Language

# Good on every system, and like no other in another case or Unicode form.
_PLAIN = late(r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*")

_OTHER = Language("")

Tidy = tuple[tuple[tuple[Language, str], ...], tuple[str, ...]]
"""The stories with their languages, and the other files, both by name."""


def list_tidy(folder: str, document: str) -> Tidy | None:
    """Return what lies in ``folder`` beside ``document``; None if it takes a closer look.

    ``folder`` is a path of the system, ``document`` the name of a file that must be there.
    """
    found = _files(folder)
    if found is None or document not in found:
        return None
    stories: list[tuple[Language, str]] = []
    others: list[str] = []
    for name in sorted(found):
        language = _language(name)
        if language is None:
            return None
        if language:
            stories.append((language, name))
        elif name != document:
            others.append(name)
    return tuple(stories), tuple(others)


def _files(folder: str) -> list[str] | None:
    """Return the names of the files in ``folder``; None if there is anything but files."""
    files: list[str] = []
    try:
        with os.scandir(folder) as found:
            for one in found:
                if not one.is_file(follow_symlinks=False):
                    return None
                files.append(one.name)
    except OSError:
        return None
    return files


@lru_cache(maxsize=4096)
def _language(name: str) -> Language | None:
    """Return the language of a story's name, the empty one of other files, None if in doubt."""
    if _PLAIN.fullmatch(name) is None or names.is_ignored(name) or names.is_like_story(name):
        return None
    return names.story_language(name) or _OTHER
