"""The contract's part 3, product pages: stars and their end, structured data, languages."""

import json
from typing import Any

import pytest

from support.html_tree import Node
from support.plain_content import DAY, end, entries, last_day, rating
from support.sites import ROOT

SHOWN = {"valid", "due", "extended", "undated"}


def data(page: Node, kind: str) -> list[dict[str, Any]]:
    """The structured data of a type on a page."""
    found = [
        json.loads(str(one.content[0])) for one in page.all("script", type="application/ld+json")
    ]
    return [one for one in found if one["@type"] == kind]


def as_map(text: Any) -> dict[str, str]:
    return text if isinstance(text, dict) else {"vi": text} if text else {}


def test_a_product_page_carries_its_id_and_the_last_day_of_its_stars(
    trees: dict[str, Node],
) -> None:
    for product, facts in entries("product").items():
        _, state, ends = rating(facts)
        last = last_day(ends).isoformat() if ends and state in SHOWN else None
        for folder in ("", "en/"):
            article = trees[f"{folder}products/{product}.html"].first(
                "article", data_product=product
            )
            assert article.attrs.get("data-rating-expires") == last, product


@pytest.mark.parametrize(
    ("product", "last"),
    [
        ("mien-dong-rang-chieu", "2028-06-30"),
        ("buoi-vuon-ben-nuoc-trong", "2028-12-31"),
        ("muoi-tieu-la-chanh", "2026-12-31"),
        ("cao-ca-gai-leo-gio-lao", "2027-05-10"),
        ("chuoi-say-deo-doc-suong", "2027-04-15"),
        ("mut-gung-deo-ben-nuoc-trong", None),
        ("vicumax", None),
        ("bo-mot-nang-gio-bien", None),
        ("tra-hoa-sen-ben-nuoc-trong", None),
    ],
)
def test_the_last_day_of_stars_as_worked_out_by_hand(
    trees: dict[str, Node], product: str, last: str | None
) -> None:
    article = trees[f"products/{product}.html"].first("article", data_product=product)

    assert article.attrs.get("data-rating-expires") == last


def test_stars_stand_only_where_a_certificate_stands(trees: dict[str, Node]) -> None:
    rated = {product: rating(facts)[0] for product, facts in entries("product").items()}
    wrong = []
    for name, page in trees.items():
        for holder in page.all("", data_product=None):
            drawn = list(holder.all("svg", class_="star"))
            if len(drawn) != (rated[holder.attrs["data-product"]] or 0):
                wrong.append((name, holder.attrs["data-product"], len(drawn)))

    assert wrong == []


def test_stars_with_an_end_can_always_be_hidden(trees: dict[str, Node]) -> None:
    ends = {key: rating(facts)[2] for key, facts in entries("product").items()}
    lasting = [
        (name, holder.attrs["data-product"])
        for name, page in trees.items()
        for holder in page.all("", data_product=None)
        if any(holder.all("svg", class_="star"))
        and ends[holder.attrs["data-product"]]
        and "data-rating-expires" not in holder.attrs
    ]

    assert lasting == []


def test_stars_are_a_certification_and_never_a_review(trees: dict[str, Node]) -> None:
    for product, facts in entries("product").items():
        stars, _, ends = rating(facts)
        (shown,) = data(trees[f"products/{product}.html"], "Product")
        certificates = [
            one for one in shown.get("hasCertification", []) if "certificationRating" in one
        ]
        assert "aggregateRating" not in json.dumps(shown)
        assert [one["certificationRating"]["ratingValue"] for one in certificates] == (
            [stars] if stars else []
        ), product
        assert [one.get("expires") for one in certificates] == ([ends] if stars else [])


def test_an_alternate_is_a_true_translation(trees: dict[str, Node]) -> None:
    for product, facts in entries("product").items():
        folder = ROOT / "content/products" / product
        names = facts["name"]
        told = {
            language
            for language in ("vi", "en")
            if (folder / f"story.{language}.md").exists() or language in as_map(facts.get("story"))
        }
        translated = "en" in as_map(names) and told in (set(), {"vi", "en"}, {"en"})
        for page in (f"products/{product}.html", f"en/products/{product}.html"):
            offered = {
                one.attrs["hreflang"]
                for one in trees[page].first("head").all("link", rel="alternate")
                if "hreflang" in one.attrs
            }
            assert ("en" in offered) == translated, product


def test_vietnamese_pages_write_dates_and_money_the_vietnamese_way(
    trees: dict[str, Node],
) -> None:
    coffee = trees["products/ca-phe-rang-moc-buon-suong-som.html"].first("main").text
    noodles = trees["products/mien-dong-rang-chieu.html"].first("main").text

    assert "18/08/2028" in coffee
    assert "tháng 6 năm 2028" in noodles
    assert "75.000\N{NO-BREAK SPACE}₫" in "".join(
        trees["products/mien-dong-rang-chieu.html"].first("main")._texts()
    )


def test_ended_certificates_say_when_they_ended(trees: dict[str, Node]) -> None:
    for product, facts in entries("product").items():
        _, state, ends = rating(facts)
        if state == "expired" and ends and len(ends) == 10:
            said = trees[f"products/{product}.html"].first("p", class_="stars-note").text
            assert f"{ends[8:]}/{ends[5:7]}/{ends[:4]}" in said, product
        if state == "revoked":
            said = trees[f"products/{product}.html"].first("p", class_="stars-note").text
            day = facts["recognitions"][0]["revoked"]
            assert f"thu hồi {day[8:]}/{day[5:7]}/{day[:4]}" in said


def test_today_is_as_told_to_the_build() -> None:
    assert DAY.isoformat() == "2026-11-21"
    assert end({"date": "2024-02-29"}) == "2027-02-28"


def test_a_product_of_two_makers_names_each_above_its_other_products(
    trees: dict[str, Node],
) -> None:
    page = trees["products/keo-lac-vung-ben-do-nang.html"]
    titles = [
        row.first("h2").text for row in page.all("section", class_="kin") if any(row.all("h2"))
    ]

    buttons = [row.first("p").text for row in page.all("section", class_="contact")]

    assert len(set(buttons)) == 2
    assert titles[0].startswith("Cũng của ")
    assert titles[1].startswith("Cũng của ")
    assert titles[0] != titles[1]
