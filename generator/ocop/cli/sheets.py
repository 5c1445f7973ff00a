"""``ocop sheets``: a trade sheet of each product, one page of A4, for the site or to send."""

import datetime as dt
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from ocop.cli import choosing, options, printing
from ocop.cli.choosing import Asked
from ocop.cli.collector import uncollected
from ocop.cli.edge import GOOD
from ocop.cli.output import exit_code, show
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.diagnostics import Diagnostic
from ocop.domain.product import Product
from ocop.project import CACHE
from ocop.report import counted, faults
from ocop.request import Request
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.fair.sheets.bundle import Faults, Job
    from ocop.pages.site import Site

Write = Callable[["Job", Progress], "Faults"]
"""Writes sheets to a place; returns what kept it from doing so."""

_OWN = "OCOP642"
"""What a run for the site is there to mend."""


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        *choosing.options(),
        printing.languages(),
        click.Option(["--out"], type=click.Path(path_type=Path), metavar="DIR|ZIP|PDF"),
        printing.mark(),
        options.today(),
        printing.opening(),
    ]
    return Verb("sheets", language, run, params)


def run(
    session: Session,
    languages: str | None,
    out: Path | None,
    mark: str,
    today: dt.date | None,
    opened: bool,
    **asked: Unpack[Asked],
) -> int:
    """Make the sheets and write them where they were asked for; return the exit code."""
    from ocop.fair.opened import open_project  # loads the checks: not for ``--help``
    from ocop.fair.sheets.pictures import coarse

    project = session.project()
    place, write = _place(session, project, out)
    request = Request(project, session.today(today), jobs=session.jobs(None))
    with Progress(session) as progress, uncollected():
        read = open_project(request, progress)
        told = tuple(one for one in read.diagnostics if out or one.code != _OWN)
        if read.site is None:
            return _refuse(session, project, told)
        printed = printing.printed_languages(languages, read.site.config)
        chosen = choosing.choose(session, read.site.catalogue, printed[0], asked)
        if chosen.diagnostics:
            return _refuse(session, project, (*told, *chosen.diagnostics))
        job = _job(request, read.site, chosen.products, printed, mark, progress)
        found = write(job, progress)
    told = (*told, *coarse(job.photos), *found)
    if found:
        return _refuse(session, project, told)
    _tell(session, project, told, len(job.wishes), place)
    if opened:
        printing.open_file(place)
    return GOOD


def _job(
    request: Request,
    site: "Site",
    products: Sequence[Product],
    languages: Sequence[Language],
    mark: str,
    progress: Progress,
) -> "Job":
    """Return what is to be made, with its photos."""
    from ocop.fair.sheets.bundle import Job
    from ocop.fair.sheets.making import Wish
    from ocop.fair.sheets.pictures import photos_of

    made = partial(progress, "photos")
    photos = photos_of(request.project, site.config.photos, products, request.jobs, made)
    wishes = tuple(Wish(one, code) for one in products for code in languages)
    return Job(site, wishes, photos, mark)


def _place(session: Session, project: Path, out: Path | None) -> tuple[Path, Write]:
    """Return where the sheets go, and what writes them there."""
    from ocop.fair.sheets.bundle import into_folder, into_pdf, into_project, into_zip
    from ocop.pages.trade_sheets import FOLDER

    if out is None:
        return project / FOLDER, lambda job, progress: into_project(
            job, project, partial(progress, "sheets")
        )
    place = Path(os.path.normpath(session.directory / out))
    suffix = place.suffix.lower() if not place.is_dir() else ""
    if suffix in (".pdf", ".zip"):
        printing.out_file(session, project, out, "")
    else:
        _refuse_folder(project, place)
    if suffix == ".pdf":
        return place, lambda job, _: into_pdf(job, place)
    into = into_zip if suffix == ".zip" else into_folder
    return place, lambda job, progress: into(job, place, partial(progress, "sheets"))


def _refuse_folder(project: Path, place: Path) -> None:
    """Refuse what can be no folder, and one in which a build would take sheets for its input."""
    there = next(one for one in (place, *place.parents) if one.exists())
    if not there.is_dir():
        raise WrongUse("sheets.no-folder", place=place)
    from ocop.pages.trade_sheets import FOLDER

    for folder in ("content", "templates", FOLDER, CACHE):
        if place.resolve().is_relative_to((project / folder).resolve()):
            raise WrongUse("printing.inside", called="--out", folder=folder)


def _refuse(session: Session, project: Path, diagnostics: Sequence[Diagnostic]) -> int:
    """Report the faults for which nothing was written."""

    def summary(errors: int, warnings: int) -> str:
        return session.say("sheets.failed", faults=faults(errors, warnings, session.language))

    show(session, project, diagnostics, summary, {"sheets": 0})
    return exit_code(diagnostics, strict=False)


def _tell(
    session: Session, project: Path, diagnostics: Sequence[Diagnostic], sheets: int, place: Path
) -> None:
    def summary(errors: int, warnings: int) -> str:
        return session.say(
            "sheets.warned" if errors or warnings else "sheets.done",
            sheets=counted(sheets, "sheets", session.language),
            faults=faults(errors, warnings, session.language),
            place=place,
        )

    show(session, project, diagnostics, summary, {"sheets": sheets, "place": str(place)})
