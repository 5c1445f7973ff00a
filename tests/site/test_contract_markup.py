"""The contract's part 3, every page: heads, headings, pictures, policy."""

from itertools import pairwise
from pathlib import Path

import pytest

from support.html_tree import Node

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def is_redirect(page: Node) -> bool:
    return any(page.all("meta", http_equiv="refresh"))


def test_every_page_has_a_picture_for_sharing_that_exists(
    demo_site: Path, trees: dict[str, Node]
) -> None:
    base = "https://example.org/ocop/"
    lacking = []
    for name, page in trees.items():
        picture = next(page.all("meta", property="og:image"), None)
        address = picture.attrs["content"] if picture else ""
        if not address.startswith(base) or not (demo_site / address.removeprefix(base)).is_file():
            lacking.append(name)

    assert lacking == []


def test_every_page_carries_the_policy_and_nothing_that_it_forbids(
    trees: dict[str, Node],
) -> None:
    wrong = []
    for name, page in trees.items():
        policy = next(page.all("meta", http_equiv="Content-Security-Policy"), None)
        inline = [
            one
            for one in page.all()
            if one.tag == "style"
            or "style" in one.attrs
            or any(key.startswith("on") for key in one.attrs)
            or (
                one.tag == "script"
                and "src" not in one.attrs
                and one.attrs.get("type") != "application/ld+json"
            )
        ]
        if policy is None or "default-src 'none'" not in policy.attrs["content"] or inline:
            wrong.append(name)

    assert wrong == []


def test_every_page_has_one_h1_its_language_and_a_fitting_description(
    trees: dict[str, Node],
) -> None:
    wrong = []
    for name, page in trees.items():
        language = "en" if name.startswith("en/") else "vi"
        described = next(page.all("meta", name="description"), None)
        words = described.attrs["content"] if described else ""
        if (
            len(list(page.all("h1"))) != 1
            or page.first("html").attrs["lang"] != language
            or (not is_redirect(page) and not 0 < len(words) <= 160)
        ):
            wrong.append(name)

    assert wrong == []


def test_headings_never_skip_a_level(trees: dict[str, Node]) -> None:
    wrong = []
    for name, page in trees.items():
        levels = [0, *(int(one.tag[1]) for one in page.all() if one.tag in HEADINGS)]
        if any(after > before + 1 for before, after in pairwise(levels)):
            wrong.append(name)

    assert wrong == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_pages_of_a_language_share_a_title_or_a_description(
    trees: dict[str, Node], language: str
) -> None:
    for part in ("title", "description"):
        seen: dict[str, list[str]] = {}
        for name, page in trees.items():
            if is_redirect(page) or name.startswith("en/") != (language == "en"):
                continue
            words = (
                page.first("head").first("title").text
                if part == "title"
                else page.first("meta", name="description").attrs["content"]
            )
            seen.setdefault(words, []).append(name)
        assert {words: names for words, names in seen.items() if len(names) > 1} == {}


def test_every_picture_reserves_its_space_and_has_its_words(trees: dict[str, Node]) -> None:
    wrong = [
        (name, one.attrs.get("src", "")[:60])
        for name, page in trees.items()
        for one in page.all("img")
        if not {"width", "height", "alt"} <= set(one.attrs)
    ]

    assert wrong == []


def test_words_of_another_language_are_marked_where_a_source_or_a_title_is_not_translated(
    trees: dict[str, Node],
) -> None:
    news = trees["en/news/minh-hoa-hoi-dong-cham.html"]
    source = trees["en/programmes/thanh-hoa.html"].first("section", class_="sources").first("li")

    assert news.first("h1").text.startswith("Đợt đánh giá")
    assert news.first("span", aria_current="page").attrs.get("lang") == "vi"
    assert source.attrs.get("lang") == "vi"


def test_stars_that_end_are_always_inside_what_knows_their_end(trees: dict[str, Node]) -> None:
    wrong = [
        name
        for name, page in trees.items()
        for stars in page.all("p", data_expires=None)
        if not any("data-rating-expires" in one.attrs for one in stars.above())
    ]

    assert wrong == []
