"""Recognitions by year on a programme's page: counted, beside what the source states."""

import re

from ocop.dates import PartialDate
from ocop.domain.place import Origin
from ocop.domain.programme import Figure, Programme
from ocop.domain.recognition import Recognition
from ocop.pages import plan
from ocop.pages.keys.all import keys_of
from ocop.pages.site import Site
from ocop.paths import EntryId, SitePath, SourcePath
from support.reading import read_page
from support.small_site import product, site, vi

BAC_KAN = Origin(province="tỉnh Bắc Kạn", province_now="19")
PAGE = "programmes/bac-kan.html"


def recognised(*found: Recognition, area: Origin = BAC_KAN, **facts: object) -> Site:
    """A site of one programme of Bắc Kạn and of one product with these recognitions."""
    programme = Programme(
        id=EntryId("bac-kan"),
        path=SourcePath("content/programmes/bac-kan/programme.yaml"),
        name=vi("Chương trình"),
        area=BAC_KAN,
        **facts,  # type: ignore[arg-type]
    )
    return site(
        programmes=[programme], products=[product("a", origin=area, recognitions=tuple(found))]
    )


def table(one: Site) -> list[str]:
    """The lines of the section of years, without its lead."""
    lines = read_page(one, PAGE).lines
    start = lines.index("Công nhận qua các năm")
    return lines[start + 2 : lines.index("Sản phẩm trong danh mục", start)]


def test_each_recognition_counts_once_in_the_year_of_its_decision() -> None:
    renewed = recognised(
        Recognition(4, PartialDate(2022, 5)),
        Recognition(3, PartialDate(2019, 11, 2)),
        Recognition(3, PartialDate(2019), revoked=PartialDate(2020)),
    )

    assert table(renewed) == [
        "Năm", "5 sao", "4 sao", "3 sao", "Tổng",
        "2022", "0", "1", "0", "1",
        "2021", "0", "0", "0", "0",
        "2020", "0", "0", "0", "0",
        "2019", "0", "0", "2", "2",
        "Cộng", "0", "1", "2", "3",
    ]  # fmt: skip


def test_a_slip_of_the_keyboard_does_not_make_centuries_of_empty_years() -> None:
    old = recognised(Recognition(3, PartialDate(1019)), Recognition(3, PartialDate(2019)))

    assert [line for line in table(old) if re.fullmatch("[12][0-9]{3}", line)] == [
        "2019", "2018", "1019",
    ]  # fmt: skip


def test_what_is_signed_tomorrow_or_elsewhere_does_not_count() -> None:
    tomorrow = recognised(Recognition(4, PartialDate(2026, 11, 22)))
    elsewhere = recognised(
        Recognition(4, PartialDate(2025)), area=Origin(province="Huế", province_now="46")
    )

    for one in (tomorrow, elsewhere):
        assert "Công nhận qua các năm" not in read_page(one, PAGE).lines


def test_a_recognition_without_a_date_is_told_apart() -> None:
    found = recognised(Recognition(4, PartialDate(2025)), Recognition(3))

    assert any("Còn 1 lần chưa rõ năm." in line for line in read_page(found, PAGE).lines)
    assert table(found)[5:] == ["2025", "0", "1", "0", "1"]


def test_stated_targets_stand_beside_it_as_stated() -> None:
    target = Figure(what="products", state="recognised", stars=(4,), value="15")
    lines = read_page(recognised(Recognition(4, PartialDate(2025)), targets=(target,)), PAGE).lines

    stated, counted = lines.index("Mục tiêu"), lines.index("Công nhận qua các năm")
    assert lines[stated:counted].count("15") == 1
    assert "15" not in lines[counted:]


def test_bars_are_as_long_as_their_counts_and_the_longest_fills_the_line() -> None:
    found = recognised(
        Recognition(5, PartialDate(2025)),
        Recognition(3, PartialDate(2025)),
        Recognition(3, PartialDate(2025)),
        Recognition(4, PartialDate(2024)),
    )
    made = {artifact.path: artifact for artifact in plan.plan(found)}
    html = plan.make(found, made[PAGE]).decode()  # type: ignore[index]

    bars = re.findall(r'<svg viewBox="0 0 (\d+) 1"[^>]*>(.*?)</svg>', html)
    drawn = [
        (most, re.findall(r'class="level-(\d)" x="(\d+)" width="(\d+)"', bar)) for most, bar in bars
    ]
    assert drawn == [("3", [("5", "0", "1"), ("3", "1", "2")]), ("3", [("4", "0", "1")])]


def test_another_date_of_an_old_recognition_makes_the_page_anew() -> None:
    """Neither cards nor stars show it."""
    newest = Recognition(4, PartialDate(2025))
    one, other = (recognised(newest, Recognition(3, PartialDate(year))) for year in (2019, 2020))

    keys = [keys_of(each, plan.plan(each)).by_path[SitePath(PAGE)] for each in (one, other)]
    assert keys[0] != keys[1]
