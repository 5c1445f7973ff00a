"""The faults that one call of the command line reports."""

import io
from collections.abc import Iterable, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ocop import report
from ocop.cli.edge import run
from ocop.diagnostics import Diagnostic
from ocop.text import Language
from support.project import TODAY

_TIMELESS = ("photos", "migrate")
"""Commands to which every day is the same."""


def diagnosed(folder: Path, arguments: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Call ``ocop`` in a folder and return the faults that it prints."""
    found: list[Diagnostic] = []
    as_data = report.as_data

    def listening(diagnostics: Iterable[Diagnostic], language: Language) -> dict[str, Any]:
        found.extend(diagnostics)
        return as_data(found, language)

    told = io.StringIO()
    with (
        chdir(folder),
        patch.object(report, "as_data", listening),
        redirect_stdout(told),
        redirect_stderr(told),
    ):
        day = () if arguments[0] in _TIMELESS else ("--today", TODAY.isoformat())
        run((*arguments, "--format", "json", *day))
    assert found, told.getvalue()
    return tuple(found)
