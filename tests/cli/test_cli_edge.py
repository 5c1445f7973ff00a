"""What a user sees when something fails: never a traceback."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from support.project import SMALL, project
from support.terminal import Call


def failing(error: BaseException) -> object:
    def fail(*_: object) -> NoReturn:
        raise error

    return fail


def test_a_bug_is_told_kindly_and_kept_in_a_file(
    ocop: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, SMALL)
    monkeypatch.setattr("ocop.cli.check.check_project", failing(RuntimeError("boom")))

    shown = ocop("check", folder=tmp_path)

    kept = tmp_path / ".ocop" / "bug.txt"
    assert shown.code == 3
    assert "Traceback" not in shown.err + shown.out
    assert str(kept) in shown.err
    assert "RuntimeError: boom" in kept.read_text("utf-8")


def test_debug_shows_the_details_of_a_bug(
    ocop: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, SMALL)
    monkeypatch.setattr("ocop.cli.check.check_project", failing(RuntimeError("boom")))

    shown = ocop("check", "--debug", folder=tmp_path)

    assert shown.code == 3
    assert "Traceback" in shown.err


def test_a_bug_outside_a_project_asks_for_debug(
    ocop: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ocop.cli.doctor.examine", failing(RuntimeError("boom")))

    shown = ocop("doctor", folder=tmp_path)

    assert shown.code == 3
    assert "--debug" in shown.err
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_no_bug(ocop: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, SMALL)
    full = OSError(errno.ENOSPC, "No space left on device", "site/a.html")
    monkeypatch.setattr("ocop.cli.check.check_project", failing(full))

    shown = ocop("check", folder=tmp_path)

    assert shown.code == 1
    assert shown.err == "Không làm tiếp được: đĩa đã đầy: site/a.html\n"


def test_ctrl_c_ends_without_a_traceback(
    ocop: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, SMALL)
    monkeypatch.setattr("ocop.cli.check.check_project", failing(KeyboardInterrupt()))

    shown = ocop("check", folder=tmp_path)

    assert shown.code == 128 + signal.SIGINT
    assert "Đã dừng" in shown.err


@pytest.mark.skipif(os.name == "nt", reason="pipes break in another way there")
def test_a_reader_that_leaves_early_is_no_failure_to_tell_of(tmp_path: Path) -> None:
    project(tmp_path, {f"content/pages/P{n}/page.yaml": "title: A\n" for n in range(300)})
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "wb") as broken:
        shown = subprocess.run(
            [sys.executable, "-m", "ocop", "check"],
            cwd=tmp_path,
            stdout=broken,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert shown.stderr == ""
    assert shown.returncode == 1


def test_vietnamese_gets_through_a_pipe_under_any_locale(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}

    shown = subprocess.run(
        [sys.executable, "-m", "ocop", "--help"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
    )

    assert "Tuỳ chọn" in shown.stdout.decode("utf-8")
