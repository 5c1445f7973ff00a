"""What counts as a link, and when it is broken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.paths import SitePath
from ocop.publish import links
from ocop.publish.links import Link, LinkReport, inspect, verify
from ocop.publish.references import glimpse, references, written_in

ADDRESS = "https://ocop.example.vn/qt/"
KNOWN = frozenset(
    SitePath(path)
    for path in (
        "index.html",
        "404.html",
        "products/tea.html",
        "products/rice.html",
        "photos/1/tea.avif",
        "photos/1/tea-640.avif",
        "static/site.css",
    )
)


def broken(content: str, page: str = "products/tea.html") -> list[str]:
    """Return the links of ``page`` that lead to nothing planned, as written."""
    report = inspect(SitePath(page), content.encode(), KNOWN, ADDRESS)
    return [link.written for link in report.broken]


@pytest.mark.parametrize(
    "content",
    [
        '<a href="rice.html">x</a>',
        '<a href="../index.html?q=1#top">x</a>',
        '<a href="">x</a><a href="?q=1">x</a><a href="#">x</a><a href="#top">x</a>',
        "<a href='rice.html'>x</a><a href=rice.html>x</a><A HREF = \"rice.html\">x</A>",
        '<main id="main"><a href="#main">x</a></main><a href="#m%E1%BB%A5c">x</a><p id="mục">',
        '<img srcset="../photos/1/tea.avif 320w,../photos/1/tea-640.avif 640w">',
        '<link rel="canonical" href="https://ocop.example.vn/qt/products/tea.html">',
        '<link rel="canonical" href="https://ocop.example.vn/qt/">',
        '<meta property="og:image" content="https://ocop.example.vn/qt/photos/1/tea.avif">',
        '<meta http-equiv="refresh" content="0; url=rice.html">',
        '<a href="https://elsewhere.vn/x"></a><a href="mailto:a@b.vn"></a><a href="tel:1"></a>',
        '<a href="//cdn.example/x"></a><img src="data:image/webp;base64,AAAA">',
        '<!-- <a href="lost.html"> -->',
        "<script>x = '<a href=\"lost.html\">'</script>",
        '<p>write href="lost.html" and src="lost.png" in capitals</p>',
        '<meta name="description" content="url=lost.html is text">',
        '<a title=" href=&quot;lost.html&quot;" href="rice.html">x</a>',
    ],
)
def test_a_good_link_is_left_alone(content: str) -> None:
    assert broken(content) == []


@pytest.mark.parametrize(
    ("content", "link"),
    [
        ('<a href="lost.html">x</a>', "lost.html"),
        ("<a href=lost.html>x</a>", "lost.html"),
        ('<a class="x"\nhref =\n"lost.html">x</a>', "lost.html"),
        ('<a href="/products/rice.html">x</a>', "/products/rice.html"),
        ('<a href="../products/">x</a>', "../products/"),
        ('<a href="..">x</a>', ".."),
        ('<a href="../../up.html">x</a>', "../../up.html"),
        ('<a href="#lost">x</a>', "#lost"),
        ('<img src="lost.png">', "lost.png"),
        ('<img srcset="../photos/1/tea.avif 1x, lost.avif 2x">', "lost.avif"),
        ('<source srcset="lost.avif">', "lost.avif"),
        ('<link rel="preload" imagesrcset="lost.avif 1x">', "lost.avif"),
        ('<video poster="lost.jpg"></video>', "lost.jpg"),
        ('<script src="lost.js"></script>', "lost.js"),
        ('<form action="lost.html"></form>', "lost.html"),
        ('<svg><use href="lost.svg#icon"/></svg>', "lost.svg#icon"),
        ('<meta http-equiv="refresh" content="0;url=lost.html">', "lost.html"),
        (f'<meta property="og:image" content="{ADDRESS}lost.jpg">', f"{ADDRESS}lost.jpg"),
        (f'<link rel="alternate" href="{ADDRESS}en/lost.html">', f"{ADDRESS}en/lost.html"),
    ],
)
def test_a_broken_link_is_found(content: str, link: str) -> None:
    assert broken(content) == [link]


def test_the_page_for_lost_visitors_may_use_the_sites_own_path() -> None:
    content = '<a href="/qt/products/tea.html">x</a><a href="/qt/lost.html">x</a><a href="/x">x</a>'
    assert broken(content, "404.html") == ["/qt/lost.html", "/x"]


@pytest.mark.parametrize(
    ("page", "content", "lost"),
    [
        (
            "static/site.css",
            "a{b:url(../photos/1/tea.avif)}@import 'lost.css';/* url(x) */",
            "lost.css",
        ),
        (
            "manifest.webmanifest",
            '{"start_url": "index.html", "icons": [{"src": "lost.png"}]}',
            "lost.png",
        ),
        (
            "sitemap.xml",
            f"<loc>{ADDRESS}</loc><loc>{ADDRESS}lost.html</loc>",
            f"{ADDRESS}lost.html",
        ),
        ("robots.txt", f"Sitemap: {ADDRESS}lost.xml\n", f"{ADDRESS}lost.xml"),
        ("static/icon.svg", '<svg><image href="lost.png"/></svg>', "lost.png"),
    ],
)
def test_files_other_than_pages_are_looked_into(page: str, content: str, lost: str) -> None:
    assert broken(content, page) == ([lost] if lost else [])


def test_a_link_into_another_page_is_verified_on_that_page() -> None:
    page = SitePath("products/tea.html")
    content = b'<a href="rice.html#use">x</a><a href="rice.html#lost">x</a>'
    report = inspect(page, content, KNOWN, ADDRESS)
    read = {SitePath("products/rice.html"): b'<h2 id="use">', page: content}
    found = verify(
        report, KNOWN, read.__getitem__, {page: "content/tea/story.vi.md"}, lambda _: False
    )
    assert [(fault.code, fault.path, fault.args["link"]) for fault in found] == [
        ("OCOP532", "content/tea/story.vi.md", "rice.html#lost")
    ]


def test_a_link_to_somebody_elses_file_is_good() -> None:
    page, own = SitePath("products/tea.html"), SitePath("by-hand.pdf")
    link = Link(page, "../by-hand.pdf", own)
    other = Link(page, "lost.pdf", SitePath("products/lost.pdf"))
    found = verify(LinkReport((link, other)), KNOWN, lambda _: b"", {}, lambda path: path == own)
    assert [(fault.code, fault.path, fault.args["link"]) for fault in found] == [
        ("OCOP531", "products/tea.html", "lost.pdf")
    ]


ATTRIBUTES = st.sampled_from(
    ["href", "src", "srcset", "content", "HREF", "title", "style", "poster"]
)
VALUES = st.sampled_from(
    ["a.html", "b c", "x.avif 1x, y.avif", "url(p.png)", "0;url=r.html", "#i", "&amp;"]
)
SPACES = st.sampled_from(["", " ", "\n", "\t"])
QUOTES = st.sampled_from(["'", '"'])
TAGS = st.builds(
    lambda tag, name, before, after, quote, value: (
        f"<{tag} {name}{before}={after}{quote}{value}{quote} alt='x'>"
    ),
    st.sampled_from(["a", "img", "meta http-equiv=refresh", "p", "link", "source"]),
    ATTRIBUTES,
    SPACES,
    SPACES,
    QUOTES,
    VALUES,
)


TEXTS = st.sampled_from(["", " text = ", "href=", 'href="', " src='", "a='b\"", "<!--", "-->", "="])
PAGES = st.lists(st.tuples(TAGS, TEXTS).map("".join), max_size=4).map("".join)


@given(PAGES)
def test_the_quick_look_misses_nothing_that_the_close_one_finds(content: str) -> None:
    sights = glimpse(content.encode())
    found = {written for sight in sights for written in written_in(sight)}
    blurred = any(name[-1:].isspace() for name, _ in sights)
    assert blurred or set(references(".html", content.encode(), ADDRESS)) <= found


WRITTEN = [
    *("rice.html", "../index.html", "#i", "#lost", "#", "#top", "tea.html#i", "tea.html#lost", ""),
    *("?q=1", "../photos/1/tea.avif 1x, rice.html 2x", "../photos/1/tea.avif, lost.avif", "../"),
    *("0; url=rice.html", "0; url=../lost.html", "0; url=../index.html", "tel:1", "mailto:x"),
    *(f"{ADDRESS}products/rice.html", f"{ADDRESS}lost.html", ADDRESS, "../lost", "data:image/x"),
    *("https://elsewhere.vn/?a=1&amp;b", "../products/%72ice.html", "../products/r&#105;ce.html"),
    *("rice.html#use", "rice.html#lost", "../products/tea.html#i", "./rice.html", "/qt/index.html"),
    *("../../index.html", "index.html", "products/tea.html", "&num;i", "&#35;lost", "a=b", ".."),
    *("#i 1x, lost.png 2x", "https&#58;//ocop.example.vn/qt/lost", "x%2520y", "x%20y", "x"),
    *("https://ocop&#46;example.vn/qt/lost", "https://elsewhere.vn/x 1x, lost.png 2x", "http"),
    *(
        "https://ocop.example.vn/q",
        "http://ocop.example.vn/qt/lost",
        "url=lost.html",
        "a lost.html",
    ),
    *("https://ocop.example.vn/q&#116;/lost", "tel:1, lost.png", "0; url=#i", "0; url=#lost"),
]
NAMES = ["href", "src", "srcset", "content", "HREF", "title", "poster", "id", "data-src", "data"]
NAMES += ["srcset ", "href ", "content\n", "imagesrcset", "Content", "action"]
START = ["a", "img", "meta http-equiv=refresh", "meta property=og:url", "p", "source", "use"]
HTML = st.lists(
    st.builds(
        lambda tag, name, quote, value, end: f"<{tag} {name}={quote}{value}{quote} x=y>{end}",
        st.sampled_from(START),
        st.sampled_from(NAMES),
        QUOTES,
        st.sampled_from(WRITTEN),
        TEXTS,
    ),
    max_size=5,
).map("".join)
HERE = st.sampled_from(["products/tea.html", "products/rice.html", "index.html", "P/A/index.html"])


MORE = KNOWN | {SitePath("P/A/index.html"), SitePath("x%20y"), SitePath("x")}
"""One object for all examples, so that what one page showed is used for the next."""


def faults(page: SitePath, content: str, address: str, *, quickly: bool) -> list[str]:
    """Return the faults of a page's links, found as pages or as other files are looked at."""
    body = content.encode()
    with pytest.MonkeyPatch.context() as patched:
        if not quickly:
            patched.setattr(links, "look", lambda *_: None)
        report = inspect(page, body, MORE, address)
    other = b'<p id="use">'
    found = verify(report, MORE, lambda at: body if at == page else other, {}, lambda _: False)
    return sorted(f"{fault.code} {fault.args}" for fault in found)


@settings(max_examples=300)
@given(HERE, HTML, st.sampled_from([ADDRESS, ""]))
def test_a_quick_look_ends_as_a_close_one_does(page: str, content: str, address: str) -> None:
    at = SitePath(page)
    closely = faults(at, content, address, quickly=False)
    assert faults(at, content, address, quickly=True) == closely
