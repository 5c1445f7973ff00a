"""Structured data of every page, held to what schema.org and Google's guides say of each type.

The tables were written by hand from https://schema.org (which property may stand on which type)
and from https://developers.google.com/search/docs/appearance/structured-data (what is asked for),
in November 2026.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from ocop.domain.certificate import Price
from ocop.pages.plan import make, plan
from ocop.pages.site import Site
from support.rich_site import full_product, rich_site
from support.small_site import both, producer, site, vi

Thing = dict[str, Any]

THING = {"name", "description", "url", "image", "sameAs"}
ORGANIZATION = THING | {
    *("address", "email", "telephone", "foundingDate", "hasCertification", "location", "logo"),
}
PLACE = THING | {"address", "geo", "containedInPlace", "hasCertification", "telephone", "logo"}
WORK = THING | {
    *("datePublished", "headline", "inLanguage", "isBasedOn", "publisher", "expires"),
}
PRICED = THING | {"price", "minPrice", "maxPrice", "priceCurrency", "validFrom"}
OFFER = THING | {"price", "priceCurrency", "priceSpecification", "seller", "availability"}
MAY_HAVE = {
    "Product": THING
    | {
        *("productID", "gtin", "category", "countryOfOrigin", "manufacturer", "award", "offers"),
        *("hasCertification", "additionalProperty"),
    },
    "Certification": WORK
    | {
        *("certificationIdentification", "certificationRating", "certificationStatus"),
        *("issuedBy", "validFrom"),
    },
    "Rating": THING | {"ratingValue", "bestRating", "worstRating"},
    "PropertyValue": THING | {"propertyID", "value", "minValue", "maxValue", "unitText"},
    "Offer": OFFER,
    "AggregateOffer": OFFER | {"lowPrice", "highPrice", "offerCount"},
    "UnitPriceSpecification": PRICED | {"unitText"},
    "Organization": ORGANIZATION,
    "LocalBusiness": ORGANIZATION | PLACE,
    "AdministrativeArea": PLACE,
    "Place": PLACE,
    "Country": PLACE,
    "PostalAddress": THING
    | {"streetAddress", "addressLocality", "addressRegion", "addressCountry", "postalCode"},
    "GeoCoordinates": THING | {"latitude", "longitude"},
    "Event": THING
    | {
        *("startDate", "endDate", "eventStatus", "eventAttendanceMode", "location", "organizer"),
        *("offers", "performer"),
    },
    "NewsArticle": WORK,
    "WebSite": WORK | {"potentialAction"},
    "SearchAction": THING | {"target", "query-input"},
    "ItemList": THING | {"itemListElement", "numberOfItems", "itemListOrder"},
    "BreadcrumbList": THING | {"itemListElement", "numberOfItems", "itemListOrder"},
    "ListItem": THING | {"position", "item"},
}
"""What may stand on a type, those of the types that it comes from included."""

MUST_HAVE = {
    "Product": {"name"},
    "Certification": {"name"},
    "Offer": {"price", "priceCurrency"},
    "AggregateOffer": {"lowPrice", "priceCurrency"},
    "Organization": {"name"},
    "LocalBusiness": {"name", "address"},
    "Event": {"name", "startDate", "location", "description", "eventStatus"},
    "NewsArticle": {"headline", "datePublished"},
    "WebSite": {"name", "url"},
    "ItemList": {"itemListElement"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "GeoCoordinates": {"latitude", "longitude"},
}
ADDRESSES = ("url", "image", "item", "sameAs", "logo", "target", "isBasedOn")
DATES = ("startDate", "endDate", "datePublished", "validFrom", "expires", "foundingDate")
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
PAGE = re.compile(r"https?://\S+$")


class Scripts(HTMLParser):
    """The objects in the ``ld+json`` scripts of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[Thing] = []
        self._inside = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(json.loads(data))


@cache
def shop() -> Site:
    """The rich site, in which one product is real, so that its price is an offer."""
    return rich_site()


