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
from ocop.request import Request
from ocop.text import Language


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    return Verb("check", language, run, [options.strict(), options.today()])


def run(session: Session, strict: bool, today: dt.date | None) -> int:
    """Check the project and report; return the exit code."""
    project = session.project()
    request = Request(project, session.today(today), jobs=session.jobs(None))
    with Progress(session) as progress, uncollected():
        result = check_project(request, progress)

    def summary(errors: int, warnings: int) -> str:
        products = report.counted(result.products, "products", session.language)
        found = report.faults(errors, warnings, session.language)
        warned = "check.strict_warned" if strict else "check.warned"
        key = "check.failed" if errors else warned if warnings else "check.clean"
        return session.say(key, products=products, faults=found)

    show(session, project, result.diagnostics, summary, {})
    return exit_code(result.diagnostics, strict)
