"""Products as open data.

Owns the JSON shape of ``data/products.json`` (the contract, part 3). Called by
:mod:`ocop.pages.views.data` and by its sibling ``rows``.
"""

from ocop.domain.certificate import Price
from ocop.domain.product import Product
from ocop.domain.recognition import Rating, Recognition
from ocop.domain.taxonomy import SETS
from ocop.pages.facts.values import Value, addresses, date, origin, photos, stated
from ocop.pages.paper_links import paper_address
from ocop.pages.routes import short_code
from ocop.pages.site import Site
from ocop.pages.updated import updated


def product_facts(site: Site, product: Product) -> dict[str, Value]:
    """Return one product; every key is always there, None or empty where nothing is known."""
    catalogue = site.catalogue
    family = SETS[product.set]
    return {
        "id": product.id,
        "name": dict(product.name),
        "summary": dict(product.summary),
        "set": product.set,
        "industry": family.industry,
        "group": family.group,
        "producers": _producers(site, product),
        "origin": origin(product.origin),
        "rating": _rating(catalogue.ratings[product.id]),
        "recognitions": [_recognition(site, one) for one in product.recognitions],
        "proposed": product.proposed,
        "season": "all" if product.whole_year else list(product.season),
        "price": _price(product.price),
        "gift": product.gift,
        "gtin": product.gtin,
        "photos": photos(site, product.photos),
        "url": addresses(site, "products", product.id),
        "short": short_code(product),
        "sample": product.sample,
        "updated": date(updated(product, catalogue.today)),
    }


def _producers(site: Site, product: Product) -> list[Value]:
    found = (site.catalogue.producers[one] for one in product.producers)
    return [{"id": one.id, "name": dict(one.name), "kind": one.kind} for one in found]


def _rating(rating: Rating) -> dict[str, Value]:
    decisive = rating.recognition
    return {
        "stars": rating.stars,
        "state": rating.state.value,
        "decision": decisive.decision if decisive else None,
        "date": date(decisive.date) if decisive else None,
        "expires": date(rating.expires),
    }


def _recognition(site: Site, one: Recognition) -> dict[str, Value]:
    return stated(
        (
            ("stars", one.stars),
            ("date", date(one.date)),
            ("decision", one.decision),
            ("authority", one.authority),
            ("kind", one.kind),
            ("document", paper_address(site, one.document)),
            ("expires", date(one.expires)),
            ("extended", date(one.extended)),
            ("revoked", date(one.revoked)),
            ("reason", one.reason),
        )
    )


def _price(price: Price | None) -> Value:
    if price is None:
        return None
    return {
        "from": price.start,
        "to": price.to,
        "unit": dict(price.unit),
        "as_of": date(price.as_of),
    }
