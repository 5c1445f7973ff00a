"""Every demo page in a real Chromium, over file:// and over http below a sub-path.

Pages that together hold each kind of element come over http as well, where axe looks at them, half
of them by day and half by night, and are looked at in more widths than one; with ``OCOP_SOAK=1``
these are all pages.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from support.axe import faults
from support.sites import NO_WORKER, pages

SOAK = bool(os.environ.get("OCOP_SOAK"))
SHARDS = 8
NARROW = (320, 360, 768)
"""Widths in CSS pixels at which nothing may need scrolling to the side."""

_TAG = re.compile(r"</?[a-z][^<>]*>")
_VALUE = re.compile(r""" (?!class|role|type)([\w-]+)=("[^"]+"|[^"\s>]+)""")


@contextmanager
def watched(chromium: Browser, root: str, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A browser page and the list of what it complains of or asks from elsewhere."""
    context = chromium.new_context(**options)
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
    page.on(
        "requestfailed",
        # Leaving a page ends what it was still loading, such as its icon: no fault of the page.
        lambda request: (
            None
            if request.failure == "net::ERR_ABORTED"
            else heard.append(f"{page.url}: {request.failure} {request.url}")
        ),
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((root, "data:"))
            else heard.append(f"{page.url}: outside {request.url}")
        ),
    )
    yield page, heard
    context.close()


@cache
def shown(site: Path) -> list[str]:
    """The pages to look at; redirect pages lead away and have a test of their own."""
    return [
        name
        for name in pages(site)
        if not name.startswith(("P/", "01/"))
        and not name.endswith("404.html")
        and 'http-equiv="refresh"' not in (site / name).read_text("utf-8")
    ]


def kinds(page: Path) -> set[object]:
    """The pairs of tags that follow each other, of what axe can tell apart: not the words."""
    tags = [_VALUE.sub(r" \1", tag) for tag in _TAG.findall(page.read_text("utf-8"))]
    return set(pairwise(tags))


@cache
def asked(site: Path) -> list[str]:
    """The pages that hold a kind of element which no page before them holds."""
    known: set[object] = set()
    found = []
    for name in shown(site):
        here = kinds(site / name)
        if SOAK or not here <= known:
            found.append(name)
            known |= here
    return found


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_page_over_http_keeps_the_console_empty_and_axe_content(
    chromium: Browser, demo_site: Path, demo_address: str, shard: int
) -> None:
    scheme = "dark" if shard % 2 else "light"
    with watched(chromium, demo_address, color_scheme=scheme, bypass_csp=False) as (page, heard):
        for name in asked(demo_site)[shard::SHARDS]:
            page.goto(demo_address + name)
            heard += [f"{name} ({scheme}): {fault}" for fault in faults(page)]

    assert heard == []


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_page_over_file_keeps_the_console_empty_and_scrolls_one_way(
    chromium: Browser, demo_site: Path, shard: int
) -> None:
    root = demo_site.as_uri()
    with watched(chromium, root, viewport={"width": NARROW[0], "height": 800}) as (page, heard):
        for name in shown(demo_site)[shard::SHARDS]:
            page.goto(f"{root}/{name}")
            for width in NARROW if name in asked(demo_site) else NARROW[:1]:
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    heard.append(f"{name}: wider than {width} px")

    assert heard == []
