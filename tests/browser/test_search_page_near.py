"""The order "nearest to me": asked for by the reader alone, and kept in the page's memory."""

import json
import math
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Geolocation, Locator, Page, expect

from ocop.domain import gazetteer
from support.axe import faults
from support.search_page import ids, opened, records, settled
from support.sites import NO_WORKER

HUE = Geolocation(latitude=16.4637, longitude=107.5909)
COUNTED = """(() => {
    window.asked = 0;
    const ask = Geolocation.prototype.getCurrentPosition;
    Geolocation.prototype.getCurrentPosition = function (...how) {
        window.asked += 1;
        return ask.apply(this, how);
    };
})()"""
UNABLE = "delete Navigator.prototype.geolocation"
STORED = """() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie,
    history.state, location.href])"""
Opening = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Opening]:
    """Opens an address as a reader who is in Huế and lets pages know, or does not."""
    contexts: list[BrowserContext] = []

    def call(address: str, script: str = COUNTED, *, allowed: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": 1280, "height": 900},
            permissions=["geolocation"] if allowed else [],
            geolocation=HUE,
        )
        context.add_init_script(NO_WORKER)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(script)
        return opened(page, address)

    yield call
    for context in contexts:
        context.close()


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, demo_address: str, demo_site: Path) -> str:
    """Where the demonstration site is."""
    return demo_address if request.param == "http" else demo_site.as_uri() + "/"


def menu(page: Page) -> Locator:
    return page.locator("#sort")


def said(page: Page) -> Locator:
    return page.locator("#order-said")


def nearest(page: Page) -> Page:
    menu(page).select_option("near")
    page.wait_for_selector(".card-away")
    return settled(page)


def asked(page: Page) -> int:
    return int(page.evaluate("window.asked"))


def kilometres(commune: str) -> float:
    """From Huế, by the law of cosines."""
    known = gazetteer.commune(commune)
    assert known
    one, other = map(math.radians, (HUE["latitude"], known.point[0]))
    along = math.radians(known.point[1] - HUE["longitude"])
    cosine = math.sin(one) * math.sin(other) + math.cos(one) * math.cos(other) * math.cos(along)
    return 6371.0088 * math.acos(min(1, cosine))


def test_the_nearest_comes_first_and_every_card_says_how_far(
    visit: Opening, address: str, demo_site: Path
) -> None:
    page = visit(address + "search.html?stars=4")
    expected = {
        one["id"]: kilometres(one["origin"]["commune"])
        for one in records(demo_site)
        if one["rating"]["stars"] == 4 and one["origin"]["commune"]
    }
    assert asked(page) == 0
    before = set(ids(page))
    nearest(page)

    assert asked(page) == 1
    shown = ids(page)
    assert set(shown) == before
    told = {
        card.get_attribute("data-product"): card.locator(".card-away").inner_text()
        for card in page.locator("#results .card").all()
        if card.locator(".card-away").count()
    }
    assert set(told) == set(expected) & before
    for one, text in told.items():
        number = int(re.sub(r"\D", "", text))
        assert one
        assert text.startswith("cách ")
        assert abs(number - expected[one]) < 1.2
    places = [expected.get(one, math.inf) for one in shown]
    assert all(one <= other + 0.2 for one, other in pairwise(places))
    expect(said(page)).to_contain_text("không gửi đi đâu")


def test_the_position_is_in_no_address_no_storage_and_no_request(
    visit: Opening, demo_address: str
) -> None:
    page = visit(demo_address + "search.html?q=tra")
    heard: list[str] = []
    page.on(
        "request",
        lambda request: heard.append(
            f"{request.url} {json.dumps(request.headers)} {request.post_data}"
        ),
    )
    nearest(page)
    page.locator("#results a").first.click()
    page.wait_for_url("**/products/**")
    page.go_back()
    settled(page)

    assert heard
    left = " ".join([*heard, page.evaluate(STORED)])
    assert "sort=near" in left
    for degrees in (HUE["latitude"], HUE["longitude"]):
        assert f"{degrees:.2f}" not in left


def test_an_address_with_this_order_asks_nothing_by_itself_and_offers_a_button(
    visit: Opening, address: str
) -> None:
    page = visit(address + "search.html?q=ca+phe&sort=near")
    relevant = ids(visit(address + "search.html?q=ca+phe"))

    assert asked(page) == 0
    assert ids(page) == relevant
    assert menu(page).input_value() == "relevance"
    expect(page.locator(".card-away")).to_have_count(0)

    page.get_by_role("button", name="Dùng vị trí của tôi").click()
    page.wait_for_selector(".card-away")
    settled(page)
    assert menu(page).input_value() == "near"
    assert page.url.endswith("?q=ca+phe&sort=near")

    page.reload()
    settled(page)
    assert asked(page) == 0
    expect(page.get_by_role("button", name="Dùng vị trí của tôi")).to_be_visible()


