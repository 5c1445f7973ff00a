"""Products as rows of a spreadsheet.

Owns the columns of ``data/products.csv``: one line a product, lists joined, addresses
absolute. Called by :mod:`ocop.pages.views.data`.
"""

from collections.abc import Mapping

from ocop.domain.product import Product
from ocop.pages.facts.products import product_facts
from ocop.pages.facts.values import Value
from ocop.pages.site import Site
from ocop.pages.table import Cell
from ocop.text import localise

_PLAIN = ("set", "industry", "group", "gift", "gtin", "short", "sample", "updated")
_PLACE = ("commune", "commune_name", "province", "province_name")
_RATING = ("stars", "state", "decision", "date", "expires")


def columns(site: Site) -> tuple[str, ...]:
    """Return the heads of the columns: names and addresses once for every language."""
    languages = site.config.languages
    return (
        "id",
        *(f"name_{language}" for language in languages),
        *("set", "industry", "group", "producers"),
        *("village", "commune", "district", "province"),
        *(f"now_{key}" for key in _PLACE),
        *_RATING,
        *("price_from", "price_to", "price_unit", "season"),
        *("gift", "gtin", "short", "sample", "updated"),
        *(f"url_{language}" for language in languages),
    )


def product_row(site: Site, product: Product) -> tuple[Cell, ...]:
    """Return one product's cells in the order of :func:`columns`."""
    cells = _cells(site, product)
    return tuple(cells[column] for column in columns(site))


def _cells(site: Site, product: Product) -> Mapping[str, Cell]:
    facts = product_facts(site, product)
    return {
        "id": product.id,
        **{f"name_{code}": product.name.get(code) for code in site.config.languages},
        **_some(facts, _PLAIN),
        **_some(facts["rating"], _RATING),
        **_some(facts["origin"], _PLACE, "now_"),
        "village": product.origin.village,
        "commune": product.origin.commune,
        "district": product.origin.district,
        "province": product.origin.province,
        "producers": _makers(site, product),
        "season": "all" if product.whole_year else " ".join(map(str, product.season)),
        **_price(site, product),
        **_some(facts["url"], site.config.languages, "url_", site.config.url),
    }


def _makers(site: Site, product: Product) -> str:
    first = site.config.language
    names = (site.catalogue.producers[one].name for one in product.producers)
    return "; ".join(localise(name, first, first)[0] for name in names)


def _price(site: Site, product: Product) -> Mapping[str, Cell]:
    price, first = product.price, site.config.language
    return {
        "price_from": price.start if price else None,
        "price_to": price.to if price else None,
        "price_unit": localise(price.unit, first, first)[0] if price else None,
    }


def _some(facts: Value, keys: tuple[str, ...], prefix: str = "", root: str = "") -> dict[str, Cell]:
    assert isinstance(facts, Mapping)
    return {f"{prefix}{key}": f"{root}{facts[key]}" if root else facts[key] for key in keys}
