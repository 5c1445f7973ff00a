"""One call of the command line, in this process, as a user in a folder would make it."""

import os
from collections.abc import Callable, Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest

from ocop.cli.edge import run

_SETTLED = ("OCOP_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "NO_COLOR", "CI")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a call left: its exit code and what it printed."""

    code: int
    out: str
    err: str


Call = Callable[..., Shown]


def caller(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return a function that calls ``ocop`` in a folder, free of this machine's settings."""
    for name in (*_SETTLED, "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str, folder: Path, environment: Mapping[str, str] | None = None) -> Shown:
        capsys.readouterr()
        with chdir(folder), monkeypatch.context() as patch:
            for name, value in (environment or {}).items():
                patch.setitem(os.environ, name, value)
            code = run(arguments)
        shown = capsys.readouterr()
        return Shown(code, shown.out, shown.err)

    return call
