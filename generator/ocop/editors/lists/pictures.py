"""Photos that a list brings along: named in a cell, or called like the product.

Owns finding them in the folder that the user names, or beside the list; copies nothing. Called
by :mod:`ocop.editors.lists.plan`.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from ocop.paths import EntryId
from ocop.text import nfc, slugify

_KINDS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
_NUMBERED = re.compile(r"(.+?)(?:-\d{1,2})?")


class Wanted(Struct, frozen=True):
    """A picture to copy: the file, and its name in the entry's folder."""

    source: Path
    name: str


class Pictures:
    """The pictures at hand: in the ``folder`` that the user named, else ``beside`` the list."""

    def __init__(self, beside: Path, folder: Path | None) -> None:
        self._beside, self._folder = beside, folder

    def of(
        self, entry: EntryId, name: str, named: Sequence[str]
    ) -> tuple[tuple[Wanted, ...], tuple[str, ...]]:
        """Return the pictures of an entry, and the names that no file has.

        Those that the list names; without any, those called like the entry or its name.
        """
        found: list[Path] = []
        missing: list[str] = []
        for one in named:
            file = self._named(one)
            if file is None:
                missing.append(one)
            else:
                found.append(file)
        if not named and self._folder is not None:
            found = self._by_slug.get(entry, []) or self._by_slug.get(slugify(name), [])
        return _wanted(entry, found), tuple(missing)

    def _named(self, name: str) -> Path | None:
        bare = nfc(name).replace("\\", "/").rsplit("/", 1)[-1].casefold()
        return self._by_name.get(bare) or self._by_name.get(bare.rpartition(".")[0] or bare)

    @cached_property
    def _files(self) -> list[Path]:
        if self._folder is None:
            return sorted(one for one in self._beside.iterdir() if _is_picture(one))
        return sorted(one for one in self._folder.rglob("*") if _is_picture(one))

    @cached_property
    def _by_name(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for one in self._files:
            found.setdefault(nfc(one.name).casefold(), one)
            found.setdefault(nfc(one.stem).casefold(), one)
        return found

    @cached_property
    def _by_slug(self) -> dict[str, list[Path]]:
        """Return the pictures by what they, or the folder that they lie in, are called."""
        found: dict[str, list[Path]] = {}
        for one in self._files:
            slugs = {slugify(one.stem)}
            if (numbered := _NUMBERED.fullmatch(slugify(one.stem))) is not None:
                slugs.add(numbered[1])
            if one.parent != self._folder:
                slugs.add(slugify(one.parent.name))
            for slug in slugs - {""}:
                found.setdefault(slug, []).append(one)
        return found


def _wanted(entry: EntryId, files: Sequence[Path]) -> tuple[Wanted, ...]:
    """Return files under names that every system can hold, no two alike."""
    taken: set[str] = set()
    wanted: list[Wanted] = []
    for file in files:
        stem, suffix, number = slugify(nfc(file.stem)) or entry, file.suffix.lower(), 1
        name = stem + suffix
        while name in taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        taken.add(name)
        wanted.append(Wanted(file, name))
    return tuple(wanted)


def _is_picture(file: Path) -> bool:
    return file.suffix.lower() in _KINDS and file.is_file() and not file.is_symlink()