def things(value: object) -> Iterator[Thing]:
    """Every object inside another, itself included."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inside in value.values():
            yield from things(inside)
    elif isinstance(value, list):
        for one in value:
            yield from things(one)


def every(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def on(of: Site, path: str) -> list[Thing]:
    return Scripts(make(of, next(one for one in plan(of) if one.path == path))).found


def kinds(of: Site, path: str) -> set[str]:
    return {one["@type"] for one in on(of, path)}


PAGES = tuple(
    one.path
    for one in plan(rich_site())
    if one.path.endswith(".html")
    and one.view not in ("search", "redirects", "meta", "offline", "shortlist", "kiosk")
    and not re.search(r"/p\d\d\.html$", one.path)
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_only_what_schema_org_knows_and_all_that_google_asks(path: str) -> None:
    found = on(shop(), path)

    assert found
    for whole in found:
        assert whole["@context"] == "https://schema.org"
        for one in things(whole):
            kind, said = one["@type"], one.keys() - {"@type", "@context"}
            assert said <= MAY_HAVE[kind], kind
            assert said >= MUST_HAVE.get(kind, set()), kind
            assert all(value not in (None, "", [], {}) for value in one.values()), one
            for key in said & {*ADDRESSES}:
                assert all(PAGE.match(text) for text in every(one[key]) if isinstance(text, str))
            for key in said & {*DATES}:
                assert ISO.fullmatch(one[key]), one[key]
            for key in said & {"eventStatus", "eventAttendanceMode", "certificationStatus"}:
                assert one[key].startswith("https://schema.org/")


@pytest.mark.parametrize("path", PAGES)
def test_places_in_a_list_follow_each_other_and_lead_somewhere(path: str) -> None:
    for one in on(shop(), path):
        if one["@type"] in ("ItemList", "BreadcrumbList"):
            places = [element["position"] for element in one["itemListElement"]]
            assert places == list(range(places[0], places[0] + len(places)))
            leads = "url" if one["@type"] == "ItemList" else "item"
            assert all(element[leads] for element in one["itemListElement"])


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("index.html", "WebSite"),
        ("products/tra.html", "Product"),
        ("producers/htx.html", "Organization"),
        ("places/38.html", "AdministrativeArea"),
        ("places/14758.html", "AdministrativeArea"),
        ("fairs/hoi-cho.html", "Event"),
        ("news/tin.html", "NewsArticle"),
        *(
            (list_of, "ItemList")
            for list_of in (
                *("products/index.html", "products/index-2.html", "producers/index.html"),
                *("places/index.html", "industries/index.html", "industries/1.html"),
                *("sets/4.html", "stars/4.html", "seasons/3.html", "places/38.html"),
                *("fairs/index.html", "programmes/index.html", "news/index.html"),
            )
        ),
    ],
)
def test_a_page_says_what_it_is_and_where_it_lies(prefix: str, page: str, kind: str) -> None:
    found = kinds(shop(), prefix + page)

    assert kind in found
    assert "BreadcrumbList" in found or page == "index.html"


def test_no_page_claims_reviews() -> None:
    said = {key for path in PAGES for one in things(on(shop(), path)) for key in one}

    assert not said & {"aggregateRating", "review", "reviewCount"}


def test_a_business_is_dialled_from_abroad_and_lies_somewhere() -> None:
    maker = producer(
        "cty", kind="company", name=vi("Cty Một"), phone="0335 123 456", point=(19.8, 105.7)
    )
    found = on(site(producers=[maker]), "producers/cty.html")
    business = next(one for one in found if one["@type"] == "LocalBusiness")

    assert business["telephone"] == "+84335123456"
    assert business["geo"] == {"@type": "GeoCoordinates", "latitude": 19.8, "longitude": 105.7}


def test_a_real_product_with_a_price_is_offered_by_its_maker_on_its_page() -> None:
    tea = full_product("tra", sample=False, price=Price(90_000), producers=("htx",))
    maker = producer("htx", name=both("HTX", "Co-op"))
    found = next(
        one
        for one in on(site(products=[tea], producers=[maker]), "en/products/tra.html")
        if one["@type"] == "Product"
    )

    assert found["offers"]["price"] == 90000
    assert found["offers"]["priceCurrency"] == "VND"
    assert found["offers"]["seller"]["name"] == "Co-op"


def test_who_answers_for_the_site_is_an_organisation_with_an_address() -> None:
    (found,) = on(shop(), "en/index.html")

    assert found["publisher"] == {
        "@type": "Organization",
        "name": "Department",
        "url": "https://x.vn/ocop/",
        "email": "a@x.vn",
        "telephone": "+84912345678",
        "address": {"@type": "PostalAddress", "streetAddress": "No. 1", "addressCountry": "VN"},
    }
