"""What the last build knew, and the site that follows from it and from a few new entries.

Owns a site in which records are opened when a page asks for them. Called by
:mod:`ocop.retelling` and :mod:`ocop.amending`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from ocop import __version__, almanac
from ocop.content import kept
from ocop.content.reader import Reader
from ocop.content.records import GROUPS, Records
from ocop.content.selection import catalogue_of, with_makers
from ocop.domain.product import Product
from ocop.opened import Opened
from ocop.pages.site import Site
from ocop.paths import EntryId
from ocop.project import CACHE, template_folders
from ocop.reading import document, name_of, place_of
from ocop.source.entry import Kind
from ocop.state.leaves import Leaves, Packed
from ocop.state.memory import Last

Were = Mapping[EntryId, Product]
"""Products as they were before, by id."""

TOLD_ALONE = ("product", "producer")
"""The kinds of entries whose stories stand on their own page and, at most, in the index."""


class Known(Struct, frozen=True):
    """What the last build knew, and the entries that are new, by name."""

    reader: Reader
    last: Last
    leaves: Leaves
    facts: almanac.Facts
    new: Mapping[str, Packed]

    def products_before(self) -> Were:
        """Return the published products among the new entries as they were before, by id."""
        makers, published = dict.fromkeys(self.facts.producers), {*self.facts.products}
        return {
            EntryId(entry): with_makers(kept.record_from(kind, self.leaves.packed[name][1]), makers)
            for name, (kind, entry) in self._places()
            if kind == "product" and entry in published
        }

    def _places(self) -> Iterator[tuple[str, tuple[Kind, str]]]:
        return ((name, place_of(name)) for name in self.new)


def site_of(known: Known, *, drafts: bool) -> Site:
    """Return the site as the last build knew it, with the new entries, opened where asked.

    The orders of the products are not among what it knows yet.
    """
    packed = known.leaves.renewed(known.new).packed
    reader, facts = known.reader, known.facts
    makers = dict.fromkeys(facts.producers)
    groups: dict[str, Any] = {name: {} for name in GROUPS.values()}
    for name in packed:
        if not name.startswith(("product/", "producer/")):
            kind, entry = place_of(name)
            groups[GROUPS[kind]][EntryId(entry)] = kept.record_from(kind, packed[name][1])

    def record(kind: Kind, key: EntryId) -> Any:
        return kept.record_from(kind, packed[name_of((kind, key))][1])

    groups["producers"] = Opened(facts.producers, lambda key: record("producer", key))
    groups["products"] = Opened(
        facts.products, lambda key: with_makers(record("product", key), makers)
    )
    records = Records(
        reader.config,
        reader.today,
        {},
        lambda kind, entry: document(reader, kind, entry),
        **groups,
        drafts=drafts,
    )
    templates, warm = template_folders(reader.project), reader.project / CACHE / "state"
    site = Site(reader.config, catalogue_of(records), templates, {}, {}, {}, __version__, warm=warm)
    return almanac.opened(facts, site)
