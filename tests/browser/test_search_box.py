"""The search box of every page in a real Chromium: letters, keys, mouse, touch, no script."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

from ocop.search.index import index
from support.axe import faults
from support.complaints import complaints
from support.search_catalogue import LABELS, VI, doc
from support.sites import NO_WORKER, pages

COFFEE = "products/ca-phe-rang-moc-buon-suong-som.html"
PHONE: ViewportSize = {"width": 360, "height": 740}
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "\u202eevil\u202c \u200b\u00ad",
    "(.*)[^$\\",
    "{query} {n} %s",
    "🍯🍵 mật",
    "\ud800\udc00\ud800",
    "constructor __proto__",
    "a" * 10_000,
)


@contextmanager
def opened(chromium: Browser, **options: Any) -> Iterator[Page]:
    """A browser page that must stay without errors and messages in its console."""
    # Chromium tells the console of a move between pages that it gives up: no fault of the page.
    usual = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
    context = chromium.new_context(**{**usual, **options})
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    heard = complaints(page)
    yield page
    context.close()
    assert heard == []


@pytest.fixture
def page(chromium: Browser, demo_address: str) -> Iterator[Page]:
    with opened(chromium) as page:
        page.goto(demo_address + COFFEE)
        yield page


@pytest.fixture
def phone(chromium: Browser, demo_address: str) -> Iterator[Page]:
    with opened(chromium, viewport=PHONE, has_touch=True, is_mobile=True) as page:
        page.goto(demo_address + COFFEE)
        yield page


def field(page: Page) -> Locator:
    return page.locator(".finder input")


def options(page: Page) -> Locator:
    return page.locator(".finder [role=option]")


def chosen(page: Page) -> Locator:
    return page.locator(".finder [aria-selected=true]")


def suggest(page: Page, text: str) -> None:
    """Type into the box and wait for what it suggests for all of the text."""
    field(page).press_sequentially(text)
    expect(page.locator(".finder-all")).to_contain_text(f"“{text}”")
    expect(field(page)).to_have_attribute("aria-expanded", "true")


def asked(page: Page) -> tuple[str, str]:
    """The file of the page and what its address asks for."""
    parts = urlsplit(page.url)
    return parts.path.rpartition("/")[2], parse_qs(parts.query).get("q", [""])[0]


def test_every_page_has_one_search_form(demo_site: Path) -> None:
    others = []
    for name in pages(demo_site):
        if "kiosk/" in name:
            continue  # its search has keys of its own on the screen
        html = (demo_site / name).read_text("utf-8")
        if 'http-equiv="refresh"' not in html and html.count('role="search"') != 1:
            others.append(name)

    assert others == []


def test_a_page_that_nobody_searches_loads_nothing_of_the_search(
    chromium: Browser, demo_address: str
) -> None:
    with opened(chromium) as page:
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url.removeprefix(demo_address)))
        page.goto(demo_address + COFFEE, wait_until="networkidle")

        assert [url for url in loaded if "search" in url] == []
        field(page).hover()
        expect(field(page)).to_have_attribute("aria-controls", "finder-list")
        assert "search/vi.js" in loaded


@pytest.mark.parametrize("over", ["http", "file"])
@pytest.mark.parametrize("name", ["index.html", COFFEE, "en/index.html", "en/" + COFFEE])
def test_every_suggestion_leads_to_a_page_of_the_readers_language(
    chromium: Browser, demo_site: Path, demo_address: str, over: str, name: str
) -> None:
    root = demo_address if over == "http" else demo_site.as_uri() + "/"
    with opened(chromium) as page:
        page.goto(root + name)
        suggest(page, "buon suong som")

        groups = page.locator(".finder [role=group]")
        expect(groups.first).to_contain_text("Buôn Sương Sớm")
        assert groups.count() > 1
        assert page.locator(".finder mark").count() > 0
        hrefs = [str(one.evaluate("one => one.href")) for one in options(page).all()]
        start = root + ("en/" if name.startswith("en/") else "")
        assert [href for href in hrefs if not href.startswith(start)] == []
        files = [unquote(href.removeprefix(root)).partition("?")[0] for href in hrefs]
        assert [file for file in files if not (demo_site / file).is_file()] == []


def test_a_product_is_shown_with_picture_stars_in_words_and_place(page: Page) -> None:
    suggest(page, "ca phe rang moc")

    first = options(page).first
    expect(first).to_contain_text("5 sao")
    expect(first).to_contain_text("Đắk Lắk")
    expect(first.locator("mark").first).to_have_text("Cà phê rang mộc")
    picture = first.locator("img")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("one => one.naturalWidth") > 0


def test_names_in_another_language_say_so(chromium: Browser, demo_address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{demo_address}en/{COFFEE}")
        suggest(page, "quang tri")

        place = page.locator(".finder-places a span").first
        expect(place).to_have_attribute("lang", "vi")
        expect(page.locator(".finder-note [lang=vi]").first).to_contain_text("Quảng Trị")


def test_one_letter_is_not_enough(page: Page) -> None:
    suggest(page, "ca phe")
    field(page).fill("c")

    expect(page.locator(".finder-panel")).to_be_hidden()
    expect(field(page)).to_have_attribute("aria-expanded", "false")


def test_arrows_go_through_all_rows_and_back_to_the_field(page: Page) -> None:
    suggest(page, "ca phe")
    rows = options(page).count()
    page.keyboard.press("ArrowDown")

    expect(chosen(page)).to_have_id(str(field(page).get_attribute("aria-activedescendant")))
    expect(field(page)).to_be_focused()
    page.keyboard.press("End")
    expect(chosen(page)).to_have_class("finder-row finder-all")
    page.keyboard.press("Home")
    for _ in range(rows):
        expect(chosen(page)).to_have_count(1)
        page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_count(0)
    assert field(page).get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(chosen(page)).to_have_class("finder-row finder-all")


def test_without_a_chosen_row_home_and_end_move_in_the_text(page: Page) -> None:
    suggest(page, "ca phe")
    page.keyboard.press("Home")

    assert field(page).evaluate("one => one.selectionStart") == 0
    expect(chosen(page)).to_have_count(0)


def test_enter_opens_the_chosen_row(page: Page) -> None:
    suggest(page, "mat ong")
    page.keyboard.press("ArrowDown")
    href = str(chosen(page).evaluate("one => one.href"))
    page.keyboard.press("Enter")
    page.wait_for_url(href)


def test_enter_without_a_chosen_row_opens_the_search_page(page: Page) -> None:
    suggest(page, "mật ong")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?*")

    assert asked(page) == ("search.html", "mật ong")


def test_the_last_row_opens_the_search_page_with_as_many_results(page: Page) -> None:
    suggest(page, "mat ong")
    said = page.locator(".finder-all").inner_text()
    page.locator(".finder-all").click()
    page.wait_for_url("**/search.html?*")

    assert asked(page) == ("search.html", "mat ong")
    count = page.locator("#result-count")
    expect(count).to_have_attribute("data-count", "".join(filter(str.isdigit, said)))


def test_escape_closes_then_clears(page: Page) -> None:
    suggest(page, "mat ong")
    page.keyboard.press("Escape")

    expect(page.locator(".finder-panel")).to_be_hidden()
    expect(field(page)).to_have_value("mat ong")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".finder-panel")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")


def test_tab_leaves(page: Page) -> None:
    suggest(page, "mat ong")
    page.keyboard.press("Tab")

    expect(page.locator(".finder-panel")).to_be_hidden()
    expect(page.locator(".finder > button")).to_be_focused()


def test_a_slash_leads_into_the_field_unless_one_is_typing(page: Page) -> None:
    page.keyboard.press("/")

    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    page.keyboard.type("1/2")
    expect(field(page)).to_have_value("1/2")


def test_a_click_opens_a_row_and_a_click_elsewhere_closes(page: Page) -> None:
    suggest(page, "ca phe")
    page.mouse.click(20, 700)
    expect(page.locator(".finder-panel")).to_be_hidden()
    field(page).press("ArrowDown")
    row = page.locator(".finder-kinds a").first
    href = str(row.evaluate("one => one.href"))
    row.click()
    page.wait_for_url(href)


def test_on_a_phone_the_button_becomes_a_field_and_nothing_moves(phone: Page) -> None:
    header = "document.querySelector('.top').getBoundingClientRect().height"
    below = "document.querySelector('main').getBoundingClientRect().top"
    before = phone.evaluate(f"[{header}, {below}]")
    box = field(phone).bounding_box()
    assert box
    assert (box["width"], box["height"]) == (44, 44)
    phone.touchscreen.tap(box["x"] + 22, box["y"] + 22)

    expect(field(phone)).to_be_focused()
    wide = field(phone).bounding_box()
    assert wide
    assert wide["width"] > 300
    suggest(phone, "ca phe")
    assert phone.evaluate(f"[{header}, {below}]") == before
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert all(row.bounding_box()["height"] >= 44 for row in options(phone).all())  # type: ignore[index]
    row = options(phone).first
    # It leads to the very page that is shown: to wait for the address would be to wait for nothing.
    with phone.expect_navigation(url=str(row.evaluate("one => one.href"))):
        row.tap()


def test_the_button_beside_a_phones_field_searches(phone: Page) -> None:
    field(phone).tap()
    suggest(phone, "tra")
    phone.locator(".finder > button").tap()
    phone.wait_for_url("**/search.html?*")

    assert asked(phone) == ("search.html", "tra")


@pytest.mark.parametrize("over", ["http", "file"])
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}])
@pytest.mark.parametrize("name", ["index.html", "en/" + COFFEE])
def test_without_scripts_the_form_leads_to_the_search_page(
    chromium: Browser,
    demo_site: Path,
    demo_address: str,
    over: str,
    viewport: ViewportSize,
    name: str,
) -> None:
    root = demo_address if over == "http" else demo_site.as_uri() + "/"
    context = chromium.new_context(java_script_enabled=False, viewport=viewport)
    page = context.new_page()
    page.goto(root + name)
    field(page).click()
    page.keyboard.type("trà shan")
    page.keyboard.press("Enter")

    page.wait_for_url("**/search.html?*")
    assert asked(page) == ("search.html", "trà shan")
    assert page.url.startswith(root + name.rpartition("/")[0].removesuffix("products"))
    context.close()


def test_what_is_suggested_is_what_was_typed_last(chromium: Browser, demo_address: str) -> None:
    held: list[Route] = []
    with opened(chromium) as page:
        page.route("**/search/vi.js", lambda route: held.append(route))
        page.goto(demo_address + COFFEE)
        field(page).press_sequentially("ca phe", delay=5)
        field(page).fill("")
        field(page).press_sequentially("mat ong", delay=5)
        for route in held:
            route.continue_()
        expect(page.locator(".finder-all")).to_contain_text("“mat ong”")
        late = page.locator(".finder-products").inner_text()

        field(page).fill("tra")
        field(page).fill("mat ong")
        expect(page.locator(".finder-all")).to_contain_text("“mat ong”")
        assert page.locator(".finder-products").inner_text() == late


@pytest.fixture
def shards(demo_site: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Files of a search of which every query needs its own, with the demo site's scripts."""
    monkeypatch.setattr("ocop.search.index.BUNDLE", 0)
    monkeypatch.setattr("ocop.search.index.SHARD", 1)
    entry = (demo_site / "search/vi.js").read_text("utf-8").partition(");\n")[0]
    box = json.loads(f"[{entry.removeprefix('ocopSearch.put(')}]")[2]["box"]
    labels = replace(LABELS, scripts=tuple(box["scripts"]), words=box["words"])
    names = {"ca-phe": "Cà phê", "mat-ong": "Mật ong", "tra": "Trà"}
    return index([doc(one, name=name) for one, name in names.items()], {VI: labels})


