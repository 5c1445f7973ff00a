"""What the catalogue itself counts for a programme's area today.

Owns the rule of which products belong to an area. Stated figures are never touched: these
stand beside them. Called by the programme pages and the open data.
"""

from functools import cache

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.catalogue import Catalogue
from ocop.domain.place import Origin
from ocop.domain.placename import spelling, split_kind
from ocop.domain.product import Product


class Counted(Struct, frozen=True):
    """Numbers of one area; ``stars`` pairs 5, 4 and 3 with the products that show them today."""

    products: int
    producers: int
    communes: int
    stars: tuple[tuple[int, int], ...]

    @property
    def rated(self) -> int:
        """How many products show stars today."""
        return sum(number for _, number in self.stars)


def counted(catalogue: Catalogue, area: Origin) -> Counted:
    """Count the products of ``area`` and what follows from them."""
    products = products_of(catalogue, area)
    shown = [catalogue.ratings[product.id].stars for product in products]
    return Counted(
        products=len(products),
        producers=len({maker for product in products for maker in product.producers}),
        communes=len({product.origin.commune_now for product in products} - {None}),
        stars=tuple((stars, shown.count(stars)) for stars in (5, 4, 3)),
    )


def products_of(catalogue: Catalogue, area: Origin) -> tuple[Product, ...]:
    """Return the products of ``area``, a province or district as it was in its time.

    A product belongs where the land of its present commune lay; where that is not known or
    came from both sides of the border, where its certificate says.
    """
    return tuple(one for one in catalogue.products.values() if is_within(one.origin, area))


def is_within(origin: Origin, area: Origin) -> bool:
    """Tell whether ``origin`` lies in ``area``."""
    before = gazetteer.formerly(origin.commune_now) if origin.commune_now else ()
    inside = {_in_units(one.province, one.district, area) for one in before}
    if len(inside) == 1:
        return inside.pop()
    return _in_units(origin.province, origin.district, area)


def _in_units(province: str | None, district: str | None, area: Origin) -> bool:
    if area.province and not (province and _provinces(province) & _provinces(area.province)):
        return False
    return not area.district or (district is not None and _bare(district) == _bare(area.district))


@cache
def _provinces(name: str) -> frozenset[str]:
    known = gazetteer.former_provinces_named(name)
    return frozenset(one.name for one in known) or frozenset([spelling(name)])


@cache
def _bare(district: str) -> str:
    return spelling(split_kind(district, "district")[1])
