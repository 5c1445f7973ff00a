"""Every kind of page looks as it did when somebody last looked at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from support.looks import PAGES, STYLE, STYLE_PROJECT, difference, taken
from support.sites import built_once, served

MOST = 60.0
"""Above what smoothing and packing change of a tile, below what a lost letter of a title does."""


@pytest.fixture(scope="module")
def style_address(shared_folder: Path) -> Iterator[str]:
    """The example that shows every part of the look, over http."""
    with served(built_once(shared_folder, "style", STYLE_PROJECT)) as address:
        yield address


@pytest.mark.parametrize("kind", PAGES)
def test_a_kind_of_page_looks_as_reviewed(chromium: Browser, demo_address: str, kind: str) -> None:
    assert changed(chromium, demo_address, kind) == {}, "look at them, then `make looks`"


@pytest.mark.parametrize("kind", STYLE)
def test_the_style_page_looks_as_reviewed(chromium: Browser, style_address: str, kind: str) -> None:
    assert changed(chromium, style_address, kind) == {}, "look at them, then `make looks`"


def changed(browser: Browser, root: str, kind: str) -> dict[str, float]:
    """How far the looks of a page differ that differ too much."""
    apart = {
        look.file.stem: difference(picture, Image.open(look.file).convert("RGB"))
        for look, picture in taken(browser, root, kind)
    }
    return {name: one for name, one in apart.items() if one > MOST}


def test_a_word_that_is_lost_is_seen() -> None:
    one = Image.new("RGB", (90, 200), "white")
    other = one.copy()
    ImageDraw.Draw(other).rectangle((10, 10, 30, 20), fill="black")

    assert difference(one, one) == 0
    assert difference(one, other) > MOST
    assert difference(one, one.crop((0, 0, 90, 150))) > MOST
