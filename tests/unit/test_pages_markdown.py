"""Stories: what may stand in them, what is refused and where."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.pages.markdown import check_markdown, story
from ocop.pages.routes import Routes
from ocop.paths import SitePath, SourcePath
from support.small_site import EN, VI

ROUTES = Routes(VI, VI)
PATH = SourcePath("content/products/x/story.vi.md")
KNOWN = {"product": {"mam-tep"}, "producer": {"htx"}}


def html(text: str, top: int = 2) -> str:
    """A story as it stands on a page one folder deep."""
    return story(text, ROUTES, lambda path: f"../{path}", top=top)


def faults(text: str, first: int = 1) -> list[str]:
    """The faults of a story as ``line:column code``."""
    found = check_markdown(text, PATH, KNOWN, first)
    return [f"{one.line}:{one.column} {one.code}" for one in found]


def test_headings_begin_below_the_pages_own_and_never_end_below_the_fourth_level() -> None:
    assert html("# A\n\n## B\n\n###### C") == "<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>"
    assert html("# A\n\n## B", top=3) == "<h3>A</h3>\n<h4>B</h4>"


def test_a_table_and_lists_are_kept() -> None:
    made = html("|a|b|\n|-|-|\n|1|2|\n\n1. x\n\n* y")

    assert [tag in made for tag in ("<td>1</td>", "<ol>", "<ul>")] == [True, True, True]


def test_a_link_to_an_entry_leads_to_its_page() -> None:
    assert 'href="../products/mam-tep.html"' in html("[x](product:mam-tep)")
    english = story("[x](fair:f)", Routes(EN, VI), lambda path: path)
    assert 'href="en/fairs/f.html"' in english


def test_an_outward_link_tells_the_other_site_nothing() -> None:
    assert 'rel="noopener noreferrer"' in html("[x](https://a.vn)")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](&#106;avascript:alert(1))",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        '<a href="vbscript:x" onclick="y" style="z">x</a>',
        "<svg onload=alert(1)><style>*{}</style></svg>",
        "<iframe src=//evil.vn></iframe>",
        "![x](https://evil.vn/pixel.gif)",
        '<p style="position:fixed">x</p>',
    ],
)
def test_an_attack_neither_reaches_the_page_nor_stays_unsaid(text: str) -> None:
    made = html(text).lower()

    for mark in ("<script", "onerror", "onload", "onclick", "javascript:", "vbscript:", "data:",
                 "<svg", "<iframe", "<img", "style="):  # fmt: skip
        assert mark not in made
    assert faults(text) != []


def test_faults_are_where_a_person_would_mend_them() -> None:
    text = "Một.\nHai <b>đậm</b>.\n[x](product:khong-co) và [y](javascript:z)"

    assert faults(text) == ["2:5 OCOP551", "2:11 OCOP551", "3:5 OCOP553", "3:30 OCOP552"]
    assert faults(text, first=10)[0] == "11:5 OCOP551"


def test_good_markdown_has_no_fault() -> None:
    assert (
        faults(
            "# Đề\n\nGiá < 5 & > 3; `<b>`; [a](product:mam-tep), [b](producer:htx), "
            "[c](https://a.vn/?q=a:b#c), [d](mailto:a@b.vn), [e](tel:0900), [f](../x.html), [g](#h)"
        )
        == []
    )


def test_brackets_that_would_take_seconds_are_refused() -> None:
    assert faults("[" * 401) == ["1:1 OCOP550"]
    assert faults("[" * 400) == []
    assert faults("x" * 20_001) == ["1:1 OCOP550"]


@pytest.mark.parametrize("marks", ["1. ", "+ ", "> 1. ", "- 1. "])
def test_lists_in_lists_without_end_are_refused(marks: str) -> None:
    assert faults(marks * 10 + "x") == []
    assert faults("a\n\n" + marks * 5_000 + "x") == ["1:1 OCOP550"]


@pytest.mark.parametrize("rule", ["- " * 40, "* " * 40])
def test_a_rule_drawn_with_spaces_is_no_list(rule: str) -> None:
    assert faults(rule) == []
    assert html(rule) == "<hr>"


def test_the_most_brackets_are_rendered_in_no_time() -> None:
    start = time.process_time()
    html("[" * 400)

    assert time.process_time() - start < 1


@given(st.text(alphabet="<>/[]()!\"'=:&;# \n`*_ascriptjvonlimg", max_size=200))
def test_no_text_brings_a_tag_that_is_not_on_the_list(text: str) -> None:
    made = html(text)

    for tag in ("<script", "<img", "<svg", "<iframe", "<style", "<input", "<form"):
        assert tag not in made.lower()


def test_pages_do_not_leak_into_each_other() -> None:
    html("[x]: https://a.vn\n\n[x]")

    assert html("[x]") == "<p>[x]</p>"


def test_links_are_relative_to_the_page() -> None:
    assert SitePath("products/mam-tep.html") in html("[x](product:mam-tep)")
