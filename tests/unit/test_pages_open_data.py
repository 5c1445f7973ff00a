"""The data files: shapes of the contract, values worked out by hand."""

import csv
import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ocop.dates import PartialDate
from ocop.domain.certificate import Price
from ocop.domain.photo import Photo
from ocop.domain.place import Origin
from ocop.domain.programme import Figure, Programme
from ocop.domain.recognition import Recognition
from ocop.pages.site import Site
from ocop.pages.views import data
from ocop.paths import EntryId, SourcePath
from support.small_site import both, picture, producer, product, site, vi

HOSTILE = '</script><img onerror="x"> ]]>'
CERTIFIED = Origin(
    commune="xã Bình Sơn",
    district="huyện Triệu Sơn",
    province="tỉnh Thanh Hóa",
    commune_now="15667",
    province_now="38",
)
HONEY = product(
    "mat-ong",
    name=both("Mật ong", "Honey"),
    summary=vi("Bốn mùa"),
    origin=CERTIFIED,
    producers=(EntryId("htx-rung"),),
    recognitions=(
        Recognition(4, PartialDate(2025, 6, 19), "1946/QĐ-UBND", "UBND tỉnh Thanh Hóa"),
        Recognition(3, PartialDate(2020)),
    ),
    photos=(Photo(SourcePath("content/products/mat-ong/a.jpg"), vi("Hũ mật")),),
    price=Price(120_000, None, vi("hũ"), PartialDate(2026, 3)),
    season=(3, 4),
)


def made(one: Site, name: str) -> bytes:
    artifact = next(found for found in data.artifacts(one) if found.path == f"data/{name}")
    return data.make(one, artifact)


def read(one: Site, name: str) -> Any:
    return json.loads(made(one, name))


def shop() -> Site:
    return site(
        products=[product("tra", name=vi("Trà"), set=11, sample=True), HONEY],
        producers=[producer("htx-rung", name=both("HTX Rừng", "Forest co-operative"))],
        pictures=[picture("content/products/mat-ong/a.jpg")],
    )


def test_a_product_has_the_contracts_shape() -> None:
    assert read(shop(), "products.json")[0] == {
        "id": "mat-ong",
        "name": {"vi": "Mật ong", "en": "Honey"},
        "summary": {"vi": "Bốn mùa"},
        "set": 4,
        "industry": "I",
        "group": "I.2",
        "producers": [
            {
                "id": "htx-rung",
                "name": {"vi": "HTX Rừng", "en": "Forest co-operative"},
                "kind": "cooperative",
            }
        ],
        "origin": {
            "certified": {
                "commune": "xã Bình Sơn",
                "district": "huyện Triệu Sơn",
                "province": "tỉnh Thanh Hóa",
            },
            "commune": "15667",
            "commune_name": "xã Thọ Bình",
            "province": "38",
            "province_name": "Thanh Hóa",
        },
        "rating": {
            "stars": 4,
            "state": "valid",
            "decision": "1946/QĐ-UBND",
            "date": "2025-06-19",
            "expires": "2028-06-19",
        },
        "recognitions": [
            {
                "stars": 4,
                "date": "2025-06-19",
                "decision": "1946/QĐ-UBND",
                "authority": "UBND tỉnh Thanh Hóa",
            },
            {"stars": 3, "date": "2020"},
        ],
        "proposed": None,
        "season": [3, 4],
        "price": {"from": 120000, "to": None, "unit": {"vi": "hũ"}, "as_of": "2026-03"},
        "gift": False,
        "gtin": None,
        "photos": [
            {"src": "photos/p-960.jpg", "width": 960, "height": 720, "alt": {"vi": "Hũ mật"}}
        ],
        "url": {"vi": "products/mat-ong.html", "en": "en/products/mat-ong.html"},
        "short": "CM197J",
        "sample": False,
        "updated": "2026-03",
    }


def test_what_is_not_known_of_a_product_is_null_or_empty() -> None:
    tea = read(shop(), "products.json")[1]

    assert tea["rating"] == {
        "stars": None,
        "state": "unrated",
        "decision": None,
        "date": None,
        "expires": None,
    }
    assert tea["origin"]["commune"] is None
    assert tea["sample"] is True
    assert tea["updated"] is None


def test_an_ended_certificate_shows_no_stars_but_says_when_it_ended() -> None:
    old = product("a", recognitions=(Recognition(3, PartialDate(2019)),))

    assert read(site(products=[old]), "products.json")[0]["rating"] == {
        "stars": None,
        "state": "expired",
        "decision": None,
        "date": "2019",
        "expires": "2022",
    }