def test_an_answer_that_comes_late_is_not_shown(
    chromium: Browser, demo_address: str, shards: dict[str, bytes]
) -> None:
    held: list[tuple[Route, bytes]] = []

    def serve(route: Route) -> None:
        body = shards[route.request.url.removeprefix(demo_address)]
        if b'"ma6t5"' in body or b'"ong"' in body:
            held.append((route, body))
        else:
            route.fulfill(body=body, content_type="text/javascript")

    with opened(chromium) as page:
        page.route("**/search/*.js", serve)
        page.route("**/weaves/*", lambda route: route.fulfill(content_type="image/svg+xml"))
        page.goto(demo_address + COFFEE)
        with page.expect_request(lambda request: "/shard-" in request.url):
            field(page).press_sequentially("mat ong")
        field(page).fill("tra")
        expect(page.locator(".finder-products")).to_contain_text("Trà")
        assert held
        for route, body in held:
            with page.expect_request_finished():
                route.fulfill(body=body, content_type="text/javascript")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        expect(page.locator(".finder-all")).to_contain_text("“tra”")
        expect(page.locator(".finder-products")).not_to_contain_text("Mật ong")


def test_a_row_of_an_earlier_query_cannot_be_chosen(page: Page) -> None:
    suggest(page, "ca phe")
    page.keyboard.press("ArrowDown")
    field(page).evaluate("one => { one.value = 'mat ong'; one.dispatchEvent(new Event('input')); }")

    expect(chosen(page)).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?*")
    assert asked(page) == ("search.html", "mat ong")


