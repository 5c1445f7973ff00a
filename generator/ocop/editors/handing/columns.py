"""The columns of handed-over lists: which fact stands in which, under which heading.

Owns the choice and the order of columns; what a column is called, and what it means when it is
read again, is the table of :mod:`ocop.editors.lists.headings`. A column is written where an entry
fills it. Called by :mod:`ocop.editors.handing.sheets`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from ocop.editors.handing.chosen import Handed
from ocop.editors.handing.facts import Fact
from ocop.editors.handing.table import Column, Form
from ocop.editors.handing.wording import choices, say
from ocop.editors.lists.headings import Field, fields, title
from ocop.source.document import Where
from ocop.text import Language

PRODUCT = (
    *("id", "name", "set", "stars", "decision", "date", "authority", "recognition_kind"),
    *("expires", "extended", "revoked", "reason", "document", "proposed"),
    *("producer", "producer_id", "village", "commune", "district", "province", "commune_now"),
    *("summary", "price_from", "price_to", "unit", "as_of", "packs", "season", "gift"),
    "certificates",
    *("ingredients", "taste", "use", "storage", "shelf_life", "why_here", "capacity"),
    *("minimum_order", "export", "code", "gtin", "traceability", "video", "tags", "short"),
    *("guessed", "aliases", "draft", "sample", "sources"),
)
"""The columns of products, one row a recognition."""

PRODUCER = (
    *("id", "producer", "kind", "representative", "phone", "zalo", "email", "website"),
    *("facebook", "producer_address", "village", "commune", "district", "province"),
    *("commune_now", "point", "founded", "hours", "certificates", "private", "aliases"),
    *("draft", "sample", "sources"),
)
"""The columns of producers."""

ALWAYS = frozenset(
    (
        *("id", "name", "set", "stars", "decision", "date", "authority", "producer"),
        *("producer_id", "commune", "district", "province", "kind", "phone"),
    )
)
"""What stands there also when it is empty: what every list is about, to be filled in."""

_EVERY_ROW = frozenset(
    (
        *("id", "name", "set", "producer", "producer_id"),
        *("village", "commune", "district", "province", "commune_now"),
    )
)
"""What each row of a product says again, so that filters find all of them."""

_WHOLE = frozenset(("set", "stars", "proposed", "price_from", "price_to"))
DAYS = frozenset(("date", "expires", "extended", "revoked", "as_of", "founded"))
"""The fields whose cells are days."""

_LONG = frozenset(
    (
        *("summary", "ingredients", "taste", "use", "storage", "why_here", "capacity"),
        *("export", "packs", "sources", "hours", "minimum_order", "producer_address"),
    )
)
_WIDE = {"id": 26, "name": 34, "producer": 34, "authority": 26, "decision": 18, "email": 24}
_YES = frozenset(("gift", "draft", "sample"))
_KINDS = frozenset(("kind", "recognition_kind"))
_LONG_WIDTH, _USUAL, _SMALL = 44, 16, 10


class Slot(Struct, frozen=True):
    """One column of a list: the field, the language of its words, and the way to its fact."""

    field: Field
    where: Where
    language: Language | None = None

    @property
    def again(self) -> bool:
        """Tell whether every row of an entry says it."""
        return self.field.name in _EVERY_ROW

    @property
    def of_recognition(self) -> bool:
        """Tell whether each row has its own."""
        return self.field.part == "recognition"

    def way(self, row: int) -> Where:
        """Return the way to the fact of the entry's ``row``, counted from 0."""
        return ("recognitions", row, *self.where) if self.of_recognition else self.where

    def fact(self, entry: Handed, row: int) -> Fact:
        """Return what stands there."""
        return fact_at(entry.facts, self.way(row))


def slots(
    names: Iterable[str], entries: Sequence[Handed], first: Language, kept: Iterable[str] = ()
) -> tuple[Slot, ...]:
    """Return the columns that some of ``entries`` fill, and those that always stand there.

    A field of words has a column for the ``first`` language, then one for each other.
    """
    found: list[Slot] = []
    for name in names:
        field = fields()[name]
        always = name in ALWAYS or name in set(kept)
        for slot in _of_field(field, entries, first):
            if (always and slot.language in (None, first)) or _is_filled(slot, entries):
                found.append(slot)
    return tuple(found)


def columns(found: Iterable[Slot], language: Language, first: Language) -> tuple[Column, ...]:
    """Return the headings in ``language``; words in the ``first`` language go without its name."""
    return tuple(_column(one, language, first) for one in found)


def fact_at(facts: Fact, where: Where) -> Fact:
    """Return the fact at a way; None where there is none."""
    found: Fact = facts
    for step in where:
        if isinstance(found, dict) and step in found:
            found = found[str(step)]
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def _column(slot: Slot, language: Language, first: Language) -> Column:
    name = slot.field.name
    heading = title(name, language, None if slot.language in (None, first) else slot.language)
    form: Form = "long" if name in _LONG else "day" if name in DAYS else "text"
    told = _choices(name, language)
    if name in _WHOLE:
        return Column(heading, "number", max(_SMALL, len(heading) + 4), told)
    width = _LONG_WIDTH if form == "long" else _WIDE.get(name, _USUAL)
    return Column(heading, form, width, told)


def _choices(name: str, language: Language) -> tuple[str, ...]:
    """Return what an editor may choose from in a column; none where anything may stand."""
    if name in _YES:
        return (say("yes", language), say("no", language))
    if name in ("stars", "proposed"):
        return ("3", "4", "5")
    return choices(name, language) if name in _KINDS else ()


def _of_field(field: Field, entries: Sequence[Handed], first: Language) -> Iterator[Slot]:
    where = _WAYS.get(field.name, field.path)
    if not field.words or not _is_own(field, entries):
        yield Slot(field, where)
        return
    found = (fact_at(entry.facts, where) for entry in entries)
    items = chain.from_iterable(one if isinstance(one, list) else (one,) for one in found)
    spoken = chain.from_iterable(item for item in items if isinstance(item, dict))
    for language in dict.fromkeys((first, *map(Language, spoken))):
        yield Slot(field, where if field.many else (*where, language), language)


def _is_own(field: Field, entries: Sequence[Handed]) -> bool:
    """Tell whether a field is of the entries themselves and not of the producers beside them."""
    return field.part != "producer" or any(one.kind == "producer" for one in entries)


_WAYS: dict[str, Where] = {"set": ("set",), "producer_id": ("producer",)}
"""Where the facts are of columns that are named for a meaning."""


def _is_filled(slot: Slot, entries: Iterable[Handed]) -> bool:
    if slot.of_recognition:
        return any(
            slot.fact(entry, row) is not None
            for entry in entries
            for row in range(recognitions(entry))
        )
    return any(slot.fact(entry, 0) is not None for entry in entries)


def recognitions(entry: Handed) -> int:
    """Return how many recognitions an entry has."""
    found = entry.facts.get("recognitions")
    return len(found) if isinstance(found, list) else 0
