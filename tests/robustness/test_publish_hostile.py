"""Full disks, forbidden folders, planted links and other builds: the site stays whole."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from ocop.paths import SitePath
from ocop.publish.faults import PublishError
from ocop.publish.output import open_output
from support.killing import disturbed_at, killed_at
from support.publishing import Plan, files_in, folder, opened, publish, publish_into

NOBODY = 65534
OLD: Plan = {f"products/{n}.html": b"old" for n in range(20)} | {"index.html": b"old"}
NEW: Plan = {f"products/{n}.html": b"new" * 9 for n in range(5, 25)} | {"index.html": b"new" * 9}


def code_of(project: Path, plan: Plan) -> str:
    """Return the code with which publishing ``plan`` fails, empty for none."""
    try:
        publish(project, plan)
    except PublishError as error:
        return error.code
    return ""


@contextmanager
def small_disk(size: str) -> Iterator[Path]:
    """Give a disk of ``size``, if this system lets us."""
    with tempfile.TemporaryDirectory() as name:
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", name]
        if (
            os.geteuid()
            or not shutil.which("mount")
            or subprocess.run(command, check=False).returncode
        ):
            pytest.skip("a small disk needs the rights to mount one")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", name], check=True)


@pytest.mark.skipif(not shutil.which("umount"), reason="no mounts on this system")
def test_a_full_disk_leaves_yesterdays_site_and_room_lets_the_next_build_finish() -> None:
    with small_disk("400k") as project:
        publish(project, OLD)
        large = {path: content * 4000 for path, content in NEW.items()}
        assert code_of(project, large) == "OCOP522"
        assert files_in(project / "site") == OLD
        assert list((project / ".ocop/publish").iterdir()) == []
        assert code_of(project, NEW) == ""
        assert files_in(project / "site") == NEW


@pytest.mark.skipif(not shutil.which("umount"), reason="no mounts on this system")
def test_a_disk_that_fills_up_to_the_last_block_never_holds_half_a_file() -> None:
    with small_disk("300k") as project:
        publish(project, OLD)
        for blocks in range(1, 75):
            (project / "ballast").write_bytes(b"")
            with suppress(OSError):
                (project / "ballast").write_bytes(bytes(4096 * blocks))
            assert code_of(project, NEW) in ("", "OCOP522")
            found = files_in(project / "site")
            assert all(found[path] in (OLD.get(path), NEW.get(path)) for path in found)
            (project / "ballast").unlink()
            publish(project, OLD)
            assert files_in(project / "site") == OLD


def test_a_file_over_the_limit_of_the_system_leaves_yesterdays_site(tmp_path: Path) -> None:
    publish(tmp_path, OLD)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        assert code_of(tmp_path, {**NEW, "large.bin": bytes(30_000)}) == "OCOP522"

    assert not killed_at(10**9, limited)
    assert files_in(tmp_path / "site") == OLD


@pytest.fixture
def yielded_folder() -> Iterator[Path]:
    """A project that belongs to nobody, where even an administrator's tests can be refused."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        if os.geteuid() == 0:
            os.chown(name, NOBODY, NOBODY)
        yield Path(name)
        for parent, folders, _ in os.walk(name):
            for at in (parent, *(os.path.join(parent, one) for one in folders)):  # noqa: PTH118
                Path(at).chmod(0o755)


def as_nobody(action: object) -> None:
    """Run ``action`` in a child process that has no special rights."""

    def run() -> None:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        assert callable(action)
        action()

    assert not killed_at(10**9, run)


@pytest.mark.parametrize("forbidden", ["site", "site/products"])
def test_a_forbidden_folder_leaves_yesterdays_site(yielded_folder: Path, forbidden: str) -> None:
    def refuse() -> None:
        publish(yielded_folder, OLD)
        (yielded_folder / forbidden).chmod(0o555)
        assert code_of(yielded_folder, NEW) == "OCOP521"
        assert files_in(yielded_folder / "site") == OLD
        (yielded_folder / forbidden).chmod(0o755)
        publish(yielded_folder, NEW)
        assert files_in(yielded_folder / "site") == NEW

    as_nobody(refuse)


