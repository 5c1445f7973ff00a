"""What a publish does to the output folder, and what it leaves alone."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from ocop.paths import SitePath
from ocop.publish.faults import PublishError
from ocop.publish.journal import plan_steps
from ocop.publish.manifest import Entry
from ocop.publish.output import Published, open_output, resume
from ocop.publish.stage import Outcome
from ocop.publish.survey import Survey
from support.killing import killed_at
from support.publishing import files_in, folder, no_waiting, opened, publish, publish_into, rank_of

HOME = {"index.html": b"home", "products/tea.html": b"tea", "static/site.css": b"css"}


def refused(project: Path, plan: dict[str, bytes]) -> tuple[str, str]:
    """Return the code and the place of the fault with which ``plan`` is refused."""
    with pytest.raises(PublishError) as caught:
        publish(project, plan)
    return caught.value.code, caught.value.place


def test_a_first_build_writes_the_plan_and_lists_it(tmp_path: Path) -> None:
    assert publish(tmp_path, HOME) == Published(written=3, unchanged=0, removed=0)
    assert files_in(tmp_path / "site") == HOME
    listed = json.loads((tmp_path / "site/.ocop-manifest.json").read_text("utf-8"))
    assert listed == {
        "version": 1,
        "generator": "ocop 1",
        "files": {
            path: {"size": len(content), "sha256": sha256(content).hexdigest()}
            for path, content in HOME.items()
        },
    }


def test_an_unchanged_site_is_not_touched(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    before = {path: (tmp_path / "site" / path).stat().st_ino for path in HOME}
    manifest = (tmp_path / "site/.ocop-manifest.json").stat().st_ino
    assert publish(tmp_path, HOME) == Published(written=0, unchanged=3, removed=0)
    assert {path: (tmp_path / "site" / path).stat().st_ino for path in HOME} == before
    assert (tmp_path / "site/.ocop-manifest.json").stat().st_ino == manifest


def test_what_is_no_longer_planned_goes_with_its_emptied_folders(tmp_path: Path) -> None:
    publish(tmp_path, {**HOME, "en/news/fair.html": b"fair"})
    assert publish(tmp_path, HOME) == Published(written=0, unchanged=3, removed=1)
    assert files_in(tmp_path / "site") == HOME
    assert not (tmp_path / "site/en").exists()


def test_files_of_others_stay_and_so_do_their_folders(tmp_path: Path) -> None:
    publish(tmp_path, {**HOME, "en/index.html": b"hello"})
    (tmp_path / "site/en/notes.txt").write_bytes(b"mine")
    publish(tmp_path, HOME)
    assert files_in(tmp_path / "site") == {**HOME, "en/notes.txt": b"mine"}


def test_a_folder_of_somebody_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.docx").write_bytes(b"years of work")
    assert refused(tmp_path, HOME) == ("OCOP520", "site")
    assert files_in(tmp_path / "site") == {"thesis.docx": b"years of work"}


@pytest.mark.parametrize("name", [".gitignore", ".gitkeep", ".git", "CNAME", ".DS_Store"])
def test_a_folder_with_a_placeholder_counts_as_empty(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).write_bytes(b"kept")
    publish(tmp_path, HOME)
    assert files_in(tmp_path / "site") == {**HOME, name: b"kept"}


def test_a_file_of_somebody_else_at_a_planned_address_stops_the_build(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    (tmp_path / "site/about.html").write_bytes(b"by hand")
    assert refused(tmp_path, {**HOME, "about.html": b"x"}) == ("OCOP525", "site/about.html")
    assert files_in(tmp_path / "site") == {**HOME, "about.html": b"by hand"}


def test_every_obstacle_is_named_at_once(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    (tmp_path / "site/a.html").write_bytes(b"by hand")
    (tmp_path / "site/b.html").symlink_to("a.html")
    (tmp_path / "site/c").symlink_to(tmp_path)
    with opened(tmp_path) as output:
        faults = output.admit([SitePath(path) for path in ("a.html", "b.html", "c/d/e.html")])
    assert [(fault.code, fault.path) for fault in faults] == [
        ("OCOP524", "site/c"),
        ("OCOP525", "site/a.html"),
        ("OCOP524", "site/b.html"),
    ]


def test_a_damaged_page_is_healed(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    (tmp_path / "site/index.html").write_bytes(b"h0me")
    (tmp_path / "site/products/tea.html").unlink()
    assert publish(tmp_path, HOME) == Published(written=2, unchanged=1, removed=0)
    assert files_in(tmp_path / "site") == HOME


def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"1", "b/c/d": b"2", "b/e": b"3"})
    publish(tmp_path, {"a/f": b"4", "b": b"5"})
    assert files_in(tmp_path / "site") == {"a/f": b"4", "b": b"5"}
    publish(tmp_path, {"a": b"1", "b/c/d": b"2", "b/e": b"3"})
    assert files_in(tmp_path / "site") == {"a": b"1", "b/c/d": b"2", "b/e": b"3"}


def test_a_folder_with_somebody_elses_file_does_not_become_a_file(tmp_path: Path) -> None:
    publish(tmp_path, {"b/c": b"1"})
    (tmp_path / "site/b/mine").write_bytes(b"2")
    assert refused(tmp_path, {"b": b"3"}) == ("OCOP525", "site/b/mine")
    assert files_in(tmp_path / "site") == {"b/c": b"1", "b/mine": b"2"}


def test_a_manifest_that_names_a_file_outside_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    (tmp_path / "keep.txt").write_bytes(b"mine")
    manifest = tmp_path / "site/.ocop-manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("index.html", "../keep.txt"), "utf-8")
    assert refused(tmp_path, HOME) == ("OCOP530", "site/.ocop-manifest.json")
    assert (tmp_path / "keep.txt").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<<<<<<< HEAD\n{}",
        b"[]",
        b'{"version": 2, "files": {}}',
        b'{"version": 1, "files": {"a": {"size": "1", "sha256": "' + b"0" * 64 + b'"}}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_manifest_is_refused(tmp_path: Path, content: bytes) -> None:
    publish(tmp_path, HOME)
    (tmp_path / "site/.ocop-manifest.json").write_bytes(content)
    assert refused(tmp_path, HOME) == ("OCOP530", "site/.ocop-manifest.json")


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"")
    assert refused(tmp_path, HOME) == ("OCOP523", "site")


def test_a_build_that_stages_and_does_not_publish_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    with opened(tmp_path) as output:
        output.stage.put(SitePath("index.html"), b"half a thought")
    assert files_in(tmp_path / "site") == HOME
    assert list((tmp_path / ".ocop/publish").iterdir()) == []


def test_an_output_folder_that_got_nothing_goes_again(tmp_path: Path) -> None:
    with opened(tmp_path) as output:
        output.stage.put(SitePath("index.html"), b"half a thought")
    assert not (tmp_path / "site").exists()


def test_the_history_does_not_show(tmp_path: Path) -> None:
    for name, history in (
        ("long", [{"old.html": b"1"}, {"index.html": b"2"}, HOME]),
        ("short", [HOME]),
    ):
        for plan in history:
            publish(tmp_path / name, plan)
    long, short = tmp_path / "long/site", tmp_path / "short/site"
    assert files_in(long) == files_in(short)
    manifest = ".ocop-manifest.json"
    assert (long / manifest).read_bytes() == (short / manifest).read_bytes()


def test_a_new_version_of_the_program_shows_in_the_manifest(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    newer = replace(folder(tmp_path), version="2")
    with open_output(newer, no_waiting) as output:
        assert publish_into(output, HOME).written == 0
    assert '"generator": "ocop 2"' in (tmp_path / "site/.ocop-manifest.json").read_text("utf-8")


def test_a_project_on_another_disk_stages_beside_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse_disks(self: Path, target: Path) -> Path:
        if self.is_relative_to(tmp_path / ".ocop"):
            raise OSError(18, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse_disks)
    with opened(tmp_path) as output:
        assert output.stage.tree.is_relative_to(tmp_path / "site")
        publish_into(output, HOME)
    assert files_in(tmp_path / "site") == HOME
    assert sorted(path.name for path in (tmp_path / "site").iterdir() if path.is_dir()) == [
        "products",
        "static",
    ]


def test_an_output_that_is_itself_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to("www")
    publish(tmp_path, HOME)
    assert files_in(tmp_path / "www") == HOME


def test_a_plan_that_was_not_made_in_full_is_a_bug(tmp_path: Path) -> None:
    with opened(tmp_path) as output, pytest.raises(ValueError, match=r"index\.html"):
        output.publish({SitePath("index.html"): rank_of("index.html")}, [])


def test_somebody_elses_file_can_be_linked_to(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    (tmp_path / "site/by-hand.pdf").write_bytes(b"pdf")
    with opened(tmp_path) as output:
        assert output.keeps(SitePath("by-hand.pdf"))
        assert not output.keeps(SitePath("index.html"))
        assert not output.keeps(SitePath("../.ocop/lock"))
        assert not output.keeps(SitePath("none.pdf"))


def test_a_damaged_journal_is_dropped(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    with opened(tmp_path) as output:
        home = output.stage.tree.parent
        (home / "journal.json").write_bytes(b"{")
        (home / "manifest.json").write_bytes(b"{}")
    assert publish(tmp_path, HOME) == Published(written=0, unchanged=3, removed=0)
    assert list((tmp_path / ".ocop/publish").iterdir()) == []


def test_a_journal_that_names_a_file_outside_is_dropped(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    (tmp_path / "keep.txt").write_bytes(b"mine")
    with opened(tmp_path) as output:
        home = output.stage.tree.parent
        digest = sha256((tmp_path / "site/.ocop-manifest.json").read_bytes()).hexdigest()
        lists: dict[str, list[str]] = {"displaced": [], "new": [], "changed": [], "renamed": []}
        steps = {"before": digest, "meanwhile": digest, **lists, "removed": ["../keep.txt"]}
        (home / "journal.json").write_text(json.dumps(steps), "utf-8")
        (home / "manifest.json").write_bytes(b"{}")
    publish(tmp_path, HOME)
    assert (tmp_path / "keep.txt").read_bytes() == b"mine"


def test_a_name_that_changes_its_case_is_renamed_where_both_are_one() -> None:
    entry = Entry(0, "0" * 64)
    seen = Survey({"static": "folder", "static/Logo.svg": "file"}, (), frozenset())
    same = Outcome(SitePath("static/logo.svg"), entry, "same")  # read through the other name
    steps = plan_steps({same.path: "asset"}, [same], [SitePath("static/Logo.svg")], seen)
    assert (steps.renamed, steps.removed) == ((("static/Logo.svg", "static/logo.svg"),), ())
    new = Outcome(SitePath("static/logo.svg"), entry, "new")  # a name of its own
    steps = plan_steps({new.path: "asset"}, [new], [SitePath("static/Logo.svg")], seen)
    assert (steps.renamed, steps.removed) == ((), ("static/Logo.svg",))


def test_a_decided_publish_is_finished_by_resuming(tmp_path: Path) -> None:
    publish(tmp_path, HOME)
    step, finished = 0, set()
    while killed_at(step, lambda: publish(tmp_path, {"index.html": b"new"})):
        resume(folder(tmp_path), no_waiting)
        found = files_in(tmp_path / "site")
        finished.add(found == {"index.html": b"new"})
        assert found in (HOME, {"index.html": b"new"})
        publish(tmp_path, HOME)
        step += 1
    assert finished == {True, False}
