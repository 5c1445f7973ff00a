"""The orders of all products when a few of them have other names.

Owns where these stand now, found by looking at some of the others alone, and whether more than
orders may be new by that: the letters of the alphabet, or what stands on the home page. Called by
:mod:`ocop.amending`.
"""

from bisect import insort_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from ocop.almanac import Facts, ids_of, numbers_in, packed
from ocop.domain.taxonomy import industry_of
from ocop.pages.alike import place_in_line
from ocop.pages.here import Here
from ocop.pages.lists import by_name
from ocop.pages.product_list import letter_of
from ocop.pages.site import Site
from ocop.pages.touched import Orders
from ocop.paths import EntryId, SitePath
from ocop.recollected import Were

_FAR = 960
"""Places of the alphabet that names may move by together: further off, whole lists are new."""

Numbers = Sequence[int]


def reordered(facts: Facts, site: Site, were: Were) -> Facts | None:
    """Return ``facts`` with the orders of today; None if more than orders may be new.

    ``were`` are products of ``site``; all others are as ``facts`` know them.
    """
    edited = [facts.products.index(key) for key in were]
    alphabet, orders = dict(facts.alphabet), dict(facts.orders)
    for code in site.config.languages:
        here = Here(site, code, SitePath(""))
        old, best = numbers_in(facts.alphabet[code]), numbers_in(facts.orders[code])
        named, better = _by_name(facts, here), _by_stars(facts, here)
        new, now = _moved(old, edited, named), _moved(best, edited, better)
        if not _has_same_letters(facts, here, old, new, were) or not _has_same_front(
            facts, here, best, now, were
        ):
            return None
        alphabet[code], orders[code] = packed(new), packed(now)
    line = packed(_moved(numbers_in(facts.line), edited, _in_line(facts, site)))
    return msgspec.structs.replace(facts, alphabet=alphabet, orders=orders, line=line)


def orders_in(facts: Facts) -> Orders:
    """Return the orders that ``facts`` tell."""
    return Orders(
        {code: ids_of(facts, found) for code, found in facts.alphabet.items()},
        {code: ids_of(facts, found) for code, found in facts.orders.items()},
        ids_of(facts, facts.line),
    )


def _moved(order: Numbers, edited: Collection[int], place: Callable[[int], Any]) -> list[int]:
    """Return ``order`` with ``edited`` products where they belong now."""
    found = [one for one in order if one not in edited]
    for one in edited:
        insort_left(found, one, key=place)
    return found


def _by_name(facts: Facts, here: Here) -> Callable[[int], Any]:
    products, place = here.site.catalogue.products, by_name(here.speak)
    return lambda number: place(products[facts.products[number]])


def _by_stars(facts: Facts, here: Here) -> Callable[[int], Any]:
    ratings, place = here.site.catalogue.ratings, _by_name(facts, here)
    return lambda number: (-(ratings[facts.products[number]].stars or 0), *place(number))


def _in_line(facts: Facts, site: Site) -> Callable[[int], Any]:
    products, place = site.catalogue.products, place_in_line(site.config.language)
    return lambda number: place(products[facts.products[number]])


def _has_same_letters(facts: Facts, here: Here, old: Numbers, new: Numbers, were: Were) -> bool:
    """Tell whether every letter begins where it began."""
    places = [one for key in were for one in _both(facts, old, new, key)]
    start, end = min(places), max(places) + 1
    if end - start > _FAR:
        return False
    products = here.site.catalogue.products

    def letters(order: Numbers, known: Were) -> list[str]:
        ids = (facts.products[one] for one in order[start:end])
        return [letter_of(here, known.get(key) or products[key]) for key in ids]

    return letters(old, were) == letters(new, {})


def _has_same_front(facts: Facts, here: Here, old: Numbers, new: Numbers, were: Were) -> bool:
    """Tell whether home page and kiosk show none of ``were``, neither before nor now.

    They did not, and what stands there by its order still comes before them: on the kiosk that of
    their industry, for the industries take turns.
    """
    front, products = facts.front[here.language], here.site.catalogue.products
    if not were.keys().isdisjoint((*front.ordered, *front.dated, *front.kiosk)):
        return False

    def last(shown: Iterable[EntryId]) -> int:
        return max((old.index(facts.products.index(one)) for one in shown), default=-1)

    def alike(key: EntryId) -> Iterator[EntryId]:
        industry = industry_of(products[key].set)
        return (one for one in front.kiosk if industry_of(products[one].set) is industry)

    ends = {key: max(last(front.ordered), last(alike(key))) for key in were}
    return all(min(_both(facts, old, new, key)) > end for key, end in ends.items())


def _both(facts: Facts, old: Numbers, new: Numbers, key: EntryId) -> tuple[int, int]:
    number = facts.products.index(key)
    return old.index(number), new.index(number)