def test_a_project_that_cannot_be_written_is_built_elsewhere(yielded_folder: Path) -> None:
    def elsewhere() -> None:
        (yielded_folder / "out").mkdir()
        (yielded_folder / "project").mkdir(mode=0o555)
        target = folder(yielded_folder / "project", path=yielded_folder / "out")
        with open_output(target, lambda: None) as output:
            publish_into(output, NEW)
        assert files_in(yielded_folder / "out") == NEW

    as_nobody(elsewhere)


def outside(tmp_path: Path) -> Path:
    """Make a folder with files that a build must not touch."""
    (tmp_path / "outside").mkdir()
    for path in OLD:
        (tmp_path / "outside" / Path(path).name).write_bytes(b"precious")
    return tmp_path / "outside"


def untouched(folder: Path) -> bool:
    """Tell whether a folder is as :func:`outside` made it."""
    return files_in(folder) == {Path(path).name: b"precious" for path in OLD}


def test_a_folder_replaced_by_a_link_is_refused(tmp_path: Path) -> None:
    elsewhere = outside(tmp_path)
    publish(tmp_path, OLD)
    shutil.rmtree(tmp_path / "site/products")
    (tmp_path / "site/products").symlink_to(elsewhere)
    assert code_of(tmp_path, NEW) == "OCOP524"
    assert untouched(elsewhere)


def test_a_removed_folder_replaced_by_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = outside(tmp_path)
    publish(tmp_path, OLD)
    shutil.rmtree(tmp_path / "site/products")
    (tmp_path / "site/products").symlink_to(elsewhere)
    assert code_of(tmp_path, {"index.html": b"alone"}) == ""
    assert untouched(elsewhere)
    assert (tmp_path / "site/products").is_symlink()


def test_a_page_replaced_by_a_link_is_refused(tmp_path: Path) -> None:
    elsewhere = outside(tmp_path)
    publish(tmp_path, OLD)
    (tmp_path / "site/index.html").unlink()
    (tmp_path / "site/index.html").symlink_to(elsewhere / "index.html")
    assert code_of(tmp_path, NEW) == "OCOP524"
    assert untouched(elsewhere)


def test_a_link_put_there_at_any_moment_of_a_build_leads_nowhere(tmp_path: Path) -> None:
    elsewhere = outside(tmp_path)
    site = tmp_path / "site"

    def swap() -> None:
        (site / "products").rename(tmp_path / "aside")
        (site / "products").symlink_to(elsewhere)

    for step in range(0, 140, 3):
        for leftover in (site, tmp_path / "aside", tmp_path / ".ocop"):
            shutil.rmtree(leftover, ignore_errors=True)
        publish(tmp_path, OLD)
        disturbed_at(step, swap, lambda: code_of(tmp_path, NEW))
        assert untouched(elsewhere), f"before step {step}"


@pytest.mark.parametrize(
    "evil", ["../out.html", "/etc/x", "a/../../b", "a\\b", ".ocop-manifest.json"]
)
def test_no_address_leads_out_of_the_site(tmp_path: Path, evil: str) -> None:
    with opened(tmp_path) as output:
        with pytest.raises(PublishError) as caught:
            output.stage.put(SitePath(evil), b"x")
        assert caught.value.code == "OCOP528"
        assert [fault.code for fault in output.admit([SitePath(evil)])] == ["OCOP528"]


OTHER_BUILD = """
import sys
from pathlib import Path
from ocop.publish.output import open_output
from support.publishing import folder, publish_into
with open_output(folder(Path(sys.argv[1])), lambda: print("waiting", flush=True)) as output:
    publish_into(output, {"index.html": b"second"})
"""


def test_a_second_build_says_that_it_waits_and_then_builds(tmp_path: Path) -> None:
    tests = Path(__file__).parents[1]
    paths = os.pathsep.join([str(tests), str(tests.parent / "generator")])
    with opened(tmp_path) as output:
        second = subprocess.Popen(
            [sys.executable, "-c", OTHER_BUILD, str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": paths},
        )
        assert second.stdout is not None
        assert second.stdout.readline() == "waiting\n"
        publish_into(output, OLD)
        assert files_in(tmp_path / "site") == OLD
    with second:
        assert second.wait(30) == 0
    assert files_in(tmp_path / "site") == {"index.html": b"second"}


def test_a_killed_build_holds_no_lock(tmp_path: Path) -> None:
    def hold() -> None:
        with opened(tmp_path) as output:
            publish_into(output, OLD)

    for step in range(0, 60, 4):
        killed_at(step, hold)
        publish(tmp_path, OLD)  # fails if it has to wait
