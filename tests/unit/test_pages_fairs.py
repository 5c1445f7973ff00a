"""Pages of fairs: dates as stated, booths, and whether it is on."""

import datetime as dt
import gzip
import json
from typing import Any

import pytest

from ocop.dates import PartialDate
from ocop.domain.fair import Booth, Fair
from ocop.domain.place import Origin
from ocop.pages.fair_page import time_of
from ocop.pages.fair_walks import walks_file
from ocop.pages.site import Site
from ocop.pages.views import fairs, shortlist
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


def test_every_page_that_names_a_fair_keeps_the_dates_of_its_source() -> None:
    stated = "30/4 và 01/5 năm 2019"
    one = fair(
        start="2019-04-30", to="2019-05-01", dates=vi(stated), place=Origin(province_now="38"),
        booths=(Booth("1", (EntryId("htx"),), (EntryId("che"),)),),
    )  # fmt: skip
    whole = site(
        fairs=[one], producers=[producer("htx")], products=[product("che", producers=("htx",))]
    )

    for path in ("products/che.html", "producers/htx.html", "places/38.html", "index.html"):
        assert stated in " ".join(read_page(whole, path).lines), path


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


def test_the_days_stand_on_the_page_for_the_readers_own_calendar() -> None:
    known = fair("biet", "2026-11-20", "2026-11-22")
    vague = fair("mo-ho", "2026-10", "2026-12")
    one = site(fairs=[known, vague])

    def days(path: str) -> list[str | None]:
        elements = read_page(one, path).elements
        return [attrs["data-fair"] for _, attrs in elements if "data-fair" in attrs]

    assert days("fairs/biet.html") == ["2026-11-20/2026-11-22"]
    assert days("fairs/mo-ho.html") == ["~2026-10-31/2026-12-31"]
    assert days("index.html") == ["~2026-10-31/2026-12-31"]


@pytest.mark.parametrize(("today", "hidden"), [("2026-11-21", False), ("2026-11-19", True)])
def test_today_stands_on_the_page_while_the_fair_is_on(today: str, hidden: bool) -> None:
    one = fair(start="2026-11-20", to="2026-11-22", hours=vi("8:00–21:00"))
    page = read_page(site(fairs=[one], today=dt.date.fromisoformat(today)), "fairs/hoi-cho.html")
    (found,) = [attrs for _, attrs in page.elements if "data-fair-today" in attrs]

    assert ("hidden" in found) is hidden
    assert "8:00–21:00" in page.lines


def _market(*booths: Booth, **facts: Any) -> Site:
    return site(
        fairs=[fair(booths=booths, **facts)],
        producers=[producer("htx", name=vi("HTX Rừng"))],
        products=[
            product("mat", name=vi("Mật ong")),
            product("tra", name=vi("Trà"), set=15),
            product("gio", name=vi("Giỏ"), set=21),
        ],
    )


def ids(*names: str) -> tuple[EntryId, ...]:
    return tuple(map(EntryId, names))


def test_every_stall_of_the_plan_leads_to_its_row_and_says_who_is_there() -> None:
    page = read_page(
        _market(Booth("B2", (), ids("mat")), Booth("Gian 10", ids("htx")), Booth("B1")),
        "fairs/hoi-cho.html",
    )
    rows = {attrs["id"] for tag, attrs in page.elements if tag == "tr" and attrs.get("id")}
    stalls = [
        (attrs["href"], attrs["aria-label"])
        for _, attrs in page.elements
        if (attrs.get("class") or "").startswith("stall ") and "href" in attrs
    ]

    assert stalls == [
        ("#gian-10", "Gian 10: HTX Rừng"),
        ("#gian-b1", "Gian B1: chưa rõ"),
        ("#gian-b2", "Gian B2: Mật ong"),
    ]
    assert rows == {"gian-10", "gian-b1", "gian-b2"}


def test_a_stall_has_the_colours_of_what_it_shows() -> None:
    page = read_page(_market(Booth("1", (), ids("tra", "gio", "mat"))), "fairs/hoi-cho.html")
    (found,) = [attrs for tag, attrs in page.elements if tag == "a" and "aria-label" in attrs
                and (attrs.get("class") or "").startswith("stall")]  # fmt: skip

    assert found["class"] == "stall industry-drinks also-craft"


def test_a_sketch_says_that_it_is_one_and_rows_of_the_fair_do_not() -> None:
    booths = (Booth("1", ids("htx")), Booth("2", ids("htx")))
    sketch = read_page(_market(*booths), "fairs/hoi-cho.html").lines
    given = read_page(_market(*booths, rows=(("2", "1"),)), "fairs/hoi-cho.html").lines

    assert [line for line in sketch if line.startswith("Hình phác xếp theo số gian")]
    assert [line for line in given if line.startswith("Xếp đúng theo dãy của ban tổ chức")]


def test_booths_that_nobody_listed_are_counted_and_not_drawn() -> None:
    page = read_page(_market(Booth("1", ids("htx")), booth_count=12), "fairs/hoi-cho.html")

    assert "Nguồn cho biết có 12 gian; danh sách này mới có 1." in page.lines
    assert len([1 for _, attrs in page.elements if "stall " in (attrs.get("class") or "")]) == 1


def test_three_hundred_booths_weigh_little_and_show_the_first_products_as_cards() -> None:
    products = [product(f"mon-{n}", name=vi(f"Món {n}")) for n in range(300)]
    booths = tuple(Booth(str(n + 1), (), ids(f"mon-{n}")) for n in range(300))
    one = site(fairs=[fair(booths=booths)], products=products)
    (artifact,) = [each for each in fairs.artifacts(one) if each.path == "fairs/hoi-cho.html"]
    made = fairs.make(one, artifact)
    page = read_page(one, "fairs/hoi-cho.html")

    assert len([1 for _, attrs in page.elements if "data-product" in attrs]) == 48
    assert "Còn 252 món nữa, có đủ trong danh sách gian hàng. Ai ở gian nào" in page.lines
    assert len(gzip.compress(made)) < 30_000


def test_the_market_list_is_told_of_fairs_that_are_not_over_in_walking_order() -> None:
    here, with_honey = ids("htx"), ids("mat")
    rows = (("1", "2"), ("3", "4"))
    found = [
        fair("qua", "2026-11-01", booths=(Booth("1", here),)),
        fair("trong", "2026-12-01", booths=(Booth("1"),)),
        fair("sap", "2026-12-05", booths=(Booth("2", here, with_honey), Booth("1", here))),
        fair("dang", "2026-11-21", booths=tuple(Booth(n, here) for n in "1234"), rows=rows),
    ]
    one = site(fairs=found, producers=[producer("htx")], products=[product("mat")])
    text = walks_file(one).decode()
    told = json.loads(text.removeprefix("ocopFairs(").removesuffix(");\n"))

    assert [(each["id"], [booth[0] for booth in each["booths"]]) for each in told] == [
        ("dang", ["1", "2", "4", "3"]),
        ("sap", ["1", "2"]),
    ]
    assert told[1]["booths"][1] == ["2", "gian-2", ["mat"], ["htx"]]
    assert told[1]["when"] == {"vi": "05/12/2026", "en": "5 December 2026"}


def test_without_such_fairs_the_market_list_asks_for_none() -> None:
    paths = {artifact.path for artifact in shortlist.artifacts(site(fairs=[fair()]))}

    assert "shortlist/fairs.js" not in paths
