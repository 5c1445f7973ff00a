"""Structured data: stars as a certification while they are shown, prices as offers."""

import datetime as dt
import json
from typing import Any

import pytest

from ocop.dates import PartialDate
from ocop.domain.certificate import Certificate, Price
from ocop.domain.fair import Fair
from ocop.domain.photo import Photo
from ocop.domain.place import Origin
from ocop.domain.recognition import Recognition
from ocop.pages import structured
from ocop.paths import EntryId, SourcePath
from support.small_site import EN, VI, both, picture, producer, product, site, vi

FOUR = Recognition(4, PartialDate(2025, 6, 19), "1946/QĐ-UBND", "UBND tỉnh Thanh Hóa")


def plain(thing: object) -> Any:
    return json.loads(json.dumps(thing))


def test_shown_stars_are_a_certification_with_its_dates() -> None:
    honey = product("mat-ong", name=both("Mật ong", "Honey"), recognitions=(FOUR,))
    found = plain(structured.product(site(products=[honey]), EN, honey))

    assert found["name"] == "Honey"
    assert found["url"] == "https://x.vn/ocop/en/products/mat-ong.html"
    assert found["hasCertification"] == [
        {
            "@type": "Certification",
            "name": "OCOP 4 sao",
            "certificationIdentification": "1946/QĐ-UBND",
            "certificationStatus": "https://schema.org/CertificationActive",
            "certificationRating": {
                "@type": "Rating",
                "ratingValue": 4,
                "bestRating": 5,
                "worstRating": 1,
            },
            "issuedBy": {"@type": "Organization", "name": "UBND tỉnh Thanh Hóa"},
            "validFrom": "2025-06-19",
            "expires": "2028-06-19",
        }
    ]
    assert found["countryOfOrigin"] == {"@type": "Country", "name": "VN"}
    assert not {"aggregateRating", "offers", "review"} & found.keys()  # it has no price


def test_stars_are_gone_the_day_after_the_end() -> None:
    honey = product("mat-ong", recognitions=(FOUR,))
    on_last, after = dt.date(2028, 6, 19), dt.date(2028, 6, 20)

    assert "hasCertification" in structured.product(
        site(products=[honey], today=on_last), VI, honey
    )
    assert "hasCertification" not in structured.product(
        site(products=[honey], today=after), VI, honey
    )


def test_a_lapsed_paper_is_not_claimed() -> None:
    papers = (
        Certificate("VietGAP", end=PartialDate(2026, 11, 20)),
        Certificate("HACCP", number="7", end=PartialDate(2027)),
    )
    honey = product("mat-ong", certificates=papers)
    found = plain(structured.product(site(products=[honey]), VI, honey))

    assert found["hasCertification"] == [
        {
            "@type": "Certification",
            "name": "HACCP",
            "certificationIdentification": "7",
            "expires": "2027",
        }
    ]


def test_a_price_is_what_its_maker_asks_in_dong() -> None:
    honey = product("mat-ong", price=Price(120_000), producers=(EntryId("htx"),))
    maker = producer("htx", name=vi("HTX Rừng"))
    found = plain(structured.product(site(products=[honey], producers=[maker]), VI, honey))

    assert found["offers"] == {
        "@type": "Offer",
        "price": 120000,
        "priceCurrency": "VND",
        "seller": {
            "@type": "Organization",
            "name": "HTX Rừng",
            "url": "https://x.vn/ocop/producers/htx.html",
        },
    }


def test_a_span_of_prices_and_its_unit_are_told_apart() -> None:
    honey = product("mat-ong", price=Price(120_000, 150_000, vi("hũ")))
    found = plain(structured.product(site(products=[honey]), VI, honey))

    assert found["offers"] == {
        "@type": "AggregateOffer",
        "lowPrice": 120000,
        "highPrice": 150000,
        "priceCurrency": "VND",
        "priceSpecification": {
            "@type": "UnitPriceSpecification",
            "minPrice": 120000,
            "maxPrice": 150000,
            "priceCurrency": "VND",
            "unitText": "hũ",
        },
    }


@pytest.mark.parametrize("facts", [{}, {"price": Price(120_000), "sample": True}])
def test_without_a_price_and_of_what_is_made_up_nothing_is_offered(facts: dict[str, Any]) -> None:
    honey = product("mat-ong", **facts)

    assert "offers" not in structured.product(site(products=[honey]), VI, honey)


def test_pictures_and_makers_are_absolute() -> None:
    photo = Photo(SourcePath("content/products/mat-ong/a.jpg"), vi("Hũ mật"))
    honey = product("mat-ong", photos=(photo,), producers=(EntryId("htx"),))
    found = plain(
        structured.product(
            site(
                products=[honey],
                producers=[producer("htx", name=vi("HTX Rừng"))],
                pictures=[picture("content/products/mat-ong/a.jpg")],
            ),
            VI,
            honey,
        )
    )

    assert found["image"] == ["https://x.vn/ocop/photos/p-960.jpg"]
    assert found["manufacturer"] == {
        "@type": "Organization",
        "name": "HTX Rừng",
        "url": "https://x.vn/ocop/producers/htx.html",
    }


def test_a_sample_says_that_it_is_one() -> None:
    honey = product("mat-ong", sample=True)
    found = plain(structured.product(site(products=[honey]), EN, honey))

    assert found["additionalProperty"][0]["name"] == "Sample product"
    assert found["additionalProperty"][0]["value"] is True


def test_a_producer_has_the_present_address() -> None:
    maker = producer(
        "htx", origin=Origin(commune_now="15667", province_now="38"), address=vi("thôn 3")
    )
    found = plain(structured.producer(site(producers=[maker]), VI, maker))

    assert found["@type"] == "Organization"
    assert found["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "thôn 3",
        "addressLocality": "xã Thọ Bình",
        "addressRegion": "Thanh Hóa",
        "addressCountry": "VN",
    }


def test_a_fair_keeps_the_precision_of_its_dates() -> None:
    fair = Fair(
        id=EntryId("hoi-cho"),
        path=SourcePath("content/fairs/hoi-cho/fair.yaml"),
        name=vi("Hội chợ"),
        start=PartialDate(2026, 12),
        venue=vi("Sân vận động"),
    )
    found = plain(structured.event(site(fairs=[fair]), VI, fair, "Tháng 12"))

    assert found["startDate"] == "2026-12"
    assert "endDate" not in found
    assert found["location"]["name"] == "Sân vận động"


def test_a_trail_counts_from_one() -> None:
    found = plain(structured.breadcrumbs(site(), [("Trang chủ", "index.html"), ("Tin", "n.html")]))  # type: ignore[list-item]

    assert [(one["position"], one["item"]) for one in found["itemListElement"]] == [
        (1, "https://x.vn/ocop/index.html"),
        (2, "https://x.vn/ocop/n.html"),
    ]
