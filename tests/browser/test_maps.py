"""Maps in a real Chromium: by keyboard, on narrow screens, without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


def opened(chromium: Browser, address: str, width: int = 1280, *, scripts: bool = True) -> Page:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(address)
    return page


def test_provinces_are_links_whose_names_tell_how_much_there_is(
    chromium: Browser, demo_address: str
) -> None:
    page = opened(chromium, demo_address + "places/index.html")

    page.locator(".map").get_by_role("link", name="Thanh Hóa: 22 sản phẩm").click()

    assert page.url == demo_address + "places/38.html"
    page.context.close()


def test_the_keyboard_goes_through_the_map_from_the_most_to_the_least(
    chromium: Browser, demo_address: str
) -> None:
    page = opened(chromium, demo_address + "en/places/index.html")
    counts = []
    page.locator(".map .dot").first.focus()
    for _ in range(page.locator(".map .dot").count()):
        focused = page.evaluate("document.activeElement.querySelector('text').textContent")
        counts.append(int(focused))
        assert page.evaluate(
            "getComputedStyle(document.activeElement.querySelector('circle')).strokeWidth"
        )
        page.keyboard.press("Tab")

    assert counts == sorted(counts, reverse=True)
    assert not page.evaluate("document.activeElement.closest('svg')")
    page.context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_both_archipelagos_are_in_sight_on_every_screen(
    chromium: Browser, demo_site: Path, width: int
) -> None:
    page = opened(chromium, (demo_site / "places/index.html").as_uri(), width, scripts=False)
    frame = page.locator(".map-view").bounding_box()
    assert frame
    for key in ("hoang-sa", "truong-sa"):
        for what in ("g", "text"):
            box = page.locator(f"{what}.{key}").bounding_box()
            assert box
            assert frame["x"] <= box["x"] + 1
            assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
            assert frame["y"] <= box["y"] + 1
            assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1
    page.context.close()


def test_on_a_narrow_screen_the_archipelagos_stand_in_their_boxes(
    chromium: Browser, demo_address: str
) -> None:
    page = opened(chromium, demo_address + "index.html", 360)

    for key in ("hoang-sa", "truong-sa"):
        around = page.locator(f"rect.{key}").bounding_box()
        assert around
        for what in ("g", "text"):
            box = page.locator(f"{what}.{key}").bounding_box()
            assert box
            assert around["x"] - 1 <= box["x"]
            assert box["x"] + box["width"] <= around["x"] + around["width"] + 2
            assert around["y"] - 1 <= box["y"]
            assert box["y"] + box["height"] <= around["y"] + around["height"] + 1
    page.context.close()


def test_a_map_works_from_a_stick_without_scripts(chromium: Browser, demo_site: Path) -> None:
    page = opened(chromium, (demo_site / "index.html").as_uri(), scripts=False)

    page.locator(".map .dot").first.click()

    assert page.url == (demo_site / "places/38.html").as_uri()
    page.context.close()
