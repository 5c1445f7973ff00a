"""Feeds, sitemap, manifest, headers and 404 of a small site."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.dates import PartialDate
from ocop.domain.article import News
from ocop.domain.recognition import Recognition
from ocop.pages import listed, sitemap
from ocop.pages.site import Site
from ocop.pages.views import feeds, meta
from ocop.paths import EntryId, SourcePath
from ocop.text import Language
from support.small_site import both, product, site, vi

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def news(name: str, date: PartialDate) -> News:
    path = SourcePath(f"content/news/{name}/news.yaml")
    return News(id=EntryId(name), path=path, title=both(f"Tin {name}", f"News {name}"), date=date)


def feed(one: Site, path: str) -> list[tuple[str, ...]]:
    artifact = next(found for found in feeds.artifacts(one) if found.path == path)
    root = ET.fromstring(feeds.make(one, artifact))
    keys = ("id", "title", "updated")
    return [
        tuple(entry.findtext(f"{ATOM}{key}") or "" for key in keys)
        for entry in root.iter(f"{ATOM}entry")
    ]


def made(one: Site, path: str) -> bytes:
    artifact = next(found for found in meta.artifacts(one) if found.path == path)
    return meta.make(one, artifact)


def test_a_feed_holds_recognitions_and_news_with_the_newest_first() -> None:
    honey = product(
        "mat-ong",
        name=both("Mật ong", "Honey"),
        aliases=(EntryId("mat"),),
        recognitions=(
            Recognition(4, PartialDate(2025, 6, 19)),
            Recognition(3, PartialDate(2020)),
            Recognition(5, PartialDate(2027, 1, 1)),
            Recognition(3),
        ),
    )
    one = site(products=[honey], news=[news("a", PartialDate(2025, 12))])

    assert feed(one, "en/feed.xml") == [
        ("https://x.vn/ocop/en/news/a.html", "News a", "2025-12-01T00:00:00+07:00"),
        (
            "https://x.vn/ocop/en/products/mat.html#2025-06-19-4",
            "Honey is awarded 4 stars",
            "2025-06-19T00:00:00+07:00",
        ),
        (
            "https://x.vn/ocop/en/products/mat.html#2020-3",
            "Honey is awarded 3 stars",
            "2020-01-01T00:00:00+07:00",
        ),
    ]


def test_a_revoked_award_is_no_news_and_a_sample_says_so() -> None:
    one = site(
        products=[
            product(
                "a", recognitions=(Recognition(3, PartialDate(2025), revoked=PartialDate(2026)),)
            ),
            product("b", sample=True, recognitions=(Recognition(3, PartialDate(2025)),)),
        ]
    )

    assert [title for _, title, _ in feed(one, "feed.xml")] == ["b được công nhận 3 sao (minh hoạ)"]


def test_a_feed_stops_at_fifty() -> None:
    one = site(news=[news(f"n{day}", PartialDate(2020 + day // 30, 1)) for day in range(60)])

    assert len(feed(one, "feed.xml")) == 50


def urls(one: Site) -> dict[str, dict[str, str]]:
    root = ET.fromstring(made(one, "sitemap.xml"))
    return {
        url.findtext(f"{MAP}loc") or "": {
            link.get("hreflang", ""): link.get("href", "") for link in url.iter(f"{XHTML}link")
        }
        for url in root.iter(f"{MAP}url")
    }


def test_only_true_translations_are_alternates() -> None:
    translated = product("mat-ong", name=both("Mật ong", "Honey"))
    half = product("tra", name=both("Trà", "Tea"), summary=vi("Trà xanh"))
    found = urls(site(products=[translated, half]))

    assert found["https://x.vn/ocop/products/mat-ong.html"] == {
        "vi": "https://x.vn/ocop/products/mat-ong.html",
        "en": "https://x.vn/ocop/en/products/mat-ong.html",
    }
    assert found["https://x.vn/ocop/products/tra.html"] == {}
    assert found["https://x.vn/ocop/en/products/tra.html"] == {}
    assert found["https://x.vn/ocop/en/index.html"]["vi"] == "https://x.vn/ocop/index.html"


def test_redirects_data_and_404_are_not_in_the_sitemap() -> None:
    found = urls(site(products=[product("mat-ong", aliases=(EntryId("cu"),))]))
    paths = {address.removeprefix("https://x.vn/ocop/") for address in found}

    assert "products/mat-ong.html" in paths
    assert not {path for path in paths if path.startswith(("P/", "data/")) or "404" in path}
    assert "products/cu.html" not in paths


def test_a_large_site_has_an_index_of_sitemaps(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = len(listed.page_paths(site()))
    monkeypatch.setattr(sitemap, "LIMIT", pages - 1)
    one = site()
    paths = {found.path for found in meta.artifacts(one)}
    index = ET.fromstring(made(one, "sitemap.xml"))

    assert {"sitemap-1.xml", "sitemap-2.xml"} < paths
    assert "sitemap-3.xml" not in paths
    assert [loc.text for loc in index.iter(f"{MAP}loc")] == [
        "https://x.vn/ocop/sitemap-1.xml",
        "https://x.vn/ocop/sitemap-2.xml",
    ]
    assert len(ET.fromstring(made(one, "sitemap-2.xml"))) == 1


@given(st.integers(1, 40), st.integers(60, 2000))
def test_no_sitemap_breaks_the_protocols_limits(languages: int, length: int) -> None:
    codes = [Language(f"zh-Hant-T{number:x}") for number in range(languages)]
    address = "https://x.vn/".ljust(length, "a")
    page = sitemap.Listed(address, PartialDate(2026, 11, 21), dict.fromkeys(codes, address))
    most = sitemap.most_pages(length, languages)
    frame = len(sitemap.sitemap([]))

    assert 0 < most <= 50_000
    assert frame + most * (len(sitemap.sitemap([page])) - frame) <= 50 * 1024 * 1024


def test_robots_names_the_sitemap() -> None:
    assert made(site(), "robots.txt").decode().endswith("Sitemap: https://x.vn/ocop/sitemap.xml\n")


def test_the_manifest_works_below_any_path() -> None:
    found = json.loads(made(site(), "manifest.webmanifest"))

    assert found["start_url"] == "index.html"
    assert found["lang"] == "vi"
    assert [icon["src"] for icon in found["icons"]] == [
        "static/icons/icon-192.png",
        "static/icons/icon-512.png",
        "static/icons/icon-maskable-512.png",
    ]


def test_headers_repeat_the_policy_of_the_pages_and_keep_named_files_for_good() -> None:
    headers = made(site(), "_headers").decode()
    page = (Path(__file__).parents[2] / "templates/parts/policy.html").read_text("utf-8")
    policy = page.split('http-equiv="Content-Security-Policy" content="', 1)[1].split('"', 1)[0]

    assert f"  Content-Security-Policy: {policy}; frame-ancestors 'self'\n" in headers
    assert "/static/*\n  Cache-Control: public, max-age=31536000, immutable" in headers


@pytest.mark.parametrize(("path", "language"), [("404.html", "vi"), ("en/404.html", "en")])
def test_the_404_page_speaks_both_languages_and_works_at_any_address(
    path: str, language: str
) -> None:
    html = made(site(), path).decode()

    assert f'<html lang="{language}" ' in html
    assert "Không tìm thấy trang này" in html
    assert "This page is not here" in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'href="https://x.vn/ocop/index.html"' in html
    assert 'href="https://x.vn/ocop/en/index.html"' in html
    assert 'href="../' not in html
