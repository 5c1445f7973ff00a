"""The product's page in a real Chromium: large photos, sharing, contact, the way through a list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from support.axe import faults

COFFEE = "products/ca-phe-rang-moc-buon-suong-som.html"
"""Nine photos, one maker, shops."""
TWO_MAKERS = "products/keo-lac-vung-ben-do-nang.html"
PHONE: ViewportSize = {"width": 360, "height": 800}
DESK: ViewportSize = {"width": 1280, "height": 800}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page at a desk."""
    context = chromium.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = chromium.new_context(viewport=PHONE, has_touch=True)
    yield context.new_page()
    context.close()


def count(page: Page) -> str:
    """Which photo the viewer says that it shows."""
    return page.locator(".viewer-count").inner_text()


def drag(page: Page, dx: int, dy: int = 0) -> None:
    """Drag across the middle of the large photo."""
    page.mouse.move(180, 400)
    page.mouse.down()
    page.mouse.move(180 + dx // 2, 400 + dy // 2)
    page.mouse.move(180 + dx, 400 + dy)
    page.mouse.up()


def scale(page: Page) -> float:
    """How many times the large photo is enlarged."""
    return float(
        page.evaluate("new DOMMatrix(document.querySelector('.viewer-picture').style.transform).a")
    )


def opened(page: Page, address: str, number: int = 0) -> Page:
    """The page with one of its photos opened large."""
    page.goto(address)
    page.locator(".gallery figure > a").nth(number).click()
    expect(page.locator(".viewer")).to_be_visible()
    return page


def test_the_keyboard_walks_through_the_photos_and_back(page: Page, demo_address: str) -> None:
    page.goto(demo_address + COFFEE)
    link = page.locator(".gallery figure > a").nth(1)
    link.focus()
    page.keyboard.press("Enter")

    assert count(page) == "2 / 9"
    walk = {"ArrowRight": "3 / 9", "Home": "1 / 9", "ArrowLeft": "9 / 9", "End": "9 / 9"}
    for key, said in walk.items():
        page.keyboard.press(key)
        assert count(page) == said
    page.keyboard.press("Escape")
    expect(page.locator(".viewer")).to_be_hidden()
    expect(link).to_be_focused()


def test_tab_stays_among_the_buttons_of_the_viewer(page: Page, demo_address: str) -> None:
    opened(page, demo_address + COFFEE)

    for _ in range(4):
        assert page.evaluate("!!document.activeElement.closest('.viewer')")
        page.keyboard.press("Tab")


def test_a_large_photo_has_its_words(page: Page, demo_address: str) -> None:
    opened(page, demo_address + COFFEE)
    shown = page.locator(".viewer-picture img").nth(1)
    link = page.locator(".gallery figure > a").first
    first = page.locator(".gallery figure img[alt]:not(.blur)").first

    assert shown.get_attribute("alt") == first.get_attribute("alt")
    assert shown.evaluate("one => one.src") == link.evaluate("one => one.href")
    assert page.locator(".viewer-words").inner_text() == "Tranh minh hoạ"


def test_keys_enlarge_and_look_around(page: Page, demo_address: str) -> None:
    opened(page, demo_address + COFFEE)
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert scale(page) == pytest.approx(2.25)

    before = page.locator(".viewer-picture").get_attribute("style")
    page.keyboard.press("ArrowRight")
    assert count(page) == "1 / 9"
    assert page.locator(".viewer-picture").get_attribute("style") != before
    page.keyboard.press("0")
    assert scale(page) == 1


def test_an_enlarged_photo_never_leaves_the_stage(page: Page, demo_address: str) -> None:
    opened(page, demo_address + COFFEE)
    page.keyboard.press("+")
    for _ in range(30):
        page.keyboard.press("ArrowRight")

    box = page.evaluate(
        """() => {
          const held = document.querySelector(".viewer-stage").clientWidth;
          const moved = new DOMMatrix(document.querySelector(".viewer-picture").style.transform);
          return Math.abs(moved.e) <= (held * (moved.a - 1)) / 2 + 1;
        }"""
    )
    assert box


def test_a_swipe_leads_on_and_back_and_down_closes(phone: Page, demo_address: str) -> None:
    opened(phone, demo_address + COFFEE)
    drag(phone, -150)
    assert count(phone) == "2 / 9"
    drag(phone, 150)
    assert count(phone) == "1 / 9"
    drag(phone, 20)
    assert count(phone) == "1 / 9"
    drag(phone, 0, 200)
    expect(phone.locator(".viewer")).to_be_hidden()


def test_a_double_tap_enlarges_and_another_shows_all(phone: Page, demo_address: str) -> None:
    opened(phone, demo_address + COFFEE)
    phone.mouse.dblclick(180, 400)
    assert scale(phone) == 2.5

    drag(phone, -150)
    assert count(phone) == "1 / 9"
    phone.mouse.dblclick(180, 400)
    assert scale(phone) == 1


def test_two_fingers_spread_enlarge(phone: Page, demo_address: str) -> None:
    opened(phone, demo_address + COFFEE)
    touch = phone.context.new_cdp_session(phone)

    def fingers(kind: str, *spread: int) -> None:
        points = [{"x": 180 + side, "y": 400, "id": at} for at, side in enumerate(spread)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", -30, 30)
    for far in (50, 70, 90):
        fingers("touchMove", -far, far)
    fingers("touchEnd")

    assert scale(phone) == pytest.approx(3, abs=0.4)
    assert count(phone) == "1 / 9"


def test_one_photo_has_no_counter_and_no_way_on(page: Page, demo_address: str) -> None:
    opened(page, demo_address + "products/tra-dinh-suong-bac-thang.html")
    page.keyboard.press("ArrowRight")

    assert count(page) == ""
    assert page.locator(".viewer-after").count() == 0


def test_without_scripts_a_photo_leads_to_its_large_file(
    chromium: Browser, demo_address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_address + COFFEE)

    assert page.locator(".tools").is_hidden()
    page.locator(".gallery figure > a").first.click()
    page.wait_for_url("**/photos/*")
    context.close()


def test_hardly_anything_moves_while_scripts_and_fonts_arrive(
    page: Page, demo_address: str
) -> None:
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((one) => {
          window.moved += one.value;
        })).observe({ type: "layout-shift", buffered: true });"""
    )
    opened(page, demo_address + COFFEE)
    page.keyboard.press("Escape")

    assert page.evaluate("window.moved") < 0.005


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("opener", [".gallery figure > a", ".qr"])
def test_axe_finds_nothing_in_open_dialogs(
    chromium: Browser, demo_address: str, scheme: Any, opener: str
) -> None:
    context = chromium.new_context(color_scheme=scheme, viewport=PHONE)
    page = context.new_page()
    page.goto(demo_address + COFFEE)
    page.locator(opener).first.click()
    found = faults(page, "dialog[open]")
    context.close()

    assert found == []


def test_the_device_s_own_sheet_shares_name_and_address(page: Page, demo_address: str) -> None:
    page.add_init_script(
        "navigator.share = (what) => { window.shared = what; return Promise.resolve(); };"
    )
    page.goto(demo_address + COFFEE)
    page.locator("[data-share]").click()

    shared = page.evaluate("window.shared")
    assert shared["title"] == "Cà phê rang mộc Buôn Sương Sớm"
    assert shared["url"].startswith("https://")
    assert shared["url"].endswith(COFFEE)
    assert page.locator(".sheet").count() == 0


def test_without_such_a_sheet_ours_has_link_code_and_ways(page: Page, demo_address: str) -> None:
    page.add_init_script("navigator.share = undefined;")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(demo_address + COFFEE)
    page.locator("[data-share]").click()

    sheet = page.locator(".sheet")
    url = sheet.locator("input").input_value()
    assert url.endswith(COFFEE)
    assert sheet.locator(".sheet-code svg").bounding_box()["width"] >= 200  # type: ignore[index]
    assert "facebook.com" in str(sheet.locator("a").first.get_attribute("href"))
    sheet.locator("[data-copy]").click()
    expect(sheet.locator("[data-copy]")).to_have_text("Đã chép")
    assert page.evaluate("navigator.clipboard.readText()") == url
    page.keyboard.press("Escape")
    expect(page.locator("[data-share]")).to_be_focused()


def test_a_share_that_the_reader_calls_off_opens_nothing(page: Page, demo_address: str) -> None:
    page.add_init_script(
        "navigator.share = () => Promise.reject(new DOMException('', 'AbortError'));"
    )
    page.goto(demo_address + COFFEE)
    page.locator("[data-share]").click()

    assert page.locator(".sheet").count() == 0


@pytest.mark.parametrize("name", [COFFEE, TWO_MAKERS])
def test_the_contact_bar_is_one_and_covers_neither_end_nor_focus(
    phone: Page, demo_address: str, name: str
) -> None:
    phone.goto(demo_address + name)
    fixed = phone.evaluate(
        "[...document.querySelectorAll('.contact')]"
        ".filter((one) => getComputedStyle(one).position === 'fixed').length"
    )
    assert fixed == 1

    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    bar = phone.locator(".contact").first.bounding_box()
    last = phone.locator(".foot-data").bounding_box()
    assert bar
    assert last
    assert bar["height"] <= 110
    assert last["y"] + last["height"] <= bar["y"]


def test_the_contact_bar_leaves_while_somebody_types(phone: Page, demo_address: str) -> None:
    phone.goto(demo_address + COFFEE)
    phone.locator(".finder input").focus()

    assert (
        phone.locator(".contact").first.evaluate("one => getComputedStyle(one).position")
        == "static"
    )


def test_every_way_to_reach_the_maker_is_written_once(page: Page, demo_address: str) -> None:
    page.goto(demo_address + COFFEE)
    links = page.locator(".contact a").evaluate_all("all => all.map((one) => one.href)")

    assert len(links) == len(set(links))
    assert links[0].startswith("tel:")


def follow(page: Page, start: str, at: int) -> list[str]:
    """Go from a list to one of its products; return the names on the list."""
    page.goto(start)
    cards = page.locator("main .card-name a")
    names = cards.all_inner_texts()
    cards.nth(at).click()
    page.wait_for_url("**/products/*")
    return names


def walked(page: Page, look: str) -> str:
    """The product that the way through the list leads to."""
    return page.locator(f".walk .{look} .walk-name").inner_text()


@pytest.mark.parametrize("from_file", [False, True])
def test_a_product_leads_on_in_the_list_that_the_reader_came_from(
    page: Page, demo_site: Path, demo_address: str, from_file: bool
) -> None:
    root = demo_site.as_uri() + "/" if from_file else demo_address
    names = follow(page, root + "industries/1.html", 1)

    assert (walked(page, "walk-before"), walked(page, "walk-after")) == (names[0], names[2])
    page.locator(".walk-after").click()
    expect(page.locator("h1")).to_have_text(names[2])
    assert walked(page, "walk-before") == names[1]
    page.locator(".walk-list").click()
    page.wait_for_url("**/industries/1.html")


def test_search_results_are_a_way_too(page: Page, demo_address: str) -> None:
    page.goto(demo_address + "search.html?q=mam")
    page.locator("main .card-name a").nth(1).wait_for()
    first = page.locator("main .card-name a").first.inner_text()
    page.locator("main .card-name a").nth(1).click()
    page.wait_for_url("**/products/*")

    assert walked(page, "walk-before") == first
    assert page.locator(".walk-title").inner_text() == "“mam”"


def test_who_comes_another_way_sees_no_list(page: Page, demo_address: str) -> None:
    follow(page, demo_address + "industries/1.html", 1)
    page.goto(demo_address + "products/vicumax.html")
    assert page.locator(".walk").count() == 0


def test_where_nothing_may_be_stored_there_is_no_way_and_no_fault(
    page: Page, demo_address: str
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage',"
        " { get() { throw new DOMException('', 'SecurityError'); } });"
    )
    follow(page, demo_address + "industries/1.html", 1)

    assert page.locator(".walk").count() == 0
    assert not [one for one in faults if "Transition" not in one]


def test_the_month_that_it_is_stands_out_in_the_season(page: Page, demo_address: str) -> None:
    page.clock.install(time="2026-03-15T08:00:00")
    page.goto(demo_address + "products/tra-dinh-suong-bac-thang.html")

    assert page.locator(".months .is-now").inner_text() == "3"
