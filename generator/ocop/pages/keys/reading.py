"""What keys are made from: every projection of one site, each reckoned once.

Owns the marks of records as they are shown today, and of what belongs together: a product's
photos and papers, its makers, the products that stand in one list. Knows no artifact. Called by
the families of this package.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from ocop.domain.fair import Fair
from ocop.domain.photo import Photo
from ocop.domain.place import Origin
from ocop.domain.product import Product
from ocop.pages.here import Here
from ocop.pages.keys import days
from ocop.pages.keys.frames import Frames
from ocop.pages.keys.marks import NONE, joined, mark
from ocop.pages.keys.orders import Shelves
from ocop.pages.keys.records import (
    ProducerMarks,
    ProductMarks,
    producer_marks,
    producer_marks_from,
    product_marks,
    product_marks_from,
)
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.text import Language

T = TypeVar("T")


class Reading(Struct, dict=True):
    """The projections of ``site``."""

    site: Site

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what ``make`` gives, made the first time that ``key`` is asked for."""
        return press_for(self.site).once(("key", key), make)

    @cached_property
    def frames(self) -> Frames:
        """What stands around pages."""
        return Frames(self.site)

    @cached_property
    def products(self) -> Mapping[EntryId, ProductMarks]:
        """The marks of every product."""
        known = self.site.marks.get("product", {})
        return {
            key: product_marks_from(known[key]) if known.get(key) else product_marks(one)
            for key, one in self.site.catalogue.products.items()
        }

    @cached_property
    def producers(self) -> Mapping[EntryId, ProducerMarks]:
        """The marks of every producer."""
        known = self.site.marks.get("producer", {})
        return {
            key: producer_marks_from(known[key]) if known.get(key) else producer_marks(one)
            for key, one in self.site.catalogue.producers.items()
        }

    @cached_property
    def cards(self) -> Mapping[EntryId, bytes]:
        """The card of every product as it is today."""
        products = self.site.catalogue.products
        return {key: self._card(marks, products[key]) for key, marks in self.products.items()}

    def card(self, product: Product) -> bytes:
        """Return the card of one product, of which no other is looked at."""
        return self._card(product_marks(product), product)

    def _card(self, marks: ProductMarks, product: Product) -> bytes:
        rating = self.site.catalogue.ratings[product.id]
        return joined(
            (marks.card, mark(days.shown_stars(rating)), self.pictures(product.photos[:1]))
        )

    @cached_property
    def newest(self) -> Mapping[EntryId, object]:
        """When every product last had news."""
        today = self.site.catalogue.today
        return {key: days.newest(one, today) for key, one in self.site.catalogue.products.items()}

    def all_cards(self) -> bytes:
        """Return the mark of the whole catalogue's cards."""
        return self.once("all cards", lambda: joined(self.cards.values()))

    def cards_of(self, products: Iterable[Product]) -> bytes:
        """Return the mark of a series of cards."""
        cards = self.cards
        return joined([cards[one.id] for one in products])

    def pictures(self, photos: Sequence[Photo]) -> bytes:
        """Return the mark of published photos."""
        if not photos:
            return NONE
        found = self.site.pictures
        return mark([found.get(photo.file) for photo in photos])

    def files(self, photos: Sequence[Photo], papers: Iterable[str | None]) -> bytes:
        """Return the mark of the photos and papers of an entry that are published."""
        known = self.site.papers
        sheets = [known.get(SourcePath(paper)) for paper in papers if paper]
        if not photos and not any(sheets):
            return NONE
        return joined((self.pictures(photos), mark(sheets)))

    def makers(self, ids: Iterable[EntryId]) -> bytes:
        """Return the mark of how to reach some producers."""
        return joined([self.producers[one].contact for one in ids])

    def place(self, origin: Origin | None) -> bytes:
        """Return which of an origin's units has a page."""
        catalogue = self.site.catalogue
        if origin is None:
            return _NO_PLACE
        if origin.commune_now in catalogue.communes:
            return _COMMUNE
        return _PROVINCE if origin.province_now in catalogue.provinces else _NO_PLACE

    def fairs(self, fairs: Iterable[Fair]) -> bytes:
        """Return the mark of links to some fairs, with their days."""
        return mark([(one.id, one.name, one.start, one.to, one.dates) for one in fairs])

    def here(self, language: Language) -> Here:
        """Return a reader of ``language``, for what depends on the language and on no page."""
        return self.once(("here", language), lambda: Here(self.site, language, SitePath("")))

    def shelves(self, language: Language) -> Shelves:
        """Return what stands on every list in ``language``."""
        return self.once(("shelves", language), lambda: Shelves(self.here(language), self.cards))

    def told(self, *what: Hashable) -> bytes:
        """Return the mark of a few plain words, which many artifacts share."""
        return self.once(("told", what), lambda: mark(what))


def reading(site: Site) -> Reading:
    """Return the projections of ``site``, the same for whoever asks."""
    return press_for(site).once("reading", lambda: Reading(site))


_NO_PLACE, _COMMUNE, _PROVINCE = (mark(word) for word in ("none", "commune", "province"))
