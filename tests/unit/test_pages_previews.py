"""What a link looks like where it is shared: picture, words and languages of every page."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from ocop.pages.artifact import Artifact
from ocop.pages.meta import locale_of
from ocop.pages.plan import make, plan
from ocop.pages.site import Site
from ocop.text import Language
from support.rich_site import rich_site
from support.small_site import both, product, site, vi


class Said(HTMLParser):
    """What the head of a page says in ``<meta>``, in the order in which it says it."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("property") or given.get("name")
        if tag == "meta" and name:
            self.found.append((name, given.get("content") or ""))

    def every(self, name: str) -> list[str]:
        return [content for found, content in self.found if found == name]

    def one(self, name: str) -> str:
        (found,) = self.every(name)
        return found


def said(of: Site, path: str) -> Said:
    return Said(make(of, next(one for one in plan(of) if one.path == path)))


def pages() -> Iterator[Artifact]:
    """One page of each kind, which is what views, arguments and templates make of it."""
    seen = set()
    for one in plan(rich_site()):
        kind = one.view, one.args[0], len(one.args), one.path.startswith("en/")
        if one.path.endswith(".html") and kind not in seen:
            seen.add(kind)
            yield one


@cache
def rich() -> Site:
    return rich_site()


@pytest.mark.parametrize("artifact", tuple(pages()), ids=lambda one: one.path)
def test_every_page_has_a_picture_with_its_size_and_words_for_it(artifact: Artifact) -> None:
    found = Said(make(rich(), artifact))

    assert found.one("og:image").startswith("https://x.vn/ocop/")
    assert found.one("og:image").endswith((".jpg", ".png"))
    assert (found.one("og:image:width"), found.one("og:image:height")) == ("1200", "630")
    assert found.one("og:image:alt")
    assert found.one("twitter:card") == "summary_large_image"
    assert found.one("og:title")
    assert found.one("og:type") in {"website", "article", "product"}
    assert found.one("og:url").startswith("https://x.vn/ocop/")
    assert found.one("og:locale") == ("en_US" if artifact.path.startswith("en/") else "vi_VN")
    if artifact.view != "redirects":
        assert found.one("og:description") == found.one("description") != ""


def test_a_photo_is_told_in_the_language_of_the_page() -> None:
    assert said(rich(), "products/tra.html").one("og:image:alt") == "Ảnh"
    english = said(rich(), "en/products/tra.html")

    assert english.one("og:image") == "https://x.vn/ocop/photos/tra-1-share.jpg"
    assert english.one("og:image:alt") == "Photo"


def test_a_product_without_a_photo_has_the_weave_of_its_industry() -> None:
    basket = site(products=[product("gio", set=21), product("mam", set=5)])

    assert said(basket, "products/gio.html").one("og:image").endswith("/static/share/IV.jpg")
    assert said(basket, "products/mam.html").one("og:image").endswith("/static/share/I.jpg")
    assert said(basket, "products/mam.html").one("og:image:alt") == (
        "Hoa văn thổ cẩm mang tên Đặc sản OCOP, màu của ngành Thực phẩm"
    )
    assert said(basket, "en/products/mam.html").one("og:image:alt") == (
        "Woven brocade with the name Đặc sản OCOP, in the colours of Food"
    )


def test_a_page_names_the_other_languages_that_it_is_truly_written_in() -> None:
    one = site(products=[product("tra", name=both("Chè", "Tea")), product("mat", name=vi("Mật"))])

    assert said(one, "products/tra.html").every("og:locale:alternate") == ["en_US"]
    assert said(one, "en/products/tra.html").every("og:locale:alternate") == ["vi_VN"]
    assert said(one, "products/mat.html").every("og:locale:alternate") == []


def test_a_site_of_one_language_names_no_other() -> None:
    alone = replace(rich(), config=replace(rich().config, languages=(Language("vi"),)))

    assert said(alone, "index.html").every("og:locale:alternate") == []


@pytest.mark.parametrize(
    ("language", "locale"),
    [("vi", "vi_VN"), ("en", "en_US"), ("ko", "ko_KR"), ("ja", "ja_JP"), ("zh-Hant", "zh_TW"),
     ("en-GB", "en_GB"), ("xx", "xx")],
)  # fmt: skip
def test_a_language_is_named_with_the_country_where_most_speak_it(
    language: str, locale: str
) -> None:
    assert locale_of(Language(language)) == locale
