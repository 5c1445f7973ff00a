"""The cards of every list of products, in the order of its pages.

Owns the one pass in which all lists of a language are put in order: the order of all products is
reckoned once, and every list follows it (:func:`ocop.pages.lists.order`). Called by
:mod:`ocop.pages.keys.reading`.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS
from ocop.pages.here import Here
from ocop.pages.keys.marks import joined
from ocop.pages.kin import MOST
from ocop.pages.lists import PER_PAGE, order
from ocop.paths import EntryId

Which = str | int | None


class Row(Struct, frozen=True):
    """A list as related products are chosen from it: its ids, the first of them, their cards."""

    ids: Sequence[EntryId]
    head: Sequence[EntryId]
    whole: bytes
    start: bytes


class Shelves:
    """The ids on every list, best first: ``commune``, ``industry``, ``producer`` …, by which."""

    def __init__(self, here: Here, cards: Mapping[EntryId, bytes]) -> None:
        self._cards = cards
        self._rows: dict[tuple[str, Which], Row] = {}
        catalogue = here.site.catalogue
        self.by_kind: dict[str, dict[Which, list[EntryId]]] = {
            kind: {}
            for kind in ("commune", "industry", "producer", "province", "season", "set", "stars")
        }
        for one in order(here):
            self._place(catalogue.products[one], catalogue.ratings[one].stars)

    def ids(self, kind: str, which: Which) -> Sequence[EntryId]:
        """Return the ids of the products on a list."""
        return self.by_kind[kind].get(which, ())

    def page(self, kind: str, which: Which, page: int) -> bytes:
        """Return the mark of the cards on one page, from 1, of a list."""
        shown = self.ids(kind, which)[(page - 1) * PER_PAGE : page * PER_PAGE]
        return joined(map(self._cards.__getitem__, shown))

    def row(self, kind: str, which: Which) -> Row:
        """Return a list as related products are chosen from it."""
        found = self._rows.get((kind, which))
        if found is None:
            ids = self.ids(kind, which)
            cards = [self._cards[one] for one in ids[: MOST + 1]]
            found = Row(ids, ids[:MOST], joined(cards), joined(cards[:MOST]))
            self._rows[kind, which] = found
        return found

    def _place(self, product: Product, stars: int | None) -> None:
        one, by_kind, origin = product.id, self.by_kind, product.origin
        for producer in product.producers:
            by_kind["producer"].setdefault(producer, []).append(one)
        by_kind["set"].setdefault(product.set, []).append(one)
        by_kind["industry"].setdefault(SETS[product.set].industry, []).append(one)
        by_kind["commune"].setdefault(origin.commune_now, []).append(one)
        by_kind["province"].setdefault(origin.province_now, []).append(one)
        by_kind["stars"].setdefault(stars, []).append(one)
        for month in product.season:
            by_kind["season"].setdefault(month, []).append(one)
