"""A fair in a real Chromium: its plan, finding a booth, today, the market list's way through it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.axe import faults
from support.complaints import complaints
from support.market import COFFEE, EXPIRED, HONEY, MAT, settled, store

FAIR = "fairs/cho-phien-cuoi-nam-2026.html"
PAST = "fairs/phien-cho-mua-gat-2026.html"
PEPPER, SALT = "hat-tieu-den-ben-do-nang", "muoi-tieu-la-chanh"
DURING = "2026-12-19T09:00:00+07:00"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
        service_workers="block",
        timezone_id="Asia/Ho_Chi_Minh",
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    heard = complaints(page)
    yield page
    assert heard == []


def at(page: Page, now: str, address: str) -> None:
    page.clock.set_fixed_time(now)
    page.goto(address)


def listed(page: Page, address: str, *products: str, now: str = DURING, ask: str = "") -> None:
    """Open the market list with some products on it."""
    at(page, now, address + "shortlist.html")
    items = [{"id": one, "name": one, "n": 0, "note": ""} for one in products]
    store(page, {"at": 1, "items": items})
    page.goto(f"{address}shortlist.html{ask}")
    settled(page)


DAYS = (
    ("2026-12-16T12:00", "Sắp diễn ra", "Còn 2 ngày nữa"),
    ("2026-12-17T23:59", "Sắp diễn ra", "Ngày mai mở"),
    ("2026-12-18T00:01", "Đang diễn ra", "Hôm nay là ngày thứ 1 trong 5 ngày"),
    ("2026-12-22T23:59", "Đang diễn ra", "Hôm nay là ngày cuối"),
    ("2026-12-23T00:01", "Đã kết thúc", ""),
)


def test_the_readers_own_day_tells_whether_a_fair_is_on(page: Page, demo_address: str) -> None:
    for now, state, said in DAYS:
        at(page, f"{now}:00+07:00", demo_address + FAIR)

        expect(page.locator("[data-fair-flag]")).to_have_text(state)
        expect(page.locator("[data-fair-count]")).to_have_text(said)
        expect(page.locator("#today")).to_be_visible(visible=state == "Đang diễn ra")


def test_lists_and_the_home_page_follow_the_readers_day(page: Page, demo_address: str) -> None:
    at(page, DURING, demo_address + "fairs/index.html")
    running = page.locator(".small-poster").filter(has_text="cuối năm")
    expect(running.locator(".flag")).to_have_text("Đang diễn ra")
    assert page.locator(".flag:visible").count() == 1

    page.goto(demo_address + "index.html")
    expect(page.locator(".poster [data-fair-flag]")).to_have_text("Hội chợ đang mở")
    expect(page.locator(".poster [data-fair-count]")).to_have_text(
        "Hôm nay là ngày thứ 2 trong 5 ngày"
    )


def test_a_stall_leads_to_its_row_without_any_script(chromium: Browser, demo_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_address + FAIR)
    page.locator("a.stall").filter(has_text="B3").click()

    assert page.url.endswith("#gian-b3")
    assert page.locator("tr:target th").inner_text() == "B3"
    assert page.locator("a.stall").count() == page.locator(".booths tbody tr").count() == 8
    context.close()


def test_arrows_go_from_stall_to_stall_and_enter_opens(page: Page, demo_address: str) -> None:
    page.goto(demo_address + FAIR)
    page.locator("a.stall").first.focus()

    def now() -> str:
        return str(page.evaluate("document.activeElement.getAttribute('href')"))

    walked = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "End", "ArrowRight", "Home"):
        page.keyboard.press(key)
        walked.append(now().removeprefix("#gian-"))
    assert walked == ["a2", "a3", "b1", "c2", "c2", "a1"]
    page.keyboard.press("Tab")
    assert "stall" not in str(page.evaluate("document.activeElement.className.baseVal || ''"))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#gian-a1")


def test_down_goes_to_the_stall_below_where_rows_are_the_fairs_own(
    page: Page, demo_address: str
) -> None:
    page.goto(demo_address + PAST)
    page.locator("a.stall").filter(has_text="02").focus()
    page.keyboard.press("ArrowDown")
    below = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("ArrowUp")

    assert below == "#gian-04"
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#gian-02"
    assert page.locator("g.stall").get_attribute("aria-label") == "Gian 06: chưa rõ"


FOUND: tuple[tuple[str, list[str]], ...] = (
    ("b2", ["B2"]),
    ("ca phe", ["B1"]),
    ("CÓI  bồi", ["A3"]),
    ("ba cay nem", ["A2"]),
    ("xe hơi", []),
)


def test_a_booth_is_found_by_number_maker_or_product(page: Page, demo_address: str) -> None:
    page.goto(demo_address + FAIR)
    field = page.get_by_label("Tìm gian, người bán, món")
    for typed, found in FOUND:
        field.fill(typed)

        assert page.locator(".booths tbody tr:visible th").all_inner_texts() == found
        said = f"{len(found)} gian" if found else f"Không gian nào có “{typed}”."
        expect(page.locator(".booth-said")).to_have_text(said)
        assert page.locator("a.stall:not(.is-away)").count() == len(found)
    field.fill("")
    assert page.locator(".booths tbody tr:visible").count() == 8


def test_a_dimmed_stall_shows_its_row_again(page: Page, demo_address: str) -> None:
    page.goto(demo_address + FAIR)
    page.get_by_label("Tìm gian, người bán, món").fill("ca phe")
    page.locator("a.stall").filter(has_text="C2").click()

    expect(page.locator("#gian-c2")).to_be_visible()
    assert page.locator(".booths tbody tr:visible").count() == 8


def test_booths_with_what_is_on_the_list_are_marked_and_lead_to_the_way(
    page: Page, demo_address: str
) -> None:
    listed(page, demo_address, COFFEE, HONEY, MAT, EXPIRED)
    page.goto(demo_address + FAIR)

    expect(page.locator(".booth-way")).to_contain_text("Sổ của bạn có 3 món ở hội chợ này.")
    assert page.locator("a.stall:has(.stall-kept) text").all_text_contents() == ["A3", "B1"]
    label = page.locator("a.stall").filter(has_text="A3").get_attribute("aria-label")
    assert label == "Gian A3: Hợp tác xã Cói Bãi Bồi Xanh, có món trong sổ của bạn"
    page.get_by_label("Chỉ gian có món trong sổ").check()
    assert page.locator(".booths tbody tr:visible th").all_inner_texts() == ["A3", "B1"]
    page.get_by_role("link", name="Xem đường đi").click()
    settled(page)
    assert page.locator(".route-number").count() == 2


def stops(page: Page) -> list[tuple[str, list[str]]]:
    """The stops of the way: each booth's number with what is to be had there."""
    return [
        (
            stop.locator(".route-number").inner_text().split()[-1],
            stop.locator(".route-name").all_inner_texts(),
        )
        for stop in page.locator(".route-stop").all()
    ]


