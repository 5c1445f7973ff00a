"""The history of recognitions on a product's page: what was awarded and what became of it."""

import datetime as dt
import re

from msgspec.structs import replace

from ocop.dates import PartialDate
from ocop.domain.recognition import Recognition
from ocop.pages import plan
from ocop.pages.keys.all import keys_of
from ocop.paths import SitePath
from support.small_site import product, site

PAGE = SitePath("products/a.html")


def steps(*found: Recognition, language: str = "vi", **facts: object) -> list[tuple[str, ...]]:
    """Fate, stars and the lines of every step, as the page lists them."""
    one = site(products=[product("a", recognitions=tuple(found), **facts)])
    path = PAGE if language == "vi" else f"{language}/{PAGE}"
    made = {artifact.path: artifact for artifact in plan.plan(one)}
    html = plan.make(one, made[SitePath(path)]).decode()
    listed = html.partition('<ol class="history">')[2].partition("</ol>")[0]
    items = re.findall(r'<li class="is-(\w+)" data-stars="(\d)">(.*?)</li>', listed, re.DOTALL)
    return [(fate, stars, *_lines(words)) for fate, stars, words in items]


def _lines(html: str) -> list[str]:
    pieces = re.sub("<[^>]*>", "", html.replace("<p", "\n<p")).splitlines()
    return [piece.strip() for piece in pieces if piece.strip()]


def test_the_newest_recognition_comes_first_and_says_what_it_was() -> None:
    assert steps(
        Recognition(3, PartialDate(2019, 11), kind="first"),
        Recognition(4, PartialDate(2025, 6, 19), "12/QĐ", "UBND tỉnh", kind="renewal"),
        Recognition(4, PartialDate(2022, 5), kind="upgrade"),
        Recognition(3),
    ) == [
        ("open", "4", "Công nhận lại 4 sao", "19/06/2025 · Quyết định 12/QĐ, UBND tỉnh",
         "Có giá trị đến 19/06/2028"),
        ("ended", "4", "Nâng hạng lên 4 sao", "tháng 5 năm 2022", "Đã hết hạn tháng 5 năm 2025"),
        ("ended", "3", "Công nhận lần đầu: 3 sao", "tháng 11 năm 2019",
         "Đã hết hạn tháng 11 năm 2022"),
        ("endless", "3", "Công nhận 3 sao", "Chưa rõ ngày", "Chưa rõ thời hạn"),
    ]  # fmt: skip


def test_a_withdrawn_one_says_when_and_why() -> None:
    gone = Recognition(3, PartialDate(2025), revoked=PartialDate(2026, 3, 10), reason="ngừng làm")

    assert steps(gone) == [
        ("revoked", "3", "Công nhận 3 sao", "năm 2025", "Bị thu hồi 10/03/2026: ngừng làm")
    ]
    assert steps(gone, language="en")[0][2:] == (
        "Recognised: 3 stars", "2025", "Revoked 10 March 2026: ngừng làm",
    )  # fmt: skip


def test_an_extended_one_says_until_when() -> None:
    late = Recognition(4, PartialDate(2023, 10, 1), extended=PartialDate(2027, 3, 1))

    assert [step[0] for step in steps(late)] == ["extended"]
    assert steps(late)[0][-1] == "Được gia hạn đến 01/03/2027"


def test_proposed_stars_stand_apart_from_those_awarded() -> None:
    found = steps(Recognition(4, PartialDate(2025)), proposed=5)

    assert [step[:2] for step in found] == [("waiting", "5"), ("open", "4")]


def test_a_withdrawal_that_is_announced_counts_from_its_day() -> None:
    """Of two recognitions the older one goes; the rating itself stays as it is."""
    soon = Recognition(3, PartialDate(2024, 5, 2), revoked=PartialDate(2026, 11, 22))
    found = (Recognition(4, PartialDate(2025, 6, 19)), soon)
    today = site(products=[product("a", recognitions=found)])
    catalogue = replace(today.catalogue, today=dt.date(2026, 11, 22))
    tomorrow = replace(today, catalogue=catalogue)

    assert [step[0] for step in steps(*found)] == ["open", "open"]
    keys = [keys_of(one, plan.plan(one)).by_path[PAGE] for one in (today, tomorrow)]
    assert keys[0] != keys[1]
