"""The invented catalogue of the benchmarks: lawful, steady, and changed as its edits say."""

from pathlib import Path

import pytest

from benchmarks import corpus
from benchmarks.edits import EDITS, addition, producer, removal, story
from benchmarks.project import NotShown, Project, census
from benchmarks.tools.hugo import HUGO
from benchmarks.tools.ours import OURS
from benchmarks.tools.tool import Tool
from ocop.domain.short_code import computed
from support.project import check

SIZE = 30


def laid(folder: Path, tool: Tool = OURS) -> Project:
    """Return a project of ``SIZE`` products on disk."""
    project = Project(tool, folder / "project", folder / "site", folder / "aside")
    project.lay(corpus.make(SIZE))
    return project


def test_the_catalogue_has_neither_faults_nor_warnings(tmp_path: Path) -> None:
    assert check(laid(tmp_path).folder) == ()


def test_the_same_size_gives_the_same_facts() -> None:
    assert corpus.make(SIZE) == corpus.make(SIZE)


def test_a_third_as_many_producers_live_in_a_sixth_as_many_communes() -> None:
    made = corpus.make(SIZE)
    assert (len(made.products), len(made.producers), len(made.places)) == (30, 10, 5)


def test_every_product_has_a_short_code_of_its_own() -> None:
    products = corpus.make(3_000).products
    assert len({computed(one) for one in products}) == len(products) == 3_000


def test_stories_have_some_150_to_300_words() -> None:
    lengths = [len(one.story.split()) for one in corpus.make(300).products.values()]
    assert min(lengths) >= 150
    assert max(lengths) <= 310


@pytest.mark.parametrize("kind", EDITS)
def test_every_edit_leaves_a_catalogue_without_faults(tmp_path: Path, kind: str) -> None:
    project = laid(tmp_path)
    for number in range(3):
        project.apply(EDITS[kind](corpus.make(SIZE), number), corpus.make(SIZE))
    assert check(project.folder) == ()


def test_an_edit_of_a_story_changes_that_file_alone(tmp_path: Path) -> None:
    project, made = laid(tmp_path), corpus.make(SIZE)
    before = contents(project.folder)
    edit = story(made, 0)
    project.apply(edit, made)
    after = contents(project.folder)
    changed = [name for name in after if after[name] != before[name]]
    assert changed == [f"content/products/{edit.products[0].id}/story.vi.md"]


def test_a_new_producers_name_reaches_every_file_that_repeats_it(tmp_path: Path) -> None:
    project, made = laid(tmp_path, HUGO), corpus.make(SIZE)
    edit = producer(made, 0)
    project.apply(edit, made)
    naming = [name for name, text in contents(project.folder).items() if edit.seen in text]
    assert len(naming) == 1 + SIZE // (SIZE // 3)


def test_a_removed_product_leaves_no_folder_behind(tmp_path: Path) -> None:
    project, made = laid(tmp_path), corpus.make(SIZE)
    edit = removal(made, 0)
    assert edit.gone
    folder = project.folder / "content/products" / edit.gone.id
    assert folder.is_dir()
    project.apply(edit, made)
    assert not folder.exists()


def test_a_site_that_does_not_show_an_edit_is_refused(tmp_path: Path) -> None:
    project, made = laid(tmp_path), corpus.make(SIZE)
    edit = addition(made, 0)
    for page in (OURS.page_of(edit.shown[0]), OURS.page_of_producer(edit.shown_producers[0])):
        (project.out / page).parent.mkdir(parents=True, exist_ok=True)
        (project.out / page).write_text("an old page", "utf-8")
    with pytest.raises(NotShown, match=edit.shown[0]):
        project.check(edit)


def test_old_output_is_moved_aside_whole(tmp_path: Path) -> None:
    project = laid(tmp_path)
    for path in (project.out / "index.html", project.folder / ".ocop/state"):
        path.parent.mkdir(parents=True)
        path.write_text("old", "utf-8")
    project.forget()
    assert not project.out.exists()
    assert not (project.folder / ".ocop").exists()
    assert sum(files for files, _ in census(project.aside).values()) == 2


def contents(folder: Path) -> dict[str, str]:
    """Return every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
