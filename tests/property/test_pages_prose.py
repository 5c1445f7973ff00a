"""The short way through simple stories gives the very bytes of the long one."""

import os
import time
from itertools import combinations, product
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.pages import markdown
from ocop.pages.markdown import story
from ocop.pages.prose import prose
from ocop.pages.routes import Routes
from support.sites import ROOT
from support.small_site import VI

EXAMPLES = 50_000 if "OCOP_SOAK" in os.environ else 1_000
ROUTES = Routes(VI, VI)

WORDS = (
    *("Chè ", "xao ", "ệ", "e\u0323", "a", "1", ".", "(", ")", '"', "'", "?", "!", ": ", "–", "😀"),
    *("*nghiêng*", "**đậm**", "a*b*c", "**[a](b)**", "[**a**](b)", "*[*a*](b)*", "**a\nb**"),
    *("[x y](producer:htx)", "[q](https://a.vn/?a=1&b=2#c)", "[m](mailto:a@b.vn)", "[t](tel:+84)"),
    *("[p](../x.html)", "[a  \nb](c)", "& ", "a > b", "  \n", "\n", "\n\n", "\n\n\n"),
)
BEGINNINGS = (
    "- ",
    "- ",
    "* ",
    "+ ",
    "-  ",
    "1. ",
    "1. ",
    "2. ",
    "## ",
    "# ",
    "###",
    "> ",
    "> ",
    ">",
)
SMALL = (
    *(
        "a",
        " ",
        "\n",
        "\n\n",
        "  \n",
        "*",
        "**",
        "_",
        "#",
        "##",
        "-",
        "- ",
        "* ",
        "1. ",
        "3. ",
        ">",
    ),
    *("> ", "=", "[a](b)", "[", "]", "(b)", "!", "&", "x;", "|", ".", "\n>"),
)
TURNS = (
    *(">> ", " ", "    ", "1.", "1) ", "-", "---", "- - -", "* * *", "=", "==", "- \n", "> \n"),
    *("\n---", "\n===", "\n-", "\n- ", "\n1. ", "\n> ", "\n## ", "\n   ", "\n    ", " \n"),
)
NASTY = (
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "&",
        "\\",
        "`",
        "#",
        "-",
        "+",
        "|",
    ),
    *(
        "\t",
        " ",
        "  ",
        "\u00a0",
        "\u200b",
        "\u3000",
        "\x01",
        "\x02klzzwxh:0000\x03",
        "٣. ",
        "~",
        "{",
    ),
    *("&amp;", "&nbsp;", "&quot;", "&gt;", "&copy", "&#38;", "&a-b;", "<b>", "</p>", "<!--", "!"),
    *("<https://a.vn>", "<a@b.vn>", '[a](b "c")', "[a](<b>)", "[a](b(c))", "[a](b c)", "[a][b]"),
    *("[a](javascript:b)", "[a](producer:Á)", "[a](//b)", "[a](https://1.2.3)", "[a]()", "[](b)"),
    *("[ ](b)", "![a](b)", "!", "[a]: b", "[[a](b)](c)", "*a **b** c*"),
    *('href="news:a"', "*a *", "* a*", "10. ", "٣. ", "[a](https://xn--a.vn)"),
)


LINE = st.tuples(
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
    st.sampled_from(["\n", "\n\n"]),
).map("".join)
ANYTHING = st.sampled_from([*WORDS, *BEGINNINGS, *TURNS, *NASTY])
PIECES = st.lists(LINE | ANYTHING | st.sampled_from(SMALL), min_size=3, max_size=8)
STRANGE = st.text(alphabet="ab *_[]()<>&\\`#-+.1:/?\"'\n", max_size=20) | st.builds(
    "{0}*{1}* [{2}]({3})".format, *[st.text(max_size=4)] * 4
)


def short(text: str, top: int = 2) -> str | None:
    """The story by the short way, or None where there is none."""
    return None if prose(text) is None else story(text, ROUTES, lambda path: f"../{path}", top=top)


def long(text: str, top: int = 2) -> str:
    """The story by Python-Markdown and nh3."""
    with patch.object(markdown, "prose", return_value=None):
        return story(text, ROUTES, lambda path: f"../{path}", top=top)


def check(text: str, top: int = 2) -> None:
    made = short(text, top)

    assert made is None or made == long(text, top), text


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES, st.sampled_from([2, 3]))
def test_the_short_way_gives_the_bytes_of_the_long_one(pieces: list[str], top: int) -> None:
    for first, last in combinations(range(len(pieces) + 1), 2):
        check("".join(pieces[first:last]), top)


@settings(max_examples=EXAMPLES // 4)
@given(STRANGE)
def test_strange_characters_come_out_alike(text: str) -> None:
    check(text)


def test_every_three_marks_in_a_row_come_out_alike() -> None:
    for marks in product(SMALL, repeat=3):
        check("".join(marks))


def demo_stories() -> list[str]:
    return [path.read_text("utf-8") for path in sorted((ROOT / "content").rglob("story.*.md"))]


def test_what_people_write_goes_the_short_way() -> None:
    stories = demo_stories()
    taken = [text for text in stories if prose(text) is not None]

    assert len(taken) >= 0.8 * len(stories) > 40
    assert [short(text, 3) for text in taken] == [long(text, 3) for text in taken]


def test_every_simple_construct_goes_the_short_way() -> None:
    text = (
        "## Đầu đề\nMột *hai* **ba** [bốn](producer:htx) & năm > 4.  \nDòng & dòng\n\n"
        "- **Một**: [a](https://a.vn/?b=1&c=2)\n- Hai\n\n"
        "1. Một\n2. Hai\n\n> Trích [*x*](../y.html)\n>\n> dẫn"
    )

    assert prose(text) == (
        "<h2>Đầu đề</h2>\n"
        "<p>Một <em>hai</em> <strong>ba</strong> "
        '<a href="producer:htx" rel="noopener noreferrer">bốn</a> &amp; năm &gt; 4.<br>\n'
        "Dòng &amp; dòng</p>\n"
        "<ul>\n<li><strong>Một</strong>: "
        '<a href="https://a.vn/?b=1&amp;c=2" rel="noopener noreferrer">a</a></li>\n'
        "<li>Hai</li>\n</ul>\n"
        "<ol>\n<li>Một</li>\n<li>Hai</li>\n</ol>\n"
        '<blockquote>\n<p>Trích <a href="../y.html" rel="noopener noreferrer"><em>x</em></a></p>\n'
        "<p>dẫn</p>\n</blockquote>"
    )
    assert short(text) == long(text)


def test_nested_lists_tables_and_html_are_left_to_others() -> None:
    for text in ("- a\n    - b", "- - a", "|a|b|\n|-|-|\n|1|2|", "<b>x</b>", "`x`", "[a][b]"):
        assert prose(text) is None


def test_the_longest_story_is_rendered_in_no_time() -> None:
    parts = (
        "a",
        "[a](",
        "*a ",
        "**a",
        "[",
        "a@b",
        "../",
        "- ",
        "> ",
        "#",
        "&a",
        "1. ",
        "a\n",
        "a.",
    )
    openings = ("", "[", "[a](", "[a](mailto:", "[a](https://a", "*", "> ", "- ", "&", "## ")
    for beginning, part in product(openings, parts):
        start = time.process_time()
        prose(beginning + part * (markdown.MAX_CHARACTERS // len(part)))

        assert time.process_time() - start < 0.5
