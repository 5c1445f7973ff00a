"""An editor at work, with the preview in a real Chromium beside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from support.axe import faults as axe_faults
from support.program import Program
from support.project import CONFIG, PRODUCT, SMALL, project

STORY, DOCUMENT = "content/products/che/story.vi.md", "content/products/che/product.yaml"
FILES = {
    **SMALL,
    "config.yaml": CONFIG.replace("[vi]", "[vi, en]"),
    STORY: "Chè của đồi.\n",
    "content/products/nhap/product.yaml": PRODUCT.replace("Chè xanh", "Mật ong") + "draft: true\n",
}
PATIENCE = 30_000.0
"""Milliseconds: how long it may take on a busy machine is not asked here."""


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """A small project, served."""
    made = Program(project(tmp_path, FILES), "--port", "0")
    yield made
    made.close()


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Page]:
    """A page whose console stays silent."""
    context = chromium.new_context(viewport={"width": 768, "height": 900})
    context.set_default_timeout(PATIENCE)
    page, heard = context.new_page(), list[ConsoleMessage]()
    page.on("console", lambda one: heard.append(one))
    yield page
    context.close()
    assert [one.text for one in heard if one.type in ("error", "warning")] == []


def test_a_page_renews_itself_shows_a_fault_and_its_mending(
    program: Program, opened: Page, tmp_path: Path
) -> None:
    expect.set_options(timeout=PATIENCE)
    opened.goto(f"http://127.0.0.1:{program.port}/products/che.html")
    expect(opened.get_by_text("Chè của đồi.")).to_be_visible()

    (tmp_path / STORY).write_text("Chè của sương sớm.\n", "utf-8")
    expect(opened.get_by_text("Chè của sương sớm.")).to_be_visible()
    program.line("Trang xem thử đã cập nhật.")

    (tmp_path / DOCUMENT).write_text(PRODUCT.replace("set:", "sett:"), "utf-8")
    faults = opened.get_by_role("region", name="Còn 1 lỗi — đang hiện bản tốt gần nhất")
    place = faults.get_by_role("link", name=f"{DOCUMENT}:2:1")
    expect(place).to_have_attribute("href", f"vscode://file{tmp_path / DOCUMENT}:2:1")
    expect(faults.get_by_text("Đổi “sett” thành “set”.")).to_be_visible()
    expect(opened.get_by_text("Chè của sương sớm.")).to_be_attached()
    assert axe_faults(opened) == []

    opened.keyboard.press("Escape")
    expect(faults).to_be_hidden()
    opened.get_by_role("button", name="Còn 1 lỗi").click()
    expect(faults).to_be_visible()

    (tmp_path / DOCUMENT).write_text(PRODUCT.replace("Chè xanh", "Chè búp"), "utf-8")
    expect(opened.get_by_role("heading", name="Chè búp")).to_be_visible()
    expect(faults).to_be_hidden()


def test_drafts_are_marked_and_a_page_leads_to_its_files(
    program: Program, opened: Page, tmp_path: Path
) -> None:
    expect.set_options(timeout=PATIENCE)
    opened.goto(f"http://127.0.0.1:{program.port}/en/products/index.html")
    expect(opened.get_by_role("link", name="Mật ong").last).to_contain_text("Draft")
    expect(opened.get_by_role("link", name="Chè xanh").last).not_to_contain_text("Draft")

    opened.goto(f"http://127.0.0.1:{program.port}/products/nhap.html")
    expect(opened.get_by_text("Bản nháp – chưa đăng")).to_be_visible()
    edit = opened.get_by_role("button", name="Sửa trang này")
    edit.focus()
    opened.keyboard.press("Enter")
    file = "content/products/nhap/product.yaml"
    link = opened.get_by_role("link", name=file)
    expect(link).to_have_attribute("href", f"vscode://file{tmp_path / file}:1:1")
    assert axe_faults(opened) == []
    opened.keyboard.press("Escape")
    expect(link).to_be_hidden()
