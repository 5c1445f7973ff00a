"""A third language is a file: a small project in Vietnamese, English and Korean, built whole."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop.pages.texts import read_texts
from ocop.text import Language
from support.html_tree import Node, tree
from support.project import build, project
from support.small_site import TEMPLATES

HANGUL = re.compile("[가-힣]")
NOT_WORDS = ("script", "style", "symbol", "svg")
FILES = {
    "config.yaml": """\
title: {vi: Chợ phiên, en: Market day, ko: 장날}
url: https://cho.vn/
languages: [vi, en, ko]
publisher: {name: Sở}
""",
    "content/pages/gioi-thieu/page.yaml": "title: Về chợ phiên\nmenu: 1\nstory: Chuyện.\n",
    "content/products/che/product.yaml": """\
name: {vi: Chè xanh, en: Green tea, ko: 녹차}
summary: {vi: Chè ngon, en: Good tea, ko: 좋은 차}
set: 11
producer: htx
origin: {commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}
price: {from: 150000, to: 180000}
season: [3, 4, 5]
recognitions:
  - {stars: 4, date: 2025-06-19, decision: 1946/QĐ-UBND, authority: UBND tỉnh Thanh Hóa}
""",
    "content/products/mam/product.yaml": """\
name: {vi: Mắm tép, en: Shrimp paste}
summary: {vi: Mắm thơm, en: Fragrant}
set: 9
producer: htx
origin: {commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}
story: {vi: Chuyện mắm, en: Its story}
""",
    "content/producers/htx/producer.yaml": "name: HTX Bình Sơn\nkind: cooperative\n",
    "content/fairs/hoi-cho/fair.yaml": """\
name: {vi: Hội chợ, en: Fair, ko: 박람회}
from: 2026-11-18
to: 2026-11-22
venue: {vi: Sân vận động, en: Stadium, ko: 경기장}
""",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; nothing but ``config.yaml`` and the content speaks of Korean."""
    folder = tmp_path_factory.mktemp("korean")
    project(folder, FILES)
    found = [one for one in build(folder) if one.code == "OCOP512"]
    assert found == []
    return folder / "site"


def pages(site: Path, language: str) -> Iterator[tuple[str, Node]]:
    for path in sorted((site / language).rglob("*.html")):
        yield path.relative_to(site).as_posix(), tree(path)


def english() -> set[str]:
    """Texts of the English interface that are whole words of their own, without placeholders."""
    table = read_texts((str(TEMPLATES),), Language("en")).table
    plain = (text for text in table.values() if isinstance(text, str) and "{" not in text)
    korean = set(read_texts((str(TEMPLATES),), Language("ko")).table.values())
    return {text for text in plain if len(text) > 5} - korean


def vietnamese() -> set[str]:
    table = read_texts((str(TEMPLATES),), Language("vi")).table
    plain = (text for text in table.values() if isinstance(text, str) and "{" not in text)
    korean = set(read_texts((str(TEMPLATES),), Language("ko")).table.values())
    return {text for text in plain if len(text) > 5} - korean


def said(node: Node) -> Iterator[tuple[str, Node]]:
    """Every text of a page with the element that it stands in, and the words of attributes."""
    for name in ("aria-label", "placeholder", "title", "alt", "content"):
        if text := node.attrs.get(name):
            yield text, node
    for one in node.content:
        if isinstance(one, str):
            if one.strip():
                yield " ".join(one.split()), node
        elif one.tag not in NOT_WORDS:
            yield from said(one)


def spoken(node: Node) -> str:
    """The language that an element is marked to be in."""
    around = (node, *node.above())
    return next((one.attrs["lang"] for one in around if "lang" in one.attrs), "")


def test_every_page_of_the_site_exists_in_korean_and_says_so(site: Path) -> None:
    plain = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    first = {path for path in plain if not path.startswith(("en/", "ko/", "P/", "01/"))}

    assert {f"ko/{path}" for path in first} <= plain
    assert all(page.first("html").attrs["lang"] == "ko" for _, page in pages(site, "ko"))


def test_no_text_of_another_language_s_interface_is_left_on_a_korean_page(site: Path) -> None:
    foreign = english() | vietnamese()
    left = {
        (path, text)
        for path, page in pages(site, "ko")
        for text, node in said(page)
        if text in foreign and spoken(node) == "ko"
    }

    assert left == set()


def test_what_is_not_korean_on_a_korean_page_is_marked_with_its_language(site: Path) -> None:
    page = tree(site / "ko/products/mam.html")
    words = {text: spoken(node) for text, node in said(page.first("main"))}

    assert words["Mắm tép"] == words["Mắm thơm"] == words["Chuyện mắm"] == "vi"
    assert page.first("p", class_="untranslated").text.endswith("원문을 보여 드립니다.")
    assert "원문" in page.first("section", aria_labelledby="story").text
    card = tree(site / "ko/products/index.html").first("article", data_product="mam")
    assert card.first("h3").first("a").attrs["lang"] == "vi"


