"""Same content, same day, same bytes: whatever the machine's mood."""

import datetime as dt
import hashlib
import shutil
from pathlib import Path

import pytest

from ocop.build import build_project
from ocop.request import Request
from ocop.workers import Method
from support.sites import ROOT, build

EXAMPLE = ROOT / "examples" / "nho"


def digest(site: Path) -> dict[str, str]:
    """The SHA-256 of every file of a site."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def crowd(project: Path, products: int = 420) -> None:
    """Add products until the pages are worth several workers, and the search several files."""
    words = " của làng bên sông" * 7
    for number in range(products):
        folder = project / f"content/products/chum-{number}"
        folder.mkdir()
        facts = f"set: {number % 26 + 1}\norigin: {{province: Thái Nguyên}}\n"
        (folder / "product.yaml").write_text(f"name: Chum số {number}{words}\n{facts}", "utf-8")


def test_two_builds_in_two_folders_with_other_jobs_zone_and_hash_seed_are_equal(
    tmp_path: Path,
) -> None:
    sites = []
    for name, jobs, zone, seed in (
        ("một", "1", "Asia/Ho_Chi_Minh", "1"),
        ("two", "3", "America/Lima", "77"),
    ):
        project = tmp_path / name / "project"
        shutil.copytree(EXAMPLE, project, ignore=shutil.ignore_patterns("site", ".ocop"))
        crowd(project)
        site = build(project, tmp_path / name / "out", "--jobs", jobs, TZ=zone, PYTHONHASHSEED=seed)
        sites.append(digest(site))

    assert len(sites[0]) > 900
    assert sum(path.startswith("search/") for path in sites[0]) > 20, "an index in parts"
    assert sites[0] == sites[1]


def test_forked_and_spawned_workers_make_what_one_process_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    shutil.copytree(EXAMPLE, project, ignore=shutil.ignore_patterns("site", ".ocop"))
    crowd(project, 70)

    def made(jobs: int, method: Method) -> dict[str, str]:
        monkeypatch.setattr("ocop.workers.usual_method", lambda: method)
        shutil.rmtree(project / ".ocop", ignore_errors=True)
        out = tmp_path / f"{method}-{jobs}"
        done = build_project(Request(project, dt.date(2026, 11, 21), out=out, jobs=jobs))
        assert done.written == len(digest(out)) - 1  # all but the manifest
        return digest(out)

    alone = made(1, "fork")
    assert made(2, "fork") == alone
    assert made(8, "fork") == alone
    assert made(2, "spawn") == alone


def test_a_second_build_writes_nothing_and_removes_what_left_the_content(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(EXAMPLE, project, ignore=shutil.ignore_patterns("site", ".ocop"))
    before = digest(build(project, tmp_path / "out"))
    times = {
        path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    again = digest(build(project, tmp_path / "out"))
    kept = {path: path.stat().st_mtime_ns for path in times}

    assert before == again
    assert times == kept

    gone = next(path for path in sorted((project / "content/products").iterdir()))
    shutil.rmtree(gone)
    fair = project / "content/fairs"
    shutil.rmtree(fair, ignore_errors=True)
    after = digest(build(project, tmp_path / "out"))
    fresh = digest(build(project, tmp_path / "fresh"))

    assert f"products/{gone.name}.html" not in after
    assert after == fresh
