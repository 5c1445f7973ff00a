"""Without a mouse, without scripts, on paper, twice as large: the site in a real Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

COFFEE = "products/ca-phe-rang-moc-buon-suong-som.html"
PHONE: ViewportSize = {"width": 360, "height": 740}

KINDS = (
    "index.html", COFFEE, "products/index.html", "producers/htx-buon-suong-som.html",
    "places/38.html", "places/15667.html", "programmes/quang-tri.html", "search.html",
    "fairs/cho-phien-cuoi-nam-2026.html", "news/index.html", "pages/gioi-thieu.html",
)  # fmt: skip


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page, demo_address: str) -> None:
    page.goto(demo_address + COFFEE)
    page.keyboard.press("Tab")

    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


@pytest.mark.parametrize("name", KINDS)
def test_wherever_the_keyboard_stops_it_can_be_seen(
    page: Page, demo_address: str, name: str
) -> None:
    page.goto(demo_address + name)
    page.keyboard.press("Tab")
    unseen = []
    for _ in range(40):
        where = page.evaluate(FOCUS)
        if where and not where["seen"]:
            unseen.append(where["html"])
        page.keyboard.press("Tab")

    assert unseen == []


FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  let ring = false;
  for (let at = one; at && !ring; at = at.parentElement) {
    const style = getComputedStyle(at);
    ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  }
  const there = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
  return {seen: ring && there, html: one.outerHTML.slice(0, 120)};
}"""


def test_the_menu_of_a_phone_opens_with_the_keyboard(chromium: Browser, demo_address: str) -> None:
    page = chromium.new_context(viewport=PHONE).new_page()
    page.goto(demo_address + COFFEE)
    page.locator(".drawer summary").focus()
    page.keyboard.press("Enter")

    first = page.locator(".drawer nav a").first
    expect(first).to_be_visible()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.context.close()


def test_without_scripts_everything_is_there(scriptless: Page, demo_address: str) -> None:
    scriptless.set_viewport_size(PHONE)
    scriptless.goto(demo_address + COFFEE)

    assert scriptless.locator("article[data-product] > .product .star:visible").count() == 5
    expect(scriptless.locator(".product-head .button.main").first).to_be_visible()
    expect(scriptless.locator("[data-copy]")).to_be_hidden()
    scriptless.locator(".drawer summary").click()
    expect(scriptless.locator(".drawer nav a").first).to_be_visible()


def test_without_scripts_the_search_page_leads_to_the_lists(
    scriptless: Page, demo_address: str
) -> None:
    scriptless.goto(demo_address + "search.html")

    assert scriptless.locator('main a[href^="products/index"]:visible').count() > 0


def test_paper_carries_contact_validity_and_no_controls(page: Page, demo_address: str) -> None:
    page.goto(demo_address + COFFEE)
    page.emulate_media(media="print")

    shown = " ".join(page.locator("main").inner_text().split())
    assert "0900 000 001" in shown
    assert "buonsuongsom@example.org" in shown
    assert "facebook.example/buonsuongsom" in shown
    assert "có giá trị đến 18/08/2028" in shown
    assert "thời điểm 01/10/2026" in shown
    for control in (".top", ".skip", ".crumbs", "[data-copy]", ".kin", ".shops .map"):
        assert page.locator(f"{control}:visible").count() == 0, control
    written = page.evaluate(
        "getComputedStyle(document.querySelector('.shops a'), '::after').content"
    )
    assert "https://" in written


@pytest.mark.parametrize("name", KINDS)
def test_letters_twice_as_large_stay_inside_the_page(
    page: Page, demo_address: str, name: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(demo_address + name)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_switch_of_languages_stays_on_the_page(page: Page, demo_address: str) -> None:
    page.goto(demo_address + COFFEE)
    page.locator(".languages a").click()

    assert page.url == f"{demo_address}en/{COFFEE}"
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".languages a").click()
    assert page.url == demo_address + COFFEE
