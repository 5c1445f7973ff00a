"""The memory of the last build: quick to say "nothing to do", and never wrong about it."""

import datetime as dt
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from ocop.build import build_project
from ocop.remembered import memory_of, remembered
from ocop.request import BuildResult, Request
from ocop.state.survey import survey
from support.project import CONFIG, SMALL, project

TODAY = dt.date(2026, 11, 21)


@pytest.fixture
def built(tmp_path: Path) -> Request:
    """A project written long ago and built once, into a folder under version control."""
    request = Request(project(tmp_path, SMALL), TODAY)
    (tmp_path / "site/.git/objects").mkdir(parents=True)
    for path in [tmp_path, *tmp_path.rglob("*")]:
        os.utime(path, (1_700_000_000, 1_700_000_000))
    build_project(request)
    return request


def test_a_build_with_nothing_to_do_repeats_what_the_last_one_said(built: Request) -> None:
    again = remembered(built)

    assert isinstance(again, BuildResult)
    assert (again.products, again.written, again.removed) == (1, 0, 0)
    assert again.unchanged > 50
    assert again.diagnostics == build_project(built).diagnostics


@pytest.mark.parametrize(
    "change",
    [
        {"today": dt.date(2026, 11, 22)},
        {"base_url": "https://other.example/"},
        {"drafts": True},
        {"strict": True},
        {"clean": True},
    ],
)
def test_another_day_or_option_is_another_build(built: Request, change: dict[str, object]) -> None:
    assert remembered(replace(built, **change)) is None


def test_a_changed_text_of_the_same_length_is_seen(built: Request) -> None:
    path = built.project / "content/products/che/product.yaml"
    path.write_text(path.read_text("utf-8").replace("Chè xanh", "Chè vàng"), "utf-8")

    assert remembered(built) is None


def test_a_new_file_in_an_entry_is_seen(built: Request) -> None:
    (built.project / "content/products/che/la.txt").write_text("?", "utf-8")

    assert remembered(built) is None


def test_every_folder_of_a_new_site_is_remembered(built: Request) -> None:
    last, site = memory_of(built).last, built.project / "site"

    assert last
    assert last.surveys[-1] == survey(site, [".", ".ocop-manifest.json"], "folders")
    assert ".git/objects" in last.surveys[-1].paths


def test_a_page_that_somebody_removed_from_the_site_is_seen(built: Request) -> None:
    (built.project / "site/products/che.html").unlink()

    assert remembered(built) is None


def test_a_project_that_gets_templates_of_its_own_is_seen(built: Request) -> None:
    (built.project / "templates").mkdir()

    assert remembered(built) is None


def test_a_linked_template_is_looked_at_every_time(tmp_path: Path) -> None:
    """What the link leads to changes without a trace inside the project."""
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text("menu: {products: Đặc sản}\n", "utf-8")
    root = tmp_path / "project"
    root.mkdir()
    request = Request(project(root, SMALL), TODAY)
    (root / "templates/i18n").mkdir(parents=True)
    (root / "templates/i18n/vi.yaml").symlink_to(elsewhere)
    for path in [root, *root.rglob("*")]:
        os.utime(path, (1_700_000_000, 1_700_000_000), follow_symlinks=False)
    build_project(request)
    elsewhere.write_text("menu: {products: Của ngon}\n", "utf-8")

    assert remembered(request) is None


def test_a_logo_replaced_in_its_place_is_seen(tmp_path: Path) -> None:
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    config = f"{CONFIG}publisher: {{name: Sở, logo: logo.svg}}\n"
    project(tmp_path, {**SMALL, "config.yaml": config, "logo.svg": logo})
    request = Request(tmp_path, TODAY)
    for path in [tmp_path, *tmp_path.rglob("*")]:
        os.utime(path, (1_700_000_000, 1_700_000_000))
    build_project(request)

    assert remembered(request) is not None

    (tmp_path / "logo.svg").write_text(logo.replace("9 9", "8 8"), "utf-8")

    assert remembered(request) is None


def test_what_changes_while_a_build_reads_is_seen_by_the_next(built: Request) -> None:
    path = built.project / "content/products/che/product.yaml"
    told: list[str] = []

    def meddle(stage: str, done: int, total: int) -> None:
        if stage == "pages" and not told:
            told.append(stage)
            path.write_text(path.read_text("utf-8").replace("Chè xanh", "Chè vàng"), "utf-8")

    build_project(built, meddle)

    assert told == ["pages"]
    assert remembered(built) is None


def test_a_damaged_memory_is_as_good_as_none(built: Request) -> None:
    state = built.project / ".ocop/state"
    others = {"leaves.bin", "search.bin"}  # these are read only where there is something to do
    for memory in (one for one in state.glob("*.bin") if one.name not in others):
        whole = memory.read_bytes()
        for at in range(0, len(whole), max(1, len(whole) // 50)):
            memory.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])

            assert remembered(built) is None
        memory.write_bytes(whole)
    assert remembered(built) is not None


def test_a_build_with_a_fault_is_not_remembered(built: Request) -> None:
    path = built.project / "content/products/che/product.yaml"
    path.write_text("name: [", "utf-8")
    build_project(built)

    assert remembered(built) is None
