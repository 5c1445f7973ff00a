"""``ocop log``: who changed which entry, and when, through every renaming."""

import json
from pathlib import Path
from typing import Any

import pytest

from support.project import PRODUCER, PRODUCT, project
from support.repository import commit, git, repository
from support.terminal import Call

CHE, MAT = "content/products/che/product.yaml", "content/products/mat/product.yaml"
FILES = {
    CHE: PRODUCT,
    MAT: "name: {vi: Mật ong, en: Honey}\nset: 4\norigin: {province: tỉnh Thanh Hóa}\n",
    "content/producers/htx/producer.yaml": PRODUCER,
}
HAI = ("Trần Hải", "2026-11-10T23:30:00+07:00")
LAN = ("Nguyễn Lan", "2026-11-15T08:00:00+07:00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A product changed twice more, once under a new id."""
    made = repository(tmp_path, FILES)
    (made / CHE).write_text(PRODUCT + "season: all\n", "utf-8")
    commit(made, "Mùa vụ", HAI)
    git(made, "mv", "content/products/che", "content/products/che-xanh")
    renamed = made / "content/products/che-xanh/product.yaml"
    renamed.write_text(PRODUCT + "season: all\naliases: [che]\n", "utf-8")
    commit(made, "Đổi mã | hẳn hoi", LAN)
    return made


def told(ocop: Call, folder: Path, *arguments: str) -> list[dict[str, Any]]:
    """The history as programs see it."""
    shown = ocop("log", *arguments, "--format", "json", folder=folder)
    assert shown.code == 0, shown.err
    found: list[dict[str, Any]] = json.loads(shown.out)
    return found


def test_the_last_changed_come_first_with_who_wrote_along(ocop: Call, folder: Path) -> None:
    shown = ocop("log", folder=folder)

    assert shown.out.splitlines()[0] == (
        "  15/11/2026  Nguyễn Lan: Chè xanh (products/che-xanh) — cùng viết: Trần Hải"
    )
    assert "  01/11/2026  Nguyễn Lan: Mật ong (products/mat)" in shown.out.splitlines()
    assert "(products/che)" not in shown.out
    assert "  2026-11-01  Nguyễn Lan: Honey (products/mat)" in (
        ocop("log", "--lang", "en", folder=folder).out
    )


def test_an_entry_keeps_its_history_under_a_new_id(ocop: Call, folder: Path) -> None:
    [found] = told(ocop, folder, "che-xanh")

    assert found["name"] == "Chè xanh"
    assert [(one["date"], one["author"], one["subject"]) for one in found["edits"]] == [
        ("2026-11-15", "Nguyễn Lan", "Đổi mã | hẳn hoi"),
        ("2026-11-10", "Trần Hải", "Mùa vụ"),
        ("2026-11-01", "Nguyễn Lan", "Bắt đầu"),
    ]
    assert found["contributors"] == [
        {"name": "Nguyễn Lan", "edits": 2},
        {"name": "Trần Hải", "edits": 1},
    ]
    assert told(ocop, folder, "che") == [found]  # asked for by its former id
    shown = ocop("log", "che-xanh", "--limit", "1", folder=folder).out
    assert "3 lần sửa, người viết: Nguyễn Lan (2), Trần Hải (1)" in shown
    assert "… và 2 mục nữa" in shown


def test_the_longest_left_alone_can_be_asked_for(ocop: Call, folder: Path) -> None:
    found = told(ocop, folder, "--oldest", "--limit", "2")

    assert {one["id"] for one in found} == {"mat", "htx"}


def test_what_was_never_committed_says_so(ocop: Call, folder: Path) -> None:
    new = folder / "content/news/tin/news.yaml"
    new.parent.mkdir(parents=True)
    new.write_text("title: Tin\ndate: 2026-11-20\n", "utf-8")

    assert "chưa được ghi vào git" in ocop("log", "tin", folder=folder).out
    assert told(ocop, folder, "tin")[0]["last"] is None


def test_wrong_use_is_said_in_words(ocop: Call, folder: Path, tmp_path: Path) -> None:
    bare = tmp_path / "trần"
    bare.mkdir()

    assert ocop("log", "khong-co", folder=folder).code == 2
    assert ocop("log", "../products/mat", folder=folder).code == 2
    assert ocop("log", folder=folder, environment={"PATH": str(project(bare, FILES))}).code == 2


def test_a_repository_without_a_commit_has_no_history(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)
    git(folder, "init", "-q")

    assert ocop("log", folder=folder).out == "Kho git này chưa ghi mục nào.\n"
