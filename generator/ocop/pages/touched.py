"""Which pages tell of some products: what an edit of their words, and of nothing else, can change.

Owns the reach of a product's words: its own page, the lists with its card, the pages of kindred
products, its makers, fairs, news. Counts, plans and groups are as they were. Files of facts, feeds
and the index are not pages (:mod:`ocop.pages.respelt`). ``test_touched`` holds it to the bytes of
all pages. Called by :mod:`ocop.amending`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.product import Product
from ocop.domain.taxonomy import INDUSTRIES, SETS
from ocop.pages.alike import Line
from ocop.pages.artifact import Artifact
from ocop.pages.counted import is_within
from ocop.pages.kin import MOST, chosen
from ocop.pages.lists import PER_PAGE, ids_in
from ocop.pages.plan import VIEWS, planned
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.translations import is_translated
from ocop.pages.updated import updated
from ocop.pages.views import places, producers, products, redirects, taxonomy
from ocop.paths import EntryId
from ocop.text import Language

WORDS = frozenset(
    (
        *("name", "summary", "price", "packs", "ingredients", "taste", "use", "storage"),
        *("shelf_life", "why_here", "capacity", "minimum_order", "export", "gift", "awards"),
        *("shops", "traceability", "video", "tags", "stories", "sources"),
    )
)
"""The fields of a product by which it stands in no other group, order of stars or address."""

TOLD = {"products", "producers", "taxonomy", "places", "redirects"} | {
    *("fairs", "programmes", "articles"),
}
NOT_BY_WORDS = {"search", "shortlist", "weaves", "offline", "meta"}
ELSEWHERE = {"home", "kiosk", "index", "data", "feeds"}
"""Views that others see to: home page and kiosk must show none of the products."""


class Orders(Struct, frozen=True):
    """All products, by language in the order of names and the best first, and in line."""

    alphabet: Mapping[Language, Sequence[EntryId]]
    best: Mapping[Language, Sequence[EntryId]]
    line: Sequence[EntryId]


def only_words(before: Product, now: Product, site: Site) -> bool:
    """Tell whether two states of a product differ by words alone."""
    default, today = site.config.language, site.catalogue.today
    return (
        all(
            one in WORDS or getattr(before, one) == getattr(now, one)
            for one in Product.__struct_fields__
        )
        and updated(before, today) == updated(now, today)
        and all(
            is_translated(before, code, default) == is_translated(now, code, default)
            for code in site.config.languages
        )
    )


def is_known(site: Site) -> bool:
    """Tell whether every view of a site is one whose reach is known here."""
    others = set(VIEWS) - TOLD - NOT_BY_WORDS - ELSEWHERE
    return not any(planned(site, name) for name in others)


def touched(
    site: Site, then: Orders, now: Orders, were: Mapping[EntryId, Product]
) -> Iterator[Artifact]:
    """Yield the pages of ``site`` that tell of the products that ``were`` other, or did so then.

    A page may come more than once. ``now`` are the orders of ``site``.
    """
    found = [site.catalogue.products[one] for one in were]
    for code in site.config.languages:
        routes = Routes(code, site.config.language)
        yield from _alone(site, routes, found)
        rows = _Rows(site, code, then, were), _Rows(site, code, now, {})
        for one in _near(site, then, now, found):
            before, after = (each.shown(one) for each in rows)
            if before != after or not were.keys().isdisjoint(chain.from_iterable(after)):
                yield products.page_of(site.catalogue.products[one], routes)
        yield from _lists(site, routes, then, now, found)
    for product in found:
        yield from redirects.to_product(site, product)
    yield from _naming(site, found)


def _alone(site: Site, routes: Routes, found: Sequence[Product]) -> Iterator[Artifact]:
    for one in found:
        yield products.page_of(one, routes)
        for maker in one.producers:
            yield producers.page_of(site.catalogue.producers[maker], routes)


class _Then(dict[EntryId, Product]):
    """Products as they ``were``, all others as they are."""

    def __init__(self, were: Mapping[EntryId, Product], now: Mapping[EntryId, Product]) -> None:
        super().__init__(were)
        self._now = now

    def __missing__(self, key: EntryId) -> Product:
        return self._now[key]


class _Rows:
    """The kindred of products by some orders; ``were`` are products that were other then."""

    def __init__(
        self, site: Site, code: Language, orders: Orders, were: Mapping[EntryId, Product]
    ) -> None:
        products = site.catalogue.products
        self._catalogue = site.catalogue
        self._places = _places(orders.best[code])
        self._line = Line(orders.line, _Then(were, products), site.config.language)

    def shown(self, key: EntryId) -> list[list[EntryId]]:
        """Return the ids in each row of the page of a product."""
        one, catalogue = self._catalogue.products[key], self._catalogue
        listed = [catalogue.by_producer[maker] for maker in one.producers]
        if (code := one.origin.commune_now) and gazetteer.commune(code):
            listed.append(catalogue.by_commune[code])
        rows = (sorted(ids_in(row), key=self._places.__getitem__) for row in listed)
        return chosen(key, rows, self._line)


def _near(site: Site, then: Orders, now: Orders, found: Sequence[Product]) -> frozenset[EntryId]:
    """Return the products on whose pages ``found`` may stand as kindred, or may have stood."""
    catalogue = site.catalogue
    makers = Counter(chain.from_iterable(map(ids_in, catalogue.by_producer.values())))
    # So far a page looks along the line, past all that its other rows may show.
    reach = MOST * (max(makers.values(), default=0) + 2) + 1
    near: set[EntryId] = set()
    for one in found:
        for line in (then.line, now.line):
            at = line.index(one.id)
            near.update(line[max(0, at - reach) : at + reach + 1])
        for maker in one.producers:
            near.update(ids_in(catalogue.by_producer[maker]))
        if one.origin.commune_now:
            near.update(ids_in(catalogue.by_commune[one.origin.commune_now]))
    return frozenset(near)


def _lists(
    site: Site, routes: Routes, then: Orders, now: Orders, found: Sequence[Product]
) -> Iterator[Artifact]:
    code, edited = routes.language, {one.id for one in found}
    for page in _differing(then.alphabet[code], now.alphabet[code], edited):
        yield products.list_page(routes, page)
    before, after = _places(then.best[code]), _places(now.best[code])
    for pages, ids in _shelves(site, routes, found):
        old, new = sorted(ids, key=before.__getitem__), sorted(ids, key=after.__getitem__)
        made = tuple(pages)
        yield from (made[page - 1] for page in _differing(old, new, edited))


def _places(ids: Sequence[EntryId]) -> Mapping[EntryId, int]:
    return {key: at for at, key in enumerate(ids)}


def _differing(
    then: Sequence[EntryId], now: Sequence[EntryId], edited: AbstractSet[EntryId]
) -> Iterator[int]:
    """Yield the pages of a list, from 1, that show edited products or others than before."""
    for page, at in enumerate(range(0, len(now), PER_PAGE), 1):
        shown = now[at : at + PER_PAGE]
        if then[at : at + PER_PAGE] != shown or not edited.isdisjoint(shown):
            yield page


def _shelves(
    site: Site, routes: Routes, found: Sequence[Product]
) -> Iterator[tuple[Iterator[Artifact], Sequence[EntryId]]]:
    """Yield the pages and the ids of every list that has one of ``found``, best first."""
    catalogue, codes = site.catalogue, tuple(INDUSTRIES)
    listed: dict[tuple[str, str | int], Sequence[Product]] = {}
    for one in found:
        industry, stars = SETS[one.set].industry, catalogue.ratings[one.id].stars
        listed["industry", codes.index(industry) + 1] = catalogue.by_industry[industry]
        listed["set", one.set] = catalogue.by_set[one.set]
        if stars and stars in catalogue.by_stars:
            listed["stars", stars] = catalogue.by_stars[stars]
        for month in one.season:
            listed["season", month] = catalogue.by_month[month]
    for (kind, which), row in listed.items():
        yield taxonomy.pages_of(routes, kind, int(which), row), ids_in(row)
    yield from _around(site, routes, found)


def _around(
    site: Site, routes: Routes, found: Sequence[Product]
) -> Iterator[tuple[Iterator[Artifact], Sequence[EntryId]]]:
    catalogue = site.catalogue
    provinces = {one.origin.province_now for one in found} & catalogue.provinces
    communes = {one.origin.commune_now for one in found} & catalogue.communes
    for codes, groups in (
        (provinces, catalogue.by_province),
        (communes, catalogue.by_commune),
    ):
        for code in filter(None, codes):
            yield places.pages_of(site, routes, code, groups[code]), ids_in(groups[code])


def _naming(site: Site, found: Sequence[Product]) -> Iterator[Artifact]:
    """Yield the pages of fairs, news and programmes that name a product or choose among them."""
    catalogue, edited = site.catalogue, {one.id for one in found}
    areas = [
        one.id
        for one in catalogue.programmes.values()
        if any(is_within(each.origin, one.area) for each in found)
    ]
    fairs = {fair.id for one in edited for fair in catalogue.fairs_of_product.get(one, ())}
    news = {one.id for one in catalogue.news.values() if not edited.isdisjoint(one.products)}
    for view, ids in (("programmes", {*areas}), ("fairs", fairs), ("articles", news)):
        if ids:
            yield from (one for one in planned(site, view) if one.args[-1] in ids)
