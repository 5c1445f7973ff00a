"""Products as rows of a spreadsheet.

Owns the columns of ``data/products.csv``: one line a product, lists joined, addresses
absolute. Called by :mod:`ocop.pages.views.data`.
"""

from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS
from ocop.pages.facts.values import addresses, date, now
from ocop.pages.routes import short_code
from ocop.pages.site import Site
from ocop.pages.table import Cell
from ocop.pages.updated import updated
from ocop.text import localise


def columns(site: Site) -> tuple[str, ...]:
    """Return the heads of the columns: names and addresses once for every language."""
    languages = site.config.languages
    return (
        "id",
        *(f"name_{language}" for language in languages),
        *("set", "industry", "group", "producers"),
        *("village", "commune", "district", "province"),
        *("now_commune", "now_commune_name", "now_province", "now_province_name"),
        *("stars", "state", "decision", "date", "expires"),
        *("price_from", "price_to", "price_unit", "season"),
        *("gift", "gtin", "short", "sample", "updated"),
        *(f"url_{language}" for language in languages),
    )


def product_row(site: Site, product: Product) -> tuple[Cell, ...]:
    """Return one product's cells in the order of :func:`columns`."""
    config, family, origin = site.config, SETS[product.set], product.origin
    commune, province = now(origin)
    rating = site.catalogue.ratings[product.id]
    decisive = rating.recognition
    return (
        product.id,
        *(product.name.get(code) for code in config.languages),
        *(product.set, family.industry, family.group, _makers(site, product)),
        *(origin.village, origin.commune, origin.district, origin.province),
        *(origin.commune_now, commune.full_name if commune else None),
        *(origin.province_now, province.name if province else None),
        *(rating.stars, rating.state.value, decisive.decision if decisive else None),
        *(date(decisive.date if decisive else None), date(rating.expires)),
        *_price(site, product),
        "all" if product.whole_year else " ".join(map(str, product.season)),
        *(product.gift, product.gtin, short_code(product), product.sample),
        date(updated(product, site.catalogue.today)),
        *(config.url + path for path in addresses(site, "products", product.id).values()),
    )


def _makers(site: Site, product: Product) -> str:
    first = site.config.language
    names = (site.catalogue.producers[one].name for one in product.producers)
    return "; ".join(localise(name, first, first)[0] for name in names)


def _price(site: Site, product: Product) -> tuple[Cell, ...]:
    price, first = product.price, site.config.language
    if price is None:
        return None, None, None
    return price.start, price.to, localise(price.unit, first, first)[0]
