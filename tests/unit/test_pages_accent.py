"""A publisher's accent colour is kept where it can be read, and adjusted where it cannot."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.pages.accent import accent_css, contrast
from support.project import CONFIG, SMALL, build, project


def colours(css: bytes) -> list[tuple[float, float, float]]:
    """The colours of a style sheet, in order."""
    found = re.findall(r"#([0-9a-f]{6})", css.decode())
    return [
        (int(one[:2], 16) / 255, int(one[2:4], 16) / 255, int(one[4:], 16) / 255) for one in found
    ]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (1, 1, 1), 21.0),
        ((1, 1, 1), (1, 1, 1), 1.0),
        # #767676 on white: the known limit of 4.54.
        ((0x76 / 255,) * 3, (1, 1, 1), 4.54),
    ],
)
def test_contrast_is_the_standards(
    one: tuple[float, float, float], other: tuple[float, float, float], ratio: float
) -> None:
    assert round(contrast(one, other), 2) == ratio


def test_a_readable_accent_stays_as_it_is() -> None:
    assert accent_css("#8b1a1a").startswith(
        b"@layer tokens{:root{--accent:#8b1a1a;--brand:#8b1a1a}"
    )


@given(accent=st.integers(0, 0xFFFFFF))
def test_every_accent_can_be_read_on_paper_and_on_lacquer(accent: int) -> None:
    light, brand, dark = colours(accent_css(f"#{accent:06x}"))

    assert contrast(light, (0xFB / 255, 0xF7 / 255, 0xEF / 255)) >= 4.49
    assert contrast(brand, (0xFF / 255, 0xFA / 255, 0xF0 / 255)) >= 4.5
    assert contrast(dark, (0x17 / 255, 0x13 / 255, 0x0F / 255)) >= 4.49


def test_pages_link_the_accent_of_the_settings_after_the_built_in_style(tmp_path: Path) -> None:
    project(tmp_path, {**SMALL, "config.yaml": f'{CONFIG}accent: "#8b1a1a"\n'})
    build(tmp_path)
    page = (tmp_path / "site/products/che.html").read_text("utf-8")
    links = re.findall(r'<link rel="stylesheet" href="\.\./(static/css/[^"]+)"', page)

    assert [re.sub(r"\.[0-9a-f]{8}", "", link) for link in links[:2]] == [
        "static/css/site.css",
        "static/css/accent.css",
    ]
    assert b"--accent:#8b1a1a" in (tmp_path / "site" / links[1]).read_bytes()


def test_without_an_accent_no_page_links_one(tmp_path: Path) -> None:
    build(project(tmp_path, SMALL))

    assert "accent" not in (tmp_path / "site/index.html").read_text("utf-8")
