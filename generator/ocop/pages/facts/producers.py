"""Producers as open data.

Owns the JSON shape of ``data/producers.json``. The representative's name stays on the page:
a list of persons is not for bulk use. Called by :mod:`ocop.pages.views.data`.
"""

from ocop.domain.producer import Producer
from ocop.pages.facts.values import Value, addresses, date, origin, photos
from ocop.pages.site import Site


def producer_facts(site: Site, producer: Producer) -> dict[str, Value]:
    """Return one producer; every key is always there, None or empty where nothing is known."""
    return {
        "id": producer.id,
        "name": dict(producer.name),
        "kind": producer.kind,
        "address": dict(producer.address),
        "origin": origin(producer.origin) if producer.origin else None,
        "point": list(producer.point) if producer.point else None,
        "founded": date(producer.founded),
        "phone": producer.phone,
        "zalo": producer.zalo,
        "email": producer.email,
        "website": producer.website,
        "facebook": producer.facebook,
        "products": [one.id for one in site.catalogue.by_producer.get(producer.id, ())],
        "photos": photos(site, producer.photos),
        "url": addresses(site, "producers", producer.id),
        "sample": producer.sample,
    }
