"""Entries are read again only when something that they depend on has changed."""

import datetime as dt
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop import growing
from ocop.content.kept import unpacked
from ocop.content.reader import Reader
from ocop.diagnostics import Diagnostic
from ocop.pages.keys.records import product_marks
from ocop.paths import EntryId
from ocop.retold import retold
from ocop.schema.config import read_config
from ocop.source.entry import Entry
from ocop.source.listing import Found, Place
from ocop.source.project import read_config_document
from ocop.source.walk import read_entry
from support.project import PRODUCER, PRODUCT, SMALL, TODAY, build, check, lines, load, project

TEA = "content/products/che"
EXPIRING = PRODUCT + (
    "recognitions:\n  - {stars: 3, date: 2024-01-10, decision: 1/QĐ-UBND, "
    "authority: UBND huyện Triệu Sơn}\n"
)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders of the entries that are read, as they are."""
    folders: list[str] = []

    def noting(project: Path, found: Found) -> tuple[Entry, tuple[Diagnostic, ...]]:
        folders.append(found.folder)
        return read_entry(project, found)

    monkeypatch.setattr(growing, "read_entry", noting)
    return folders


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project without faults that has been checked."""
    folder = project(tmp_path, {**SMALL, f"{TEA}/story.vi.md": "Chè.\n"})
    settle(folder)
    assert check(folder) == ()
    assert check(folder) == ()  # what was written a moment ago counts as unknown once
    return folder


def settle(folder: Path) -> None:
    """Make all files old enough to be known as unchanged."""
    old = dt.datetime(2026, 11, 1, tzinfo=dt.UTC).timestamp()
    for path in sorted((folder / "content").rglob("*"), reverse=True):
        os.utime(path, (old, old))
    os.utime(folder / "content", (old, old))


def test_entries_without_a_change_are_not_read(small: Path, read: list[str]) -> None:
    assert check(small) == ()
    assert read == []


@pytest.mark.parametrize(
    "change",
    [
        lambda tea: (tea / "product.yaml").write_text(PRODUCT + "gift: true\n", "utf-8"),
        lambda tea: (tea / "story.vi.md").write_text("\n", "utf-8"),
        lambda tea: (tea / "story.vi.md").write_text("<b>Chè</b>\n", "utf-8"),
        lambda tea: (tea / "story.vi.md").write_bytes(b"\xff\n"),
        lambda tea: (tea / "story.vi.md").unlink(),
        lambda tea: (tea / "story.en.md").write_text("Tea.\n", "utf-8"),
    ],
)
def test_an_entry_with_a_changed_file_is_read_and_no_other(
    small: Path, read: list[str], change: Callable[[Path], object]
) -> None:
    change(small / TEA)

    check(small)

    assert set(read) == {TEA}


def test_an_entry_of_which_files_were_only_touched_is_not_read(
    small: Path, read: list[str]
) -> None:
    for name in ("product.yaml", "story.vi.md"):
        (small / TEA / name).touch()

    assert check(small) == check(small) == ()
    assert read == []


def test_other_words_of_a_story_are_known_without_reading_the_entry(
    small: Path, read: list[str]
) -> None:
    (small / TEA / "story.vi.md").write_text("Chè **ngon**.\r\n", "utf-8")

    assert load(small).products[EntryId("che")].stories == {"vi": "Chè **ngon**.\n"}
    assert load(small).products[EntryId("che")].stories == {"vi": "Chè **ngon**.\n"}
    assert read == []


def test_links_of_new_words_are_still_looked_at(small: Path, read: list[str]) -> None:
    story = small / TEA / "story.vi.md"
    story.write_text("Chè.\n\n[HTX](producer:htx) [?](producer:khac)\n", "utf-8")
    said = [lines(check(small)) for _ in range(2)]
    story.write_text("[HTX](producer:htx)\n", "utf-8")

    assert said == [[f"{TEA}/story.vi.md:3:25 OCOP553"]] * 2
    assert check(small) == ()
    assert read == []


def test_a_story_told_in_both_places_is_found_when_the_file_gets_its_words(tmp_path: Path) -> None:
    files = {**SMALL, f"{TEA}/product.yaml": PRODUCT + "story: Chè\n", f"{TEA}/story.vi.md": "\n"}
    folder = project(tmp_path, files)
    settle(folder)
    assert check(folder) == check(folder) == ()
    (folder / TEA / "story.vi.md").write_text("Chè.\n", "utf-8")

    assert [one.code for one in check(folder)] == ["OCOP218"]


