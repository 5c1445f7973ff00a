"""The publisher's logo at the foot of every page."""

import re
from pathlib import Path

import pytest

from support.project import CONFIG, SMALL, build, faults, lines, project

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def with_logo(name: str) -> dict[str, str | bytes]:
    """A project whose settings name a logo."""
    return {**SMALL, "config.yaml": f"{CONFIG}publisher: {{name: Sở, logo: {name}}}\n"}


@pytest.mark.parametrize("name", ["logo.svg", "templates/logo.svg"])
def test_the_logo_is_published_byte_for_byte_and_shown_on_every_page(
    tmp_path: Path, name: str
) -> None:
    found = build(project(tmp_path, {**with_logo(name), name: SVG}))
    page = (tmp_path / "site/products/che.html").read_text("utf-8")
    shown = re.search(r'<img class="foot-logo" src="\.\./(static/images/logo\.\w{8}\.svg)"', page)

    assert lines(found) == []
    assert shown is not None
    assert (tmp_path / "site" / shown[1]).read_bytes() == SVG


def test_a_logo_elsewhere_is_refused_because_its_changes_would_not_be_seen(tmp_path: Path) -> None:
    files = {**with_logo("art/logo.svg"), "art/logo.svg": SVG}

    assert faults(tmp_path, files) == ["config.yaml:4:29 OCOP508"]


def test_a_link_to_a_picture_outside_is_no_logo(tmp_path: Path) -> None:
    outside = tmp_path / "outside.svg"
    outside.write_bytes(SVG)
    inside = tmp_path / "project"
    inside.mkdir()
    (inside / "logo.svg").symlink_to(outside)

    assert faults(inside, with_logo("logo.svg")) == ["config.yaml:4:29 OCOP508"]
