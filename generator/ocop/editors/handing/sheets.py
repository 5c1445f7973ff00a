"""What was chosen as the sheets of a workbook: products, producers, and what no column holds.

Owns which rows there are. Every fact is in exactly one place, so that what an editor changes
there is what counts: in a column, or under its dotted key on the last sheet. Stories, photos and
files beside an entry are not here; they go in a parcel. Called by
:mod:`ocop.editors.handing.forms`.
"""

from collections.abc import Mapping, Sequence

from ocop.editors.handing.chosen import Handed, Handover
from ocop.editors.handing.columns import (
    PRODUCER,
    PRODUCT,
    Slot,
    columns,
    fact_at,
    recognitions,
    slots,
)
from ocop.editors.handing.details import Told, details
from ocop.editors.handing.dotted import parts
from ocop.editors.handing.filling import EMPTY, Filled, fill, is_beside
from ocop.editors.handing.table import Cell, Sheet
from ocop.editors.handing.wording import say
from ocop.paths import EntryId
from ocop.text import Language, localise

_APART = ("photos", "story")
"""What goes in a parcel."""

_BESIDE = frozenset(
    ("kind", "representative", "phone", "zalo", "email", "website", "producer_address")
)
"""What a single table tells of a producer, too."""


def sheets(given: Handover, language: Language) -> tuple[Sheet, ...]:
    """Return the sheets with headings in ``language``; the last only where it is needed."""
    lists = _lists(given, language)
    made = [
        Sheet(say(f"sheet.{key}", language), one.columns, one.rows)
        for key, one in zip(("products", "producers"), lists, strict=True)
    ]
    rest = [row for one in lists for row in one.rest]
    return (*made, details(rest, language)) if rest else tuple(made)


def product_table(given: Handover, language: Language) -> Sheet:
    """Return the products with the facts of the producer beside each that has just one."""
    products, producers = _lists(given, language)
    beside = tuple(slot for slot in producers.slots if slot.field.name in _BESIDE)
    people = {one.id: one for one in given.producers}
    rows = [
        [*row, *(producers.fill(slot, maker, 0).cell if maker else None for slot in beside)]
        for entry, of_entry in zip(given.products, products.rows_of, strict=True)
        for maker in (_only_maker(entry, people),)
        for row in of_entry
    ]
    headings = (*products.columns, *columns(beside, language, given.language))
    return Sheet(say("sheet.products", language), headings, rows)


def _only_maker(entry: Handed, people: Mapping[EntryId, Handed]) -> Handed | None:
    makers = entry.facts.get("producer")
    alone = makers[0] if isinstance(makers, list) and len(makers) == 1 else None
    return people.get(EntryId(str(alone)))


def _lists(given: Handover, language: Language) -> tuple["_List", "_List"]:
    first = given.language
    names = {one.id: localise(one.name, first, first)[0] for one in given.producers}
    products = _List(PRODUCT, given.products, first, language, names)
    return products, _List(PRODUCER, given.producers, first, language, names)


class _List:
    """One sheet of entries: the rows of each, and the ``rest`` that no column holds."""

    def __init__(
        self,
        fields: Sequence[str],
        entries: Sequence[Handed],
        first: Language,
        language: Language,
        producers: Mapping[EntryId, str],
    ) -> None:
        self.entries, self.language, self.producers = entries, language, producers
        self.first = first
        self.slots = slots(fields, entries, first)
        self.columns = columns(self.slots, language, first)

        self.rest: list[Told] = []
        self.rows_of = [self._rows(entry) for entry in entries]

    @property
    def rows(self) -> list[list[Cell]]:
        """The rows of all entries."""
        return [row for rows in self.rows_of for row in rows]

    def _rows(self, entry: Handed) -> list[list[Cell]]:
        """Return a row for every recognition of an entry, or one; note what no column holds."""
        filled = [
            [self.fill(slot, entry, row) for slot in self.slots]
            for row in range(max(1, recognitions(entry)))
        ]
        held = {way for row in filled for one in row for way in one.held}
        self.rest += (
            (entry, where, leaf)
            for where, leaf in parts(entry.facts)
            if where not in held and where[0] not in _APART and not is_beside(entry, where)
        )
        return [[one.cell for one in row] for row in filled]

    def fill(self, slot: Slot, entry: Handed, row: int) -> Filled:
        """Return what stands in an entry's row, counted from 0."""
        if row and not (slot.again or slot.of_recognition):
            return EMPTY
        if slot.field.name == "id":
            return Filled(entry.id)
        if slot.field.name == "producer" and entry.kind == "product":
            return Filled(self._makers(entry))
        return fill(slot, entry, row, self.language)

    def _makers(self, entry: Handed) -> str | None:
        ids = fact_at(entry.facts, ("producer",))
        found = ids if isinstance(ids, list) else []
        return "\n".join(self.producers.get(EntryId(str(one)), str(one)) for one in found) or None
