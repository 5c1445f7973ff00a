"""``ocop build --explain PAGE``: why a page was made again, or was not."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from ocop.messages import say
from ocop.pages.keys.all import KINDS
from ocop.pages.keys.frames import Frame
from ocop.text import Language
from support.project import PRODUCER, PRODUCT, project
from support.terminal import Call

BUILD = ("build", "--today", "2026-11-21", "--jobs", "1")
PAGE = "products/che.html"


@pytest.fixture
def built(ocop: Call, tmp_path: Path) -> Path:
    """A project that has been built."""
    files = {
        "content/products/che/product.yaml": PRODUCT,
        "content/products/mat/product.yaml": PRODUCT.replace("Chè xanh", "Mật ong"),
        "content/producers/htx/producer.yaml": PRODUCER,
    }
    folder = project(tmp_path, files)
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (1, 1))  # what is as young as the build is looked at once more by the next
    assert ocop(*BUILD, folder=folder).code == 0
    return folder


def asked(ocop: Call, folder: Path, page: str = PAGE, *more: str) -> dict[str, Any]:
    """What a build says of a page."""
    shown = ocop(*BUILD, "--explain", page, "--format", "json", *more, folder=folder)
    told: dict[str, Any] = json.loads(shown.out)["explain"]
    return told


def change(file: Path, text: str, other: str) -> None:
    """Put another text into a file."""
    file.write_text(file.read_text("utf-8").replace(text, other), "utf-8")


def test_a_page_is_kept_when_nothing_at_all_has_changed(ocop: Call, built: Path) -> None:
    assert asked(ocop, built) == {"page": PAGE, "made": False, "cause": "nothing", "parts": []}


def test_a_page_is_kept_when_only_others_show_what_has_changed(ocop: Call, built: Path) -> None:
    (built / "content/products/mat/story.vi.md").write_text("Chuyện.\n", "utf-8")

    assert asked(ocop, built) == {"page": PAGE, "made": False, "cause": "same", "parts": []}


def test_a_page_is_made_again_for_the_parts_that_have_changed(ocop: Call, built: Path) -> None:
    (built / "content/products/che/story.vi.md").write_text("Chuyện.\n", "utf-8")
    assert asked(ocop, built)["parts"] == ["story"]

    change(built / "content/products/mat/product.yaml", "Mật ong", "Mật ong rừng")
    assert asked(ocop, built)["parts"] == ["kin"]

    change(built / "content/producers/htx/producer.yaml", "HTX", "Hợp tác xã")
    assert asked(ocop, built)["parts"] == ["makers"]

    change(built / "config.yaml", "title: OCOP", "title: Đặc sản")
    assert asked(ocop, built)["parts"] == ["settings", "assets"], "share pictures show the title"

    change(built / "config.yaml", "title: Đặc sản", "title: Đặc sản\ntagline: Ngon")
    assert asked(ocop, built)["parts"] == ["settings"]


def test_a_page_is_made_again_when_its_file_was_lost_or_changed(ocop: Call, built: Path) -> None:
    (built / "site" / PAGE).unlink()
    assert asked(ocop, built)["cause"] == "file"

    (built / "site" / PAGE).write_text("khác", "utf-8")
    (built / "content/products/mat/story.vi.md").write_text("Chuyện.\n", "utf-8")
    assert asked(ocop, built)["cause"] == "file"


def test_a_page_is_made_without_memory_of_a_last_build(ocop: Call, built: Path) -> None:
    assert asked(ocop, built, PAGE, "--clean")["cause"] == "unknown"

    for memory in (built / ".ocop/state").iterdir():
        memory.write_bytes(b"garbage")
    assert asked(ocop, built)["cause"] == "unknown"


def test_a_new_page_is_said_to_be_new(ocop: Call, built: Path) -> None:
    new = built / "content/products/moi/product.yaml"
    new.parent.mkdir()
    new.write_text(PRODUCT.replace("Chè xanh", "Gạo"), "utf-8")

    assert asked(ocop, built, "products/moi.html")["cause"] == "new"


def test_a_page_may_be_named_by_its_file_or_by_a_folder(ocop: Call, built: Path) -> None:
    assert asked(ocop, built, str(built / "site" / PAGE))["page"] == PAGE
    assert asked(ocop, built / "content", "../site/products/")["page"] == "products"
    assert asked(ocop, built, "/products/")["page"] == "products/index.html"
    assert asked(ocop, built, "products/no.html")["cause"] == "none"


def test_the_search_and_the_files_that_it_leads_to_have_one_reason(
    ocop: Call, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ocop.search.index.BUNDLE", 0)
    assert asked(ocop, built, "search/vi.js", "--clean")["made"]
    (part,) = (built / "site/search").glob("textEntry-*")
    (built / "content/products/che/story.vi.md").write_text("Chuyện.\n", "utf-8")

    for page in ("search/vi.js", f"search/{part.name}"):
        told = asked(ocop, built, page)
        assert (told["cause"], told["parts"]) == ("parts", ["stories"])
        (built / "content/products/che/story.vi.md").write_text("Chuyện khác.\n", "utf-8")
    assert asked(ocop, built, "search/text-9.01234567.js")["cause"] == "same"


def test_the_answer_is_a_sentence_in_the_user_s_language(ocop: Call, built: Path) -> None:
    story = built / "content/products/che/story.vi.md"
    story.write_text("Chuyện.\n", "utf-8")
    shown = ocop(*BUILD, "--explain", PAGE, "--lang", "vi", folder=built)
    assert shown.out.startswith(f"{PAGE}: được làm lại, vì từ lần dựng trước đã đổi: câu chuyện.\n")

    story.write_text("Chuyện khác.\n", "utf-8")
    shown = ocop(*BUILD, "--explain", PAGE, "--lang", "en", folder=built)
    assert shown.out.startswith(
        f"{PAGE}: made again, because since the last build these have changed: its story.\n"
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_part_of_a_key_has_a_name(language: str) -> None:
    parts = {part for kind in KINDS for part in kind.parts} | {*Frame._fields, "kind"}

    assert all(say(f"explained.part.{one}", Language(language)) for one in parts)
