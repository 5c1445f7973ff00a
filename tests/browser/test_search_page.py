"""Finding on the search page in a real Chromium: results, filters, orders, nothing found."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support import search_page as its
from support.complaints import complaints
from support.search_page import choose, count, field, find, ids, opened, records, settled
from support.sites import NO_WORKER, pages

HOSTILE = (
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "'\"><svg/onload=alert(1)>",
    "javascript:alert(1)", "\\d+(a|b)*[^x]{2}$", "(((((((((((", "\u202egnutar\u202c \u200b\u2066",
    "🍯🐝👩\u200d🌾", "\ud83d", "%00%ff", "a" * 10_000, "mật ong " * 1_200, "\t\n\r", "&amp;&lt;",
)  # fmt: skip


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    # Chromium complains of a transition between pages that it gives up where the machine is busy.
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    heard = complaints(page)
    yield page
    context.close()
    assert heard == []


@pytest.fixture
def search(demo_address: str) -> str:
    return demo_address + "search.html"


def names(page: Page) -> list[str]:
    return page.locator("#results .card-name").all_inner_texts()


def test_typing_without_marks_finds_and_says_how_many(page: Page, search: str) -> None:
    opened(page, search)
    find(page, "ca phe")

    assert ids(page)[0] == "ca-phe-rang-moc-buon-suong-som"
    assert {"mat-ong-hoa-ca-phe", "mot-ngay-o-vuon-ca-phe"} <= set(ids(page))
    assert len(ids(page)) == len(set(ids(page))) == count(page)
    expect(page.locator("#result-count")).to_have_text(f"{count(page)} sản phẩm")
    expect(page.locator("#result-count")).to_have_attribute("aria-live", "polite")
    assert page.title().startswith("ca phe · Tìm sản phẩm")
    assert page.url == search + "?q=ca+phe"


def test_what_matched_is_marked_in_the_name(page: Page, search: str) -> None:
    opened(page, search + "?q=ca+phe")

    first = page.locator("#results .card").first
    assert first.locator(".card-name mark").all_inner_texts() == ["Cà phê"]


def test_an_abbreviation_marks_what_it_stands_for_and_no_commune(page: Page, search: str) -> None:
    opened(page, search + "?q=htx")

    assert page.locator("#results .card-place", has_text="xã").count()
    assert page.locator("#results .card-place mark").count() == 0
    marks = page.locator("#results .card-maker mark").all_inner_texts()
    assert {mark.lower() for mark in marks} == {"hợp tác xã", "htx"}


def test_a_producer_that_was_asked_for_is_told_on_the_card(page: Page, search: str) -> None:
    opened(page, search + "?q=htx+coi")

    maker = page.locator('[data-product="chieu-coi-bai-boi-xanh"] .card-maker')
    expect(maker).to_contain_text("Hợp tác xã")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_result_is_the_same_card_as_in_the_lists(
    page: Page, demo_address: str, language: str
) -> None:
    """Compared part by part with the page of all four-star products, photos and weaves alike."""
    root = demo_address + ("" if language == "vi" else "en/")
    tell = """all => Object.fromEntries(all.map(one => [one.dataset.product, [
        one.className, one.dataset.ratingExpires,
        one.querySelector('.card-name a').href, one.innerText,
        [...one.querySelectorAll('[lang]')].map(it => it.lang + it.textContent),
        [...one.querySelectorAll('img:not(.blur)')].map(it => it.src + it.className + it.alt),
        [...one.querySelectorAll('source')].map(it => it.srcset.replaceAll('../', '')),
        [...one.querySelectorAll('.star')].length]]))"""
    page.goto(root + "stars/4.html")
    listed = page.locator(".cards .card").evaluate_all(tell)
    opened(page, root + "search.html?stars=4&sort=name")
    shown = page.locator("#results .card").evaluate_all(tell)

    assert len(listed) == 15
    assert shown == listed


@pytest.mark.parametrize(
    "filters",
    [
        {"stars": ["4"]},
        {"stars": ["5", "4"], "industry": ["I"]},
        {"province": ["38", "46"], "season": ["3", "12"]},
        {"gift": ["1"], "set": ["22", "7", "13"], "group": ["IV.2", "I.3"]},
        {"commune": ["24277"], "producer": ["htx-buon-suong-som"]},
        {"state": ["expired", "revoked"]},
    ],
    ids=json.dumps,
)
def test_filters_keep_and_count_what_the_open_data_say(
    page: Page, demo_site: Path, search: str, filters: dict[str, list[str]]
) -> None:
    """Any of the values within a facet, all of the facets; counted by hand."""
    address = "&".join(f"{facet}={name}" for facet, many in filters.items() for name in many)
    opened(page, f"{search}?{address}&page=9")
    everything = records(demo_site)

    assert set(ids(page)) == {one["id"] for one in its.kept(everything, filters)}
    assert count(page) == len(ids(page)) > 0
    shown = its.counts(page)
    for facet in ("stars", "industry", "group", "set", "season", "state", "gift"):
        expected = its.counted(everything, filters, facet)
        chosen = dict.fromkeys(filters.get(facet, ()), 0)
        assert shown.get(facet, {}) == chosen | expected, facet
    for facet in ("province", "commune", "producer"):
        expected = its.counted(everything, filters, facet)
        assert shown[facet].items() <= expected.items(), facet
        assert len(shown[facet]) >= min(8, len(expected))


def test_the_count_of_a_value_is_what_choosing_it_shows(page: Page, search: str) -> None:
    opened(page, search + "?q=suong+som")
    before = its.counts(page)["stars"]
    for stars, number in before.items():
        choose(page, "stars", stars)
        assert count(page) == number
        choose(page, "stars", stars)

    assert len(before) > 1


def test_a_facet_of_many_values_leads_to_all_and_is_searched(page: Page, search: str) -> None:
    opened(page, search + "?sort=name")
    page.locator("details.of-producer summary").click()
    facet = page.locator("details.of-producer")
    assert facet.locator("[data-facet]").count() == 8
    facet.get_by_role("button", name="Xem tất cả").click()
    expect(facet.locator("[data-facet]").nth(20)).to_be_visible()
    facet.get_by_role("searchbox").fill("bai boi")

    expect(facet.locator("[data-facet]")).to_have_count(1)
    facet.locator("[data-facet]").click()
    settled(page)
    assert set(ids(page)) == {"chieu-coi-bai-boi-xanh", "gio-coi-bai-boi-xanh"}


def test_chips_name_what_is_chosen_and_drop_it(page: Page, search: str) -> None:
    opened(page, search + "?stars=4&industry=I&q=suong")
    chips = page.locator("#chips .chip")
    assert chips.all_inner_texts() == ["4 sao", "Thực phẩm"]
    page.get_by_role("button", name="Bỏ lọc: 4 sao").click()
    settled(page)

    assert page.url == search + "?q=suong&industry=I"
    its.expect_focus(page, "#q")
    choose(page, "stars", "5")
    page.locator("#chips [data-do=clear]").click()
    settled(page)
    assert page.url == search + "?q=suong"
    assert page.locator("#chips").is_hidden()


def test_orders_are_by_stars_and_by_the_vietnamese_alphabet(page: Page, search: str) -> None:
    opened(page, search + "?q=nuoc&page=3")
    page.locator("#sort").select_option("stars")
    settled(page)
    stars = [card.locator(".star").count() for card in page.locator("#results .card").all()]
    assert stars == sorted(stars, reverse=True)
    opened(page, search + "?sort=name&page=3")

    order = (
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    )
    letters = [order.index(name[0].lower()) for name in names(page)]
    assert len(letters) == 64
    assert letters == sorted(letters)


def test_what_is_only_near_stands_behind_a_divider(page: Page, search: str) -> None:
    opened(page, search + "?q=giỏ")

    groups = page.locator("#results > *")
    assert groups.evaluate_all("all => all.map(one => one.className)") == [
        "cards", "near-head section-head", "cards",
    ]  # fmt: skip
    assert page.locator("#results .near-head").inner_text().startswith("GẦN ĐÚNG")
    assert ids(page)[0] == "gio-coi-bai-boi-xanh"
    assert count(page) == 1 < len(ids(page))


def test_another_reading_is_said(page: Page, search: str) -> None:
    opened(page, search + "?q=caf+phee")

    assert page.locator("#notes").inner_text() == "Kết quả cho “cà phê”"
    assert ids(page)[0] == "ca-phe-rang-moc-buon-suong-som"
    assert count(page) == len(ids(page))


def test_nothing_found_says_which_word_failed_and_what_to_loosen(page: Page, search: str) -> None:
    opened(page, search + "?q=mat+ong+xyzzy&stars=5")
    expect(page.locator("#results")).to_contain_text("Không tìm thấy “mat ong xyzzy”")
    expect(page.locator("#results")).to_contain_text("Chưa có sản phẩm nào có chữ “xyzzy”")
    assert count(page) == 0
    loosen = page.get_by_role("button", name="Bỏ “5 sao”")
    number = int(loosen.locator(".n").inner_text().strip("()"))
    loosen.click()
    settled(page)

    assert page.url == search + "?q=mat+ong+xyzzy"
    assert count(page) == number == len(ids(page)) > 0


def test_a_word_that_only_filters_rule_out_can_be_dropped(page: Page, search: str) -> None:
    opened(page, search + "?q=coi+chieu&stars=5")
    expect(page.locator("#results")).to_contain_text("Trong bộ lọc này không có “coi chieu”")
    page.get_by_role("button", name="Bỏ “5 sao”").click()
    settled(page)

    assert "chieu-coi-bai-boi-xanh" in ids(page)


def test_values_that_nobody_knows_are_dropped_from_the_address(page: Page, search: str) -> None:
    opened(page, search + "?q=ong&stars=9&stars=4&commune=99999&gift=true&producer=nobody")

    assert page.url == search + "?q=ong&stars=4&gift=1"
    assert page.locator("#chips .chip").all_inner_texts() == ["4 sao", "Có bán làm quà biếu"]
    page.get_by_role("button", name="Bỏ lọc: Có bán làm quà biếu").click()
    settled(page)
    assert page.url == search + "?q=ong&stars=4"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_typed_or_in_the_address_becomes_markup(page: Page, search: str, text: str) -> None:
    opened(page, search)
    field(page).fill(text)
    settled(page)
    assert page.locator("main :is(script, iframe, [onerror], [onload])").count() == 0
    opened(page, search)
    page.evaluate(
        """text => location.assign('?' + ['q', 'stars', 'producer', 'sort', 'page']
            .map(key => key + '=' + encodeURIComponent(text.toWellFormed()
            .slice(0, 3000))).join('&'))""",
        text,
    )
    page.wait_for_url("**/search.html?q=*")
    settled(page)

    assert page.locator("main :is(script, iframe, [onerror], [onload])").count() == 0


def test_related_pages_are_offered(page: Page, demo_site: Path, search: str) -> None:
    opened(page, search + "?q=buon+suong+som")
    links = page.locator("#also a").evaluate_all("all => all.map(one => one.pathname)")

    found = {link.partition("/demo/")[2] for link in links}
    assert "producers/htx-buon-suong-som.html" in found
    assert found <= set(pages(demo_site))


def test_over_file_the_answers_are_those_of_http(page: Page, demo_site: Path, search: str) -> None:
    seen = []
    for address in (search, (demo_site / "search.html").as_uri()):
        opened(page, address)
        find(page, "mat ong")
        choose(page, "industry", "I")
        assert page.url == address + "?q=mat+ong&industry=I"
        page.go_back()
        settled(page)
        seen.append((ids(page), its.counts(page), page.url.partition("?")[2]))

    assert seen[0] == seen[1]
    assert seen[0][2] == "q=mat+ong"


def test_english_pages_find_and_lead_in_english(page: Page, demo_address: str) -> None:
    opened(page, demo_address + "en/search.html")
    find(page, "honey")

    assert page.locator("#result-count").inner_text() == f"{count(page)} products"
    assert page.title().startswith("honey · Find products")
    first = page.locator("#results .card a").first
    assert f"{demo_address}en/products/" in (first.evaluate("one => one.href") or "")
    page.locator(".languages a").click()
    settled(page)
    assert page.url == demo_address + "search.html?q=honey"
