"""A finished run's report on standard output, in the form that was asked for.

Owns the way from diagnostics to the terminal, and the last line. Called by the commands that
read content.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import click

from ocop import report
from ocop.cli.edge import FAULTS, GOOD
from ocop.cli.session import Session
from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.files import read_text_file

_WITH_LINES = (".yaml", ".yml", ".md")


def show(
    session: Session,
    project: Path,
    diagnostics: Sequence[Diagnostic],
    summary: Callable[[int, int], str],
    extra: Mapping[str, Any],
    lines: report.Lines | None = None,
) -> None:
    """Print the report; ``summary`` makes its last line from the errors and warnings counted.

    ``extra`` is added to the object of ``--format json``; ``lines`` are those of the files as they
    were read, where they have been written anew since.
    """
    language = session.language
    if session.format == "json":
        click.echo(report.as_json({**report.as_data(diagnostics, language), **extra}))
        return
    if session.format == "github":
        text = report.as_github(diagnostics, language, _within_repository(session, project))
    else:
        style = report.Style(language, session.colour)
        text = report.as_text(diagnostics, style, lines or _lines_of(project))
        if diagnostics:
            errors = (one for one in diagnostics if one.severity == "error")
            code = next(errors, diagnostics[0]).code
            text += "\n\n" + session.say("report.more", code=code)
    if text:
        click.echo(text + ("\n" if session.format == "text" else ""), color=session.colour)
    click.echo(summary(*report.count(diagnostics)))


def exit_code(diagnostics: Sequence[Diagnostic], strict: bool) -> int:
    """Return 1 for errors, with ``strict`` also for warnings, else 0."""
    errors, warnings = report.count(diagnostics)
    return FAULTS if errors or (strict and warnings) else GOOD


def _lines_of(project: Path) -> report.Lines:
    @cache
    def lines(path: SourcePath) -> Sequence[str]:
        if not path.endswith(_WITH_LINES):
            return ()
        raw, faults = read_text_file(project, path)
        text = raw.decode("utf-8-sig", errors="replace") if not faults else ""
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    return lines


def _within_repository(session: Session, project: Path) -> str:
    """Return the project's folder within the checkout that a forge's runner names."""
    checkout = session.environment.get("GITHUB_WORKSPACE")
    if not checkout or not project.is_relative_to(checkout) or project == Path(checkout):
        return ""
    return f"{project.relative_to(checkout).as_posix()}/"
