"""Developing is killed at every step on the disk, or done by several runs at once."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from ocop.config import PhotoSettings
from ocop.paths import SourcePath
from ocop.photos import decode
from ocop.photos.develop import Developed, DevelopRequest, develop
from support.killing import killed_at
from support.photo_files import encoded, scene

SETTINGS = PhotoSettings(widths=(40,))
PHOTOS = {
    "a.jpg": encoded(scene(90, 60), "JPEG"),
    "b.png": encoded(scene(60, 90), "PNG"),
}


def run(project: Path) -> Developed:
    """Develop the photos of the project."""
    wanted = [DevelopRequest(SourcePath(name)) for name in PHOTOS]
    return develop(project, wanted, SETTINGS, project / "store")


def project_in(folder: Path) -> Path:
    """A project with the photos and nothing developed."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in PHOTOS.items():
        (folder / name).write_bytes(data)
    return folder


def contents(developed: Developed) -> Mapping[str, bytes]:
    """The published files by address."""
    return {path: file.read_bytes() for path, file in developed.files.items()}


def test_a_run_killed_at_any_step_is_finished_by_the_next(tmp_path: Path) -> None:
    expected = contents(run(project_in(tmp_path / "whole")))
    step = 0

    while killed_at(step, partial(run, project := project_in(tmp_path / "killed"))):
        assert contents(run(project)) == expected, f"killed at step {step}"
        assert not list(project.rglob("*.avif.*")), f"leftovers of step {step}"
        step += 1

    assert step > 20


def test_what_a_killed_run_finished_is_not_developed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = project_in(tmp_path / "p")
    run(project)
    records = sorted(project.rglob("picture.json"))
    records[0].unlink()
    decoded: list[int] = []
    really = decode.decode

    def counted(*args: object) -> object:
        decoded.append(1)
        return really(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(decode, "decode", counted)
    run(project)

    assert len(records) == 2
    assert len(decoded) == 1


_RUN = """
import sys
from pathlib import Path
from ocop.config import PhotoSettings
from ocop.photos.develop import DevelopRequest, develop
project = Path(sys.argv[1])
wanted = [DevelopRequest(path.name) for path in sorted(project.glob("*.jpg"))]
for _ in range(3):
    found = develop(project, wanted, PhotoSettings(widths=(40,)), project / "store", 2)
    assert len(found.pictures) == 12 and all(path.stat().st_size for path in found.files.values())
    for record in (project / "store").rglob("picture.json"):
        record.unlink(missing_ok=True)
"""


def test_several_runs_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    for n in range(12):
        (tmp_path / f"{n}.jpg").write_bytes(encoded(scene(90 + n, 60), "JPEG"))

    command = [sys.executable, "-c", _RUN, str(tmp_path)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    ended = [(process.communicate()[1], process.returncode) for process in running]

    assert ended == [("", 0)] * 3
