"""All records with the entries that they came from.

Owns what cross-checks look at: the typed records, and for each the entry whose document
gives a fault its place. Drafts are still here; they are checked like all others.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ocop.config import Config
from ocop.domain.article import News, Page
from ocop.domain.fair import Fair
from ocop.domain.place import PlaceEntry
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.paths import EntryId, SourcePath
from ocop.source.document import Document
from ocop.source.entry import Entry, Kind


@dataclass(frozen=True, slots=True)
class Records:
    """Typed records by id, ``entries`` by kind and id.

    Of an entry with errors the record is what is left of it without its faulty keys; of one
    that lost too much there is only the entry.
    """

    config: Config
    today: dt.date
    entries: Mapping[tuple[Kind, EntryId], Entry]
    products: Mapping[EntryId, Product]
    producers: Mapping[EntryId, Producer]
    places: Mapping[EntryId, PlaceEntry]
    fairs: Mapping[EntryId, Fair]
    programmes: Mapping[EntryId, Programme]
    news: Mapping[EntryId, News]
    pages: Mapping[EntryId, Page]
    unsound: frozenset[SourcePath] = frozenset()
    """The documents with errors: what their records lack may well be there, misspelt."""
    drafts: bool = False
    """Whether drafts are published too: to mention one is no fault, then."""

    def document(self, kind: Kind, entry: EntryId) -> Document:
        """Return the document of a record, whose ``fault`` makes a diagnostic at its place."""
        return self.entries[kind, entry].document
