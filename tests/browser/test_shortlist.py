"""The market list in a real Chromium: collecting, keeping, sending, asking to buy."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.axe import faults
from support.complaints import complaints
from support.market import (
    COFFEE,
    EXPIRED,
    FISH,
    HONEY,
    MAT,
    NEM,
    keep,
    link,
    names,
    opened,
    settled,
    store,
    stored,
)  # fmt: skip

Scheme = Literal["light", "dark"]
REFUSED = """Object.defineProperty(window, 'localStorage',
    { get() { throw new DOMException('refused', 'SecurityError'); } });"""
HOSTILE = (
    "<img src=x onerror=alert(1)>", "'\"><svg/onload=alert(1)>", "\ud83d", "a" * 10_000,
    "\u202egnutar\u2066 \u200b", "</textarea><script>alert(1)</script>", "🍯\nhai\ndòng",
)  # fmt: skip


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", service_workers="block"
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    heard = complaints(page)
    yield page
    assert heard == []


@pytest.fixture
def market(demo_address: str) -> str:
    return demo_address + "shortlist.html"


def test_what_is_kept_on_a_page_stands_on_the_list(
    page: Page, demo_address: str, market: str
) -> None:
    keep(page, demo_address, COFFEE, MAT)
    expect(page.locator(".keep-link")).to_have_attribute("aria-label", "Sổ đi chợ: 2")
    page.locator(".keep-link").click()
    settled(page)

    assert names(page) == ["Cà phê rang mộc Buôn Sương Sớm", "Chiếu cói cải hoa Bãi Bồi Xanh"]
    first = page.locator(".pick").first
    expect(first).to_contain_text("có giá trị đến 18/08/2028")
    expect(first).to_contain_text("xã Ea Tul, Đắk Lắk")
    expect(first).to_contain_text("95.000–165.000\u00a0₫/túi 250 g")
    page.reload()
    settled(page)
    assert len(names(page)) == 2


def test_cards_of_lists_and_of_results_have_the_button(page: Page, demo_address: str) -> None:
    page.goto(demo_address + "stars/4.html")
    cards = page.locator(".cards .card")
    assert cards.count() == page.locator(".cards .card > .keep").count() > 10
    page.locator(f'[data-product="{MAT}"] .keep').click()
    page.goto(demo_address + "search.html?q=chieu+coi")
    button = page.locator(f'#results [data-product="{MAT}"] .keep')
    expect(button).to_have_attribute("aria-label", "Bỏ khỏi sổ: Chiếu cói cải hoa Bãi Bồi Xanh")
    button.click()

    expect(button).to_have_attribute("aria-label", "Ghi vào sổ: Chiếu cói cải hoa Bãi Bồi Xanh")
    assert stored(page) == []
    assert page.url.endswith("search.html?q=chieu+coi")


def test_a_card_s_name_comes_before_its_button_and_both_answer_to_the_keyboard(
    page: Page, demo_address: str
) -> None:
    page.goto(demo_address + "stars/4.html")
    page.locator(f'[data-product="{MAT}"] .card-name a').focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert [one["id"] for one in stored(page)] == [MAT]


def test_notes_and_quantities_are_kept_and_go_into_the_message(
    page: Page, demo_address: str, market: str
) -> None:
    keep(page, demo_address, HONEY, COFFEE, MAT)
    opened(page, market)
    page.get_by_label("Số lượng").first.fill("3")
    page.get_by_label("Ghi chú cho Mật ong").fill("hũ  lớn\nlàm quà")
    messages = page.locator(".order pre")
    one = messages.first.inner_text()
    opened(page, market)

    assert messages.count() == 2
    assert messages.first.inner_text() == one
    assert one == (
        "Chào Hợp tác xã Cà phê Buôn Sương Sớm, tôi xem trên Chợ Phiên OCOP và muốn hỏi mua:\n"
        "- Mật ong hoa cà phê Buôn Sương Sớm (Z0J8R4): 3 hũ 500 g\n"
        "  Ghi chú: hũ lớn làm quà\n"
        "- Cà phê rang mộc Buôn Sương Sớm (ZGXN8C)\n"
        "Nhờ anh chị báo giúp giá, phí gửi và ngày giao. Cảm ơn anh chị!"
    )


def test_everything_can_be_copied_with_numbers_and_in_english(
    page: Page, demo_address: str, market: str
) -> None:
    keep(page, demo_address, COFFEE, MAT)
    opened(page, market)
    page.get_by_label("English").check()
    page.get_by_role("button", name="Chép tất cả").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")

    assert text.startswith("I saw these on OCOP Market Day and would like to buy:")
    assert "1. Buôn Sương Sớm Coffee Co-operative\nPhone: 0900\u00a0000\u00a0001\nZalo: " in text
    assert "- Bãi Bồi Xanh flowered sedge mat (7EW889)" in text
    assert text.endswith("Thank you!")


def test_a_list_is_sent_as_a_link_of_codes(page: Page, demo_address: str, market: str) -> None:
    keep(page, demo_address, COFFEE, MAT)
    opened(page, market)
    page.get_by_label("Số lượng").nth(1).fill("2")
    page.get_by_role("button", name="Chép liên kết").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()

    assert page.evaluate("navigator.clipboard.readText()") == market + "#p=ZGXN8C-7EW889.2"


def test_a_sent_list_is_looked_at_first_and_kept_when_asked(page: Page, market: str) -> None:
    opened(page, market + link((COFFEE, 0), (MAT, 2)))
    expect(page.locator("h1")).to_have_text("Sổ được gửi tới bạn")
    assert len(names(page)) == 2
    assert stored(page) == []
    assert page.locator("textarea").count() == 0
    page.get_by_role("button", name="Ghi vào sổ của tôi").click()

    expect(page.locator("h1")).to_have_text("Sổ đi chợ")
    assert [(one["id"], one["n"]) for one in stored(page)] == [(COFFEE, 0), (MAT, 2)]
    assert page.url == market


def test_a_sent_list_leaves_one_s_own_as_it_is(page: Page, demo_address: str, market: str) -> None:
    keep(page, demo_address, MAT)
    opened(page, market)
    page.get_by_label("Ghi chú cho").fill("của tôi")
    opened(page, market + link((MAT, 5), (FISH, 0)))
    page.goto("about:blank")
    opened(page, market + link((MAT, 5), (FISH, 0)))
    page.get_by_role("button", name="Ghi vào sổ của tôi").click()

    kept = [(one["id"], one["n"], one["note"]) for one in stored(page)]
    assert kept == [(MAT, 0, "của tôi"), (FISH, 0, "")]


@pytest.mark.parametrize(
    "fragment",
    ["#p=", "#p=<img src=x onerror=alert(1)>", "#p=%00-%ff-..", "#p=" + "A" * 10_000,
     "#p=__proto__-constructor", "#p=" + "-".join(["OOOOOO"] * 500)],
)  # fmt: skip
def test_a_link_without_a_code_says_so(page: Page, market: str, fragment: str) -> None:
    page.goto(market + fragment)

    expect(page.locator(".market-empty h2")).to_have_text("Liên kết này không có món nào đọc được.")


def test_a_product_that_is_no_more_says_so(page: Page, market: str) -> None:
    page.goto(market)
    items = [{"id": "mat-ong-ngay-xua", "name": "Mật ong <b>ngày xưa</b>"}, {"id": MAT, "name": ""}]
    store(page, {"at": 1, "items": items})
    opened(page, market)

    gone = page.locator(".pick.is-gone")
    expect(gone).to_contain_text("Mật ong <b>ngày xưa</b>")
    expect(gone).to_contain_text("không còn trong danh mục")
    assert page.locator(".order").count() == 1


def test_a_renamed_product_is_found_and_keeps_its_note(
    page: Page, market: str, demo_site: Path
) -> None:
    code = "ocopFacts(0,{of:1,products:{M9C9M2:{id:'tra-moi',name:{vi:'Trà mới'},industry:'drinks',"
    code += "set:7,state:'unrated',picture:[3],said:{vi:['Chưa rõ hạng sao']}}},"
    code += "elsewhere:{'tra-cu':'M9C9M2','tra-moi':'M9C9M2'}});"
    page.route("**/shortlist/*.js", lambda route: route.fulfill(body=code))
    page.route("**/weaves/*.svg", lambda route: route.fulfill(body=""))
    page.goto(market)
    store(page, {"at": 1, "items": [{"id": "tra-cu", "name": "Trà cũ", "note": "ngon", "n": 4}]})
    opened(page, market)

    assert names(page) == ["Trà mới"]
    assert stored(page) == [{"id": "tra-moi", "name": "Trà cũ", "n": 4, "note": "ngon"}]


def test_facts_that_cannot_be_had_are_asked_for_again(page: Page, market: str) -> None:
    page.goto(market)
    store(page, {"at": 1, "items": [{"id": MAT, "name": "Chiếu"}]})
    page.route("**/shortlist/*.js", lambda route: route.fulfill(body="", status=200))
    opened(page, market)
    expect(page.locator(".pick.is-broken")).to_contain_text("Chiếu")
    page.unroute("**/shortlist/*.js")
    page.get_by_role("button", name="Thử lại").first.click()
    settled(page)

    assert names(page) == ["Chiếu cói cải hoa Bãi Bồi Xanh"]


def test_stars_are_gone_after_the_certificate_s_end(chromium: Browser, market: str) -> None:
    context = chromium.new_context(timezone_id="Asia/Ho_Chi_Minh", service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time("2030-01-01T08:00:00+07:00")
    opened(page, market + link((COFFEE, 0), (MAT, 0)))

    assert page.locator(".pick .star").count() == 0
    expect(page.locator(".pick").first).to_contain_text("Chứng nhận đã hết hạn 18/08/2028")
    assert "5 sao" not in page.locator(".compare").inner_text()
    context.close()


def test_two_tabs_stay_in_step(context: BrowserContext, page: Page, demo_address: str) -> None:
    other = context.new_page()
    opened(other, demo_address + "shortlist.html")
    expect(other.locator(".market-empty")).to_be_visible()
    keep(page, demo_address, MAT)
    expect(other.locator(".pick .pick-name")).to_have_text("Chiếu cói cải hoa Bãi Bồi Xanh")
    other.get_by_label("Ghi chú cho").fill("nhớ hỏi")
    other.get_by_role("button", name="Bỏ “").click()

    expect(page.locator(".product-photos > .keep")).to_have_text("Ghi vào sổ")
    expect(page.locator(".keep-count")).to_be_empty()


def test_what_was_taken_off_can_be_put_back(page: Page, demo_address: str, market: str) -> None:
    keep(page, demo_address, COFFEE, MAT)
    opened(page, market)
    page.get_by_label("Ghi chú cho Cà phê").fill("rang đậm")
    page.get_by_role("button", name="Bỏ “Cà phê").click()
    expect(page.get_by_role("status").get_by_role("button")).to_be_focused()
    assert [one["id"] for one in stored(page)] == [MAT]
    page.keyboard.press("Enter")

    assert [(one["id"], one["note"]) for one in stored(page)] == [(COFFEE, "rang đậm"), (MAT, "")]


def test_clearing_asks_first(page: Page, demo_address: str, market: str) -> None:
    keep(page, demo_address, COFFEE, MAT)
    opened(page, market)
    page.get_by_role("button", name="Xoá cả sổ").click()
    expect(page.get_by_role("button", name="Thôi")).to_be_focused()
    page.keyboard.press("Escape")
    assert len(stored(page)) == 2
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Xoá", exact=True).click()

    expect(page.locator(".market-empty")).to_be_visible()
    assert stored(page) == []


def test_where_nothing_may_be_stored_the_list_lasts_for_the_visit(
    context: BrowserContext, page: Page, demo_address: str, market: str
) -> None:
    context.add_init_script(REFUSED)
    keep(page, demo_address, COFFEE, MAT)
    opened(page, market)

    assert len(names(page)) == 2
    expect(page.locator(".market-notes")).to_contain_text("trình duyệt không cho lưu")


@pytest.mark.parametrize(
    "found",
    ["", "{", "[]", "null", '{"at":"x","items":{}}', '{"items":[null,1,{"id":7},{"id":"../x"}]}',
     '{"items":[{"id":"<script>"}]}', "\ud800", "x" * 100_000],
)  # fmt: skip
def test_a_damaged_store_is_an_empty_list(page: Page, market: str, found: str) -> None:
    page.goto(market)
    store(page, found)
    page.reload()
    expect(page.locator(".market-empty")).to_be_visible()

    assert stored(page) == []


@pytest.mark.parametrize("note", HOSTILE, ids=range(len(HOSTILE)))
def test_a_note_stays_text(page: Page, market: str, note: str) -> None:
    page.goto(market)
    store(page, json.dumps({"at": 1, "items": [{"id": MAT, "name": note, "note": note, "n": 1e9}]}))
    opened(page, market)
    page.locator(".order .main").click()
    expect(page.locator(".order .main")).to_have_text("Đã chép")

    (kept,) = stored(page)
    assert len(kept["note"]) <= 500
    assert page.locator("main script, main img[src='x'], main svg[onload]").count() == 0
    assert "Ghi chú: " in page.evaluate("navigator.clipboard.readText()")
    assert page.evaluate("ocopMarket.whole(document.querySelector('.order pre').textContent)") == (
        page.locator(".order pre").evaluate("one => one.textContent")
    )


def test_a_full_list_says_so_kindly(page: Page, demo_address: str, market: str) -> None:
    page.goto(market)
    items = [{"id": f"mon-{n}", "name": f"Món {n}"} for n in range(300)]
    store(page, {"at": 1, "items": items})
    page.goto(f"{demo_address}products/{MAT}.html")
    page.locator(".product-photos > .keep").click()

    expect(page.get_by_role("status")).to_contain_text("Sổ đã đủ 200 món")
    assert len(stored(page)) == 200


def test_up_to_four_products_stand_side_by_side(page: Page, demo_address: str, market: str) -> None:
    opened(page, market + link(*((one, 0) for one in (COFFEE, HONEY, MAT, NEM, FISH))))
    expect(page.locator(".compare")).to_have_count(0)
    boxes = page.locator(".pick input[type=checkbox]")
    for number in range(4):
        boxes.nth(number).check()

    expect(boxes.nth(4)).to_be_disabled()
    heads = page.locator(".compare thead th").all_inner_texts()
    assert len(heads) == 5
    rows = page.locator(".compare tbody th").all_inner_texts()
    assert [row.split("\n")[0].split(" (")[0] for row in rows[:2]] == ["Hạng sao", "Giá tham khảo"]
    boxes.nth(0).uncheck()
    assert page.locator(".compare thead th").count() == 4


def test_only_differences_are_shown_when_asked(page: Page, market: str) -> None:
    opened(page, market + link((COFFEE, 0), (HONEY, 0)))
    same = page.locator(".compare tr", has_text="Nơi làm ra")
    expect(same).to_be_visible()
    page.get_by_label("Chỉ hiện chỗ khác nhau").check()

    expect(same).to_be_hidden()
    expect(page.locator(".compare tr", has_text="Hạng sao")).to_be_visible()


def test_the_list_works_from_a_stick(context: BrowserContext, page: Page, demo_site: Path) -> None:
    root = demo_site.as_uri() + "/"
    keep(page, root, COFFEE, MAT)
    opened(page, root + "shortlist.html")
    expect(page.locator(".market-notes")).to_contain_text("Đang mở từ tệp hay USB")
    page.get_by_role("button", name="Chép liên kết").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()

    assert len(names(page)) == 2
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == "https://example.org/ocop/shortlist.html#p=ZGXN8C-7EW889"


def test_a_catalogue_elsewhere_on_the_host_has_a_list_of_its_own(
    page: Page, demo_address: str, market: str
) -> None:
    page.goto(market)
    page.evaluate(
        "localStorage.setItem('ocop-list-1:/other/', JSON.stringify({at: 9, items: [{id: 'x'}]}))"
    )
    page.reload()

    expect(page.locator(".market-empty")).to_be_visible()


def test_print_has_the_list_and_no_controls(page: Page, demo_address: str, market: str) -> None:
    keep(page, demo_address, COFFEE, EXPIRED)
    opened(page, market)
    page.get_by_label("Ghi chú cho Cà phê").fill("rang đậm")
    page.emulate_media(media="print")

    assert page.locator("main button:visible, main textarea:visible").count() == 0
    expect(page.locator(".pick").first).to_contain_text("0900 000 001")
    expect(page.locator(".pick-note").first).to_be_visible()
    expect(page.locator(".printed")).to_contain_text("shortlist.html#p=ZGXN8C-")
    expect(page.locator(".pick").nth(1)).to_contain_text("hết hạn")


def test_without_scripts_there_is_nothing_that_would_do_nothing(
    chromium: Browser, demo_address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_address + "stars/4.html")
    assert page.locator(".keep, .keep-link").count() == 0
    page.goto(demo_address + "shortlist.html")

    expect(page.get_by_role("heading", name="Sổ đi chợ")).to_be_visible()
    assert page.locator("main button").count() == 0
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_full_page_has_no_axe_fault_and_never_scrolls_sideways(
    chromium: Browser, demo_address: str, language: str, width: int, scheme: Scheme
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, service_workers="block",
        bypass_csp=False,
    )  # fmt: skip
    page = context.new_page()
    keep(page, demo_address, COFFEE, MAT, EXPIRED)
    opened(page, f"{demo_address}{language}shortlist.html")

    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = """() => [...document.querySelectorAll('main button, .pick-own label, .pick-own input')]
        .filter((one) => one.offsetParent && one.type !== 'checkbox')
        .filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 44)
        .map((one) => one.outerHTML)"""
    assert page.evaluate(small) == []
    context.close()


def test_the_button_moves_nothing_on_the_page(chromium: Browser, demo_address: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.add_init_script(
        """window.shift = 0; new PerformanceObserver((all) => all.getEntries().forEach((one) => {
            window.shift += one.value; })).observe({ type: 'layout-shift', buffered: true });"""
    )
    for path in ("index.html", f"products/{MAT}.html", "stars/4.html"):
        page.goto(demo_address + path)
        expect(page.locator(".keep-link")).to_be_visible()
        assert page.evaluate("window.shift") < 0.001
    context.close()


def test_codes_are_reckoned_as_the_build_reckons_them(page: Page, market: str) -> None:
    from ocop.domain.short_code import computed

    ids = ["a", "tra", "x" * 55, "x" * 56, "x" * 63, "x" * 64, "mat-ong-" * 10, COFFEE]
    page.goto(market)

    assert page.evaluate("ids => ids.map(ocopMarket.codeOf)", ids) == [computed(one) for one in ids]
