"""Building blocks of structured data: addresses, photos, papers, lists.

Owns how facts become schema.org objects without a name of their own. Called by
:mod:`ocop.pages.structured` only.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from ocop.dates import PartialDate
from ocop.domain import gazetteer
from ocop.domain.certificate import Certificate, Price
from ocop.domain.photo import Photo
from ocop.domain.place import Origin, Point
from ocop.domain.recognition import Rating
from ocop.pages.paper_links import paper_url
from ocop.pages.phones import phones
from ocop.pages.site import Site
from ocop.paths import SitePath

Thing = Mapping[str, object]
"""One schema.org object; what is not known is left out."""

_DONG = "VND"
"""The currency of every price, as ISO 4217 names it."""

VIETNAM: Thing = {"@type": "Country", "name": "VN"}


def thing(kind: str, **facts: object) -> Thing:
    """Return an object of a schema.org type with the facts that are known."""
    return filled({"@type": kind}, facts)


def filled(start: dict[str, object], facts: Thing) -> Thing:
    """Return ``start`` with those of ``facts`` that are known: neither None nor empty."""
    for key, value in facts.items():
        if value or value == 0:
            start[key] = value
    return start


def iso(date: PartialDate | None) -> str | None:
    """Return a date as ISO 8601, as precise as it is known."""
    return date.isoformat() if date else None


def images(site: Site, photos: Sequence[Photo]) -> list[str]:
    """Return the absolute addresses of published photos."""
    found = (site.pictures.get(photo.file) for photo in photos)
    return [site.config.url + picture.fallback.path for picture in found if picture]


def steps(site: Site, items: Iterable[tuple[str, SitePath]], first: int = 1) -> list[Thing]:
    """Return pages as the steps of a way, counted from ``first``."""
    return [
        thing("ListItem", position=position, name=name, item=site.config.url + path)
        for position, (name, path) in enumerate(items, start=first)
    ]


def listed(site: Site, items: Iterable[tuple[str, SitePath]], first: int = 1) -> list[Thing]:
    """Return pages as the elements of a list, counted from ``first``; each has its own details."""
    url = site.config.url
    return [
        {"@type": "ListItem", "position": position, "name": name, "url": url + path}
        for position, (name, path) in enumerate(items, start=first)
    ]


def address(origin: Origin | None, street: str = "") -> Thing:
    """Return a postal address with the present commune and province, as far as they are known."""
    commune = gazetteer.commune(origin.commune_now or "") if origin else None
    province = gazetteer.province(origin.province_now or "") if origin else None
    return thing(
        "PostalAddress",
        streetAddress=street,
        addressLocality=commune.full_name if commune else None,
        addressRegion=province.name if province else None,
        addressCountry="VN",
    )


def geo(point: Point | None) -> Thing | None:
    """Return coordinates in degrees, WGS 84."""
    return thing("GeoCoordinates", latitude=point[0], longitude=point[1]) if point else None


def telephone(written: str | None) -> str | None:
    """Return the first of some numbers as it is dialled from abroad, else as it was written."""
    found = phones(written or "")
    return (found[0].tel or found[0].text).removeprefix("tel:") if found else None


def offer(price: Price | None, unit: str, seller: Thing | Sequence[Thing]) -> Thing | None:
    """Return what its makers ask for a product, in đồng; None without a price.

    ``unit`` is what the price is for, in words. A span of prices is an ``AggregateOffer``.
    """
    if price is None:
        return None
    low, high = price.start, price.to or price.start
    single = low == high
    asked = {"price": low} if single else {"lowPrice": low, "highPrice": high}
    each = {"price": low} if single else {"minPrice": low, "maxPrice": high}
    return thing(
        "Offer" if single else "AggregateOffer",
        **asked,
        priceCurrency=_DONG,
        seller=seller,
        priceSpecification=unit
        and thing("UnitPriceSpecification", **each, priceCurrency=_DONG, unitText=unit),
    )


def stars(site: Site, rating: Rating) -> Thing | None:
    """Return the OCOP certificate behind stars that are shown today, None without them."""
    decisive = rating.recognition
    if rating.stars is None or decisive is None:
        return None
    return thing(
        "Certification",
        name=f"OCOP {rating.stars} sao",
        url=paper_url(site, decisive.document),
        certificationIdentification=decisive.decision,
        certificationStatus="https://schema.org/CertificationActive",
        certificationRating=_graded(rating.stars),
        issuedBy=_body(decisive.authority),
        validFrom=iso(decisive.date),
        expires=iso(rating.expires),
    )


def paper(site: Site, certificate: Certificate) -> Thing:
    """Return a quality or food-safety paper."""
    return thing(
        "Certification",
        name=certificate.kind,
        url=paper_url(site, certificate.file),
        certificationIdentification=certificate.number,
        issuedBy=_body(certificate.body),
        validFrom=iso(certificate.start),
        expires=iso(certificate.end),
    )


@cache
def _graded(stars: int) -> Thing:
    return thing("Rating", ratingValue=stars, bestRating=5, worstRating=1)


@lru_cache(maxsize=1024)
def _body(name: str | None) -> Thing | None:
    return thing("Organization", name=name) if name else None