def test_a_new_entry_is_read_and_a_removed_one_is_gone(small: Path, read: list[str]) -> None:
    new = small / "content/producers/hop-tac-xa-moi"
    new.mkdir()
    (new / "producer.yaml").write_text(PRODUCER.replace("Bình Sơn", "Mới"), "utf-8")
    assert check(small) == ()
    assert read == ["content/producers/hop-tac-xa-moi"]
    (small / "content/producers/htx/producer.yaml").unlink()
    (small / "content/producers/htx").rmdir()

    assert lines(check(small)) == [f"{TEA}/product.yaml:3:11 OCOP201"]


def test_faults_of_unchanged_files_are_told_again(tmp_path: Path, read: list[str]) -> None:
    folder = project(
        tmp_path, {**SMALL, f"{TEA}/product.yaml": PRODUCT + "price: {from: x}\n", "content/a": ""}
    )
    settle(folder)
    first = check(folder)
    check(folder)
    read.clear()

    assert check(folder) == first
    assert [one.code for one in first] == ["OCOP040", "OCOP117"]
    assert read == []


def test_another_day_asks_again_what_depends_on_the_day(tmp_path: Path) -> None:
    folder = project(tmp_path, {**SMALL, f"{TEA}/product.yaml": EXPIRING})
    settle(folder)
    days = [TODAY, dt.date(2026, 6, 1), dt.date(2026, 12, 31), dt.date(2027, 1, 11), TODAY]

    said = [[one.code for one in check(folder, day)] for day in days]

    assert said == [["OCOP312"], [], ["OCOP312"], [], ["OCOP312"]]


@pytest.mark.parametrize("cut", [0, 40, 70, 400])
def test_damaged_leaves_are_read_anew(small: Path, read: list[str], cut: int) -> None:
    leaves = small / ".ocop/state/leaves.bin"
    leaves.write_bytes(leaves.read_bytes()[:cut])

    assert check(small) == ()
    assert set(read) == {TEA, "content/producers/htx"}


def test_a_damaged_record_is_seen_when_it_is_opened(small: Path, read: list[str]) -> None:
    leaves = small / ".ocop/state/leaves.bin"
    whole = leaves.read_bytes()
    leaves.write_bytes(whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:])

    assert check(small) == ()
    assert set(read) == {TEA, "content/producers/htx"}


def test_a_check_with_errors_is_remembered_for_the_build_after_it(
    small: Path, read: list[str]
) -> None:
    (small / TEA / "product.yaml").write_text("name: [\n", "utf-8")
    assert check(small) != ()
    (small / TEA / "product.yaml").write_text(PRODUCT, "utf-8")
    read.clear()

    assert build(small) == ()
    assert set(read) == {TEA}


def test_other_languages_are_another_reading(small: Path, read: list[str]) -> None:
    config = small / "config.yaml"
    config.write_text(config.read_text("utf-8").replace("[vi]", "[vi, en]"), "utf-8")

    assert [one.code for one in check(small)] == ["OCOP212", "OCOP212"]
    assert set(read) >= {TEA, "content/producers/htx"}


def test_an_entry_is_kept_with_the_marks_of_its_record_also_with_new_words(small: Path) -> None:
    settings, _ = read_config_document(small)
    assert settings is not None
    config, _ = read_config(settings, None)
    assert config is not None
    (packed,) = growing.grow_all(Reader(small, config, TODAY), [("product", EntryId("che"))])
    story = f"{TEA}/story.vi.md"
    (small / story).write_text("Other words.\n", "utf-8")

    anew = retold(small, packed, "product", [story])

    assert anew is not None
    for leaf, record in (unpacked(packed, "product"), unpacked(anew, "product")):
        assert leaf.marks == b"".join(product_marks(record))
    assert unpacked(anew, "product")[0].marks != unpacked(packed, "product")[0].marks


def test_what_is_sent_from_process_to_process_is_the_same_when_it_arrives(small: Path) -> None:
    """Also the story, which is packed by itself."""
    (small / TEA / "story.vi.md").write_text("Chè ngon, *hái tay*.\n" * 9, "utf-8")
    settings, _ = read_config_document(small)
    assert settings is not None
    config, _ = read_config(settings, None)
    assert config is not None
    places: list[Place] = [("product", "che"), ("producer", "htx")]

    here = growing.grow_all(Reader(small, config, TODAY), places)
    there = pickle.loads(pickle.dumps(here))

    assert there == here
    assert unpacked(there[0], "product")[1].stories == {"vi": "Chè ngon, *hái tay*.\n" * 9}