def test_what_the_settings_and_the_menu_say_in_vietnamese_only_is_marked(site: Path) -> None:
    page = tree(site / "ko/index.html")
    menu = page.first("nav", class_="pages").first("a")

    assert (menu.text, menu.attrs["lang"]) == ("Về chợ phiên", "vi")
    assert "lang" not in page.first("a", class_="brand").first("span").attrs
    assert {one.attrs.get("lang") for one in page.first("footer").all("p") if one.text == "Sở"} == {
        "vi"
    }


def test_a_page_that_is_all_korean_says_nothing_of_translations(site: Path) -> None:
    page = tree(site / "ko/products/che.html")

    assert not list(page.all("p", class_="untranslated"))
    assert page.first("h1").text == "녹차"


def test_hreflang_names_korean_only_where_a_page_is_truly_korean(site: Path) -> None:
    def named(path: str) -> dict[str, str]:
        links = tree(site / path).all("link", rel="alternate", hreflang=None)
        return {one.attrs["hreflang"]: one.attrs["href"] for one in links}

    assert named("products/che.html") == {
        "vi": "https://cho.vn/products/che.html",
        "en": "https://cho.vn/en/products/che.html",
        "ko": "https://cho.vn/ko/products/che.html",
        "x-default": "https://cho.vn/products/che.html",
    }
    assert named("ko/products/mam.html").keys() == {"vi", "en", "x-default"}
    assert named("ko/index.html").keys() == {"vi", "en", "ko", "x-default"}


def test_dates_money_and_months_are_written_as_koreans_write_them(site: Path) -> None:
    tea = tree(site / "ko/products/che.html").first("main").text
    fair = tree(site / "ko/fairs/hoi-cho.html").first("main").text

    assert "2028년 6월 19일까지 유효" in tea
    assert "₫150,000–180,000" in tea
    assert "별 4개" in tea
    assert "2026년 11월 18일~22일" in fair
    assert "3월 제철" in tree(site / "ko/seasons/3.html").first("h1").text


def test_numbers_have_the_one_form_that_korean_has(site: Path) -> None:
    page = tree(site / "ko/industries/1.html").first("main")

    assert page.first("h1").text == "식품"
    assert page.first("h2").text == "상품 2개"
    assert tree(site / "ko/sets/11.html").first("main").first("h2").text == "상품 1개"


def test_every_page_leads_to_the_same_page_in_the_other_languages(site: Path) -> None:
    nav = tree(site / "ko/products/che.html").first("nav", class_="languages")
    names = {one.attrs["lang"]: one.attrs["title"] for one in nav.all("a")}
    back = tree(site / "products/che.html").first("nav", class_="languages")

    assert names == {"vi": "Tiếng Việt", "en": "English"}
    assert {one.attrs["lang"]: one.attrs["title"] for one in back.all("a")} == {
        "en": "English",
        "ko": "한국어",
    }


def test_the_search_speaks_korean(site: Path) -> None:
    page = tree(site / "ko/search.html")
    index = {path.name: path.read_text("utf-8") for path in (site / "search").glob("*.js")}

    assert HANGUL.search(page.first("h1").text)
    assert "즉석식품" in index["ko.js"]
    assert any("녹차" in text for text in index.values())
    assert json.loads((site / "data/site.json").read_text("utf-8"))["pages"]["search"]["ko"] == (
        "ko/search.html"
    )


def test_only_korean_pages_ask_for_the_style_of_korean(site: Path) -> None:
    def styles(path: str) -> list[str]:
        return [one.attrs["href"] for one in tree(site / path).all("link", rel="stylesheet")]

    (own,) = [href for href in styles("ko/index.html") if "/ko." in href]
    assert "keep-all" in (site / "ko" / own).resolve().read_text("utf-8")
    assert not [href for href in styles("index.html") + styles("en/index.html") if "/ko." in href]


def test_nothing_in_the_program_knows_of_korean() -> None:
    code = TEMPLATES.parent / "generator" / "ocop"
    named = [
        path.name
        for path in (*code.rglob("*.py"), *TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.js"))
        if re.search(r"""["'](ko|ko[-_]KR)["']""", path.read_text("utf-8"))
        and "vendor" not in path.parts
    ]

    # Editors who write "kr" are told of "ko", as of thirty other codes; a list may name the
    # languages of its columns in words.
    assert sorted(named) == ["headings.py", "names.py"]
