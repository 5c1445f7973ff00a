"""Which names of files and folders are good, and what to call the others.

Owns the rules for names below ``content/`` beside the rule for ids (:mod:`ocop.paths`).
Touches no disk. Called by :mod:`ocop.source.listing` and, for ids, by ``ocop new``.
"""

import re
from collections.abc import Collection
from fnmatch import fnmatchcase

from ocop.paths import MAX_ID, EntryId, is_entry_id
from ocop.patterns import late
from ocop.text import Language, nfc, slugify

IGNORED = (
    ".DS_Store",
    "._*",
    ".Spotlight-V100",
    ".Trashes",
    ".directory",
    ".git",
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".idea",
    ".obsidian",
    ".vscode",
    ".*.sw?",
    ".#*",
    "*~",
    "~$*",
    ".~lock.*",
    "Thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
)
"""What systems and programs leave beside an editor's files: passed over without a word."""

_STORY = late(r"story\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md")
_LIKE_STORY = late(r"story\b.*\.(?:md|markdown|txt)", re.IGNORECASE)
_COUNTRY_FOR_LANGUAGE = {
    "vn": "vi",
    "vie": "vi",
    "eng": "en",
    "gb": "en",
    "us": "en",
    "jp": "ja",
    "kr": "ko",
    "cn": "zh",
}
_UNUSABLE = late('[\x00-\x1f\x7f-\x9f\\\\:*?"<>|\u202a-\u202e\u2066-\u2069\ud800-\udfff]|[. ]$')


def is_ignored(name: str) -> bool:
    """Tell whether ``name`` is a leftover of a system or program (:data:`IGNORED`)."""
    # Nearly no name begins or ends so; the patterns are tried on those alone.
    if name[0] not in ".~Ted" and name[-1] != "~":
        return False
    return any(fnmatchcase(name, pattern) for pattern in IGNORED)


def is_usable(name: str) -> bool:
    """Tell whether every system can hold a file called ``name``."""
    return _UNUSABLE.search(name) is None


def printable(name: str) -> str:
    """Return ``name`` with what no screen can show as ``?``."""
    return "".join(char if char.isprintable() else "?" for char in name)


def story_language(name: str) -> Language | None:
    """Return the language of ``story.<language>.md``; None for any other name."""
    found = _STORY.fullmatch(name)
    if found is None or found.group(1) in _COUNTRY_FOR_LANGUAGE:
        return None
    return Language(found.group(1))


def is_like_story(name: str) -> bool:
    """Tell whether ``name`` is meant to be a story's but is not."""
    return story_language(name) is None and _LIKE_STORY.fullmatch(name) is not None


def proposed_story(name: str) -> str:
    """Return the name that a file which is like a story's should have."""
    for part in re.split(r"[^a-z]+", name.lower())[1:-1]:
        if 2 <= len(part) <= 3:
            return f"story.{_COUNTRY_FOR_LANGUAGE.get(part, part)}.md"
    return "story.vi.md"


def proposed_id(name: str, taken: Collection[str] = (), fallback: str = "entry") -> EntryId:
    """Return an id made from ``name`` that is not in ``taken``: with ``-2``, ``-3`` … if need be.

    ``fallback`` stands for a name of which no letter is left.
    """
    stem = _shortened(slugify(nfc(name)) or fallback, MAX_ID)
    if not is_entry_id(stem):
        stem = f"{stem}-1"
    candidate, number = stem, 1
    while candidate in taken:
        number += 1
        candidate = f"{_shortened(stem, MAX_ID - 1 - len(str(number)))}-{number}"
    return EntryId(candidate)


def _shortened(slug: str, length: int) -> str:
    """Cut at a word's end where there is one."""
    if len(slug) <= length:
        return slug
    cut = slug[: length + 1].rpartition("-")[0]
    return cut or slug[:length]
