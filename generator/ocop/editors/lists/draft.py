"""One entry as a list tells it: its keys, and the cell that each of them comes from.

Owns putting values together without ever changing one that is there already. Called by the
import of lists.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from ocop.diagnostics import Diagnostic
from ocop.editors.lists.sheet import Sheet
from ocop.paths import SourcePath
from ocop.source.document import Document, Mark, Tree, Where

Kind = Literal["product", "producer"]


_NUMBERS = ("phone", "zalo")


class Spot(NamedTuple):
    """A cell: its sheet, its row and column from 0."""

    sheet: Sheet
    row: int
    column: int

    def fault(self, code: str, **args: object) -> Diagnostic:
        """Return the diagnostic ``code`` at the cell."""
        return self.sheet.fault(code, self.row, self.column, **args)


class Draft(Struct):
    """An entry in the making; ``spot`` is its first cell, ``stated`` the id that the list gives.

    ``makers`` are the producers of a product, as drafts; ``assumed`` the keys that no cell states.
    """

    kind: Kind
    spot: Spot
    stated: str = ""
    tree: dict[str, Tree] = field(default_factory=dict)
    spots: dict[Where, Spot] = field(default_factory=dict)
    makers: "list[Draft]" = field(default_factory=list)
    name: str = ""
    assumed: set[str] = field(default_factory=set)
    _thinned: bool = False

    def put(self, where: Where, value: Tree, spot: Spot) -> Diagnostic | None:
        """Set what is at ``where``; return the fault of a list that says two things of it."""
        at: Tree = self.tree
        for step in where[:-1]:
            assert isinstance(at, dict)
            at = at.setdefault(str(step), {})
        assert isinstance(at, dict)
        last = str(where[-1])
        if last in at:
            if at[last] == value or (last in _NUMBERS and same_digits(at[last], value)):
                return None
            first = self.spots[where]
            return spot.fault(
                "OCOP713",
                found=_shown(value),
                kept=_shown(at[last]),
                first=first.sheet.cell(*first[1:]),
            )
        at[last] = value
        self.spots[where] = spot
        return None

    def drop(self, where: Where) -> None:
        """Forget what is at ``where``, and the map that it leaves empty."""
        self._thinned = True
        at: Tree = self.tree
        above: list[tuple[dict[str, Tree] | list[Tree], str | int]] = []
        for step in where:
            if isinstance(at, dict):
                above.append((at, str(step)))
                at = at.get(str(step))
            elif isinstance(at, list) and isinstance(step, int) and step < len(at):
                above.append((at, step))
                at = at[step]
            else:
                return
        for inside, step in reversed(above):
            if isinstance(inside, dict):
                inside.pop(str(step), None)
            elif isinstance(step, int):
                inside[step] = None  # lists keep their numbers until all is dropped
            if inside and any(one is not None for one in _parts(inside)):
                break
        self.spots = {key: one for key, one in self.spots.items() if key[: len(where)] != where}

    def closed(self) -> None:
        """Take out what dropping left empty in lists."""
        for key, value in list(self.tree.items()) if self._thinned else ():
            if isinstance(value, list):
                value[:] = [one for one in value if one not in (None, {}, [])]
                if not value:
                    del self.tree[key]

    @property
    def cell(self) -> str:
        """Where the draft begins in its sheet."""
        return self.spot.sheet.cell(self.spot.row, self.spot.column)

    def nearest(self, where: Where) -> Spot:
        """Return where the value at ``where`` is told, else the one around it."""
        while where and where not in self.spots:
            where = where[:-1]
        return self.spots.get(where, self.spot)

    def document(self, path: SourcePath) -> tuple[Document, "list[Spot]"]:
        """Return the entry as a document whose line n is the n-th of the spots returned."""
        places = _Places(self)
        return Document(path, self.tree, places), places.spots


class _Places(Mapping[Where, Mark]):
    """The cells of a draft's keys as marks, found when a fault asks: nearly no draft has one."""

    def __init__(self, draft: Draft) -> None:
        self.spots = [draft.spot]
        self._draft = draft
        self._found: dict[Where, Mark] | None = None

    def __getitem__(self, where: Where) -> Mark:
        return self._marks()[where]

    def __iter__(self) -> Iterator[Where]:
        return iter(self._marks())

    def __len__(self) -> int:
        return len(self._marks())

    def _marks(self) -> dict[Where, Mark]:
        if self._found is None:
            self._found = {(): Mark(1, 1, 1, 1)}
            numbers: dict[tuple[str, int, int], int] = {}
            for where, spot in self._draft.spots.items():
                key = (spot.sheet.name, spot.row, spot.column)
                if key not in numbers:
                    self.spots.append(spot)
                    numbers[key] = len(self.spots)
                number = numbers[key]
                self._found[where] = Mark(number, 1, number, 1)
        return self._found


def placed(fault: Diagnostic, spots: list[Spot]) -> Diagnostic:
    """Return the fault of a draft's document at the cell that its line stands for."""
    spot = spots[fault.line - 1]
    there = spot.fault(fault.code)
    return replace(there, args={**fault.args, "cell": there.args["cell"]})


def same_digits(one: Tree, other: Tree) -> bool:
    """Tell whether two texts are one number, however its digits are set apart."""
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    ours, theirs = (re.sub(r"\D", "", text) for text in (one, other))
    return bool(ours) and ours == theirs


def _parts(inside: dict[str, Tree] | list[Tree]) -> list[Tree]:
    return list(inside.values()) if isinstance(inside, dict) else inside


def _shown(value: Tree) -> str:
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, dict):
        return ", ".join(map(_shown, value.values()))
    return value or ""
