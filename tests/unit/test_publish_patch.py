"""Publishing a part of a plan ends where publishing all of it would."""

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.paths import SitePath
from ocop.publish.faults import PublishError
from ocop.publish.output import Output, OutputFolder, Published, open_output
from ocop.publish.patch import Patch
from support.killing import killed_at
from support.publishing import Plan, files_in, folder, no_waiting, opened, publish, rank_of

MANIFEST = ".ocop-manifest.json"
OLD = {"index.html": b"home", "products/tea.html": b"tea", "products/rice.html": b"rice"}


def patch_of(made: Mapping[str, bytes], gone: frozenset[str] = frozenset()) -> Patch:
    """Return the patch that makes some files and lets others go."""
    return Patch({SitePath(p): rank_of(p) for p in made}, frozenset(map(SitePath, gone)))


def patch(
    project: Path, made: Mapping[str, bytes], gone: frozenset[str] = frozenset()
) -> Published:
    """Publish a patch as a build does."""
    with opened(project) as output:
        return patch_into(output, made, gone)


def patch_into(output: Output, made: Mapping[str, bytes], gone: frozenset[str]) -> Published:
    """Stage the made files and publish the patch."""
    outcomes = [output.stage.put(SitePath(path), content) for path, content in made.items()]
    return output.publish_patch(patch_of(made, gone), outcomes)


def refused(project: Path, made: Mapping[str, bytes]) -> tuple[str, str]:
    """Return the code and place of the fault with which a patch is refused."""
    with pytest.raises(PublishError) as caught:
        patch(project, made)
    return caught.value.code, caught.value.place


def test_only_what_is_named_is_written_or_removed(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    before = {path: (tmp_path / "site" / path).stat().st_ino for path in OLD}
    done = patch(
        tmp_path,
        {"index.html": b"hello", "products/new.html": b"new"},
        frozenset({"products/tea.html"}),
    )
    assert done == Published(written=2, unchanged=1, removed=1)
    assert files_in(tmp_path / "site") == {
        "index.html": b"hello",
        "products/new.html": b"new",
        "products/rice.html": b"rice",
    }
    kept = "products/rice.html"
    assert (tmp_path / "site" / kept).stat().st_ino == before[kept]


def test_a_patch_that_changes_nothing_does_not_touch_the_site(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    manifest = (tmp_path / "site" / MANIFEST).stat().st_ino
    assert patch(tmp_path, {"index.html": b"home"}) == Published(0, 3, 0)
    assert (tmp_path / "site" / MANIFEST).stat().st_ino == manifest


def test_the_last_file_of_a_folder_takes_the_folder_with_it(tmp_path: Path) -> None:
    publish(tmp_path, {**OLD, "P/A/index.html": b"short"})
    patch(tmp_path, {}, frozenset({"P/A/index.html"}))
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [
        MANIFEST,
        "index.html",
        "products",
    ]


def test_a_file_that_somebody_removed_already_may_still_leave(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "site/products/tea.html").unlink()
    assert patch(tmp_path, {}, frozenset({"products/tea.html"})) == Published(0, 2, 0)


@pytest.mark.parametrize(
    ("path", "code", "place"),
    [
        ("products", "OCOP526", "site/products"),
        ("index.html/x.html", "OCOP526", "site/index.html"),
        ("Index.html", "OCOP526", "site/index.html"),
        ("con.html", "OCOP528", "site/con.html"),
        ("by-hand.html", "OCOP525", "site/by-hand.html"),
        ("link.html", "OCOP524", "site/link.html"),
        ("folder/x.html", "OCOP524", "site/folder"),
    ],
)
def test_what_a_whole_plan_may_not_hold_a_patch_may_not_bring(
    tmp_path: Path, path: str, code: str, place: str
) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "site/by-hand.html").write_bytes(b"mine")
    (tmp_path / "site/link.html").symlink_to("index.html")
    (tmp_path / "site/folder").symlink_to(tmp_path)
    with opened(tmp_path) as output:
        faults = output.admit_patch(patch_of({path: b"x"}))
        whole = output.admit([SitePath(p) for p in (*OLD, path)])
    assert [(fault.code, fault.path) for fault in faults] == [
        (fault.code, fault.path) for fault in whole
    ]
    assert (faults[0].code, faults[0].path) == (code, place)


def test_a_refused_patch_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "site/a.html").write_bytes(b"mine")
    assert refused(tmp_path, {"a.html": b"x", "index.html": b"y"}) == ("OCOP525", "site/a.html")
    assert files_in(tmp_path / "site") == {**OLD, "a.html": b"mine"}


def test_a_site_whose_publish_was_cut_short_takes_no_patch(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    manifest = tmp_path / "site" / MANIFEST
    listed = manifest.read_text("utf-8").replace('"files"', '"publishing": true,\n"files"')
    manifest.write_text(listed, "utf-8")
    with pytest.raises(ValueError, match="cut short"):
        patch(tmp_path, {"index.html": b"x"})


@pytest.mark.parametrize("gone", ["index.html", "by-hand.html", "../x"])
def test_only_a_file_of_the_site_that_is_not_made_can_go(tmp_path: Path, gone: str) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "site/by-hand.html").write_bytes(b"mine")
    with pytest.raises(ValueError, match=gone):
        patch(tmp_path, {"index.html": b"x"}, frozenset({gone}))
    assert files_in(tmp_path / "site") == {**OLD, "by-hand.html": b"mine"}


