"""What was chosen as the sheets of a workbook: products, producers, and what no column holds.

Owns what stands in each cell. Every fact is in exactly one place, so that what an editor changes
there is what counts: in a column, or under its dotted key on the last sheet. Stories, photos and
files beside an entry are not here; they go in a parcel. Called by
:mod:`ocop.editors.handing.forms`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ocop.content.typed import MODELS
from ocop.dates import PartialDate
from ocop.editors.handing.chosen import Handed, Handover
from ocop.editors.handing.columns import (
    DAYS,
    PRODUCER,
    PRODUCT,
    Slot,
    columns,
    fact_at,
    recognitions,
    slots,
)
from ocop.editors.handing.dotted import Leaf, dotted, parts
from ocop.editors.handing.facts import Fact
from ocop.editors.handing.table import Cell, Column, Form, Sheet
from ocop.editors.handing.wording import say, spoken
from ocop.editors.lists.headings import title
from ocop.paths import EntryId
from ocop.schema.model import Model, nested
from ocop.schema.outline import outline
from ocop.source.document import Where
from ocop.text import Language, localise

_APART = ("photos", "story")
"""What goes in a parcel."""

_BESIDE = frozenset(
    ("kind", "representative", "phone", "zalo", "email", "website", "producer_address")
)
"""What a single table tells of a producer, too."""

_SPLITS = frozenset("\n;")
"""Signs at which a cell of several values is parted; a value with one stands on the last sheet."""

_EARLIEST = dt.date(1900, 3, 1)
"""From here on spreadsheets reckon days right."""


def sheets(given: Handover, language: Language) -> tuple[Sheet, ...]:
    """Return the sheets with headings in ``language``; the last only where it is needed."""
    lists = _lists(given, language)
    made = [
        Sheet(say(f"sheet.{key}", language), one.columns, one.rows())
        for key, one in zip(("products", "producers"), lists, strict=True)
    ]
    rest = [row for one in lists for row in one.rest()]
    return (*made, _details(rest, language)) if rest else tuple(made)


def product_table(given: Handover, language: Language) -> Sheet:
    """Return the products with the facts of the producer beside each that has just one."""
    products, producers = _lists(given, language)
    beside = tuple(slot for slot in producers.slots if slot.field.name in _BESIDE)
    people = {one.id: one for one in given.producers}
    rows = [
        [*row, *(producers.cell(slot, maker, 0) if maker else None for slot in beside)]
        for entry in given.products
        for maker in (_only_maker(entry, people),)
        for row in products.rows_of(entry)
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
    """One sheet of entries in the making."""

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

    def rows(self) -> list[list[Cell]]:
        """Return the rows of all entries."""
        return [row for entry in self.entries for row in self.rows_of(entry)]

    def rows_of(self, entry: Handed) -> list[list[Cell]]:
        """Return a row for every recognition of an entry, or one."""
        return [
            [self.cell(slot, entry, row) for slot in self.slots]
            for row in range(max(1, recognitions(entry)))
        ]

    def rest(self) -> Iterator[tuple[Handed, Where, Leaf]]:
        """Yield what no column holds."""
        for entry in self.entries:
            held = {
                way
                for slot in self.slots
                for row in range(max(1, recognitions(entry)))
                for way in _held(slot, entry, row)
            }
            for where, leaf in parts(entry.facts):
                if where not in held and where[0] not in _APART and not _is_beside(entry, where):
                    yield entry, where, leaf

    def cell(self, slot: Slot, entry: Handed, row: int) -> Cell:
        """Return what stands in an entry's row, counted from 0."""
        if row and not (slot.again or slot.of_recognition):
            return None
        name = slot.field.name
        if name == "id":
            return entry.id
        if name == "producer" and entry.kind == "product":
            return self._makers(entry)
        if not _held(slot, entry, row):
            return None
        return _cell(name, _told(slot, slot.fact(entry, row)), self.language)

    def _makers(self, entry: Handed) -> str | None:
        ids = fact_at(entry.facts, ("producer",))
        found = ids if isinstance(ids, list) else []
        return "\n".join(self.producers.get(EntryId(str(one)), str(one)) for one in found) or None


