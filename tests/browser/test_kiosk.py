"""The kiosk in a real Chromium: touched, left alone for long, over http and from a stick."""

import datetime as dt
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import faults
from support.complaints import complaints
from support.kiosk import (
    ACROSS,
    COFFEE,
    MAT,
    QUICK,
    SMALL,
    TABLET,
    UPRIGHT,
    heap,
    opened,
    resting,
    screen,
    touched,
    typed,
    visited,
)

STATES = (
    "#start",
    "#industry=I",
    "#query=m%E1%BA%ADt+ong",
    f"#product={COFFEE}",
    f"#product={MAT}",
)
LEAST = 64
"""Pixels of what is touched, each way."""

SIZES = (UPRIGHT, ACROSS, TABLET, TABLET[::-1])
WRONG = """(least) => {
  const found = [], dock = document.getElementById("dock").getBoundingClientRect();
  for (const one of document.querySelectorAll("#sheet button, #sheet a, #sheet input")) {
    const box = one.getBoundingClientRect(), name = one.textContent + " " + one.className;
    if (box.width < least || box.height < least) found.push(name + " is small");
    if (one.matches(".key") && box.bottom > dock.top) found.push(name + " lies too low");
  }
  for (const one of [document.documentElement, document.getElementById("view")])
    if (one.scrollWidth > one.clientWidth) found.push("it has to be moved to the side");
  return found;
}"""

MORE_BYTES, MORE_NODES = 250_000, 300
"""What an hour of visitors may leave of scripts and of the page: compiled code, the last answers,
the picture that shows. A leak of one product's view for each would be five times as much."""


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, demo_site: Path, demo_address: str) -> str:
    """The demo catalogue's root."""
    return demo_address if request.param == "http" else f"{demo_site.as_uri()}/"


@pytest.fixture
def stick(demo_site: Path) -> str:
    """Its root on a stick."""
    return f"{demo_site.as_uri()}/"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = screen(chromium, SMALL)
    page = context.new_page()
    heard = complaints(page)
    yield page
    context.close()
    assert heard == []


