"""``ocop export``: chosen products and their producers as a file to hand over."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from ocop.cli import choosing, options, printing
from ocop.cli.choosing import Asked, Chosen
from ocop.cli.collector import uncollected
from ocop.cli.edge import GOOD
from ocop.cli.output import exit_code, show
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.diagnostics import Diagnostic
from ocop.report import counted, faults
from ocop.request import Request
from ocop.text import Language, localise

if TYPE_CHECKING:
    from ocop.domain.catalogue import Catalogue
    from ocop.editors.handing.chosen import Handover
    from ocop.editors.handing.forms import Form

_FORMS = ("xlsx", "csv", "json", "vcf", "zip")
"""Those of :mod:`ocop.editors.handing.forms`, which is not loaded for help."""


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    file = click.Argument(["file"], metavar="FILE", type=click.Path(path_type=Path))
    params: list[click.Parameter] = [
        file,
        click.Option(["--as", "form"], type=click.Choice(_FORMS)),
        *choosing.options(),
        click.Option(["--private"], is_flag=True),
        click.Option(["--drafts"], is_flag=True),
        click.Option(["--semicolon"], is_flag=True),
        options.today(),
    ]
    return Verb("export", language, run, params)


def run(
    session: Session,
    file: Path,
    form: str | None,
    private: bool,
    drafts: bool,
    semicolon: bool,
    today: dt.date | None,
    **asked: Unpack[Asked],
) -> int:
    """Write what was chosen to a file, or say why not; return the exit code."""
    from ocop.editors.handing.chosen import handover  # loads the schema: not for ``--help``
    from ocop.editors.handing.forms import Order, write
    from ocop.fair.opened import open_project

    project = session.project()
    place = printing.out_file(session, project, file, "", called="FILE")
    made = _form(place, form)
    day = session.today(today)
    request = Request(project, day, jobs=session.jobs(None), drafts=drafts)
    with Progress(session) as progress, uncollected():
        read = open_project(request, progress)
        if read.site is None:
            return _refuse(session, project, read.diagnostics)
        config, catalogue = read.site.config, read.site.catalogue
        chosen = choosing.choose(session, catalogue, config.language, asked)
        if found := _faults(chosen, catalogue):
            return _refuse(session, project, found)
        makers = None if chosen.choice.narrows else tuple(catalogue.producers)
        given = handover(
            project, catalogue, chosen.products, config.language, producers=makers, private=private
        )
        site = localise(config.title, session.language, config.language)[0]
        write(made, Order(given, session.language, site, day, semicolon), project, place)
    _tell(session, project, given, place)
    return GOOD


def _form(file: Path, asked: str | None) -> "Form":
    """Return the form asked for, else that of the file's name; :class:`WrongUse` for neither."""
    from ocop.editors.handing.forms import FORMS, form_of

    found = next((one for one in FORMS if one == asked), None) or form_of(file)
    if found is None:
        raise WrongUse("export.no-form", file=file.name, forms=", ".join(FORMS))
    return found


def _faults(chosen: Chosen, catalogue: "Catalogue") -> tuple[Diagnostic, ...]:
    """Return why nothing can be handed over; producers alone are something, too."""
    alone = not chosen.choice.narrows and catalogue.producers
    return () if alone else chosen.diagnostics


def _refuse(session: Session, project: Path, found: tuple[Diagnostic, ...]) -> int:
    """Report the faults for which nothing was written."""

    def summary(errors: int, warnings: int) -> str:
        return session.say("export.failed", faults=faults(errors, warnings, session.language))

    show(session, project, found, summary, {})
    return exit_code(found, strict=False)


def _tell(session: Session, project: Path, given: "Handover", file: Path) -> None:
    """Say what was written, and what became of that which producers keep to themselves."""
    language, size = session.language, file.stat().st_size
    told = {"products": len(given.products), "producers": len(given.producers)}

    def summary(_: int, __: int) -> str:
        from ocop.pages.formats import formats  # reads CLDR

        things = {name: counted(number, name, language) for name, number in told.items()}
        done = session.say("export.done", file=file, size=formats(language).weight(size), **things)
        return "\n".join((done, *_of_private(session, given)))

    extra = {"file": str(file), "bytes": size, **told, "private": given.private}
    show(session, project, (), summary, extra)


def _of_private(session: Session, given: "Handover") -> tuple[str, ...]:
    if not given.keeping:
        return ()
    keeping = counted(given.keeping, "producers", session.language)
    return (
        session.say(
            "export.told-private" if given.private else "export.told-public", keeping=keeping
        ),
    )
