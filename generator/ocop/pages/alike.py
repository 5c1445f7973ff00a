"""Products that are really alike: one line of the whole catalogue in which the alike stand near.

Vietnamese names begin with what a thing is (``mật ong …``, ``nước mắm …``), so products that
stand together by set, first words of the name and place are alike. Owns that line, how close two
that stand side by side are, and who is nearest to a product: its neighbours on both sides, the
closer side first, not beyond its industry. The line is made once for a catalogue; finding the
nearest opens only the products around. Must not know pages. Called by
:mod:`ocop.pages.kin` and the keys of product pages.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from msgspec import Struct, field

from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.paths import EntryId
from ocop.text import Language, localise

_HEAD = 2
"""Words of a name that tell what the thing is."""

_NEAR_IN_PRICE = 2


class Line(Struct):
    """The ids of ``products`` in a row; ``first`` is the language whose names are compared."""

    ids: Sequence[EntryId]
    products: Mapping[EntryId, Product]
    first: Language
    _places: dict[EntryId, int] = field(default_factory=dict)
    _gaps: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note where each stands."""
        self._places = {one: at for at, one in enumerate(self.ids)}

    def nearest(self, to: EntryId, without: Collection[EntryId], most: int) -> list[EntryId]:
        """Return up to ``most`` others of the same industry, the closest first."""
        here = self._places[to]
        left, right = here - 1, here + 1
        before, after = self._closeness(left), self._closeness(here)
        found: list[EntryId] = []
        while len(found) < most and (before or after):
            if before >= after:
                at, left = left, left - 1
                before = min(before, self._closeness(left))
            else:
                at, right = right, right + 1
                after = min(after, self._closeness(right - 1))
            if self.ids[at] not in without:
                found.append(self.ids[at])
        return found

    def _closeness(self, at: int) -> int:
        """Return how close the product at a place is to the next; 0 where the line is cut."""
        if not 0 <= at < len(self.ids) - 1:
            return 0
        known = self._gaps.get(at)
        if known is None:
            one, other = (self.products[key] for key in self.ids[at : at + 2])
            known = self._gaps[at] = _closeness(one, other, self.first)
        return known


def line_of(site: Site) -> Line:
    """Return the line of the site's catalogue, made once."""
    return press_for(site).once("alike", lambda: _line(site, _ordered(site)))


def know_line(site: Site, ids: Iterable[EntryId]) -> None:
    """Take the line as known, so that none of its products has to be opened for it."""
    press_for(site).once("alike", lambda: _line(site, tuple(ids)))


def _line(site: Site, ids: Sequence[EntryId]) -> Line:
    return Line(ids, site.catalogue.products, site.config.language)


def _ordered(site: Site) -> Sequence[EntryId]:
    place = place_in_line(site.config.language)
    return tuple(one.id for one in sorted(site.catalogue.products.values(), key=place))


def place_in_line(first: Language) -> Callable[[Product], tuple[object, ...]]:
    """Return what tells where in the line a product stands."""

    def place(one: Product) -> tuple[int, list[str], str, str, str, str]:
        name = localise(one.name, first, first)[0].casefold()
        origin = one.origin
        province, commune = origin.province_now or "", origin.commune_now or ""
        return one.set, name.split()[:_HEAD], province, commune, name, one.id

    return place


def _closeness(one: Product, other: Product, first: Language) -> int:
    """Return 0 for different industries, more for group, set, words, place and price alike."""
    family, next_family = SETS[one.set], SETS[other.set]
    if family.industry != next_family.industry:
        return 0
    close = 1 + 8 * (family.group == next_family.group) + 16 * (one.set == other.set)
    close += 4 * min(_shared_words(one, other, first), 4)
    close += 2 * (one.origin.province_now == other.origin.province_now)
    close += one.origin.commune_now == other.origin.commune_now
    return close + _near_in_price(one, other)


def _shared_words(one: Product, other: Product, first: Language) -> int:
    """Return with how many words both names begin."""
    words, others = _words(one, first), _words(other, first)
    if words[0] != others[0]:
        return 0
    differ = (at for at, pair in enumerate(zip(words, others, strict=False)) if len({*pair}) > 1)
    return next(differ, min(len(words), len(others)))


def _words(product: Product, first: Language) -> list[str]:
    name = product.name.get(first) or localise(product.name, first, first)[0]
    return name.casefold().split() or [""]


def _near_in_price(one: Product, other: Product) -> bool:
    if one.price is None or other.price is None:
        return False
    low, high = sorted((one.price.start, other.price.start))
    return high <= _NEAR_IN_PRICE * low
