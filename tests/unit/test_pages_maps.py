"""Maps on pages: what the catalogue has, where it is, for every reader."""

import re
from collections import Counter
from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from ocop.domain import gazetteer
from ocop.domain.place import Origin
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.pages import plan
from ocop.pages.keys.all import keys_of
from ocop.pages.site import Site
from ocop.paths import EntryId, SitePath, SourcePath
from support.small_site import both, product, site

MAPPED = ("index.html", "places/index.html")
COUNTRY = {"44": 3, "38": 2, "56": 1}
CITY = tuple(one.code for one in gazetteer.communes_of("01") if one.kind == "phường")[:6]
"""Wards in the middle of Hà Nội, a kilometre from each other."""


@dataclass(frozen=True)
class Link:
    """A bubble as its reader meets it."""

    href: str
    says: str
    number: str


def made(of: Site, path: str) -> str:
    artifact = next(one for one in plan.plan(of) if one.path == path)
    return plan.make(of, artifact).decode()


def bubbles(page: str) -> list[Link]:
    found = re.findall(
        r'<a class="dot" href="([^"]+)"><title>([^<]+)</title><circle[^>]+/>'
        r"(?:<text[^>]+>([^<]+)</text>)?</a>",
        page,
    )
    return [Link(*one) for one in found]


def of(*communes: str) -> list[Product]:
    units = [gazetteer.commune(code) for code in communes]
    return [
        product(f"p-{number}", origin=Origin(commune_now=one.code, province_now=one.province))
        for number, one in enumerate(units)
        if one
    ]


def country() -> Site:
    provinces = [code for code, count in COUNTRY.items() for _ in range(count)]
    return site(
        products=[
            product(f"p-{number}", origin=Origin(province_now=code))
            for number, code in enumerate(provinces)
        ]
    )


@pytest.mark.parametrize("path", MAPPED)
def test_the_country_counts_the_products_of_each_province_the_most_first(path: str) -> None:
    found = bubbles(made(country(), path))

    assert [(one.says, one.number) for one in found] == [
        ("Quảng Trị: 3 sản phẩm", "3"),
        ("Thanh Hóa: 2 sản phẩm", "2"),
        ("Khánh Hòa: 1 sản phẩm", "1"),
    ]
    assert [one.href.rpartition("/")[2] for one in found] == ["44.html", "38.html", "56.html"]


@pytest.mark.parametrize("path", [*MAPPED, *(f"en/{path}" for path in MAPPED)])
def test_both_archipelagos_are_named_with_their_provinces(path: str) -> None:
    page = made(country(), path)

    for name, province in (("Hoàng Sa", "Đà Nẵng"), ("Trường Sa", "Khánh Hòa")):
        assert re.search(rf">[^<]*{name}[^<]*<tspan[^>]*>\({province}\)</tspan></text>", page)


def test_an_empty_catalogue_still_shows_the_country() -> None:
    page = made(site(products=[product("a")]), "places/index.html")

    assert bubbles(page) == []


def test_land_is_a_link_only_where_the_catalogue_has_a_page() -> None:
    land = re.findall(r'<a href="([^"]+)" tabindex="-1"', made(country(), "places/index.html"))

    assert sorted(land) == ["38.html", "44.html", "56.html"]


def test_a_province_counts_its_communes() -> None:
    page = made(site(products=of("19414", "19414", "19432")), "places/44.html")

    assert [(one.href, one.says) for one in bubbles(page)] == [
        ("19414.html", "Cửa Tùng: 2 sản phẩm"),
        ("19432.html", f"{_name('19432')}: 1 sản phẩm"),
    ]


def test_communes_close_together_share_a_bubble_that_leads_to_their_list() -> None:
    page = made(site(products=of(*CITY, CITY[0])), "places/01.html")

    (one,) = bubbles(page)
    assert one.href == "#near-1"
    assert one.number == "7"
    assert one.says.endswith("và 3 nơi khác: 7 sản phẩm, xem từng nơi")
    listed = re.search(r'<div class="near" id="near-1">(.*?)</div>', page, re.DOTALL)
    assert listed
    assert set(re.findall(r'href="(\d+)\.html"', listed[1])) == set(CITY)


def test_a_site_of_one_province_shows_that_province() -> None:
    scoped = site(products=of("19414", "19432"))
    scoped = replace(scoped, config=replace(scoped.config, scope="44"))

    for path in MAPPED:
        page = made(scoped, path)
        assert len(bubbles(page)) == 2
        assert "is-province" in page
        assert page.count("19414.html") >= 2, "the list behind the map"


def test_the_province_of_an_archipelago_shows_it() -> None:
    page = made(site(products=of("22736", "22366")), "places/56.html")

    assert "Quần đảo Trường Sa</text>" in page
    assert "Trường Sa: 1 sản phẩm" in [one.says for one in bubbles(page)]


def test_a_programme_shows_the_communes_that_are_counted_for_it() -> None:
    one = Programme(
        id=EntryId("p"),
        path=SourcePath("content/programmes/p/programme.yaml"),
        name=both("Chương trình", "Programme"),
        area=Origin(district="Vĩnh Linh", province="Quảng Trị", province_now="44"),
    )
    page = made(site(products=of("19414", "19414", "19432"), programmes=[one]), "programmes/p.html")

    # Lao Bảo was in Hướng Hóa, not in Vĩnh Linh.
    assert [(each.says, each.number) for each in bubbles(page)] == [("Cửa Tùng: 2 sản phẩm", "2")]
    assert page.count('href="../places/19414.html"') >= 2, "the list behind the map"


def test_counts_on_the_map_are_those_of_the_catalogue() -> None:
    codes = [one.code for one in gazetteer.communes_of("44")][::3]
    products = of(*(code for number, code in enumerate(codes) for _ in range(number % 4)))
    page = made(site(products=products), "places/44.html")

    counted = Counter(one.origin.commune_now for one in products)
    assert sum(int(one.number) for one in bubbles(page)) == sum(counted.values())
    for one in bubbles(page):
        if not one.href.startswith("#"):
            assert int(one.number) == counted[one.href.removesuffix(".html")]


def test_a_product_that_moves_to_another_commune_renews_every_map_that_shows_it() -> None:
    before, after = (
        replace(one, config=replace(one.config, scope="44"))
        for one in (site(products=of("19414", "19414")), site(products=of("19414", "19432")))
    )
    then, now = (keys_of(one, plan.plan(one)).by_path for one in (before, after))

    for path in (*MAPPED, "places/44.html", "en/places/index.html"):
        assert made(before, path) != made(after, path)
        assert then[SitePath(path)] != now[SitePath(path)], path


def _name(code: str) -> str:
    unit = gazetteer.commune(code)
    assert unit
    return unit.name
