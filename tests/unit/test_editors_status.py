"""How complete entries are, and which certificates end: against answers found by hand."""

import datetime as dt
from pathlib import Path

from ocop.editors.completeness import (
    QUESTIONS,
    Standing,
    mean,
    standing_of_producer,
    standing_of_product,
)
from ocop.editors.deadlines import calendar, deadlines
from ocop.fair.opened import open_project
from ocop.messages import say
from ocop.pages.site import Site
from ocop.paths import EntryId
from ocop.request import Request
from ocop.text import Language
from support.project import project

TODAY = dt.date(2026, 11, 21)
VI, EN = Language("vi"), Language("en")
FULL = """\
name: {vi: Chè xanh, en: Green tea}
summary: {vi: Búp non, en: Young buds}
set: 11
producer: htx
origin: {commune: xã Cửa Tùng, province: tỉnh Quảng Trị, now: "19363"}
recognitions:
  - {stars: 4, date: 2024-05-30, decision: 1/QĐ-UBND, authority: UBND tỉnh Quảng Trị}
price: {from: 50000}
season: all
storage: Nơi khô
story: Chuyện.
certificates: [{kind: VietGAP}]
"""
FILES = {
    "config.yaml": "title: T\nurl: https://ocop.example/x/\nlanguages: [vi, en]\n",
    "content/producers/htx/producer.yaml": (
        "name: {vi: HTX, en: Co-op}\nkind: HTX\nphone: 0335123456\n"
    ),
    "content/products/du/product.yaml": FULL,
    "content/products/thieu/product.yaml": (
        "name: Trà\nset: 11\nguessed: [set]\norigin: {province: tỉnh Quảng Trị}\n"
        "recognitions: [{stars: 3, date: 2024}]\n"
    ),
}


def site(tmp_path: Path, files: dict[str, str] = FILES) -> Site:
    """The checked project."""
    found = open_project(Request(project(tmp_path, files), TODAY)).site
    assert found is not None
    return found


def test_what_is_not_there_is_named_and_the_rest_is_counted(tmp_path: Path) -> None:
    products = site(tmp_path).catalogue.products
    full = standing_of_product(products[EntryId("du")], (VI, EN))
    bare = standing_of_product(products[EntryId("thieu")], (VI, EN))

    assert (full.missing, full.score) == (("photo",), 92)
    assert set(bare.missing) == {
        *("photo", "producer", "summary", "decision", "commune", "price", "story", "season"),
        *("storage", "certificates", "set", "translation"),
    }
    assert (bare.asked, bare.score) == (14, 14)


def test_a_producer_is_asked_for_ways_to_reach_it(tmp_path: Path) -> None:
    maker = site(tmp_path).catalogue.producers[EntryId("htx")]

    assert standing_of_producer(maker, (VI, EN)).missing == (
        *("address", "photo", "story", "place", "online"),
    )


def test_the_mean_of_none_is_whole() -> None:
    half = Standing(EntryId("a"), "A", ("photo",), 2)

    assert (mean([]), mean([half, Standing(EntryId("b"), "B", (), 2)])) == (100, 75)


def test_every_lack_has_words() -> None:
    assert all(say(f"status.lacks.{one}", language) for one in QUESTIONS for language in (VI, EN))


def test_certificates_that_end_within_a_year_are_told_with_the_days_to_apply(
    tmp_path: Path,
) -> None:
    found = deadlines(site(tmp_path).catalogue)

    # 36 months after 30/05/2024; 180 and 120 days before.
    assert [(one.id, one.end, one.opens, one.closes) for one in found] == [
        ("du", dt.date(2027, 5, 30), dt.date(2026, 12, 1), dt.date(2027, 1, 30))
    ]


def test_a_calendar_has_an_event_each_in_lines_of_75_bytes(tmp_path: Path) -> None:
    found = deadlines(site(tmp_path).catalogue)
    text = calendar(
        found, "Hạn, nộp", lambda one: f"Nộp hồ sơ; {one.name} " + "ệ" * 60, "a.example"
    )

    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20270130\r\nDTEND;VALUE=DATE:20270131\r\n" in text
    assert "X-WR-CALNAME:Hạn\\, nộp" in text
    assert "UID:du-20270530@a.example" in text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert f"SUMMARY:Nộp hồ sơ\\; Chè xanh {'ệ' * 60}" in text.replace("\r\n ", "")
