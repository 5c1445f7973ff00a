"""The content folder as entries: what is found, what is reported, what is never followed."""

import os
import unicodedata
from pathlib import Path

import pytest

from ocop.source.listing import list_content
from ocop.source.names import IGNORED, is_ignored, proposed_id, proposed_story, story_language
from ocop.source.project import find_project, read_config_document
from ocop.source.walk import read_content, read_entry
from support.project import project


def walk(folder: Path) -> list[tuple[str, str]]:
    """The faults of reading a project, as path and code."""
    return [(one.path, one.code) for one in read_content(folder)[1]]


def test_an_entry_has_its_document_stories_and_other_files(tmp_path: Path) -> None:
    project(
        tmp_path,
        {
            "content/products/che/product.yaml": "name: Chè\n",
            "content/products/che/story.vi.md": "\ufeffChè\r\nngon\r\n",
            "content/products/che/story.en.md": "Tea\n",
            "content/products/che/anh/b.jpg": b"",
            "content/products/che/a.jpg": b"",
            "content/producers/htx/producer.yaml": "name: HTX\n",
        },
    )

    entries, faults = read_content(tmp_path)

    assert faults == ()
    assert [(entry.kind, entry.id) for entry in entries] == [
        ("producer", "htx"),
        ("product", "che"),
    ]
    che = entries[1]
    assert che.folder == "content/products/che"
    assert che.document.path == "content/products/che/product.yaml"
    assert che.document.data == {"name": "Chè"}
    assert {language: story.text for language, story in che.stories.items()} == {
        "vi": "Chè\nngon\n",
        "en": "Tea\n",
    }
    assert che.files == ("a.jpg", "anh/b.jpg")
    assert not che.broken


def test_an_entry_that_cannot_be_read_is_still_known(tmp_path: Path) -> None:
    project(tmp_path, {"content/producers/htx/producer.yaml": "name: 'HTX\n"})

    (entry,), faults = read_content(tmp_path)

    assert entry.broken
    assert entry.id == "htx"
    assert [fault.code for fault in faults] == ["OCOP011"]


def test_a_faulty_story_is_reported_at_its_line(tmp_path: Path) -> None:
    project(
        tmp_path,
        {
            "content/pages/a/page.yaml": "title: A\n",
            "content/pages/a/story.vi.md": "một\nhai\n<<<<<<< HEAD\n",
        },
    )

    (fault,) = read_content(tmp_path)[1]

    assert (fault.code, fault.path, fault.line) == ("OCOP005", "content/pages/a/story.vi.md", 3)


def test_a_heading_underlined_with_seven_signs_is_no_conflict(tmp_path: Path) -> None:
    story = "Chè ngon\n=======\n"
    project(
        tmp_path,
        {"content/pages/a/page.yaml": "title: A\n", "content/pages/a/story.vi.md": story},
    )

    (entry,), faults = read_content(tmp_path)

    assert faults == ()
    assert [one.text for one in entry.stories.values()] == [story]


@pytest.mark.parametrize("place", ["content", "content/products", "content/products/che"])
def test_a_linked_folder_is_reported_and_not_followed(tmp_path: Path, place: str) -> None:
    outside = tmp_path / "outside"
    (outside / "products" / "che").mkdir(parents=True)
    (outside / "product.yaml").write_text("name: a\n", "utf-8")
    folder = tmp_path / "project"
    link = folder / place
    link.parent.mkdir(parents=True)
    link.symlink_to(outside)

    entries, faults = read_content(folder)

    assert entries == ()
    assert [(fault.path, fault.code) for fault in faults] == [(place, "OCOP007")]


def test_a_linked_photo_is_no_file_of_the_entry(tmp_path: Path) -> None:
    project(tmp_path, {"content/pages/a/page.yaml": "title: A\n"})
    (tmp_path / "content/pages/a/a.jpg").symlink_to("/etc/hostname")

    (entry,), faults = read_content(tmp_path)

    assert entry.files == ()
    assert [(fault.path, fault.code) for fault in faults] == [("content/pages/a/a.jpg", "OCOP007")]


def test_linked_settings_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("title: A\n", "utf-8")
    (tmp_path / "config.yaml").symlink_to("real.yaml")

    document, faults = read_config_document(tmp_path)

    assert document is None
    assert [fault.code for fault in faults] == ["OCOP007"]


def test_leftovers_of_systems_and_programs_are_passed_over(tmp_path: Path) -> None:
    left = (".DS_Store", "._a.jpg", "Thumbs.db", ".gitkeep", ".a.yaml.swp", "a.md~", "~$a.docx")
    project(
        tmp_path,
        {
            "content/pages/a/page.yaml": "title: A\n",
            **{f"content/pages/a/{name}": b"" for name in left},
            **{f"content/{name}": b"" for name in left},
        },
    )

    (entry,), faults = read_content(tmp_path)

    assert faults == ()
    assert entry.files == ()


@pytest.mark.parametrize("name", [".env", ".hidden", "Thumbs", "desktop.txt"])
def test_other_hidden_files_are_not_passed_over(tmp_path: Path, name: str) -> None:
    project(tmp_path, {f"content/{name}": b""})

    assert walk(tmp_path) == [(f"content/{name}", "OCOP040")]


