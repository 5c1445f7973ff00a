"""New words of a story reach the site by the short way, and by no other than would be right."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop.pages.keys.marks import STORY
from ocop.pages.keys.producers import PRODUCER as PRODUCER_KIND
from ocop.pages.keys.products import PRODUCT as PRODUCT_KIND
from ocop.request import BuildResult, Request
from ocop.ways import build_site
from support.earlier import led_to
from support.project import CONFIG, PRODUCER, PRODUCT, SMALL, TODAY, project
from support.short_ways import built_twice, contents, differing, gone_short

TEA, MAKER = "content/products/che", "content/producers/htx"
FILES = {
    **SMALL,
    "config.yaml": CONFIG.replace("[vi]", "[vi, en]"),
    f"{TEA}/product.yaml": PRODUCT.replace("name: Chè xanh", "name: {vi: Chè xanh, en: Tea}"),
    f"{TEA}/story.vi.md": "Chè [của htx](producer:htx).\n",
    f"{TEA}/story.en.md": "Tea.\n",
    f"{MAKER}/story.vi.md": "Hợp tác xã.\n",
    "content/products/tra/product.yaml": PRODUCT.replace("Chè xanh", "Trà sen"),
    "content/producers/nhap/producer.yaml": PRODUCER + "draft: true\n",
    "content/products/hai/product.yaml": PRODUCT.replace("Chè xanh", "Trà hai").replace(
        "producer: htx", "producer: [htx, nhap]"
    ),
    "content/fairs/cho/fair.yaml": (
        "name: Chợ\nfrom: 2026\nbooths:\n  - {number: 1, products: [che]}\n"
    ),
}


@pytest.fixture(params=[120_000, 0], ids=["bundle", "parts"])
def request_(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Request:
    """A site that was built twice, of files that are old enough to be known."""
    monkeypatch.setattr("ocop.search.index.BUNDLE", request.param)
    monkeypatch.setattr("ocop.search.index.SHARD", 4)
    (tmp_path / "p").mkdir()
    folder = project(tmp_path / "p", FILES)
    return built_twice(folder, Request(folder, TODAY))


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> list[BuildResult]:
    return gone_short(monkeypatch)


Change = Callable[[Path], object]

WORDS: dict[str, Change] = {
    "words": lambda p: (p / TEA / "story.vi.md").write_text("Chè **mới**.\n", "utf-8"),
    "another language": lambda p: (p / TEA / "story.en.md").write_text("New tea.\n", "utf-8"),
    "a maker": lambda p: (p / MAKER / "story.vi.md").write_text("HTX mới.\n", "utf-8"),
    "the same link": lambda p: (p / TEA / "story.vi.md").write_text("[a](producer:htx)\n", "utf-8"),
    "saved by renaming": lambda p: renamed(p / TEA / "story.vi.md", "Chè.\n"),
    "words, and a touch": lambda p: (
        (p / TEA / "story.vi.md").write_text("Chè.\n", "utf-8"),
        (p / TEA / "product.yaml").write_text(FILES[f"{TEA}/product.yaml"], "utf-8"),
    ),
    "only touched": lambda p: (p / TEA / "story.vi.md").touch(),
}
MORE: dict[str, Change] = {
    "another link": lambda p: (p / TEA / "story.vi.md").write_text("[a](product:tra)\n", "utf-8"),
    "no words": lambda p: (p / TEA / "story.en.md").write_text("\n", "utf-8"),
    "no file": lambda p: (p / TEA / "story.en.md").unlink(),
    "a new file": lambda p: (p / MAKER / "story.en.md").write_text("Makers.\n", "utf-8"),
    "facts too": lambda p: (
        (p / TEA / "story.vi.md").write_text("Chè.\n", "utf-8"),
        (p / TEA / "product.yaml").write_text(FILES[f"{TEA}/product.yaml"] + "gift: true\n"),
    ),
    "settings too": lambda p: (
        (p / TEA / "story.vi.md").write_text("Chè.\n", "utf-8"),
        (p / "config.yaml").write_text(FILES["config.yaml"] + "tagline: Ngon\n"),
    ),
    "a page gone from the site": lambda p: (
        (p / TEA / "story.vi.md").write_text("Chè.\n", "utf-8"),
        without(p / "site/products", "tra.html"),
    ),
    "a damaged record": lambda p: (
        (p / TEA / "story.vi.md").write_text("Chè.\n", "utf-8"),
        spoilt(p / ".ocop/state/leaves.bin"),
    ),
    "no almanac": lambda p: (
        (p / TEA / "story.vi.md").write_text("Chè.\n", "utf-8"),
        without(p / ".ocop/state", "*.site"),
    ),
}


def spoilt(path: Path) -> int:
    """Turn over a bit of every record."""
    whole = bytearray(path.read_bytes())
    for at in range(len(whole) - 2_000, len(whole), 50):
        whole[at] ^= 1
    return path.write_bytes(whole)


def without(folder: Path, names: str) -> int:
    """Remove files and tell how many."""
    found = list(folder.glob(names))
    for path in found:
        path.unlink()
    return len(found)


def renamed(path: Path, text: str) -> None:
    """Save as many editors do: a new file takes the old one's place."""
    new = path.with_name("new")
    new.write_text(text, "utf-8")
    new.replace(path)


@pytest.mark.parametrize("change", WORDS)
def test_new_words_alone_go_the_short_way(
    request_: Request, short: list[BuildResult], change: str
) -> None:
    WORDS[change](request_.project)

    before = contents(request_.project / "site")

    result = build_site(request_)

    assert short == [result]
    assert result.written <= 15
    now = contents(request_.project / "site")
    assert all(now[path] == before[path] for path in led_to(before)), "readers in mid-visit"
    assert differing(request_) == []


@pytest.mark.parametrize("change", MORE)
def test_anything_more_goes_the_whole_way(
    request_: Request, short: list[BuildResult], change: str
) -> None:
    MORE[change](request_.project)

    result = build_site(request_)

    assert short == []
    assert result.pages
    assert differing(request_) == []


def test_short_ways_follow_each_other_and_the_whole_one(
    request_: Request, short: list[BuildResult]
) -> None:
    for number in range(3):
        for place in (TEA, MAKER):
            path = request_.project / place / "story.vi.md"
            path.write_text(f"Lần {number}.\n", "utf-8")
            os.utime(path, (2 + number, 2 + number))
            build_site(request_)
    assert len(short) == 6
    (request_.project / TEA / "product.yaml").write_text(PRODUCT + "gift: true\n", "utf-8")
    build_site(request_)

    assert len(short) == 6
    assert differing(request_) == []


def test_the_mark_of_the_story_stands_where_it_is_replaced() -> None:
    assert {kind.parts.index("story") for kind in (PRODUCT_KIND, PRODUCER_KIND)} == {STORY}


def test_a_link_that_leads_nowhere_keeps_the_site(
    request_: Request, short: list[BuildResult]
) -> None:
    before, warnings = contents(request_.project / "site"), list(build_site(request_).diagnostics)
    assert warnings
    (request_.project / TEA / "story.vi.md").write_text("[a](khong-co.html)\n", "utf-8")

    result = build_site(request_)

    assert short == []
    assert [one.code for one in result.diagnostics if one.severity == "error"] == ["OCOP531"]
    assert [one for one in result.diagnostics if one.severity == "warning"] == warnings
    assert result.products == 3
    assert contents(request_.project / "site") == before
