"""The quick list of an entry's folder against the one that looks closely: the same."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.diagnostics import Diagnostic
from ocop.source import listing
from ocop.source.listing import Found, list_entry
from ocop.source.tidy import list_tidy

NAMES = (
    *("product.yaml", "story.vi.md", "story.en.md", "a.jpg", "b-2.jpg", "gcn_1.pdf", "anh"),
    *("A.jpg", "Product.yaml", "product.yml", "product.yaml.txt", "story.vn.md", "story.md"),
    *("story-vi.txt", "Story.vi.md", "story.zh-Hans.md", ".DS_Store", "thumbs.db", "Thumbs.db"),
    *("ehthumbs.db", "desktop.ini", "a.md~", ".env", "a b.jpg", "a:b", "a.", "ảnh.jpg"),
    *("a\u0309nh.jpg", "a\u202e.jpg", "-a.jpg", "_a.jpg", "a..jpg", "a\n.jpg"),
)
PLAIN = NAMES[:7]
kinds = st.sampled_from(("file",) * 12 + ("folder", "link", "pipe"))
folders = st.dictionaries(st.sampled_from(PLAIN), kinds, max_size=7) | st.dictionaries(
    st.sampled_from(NAMES), kinds, max_size=7
)


def make(folder: Path, inside: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    for name, kind in inside.items():
        path = folder / name
        if kind == "file":
            path.touch()
        elif kind == "folder":
            path.mkdir()
            (path / "c.jpg").touch()
        elif kind == "link":
            path.symlink_to("product.yaml")
        else:
            os.mkfifo(path)


def listed(
    inside: dict[str, str], name: str, closely: bool
) -> tuple[Found, tuple[Diagnostic, ...]]:
    """What a project with one product folder is found to hold."""
    with tempfile.TemporaryDirectory() as project, pytest.MonkeyPatch.context() as patched:
        make(Path(project, "content", "products", name), inside)
        if closely:
            patched.setattr(listing, "list_tidy", lambda *_: None)
        return list_entry(Path(project), ("product", name))


@settings(max_examples=300)
@given(folders, st.sampled_from(("che", "che", "Che 1")))
def test_a_folder_is_listed_alike_with_and_without_a_closer_look(
    inside: dict[str, str], name: str
) -> None:
    assert listed(inside, name, closely=False) == listed(inside, name, closely=True)


def test_a_tidy_folder_takes_no_closer_look(tmp_path: Path) -> None:
    make(tmp_path / "a", dict.fromkeys(PLAIN, "file"))

    assert list_tidy(str(tmp_path / "a"), "product.yaml") == (
        (("en", "story.en.md"), ("vi", "story.vi.md")),
        ("a.jpg", "anh", "b-2.jpg", "gcn_1.pdf"),
    )


@pytest.mark.parametrize(
    "inside",
    [
        {"a.jpg": "file"},
        {"product.yaml": "link"},
        {"product.yaml": "file", "a.jpg": "link"},
        {"product.yaml": "file", "a": "folder"},
        {"product.yaml": "file", "A.jpg": "file"},
        {"product.yaml": "file", "story.vn.md": "file"},
        {"product.yaml": "file", "desktop.ini": "file"},
    ],
)
def test_what_is_not_tidy_is_left_to_a_closer_look(tmp_path: Path, inside: dict[str, str]) -> None:
    make(tmp_path / "a", inside)

    assert list_tidy(str(tmp_path / "a"), "product.yaml") is None
    assert list_tidy(str(tmp_path / "none"), "product.yaml") is None
