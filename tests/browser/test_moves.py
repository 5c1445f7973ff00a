"""Moves between pages: only the one that explains something."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

TELL = """const skip = ViewTransition.prototype.skipTransition;
ViewTransition.prototype.skipTransition = function () {
  sessionStorage.setItem("plain", "yes");
  skip.call(this);
};"""


def plain(chromium: Browser, start: str, link: str) -> bool:
    """Follow a link; tell whether the move to the next page was called off."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(TELL)
    page.goto(start)
    with page.expect_navigation(wait_until="load"):
        page.locator(link).first.click()
    told = page.evaluate("sessionStorage.getItem('plain')")
    context.close()
    return bool(told == "yes")


def test_a_card_grows_into_its_product(chromium: Browser, demo_address: str) -> None:
    assert not plain(chromium, demo_address + "industries/1.html", ".card a")


@pytest.mark.parametrize(
    ("start", "link"),
    [("industries/1.html", "nav a[href*='search.html']"), ("index.html", "nav a[href*='places']")],
)
def test_other_ways_are_plain(chromium: Browser, demo_address: str, start: str, link: str) -> None:
    assert plain(chromium, demo_address + start, link)


def test_from_a_stick_every_way_is_plain(chromium: Browser, demo_site: Path) -> None:
    assert plain(chromium, (demo_site / "industries/1.html").as_uri(), ".card a")
