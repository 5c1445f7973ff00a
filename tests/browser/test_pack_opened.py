"""An unpacked edition opened from the disk in a real Chromium, beside the site on a server."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import faults
from support.complaints import complaints
from support.search_page import count, counts, ids, opened, settled
from support.sites import NO_WORKER, ROOT, TODAY, ocop

QUERIES = (
    "?q=ca+phe",
    "?q=mật+ong",
    "?q=tra&stars=4&stars=5",
    "?province=38&sort=name",
    "?industry=II&season=5",
    "?q=khongcogi",
)


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo catalogue, packed and unpacked; its folder has a name as people give them."""
    folder = tmp_path_factory.mktemp("usb")
    file = folder / "ocop.zip"
    done = ocop("pack", "--project", str(ROOT), "--today", TODAY, "--out", str(file))
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder / "Chợ phiên 100%")
    return folder / "Chợ phiên 100%"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    heard = complaints(page)
    yield page
    context.close()
    assert heard == []


Shown = tuple[list[str], int, dict[str, dict[str, int]]]
"""Products in order, how many there are, and all values of all facets with their counts."""


def answers(page: Page, address: str) -> dict[str, Shown]:
    """What the search page shows for each query."""
    found: dict[str, Shown] = {}
    for query in QUERIES:
        opened(page, address + query)
        found[query] = ids(page), count(page), counts(page)
    return found


def test_search_and_filters_answer_from_a_stick_as_from_a_server(
    page: Page, stick: Path, demo_address: str
) -> None:
    from_stick = answers(page, (stick / "search.html").as_uri())
    from_server = answers(page, f"{demo_address}search.html")

    assert from_stick == from_server
    assert all(products and facets for products, _, facets in from_stick.values())


def test_the_start_page_leads_into_the_site(page: Page, stick: Path) -> None:
    page.goto((stick / "BATDAU.html").as_uri())
    expect(page.locator(".start-bare").first).to_be_hidden()
    expect(page.get_by_role("heading", name="Chốt ngày 21/11/2026")).to_be_visible()
    page.get_by_role("link", name="Open the site").click()
    page.locator("main .card-name a").first.click()
    expect(page.locator(".product-head h1")).to_be_visible()
    page.get_by_role("link", name="About this edition").click()
    expect(page.get_by_role("link", name="Mở trang")).to_be_visible()

    assert page.url == (stick / "BATDAU.html").as_uri()


def test_searching_from_the_start_page_of_the_site_finds(page: Page, stick: Path) -> None:
    page.goto((stick / "index.html").as_uri())
    box = page.locator("main input[type=search]").first
    box.fill("che")
    box.press("Enter")
    settled(page)

    assert "tra-tom-non-suong-bac-thang" in ids(page) or "che-xanh-sach-binh-son" in ids(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_anybody_can_read_the_start_page(chromium: Browser, stick: Path, scheme: str) -> None:
    context = chromium.new_context(
        viewport={"width": 320, "height": 700},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto((stick / "BATDAU.html").as_uri())

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert faults(page) == []
    heights = page.locator(".start-doors a").evaluate_all("all => all.map(a => a.offsetHeight)")
    assert min(heights) >= 44
    context.close()
