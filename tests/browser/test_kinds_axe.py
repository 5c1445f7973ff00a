"""Every kind of page on a phone, in both languages, by day and by night: axe is content.

At a desk it is asked about what scripts show there; the rest is in test_every_page.
"""

import pytest
from playwright.sync_api import Browser

from support.axe import faults
from support.looks import PAGES, at_home
from support.sites import NO_WORKER

DESK = 1280


@pytest.mark.parametrize(
    ("language", "night", "width"),
    [("", False, 360), ("en/", True, 360), ("", True, DESK), ("en/", False, DESK)],
)
def test_every_kind_of_page_is_accessible(
    chromium: Browser, demo_address: str, language: str, night: bool, width: int
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 780},
        color_scheme="dark" if night else "light",
        reduced_motion="reduce",
    )
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    page.route("**/404.html", lambda route: at_home(route, demo_address))
    found = []
    for name in PAGES.values():
        if width == DESK and "search.html" not in name:
            continue
        page.goto(demo_address + language + name)
        if "search.html" in name:
            page.locator("#results[data-ready=true]").wait_for()
        found += [f"{language}{name}: {fault}" for fault in faults(page)]
    context.close()

    assert found == []