def test_products_are_sorted_by_id_one_a_line() -> None:
    lines = made(shop(), "products.json").decode().splitlines()

    assert [line[:15] for line in lines] == ["[", '{"id":"mat-ong"', '{"id":"tra","na', "]"]


def test_the_site_file_says_where_to_start() -> None:
    found = read(shop(), "site.json")

    assert found["languages"] == ["vi", "en"]
    assert found["today"] == "2026-11-21"
    assert found["counts"]["products"] == 2
    assert found["counts"]["stars"] == {"5": 0, "4": 1, "3": 0}
    assert found["pages"]["home"] == {"vi": "index.html", "en": "en/index.html"}
    assert found["pages"]["search"] == {"vi": "search.html", "en": "en/search.html"}
    assert found["pages"]["products"] == {
        "vi": "products/index.html",
        "en": "en/products/index.html",
    }
    assert "fairs" not in found["pages"]


def test_the_table_opens_in_a_spreadsheet_and_holds_no_formula() -> None:
    sly = product("a", name=both('=HYPERLINK("http://x")', "@x"), producers=(EntryId("b"),))
    one = site(
        products=[sly, HONEY], producers=[producer("b", name=vi("-1+1")), producer("htx-rung")]
    )
    table = made(one, "products.csv")
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))

    assert table.startswith(b"\xef\xbb\xbfid,name_vi,name_en,set,")
    assert rows[0]["name_vi"] == '\'=HYPERLINK("http://x")'
    assert rows[0]["name_en"] == "'@x"
    assert rows[0]["producers"] == "'-1+1"
    assert rows[0]["stars"] == ""
    assert rows[1]["district"] == "huyện Triệu Sơn"
    assert rows[1]["now_commune"] == "15667"
    assert rows[1]["now_commune_name"] == "xã Thọ Bình"
    assert rows[1]["stars"] == "4"
    assert rows[1]["season"] == "3 4"
    assert rows[1]["price_from"] == "120000"
    assert rows[1]["url_en"] == "https://x.vn/ocop/en/products/mat-ong.html"


def test_a_producer_lists_its_products_and_not_its_representative() -> None:
    one = site(
        products=[HONEY],
        producers=[producer("htx-rung", representative="Nguyễn Thị A", phone="0912 345 678")],
    )
    found = read(one, "producers.json")[0]

    assert found["products"] == ["mat-ong"]
    assert found["phone"] == "0912 345 678"
    assert "Nguyễn Thị A" not in made(one, "producers.json").decode()


def test_a_programme_keeps_stated_figures_as_text_beside_counted_ones() -> None:
    programme = Programme(
        id=EntryId("thanh-hoa"),
        path=SourcePath("content/programmes/thanh-hoa/programme.yaml"),
        name=vi("Chương trình"),
        area=Origin(province="Thanh Hóa", province_now="38"),
        period=(PartialDate(2018), PartialDate(2020)),
        figures=(
            Figure(
                what="products",
                state="recognised",
                value="69",
                percent_of_plan="172",
                as_of=PartialDate(2020, 12),
                parts=(Figure(what="products", stars=(4,), value="17"),),
            ),
        ),
    )
    found = read(
        site(products=[HONEY], programmes=[programme], producers=[producer("htx-rung")]),
        "programmes.json",
    )[0]

    assert found["period"] == {"from": "2018", "to": "2020"}
    assert found["figures"] == [
        {
            "what": "products",
            "state": "recognised",
            "as_of": "2020-12",
            "value": "69",
            "percent_of_plan": "172",
            "parts": [{"what": "products", "stars": [4], "value": "17"}],
        }
    ]
    assert found["counted"] == {
        "today": "2026-11-21",
        "products": 1,
        "producers": 1,
        "communes": 1,
        "stars": {"5": 0, "4": 1, "3": 0},
    }


def test_hostile_words_come_back_from_the_data_as_they_were() -> None:
    one = site(products=[product("a", name=vi(HOSTILE))])

    assert read(one, "products.json")[0]["name"] == {"vi": HOSTILE}


@given(st.text())
def test_any_text_is_written_as_the_standard_library_writes_it(text: str) -> None:
    one = site(products=[product("tra", name=vi("Trà"), summary=vi(text))])
    [found] = read(one, "products.json")
    line = made(one, "products.json").splitlines()[1]

    assert found["summary"] == {"vi": text}
    assert line == json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
