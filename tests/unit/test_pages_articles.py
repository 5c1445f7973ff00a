"""News and free pages."""

from ocop.dates import PartialDate
from ocop.domain.article import News, Page
from ocop.paths import EntryId, SourcePath
from support.reading import read_page
from support.small_site import VI, both, producer, product, site, vi


def news(entry: str, date: PartialDate, **facts: object) -> News:
    return News(
        id=EntryId(entry),
        path=SourcePath(f"content/news/{entry}/news.yaml"),
        date=date,
        **{"title": vi(f"Tin {entry}"), **facts},  # type: ignore[arg-type]
    )


def test_the_day_of_the_event_is_not_the_day_of_publication() -> None:
    one = news("a", PartialDate(2019, 11, 7), event_date=PartialDate(2019, 10, 29))
    page = read_page(site(news=[one]), "news/a.html")

    assert "Đăng 07/11/2019 · Diễn ra 29/10/2019" in page.lines


def test_news_is_listed_with_the_newest_first() -> None:
    one = site(
        news=[
            news("a", PartialDate(2020)), news("b", PartialDate(2026, 3, 12)),
            news("c", PartialDate(2020, 12, 19)),
        ]
    )  # fmt: skip
    page = read_page(one, "news/index.html")

    assert [line for line in page.lines if line.startswith("Tin ")][-3:] == [
        "Tin b", "Tin c", "Tin a",
    ]  # fmt: skip


def test_news_leads_to_what_it_speaks_of() -> None:
    one = site(
        news=[news("a", PartialDate(2026), products=("mat",), producers=("htx",))],
        products=[product("mat", name=vi("Mật ong"))],
        producers=[producer("htx", name=vi("HTX Rừng"))],
    )
    page = read_page(one, "news/a.html")

    assert page.links["Mật ong"] == "../products/mat.html"
    assert page.links["HTX Rừng"] == "../producers/htx.html"


def test_a_headline_alone_points_to_its_source() -> None:
    one = site(news=[news("a", PartialDate(2026), sources=("Báo tỉnh",))])

    assert "Bài viết đầy đủ có ở nguồn ghi bên dưới." in read_page(one, "news/a.html").lines


def test_a_free_page_is_its_markdown_under_its_title() -> None:
    about = Page(
        id=EntryId("gioi-thieu"),
        path=SourcePath("content/pages/gioi-thieu/page.yaml"),
        title=both("Giới thiệu", "About"),
        menu=1,
        stories={VI: "# Chợ\n\nĐặc sản **làng quê**.\n\n<script>alert(1)</script>"},
    )
    page = read_page(site(pages=[about]), "pages/gioi-thieu.html")
    english = read_page(site(pages=[about]), "en/pages/gioi-thieu.html")

    assert [tag for tag, _ in page.elements if tag == "h1"] == ["h1"]
    assert "Đặc sản làng quê." in page.lines
    assert "alert(1)" not in page.lines
    assert "About" in english.lines
    assert ("div", {"class": "prose", "lang": "vi"}) in english.elements


def test_the_headings_of_a_page_follow_its_title_without_a_gap() -> None:
    for markdown in ("## Mua ở đâu\n\n### Chợ", "# Mua ở đâu\n\n## Chợ"):
        page = Page(
            id=EntryId("a"),
            path=SourcePath("content/pages/a/page.yaml"),
            title=vi("Giới thiệu"),
            stories={VI: markdown},
        )
        read = read_page(site(pages=[page]), "pages/a.html")

        assert [tag for tag, _ in read.elements if tag in ("h1", "h2", "h3", "h4")] == [
            "h1",
            "h2",
            "h3",
        ]
