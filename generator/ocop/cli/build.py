"""``ocop build``: the whole site, or nothing when the content has errors."""

import datetime as dt
import os
import time
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from ocop import report
from ocop.cli import options
from ocop.cli.collector import uncollected
from ocop.cli.output import exit_code, show
from ocop.cli.profile import Profile
from ocop.cli.progress import Progress
from ocop.cli.question import Question
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.config import site_url
from ocop.project import CACHE
from ocop.request import BuildResult, Request
from ocop.source.listing import CONTENT
from ocop.text import Language
from ocop.watch import Watch
from ocop.ways import build_site

_EXTRAS = ("products", "pages", "written", "unchanged", "removed")


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Option(["--out"], type=click.Path(path_type=Path), metavar="DIR"),
        options.today(),
        click.Option(["--base-url"], metavar="URL"),
        click.Option(["--jobs"], type=click.IntRange(min=1), metavar="N"),
        click.Option(["--clean"], is_flag=True),
        click.Option(["--drafts"], is_flag=True),
        options.strict(),
        click.Option(["--profile"], is_flag=True),
        click.Option(["--explain"], metavar="PAGE"),
    ]
    return Verb("build", language, run, params)


def run(
    session: Session,
    out: Path | None,
    today: dt.date | None,
    base_url: str | None,
    jobs: int | None,
    clean: bool,
    drafts: bool,
    strict: bool,
    profile: bool,
    explain: str | None,
) -> int:
    """Build the project's site and report; return the exit code."""
    _refuse_address(base_url)
    project = session.project()
    if out is not None:
        # The folder as people write it: without "..", which a shell completes.
        out = Path(os.path.normpath(session.directory / out))
        _refuse_folder(project, out)
    request = Request(
        project,
        session.today(today),
        out=out,
        base_url=base_url,
        jobs=session.jobs(jobs),
        clean=clean,
        drafts=drafts,
        strict=strict,
    )
    started = time.monotonic()
    with Progress(session) as progress, uncollected():
        profiled = Profile(progress) if profile else None
        question = Question(request, session.directory, explain) if explain else None
        result = _build(request, progress, profiled, question)
    seconds = time.monotonic() - started
    extra: dict[str, Any] = {name: getattr(result, name) for name in _EXTRAS}
    extra["seconds"] = round(seconds, 3)
    if profiled and session.format == "json":
        extra["profile"] = profiled.data()
    if question and result.pages and session.format == "json":
        extra["explain"] = question.data()

    def summary(errors: int, warnings: int) -> str:
        found = report.faults(errors, warnings, session.language)
        if errors or (strict and warnings):
            return _failed(session, result, found)
        home = (request.out or project / "site") / "index.html"
        return _done(session, result, found, home, seconds)

    if profiled and session.format != "json":
        click.echo(f"{profiled.table(session)}\n", err=session.format == "github")
    if question and result.pages and session.format != "json":
        click.echo(f"{question.text(session.language)}\n", err=session.format == "github")
    show(session, project, result.diagnostics, summary, extra)
    return exit_code(result.diagnostics, strict)


def _refuse_address(base_url: str | None) -> None:
    if base_url is None:
        return
    try:
        site_url(base_url)
    except ValueError:
        raise WrongUse("usage.url", value=base_url) from None


def _refuse_folder(project: Path, out: Path) -> None:
    """Refuse a folder in which the next build would take the site for its own input."""
    for name in (CONTENT, "templates", CACHE):
        if out.resolve().is_relative_to((project / name).resolve()):
            raise WrongUse("usage.out", folder=name)


def _build(
    request: Request,
    progress: Progress,
    profile: Profile | None,
    question: Question | None,
) -> BuildResult:
    watch = Watch(progress.slow)
    if question:
        watch = replace(watch, explain=question.take)
    if profile is None:
        return build_site(request, progress, progress.wait, watch)
    watch = replace(watch, clock=time.process_time, spent=profile.spent)
    return build_site(request, profile, progress.wait, watch)


def _failed(session: Session, result: BuildResult, faults: str) -> str:
    products = report.counted(result.products, "products", session.language)
    return session.say("build.failed", products=products, faults=faults)


def _done(session: Session, result: BuildResult, faults: str, home: Path, seconds: float) -> str:
    language = session.language
    comma = "," if language == "vi" else "."
    return session.say(
        "build.warned" if faults else "build.done",
        products=report.counted(result.products, "products", language),
        faults=faults,
        pages=report.counted(result.pages, "pages", language),
        written=result.written,
        removed=result.removed,
        seconds=f"{seconds:.1f}".replace(".", comma),
        home=home,
    )
