"""Product, producer, home and list pages, from a site put together by hand."""

import re

import pytest
from msgspec.structs import replace

from ocop.config import Config
from ocop.dates import PartialDate
from ocop.domain.certificate import Price
from ocop.domain.place import Origin
from ocop.domain.recognition import Recognition
from ocop.pages import plan
from ocop.pages.site import Site
from ocop.paths import EntryId, SitePath
from support.small_site import EN, VI, both, producer, product, site, vi

VIEWS = ("home", "products", "producers", "taxonomy", "search")
AWARDED = Recognition(4, date=PartialDate(2025, 6, 19), decision="1742/QĐ-UBND")
ENDED = Recognition(4, date=PartialDate(2020, 6, 19))


def pages(here: Site) -> dict[str, str]:
    """Every page of the shopper's views by address."""
    made = (one for name in VIEWS for one in plan.view(name).artifacts(here))
    return {one.path: plan.make(here, one).decode() for one in made}


def page(here: Site, path: str) -> str:
    """One page."""
    return pages(here)[path]


def article(html: str) -> str:
    """The opening tag of the product's article."""
    found = re.search(r'<article data-product="[^"]*"[^>]*>', html)
    assert found
    return found[0]


def test_a_valid_rating_says_until_when_and_carries_its_last_day() -> None:
    here = site(products=[product("mat-ong", recognitions=(AWARDED,))])
    html = page(here, "products/mat-ong.html")

    assert article(html) == ('<article data-product="mat-ong" data-rating-expires="2028-06-19">')
    assert "4 sao</span>" in html
    assert "có giá trị đến 19/06/2028" in html
    assert '<p class="stars stars-after big is-expired" hidden>' in html
    assert "aggregateRating" not in html


def test_an_expired_rating_shows_no_star_and_nothing_for_the_browser_to_hide() -> None:
    here = site(products=[product("mat-ong", recognitions=(ENDED,))])
    html = page(here, "products/mat-ong.html")

    assert article(html) == '<article data-product="mat-ong">'
    assert 'class="star"' not in html
    assert "Chứng nhận đã hết hạn" in html
    assert "Từng đạt 4 sao; chứng nhận hết hạn 19/06/2023" in html


def test_stars_that_never_end_by_themselves_carry_no_day() -> None:
    here = site(products=[product("mat-ong", recognitions=(Recognition(3),))])
    html = page(here, "products/mat-ong.html")

    assert article(html) == '<article data-product="mat-ong">'
    assert "3 sao</span>" in html
    assert "chưa rõ ngày cấp" in html


def test_proposed_stars_are_words_only() -> None:
    html = page(site(products=[product("mat-ong", proposed=5)]), "products/mat-ong.html")

    assert "Đang đề nghị 5 sao" in html
    assert 'class="star"' not in html


def test_a_card_carries_the_last_day_too() -> None:
    here = site(products=[product("mat-ong", recognitions=(AWARDED,))])

    assert 'data-product="mat-ong" data-rating-expires="2028-06-19"' in page(here, "sets/4.html")


def test_a_sample_is_named_so_on_page_and_card() -> None:
    here = site(products=[product("mat-ong", sample=True)])

    assert "Sản phẩm minh hoạ" in page(here, "products/mat-ong.html")
    assert '<span class="sample">Minh hoạ</span>' in page(here, "sets/4.html")
    assert "Sample product" in page(here, "en/products/mat-ong.html")


def test_money_and_dates_are_written_as_the_language_does() -> None:
    price = Price(150_000, unit=both("hũ 500 g", "500 g jar"), as_of=PartialDate(2026, 9, 1))
    here = site(products=[product("mat-ong", price=price)])
    vietnamese = page(here, "products/mat-ong.html")
    english = page(here, "en/products/mat-ong.html")

    assert "150.000\N{NO-BREAK SPACE}₫/hũ 500 g" in vietnamese
    assert "thời điểm 01/09/2026" in vietnamese
    assert "150,000\N{NO-BREAK SPACE}₫/500 g jar" in english