def test_at_the_fair_the_list_is_a_way_past_the_booths(page: Page, demo_address: str) -> None:
    listed(page, demo_address, PEPPER, COFFEE, EXPIRED, SALT, MAT, HONEY)

    assert stops(page) == [
        ("A3", ["Chiếu cói cải hoa Bãi Bồi Xanh"]),
        ("B1", ["Cà phê rang mộc Buôn Sương Sớm", "Mật ong hoa cà phê Buôn Sương Sớm"]),
        ("B3", ["Hạt tiêu đen Bến Đò Nắng", "Muối tiêu lá chanh Bến Đò Nắng"]),
    ]
    asked = page.locator(".route-stop label").filter(has_text="Muối tiêu")
    expect(asked).to_contain_text("chưa thấy bày; người bán có mặt, hỏi thử")
    assert page.locator(".route-away li").all_inner_texts() == ["Dưa lưới Taki"]


def test_what_is_ticked_off_stays_ticked(page: Page, demo_address: str) -> None:
    listed(page, demo_address, COFFEE, MAT)
    page.locator(".route-stop").get_by_label("Cà phê rang mộc").check()
    expect(page.locator(".route-said")).to_have_text("Đã xem 1 trên 2 món")
    page.reload()
    settled(page)

    expect(page.locator(".route-said")).to_have_text("Đã xem 1 trên 2 món")
    expect(page.locator(".route-stop").get_by_label("Cà phê rang mộc")).to_be_checked()
    expect(page.locator(".route-stop").get_by_label("Chiếu cói")).not_to_be_checked()


