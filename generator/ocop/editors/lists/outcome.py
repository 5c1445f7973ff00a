"""What an import does with each entry: the shapes that a plan is made of.

Owns no decision. Made by :mod:`ocop.editors.lists.plan`, carried out by
:mod:`ocop.editors.lists.carry`, told by :mod:`ocop.cli.import_`.
"""

from pathlib import Path
from typing import Literal

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.editors.lists.draft import Kind
from ocop.editors.lists.merge import Change
from ocop.editors.lists.pictures import Wanted
from ocop.paths import EntryId, SourcePath
from ocop.source.document import Tree
from ocop.source.entry import FOLDERS
from ocop.source.listing import CONTENT

Outcome = Literal["new", "added", "changed", "same", "differs", "problem"]
FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}


class Item(Struct, frozen=True):
    """What happens to one entry.

    ``cell`` is where the list begins to speak of it, ``reason`` why it is the one that is there
    already. ``tree`` is all of a new entry, ``changes`` what an old one gains; ``differing`` is
    what stays as the editor has it.
    """

    kind: Kind
    id: EntryId
    name: str
    cell: str
    outcome: Outcome
    reason: str = ""
    tree: dict[str, Tree] | None = None
    changes: tuple[Change, ...] = ()
    differing: tuple[Change, ...] = ()
    pictures: tuple[Wanted, ...] = ()

    @property
    def folder(self) -> SourcePath:
        """Where the entry lies in the project."""
        return SourcePath(f"{CONTENT}/{FOLDER_OF[self.kind]}/{self.id}")

    @property
    def path(self) -> SourcePath:
        """The file of its facts."""
        return SourcePath(f"{self.folder}/{self.kind}.yaml")


class Plan(Struct, frozen=True):
    """All that an import would do, producers first, and what is wrong with the list."""

    items: tuple[Item, ...]
    diagnostics: tuple[Diagnostic, ...]


class Wish(Struct, frozen=True):
    """What the user asks for besides the list: ``photos`` is a folder of pictures."""

    update: bool = False
    province: str = ""
    photos: Path | None = None