def test_words_that_are_not_translated_are_marked_as_vietnamese() -> None:
    story = {VI: "Ong lấy mật bốn mùa."}
    one = product("mat-ong", name=vi("Mật ong"), summary=vi("Mật bốn mùa"), stories=story)
    html = page(site(products=[one]), "en/products/mat-ong.html")

    assert '<h1 lang="vi">Mật ong</h1>' in html
    assert '<p class="lead" lang="vi">Mật bốn mùa</p>' in html
    assert '<div class="prose opens" lang="vi">' in html
    assert "shown as it was written" in html


def test_without_a_certificate_the_former_place_is_the_sources_word() -> None:
    origin = Origin(commune="Bình Sơn", district="Triệu Sơn", commune_now="15667")
    html = page(site(products=[product("mat-ong", origin=origin)]), "products/mat-ong.html")

    assert "Theo nguồn: Bình Sơn, Triệu Sơn" in html
    assert "giấy chứng nhận" not in html.split("</dl>")[0].split("<dl")[1]


def test_a_product_whose_stars_are_not_known_is_not_said_to_have_none() -> None:
    html = page(site(products=[product("mat-ong")]), "products/mat-ong.html")

    assert "Chưa rõ hạng sao" in html
    assert "Trang này chưa có quyết định công nhận sao OCOP của sản phẩm." in html


def test_origin_is_shown_now_and_as_certified() -> None:
    origin = Origin(
        commune="xã Vĩnh Thạch",
        district="huyện Vĩnh Linh",
        province="tỉnh Quảng Trị",
        province_now="44",
    )
    html = page(
        site(products=[product("mat-ong", origin=origin, recognitions=(Recognition(3),))]),
        "products/mat-ong.html",
    )

    assert "Trên giấy chứng nhận: xã Vĩnh Thạch, huyện Vĩnh Linh, tỉnh Quảng Trị" in html
    assert 'href="../places/44.html"' in html


def test_a_producer_is_reached_in_one_tap() -> None:
    maker = producer("htx", phone="0335123456", zalo="0335123456", email="a@b.vn")
    here = site(products=[product("mat-ong", producers=(maker.id,))], producers=[maker])
    html = page(here, "products/mat-ong.html")

    assert 'href="tel:+84335123456"' in html
    assert 'href="https://zalo.me/0335123456"' in html
    assert 'href="mailto:a@b.vn"' in html


def test_an_empty_list_says_so_and_leads_on() -> None:
    html = page(site(), "sets/9.html")

    assert "Bộ này chưa có sản phẩm nào" in html
    assert 'href="../products/index.html"' in html


def test_the_empty_catalogue_has_all_its_pages() -> None:
    made = pages(site())

    assert {"index.html", "search.html", "products/index.html", "producers/index.html"} <= set(made)
    assert len([path for path in made if path.startswith("sets/")]) == 26


def test_forty_nine_products_take_two_pages_that_lead_to_each_other() -> None:
    here = site(products=[product(f"p{number:02}") for number in range(49)])
    made = pages(here)

    assert made["products/index.html"].count("data-product=") == 48
    assert made["products/index-2.html"].count("data-product=") == 1
    assert 'href="index-2.html"' in made["products/index.html"]
    assert "sets/4-2.html" in made


def test_letters_lead_to_the_page_on_which_they_begin() -> None:
    names = [*(f"Bánh {number}" for number in range(48)), "Đường phèn", "Ớt"]
    here = site(products=[product(f"p{n}", name=vi(name)) for n, name in enumerate(names)])
    html = page(here, "products/index.html")

    assert 'href="index.html#l-b"' in html
    assert 'href="index-2.html#l-dd">Đ<' in html
    assert 'href="index-2.html#l-ow">Ơ<' in html


