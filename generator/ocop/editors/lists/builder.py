"""From the rows of a list to drafts of products and producers.

Owns which rows are of one entry and which column fills which of its keys. Knows nothing of what
the project has already. Called by :mod:`ocop.editors.lists.plan`.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct, field

from ocop.editors.lists import awards, makers, places, readings, tongues, values
from ocop.editors.lists.awards import Awards
from ocop.editors.lists.built import Built, Setting
from ocop.editors.lists.cells import Unclear, line_of, text_of
from ocop.editors.lists.columns import Column
from ocop.editors.lists.details import add_detail
from ocop.editors.lists.draft import Draft, Spot
from ocop.editors.lists.row import Cells, Row, by_name
from ocop.editors.lists.sheet import Value
from ocop.source.document import Tree, Where
from ocop.text import Language, fold

_LISTS = ("photos", "certificates", "shops")
_APART = frozenset(
    ("id", "producer", "producer_id", "village", "commune", "district", "province", "commune_now")
)
"""Columns that fill no key by themselves: they tell whose the row is, and where it comes from."""


class Builder(Struct):
    """Takes rows one after the other; a later row of the same entry adds to its draft."""

    setting: Setting
    built: Built = field(default_factory=Built)
    _makers: dict[str, Draft] = field(default_factory=dict)
    _products: dict[tuple[str, str], Draft] = field(default_factory=dict)
    _words: list[tuple[Draft, tuple[str, ...], Language, Tree, Spot]] = field(default_factory=list)
    _before: Draft | None = None
    _restored: set[tuple[str, str]] = field(default_factory=set)

    def take(self, rows: Sequence[Row]) -> Built:
        """Return the drafts of all rows."""
        details: list[Row] = []
        for row in rows:
            if row.about == "products":
                self._product(row)
            elif row.about == "producers":
                self._producer_row(row)
            else:
                details.append(row)
        self._say_words()
        drafts = (*self.built.producers, *self.built.products)
        stated = {(one.kind, one.stated): one for one in drafts if one.stated}
        for row in details:
            self.built.faults += add_detail(row, stated, self.setting.language)
        return self.built

    # Products.

    def _product(self, row: Row) -> None:
        cells = by_name(row)
        if row.goes_on and self._before is not None:
            self._awards(self._before, row)
            return
        name = self._line(row, cells, "name")
        found = self._makers_of(row, cells)
        stated = self._line(row, cells, "id")
        draft = self._known(row, name, stated, found)
        self._before = draft
        if draft is None:
            return
        self._columns(draft, row, ("product", "entry"))
        self.built.faults += places.add_origin(
            draft, row, cells, self.setting.province, self.setting.scope
        )
        self.built.faults += readings.add_set(draft, row, cells)
        if "set" in draft.assumed and draft not in self.built.guesses[-1:]:
            self.built.guesses.append(draft)
        self.built.faults += readings.add_price(draft, row, cells)
        self._awards(draft, row)

    def _known(self, row: Row, name: str, stated: str, found: list[Draft]) -> Draft | None:
        """Return the draft that a row is about, a new one if it is the first."""
        spot = self._spot_of(row, "name" if name else "id")
        maker = makers.key_of(found[0].name) if found else ""
        key = ("id", stated) if stated else (_name_key(name), maker)
        draft = self._products.get(key)
        if draft is None:
            if not name:
                self.built.faults.append(spot.fault("OCOP708"))
                return None
            draft = Draft("product", spot, stated, name=name, makers=list(found))
            self._products[key] = draft
            self.built.products.append(draft)
        return draft

    def _awards(self, draft: Draft, row: Row) -> None:
        found = Awards(row)
        found.read()
        self.built.faults += found.faults
        for one in found.found:
            self.built.faults += awards.add_to(draft, one)

    # Producers.

    def _makers_of(self, row: Row, cells: Cells) -> list[Draft]:
        """Return the producers of a row as drafts, with what the row says of them."""
        ids = self._parts(row, cells, "producer_id")
        text = self._text(row, cells, "producer")
        column = cells["producer"][0].at if "producer" in cells else row.cells[0][0].at
        if not text and not ids and (said := row.group.get("producer")) is not None:
            text, column = str(said.value), said.column
        names = makers.makers_in(text)
        spot = Spot(row.sheet, row.number, column)
        if ids and len(names) != len(ids):
            lines = tuple(line.strip() for line in text.split("\n") if line.strip())
            names = lines if len(lines) == len(ids) else ("",) * len(ids)
        found = [
            self._maker(name, ids[number] if ids else "", spot) for number, name in enumerate(names)
        ]
        if len(found) == 1:
            self._about_maker(found[0], row, cells)
        return found

    def _maker(self, name: str, stated: str, spot: Spot) -> Draft:
        key = f"id:{stated}" if stated else makers.key_of(name)
        draft = self._makers.get(key)
        if draft is None:
            draft = Draft("producer", spot, stated, name=name)
            self._makers[key] = draft
            self.built.producers.append(draft)
        if name and "name" not in draft.tree:
            draft.name = name
            draft.put(("name",), name, spot)
        return draft

    def _about_maker(self, draft: Draft, row: Row, cells: Cells) -> None:
        self._columns(draft, row, ("producer",))
        if "address" in cells and "producer_address" not in cells:
            column, value = cells["address"]
            try:
                text = text_of(value).replace("\n", ", ")
            except Unclear:
                return
            if text and "address" not in draft.tree:
                draft.put(("address",), text, Spot(row.sheet, row.number, column.at))

    def _producer_row(self, row: Row) -> None:
        cells = by_name(row)
        name = self._line(row, cells, "producer")
        ids = self._parts(row, cells, "producer_id") or self._parts(row, cells, "id")
        if not name and not ids:
            spot = Spot(row.sheet, row.number, row.cells[0][0].at)
            self.built.faults.append(spot.fault("OCOP708"))
            return
        spot = self._spot_of(row, "producer" if name else "producer_id")
        draft = self._maker(name, ids[0] if ids else "", spot)
        self._columns(draft, row, ("producer", "entry"))
        self._about_maker(draft, row, cells)
        if any(key in cells for key in ("commune", "district", "province", "commune_now")):
            self.built.faults += places.add_origin(draft, row, cells, "", self.setting.scope)

    # Columns that fill one key.

    def _columns(self, draft: Draft, row: Row, parts: tuple[str, ...]) -> None:
        for column, value in row.cells:
            name, path = column.field.name, column.field.path
            if column.field.part == "meaning":
                self._meant(draft, row, column, value)
                continue
            # A producer is known by its name in the first language before its columns are read.
            apart = name in _APART and column.language in (None, self.setting.language)
            if column.field.part not in parts or apart:
                continue
            told = self._checked(row, column, value, partial(values.read, column))
            if told is None:
                continue
            spot = Spot(row.sheet, row.number, column.at)
            if column.language not in (None, self.setting.language):
                self._words.append((draft, path, column.language, told.value, spot))
            else:
                # Equal cells share what was read of them, and a draft's lists may grow.
                own = [*told.value] if isinstance(told.value, list) else told.value
                self._put(draft, path, own, spot)

    def _meant(self, draft: Draft, row: Row, column: Column, value: Value) -> None:
        """Read a column that is about what the sheet lists, whichever that is."""
        if column.field.name == "tax_code":
            if draft.kind == "producer":
                self._checked(row, column, value, values.tax_of)
        elif column.field.name in _LISTS and (draft.kind == "product") == (row.about == "products"):
            self._lists(draft, row, column, value)

    def _checked(
        self, row: Row, column: Column, value: Value, read: "Reader"
    ) -> values.Told | None:
        try:
            told = read(value)
        except Unclear:
            self._fault(row, column, "OCOP707", found=value, heading=column.heading)
            return None
        if told is not None and told.restored and not self._is_told(column, told.value):
            self._fault(row, column, "OCOP706", found=_plain(value), restored=told.value)
        return told

    def _is_told(self, column: Column, value: Tree) -> bool:
        """Tell whether a restored number was reported before: a producer has many rows."""
        known = len(self._restored)
        self._restored.add((column.field.name, str(value)))
        return len(self._restored) == known

    def _lists(self, draft: Draft, row: Row, column: Column, value: Value) -> None:
        spot = Spot(row.sheet, row.number, column.at)
        try:
            parts = re.split(r"[,;\n]", text_of(value))
        except Unclear:
            self._fault(row, column, "OCOP707", found=value, heading=column.heading)
            return
        told = [bare for part in parts if (bare := part.strip(" -•"))]
        if column.field.name == "photos":
            self.built.photos.append((draft, spot, tuple(told)))
        elif column.field.name == "certificates":
            self._put(draft, ("certificates",), [{"kind": one} for one in told], spot)
        else:
            self._put(draft, ("shops",), [_shop(one) for one in told], spot)

    def _say_words(self) -> None:
        """Put texts in further languages beside those in the first."""
        first = self.setting.language
        for draft, path, language, value, spot in self._words:
            self.built.faults += tongues.add_text(draft, path, first, language, value, spot)

    # Small things.

    def _put(self, draft: Draft, where: Where, value: Tree, spot: Spot) -> None:
        fault = draft.put(where, value, spot)
        if fault is not None:
            self.built.faults.append(fault)

    def _fault(self, row: Row, column: Column, code: str, **args: object) -> None:
        spot = Spot(row.sheet, row.number, column.at)
        self.built.faults.append(spot.fault(code, **args))

    def _spot_of(self, row: Row, name: str) -> Spot:
        at = next((one.at for one, _ in row.cells if one.field.name == name), row.cells[0][0].at)
        return Spot(row.sheet, row.number, at)

    def _text(self, row: Row, cells: Cells, name: str) -> str:
        if name not in cells:
            return ""
        column, value = cells[name]
        try:
            return text_of(value)
        except Unclear:
            self._fault(row, column, "OCOP707", found=value, heading=column.heading)
            return ""

    def _line(self, row: Row, cells: Cells, name: str) -> str:
        return " ".join(self._text(row, cells, name).split())

    def _parts(self, row: Row, cells: Cells, name: str) -> list[str]:
        text = self._text(row, cells, name).replace("\n", ";").replace(",", ";")
        return [part.strip() for part in text.split(";") if part.strip()]


Reader = Callable[[Value], values.Told | None]


def _name_key(name: str) -> str:
    return " ".join(fold(name).split())


def _plain(value: Value) -> str:
    try:
        return line_of(value)
    except Unclear:
        return str(value)


def _shop(text: str) -> Tree:
    return {"label": text, "url": text} if "://" in text else {"label": text}