def test_a_fair_that_is_coming_is_offered_and_one_that_is_over_is_not(
    page: Page, demo_address: str
) -> None:
    listed(page, demo_address, COFFEE, now="2026-12-01T12:00:00+07:00")
    expect(page.locator(".route-offer")).to_contain_text(
        "1 món trong sổ có ở Chợ phiên cuối năm 2026 (minh hoạ), 18/12/2026 – 22/12/2026."
    )
    page.get_by_role("button", name="Xem đường đi").click()
    assert [number for number, _ in stops(page)] == ["B1"]

    page.clock.set_fixed_time("2026-12-23T12:00:00+07:00")
    page.reload()
    settled(page)
    expect(page.locator(".market-route")).to_be_hidden()


def test_a_list_without_anything_at_the_fair_says_nothing_unless_asked(
    page: Page, demo_address: str
) -> None:
    listed(page, demo_address, EXPIRED)
    expect(page.locator(".market-route")).to_be_hidden()

    page.goto(demo_address + "shortlist.html?fair=cho-phien-cuoi-nam-2026")
    settled(page)
    expect(page.locator(".market-route")).to_contain_text("Chưa có món nào trong sổ ở hội chợ này.")


def test_a_list_that_came_by_link_is_walked_too(page: Page, demo_address: str) -> None:
    at(page, DURING, demo_address + "shortlist.html#p=ZGXN8C")
    settled(page)

    assert stops(page) == [("B1", ["Cà phê rang mộc Buôn Sương Sớm"])]


def test_the_way_works_from_a_stick(page: Page, demo_site: Path) -> None:
    root = demo_site.as_uri() + "/"
    listed(page, root, COFFEE)
    assert stops(page) == [("B1", ["Cà phê rang mộc Buôn Sương Sớm"])]
    page.locator(".route-number").click()

    assert page.url == f"{root}{FAIR}#gian-b1"
    expect(page.locator("a.stall:has(.stall-kept)")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [FAIR, "shortlist.html"])
def test_fair_and_way_are_open_to_everybody(
    chromium: Browser, demo_address: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    context = chromium.new_context(
        viewport={"width": 320, "height": 700}, color_scheme=scheme, service_workers="block"
    )
    page = context.new_page()
    listed(page, demo_address, COFFEE, PEPPER, SALT, EXPIRED)
    if path != "shortlist.html":
        page.goto(demo_address + path)

    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    small = page.evaluate(
        """[...document.querySelectorAll(
            'a.stall, .route-number, .route-stop label, .booth-find input')]
        .map(one => one.getBoundingClientRect())
        .filter(box => box.width && (box.height < 44 || box.width < 40)).length"""
    )
    assert small == 0
    context.close()


def test_paper_has_every_booth_whatever_is_sought(page: Page, demo_address: str) -> None:
    page.goto(demo_address + FAIR)
    page.get_by_label("Tìm gian, người bán, món").fill("ca phe")
    page.emulate_media(media="print")

    assert page.locator(".booths tbody tr:visible").count() == 8
    expect(page.locator("#booth-tools")).to_be_hidden()
