"""What stands in one cell of a list, and which facts of its entry are told by it.

Owns the form of every value, and what a cell cannot hold: a text that would be read as two, texts
by language that are not all in one language. Called by :mod:`ocop.editors.handing.sheets`.
"""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from ocop.dates import PartialDate
from ocop.editors.handing.chosen import Handed
from ocop.editors.handing.columns import DAYS, Slot, fact_at
from ocop.editors.handing.facts import Fact
from ocop.editors.handing.returning import returns
from ocop.editors.handing.table import Cell
from ocop.editors.handing.wording import say, spoken
from ocop.source.document import Where
from ocop.text import Language

_SPLITS = frozenset("\n;")
"""Signs at which a cell of several values is parted; a value with one stands on the last sheet."""

_PAPERS = _SPLITS | {","}

_EARLIEST = dt.date(1900, 3, 1)
"""From here on spreadsheets reckon days right."""


_MOST = 32_767
"""The most characters that a cell of Excel holds."""


class Filled(Struct, frozen=True):
    """A cell, and the ways to the single facts that it tells."""

    cell: Cell
    held: tuple[Where, ...] = ()


EMPTY = Filled(None)


def fill(slot: Slot, entry: Handed, row: int, language: Language) -> Filled:
    """Return the cell of an entry's ``row``, its words in ``language``, if it can be read again."""
    where, fact = slot.way(row), slot.fact(entry, row)
    if fact is None or is_beside(entry, where):
        return EMPTY
    if slot.field.name == "certificates":
        return _kinds(where, fact)
    held = _held(slot, where, fact)
    told = _told(slot, fact)
    cell = _cell(slot.field.name, told, language) if held else None
    if cell is None or (isinstance(cell, str) and len(cell) > _MOST):
        return EMPTY
    return Filled(cell, held) if returns(slot.field, cell, told) else EMPTY


def _kinds(where: Where, fact: Fact) -> Filled:
    """Return the kinds of all papers in one cell; what else is known of them is not its business.

    Readers of lists part them at commas, too, and take dots and dashes before them away.
    """
    papers = fact if isinstance(fact, list) else []
    kinds = [str(fact_at(one, ("kind",))) for one in papers]
    if any(not _PAPERS.isdisjoint(one) or one != one.strip(" -•") for one in kinds):
        return EMPTY
    return Filled(", ".join(kinds), tuple((*where, n, "kind") for n in range(len(kinds))))


def _held(slot: Slot, where: Where, fact: Fact) -> tuple[Where, ...]:
    """Return the ways to the single facts that a cell holds; none where it cannot hold them."""
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


def is_beside(entry: Handed, where: Where) -> bool:
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
