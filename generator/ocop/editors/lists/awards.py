"""The recognitions that a row states: one, or one for each group of columns or line of a cell.

Owns putting stars, decision and day together; what does not fit together is reported. Called by
:mod:`ocop.editors.lists.builder`.
"""

from collections.abc import Iterator

from msgspec import Struct, field

from ocop.dates import PartialDate
from ocop.diagnostics import Diagnostic
from ocop.editors.lists import decisions, values
from ocop.editors.lists.cells import Unclear
from ocop.editors.lists.columns import Column
from ocop.editors.lists.decisions import Decided, decisions_of
from ocop.editors.lists.draft import Draft, Spot
from ocop.editors.lists.row import Row
from ocop.editors.lists.sheet import Value
from ocop.source.document import Tree

Award = dict[str, tuple[str, Spot]]
"""One recognition: the text of each key and the cell that it comes from."""

_TICKED = {"stars_3": 3, "stars_4": 4, "stars_5": 5}


class Awards(Struct):
    """The recognitions of one row, and what is wrong with them."""

    row: Row
    found: list[Award] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def read(self) -> None:
        """Read every recognition of the row."""
        cells = [cell for cell in self.row.cells if _is_of_award(cell[0])]
        for turn in sorted({one.turn for one, _ in cells}) or [0]:
            self._turn([cell for cell in cells if cell[0].turn == turn], turn)

    def _turn(self, cells: list[tuple[Column, Value]], turn: int) -> None:
        stars = self._stars(cells) or (self._grouped_stars() if turn == 0 else [])
        decided = self._decided(cells) or (self._grouped_decision() if turn == 0 else [])
        others = self._others(cells)
        if not stars:
            if decided and any(one.field.name == "decision" for one, _ in cells):
                self.faults.append(decided[0][1].fault("OCOP710", found=decided[0][0].decision))
            return
        if turn == 0 and "kind" not in others and (said := self.row.group.get("kind")) is not None:
            spot = Spot(self.row.sheet, said.row, said.column)
            others["kind"] = (str(said.value), spot)
        year = next((one.year for one, _ in cells if one.year), None)
        for number, (star, decision) in enumerate(self._paired(stars, decided)):
            award: Award = {"stars": (str(star[0]), star[1])}
            if decision is not None:
                award |= _keys(*decision)
            if number == 0 or len(stars) == 1:
                award |= {
                    key: one for key, one in others.items() if key not in award or key == "date"
                }
            if year and "date" not in award:
                award["date"] = (str(year), star[1])
            self.found.append(award)

    def _paired(
        self, stars: list[tuple[int, Spot]], decided: list[tuple[Decided, Spot]]
    ) -> Iterator[tuple[tuple[int, Spot], tuple[Decided, Spot] | None]]:
        """Yield stars with their decisions; a lone star goes with the newest of several."""
        if len(stars) == len(decided):
            yield from zip(stars, decided, strict=True)
        elif not decided:
            yield from ((one, None) for one in stars)
        elif len(stars) == 1:
            newest = max(decided, key=lambda one: one[0].date.first if one[0].date else _NEVER)
            for one in decided:
                if one is not newest:
                    self.faults.append(one[1].fault("OCOP710", found=one[0].decision))
            yield stars[0], newest
        else:
            self.faults.append(decided[0][1].fault("OCOP710", found=decided[0][0].decision))
            yield from ((one, None) for one in stars)

    def _stars(self, cells: list[tuple[Column, Value]]) -> list[tuple[int, Spot]]:
        found: list[tuple[int, Spot]] = []
        for column, value in cells:
            spot = self._spot(column)
            if column.field.name in _TICKED:
                if _is_ticked(value):
                    found.append((_TICKED[column.field.name], spot))
            elif column.field.name == "stars":
                try:
                    found += [(one, spot) for one in values.stars_of(value)]
                except Unclear:
                    self._unclear(column, value)
        return found

    def _grouped_stars(self) -> list[tuple[int, Spot]]:
        said = self.row.group.get("stars")
        if said is None or not isinstance(said.value, int):
            return []
        return [(said.value, Spot(self.row.sheet, said.row, said.column))]

    def _decided(self, cells: list[tuple[Column, Value]]) -> list[tuple[Decided, Spot]]:
        for column, value in cells:
            if column.field.name == "decision":
                try:
                    return [(one, self._spot(column)) for one in decisions_of(value)]
                except Unclear:
                    self._unclear(column, value)
        return []

    def _grouped_decision(self) -> list[tuple[Decided, Spot]]:
        said = self.row.group.get("decision")
        if said is None:
            return []
        spot = Spot(self.row.sheet, said.row, said.column)
        return [(one, spot) for one in decisions_of(said.value)][:1]

    def _others(self, cells: list[tuple[Column, Value]]) -> Award:
        award: Award = {}
        for column, value in cells:
            name = column.field.name
            if column.field.part != "recognition" or name in ("stars", "decision"):
                continue
            try:
                told = values.read(column, value)
            except Unclear:
                self._unclear(column, value)
                continue
            if told is not None and isinstance(told.value, str):
                award[column.field.path[-1]] = (told.value, self._spot(column))
        return award

    def _spot(self, column: Column) -> Spot:
        return Spot(self.row.sheet, self.row.number, column.at)

    def _unclear(self, column: Column, value: Value) -> None:
        heading = column.heading
        self.faults.append(self._spot(column).fault("OCOP707", found=value, heading=heading))


