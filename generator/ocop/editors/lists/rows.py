"""The rows of a sheet: which are entries, which say something of the rows below, which nothing.

Owns which row is which: groups, rows that go on with the product above, ditto marks, totals and
signatures. What a group says is :mod:`ocop.editors.lists.groups`'s. Called by the import.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from ocop.diagnostics import Diagnostic
from ocop.editors.lists.cells import Unclear, line_of
from ocop.editors.lists.columns import Column, Head, find_head, repeats
from ocop.editors.lists.groups import (
    Group,
    Said,
    annexed,
    award_in,
    ends,
    is_total,
    places_in,
    sets_in,
    with_said,
)
from ocop.editors.lists.headings import is_heading, read_heading
from ocop.editors.lists.makers import kind_of
from ocop.editors.lists.row import About, Row
from ocop.editors.lists.sheet import Sheet, Value
from ocop.text import fold

_MARKER = re.compile(r"(?:[ivx]{1,4}|[a-z]|\d{1,3}(?:\.\d{1,2})*)[.)]?")
_DITTO = ('"', "″", "〃", "''", "”", "“", "nt", "-nt-", "nhu tren", "- nt -", '"nt"', "...nt...")
_LONGEST = 500
"""The most signs of a line that is a group; looking through more of them only takes time."""

_FACTS = 4
_NAMES = frozenset(("name", "producer"))
_DITTO_LENGTH = max(map(len, _DITTO)) + 2


class Table(Struct):
    """The rows of a sheet as they are understood so far; ``head`` may change on the way.

    ``spanned`` are the rows with merged cells. ``by_hand``: people wrote them, who put ditto
    marks; a list with ids says what it says.
    """

    sheet: Sheet
    head: Head
    chosen: Mapping[str, str]
    about: About = "products"
    by_hand: bool = True
    spanned: frozenset[int] = frozenset()
    rows: list[Row] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    group: Group = field(default_factory=dict)

    def read(self) -> None:
        """Understand every row below the head."""
        self.about = _about(self.head)
        self.spanned = frozenset(row for row, _ in self.sheet.merged)
        self._annex()
        self.by_hand = self.about != "details" and "id" not in self.head
        self._unknown()
        number = self.head.below
        while number < len(self.sheet.rows):
            row = self.sheet.rows[number]
            again = self._new_head(number)
            if again is not None:
                self.head, number = again, again.below
                self.about = _about(again)
                continue
            if any(value not in ("", None) for value in row) and not repeats(self.head, row):
                self._row(number, row)
            number += 1

    def _annex(self) -> None:
        """Take the decision that a list is the annex of, where its title says so."""
        if "decision" in self.head:
            return
        for number, row in enumerate(self.sheet.rows[: self.head.row]):
            for at, value in enumerate(row):
                decision = annexed(value) if isinstance(value, str) else None
                if decision is not None and (number, at) not in self.sheet.merged:
                    self._say("decision", Said(decision, number, at))

    def _unknown(self) -> None:
        for row, column, text in self.head.unknown:
            if any(self._value(line, column) not in ("", None) for line in self._below()):
                self.faults.append(self.sheet.fault("OCOP704", row, column, found=text))

    def _below(self) -> Iterator[Sequence[Value]]:
        yield from self.sheet.rows[self.head.below :]

    def _value(self, row: Sequence[Value], column: int) -> Value:
        return row[column] if column < len(row) else None

    def _new_head(self, number: int) -> Head | None:
        """Return the head of another table that begins here: lists are often stacked."""
        mains = ("name", "producer", "number")
        if any(
            value is not None and not isinstance(value, str) for value in self.sheet.rows[number]
        ):
            return None  # heads hold no numbers and no days
        for one in self.head.columns:
            if one.field.name in mains:
                text = self._value(self.sheet.rows[number], one.at)
                if isinstance(text, str) and text and len(text) < 40:
                    found = read_heading(text)
                    # "Hợp tác xã Bình Sơn" begins like a heading and is none.
                    if found is not None and found.field.name in mains and is_heading(text):
                        head = find_head(self.sheet, self.chosen, number)
                        return head if head is not None and head.row == number else None
        return None

    def _row(self, number: int, row: Sequence[Value]) -> None:
        cells: list[tuple[Column, Value]] = [
            (one, value)
            for one in self.head.columns
            if (value := self._value(row, one.at)) not in ("", None)
        ]
        if self.about == "details" or any(one.field.name == "id" for one, _ in cells):
            # Rows with ids are a program's: nothing in them is a group, a total or a ditto mark.
            self._told(number, [(one, value) for one, value in cells if one.field.part != "none"])
            return
        # A row of many facts is no group, unless one text is merged over all of its columns.
        alone = self._alone(row) if len(cells) < _FACTS or number in self.spanned else None
        if alone is not None:
            own = [one for one in cells if (number, one[0].at) not in self.sheet.merged]
            if self._is_group(number, alone, own):
                return
        told = [(one, value) for one, value in cells if one.field.part != "none"]
        if self.by_hand:
            told = [(one, self._ditto(one, value)) for one, value in told]
        if told:
            self._told(number, told)

    def _alone(self, row: Sequence[Value]) -> tuple[int, str] | None:
        """Return the column and text of a row that says one thing, besides a number before it."""
        found: dict[str, int] = {}
        for at, value in enumerate(row):
            if isinstance(value, str) and value.strip():
                if len(value) > _LONGEST:
                    return None
                found.setdefault(" ".join(value.split()), at)
            elif value not in ("", None) and not self._is_count(at):
                found.setdefault(str(value), at)
            if len(found) > 2:  # two may be a number and its group, more is a row of facts
                return None
        words = {text: at for text, at in found.items() if not _MARKER.fullmatch(fold(text))}
        if len(words) != 1:
            return None
        text, at = next(iter(words.items()))
        return at, text

    def _is_count(self, at: int) -> bool:
        return not any(one.at == at and one.field.part != "none" for one in self.head.columns)

    def _is_group(
        self, number: int, alone: tuple[int, str], cells: Sequence[tuple[Column, Value]]
    ) -> bool:
        """Take a row that speaks of others; tell whether it is one."""
        at, text = alone
        filled = {one.field.name for one, _ in cells}
        counted = any(_is_counted(value) for one, value in cells if one.field.name == "number")
        if is_total(text) or (not counted and ends(text)):
            return True
        if places := places_in(text):
            for level, name in places:
                self._say(level, Said(name, number, at))
            return True
        if filled & {"stars", "decision", "date"}:
            return False
        found = sets_in(text)
        if counted and len(found) < 2:
            return False  # "1 | Chè" is a product, "1 | Thực phẩm" hardly one
        if found:
            self._say("classes", Said(",".join(map(str, found)), number, at))
        elif (
            self.about == "products" and kind_of(text) and "name" in filled and self._heads(number)
        ):
            self._say("producer", Said(text, number, at))
        elif award := award_in(text):
            self._say(award[0], Said(award[1], number, at))
        elif self.about == "products" and ("number" in filled or not filled & _NAMES):
            self.group = {key: one for key, one in self.group.items() if key != "kind"}
            self.faults.append(self.sheet.fault("OCOP709", number, at, found=text))
        else:
            return self._wide(number, at, text)
        return True

    def _wide(self, number: int, at: int, text: str) -> bool:
        """Take a merged line over most of the table that nothing explains."""
        copies = sum(row == number for row, _ in self.sheet.merged)
        if copies < max(2, len(self.head.columns) // 2):
            return False
        self.faults.append(self.sheet.fault("OCOP709", number, at, found=text))
        return True

    def _heads(self, number: int) -> bool:
        """Tell whether the row below has a name and no producer: it needs the one above."""
        below = next((row for row in self.sheet.rows[number + 1 :] if any(row)), None)
        if below is None:
            return False
        filled = {
            one.field.name
            for one in self.head.columns
            if self._value(below, one.at) not in ("", None)
        }
        return "name" in filled and "producer" not in filled

    def _say(self, what: str, said: Said) -> None:
        self.group = with_said(self.group, what, said)

    def _ditto(self, column: Column, value: Value) -> Value:
        if not isinstance(value, str) or len(value) > _DITTO_LENGTH or not self.rows:
            return value
        if fold(value) not in _DITTO:
            return value
        before = self.rows[-1]
        return next((old for one, old in before.cells if one.at == column.at), value)

    def _told(self, number: int, cells: Sequence[tuple[Column, Value]]) -> None:
        filled = {one.field.name for one, _ in cells}
        parts = {one.field.part for one, _ in cells}
        first = next((_line(v) for one, v in cells if one.field.name in ("name", "producer")), "")
        if "id" not in filled and is_total(first):
            return
        goes_on = False
        if self.about == "products" and "name" not in filled and "id" not in filled:
            if self.rows and ("recognition" in parts or any("stars_" in one for one in filled)):
                goes_on = True
            elif "producer" in filled and self._heads(number):
                producer = next(one for one in cells if one[0].field.name == "producer")
                self._say("producer", Said(producer[1], number, producer[0].at))
                self._keep_maker(number, cells)
                return
            else:
                self.faults.append(self.sheet.fault("OCOP708", number, cells[0][0].at))
                return
        self.rows.append(Row(self.sheet, number, self.about, cells, self.group, goes_on))

    def _keep_maker(self, number: int, cells: Sequence[tuple[Column, Value]]) -> None:
        """Remember what a producer's own row says besides its name: a row of the producers' own."""
        kept = [(one, value) for one, value in cells if one.field.part in ("producer", "meaning")]
        self.rows.append(Row(self.sheet, number, "producers", kept, self.group))


def _about(head: Head) -> About:
    """Return what the rows below a head list."""
    if "key" in head and "value" in head:
        return "details"
    return "products" if "name" in head else "producers"


def _is_counted(value: Value) -> bool:
    """Tell whether a row has a number of its own: not a letter or numeral, as groups have."""
    return isinstance(value, int | float) or str(value).strip(" .)").isdigit()


def _line(value: Value) -> str:
    try:
        return line_of(value)
    except Unclear:
        return ""


def read_rows(
    sheets: Sequence[Sheet], chosen: Mapping[str, str]
) -> tuple[tuple[Row, ...], tuple[Diagnostic, ...]]:
    """Return the rows of all sheets that have a head, and what of them is not understood.

    ``chosen`` are fields by heading as the user maps them. No rows and OCOP703 where no sheet
    has a head.
    """
    tables = []
    for sheet in sheets:
        head = find_head(sheet, chosen)
        if head is not None:
            tables.append(Table(sheet, head, chosen))
            tables[-1].read()
    if not tables:
        return (), (Diagnostic("OCOP703", sheets[0].path),)
    rows = tuple(row for table in tables for row in table.rows)
    return rows, tuple(fault for table in tables for fault in table.faults)