def test_back_and_forward_do_not_ask_again(visit: Opening, demo_address: str) -> None:
    page = visit(demo_address + "search.html?q=tra")
    relevant = ids(page)
    near = ids(nearest(page))
    page.go_back()
    settled(page)
    assert (ids(page), menu(page).input_value()) == (relevant, "relevance")
    expect(said(page)).to_be_empty()

    page.go_forward()
    settled(page)
    assert (ids(page), menu(page).input_value()) == (near, "near")
    assert asked(page) == 1


def test_a_reader_who_refuses_is_told_and_keeps_the_order(visit: Opening, address: str) -> None:
    page = visit(address + "search.html?q=tra&sort=stars", allowed=False)
    before = ids(page)
    menu(page).select_option("near")

    expect(said(page)).to_contain_text("mở quyền vị trí")
    assert (ids(page), menu(page).input_value()) == (before, "stars")
    assert page.url.endswith("?q=tra&sort=stars")

    menu(page).select_option("name")
    settled(page)
    expect(said(page)).to_be_empty()


def test_a_device_that_does_not_know_where_it_is_says_so(visit: Opening, demo_address: str) -> None:
    page = visit(demo_address + "en/search.html?q=tea")
    page.context.new_cdp_session(page).send("Emulation.setGeolocationOverride", {})
    menu(page).select_option("near")

    expect(said(page)).to_contain_text("could not tell where you are")
    assert menu(page).input_value() == "relevance"


@pytest.mark.parametrize(
    "script",
    [UNABLE, "Object.defineProperty(window, 'isSecureContext', {value: false})"],
    ids=["no geolocation", "not secure"],
)
def test_where_the_browser_does_not_allow_it_it_is_not_offered(
    visit: Opening, demo_address: str, script: str
) -> None:
    page = visit(demo_address + "search.html?q=tra", script)
    assert menu(page).locator("option").count() == 4
    expect(said(page)).to_be_empty()

    page = visit(demo_address + "search.html?q=tra&sort=near", script)
    expect(said(page)).to_contain_text("Trình duyệt không cho")
    expect(said(page).get_by_role("button")).to_have_count(0)


def test_an_answer_after_another_choice_changes_nothing(visit: Opening, demo_address: str) -> None:
    late = """Geolocation.prototype.getCurrentPosition =
        function (good) { window.answer = () => good({coords: {latitude: 16, longitude: 107}}); }"""
    page = visit(demo_address + "search.html?q=tra", late)
    menu(page).select_option("near")
    expect(said(page)).to_contain_text("đang hỏi")
    menu(page).select_option("stars")
    settled(page)
    shown = ids(page)
    page.evaluate("window.answer()")

    assert (ids(page), menu(page).input_value()) == (shown, "stars")
    expect(said(page)).to_be_empty()


def test_english_says_how_far_away(visit: Opening, demo_address: str) -> None:
    page = nearest(visit(demo_address + "en/search.html?q=tea"))

    expect(page.locator(".card-away").first).to_have_text(re.compile(r"^\d+ km away$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_and_a_narrow_phone_does_not_scroll_sideways(
    visit: Opening, demo_address: str, scheme: Literal["light", "dark"]
) -> None:
    page = visit(demo_address + "search.html?q=tra&sort=near")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 740})
    for state in ("offered", "sorted"):
        if state == "sorted":
            page.get_by_role("button", name="Dùng vị trí của tôi").click()
            page.wait_for_selector(".card-away")
            settled(page)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_where_no_commune_is_known_the_page_says_so(visit: Opening, demo_address: str) -> None:
    """All points are taken out of the index."""
    emptied = """
        let engine;
        Object.defineProperty(window, "ocopSearch", {
            get: () => engine,
            set: (made) => { engine = made; },
        });
        addEventListener("DOMContentLoaded", () => {
            engine.value("column", "points").rows = "";
        }, true);
    """
    page = visit(demo_address + "search.html?q=tra", emptied)
    before = ids(page)
    menu(page).select_option("near")

    expect(said(page)).to_contain_text("chưa ghi rõ xã, phường")
    settled(page)
    assert ids(page) == before
