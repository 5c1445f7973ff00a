"""``ocop labels``: price tags, shelf strips, stickers, tent cards, booth boards and posters."""

import datetime as dt
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
from ocop.fair.labels.kinds import KINDS, Kind
from ocop.report import counted, faults
from ocop.request import Request
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.fair.labels.print_labels import Order, Printed
    from ocop.fair.opened import Opened

_MOST = 1000


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Option(["--kind"], type=click.Choice(tuple(KINDS)), default=next(iter(KINDS))),
        click.Option(["--sheet"], metavar="NAME"),
        *choosing.options(),
        printing.languages(),
        click.Option(["--copies"], type=click.IntRange(1, _MOST), default=1, metavar="N"),
        click.Option(["--start"], type=click.IntRange(min=1), default=1, metavar="N"),
        click.Option(["--duplex"], is_flag=True),
        printing.mark(),
        printing.out(),
        printing.opening(),
        options.strict(),
        options.today(),
    ]
    return Verb("labels", language, run, params)


def run(
    session: Session,
    kind: str,
    sheet: str | None,
    languages: str | None,
    copies: int,
    start: int,
    duplex: bool,
    mark: str,
    out: Path | None,
    opened: bool,
    strict: bool,
    today: dt.date | None,
    **asked: Unpack[Asked],
) -> int:
    """Print labels of one kind to a file; return the exit code."""
    from ocop.fair.deliver import deliver  # loads the checks: not for ``--help``
    from ocop.fair.labels.print_labels import Order, print_labels
    from ocop.fair.opened import open_project

    wanted, project = KINDS[kind], session.project()
    file = printing.out_file(session, project, out, f"ocop-{kind}.pdf")
    request = Request(project, session.today(today), jobs=session.jobs(None))
    with Progress(session) as progress, uncollected():
        read = open_project(request, progress)
        if read.site is None:
            return _report(session, read, read.diagnostics)
        sheet = sheet or read.site.config.labels.sheet(kind)
        _refuse_sheet(wanted, sheet, start, duplex)
        spoken = printing.printed_languages(languages, read.site.config)
        chosen = choosing.choose(session, read.site.catalogue, spoken[0], asked)
        if chosen.diagnostics:
            return _report(session, read, chosen.diagnostics)
        order = Order(
            wanted, chosen.products, chosen.choice, spoken, sheet,
            chosen.copies, copies, start, duplex, mark,
        )  # fmt: skip
        printed = print_labels(project, read.site, order, request.jobs, progress)
    if printed.pdf is None or (strict and printed.diagnostics):
        return _report(session, read, printed.diagnostics)
    deliver(file, printed.pdf)
    _tell(session, read, order, printed, file)
    if opened:
        printing.open_file(file)
    return GOOD


def _refuse_sheet(kind: Kind, sheet: str | None, start: int, duplex: bool) -> None:
    """Refuse a sheet that the kind has not, a cell that the sheet has not, and a wrong back."""
    if sheet is not None and sheet not in kind.sheets:
        raise WrongUse("usage.choice", name="--sheet", choices=", ".join(kind.sheets))
    if start > kind.grid(sheet).cells:
        raise WrongUse("usage.range", name="--start", min=1, max=kind.grid(sheet).cells)
    if duplex and not kind.duplex:
        raise WrongUse("labels.no-back", kind=kind.name)


def _report(session: Session, read: "Opened", found: tuple[Diagnostic, ...]) -> int:
    """Report the faults for which nothing was written."""

    def summary(errors: int, warnings: int) -> str:
        return session.say("labels.failed", faults=faults(errors, warnings, session.language))

    show(session, read.project, found, summary, {"labels": 0, "pages": 0})
    return exit_code(found, strict=True)


def _tell(session: Session, read: "Opened", order: "Order", printed: "Printed", file: Path) -> None:
    """Say what was written, after what there is to warn of."""
    language = session.language

    def summary(_: int, __: int) -> str:
        return session.say(
            "labels.done-both" if order.duplex else "labels.done",
            kind=session.say(f"labels.kind.{order.kind.name}"),
            products=counted(len(order.products), "products", language),
            labels=printed.labels,
            pages=counted(printed.pages, "pages", language),
            file=file,
        )

    extra = {"file": str(file), "labels": printed.labels, "pages": printed.pages}
    show(session, read.project, printed.diagnostics, summary, extra)