def _held(slot: Slot, entry: Handed, row: int) -> tuple[Where, ...]:
    """Return the ways to the single facts that a cell holds; none where it cannot hold them."""
    where, fact = slot.way(row), slot.fact(entry, row)
    if fact is None or (where[-1] in ("document",) and _is_beside(entry, where)):
        return ()
    if not isinstance(fact, list) or isinstance(fact[0], float):
        return (where,)
    if slot.language is None:
        return () if _splits(fact) else tuple((*where, number) for number in range(len(fact)))
    spoken = [tuple(one) if isinstance(one, dict) else () for one in fact]
    texts = [text for one in fact if isinstance(one, dict) for text in one.values()]
    # Texts by language stand beside each other only if each of them is in every language.
    if len(set(spoken)) > 1 or slot.language not in spoken[0] or _splits(texts):
        return ()
    return tuple((*where, number, slot.language) for number in range(len(fact)))


def _splits(texts: Iterable[Fact]) -> bool:
    """Tell whether some text would come out of a cell of several values as two."""
    return any(isinstance(one, str) and not _SPLITS.isdisjoint(one) for one in texts)


def _told(slot: Slot, fact: Fact) -> Fact:
    """Return a fact in the column's language, where it is a list of texts by language."""
    if slot.language is None or not isinstance(fact, list):
        return fact
    return [one[slot.language] for one in fact if isinstance(one, dict) and slot.language in one]


def _is_beside(entry: Handed, where: Where) -> bool:
    """Tell whether a fact is the name of a file beside the entry."""
    named = where[-1] in ("file", "document")
    return named and "://" not in str(fact_at(entry.facts, where))


def _cell(name: str, fact: Fact, language: Language) -> Cell:
    """Return what stands in the cell of a field: days as days where the whole of them is known."""
    if isinstance(fact, bool):
        return say("yes" if fact else "no", language)
    if isinstance(fact, list):
        between = ", " if isinstance(fact[0], (int, float)) else "\n"
        return between.join(map(str, fact))
    if isinstance(fact, str):
        return _day(fact) if name in DAYS else spoken(name, fact, language)
    return int(fact) if isinstance(fact, (int, float)) else None


def _day(text: str) -> dt.date | str:
    """Return a whole day as a date, a month or a year as its text."""
    date = PartialDate.parse(text)
    return date.first if date.day and date.first >= _EARLIEST else text


def _details(rest: Iterable[tuple[Handed, Where, Leaf]], language: Language) -> Sheet:
    """Return the sheet of single facts: whose, which, what; and in words for whom it is."""
    headings = [title(name, language) for name in ("entry", "key", "value", "remark")]
    widths = (36, 26, 60, 44)
    forms: tuple[Form, ...] = ("text", "text", "long", "long")
    made = [Column(*one) for one in zip(headings, forms, widths, strict=True)]
    rows: list[Sequence[Cell]] = [
        (f"{entry.kind}s/{entry.id}", dotted(where), _text(leaf), _remark(entry, where, language))
        for entry, where, leaf in rest
    ]
    return Sheet(say("sheet.details", language), made, rows)


def _text(leaf: Leaf) -> str:
    return str(leaf).lower() if isinstance(leaf, bool) else str(leaf)


def _remark(entry: Handed, where: Where, language: Language) -> str:
    """Return a key in words: ``Chè xanh: Giấy chứng nhận 1, Số``."""
    name = localise(entry.name, language, language)[0]
    return f"{name}: {', '.join(_words(MODELS[entry.kind], where, language))}"


def _words(model: type[Model], where: Where, language: Language) -> Iterator[str]:
    titles = _titles(model, language)
    key, *rest = where
    number = rest.pop(0) if rest and isinstance(rest[0], int) else None
    yield f"{titles[str(key)]} {number + 1}" if isinstance(number, int) else titles[str(key)]
    below = nested(model).get(str(key))
    if below is not None and rest:
        yield from _words(below, tuple(rest), language)
    elif rest:
        yield str(rest[-1])


@cache
def _titles(model: type[Model], language: Language) -> Mapping[str, str]:
    return {one.key: one.title for one in outline(model, language)}
