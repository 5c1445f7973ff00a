"""Pages of fairs: dates as stated, booths, and whether it is on."""

import datetime as dt

import pytest

from ocop.dates import PartialDate
from ocop.domain.fair import Booth, Fair
from ocop.domain.place import Origin
from ocop.pages.fair_page import time_of
from ocop.pages.views import fairs
from ocop.paths import EntryId, SourcePath
from support.reading import read_page
from support.small_site import both, producer, product, site, vi


def fair(
    entry: str = "hoi-cho", start: str = "2026-11-20", to: str | None = None, **facts: object
) -> Fair:
    return Fair(
        id=EntryId(entry),
        path=SourcePath(f"content/fairs/{entry}/fair.yaml"),
        start=PartialDate.parse(start),
        to=PartialDate.parse(to) if to else None,
        **{"name": vi(f"Hội chợ {entry}"), **facts},  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("start", "to", "time"),
    [
        ("2026-11-20", "2026-11-22", "now"),
        ("2026-11-21", None, "now"),
        ("2026-11-20", None, "past"),
        ("2026-11-22", None, "coming"),
        ("2026-11", None, "coming"),
        ("2026-10", None, "past"),
        ("2026", None, "coming"),
        ("2026-11-01", "2026-11", "now"),
    ],
)
def test_a_fair_is_on_coming_or_over(start: str, to: str | None, time: str) -> None:
    assert time_of(fair(start=start, to=to), dt.date(2026, 11, 21)) == time


def test_a_fair_keeps_the_dates_of_its_source() -> None:
    one = fair(
        start="2019-04-30", to="2019-05-01", dates=vi("30/4 và 01/5 năm 2019"), booth_count=12
    )
    page = read_page(site(fairs=[one]), "fairs/hoi-cho.html")

    assert "30/4 và 01/5 năm 2019" in page.lines
    assert "Đã kết thúc" in page.lines
    assert "Nguồn cho biết có 12 gian hàng, không kể tên từng gian." in page.lines


def test_a_booth_leads_to_its_producers_and_products() -> None:
    booths = (Booth("A1", (EntryId("htx"),), (EntryId("mat"), EntryId("tra"))), Booth("A2"))
    one = site(
        fairs=[fair(booths=booths)],
        producers=[producer("htx", name=vi("HTX Rừng"))],
        products=[product("mat", name=vi("Mật ong")), product("tra", name=vi("Trà"))],
    )
    page = read_page(one, "fairs/hoi-cho.html")
    shown = [attrs["data-product"] for _, attrs in page.elements if "data-product" in attrs]

    assert page.links["HTX Rừng"] == "../producers/htx.html"
    assert page.links["Mật ong"] == "../products/mat.html"
    assert shown == ["mat", "tra"]
    assert page.lines[page.lines.index("A2") + 1 :][:2] == ["chưa rõ", "chưa rõ"]


def test_a_place_that_changed_its_name_is_named_then_and_now() -> None:
    place = Origin(district="Ba Bể", province="Bắc Kạn", province_now="19")
    page = read_page(site(fairs=[fair(place=place)]), "fairs/hoi-cho.html")

    assert page.links["Ba Bể, Thái Nguyên"] == "../places/19.html"
    assert "Ba Bể, Thái Nguyên trước đây: Ba Bể, Bắc Kạn" in page.lines


def test_a_place_that_kept_its_name_is_named_once() -> None:
    place = Origin(
        commune="phường Hạc Thành", province="tỉnh Thanh Hóa",
        commune_now="14797", province_now="38",
    )  # fmt: skip
    page = read_page(site(fairs=[fair(place=place)]), "fairs/hoi-cho.html")

    assert not [line for line in page.lines if "trước đây" in line]


def test_the_list_has_what_is_on_then_what_comes_then_what_is_over() -> None:
    found = [
        fair("cu-nhat", "2019-01-01"), fair("cu", "2025-01-01"), fair("dang-mo", "2026-11-21"),
        fair("xa", "2027-05-01"), fair("gan", "2026-12-01"),
    ]  # fmt: skip
    page = read_page(site(fairs=found), "fairs/index.html")

    known = ("Hội chợ ", "Đang ", "Sắp ", "Đã ")

    assert [line for line in page.lines if line.startswith(known)] == [
        "Đang diễn ra", "Hội chợ dang-mo",
        "Sắp tới", "Hội chợ gan", "Hội chợ xa",
        "Đã qua", "Hội chợ cu", "Hội chợ cu-nhat",
    ]  # fmt: skip


def test_without_fairs_there_is_no_list_of_them() -> None:
    assert fairs.artifacts(site()) == ()


def test_a_made_up_fair_says_so_in_the_readers_language() -> None:
    one = site(fairs=[fair("x", sample=True)])
    said = "Nội dung này được dựng lên để giới thiệu trang, không có thật."
    english = "This is made up to show what the site can do. It does not exist."

    assert said in read_page(one, "fairs/x.html").lines
    assert english in read_page(one, "en/fairs/x.html").lines


def test_a_fair_in_two_languages_is_a_translation() -> None:
    one = site(fairs=[fair("x", name=both("Hội chợ", "Fair"))])
    page = read_page(one, "fairs/x.html")

    found = [attrs.get("hreflang") for tag, attrs in page.elements if tag == "link"]

    assert [code for code in found if code] == ["vi", "en", "x-default"]