def test_a_visitor_finds_a_product_takes_it_along_and_leaves(
    page: Page, site: str, tmp_path: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.install()
    opened(page, site)
    before = page.evaluate("history.length")
    touched(page)
    page.locator(".gate").first.tap()
    expect(page.locator(".head-count")).to_contain_text("sản phẩm")
    page.locator(f'.goods[data-product="{COFFEE}"]').tap()
    expect(page.locator(".piece h1")).to_have_text("Cà phê rang mộc Buôn Sương Sớm")
    expect(page.locator(".piece-stars")).to_contain_text("5 sao")
    expect(page.locator(".know")).to_contain_text("0900")
    links = page.locator("a[href]").evaluate_all("all => all.map((one) => one.href)")
    code = tmp_path / "code.png"
    page.locator(".qr-code").screenshot(path=code)
    page.clock.run_for(59_000)
    expect(page.locator(".still")).to_be_hidden()
    page.clock.run_for(1_000)
    expect(page.locator(".still")).to_contain_text("10 giây")
    page.clock.run_for(9_900)
    expect(page.locator(".still")).to_contain_text("1 giây")
    page.clock.run_for(200)
    resting(page)

    assert links == [urljoin(site, "en/kiosk/index.html")]
    assert [one for one in asked if not one.startswith((site, "data:", "about:"))] == []
    assert page.evaluate("history.length") == before
    assert page.evaluate("location.hash") == ""
    if shutil.which("zbarimg"):
        read = subprocess.run(
            ["zbarimg", "--quiet", "--raw", code], capture_output=True, text=True, check=True
        )
        assert read.stdout.strip() == "HTTPS://OCOP.EXAMPLE/P/ZGXN8C"


def test_whoever_touches_the_box_stays(page: Page, stick: str) -> None:
    page.clock.install()
    opened(page, stick, f"?idle=20#product={MAT}")
    page.clock.run_for(20_500)
    page.locator(".still-stay").tap()
    expect(page.locator(".still")).to_be_hidden()
    page.clock.run_for(19_000)
    page.locator(".piece h1").tap()
    page.clock.run_for(19_000)
    expect(page.locator(".still")).to_be_hidden()
    page.clock.run_for(1_500)
    expect(page.locator(".still")).to_be_visible()
    page.locator(".still-leave").tap()
    resting(page)


def test_vietnamese_is_typed_by_touch_alone(page: Page, stick: str) -> None:
    opened(page, stick)
    touched(page)
    page.locator(".way-find").tap()
    field = page.locator("#field")
    typed(page, "m", "â", "t", "nặng", "dấu cách", "o", "n")
    expect(field).to_have_value("mật on")
    typed(page, "g")
    first = page.locator(".goods").first
    expect(first).to_contain_text("Mật ong")
    expect(field).to_be_focused()
    typed(page, *["Xoá một chữ"] * 5)
    expect(field).to_have_value("mậ")
    typed(page, "nặng")
    expect(field).to_have_value("mâ")
    expect(page.locator('.key[data-key="hỏi"] .key-sign')).to_have_text("ẩ")
    typed(page, "Xoá hết", *"mat", "dấu cách", *"ong")
    expect(first).to_contain_text("Mật ong")
    first.tap()
    expect(page.locator(".piece h1")).to_contain_text("Mật ong")
    page.locator(".way").first.tap()
    expect(field).to_have_value("mat ong")
    typed(page, "Xoá hết", "đ", "ă", "sắc", "c")
    expect(field).to_have_value("đắc")


def test_letters_go_where_the_caret_is_and_a_real_keyboard_works_too(
    page: Page, demo_address: str
) -> None:
    opened(page, demo_address, "#query=")
    field = page.locator("#field")
    field.press_sequentially("mt ong")
    field.evaluate("one => one.setSelectionRange(1, 1)")
    typed(page, "â", "nặng")
    expect(field).to_have_value("mật ong")
    expect(page.locator(".goods").first).to_contain_text("Mật ong")


def test_what_nobody_makes_is_said_and_what_is_near_is_shown(page: Page, demo_address: str) -> None:
    opened(page, demo_address, "#query=zzzzqqq")
    expect(page.locator(".note-line")).to_contain_text("Chưa có món nào như vậy")
    opened(page, demo_address, "#query=caphe")
    expect(page.locator(".find-said")).to_contain_text("Kết quả cho “ca phe”")


def test_the_keyboard_is_one_stop_of_the_tab_key(page: Page, demo_address: str) -> None:
    opened(page, demo_address, "#query=")
    field = page.locator("#field")
    expect(field).to_be_focused()
    page.keyboard.press("Tab")
    for key in ("ArrowDown", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(field).to_have_value("â")
    page.keyboard.press("Tab")
    expect(page.locator(".find-results")).to_be_focused()


def test_a_long_list_has_pages_and_the_way_back_leads_to_the_page_one_came_from(
    page: Page, demo_address: str
) -> None:
    opened(page, demo_address, "#industry=I")
    expect(page.locator(".goods")).to_have_count(12)
    first = page.locator(".goods").first.get_attribute("data-product")
    page.locator(".step-after").tap()
    expect(page.locator(".pages-at")).to_contain_text("Trang 2 / 4")
    assert page.locator(".goods").first.get_attribute("data-product") != first
    page.locator(".goods").first.tap()
    expect(page.locator(".piece h1")).to_be_visible()
    page.locator(".way").first.tap()
    expect(page.locator(".pages-at")).to_contain_text("Trang 2 / 4")


def test_the_gallery_shows_the_photo_that_is_touched(page: Page, stick: str) -> None:
    opened(page, stick, f"#product={COFFEE}")
    large = page.locator(".album-large img")
    before = large.get_attribute("src")
    page.locator(".thumb").nth(1).tap()
    expect(page.locator(".thumb").nth(1)).to_have_attribute("aria-pressed", "true")
    expect(large).to_have_count(1)

    assert large.get_attribute("src") != before
    assert large.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0


def test_another_language_shows_the_same_product(page: Page, stick: str) -> None:
    opened(page, stick, f"?idle=30#product={MAT}")
    before = page.evaluate("history.length")
    page.locator(".tongue").tap()
    expect(page.locator(".piece h1")).to_have_text("Bãi Bồi Xanh flowered sedge mat")

    assert page.url == urljoin(stick, f"en/kiosk/index.html?idle=30#product={MAT}")
    assert page.evaluate("history.length") == before


def test_stars_vanish_after_their_end_on_a_screen_that_nobody_renews(
    page: Page, demo_site: Path
) -> None:
    page.clock.set_fixed_time(dt.datetime(2031, 1, 1))
    opened(page, f"{demo_site.as_uri()}/", f"#product={MAT}")
    expect(page.locator(".piece-stars")).to_contain_text("Chứng nhận đã hết hạn 27/03/2029")
    expect(page.locator(".star")).to_have_count(0)
    opened(page, f"{demo_site.as_uri()}/")
    expect(page.locator(".scene .star")).to_have_count(0)


def test_nothing_moves_for_those_who_asked_for_less_motion(page: Page, demo_address: str) -> None:
    fading = "getComputedStyle(document.querySelector('.scene')).transitionDuration"
    calling = "getComputedStyle(document.querySelector('.show-call')).animationName"
    opened(page, demo_address)
    assert [page.evaluate(fading), page.evaluate(calling)] == ["0s", "none"]
    page.emulate_media(reduced_motion="no-preference")
    assert [page.evaluate(fading), page.evaluate(calling)] == ["1.4s", "call"]


def test_no_menu_opens_and_no_new_window(page: Page, demo_address: str) -> None:
    opened(page, demo_address, f"#product={COFFEE}")
    page.locator(".album-large img").click(button="right")
    page.locator(".tongue").click(modifiers=["Control"])
    page.locator(".tongue").click(button="middle")
    prevented = page.evaluate(
        """["contextmenu", "dragstart", "drop"].map((name) => !document.body.dispatchEvent(
            new Event(name, { bubbles: true, cancelable: true })))"""
    )

    assert prevented == [True, True, True]
    assert len(page.context.pages) == 1


def test_everything_that_is_touched_is_large_and_nothing_lies_beyond_the_edge(
    chromium: Browser, stick: str
) -> None:
    context = screen(chromium, fine=0.25)
    page = context.new_page()
    wrong: list[str] = []
    for state in STATES:
        opened(page, stick, state)
        page.wait_for_selector(".goods, .piece")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            found: list[str] = page.evaluate(WRONG, LEAST)
            wrong += [f"{state} at {width}×{height}: {one}" for one in found]
    context.close()

    assert wrong == []


@pytest.mark.parametrize(
    ("scheme", "states"), [("light", ("", *STATES[::2])), ("dark", STATES[1::2])]
)
def test_axe_finds_nothing_in_any_view(
    chromium: Browser, demo_address: str, scheme: str, states: tuple[str, ...]
) -> None:
    context = screen(chromium, TABLET, scheme)
    page = context.new_page()
    page.clock.install()
    found: list[str] = []
    for state in states:
        opened(page, demo_address, state)
        page.wait_for_selector(".goods, .piece" if state else ".scene.is-on")
        found += [f"{state}: {fault}" for fault in faults(page)]
    page.clock.run_for(61_000)
    expect(page.locator(".still")).to_be_visible()
    found += [f"box: {fault}" for fault in faults(page)]
    context.close()

    assert "\n".join(found) == ""


def test_what_cannot_be_had_is_said_and_tried_again(chromium: Browser, demo_address: str) -> None:
    context = screen(chromium)
    page = context.new_page()
    page.route("**/kiosk/0.js", lambda route: route.abort())
    opened(page, demo_address, f"#product={MAT}")
    expect(page.locator(".note-line")).to_have_text("Chưa mở được phần này.")
    page.unroute("**/kiosk/0.js")
    page.locator(".again").tap()
    expect(page.locator(".piece h1")).to_be_visible()
    opened(page, demo_address, "#product=khong-con")
    expect(page.locator(".note-line")).to_contain_text("Chưa có món nào như vậy")
    context.close()


def test_a_screen_that_runs_for_long_reads_what_was_published_meanwhile(
    chromium: Browser, demo_address: str
) -> None:
    context = screen(chromium)
    page = context.new_page()
    page.clock.install()
    opened(page, demo_address)
    page.evaluate("window.before = true")
    context.set_offline(True)
    page.clock.fast_forward("07:00:00")
    page.clock.run_for(9_000)
    resting(page)
    assert page.evaluate("window.before")
    context.set_offline(False)
    page.clock.fast_forward("00:11:00")
    with page.expect_navigation():
        page.clock.run_for(9_000)
    resting(page)
    assert not page.evaluate("window.before")
    context.close()


@pytest.mark.parametrize(("root", "visitors"), [("file", 12), ("http", 1)])
def test_an_hour_of_visitors_leaves_nothing_behind(
    chromium: Browser, demo_site: Path, demo_address: str, root: str, visitors: int
) -> None:
    context = screen(chromium, SMALL, fine=0.25)
    page = context.new_page()
    page.add_init_script(QUICK)
    opened(page, f"{demo_site.as_uri()}/" if root == "file" else demo_address)
    devtools = context.new_cdp_session(page)
    visited(page, range(2))
    before, nodes = heap(page, devtools)
    length = page.evaluate("history.length")
    scenes = visited(page, range(2, 2 + visitors))
    after, left = heap(page, devtools)
    same = page.evaluate("history.length") == length
    context.close()

    assert scenes == visitors * 28
    assert after - before < MORE_BYTES
    assert left - nodes < MORE_NODES
    assert same