def test_when_the_index_cannot_be_had_the_form_still_works_and_tries_again(
    chromium: Browser, demo_address: str
) -> None:
    context = chromium.new_context()
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    page.route("**/search/vi.js", lambda route: route.abort())
    page.goto(demo_address + COFFEE)
    with page.expect_event("requestfailed"):
        field(page).press_sequentially("mat ong")
    page.unroute("**/search/vi.js")
    page.locator("main h1").click()
    field(page).focus()

    expect(page.locator(".finder-all")).to_contain_text("“mat ong”")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?*")
    context.close()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(page: Page, text: str) -> None:
    before = page.locator("img").count()
    field(page).focus()
    expect(field(page)).to_have_attribute("aria-controls", "finder-list")
    field(page).evaluate(
        "(one, text) => { one.value = JSON.parse(text);"
        " one.dispatchEvent(new Event('input', {bubbles: true})); }",
        json.dumps(text),
    )

    expect(page.locator(".finder-all")).to_be_visible()
    assert page.locator("img").count() - page.locator(".finder img").count() == before
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?*")


def test_words_that_fail_are_named(page: Page) -> None:
    suggest(page, "zzqqzz")

    expect(page.locator(".finder-none")).to_contain_text("zzqqzz")
    expect(options(page)).to_have_count(1)
    expect(page.locator(".finder [role=status]")).to_contain_text("zzqqzz")


