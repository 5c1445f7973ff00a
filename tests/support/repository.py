"""A project in a git repository of its own, with commits by people who do not exist."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from support.project import project

LAN = ("Nguyễn Lan", "2026-11-01T08:00:00+07:00")


def git(folder: Path, *arguments: str) -> str:
    """Call git in a folder, free of this machine's settings; return what it says."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def repository(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write ``files`` as a project in a new repository, all of them in its first commit."""
    project(folder, files)
    git(folder, "init", "-q", "-b", "main")
    (folder / ".gitignore").write_text("/.ocop/\n/site/\n", "utf-8")
    commit(folder, "Bắt đầu")
    return folder


def commit(folder: Path, subject: str, by: tuple[str, str] = LAN) -> None:
    """Commit all that is in the folder."""
    name, when = by
    git(folder, "add", "-A")
    identity = ("-c", f"user.name={name}", "-c", "user.email=ai@ocop.example")
    git(folder, *identity, "commit", "-q", "--allow-empty", f"--date={when}", "-m", subject)
