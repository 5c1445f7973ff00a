"""The chapters of a book: by industry, province or producer, each in alphabetical order.

Owns which product stands where. Knows no page. Called by :mod:`ocop.fair.book.matter`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.taxonomy import INDUSTRIES, Industry, industry_of
from ocop.fair.book.wish import Wish
from ocop.fair.facts import here_in
from ocop.pages.covers import foremost
from ocop.pages.here import Here
from ocop.pages.site import Site
from ocop.pages.terms import term
from ocop.paths import EntryId
from ocop.text import sort_key

K = TypeVar("K")

ELSEWHERE = "other"
"""The id of the chapter of what has no province, or no producer."""


class Chapter(Struct, frozen=True):
    """One chapter: its titles by language, its products, and the industry of its colours.

    ``maker`` is the producer of whom a chapter by producers tells, None in all others.
    """

    id: str
    titles: tuple[str, ...]
    products: tuple[Product, ...]
    industry: Industry
    maker: Producer | None = None


def chapters_of(site: Site, products: Sequence[Product], wish: Wish) -> tuple[Chapter, ...]:
    """Return the chapters in their order; each product stands in one, by its first producer."""
    views = tuple(here_in(site, language) for language in wish.languages)
    match wish.chapters:
        case "industry":
            return tuple(_by_industry(views, products))
        case "province":
            return tuple(_by_province(views, products))
        case "producer":
            return tuple(_by_producer(site, views, products))


def _by_industry(views: Sequence[Here], products: Sequence[Product]) -> Iterator[Chapter]:
    groups = _grouped(products, lambda one: industry_of(one.set).code)
    for code in sorted(groups, key=lambda code: INDUSTRIES[code].number):
        industry = INDUSTRIES[code]
        titles = tuple(term(here.t, industry) for here in views)
        yield Chapter(industry.key, titles, tuple(groups[code]), industry)


def _by_province(views: Sequence[Here], products: Sequence[Product]) -> Iterator[Chapter]:
    groups = _grouped(products, lambda one: one.origin.province_now or "")
    known = {code: unit for code in groups if (unit := gazetteer.province(code))}
    for code in sorted(known, key=lambda code: sort_key(known[code].name)):
        found = tuple(groups[code])
        yield Chapter(code, (known[code].name,) * len(views), found, foremost(found))
    rest = [one for one in products if one.origin.province_now not in known]
    yield from _rest(views, "book.others", rest)


def _by_producer(
    site: Site, views: Sequence[Here], products: Sequence[Product]
) -> Iterator[Chapter]:
    groups = _grouped(products, lambda one: one.producers[0] if one.producers else EntryId(""))
    makers = {one: site.catalogue.producers[one] for one in groups if one}
    said = views[0].speak.plain
    for key in sorted(makers, key=lambda one: (sort_key(said(makers[one].name)), one)):
        titles = tuple(here.speak.plain(makers[key].name) for here in views)
        found = tuple(groups[key])
        yield Chapter(key, titles, found, foremost(found), makers[key])
    yield from _rest(views, "book.unsigned", groups.get(EntryId(""), []))


def _rest(views: Sequence[Here], title: str, products: Sequence[Product]) -> Iterator[Chapter]:
    if products:
        titles = tuple(here.t(title) for here in views)
        yield Chapter(ELSEWHERE, titles, tuple(products), foremost(products))


def _grouped(products: Iterable[Product], key: Callable[[Product], K]) -> Mapping[K, list[Product]]:
    groups: dict[K, list[Product]] = {}
    for one in products:
        groups.setdefault(key(one), []).append(one)
    return groups
