"""The contract's part 3, open data: every field of the data files, also where facts have gaps."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from support.plain_content import Entry, entries, makers_of, rating, short_code

INDUSTRY = (*["I"] * 13, *["II"] * 4, *["III"] * 3, *["IV"] * 2, *["V"] * 3, "VI")
"""The industry of sets 1 to 26 (Decision 26/2026/QĐ-TTg, annex I)."""

KEYS: dict[str, type | tuple[type, ...]] = {
    "id": str, "name": dict, "summary": dict, "set": int, "industry": str, "group": str,
    "producers": list, "origin": dict, "rating": dict, "recognitions": list, "season": (list, str),
    "price": (dict, type(None)), "photos": list, "url": dict, "short": str, "sample": bool,
    "updated": (str, type(None)),
}  # fmt: skip


def load(site: Path, name: str) -> Any:
    return json.loads((site / "data" / name).read_text("utf-8"))


@pytest.fixture
def products(demo_site: Path) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in load(demo_site, "products.json")}


def in_languages(text: Any) -> dict[str, str]:
    """A localised text of the content as a map."""
    if text is None:
        return {}
    return dict(text) if isinstance(text, dict) else {"vi": text}


def test_products_are_all_there_and_sorted_by_id(demo_site: Path) -> None:
    assert [one["id"] for one in load(demo_site, "products.json")] == sorted(entries("product"))


def test_every_field_is_there_with_its_type(products: dict[str, dict[str, Any]]) -> None:
    wrong = [
        (product, key)
        for product, one in products.items()
        for key, kind in KEYS.items()
        if key not in one or not isinstance(one[key], kind)
    ]

    assert wrong == []


def test_words_are_maps_by_language_as_written(products: dict[str, dict[str, Any]]) -> None:
    for product, facts in entries("product").items():
        assert products[product]["name"] == in_languages(facts["name"])
        assert products[product]["summary"] == {
            language: " ".join(text.split())
            for language, text in in_languages(facts.get("summary")).items()
        }


def test_set_and_industry_are_numbers_and_numerals(products: dict[str, dict[str, Any]]) -> None:
    for product, facts in entries("product").items():
        assert products[product]["set"] == int(facts["set"])
        assert products[product]["industry"] == INDUSTRY[int(facts["set"]) - 1]


def test_the_rating_is_todays(products: dict[str, dict[str, Any]]) -> None:
    for product, facts in entries("product").items():
        stars, state, end = rating(facts)
        shown = products[product]["rating"]
        assert set(shown) >= {"stars", "state", "decision", "date", "expires"}
        assert (shown["stars"], shown["state"], shown["expires"]) == (stars, state, end), product


@pytest.mark.parametrize(
    ("product", "stars", "state", "expires"),
    [
        ("ca-phe-rang-moc-buon-suong-som", 5, "valid", "2028-08-18"),
        ("buoi-vuon-ben-nuoc-trong", 4, "valid", "2028"),
        ("nem-chua-ngo-ba-cay", 3, "due", "2027-03-29"),
        ("mot-ngay-o-vuon-ca-phe", 3, "due", "2026-12-15"),
        ("muoi-tieu-la-chanh", 3, "due", "2026"),
        ("cao-ca-gai-leo-gio-lao", 4, "extended", "2027-05-10"),
        ("mut-gung-deo-ben-nuoc-trong", 3, "undated", None),
        ("vicumax", None, "expired", "2022"),
        ("ruou-chi-ne", None, "expired", "2022-12-23"),
        ("bo-mot-nang-gio-bien", None, "revoked", "2027-08-15"),
        ("tra-hoa-sen-ben-nuoc-trong", None, "proposed", None),
        ("mat-ong-hoa-ca-phe", 4, "valid", "2028-06-19"),
        ("ong-hut-tre-thuong-xuan", None, "unrated", None),
    ],
)
def test_each_state_is_as_worked_out_by_hand(
    products: dict[str, dict[str, Any]], product: str, stars: int, state: str, expires: str
) -> None:
    shown = products[product]["rating"]

    assert (shown["stars"], shown["state"], shown["expires"]) == (stars, state, expires)


def test_the_origin_is_as_written_and_as_today(products: dict[str, dict[str, Any]]) -> None:
    for product, facts in entries("product").items():
        origin, shown = facts["origin"], products[product]["origin"]
        written = {key: text for key, text in origin.items() if key != "now"}
        assert shown["certified"] == written, product
        assert shown["commune"] is None or len(shown["commune"]) == 5
        assert shown["province"] is None or len(shown["province"]) == 2
        assert (shown["commune"] is None) == (shown["commune_name"] is None)
        if "now" in origin:
            assert shown["commune"] == origin["now"]
        if "commune" not in origin and "now" not in origin:
            assert shown["commune"] is None, product


def test_makers_seasons_prices_and_codes_are_those_of_the_content(
    products: dict[str, dict[str, Any]],
) -> None:
    for product, facts in entries("product").items():
        shown = products[product]
        assert [maker["id"] for maker in shown["producers"]] == makers_of(facts)
        assert all(set(maker) == {"id", "name", "kind"} for maker in shown["producers"])
        season = facts.get("season", [])
        months = season if season == "all" else sorted(map(int, season))
        assert shown["season"] == months
        assert shown["short"] == short_code(product, facts)
        assert shown["sample"] is (facts.get("sample") == "true")
        assert_price(facts, shown["price"])


def assert_price(facts: Entry, shown: dict[str, Any] | None) -> None:
    written = facts.get("price")
    assert (shown is None) == (written is None)
    if written and shown:
        digits = "".join(filter(str.isdigit, str(written["from"])))
        assert shown["from"] == int(digits)


def test_pictures_and_pages_named_in_the_data_exist(
    demo_site: Path, products: dict[str, dict[str, Any]]
) -> None:
    for product, facts in entries("product").items():
        shown = products[product]
        assert len(shown["photos"]) == len(facts.get("photos", []))
        for photo in shown["photos"]:
            assert (demo_site / photo["src"]).is_file()
            assert photo["width"] > 0
            assert photo["height"] > 0
            assert photo["alt"]["vi"]
        assert shown["url"] == {
            "vi": f"products/{product}.html",
            "en": f"en/products/{product}.html",
        }
        assert all((demo_site / page).is_file() for page in shown["url"].values())


def test_the_site_file_says_where_to_start(demo_site: Path) -> None:
    site = load(demo_site, "site.json")

    assert site["languages"] == ["vi", "en"]
    assert site["today"] == "2026-11-21"
    assert site["counts"]["products"] == len(entries("product"))
    assert site["counts"]["producers"] == len(entries("producer"))
    assert site["pages"]["home"] == {"vi": "index.html", "en": "en/index.html"}
    assert site["pages"]["search"] == {"vi": "search.html", "en": "en/search.html"}
    assert site["pages"]["products"] == {
        "vi": "products/index.html",
        "en": "en/products/index.html",
    }


def test_the_table_opens_in_a_spreadsheet_and_agrees(
    demo_site: Path, products: dict[str, dict[str, Any]]
) -> None:
    raw = (demo_site / "data/products.csv").read_bytes()
    rows = {row["id"]: row for row in csv.DictReader(raw.decode("utf-8-sig").splitlines())}

    assert raw.startswith(b"\xef\xbb\xbf")
    assert list(rows) == list(products)
    for product, row in rows.items():
        assert row["name_vi"] == products[product]["name"]["vi"]
        assert row["stars"] == str(products[product]["rating"]["stars"] or "")
        assert row["state"] == products[product]["rating"]["state"]
        assert row["short"] == products[product]["short"]


def test_producers_are_all_there_without_what_is_private(demo_site: Path) -> None:
    shown = {one["id"]: one for one in load(demo_site, "producers.json")}
    text = (demo_site / "data/producers.json").read_text("utf-8")

    assert list(shown) == sorted(entries("producer"))
    for producer, facts in entries("producer").items():
        assert shown[producer]["name"]["vi"] == in_languages(facts["name"])["vi"]
        made = {key for key, one in entries("product").items() if producer in makers_of(one)}
        assert set(shown[producer]["products"]) == made
        for key in facts.get("private", []):
            assert not shown[producer].get(key)
            assert str(facts[key]) not in text


def test_what_is_private_is_on_no_page_and_in_no_data(demo_site: Path) -> None:
    secrets = [
        str(facts[key])
        for facts in entries("producer").values()
        for key in facts.get("private", [])
        if key in facts
    ]
    public = [path for path in demo_site.rglob("*") if path.suffix in {".html", ".json", ".csv"}]

    assert secrets, "the demo keeps at least one detail private"
    assert [
        (path.name, secret)
        for path in public
        for secret in secrets
        if secret in path.read_text("utf-8")
    ] == []


def test_programmes_keep_their_figures_as_stated(demo_site: Path) -> None:
    shown = {one["id"]: one for one in load(demo_site, "programmes.json")}

    assert list(shown) == sorted(entries("programme"))
    for programme, facts in entries("programme").items():
        for key in ("figures", "targets"):
            stated = [one.get("value") for one in facts.get(key, [])]
            assert [one.get("value") for one in shown[programme][key]] == stated
