"""What lies under ``content/``: every file's place, before any is opened.

Owns the layout of the content folder (the contract, part 1). Every file is part of an
entry, a documented leftover (:data:`ocop.source.names.IGNORED`), or reported; links are
never followed. Knows nothing of what the files hold. Called by :mod:`ocop.source.walk`.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.paths import EntryId, SourcePath, is_entry_id
from ocop.source import names
from ocop.source.entry import FOLDERS, Kind
from ocop.source.tidy import list_tidy
from ocop.text import Language, nfc

CONTENT = SourcePath("content")
"""The folder of all entries."""

Place = tuple[Kind, str]
"""Where an entry lies: its kind and the name of its folder."""

_FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}


class Found(Struct, frozen=True):
    """An entry's folder: its files by their use, names relative to it and sorted."""

    kind: Kind
    id: EntryId
    folder: SourcePath
    complete: bool
    stories: tuple[tuple[Language, str], ...]
    files: tuple[str, ...]

    @property
    def document(self) -> SourcePath:
        """The file of its facts, which is there if it is ``complete``."""
        return SourcePath(f"{self.folder}/{self.kind}.yaml")


def folder_of(kind: Kind, entry: str) -> SourcePath:
    """Return the folder of an entry."""
    return SourcePath(f"{CONTENT}/{_FOLDER_OF[kind]}/{entry}")


def list_content(project: Path) -> tuple[tuple[Found, ...], tuple[Diagnostic, ...]]:
    """Return every entry folder of the project, by path, and what is amiss with names."""
    places, faults = list_places(project)
    found: list[Found] = []
    for place in places:
        one, more = list_entry(project, place)
        found.append(one)
        faults += more
    return tuple(found), faults


def list_places(project: Path) -> tuple[tuple[Place, ...], tuple[Diagnostic, ...]]:
    """Return the kind and name of every entry folder, by path; none of them is opened."""
    listing = _Listing(project)
    return tuple(listing.places()), tuple(listing.faults)


def list_entry(project: Path, place: Place) -> tuple[Found, tuple[Diagnostic, ...]]:
    """Return one entry folder with its files, and what is amiss with their names."""
    listing = _Listing(project)
    kind, name = place
    found = listing.entry(kind, SourcePath(f"{CONTENT}/{_FOLDER_OF[kind]}"), name)
    return found, tuple(listing.faults)