def test_what_was_not_staged_is_a_bug(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    with opened(tmp_path) as output, pytest.raises(ValueError, match=r"index\.html"):
        output.publish_patch(patch_of({"index.html": b""}), [])


def test_the_result_of_a_patch_is_what_links_may_lead_to(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    with opened(tmp_path) as output:
        change = patch_of({"index.html": b"", "n.html": b""}, frozenset({"products/tea.html"}))
        assert change.result(output.manifest) == {"index.html", "n.html", "products/rice.html"}


LED_TO = {
    "gone.html": b"x",
    "list.html": b'<a href="gone.html">x</a>',
    "use.html": b'<a href="long.html#use">x</a>',
    "long.html": b'<p id="use"><p id="more">',
    "a.avif": b"",
}


@pytest.mark.parametrize(
    ("made", "gone", "strays"),
    [
        ({"long.html": b'<p id="use"><p id=more><p id="new">'}, "", ""),
        ({"long.html": b'<p id="more">'}, "", "gone list use"),
        ({"new.html": b"<p>", "use.html": b""}, "", ""),
        ({"use.html": b""}, "gone.html", "list long"),
    ],
)
def test_kept_pages_are_looked_at_again_where_something_they_may_lead_to_goes(
    tmp_path: Path, made: Plan, gone: str, strays: str
) -> None:
    publish(tmp_path, LED_TO)
    with opened(tmp_path) as output:
        outcomes = [output.stage.put(SitePath(path), content) for path, content in made.items()]
        change = patch_of(made, frozenset({gone} - {""}))
        assert output.strays(change, outcomes) == tuple(f"{name}.html" for name in strays.split())


PATHS = st.sampled_from(["a", "a/b", "a/c/d.html", "e/index.html", "e/f.html", "g.html", "h/i.js"])
PLANS = st.dictionaries(PATHS, st.sampled_from([b"", b"1", b"22"]), min_size=1).filter(
    lambda plan: not any(other.startswith(f"{path}/") for path in plan for other in plan)
)


def difference(old: Plan, new: Plan, also: frozenset[str]) -> tuple[Plan, frozenset[str]]:
    """Return what a patch from ``old`` to ``new`` makes, with some unchanged files, and removes."""
    made = {p: content for p, content in new.items() if old.get(p) != content or p in also}
    return made, frozenset(old.keys() - new.keys())


@settings(max_examples=60)
@given(PLANS, PLANS, st.frozensets(PATHS))
def test_a_patch_ends_where_a_whole_publish_does(
    old: Plan, new: Plan, also: frozenset[str]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        one, two = Path(name, "one"), Path(name, "two")
        publish(one, old)
        publish(two, new)
        done = patch(one, *difference(old, new, also))
        assert files_in(one / "site") == new
        assert (one / "site" / MANIFEST).read_bytes() == (two / "site" / MANIFEST).read_bytes()
        written = {path for path in new if old.get(path) != new[path]}
        assert done == Published(
            len(written), len(new) - len(written), len(old.keys() - new.keys())
        )


def test_a_killed_patch_is_finished_by_whoever_opens_the_folder_next(tmp_path: Path) -> None:
    new = {"index.html": b"hello", "products/rice.html": b"rice", "en/a.html": b"a"}
    made, gone = difference(OLD, new, frozenset())
    publish(tmp_path, OLD)
    step, seen = 0, set()
    while killed_at(step, lambda: patch(tmp_path, made, gone)):
        with opened(tmp_path) as output:
            assert output.manifest.complete
            found = files_in(tmp_path / "site")
            assert found in (OLD, new)
            seen.add(found == new)
        publish(tmp_path, OLD)
        step += 1
    assert seen == {True, False}
    assert files_in(tmp_path / "site") == new


def test_a_list_that_is_vouched_for_leads_nowhere_else(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    mine = tmp_path / "mine.html"
    mine.write_bytes(b"mine")
    listed = tmp_path / "site" / MANIFEST
    content = listed.read_bytes().replace(b'"index.html"', b'"../mine.html"')
    listed.write_bytes(content)
    vouched = hashlib.sha256(content).hexdigest()
    gone = SitePath("../mine.html")
    with open_output(folder(tmp_path), no_waiting, vouched) as output:
        assert gone in output.manifest.files
        with pytest.raises(ValueError, match="outside the site"):
            output.publish_patch(Patch({}, frozenset({gone})), ())
    with pytest.raises(PublishError), opened(tmp_path):
        pass
    assert mine.read_bytes() == b"mine"


def test_a_list_that_is_not_the_vouched_one_is_looked_through(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    with (
        pytest.raises(PublishError),
        open_output(damaged(tmp_path), no_waiting, "0" * 64),
    ):
        pass


def damaged(project: Path) -> OutputFolder:
    """Return an output folder whose list names a file outside of it."""
    listed = project / "site" / MANIFEST
    listed.write_bytes(listed.read_bytes().replace(b'"index.html"', b'"../mine.html"'))
    return folder(project)
