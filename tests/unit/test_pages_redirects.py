"""Former addresses and printed codes lead to the right page from any depth."""

from posixpath import dirname, join, normpath

from ocop.dates import PartialDate
from ocop.domain.article import News
from ocop.pages.site import Site
from ocop.pages.views import redirects
from ocop.paths import EntryId, SourcePath
from support.small_site import both, product, site, vi

NEWS = News(
    id=EntryId("tin-moi"),
    path=SourcePath("content/news/tin-moi/news.yaml"),
    title=vi("Tin"),
    date=PartialDate(2026),
    aliases=(EntryId("tin-cu"),),
)


def target(one: Site, path: str) -> str:
    """Where the page at ``path`` leads, as a path from the root."""
    artifact = next(found for found in redirects.artifacts(one) if found.path == path)
    html = redirects.make(one, artifact).decode()
    href = html.split('content="0; url=', 1)[1].split('"', 1)[0]
    assert f'<a href="{href}"' in html
    return normpath(join(dirname(path), href))


def test_a_former_id_leads_to_the_page_in_the_same_language() -> None:
    one = site(products=[product("moi", aliases=(EntryId("cu"),))], news=[NEWS])

    assert target(one, "products/cu.html") == "products/moi.html"
    assert target(one, "en/products/cu.html") == "en/products/moi.html"
    assert target(one, "news/tin-cu.html") == "news/tin-moi.html"


def test_a_short_code_and_a_gtin_lead_to_the_product() -> None:
    one = site(products=[product("mat-ong", gtin="96385074")])

    assert target(one, "P/CM197J/index.html") == "products/mat-ong.html"
    assert target(one, "01/00000096385074/index.html") == "products/mat-ong.html"


def test_a_renamed_product_keeps_its_short_code() -> None:
    one = site(products=[product("moi", aliases=(EntryId("mat-ong"),))])

    assert target(one, "P/CM197J/index.html") == "products/moi.html"


def test_a_redirect_names_the_page_in_both_languages_and_is_not_indexed() -> None:
    one = site(products=[product("mat-ong", name=both("Mật ong", "Honey"))])
    artifact = redirects.artifacts(one)[0]
    html = redirects.make(one, artifact).decode()

    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://x.vn/ocop/products/mat-ong.html">' in html
    assert '<a href="../../products/mat-ong.html" hreflang="vi" lang="vi">Mật ong</a>' in html
    assert '<a href="../../en/products/mat-ong.html" hreflang="en" lang="en">Honey</a>' in html
    assert "<script" not in html
    assert "<style" not in html
    assert 'content="https://x.vn/ocop/static/share/' in html


def test_a_product_without_aliases_or_gtin_has_one_redirect() -> None:
    assert [found.path for found in redirects.artifacts(site(products=[product("mat-ong")]))] == [
        "P/CM197J/index.html"
    ]