def test_the_quick_look_at_a_name_misses_no_leftover() -> None:
    names = [pattern.replace("*", "a").replace("?", "p") for pattern in IGNORED]

    assert [name for name in names if not is_ignored(name)] == []


def test_twins_are_found_among_photos_too(tmp_path: Path) -> None:
    project(
        tmp_path,
        {
            "content/pages/a/page.yaml": "title: A\n",
            "content/pages/a/x/Anh.jpg": b"",
            "content/pages/a/x/anh.jpg": b"",
        },
    )

    assert walk(tmp_path) == [("content/pages/a/x/anh.jpg", "OCOP044")]


def test_one_name_in_both_unicode_forms_is_found(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "chè.jpg")
    project(
        tmp_path,
        {
            "content/pages/a/page.yaml": "title: A\n",
            "content/pages/a/chè.jpg": b"",
            f"content/pages/a/{apart}": b"",
        },
    )

    assert sorted(code for _, code in walk(tmp_path)) == ["OCOP044", "OCOP045"]


def test_the_command_for_a_name_in_nfd_works_as_it_stands(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "chè xanh.jpg")
    project(
        tmp_path,
        {"content/pages/a/page.yaml": "title: A\n", f"content/pages/a/{apart}": b""},
    )

    (fault,) = read_content(tmp_path)[1]

    assert fault.args["command"] == (
        f"git mv 'content/pages/a/{apart}' 'content/pages/a/chè xanh.jpg'"
    )


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_a_name_that_is_no_text_is_reported_and_can_be_printed(tmp_path: Path) -> None:
    project(tmp_path, {"content/pages/a/page.yaml": "title: A\n"})
    (tmp_path / "content/pages/a" / os.fsdecode(b"a\xff\n.jpg")).write_bytes(b"")

    (fault,) = read_content(tmp_path)[1]

    assert (fault.path, fault.code) == ("content/pages/a/a??.jpg", "OCOP049")
    assert fault.path.encode()


def test_a_deep_heap_of_folders_is_read(tmp_path: Path) -> None:
    project(tmp_path, {"content/pages/a/page.yaml": "title: A\n"})
    deepest = tmp_path / "content/pages/a" / Path(*["x"] * 400)
    deepest.mkdir(parents=True)
    (deepest / "b.txt").write_bytes(b"")

    (entry,), faults = read_content(tmp_path)

    assert faults == ()
    assert entry.files == ("x/" * 400 + "b.txt",)


def test_a_file_that_vanishes_while_reading_is_a_fault(tmp_path: Path) -> None:
    """As when an editor replaces the file that it saves."""
    project(tmp_path, {"content/pages/a/page.yaml": "title: A\n"})
    (found,), _ = list_content(tmp_path)
    (tmp_path / "content/pages/a/page.yaml").unlink()

    entry, faults = read_entry(tmp_path, found)

    assert entry.broken
    assert [(fault.path, fault.code) for fault in faults] == [
        ("content/pages/a/page.yaml", "OCOP008")
    ]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    names = ("b", "a", "c-1", "c")
    project(tmp_path, {f"content/pages/{name}/page.yaml": "title: A\n" for name in names})

    first, second = read_content(tmp_path), read_content(tmp_path)

    assert first == second
    assert [entry.id for entry in first[0]] == ["a", "b", "c", "c-1"]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("story.vi.md", "vi"),
        ("story.zh-Hant.md", "zh-Hant"),
        ("story.vn.md", None),
        ("story.VI.md", None),
        ("story.md", None),
        ("stories.vi.md", None),
        ("x/story.vi.md", None),
    ],
)
def test_the_language_of_a_story_is_in_its_name(name: str, language: str | None) -> None:
    assert story_language(name) == language


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("story.vn.md", "story.vi.md"),
        ("story.EN.md", "story.en.md"),
        ("Story-en.txt", "story.en.md"),
        ("story.md", "story.vi.md"),
    ],
)
def test_a_wrong_name_of_a_story_comes_with_a_right_one(name: str, better: str) -> None:
    assert proposed_story(name) == better


@pytest.mark.parametrize(
    ("name", "taken", "found"),
    [
        ("Trà Tân Cương", (), "tra-tan-cuong"),
        ("Đặc sản", ("dac-san",), "dac-san-2"),
        ("Đặc sản", ("dac-san", "dac-san-2"), "dac-san-3"),
        ("con", (), "con-1"),
        ("Index", (), "index-1"),
        ("index 12", (), "index-12-1"),
        ("…", (), "product"),
        ("mật ong " * 20, (), "-".join(["mat-ong"] * 10)),
        ("a" * 100, ("a" * 80,), "a" * 78 + "-2"),
    ],
)
def test_an_id_is_made_from_a_name(name: str, taken: tuple[str, ...], found: str) -> None:
    assert proposed_id(name, taken, "product") == found


def test_the_nearest_project_above_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "examples" / "small"
    (inner / "content" / "products").mkdir(parents=True)
    for folder in (tmp_path, inner):
        (folder / "config.yaml").write_text("title: A\n", "utf-8")

    assert find_project(inner / "content" / "products") == inner
    assert find_project(tmp_path / "examples") == tmp_path
    assert find_project(Path(tmp_path.anchor)) is None
