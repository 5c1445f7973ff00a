"""Stars on a page that nobody rebuilds."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def rated(demo_site: Path) -> tuple[str, str]:
    """A product whose stars have an end: its page and that day."""
    products = json.loads((demo_site / "data/products.json").read_text("utf-8"))
    found = next(
        one for one in products if one["rating"]["state"] == "valid" and one["rating"]["stars"]
    )
    return found["url"]["vi"], found["rating"]["expires"]


def opened(chromium: Browser, address: str, now: str) -> Page:
    """A page on a phone whose clock shows ``now``."""
    page = chromium.new_context(timezone_id="Asia/Ho_Chi_Minh").new_page()
    page.clock.set_fixed_time(now)
    page.goto(address)
    return page


def test_stars_stand_through_their_last_day(
    chromium: Browser, demo_address: str, rated: tuple[str, str]
) -> None:
    path, last = rated
    page = opened(chromium, demo_address + path, f"{last}T23:59:00+07:00")

    expect(page.locator("article[data-product] .product-head .star").first).to_be_visible()
    expect(page.locator(".product-head .stars-after")).to_be_hidden()
    page.context.close()


def test_stars_are_gone_on_the_day_after_and_the_page_says_why(
    chromium: Browser, demo_address: str, rated: tuple[str, str]
) -> None:
    path, last = rated
    after = str(int(last[:4]) + 1) + last[4:]
    page = opened(chromium, demo_address + path, f"{after}T00:01:00+07:00")

    assert page.locator(".product-head .star:visible").count() == 0
    expect(page.locator(".product-head .stars-after")).to_be_visible()
    expect(page.locator(".product-head .stars-note")).to_be_hidden()
    page.context.close()


def test_cards_lose_their_stars_too(chromium: Browser, demo_address: str) -> None:
    page = opened(chromium, demo_address + "stars/4.html", "2040-01-01T12:00:00+07:00")

    assert page.locator(".card .star:visible").count() == 0
    assert page.locator(".card .stars-after:visible").count() > 0
    page.context.close()


@pytest.mark.parametrize(
    "name",
    ["index.html", "products/index.html", "places/38.html", "programmes/dak-lak.html",
     "producers/htx-buon-suong-som.html", "fairs/cho-phien-cuoi-nam-2026.html", "seasons/11.html",
     "en/index.html", "en/sets/13.html"],
)  # fmt: skip
def test_in_ten_years_no_page_shows_stars_of_a_certificate_that_has_an_end(
    chromium: Browser, demo_address: str, name: str
) -> None:
    page = opened(chromium, demo_address + name, "2036-11-21T12:00:00+07:00")

    held = page.locator("[data-rating-expires] .star")
    assert held.count() > 0
    assert page.locator("[data-rating-expires] .star:visible").count() == 0
    page.context.close()


def test_cards_keep_their_stars_until_then(chromium: Browser, demo_address: str) -> None:
    page = opened(chromium, demo_address + "stars/4.html", "2026-11-21T12:00:00+07:00")

    assert page.locator(".card .star:visible").count() == 4 * page.locator(".card").count()
    assert page.locator(".card .stars-after:visible").count() == 0
    page.context.close()