_NEVER = PartialDate(1).first


def _is_ticked(value: Value) -> bool:
    try:
        return values.marked(value)
    except Unclear:
        return False


def _is_of_award(column: Column) -> bool:
    return column.field.part == "recognition" or column.field.name in _TICKED


def _keys(decided: Decided, spot: Spot) -> Award:
    award: Award = {}
    if decided.decision:
        award["decision"] = (decided.decision, spot)
    if decided.date:
        award["date"] = (decided.date.isoformat(), spot)
    if decided.authority:
        award["authority"] = (decided.authority, spot)
    return award


def is_same(one: dict[str, Tree], other: dict[str, Tree]) -> bool:
    """Tell whether two recognitions are one: the same decision, else the same day and stars.

    Equal numbers of decisions of different years are two.
    """
    ours, theirs = (_text(entry.get("decision")) for entry in (one, other))
    days = [_text(entry.get("date")) for entry in (one, other)]
    if all(days) and not _may_be_one(*days):
        return False
    if ours and theirs:
        return decisions.key_of(ours) == decisions.key_of(theirs)
    return _text(one.get("stars")) == _text(other.get("stars"))


def _may_be_one(one: str, other: str) -> bool:
    try:
        first, second = PartialDate.parse(one.strip()), PartialDate.parse(other.strip())
    except ValueError:
        return one == other
    return first.first <= second.last and second.first <= first.last


def _text(value: Tree) -> str:
    return value if isinstance(value, str) else ""


def _may_join(draft: Draft, old: dict[str, Tree], told: dict[str, Tree]) -> bool:
    """Tell whether two rows of a product may be one recognition.

    Rows with ids are a program's: without a decision each of them is one of its own.
    """
    return not draft.stated or bool(old.get("decision") and told.get("decision"))


def add_to(draft: Draft, award: Award) -> Iterator[Diagnostic]:
    """Add a recognition to a product, or its keys to the one that it already has."""
    listed = draft.tree.setdefault("recognitions", [])
    assert isinstance(listed, list)
    told: dict[str, Tree] = {key: text for key, (text, _) in award.items()}
    for number, old in enumerate(listed):
        if isinstance(old, dict) and _may_join(draft, old, told) and is_same(old, told):
            for key, (text, spot) in award.items():
                where = ("recognitions", number, key)
                if key not in old:
                    old[key] = text
                    draft.spots[where] = spot
                elif old[key] != text:
                    first = draft.spots[where]
                    at = first.sheet.cell(first.row, first.column)
                    yield spot.fault("OCOP713", found=text, kept=old[key], first=at)
            return
    number = len(listed)
    listed.append(told)
    draft.spots[("recognitions", number)] = award["stars"][1]
    draft.spots |= {("recognitions", number, key): spot for key, (_, spot) in award.items()}
