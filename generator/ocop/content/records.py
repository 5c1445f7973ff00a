"""All records with the documents that they came from.

Owns what checks look at: the typed records, and for each the document that gives a fault its
place. Drafts are still here; they are checked like all others.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, field

from ocop.config import Config
from ocop.content.leaf import Leaf
from ocop.domain.article import News, Page
from ocop.domain.fair import Fair
from ocop.domain.place import PlaceEntry
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.paths import EntryId, SourcePath
from ocop.source.document import Document
from ocop.source.entry import Entry, Kind

GROUPS: Mapping[Kind, str] = {
    "product": "products",
    "producer": "producers",
    "place": "places",
    "fair": "fairs",
    "programme": "programmes",
    "news": "news",
    "page": "pages",
}
"""The field of :class:`Records` and of the catalogue that holds each kind."""


class Records(Struct, frozen=True):
    """Typed records by id, ``leaves`` by kind and id; ``open`` gives an entry's document.

    Of an entry with errors the record is what is left of it without its faulty keys; of one
    that lost too much there is only the leaf. ``entry`` is the only one where an entry is
    looked at alone; there are no leaves then.
    """

    config: Config
    today: dt.date
    leaves: Mapping[tuple[Kind, EntryId], Leaf]
    open: Callable[[Kind, EntryId], Document]
    products: Mapping[EntryId, Product] = field(default_factory=dict)
    producers: Mapping[EntryId, Producer] = field(default_factory=dict)
    places: Mapping[EntryId, PlaceEntry] = field(default_factory=dict)
    fairs: Mapping[EntryId, Fair] = field(default_factory=dict)
    programmes: Mapping[EntryId, Programme] = field(default_factory=dict)
    news: Mapping[EntryId, News] = field(default_factory=dict)
    pages: Mapping[EntryId, Page] = field(default_factory=dict)
    unsound: frozenset[SourcePath] = frozenset()
    """The documents with errors: what their records lack may well be there, misspelt."""
    drafts: bool = False
    """Whether drafts are published too: to mention one is no fault, then."""
    entry: Entry | None = None

    @classmethod
    def alone(
        cls,
        kind: Kind,
        record: Any,
        config: Config,
        today: dt.date,
        documents: Callable[[Kind, EntryId], Document],
        *,
        sound: bool,
        entry: Entry | None = None,
    ) -> "Records":
        """Return the records of a catalogue that holds ``record`` and nothing else, if that."""
        if record is None:
            return cls(config, today, {}, documents, entry=entry)
        unsound = frozenset[SourcePath]() if sound else frozenset((record.path,))
        group: dict[str, Any] = {GROUPS[kind]: {record.id: record}}
        return cls(config, today, {}, documents, **group, unsound=unsound, entry=entry)

    def document(self, kind: Kind, entry: EntryId) -> Document:
        """Return the document of a record, whose ``fault`` makes a diagnostic at its place."""
        return self.open(kind, entry)
