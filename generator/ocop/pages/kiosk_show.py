"""What runs on the kiosk's screen while nobody touches it: the best of the catalogue.

Owns the choice and its order. Called by the view ``kiosk``.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest

from ocop.domain.product import Product
from ocop.domain.taxonomy import industry_of
from ocop.pages.here import Here
from ocop.pages.lists import best_first

_PHOTOS, _WEAVES = 18, 6
_FEW = 6
_AFTER = 3
"""Photos after which a weave comes."""


def shown(here: Here) -> tuple[Product, ...]:
    """Return the best products, of one industry after the other, those with photos first.

    They have stars today, but where hardly any has. What is made up for demonstration comes last.
    """
    catalogue, pictures = here.site.catalogue, here.site.pictures
    ordered = sorted(best_first(here, catalogue.products.values()), key=lambda one: one.sample)
    starred = [one for one in ordered if catalogue.ratings[one.id].stars]
    chosen = starred if len(starred) >= _FEW else ordered
    pictured = [one for one in chosen if one.photos and one.photos[0].file in pictures]
    woven = [one for one in chosen if not one.photos or one.photos[0].file not in pictures]
    photos = _in_turn(pictured)[:_PHOTOS]
    return tuple(_mixed(photos, _in_turn(woven)[: _PHOTOS + _WEAVES - len(photos)]))


def _in_turn(products: Iterable[Product]) -> list[Product]:
    """Return ``products`` so that the industries take turns, each with its best first."""
    by_industry: dict[str, list[Product]] = {}
    for one in products:
        by_industry.setdefault(industry_of(one.set).code, []).append(one)
    turns = zip_longest(*by_industry.values())
    return [one for turn in turns for one in turn if one]


def _mixed(photos: Sequence[Product], weaves: Sequence[Product]) -> Iterator[Product]:
    """Yield all of both, a weave after every few photos."""
    rest = iter(weaves)
    for number, one in enumerate(photos, start=1):
        yield one
        if number % _AFTER == 0:
            yield from islice(rest, 1)
    yield from rest
