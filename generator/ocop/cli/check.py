"""``ocop check``: every fault of the content in one run, publishing nothing."""

import datetime as dt

import click

from ocop import report
from ocop.build import check_project
from ocop.cli import options
from ocop.cli.collector import uncollected
from ocop.cli.output import exit_code, show
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.verbs import Verb
from ocop.diagnostics import Diagnostic
from ocop.request import Request
from ocop.text import Language


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    staged = click.Option(["--staged"], is_flag=True)
    return Verb("check", language, run, [options.strict(), staged, options.today()])


def run(session: Session, strict: bool, staged: bool, today: dt.date | None) -> int:
    """Check the project and report; return the exit code."""
    project = session.project()
    request = Request(project, session.today(today), jobs=session.jobs(None))
    with Progress(session) as progress, uncollected():
        result = check_project(request, progress)
    found = _of_commit(session, result.diagnostics) if staged else result.diagnostics

    def summary(errors: int, warnings: int) -> str:
        products = report.counted(result.products, "products", session.language)
        told = report.faults(errors, warnings, session.language)
        warned = "check.strict_warned" if strict else "check.warned"
        failed = "check.staged_failed" if staged else "check.failed"
        key = failed if errors else warned if warnings else "check.clean"
        return session.say(key, products=products, faults=told)

    show(session, project, found, summary, {})
    return exit_code(found, strict)


def _of_commit(session: Session, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the faults that the next commit would bring in."""
    from ocop.cli.diff import repository_of  # only for the hook
    from ocop.editors.hooks import concerning

    return concerning(found, repository_of(session).staged())
