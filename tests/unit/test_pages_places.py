"""Pages of provinces and communes: names of today and of before July 2025."""

import pytest

from ocop.domain.place import Origin, PlaceEntry, Status
from ocop.pages import plan
from ocop.paths import EntryId, SourcePath
from support.reading import read_page
from support.small_site import EN, VI, both, producer, product, site, vi

BINH_SON = Origin(
    commune="xã Bình Sơn", district="Triệu Sơn", province="Thanh Hóa",
    commune_now="15667", province_now="38",
)  # fmt: skip
SOMEWHERE = Origin(province="Bắc Kạn", province_now="19")


def entry(**facts: object) -> PlaceEntry:
    path = SourcePath("content/places/x/place.yaml")
    return PlaceEntry(id=EntryId("x"), path=path, **facts)  # type: ignore[arg-type]


def paths(**records: object) -> set[str]:
    return {
        artifact.path
        for artifact in plan.view("places").artifacts(site(**records))  # type: ignore[arg-type]
    }


def test_a_place_has_a_page_when_something_lies_in_it() -> None:
    assert paths(products=[product("a", origin=BINH_SON), product("b", origin=SOMEWHERE)]) == {
        "places/index.html", "places/38.html", "places/15667.html", "places/19.html",
        "en/places/index.html", "en/places/38.html", "en/places/15667.html", "en/places/19.html",
    }  # fmt: skip


def test_an_editors_words_on_a_commune_give_it_and_its_province_a_page() -> None:
    assert {"places/19414.html", "places/44.html"} <= paths(places=[entry(commune="19414")])


def test_a_commune_answers_to_its_former_names() -> None:
    page = read_page(site(places=[entry(commune="19414")]), "places/19414.html")

    assert page.lines.count("Xã Cửa Tùng") >= 1
    assert "Xã Kim Thạch huyện Vĩnh Linh, tỉnh Quảng Trị" in page.lines
    assert "Xã Vĩnh Giang huyện Vĩnh Linh, tỉnh Quảng Trị" in page.lines
    assert page.links["Tỉnh Quảng Trị"] == "44.html"


def test_a_merged_province_names_the_provinces_that_went_into_it() -> None:
    page = read_page(site(products=[product("a", origin=SOMEWHERE)]), "places/19.html")

    assert "Tỉnh Thái Nguyên từ tháng 7/2025 gồm Bắc Kạn và Thái Nguyên cũ." in page.lines
    assert "1 sản phẩm chưa rõ xã, phường hiện nay." not in page.lines


def test_a_province_counts_its_communes_with_products() -> None:
    one = site(
        products=[
            product("a", origin=BINH_SON),
            product("b", origin=Origin(district="Hậu Lộc", province_now="38")),
        ]
    )
    page = read_page(one, "places/38.html")

    assert "1 trong 166 xã, phường, đặc khu đã có sản phẩm trong danh mục." in page.lines
    assert "1 sản phẩm chưa rõ xã, phường hiện nay." in page.lines
    assert page.links["Xã Thọ Bình"] == "15667.html"


def test_a_place_tells_its_story_and_honours() -> None:
    status = Status(both("xã nông thôn mới nâng cao", "advanced new-countryside commune"), 2024)
    words = entry(commune="15667", stories={VI: "Đồi chè *xanh*."}, status=(status,))
    one = site(places=[words], products=[product("a", origin=BINH_SON)])
    page, english = read_page(one, "places/15667.html"), read_page(one, "en/places/15667.html")

    assert "Đồi chè xanh." in page.lines
    assert "xã nông thôn mới nâng cao 2024" in page.lines
    assert "advanced new-countryside commune 2024" in english.lines
    assert ("div", {"class": "prose", "lang": "vi"}) in english.elements
    assert "Thọ Bình commune" in english.lines


def test_a_story_in_one_language_makes_the_other_page_no_translation() -> None:
    one = site(places=[entry(commune="15667", stories={VI: "Đồi chè."})])
    page = read_page(one, "places/15667.html")

    assert not [attrs for tag, attrs in page.elements if tag == "link" and "hreflang" in attrs]


def test_an_empty_place_says_so_and_shows_the_way_on() -> None:
    page = read_page(site(places=[entry(province="38")]), "places/38.html")

    assert "Chưa có sản phẩm nào từ đây trong danh mục." in page.lines
    assert page.links["Địa phương"] == "index.html"


def test_a_long_list_goes_on_over_pages_that_carry_only_products() -> None:
    many = [product(f"p{number:02}", origin=BINH_SON) for number in range(49)]
    one = site(products=many, places=[entry(commune="15667", stories={VI: "Đồi chè."})])
    first, second = read_page(one, "places/15667.html"), read_page(one, "places/15667-2.html")
    shown = [
        [attrs["data-product"] for _, attrs in page.elements if "data-product" in attrs]
        for page in (first, second)
    ]

    assert [len(products) for products in shown] == [48, 1]
    assert shown[1] == ["p48"]
    assert "Đồi chè." not in second.lines
    assert first.links["2"] == "15667-2.html"


def test_the_list_names_empty_provinces_quietly_unless_the_site_is_one_provinces() -> None:
    one = site(products=[product("a", origin=BINH_SON)])
    page = read_page(one, "places/index.html")

    assert page.links["Thanh Hóa"] == "38.html"
    assert "Cà Mau" in page.lines
    assert "Cà Mau" not in page.links


def test_a_commune_names_who_makes_its_products() -> None:
    one = site(
        products=[product("a", origin=BINH_SON, producers=(EntryId("htx"),))],
        producers=[producer("htx", name=vi("HTX Rừng")), producer("b", name=vi("HTX Xa"))],
    )
    page = read_page(one, "places/15667.html")

    assert page.links["HTX Rừng"] == "../producers/htx.html"
    assert "HTX Xa" not in page.links


@pytest.mark.parametrize(("language", "word"), [(VI, "Phường Hạc Thành"), (EN, "Hạc Thành ward")])
def test_kinds_of_places_are_named_in_the_readers_language(language: str, word: str) -> None:
    one = site(places=[entry(commune="14797")])
    prefix = "" if language == VI else "en/"

    assert word in read_page(one, f"{prefix}places/14797.html").lines