def test_the_number_of_suggestions_is_told(page: Page) -> None:
    suggest(page, "ca phe")

    status = page.locator(".finder [role=status]")
    expect(status).to_have_text(
        f"{options(page).count()} gợi ý. Chọn bằng phím mũi tên lên, xuống."
    )


@pytest.mark.parametrize(("name", "scheme"), [("index.html", "light"), (COFFEE, "dark")])
def test_axe_finds_no_fault_in_an_open_box(
    chromium: Browser, demo_address: str, name: str, scheme: str
) -> None:
    for viewport in (PHONE, {"width": 1280, "height": 800}):
        with opened(chromium, viewport=viewport, color_scheme=scheme) as page:
            page.goto(demo_address + name)
            for text in ("ca phe", "zzqqzz"):
                field(page).fill("")
                suggest(page, text)
                page.keyboard.press("ArrowDown")
                assert faults(page, ".finder") == []


def test_paper_has_no_box(page: Page) -> None:
    page.emulate_media(media="print")

    expect(page.locator(".finder")).to_be_hidden()


def test_a_page_for_lost_addresses_searches_with_absolute_ones(demo_site: Path) -> None:
    html = (demo_site / "404.html").read_text("utf-8")

    assert 'data-root="https://example.org/ocop/"' in html
    assert 'role="search" action="https://example.org/ocop/search.html"' in html
