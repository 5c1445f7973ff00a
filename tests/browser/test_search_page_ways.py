"""The search page's history, keyboard, drawer, weak networks and readers, in a real Chromium."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from support.axe import faults
from support.complaints import complaints
from support.search_page import (
    SETTLED,
    choose,
    count,
    expect_focus,
    field,
    find,
    ids,
    opened,
    settled,
    value,
)  # fmt: skip
from support.sites import NO_WORKER

Scheme = Literal["light", "dark"]
PHONE: ViewportSize = {"width": 360, "height": 740}
STATES = {
    "ways in": "", "results": "?q=suong&stars=4&stars=5", "near": "?q=giỏ",
    "nothing": "?q=xyzzy+ong&stars=5", "everything": "?sort=name&page=2", "reading": "?q=caf+phee",
}  # fmt: skip


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    # Chromium complains of a transition between pages that it gives up where the machine is busy.
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    heard = complaints(page)
    yield page
    context.close()
    assert heard == []


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    context.add_init_script(NO_WORKER)
    yield context.new_page()
    context.close()


@pytest.fixture
def search(demo_address: str) -> str:
    return demo_address + "search.html"


def length(page: Page) -> int:
    found: int = page.evaluate("history.length")
    return found


def scroll(page: Page) -> int:
    found: int = page.evaluate("Math.round(scrollY)")
    return found


def test_typing_replaces_and_choosing_pushes(page: Page, search: str) -> None:
    opened(page, search)
    before = length(page)
    find(page, "mat ong")
    assert length(page) == before
    choose(page, "industry", "I")
    page.locator("#sort").select_option("stars")
    settled(page)

    assert length(page) == before + 2


def test_back_and_forward_bring_back_field_filters_and_results(page: Page, search: str) -> None:
    opened(page, search)
    find(page, "suong")
    first = ids(page)
    choose(page, "stars", "5")
    second = ids(page)
    find(page, "suong som")
    page.go_back()
    settled(page)

    assert page.url == search + "?q=suong"
    assert (field(page).input_value(), ids(page)) == ("suong", first)
    expect(value(page, "stars", "5").locator("input")).not_to_be_checked()
    page.go_forward()
    settled(page)
    assert page.url == search + "?q=suong+som&stars=5"
    expect(value(page, "stars", "5").locator("input")).to_be_checked()
    assert set(ids(page)) <= set(second)


def test_who_follows_a_card_before_all_stands_comes_back_to_what_was_typed(
    page: Page, search: str
) -> None:
    opened(page, search)
    page.evaluate(
        """() => {
          const results = document.getElementById('results');
          new MutationObserver((_, watch) => {
            const link = results.querySelector('[data-product] a');
            if (!link || results.dataset.ready === 'true') return;
            watch.disconnect();
            link.click();
          }).observe(results, { childList: true, subtree: true });
        }"""
    )
    field(page).fill("suong som")
    page.wait_for_url("**/products/*.html")
    page.go_back()
    settled(page)

    assert page.url == search + "?q=suong+som"
    assert field(page).input_value() == "suong som"


def test_back_from_a_product_returns_to_the_place_and_the_card(page: Page, search: str) -> None:
    opened(page, search + "?sort=name&page=2")
    assert len(ids(page)) == 48
    card = page.locator("#results .card-name a").nth(40)
    card.scroll_into_view_if_needed()
    where, name = scroll(page), card.inner_text()
    card.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/products/*.html")
    page.go_back()
    settled(page)

    assert len(ids(page)) == 48
    assert abs(scroll(page) - where) < 5
    assert page.evaluate("document.activeElement.innerText") == name


def test_reload_and_a_shared_address_show_the_same(
    page: Page, chromium: Browser, search: str
) -> None:
    opened(page, search)
    find(page, "ong")
    choose(page, "industry", "I")
    choose(page, "gift", "1")
    page.locator("#sort").select_option("name")
    settled(page)
    shown, address = ids(page), page.url
    page.reload()
    settled(page)
    assert (ids(page), page.url, field(page).input_value()) == (shown, address, "ong")
    other = opened(chromium.new_page(), address)

    assert ids(other) == shown
    other.close()


def test_more_adds_to_the_list_and_to_the_address(page: Page, search: str) -> None:
    opened(page, search + "?sort=name")
    before, length_before = ids(page), length(page)
    page.get_by_role("button", name="Xem thêm 24 sản phẩm").click()
    settled(page)

    assert len(before) == 24
    assert ids(page)[:24] == before
    assert len(ids(page)) == 48
    assert page.url == search + "?sort=name&page=2"
    assert length(page) == length_before
    expect_focus(page, f'[data-product="{ids(page)[24]}"] a')
    page.get_by_role("button", name="Xem thêm 16 sản phẩm").click()
    settled(page)
    assert len(set(ids(page))) == 64 == count(page)
    expect(page.locator("#more")).to_be_hidden()


def test_slash_goes_to_the_field_and_escape_clears_it(page: Page, search: str) -> None:
    opened(page, search)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("tra/ca")
    settled(page)
    assert field(page).input_value() == "tra/ca"
    page.keyboard.press("Escape")
    settled(page)

    assert field(page).input_value() == ""
    assert page.url == search
    expect(page.locator("#hub")).to_be_visible()
    expect(page.locator("#found")).to_be_hidden()


def test_the_keyboard_alone_filters_and_opens_a_product(page: Page, search: str) -> None:
    opened(page, search)
    page.keyboard.press("/")
    page.keyboard.type("suong")
    settled(page)
    value(page, "stars", "4").locator("input").focus()
    page.keyboard.press("Space")
    settled(page)
    expect_focus(page, '[data-facet="stars"][data-value="4"] input')
    assert page.url == search + "?q=suong&stars=4"
    field(page).focus()
    page.keyboard.press("ArrowDown")
    expect_focus(page, "#results .card a")
    page.keyboard.press("Enter")

    page.wait_for_url("**/products/*.html")


def test_enter_keeps_the_results(page: Page, search: str) -> None:
    opened(page, search)
    find(page, "mat ong")
    shown = ids(page)
    page.keyboard.press("Enter")
    settled(page)

    assert (ids(page), page.url) == (shown, search + "?q=mat+ong")


def test_the_newest_of_quick_letters_wins(page: Page, search: str) -> None:
    """Each letter asks; only the answer to the last may stand."""
    opened(page, search)
    for text in ("c", "ca", "cao", "cao ", "cao c", "cao ca", "cao ca g"):
        field(page).fill(text)
    settled(page)

    assert "cao-ca-gai-leo-gio-lao" in ids(page)
    assert page.url == search + "?q=cao+ca+g"


def test_a_phone_filters_in_a_drawer(phone: Page, search: str) -> None:
    opened(phone, search + "?q=suong")
    drawer, button = phone.locator("#sift-drawer"), phone.locator("#sift-open")
    assert phone.locator("[data-facet]:visible").count() == 0
    button.click()
    expect(drawer).to_be_visible()
    choose(phone, "stars", "4")
    show = drawer.get_by_role("button", name=f"Xem {count(phone)} sản phẩm")
    show.click()

    expect(drawer).to_be_hidden()
    expect(button).to_be_focused()
    expect(phone.locator("#sift-count")).to_have_text("1")
    button.click()
    phone.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    assert phone.url == search + "?q=suong&stars=4"


def test_a_phone_that_saves_data_counts_filters_when_asked_for(phone: Page, search: str) -> None:
    phone.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'connection', {value: {saveData: true}})"
    )
    opened(phone, search + "?q=suong")
    assert phone.locator("[data-facet]").count() == 0
    phone.locator("#sift-open").click()

    expect(value(phone, "stars", "4")).to_be_visible()
    choose(phone, "stars", "4")
    assert phone.url == search + "?q=suong&stars=4"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(chromium: Browser, search: str, state: str, scheme: Scheme) -> None:
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    context.add_init_script(NO_WORKER)
    page = opened(context.new_page(), search + STATES[state])

    assert faults(page) == []
    context.close()


def test_axe_finds_no_fault_in_the_drawer(phone: Page, search: str) -> None:
    opened(phone, search + "?q=suong&stars=4")
    phone.locator("#sift-open").click()

    assert faults(phone) == []


@pytest.mark.parametrize("width", [320, 360, 768])
@pytest.mark.parametrize("state", STATES)
def test_no_state_scrolls_sideways(chromium: Browser, search: str, state: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 800})
    opened(page, search + STATES[state])

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_what_is_touched_is_large_enough(phone: Page, search: str) -> None:
    opened(phone, search + "?q=suong&stars=4&stars=5")
    phone.locator("#sift-open").click()
    small = """all => all.filter(one => one.checkVisibility())
        .map(one => (one.closest('label') || one)).map(one => [one.outerHTML.slice(0, 90),
            Math.round(one.getBoundingClientRect().height)]).filter(([, size]) => size < 44)"""
    inside = "main :is(button, select, input:not([type=search]), summary, .also a)"

    assert phone.locator(inside).evaluate_all(small) == []


def test_without_scripts_the_ways_in_are_there_and_no_dead_field(
    chromium: Browser, search: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(search + "?q=ong")

    expect(page.get_by_role("heading", name="Duyệt danh mục")).to_be_visible()
    assert page.locator('#hub a[href^="products/index"]:visible').count() > 0
    expect(page.locator("#seek")).to_be_hidden()
    expect(page.locator("#found")).to_be_hidden()
    assert page.locator("main button:visible").count() == 0
    context.close()


def test_a_slow_index_shows_empty_cards_then_the_results(page: Page, search: str) -> None:
    held: list[Route] = []
    page.route("**/search/vi.js", lambda route: held.append(route))
    page.goto(search + "?q=mat+ong", wait_until="commit")
    expect(page.locator("#results .blank").first).to_be_visible()
    expect(page.locator("#results")).to_have_attribute("aria-busy", "true")
    expect(page.locator("#result-count")).to_have_text("Đang tìm…")
    assert page.locator(SETTLED).count() == 0
    for route in held:
        route.continue_()
    settled(page)

    assert page.locator("#results .blank").count() == 0
    assert count(page) == len(ids(page)) > 0


def test_an_index_that_fails_says_so_and_can_be_tried_again(chromium: Browser, search: str) -> None:
    page = chromium.new_page()
    page.add_init_script(NO_WORKER)
    page.route("**/search/vi.js", lambda route: route.abort())
    page.goto(search + "?q=mat+ong")
    expect(page.locator("#results")).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    expect(page.locator("#hub")).to_be_visible()
    page.unroute("**/search/vi.js")
    page.get_by_role("button", name="Thử lại").click()
    settled(page)

    assert count(page) == len(ids(page)) > 0
    expect(page.locator("#hub")).to_be_hidden()
    page.close()


def test_an_engine_that_fails_says_so_and_can_be_tried_again(
    chromium: Browser, search: str
) -> None:
    page = chromium.new_page()
    page.add_init_script(NO_WORKER)
    page.route("**/static/js/search.*.js", lambda route: route.abort())
    page.goto(search + "?q=mat+ong")
    expect(page.locator("#results")).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    page.unroute("**/static/js/search.*.js")
    page.get_by_role("button", name="Thử lại").click()
    settled(page)

    assert count(page) == len(ids(page)) > 0
    page.close()


def test_what_is_typed_before_the_engine_comes_is_answered(page: Page, search: str) -> None:
    held: list[Route] = []
    page.route("**/static/js/search.*.js", lambda route: held.append(route))
    page.goto(search, wait_until="commit")
    field(page).press_sequentially("mat ong")
    for route in held:
        route.continue_()
    settled(page)

    assert page.url == search + "?q=mat+ong"
    assert count(page) == len(ids(page)) > 0


def test_nothing_moves_where_motion_is_not_wanted(chromium: Browser, search: str) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    page.route("**/search/vi.js", lambda _: None)
    page.goto(search + "?q=mat+ong", wait_until="commit")
    expect(page.locator("#results .blank").first).to_be_visible()

    assert page.evaluate("document.getAnimations().length") == 0
    context.close()


def test_the_page_and_its_script_are_light(demo_site: Path) -> None:
    def packed(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), 9))

    (script,) = (demo_site / "static/js").glob("search-page.*.js")

    assert packed(demo_site / "search.html") <= 10_000
    assert packed(demo_site / "en/search.html") <= 10_000
    assert packed(script) <= 8_500