def test_best_stars_come_first_in_a_set_and_names_decide_among_equals() -> None:
    four = (AWARDED,)
    here = site(
        products=[
            product("a", name=vi("Ổi"), recognitions=four),
            product("b", name=vi("Cam")),
            product("c", name=vi("Bưởi"), recognitions=four),
        ]
    )

    assert re.findall(r'data-product="(.)"', page(here, "sets/4.html")) == ["c", "a", "b"]


def test_related_products_stand_once_each() -> None:
    makers = (EntryId("htx"),)
    here = site(
        products=[product(name, producers=makers) for name in ("a", "b", "c")],
        producers=[producer("htx")],
    )

    assert re.findall(r'class="card [^>]*data-product="(.)"', page(here, "products/a.html")) == [
        "b",
        "c",
    ]


def test_the_qr_code_leads_to_the_short_address_in_upper_case() -> None:
    html = page(site(products=[product("mat-ong")]), "products/mat-ong.html")

    # printf mat-ong | sha256sum begins 650293cb: 01100 10100 00001 01001 00111 10010
    assert 'aria-label="Mã QR dẫn tới HTTPS://X.VN/P/CM197J"' in html
    assert '<figcaption>Trang sản phẩm<p class="short">X.VN/P/CM197J</p></figcaption>' in html
    assert html.count('class="qr"') == 1


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"gtin": "9520000000028"}, "X.VN/01/09520000000028"),
        ({"gtin": "9520000000028", "traceability": "https://txng.example/a"}, "txng.example/a"),
    ],
)
def test_a_second_code_leads_to_where_the_goods_come_from(facts: dict[str, str], said: str) -> None:
    html = page(site(products=[product("mat-ong", **facts)]), "products/mat-ong.html")

    assert f'<figcaption>Truy xuất nguồn gốc<p class="short">{said}</p></figcaption>' in html
    assert html.count('class="qr"') == 2


def test_every_page_has_one_heading_a_strict_policy_and_no_inline_style_or_script() -> None:
    here = site(products=[product("mat-ong", producers=(EntryId("htx"),))],
                producers=[producer("htx")])  # fmt: skip
    for path, html in pages(here).items():
        assert html.count("<h1") == 1, path
        assert "style=" not in html, path
        assert not re.search(r"<style|\son[a-z]+=", html), path
        assert re.findall(r"<script(?! src=| type=\"application/ld\+json\")", html) == [], path
        assert "default-src 'none'" in html, path


def test_the_switch_leads_to_the_same_page_in_the_other_language() -> None:
    made = pages(site(products=[product("mat-ong")]))

    assert 'href="../en/products/mat-ong.html" hreflang="en"' in made["products/mat-ong.html"]
    assert 'href="../../products/mat-ong.html" hreflang="vi"' in made["en/products/mat-ong.html"]


def test_a_single_language_has_no_switch() -> None:
    base = site(products=[product("mat-ong")])
    config: Config = replace(base.config, languages=(VI,))
    html = page(replace(base, config=config), "products/mat-ong.html")

    assert 'class="languages"' not in html


def test_only_true_translations_are_alternates() -> None:
    here = site(products=[product("a", name=vi("Chè")), product("b", name=both("Chè", "Tea"))])
    made = pages(here)

    assert 'rel="alternate" hreflang' not in made["products/a.html"]
    assert 'hreflang="en" href="https://x.vn/ocop/en/products/b.html"' in made["products/b.html"]


def test_pages_of_one_site_do_not_depend_on_the_order_in_which_they_are_made() -> None:
    here = site(products=[product("a"), product("b")])
    paths = [one for name in VIEWS for one in plan.view(name).artifacts(here)]
    forward = {one.path: plan.make(here, one) for one in paths}
    again = replace(here)
    backward = {one.path: plan.make(again, one) for one in reversed(paths)}

    assert forward == backward
    assert SitePath("index.html") in forward
    assert any(path.startswith(f"{EN}/") for path in forward)