class _Listing:
    def __init__(self, project: Path) -> None:
        self.project = project
        self.faults: list[Diagnostic] = []
        self.links: set[str] = set()

    def places(self) -> Iterator[Place]:
        folder = self.project / CONTENT
        if folder.is_symlink():
            self._fault("OCOP007", CONTENT)
        elif not folder.is_dir():
            self._fault("OCOP047", CONTENT)
        else:
            for item in self._scan(CONTENT):
                yield from self._kind_folder(item)

    def _kind_folder(self, item: os.DirEntry[str]) -> Iterator[Place]:
        path = SourcePath(f"{CONTENT}/{item.name}")
        if not item.is_dir(follow_symlinks=False):
            self._fault("OCOP040", path)
            return
        kind = FOLDERS.get(item.name)
        if kind is None:
            self._fault("OCOP041", path, folders=", ".join(FOLDERS))
            return
        inside = self._scan(path)
        self._check_twins(path, [entry.name for entry in inside])
        for entry in inside:
            if entry.is_dir(follow_symlinks=False):
                yield kind, entry.name
            else:
                self._fault("OCOP040", SourcePath(f"{path}/{entry.name}"))

    def entry(self, kind: Kind, parent: SourcePath, name: str) -> Found:
        """List one entry's folder."""
        folder = SourcePath(f"{parent}/{name}")
        if not is_entry_id(name):
            taken = {one.name for one in (self.project / parent).iterdir()}
            proposed = names.proposed_id(name, taken, kind)
            command = _move(folder, f"{parent}/{proposed}")
            self._fault("OCOP043", folder, id=name, proposed=proposed, command=command)
        document = f"{kind}.yaml"
        tidy = list_tidy(f"{self.project}/{folder}", document)
        if tidy is not None:
            return Found(kind, EntryId(name), folder, True, *tidy)
        inside = self._files(folder)
        stories = [(names.story_language(file), file) for file in inside]
        known = {document, *(file for language, file in stories if language is not None)}
        others = [file for file in inside if file not in known]
        if document not in inside:
            others = self._missing_document(folder, document, others)
        return Found(
            kind,
            EntryId(name),
            folder,
            document in inside,
            tuple((language, file) for language, file in stories if language is not None),
            tuple(file for file in others if not self._is_like_story(folder, file)),
        )

    def _files(self, folder: SourcePath) -> list[str]:
        """Return the regular files of an entry's folder and of the folders in it, by name."""
        found: list[str] = []
        open_folders = [""]
        while open_folders:
            below = open_folders.pop()
            path = SourcePath(f"{folder}/{below}".rstrip("/"))
            inside = self._scan(path)
            self._check_twins(path, [item.name for item in inside])
            for item in inside:
                if item.is_dir(follow_symlinks=False):
                    open_folders.append(f"{below}{item.name}/")
                elif item.is_file(follow_symlinks=False):
                    self._check_form(path, item.name)
                    found.append(f"{below}{item.name}")
                else:
                    self._fault("OCOP008", f"{path}/{item.name}")
        return sorted(found)

    def _scan(self, folder: SourcePath) -> list[os.DirEntry[str]]:
        """Return what lies in ``folder`` by name: no leftovers, links or unusable names."""
        try:
            with os.scandir(self.project / folder) as found:
                items = sorted(found, key=lambda item: item.name)
        except OSError:
            self._fault("OCOP008", folder)
            return []
        return [item for item in items if self._is_ours(folder, item)]

    def _is_ours(self, folder: SourcePath, item: os.DirEntry[str]) -> bool:
        if names.is_ignored(item.name):
            return False
        path = f"{folder}/{item.name}"
        if item.is_symlink():
            self._fault("OCOP007", path)
            self.links.add(path)
            return False
        if not names.is_usable(item.name):
            self._fault("OCOP049", path)
            return False
        return True

    def _check_form(self, folder: str, name: str) -> None:
        if not name.isascii() and nfc(name) != name:
            command = _move(f"{folder}/{name}", f"{folder}/{nfc(name)}")
            self._fault("OCOP045", f"{folder}/{name}", command=command)

    def _check_twins(self, folder: str, found: list[str]) -> None:
        """Report names that one folder of Windows or macOS cannot hold together."""
        first: dict[str, str] = {}
        for name in found:
            other = first.setdefault(nfc(name).casefold(), name)
            if other != name:
                self._fault("OCOP044", f"{folder}/{name}", other=other)

    def _missing_document(self, folder: SourcePath, document: str, others: list[str]) -> list[str]:
        """Report that ``document`` is missing; return ``others`` without what stands for it."""
        stem = document.removesuffix(".yaml")
        alike = {document, stem, f"{document}.txt", f"{stem}.txt"}
        for file in others:
            if file.casefold() in alike or file.endswith((".yaml", ".yml")):
                command = _move(f"{folder}/{file}", f"{folder}/{document}")
                self._fault("OCOP050", f"{folder}/{file}", file=document, command=command)
                return [other for other in others if other != file]
        if f"{folder}/{document}" not in self.links:
            self._fault("OCOP042", folder, file=document)
        return others

    def _is_like_story(self, folder: SourcePath, file: str) -> bool:
        if not names.is_like_story(file):
            return False
        self._fault("OCOP046", f"{folder}/{file}", proposed=names.proposed_story(file))
        return True

    def _fault(self, code: str, path: str, **args: str) -> None:
        shown = {name: names.printable(value) for name, value in args.items()}
        self.faults.append(Diagnostic(code, SourcePath(names.printable(path)), args=shown))


def _move(old: str, new: str) -> str:
    from shlex import quote  # only for advice

    return f"git mv {quote(old)} {quote(new)}"
