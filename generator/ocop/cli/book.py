"""``ocop book``: the printed catalogue, for screens or for a print shop."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Unpack, get_args

import click

from ocop.cli import choosing, options, printing
from ocop.cli.choosing import Asked
from ocop.cli.collector import uncollected
from ocop.cli.edge import GOOD
from ocop.cli.output import exit_code, show
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.verbs import Verb
from ocop.config import BookChapters, PaperSize
from ocop.diagnostics import Diagnostic
from ocop.report import counted, faults
from ocop.request import Request
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.fair.opened import Opened


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        *choosing.options(),
        printing.languages(),
        click.Option(["--size"], type=click.Choice(get_args(PaperSize))),
        click.Option(["--per-page"], type=click.Choice(("1", "2", "4"))),
        click.Option(["--chapters"], type=click.Choice(get_args(BookChapters))),
        click.Option(["--press"], is_flag=True),
        printing.out(),
        printing.opening(),
        options.strict(),
        options.today(),
    ]
    return Verb("book", language, run, params)


def run(
    session: Session,
    languages: str | None,
    size: PaperSize | None,
    per_page: str | None,
    chapters: BookChapters | None,
    press: bool,
    out: Path | None,
    opened: bool,
    strict: bool,
    today: dt.date | None,
    **asked: Unpack[Asked],
) -> int:
    """Write the book to a file, or say why not; return the exit code."""
    from ocop.fair.book.make import make_book  # loads the pages: not for ``--help``
    from ocop.fair.book.wish import wish_of
    from ocop.fair.deliver import delivering
    from ocop.fair.opened import open_project

    project = session.project()
    file = printing.out_file(session, project, out, "ocop-book.pdf")
    request = Request(project, session.today(today), jobs=session.jobs(None))
    with Progress(session) as progress, uncollected():
        read = open_project(request, progress)
        if read.site is None:
            return _report(session, read, read.diagnostics)
        config, catalogue = read.site.config, read.site.catalogue
        spoken = printing.printed_languages(languages, config)
        chosen = choosing.choose(session, catalogue, spoken[0], asked)
        if chosen.diagnostics:
            return _report(session, read, chosen.diagnostics)
        wish = wish_of(
            config.book, spoken, size=size, each=int(per_page) if per_page else None,
            chapters=chapters, press=press, fair=chosen.choice.fair,
        )  # fmt: skip
        made = make_book(read.site, project, chosen.products, wish, request.jobs, progress)
        if made.pdf is None or (strict and made.diagnostics):
            return _report(session, read, made.diagnostics)
        with delivering(file) as beside, beside.open("wb") as whole:
            whole.writelines(made.pdf)
    _tell(session, read, len(chosen.products), made.diagnostics, file)
    if opened:
        printing.open_file(file)
    return GOOD


def _report(session: Session, read: "Opened", found: tuple[Diagnostic, ...]) -> int:
    """Report the faults for which nothing was written."""

    def summary(errors: int, warnings: int) -> str:
        return session.say("book.failed", faults=faults(errors, warnings, session.language))

    show(session, read.project, found, summary, {})
    return exit_code(found, strict=True)


def _tell(
    session: Session, read: "Opened", products: int, found: tuple[Diagnostic, ...], file: Path
) -> None:
    """Say what was written, after what there is to warn of."""
    language, size = session.language, file.stat().st_size

    def summary(_: int, __: int) -> str:
        from ocop.pages.formats import formats  # reads CLDR

        told = {"products": counted(products, "products", language), "file": file}
        return session.say("book.done", size=formats(language).weight(size), **told)

    extra = {"file": str(file), "products": products, "bytes": size}
    show(session, read.project, found, summary, extra)
