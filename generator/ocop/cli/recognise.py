"""``ocop recognise``: one decision entered for many products at once."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import click

from ocop.cli import choosing, options
from ocop.cli.choosing import Asked as Choosing
from ocop.cli.collector import uncollected
from ocop.cli.edge import FAULTS, GOOD
from ocop.cli.output import show
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.dates import PartialDate
from ocop.diagnostics import Diagnostic, has_errors
from ocop.domain.recognition import RecognitionKind
from ocop.paths import SourcePath
from ocop.report import counted, faults
from ocop.request import Request
from ocop.text import Language, localise, slugify

if TYPE_CHECKING:
    from ocop.domain.recognition import Rating
    from ocop.editors.recognising import Asked, Decision, Entered
    from ocop.editors.roll import Row
    from ocop.fair.opened import Opened
    from ocop.pages.site import Site

_LEAST, _MOST = 3, 5
_PDF = ".pdf"
_WIDEST = 13
"""As wide as the longest word for a kind."""


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    kinds = click.Choice(get_args(RecognitionKind))
    params: list[click.Parameter] = [
        click.Argument(["ids"], nargs=-1, metavar="[ID]..."),
        click.Option(["--stars"], type=click.IntRange(_LEAST, _MOST), metavar="N"),
        click.Option(["--decision"], required=True, metavar="TEXT"),
        click.Option(["--date"], required=True, metavar="DD/MM/YYYY"),
        click.Option(["--authority"], required=True, metavar="TEXT"),
        click.Option(["--kind"], type=kinds),
        click.Option(["--document"], metavar="FILE|URL"),
        *choosing.options(),
        click.Option(["--force"], is_flag=True),
        click.Option(["--dry-run"], is_flag=True),
        options.today(),
    ]
    return Verb("recognise", language, run, params)


def run(
    session: Session,
    ids: tuple[str, ...],
    stars: int | None,
    decision: str,
    date: str,
    authority: str,
    kind: RecognitionKind | None,
    document: str | None,
    force: bool,
    dry_run: bool,
    today: dt.date | None,
    **asked: Any,
) -> int:
    """Enter the decision, or say why not; return the exit code."""
    from ocop.content.reader import Reader  # loads the checks: not for ``--help``
    from ocop.editors.recognising import Decision, enter
    from ocop.fair.opened import open_project

    project, day = session.project(), session.today(today)
    paper = _Paper(session, document, decision)
    settled = Decision(_said("decision", decision), _day(date), _said("authority", authority),
                       kind, paper.name)  # fmt: skip
    with Progress(session) as progress, uncollected():
        request = Request(project, day, drafts=True, jobs=session.jobs(None))
        opened = open_project(request, progress)
        if opened.site is None:
            return _refused(session, project, opened.diagnostics)
        rows, wrong = _rows(session, opened.site, ids, stars, asked)
        reader = Reader(project, opened.site.config, day)
        entered, found = enter(reader, settled, rows, forced=force)
    found = (*wrong, *found)
    if has_errors(found):
        return _refused(session, project, found)
    if not dry_run:
        _write(project, entered, paper)
    _tell(session, opened, settled, entered, found, dry_run)
    return GOOD


def _rows(
    session: Session, site: "Site", ids: Sequence[str], stars: int | None, asked: dict[str, Any]
) -> tuple[Sequence["Asked"], Sequence[Diagnostic]]:
    """Return every product that was asked for once, with its stars, and faults of the list."""
    from ocop.editors.recognising import Asked

    roll, asked["list"] = asked["list"], None
    asked["product"] = (*asked["product"], *ids)
    rows: list[Asked] = []
    wrong: Sequence[Diagnostic] = ()
    if roll is not None:
        listed, wrong = _roll(session, site, roll, stars)
        rows += listed
    if any(asked.values()):
        if stars is None:
            raise WrongUse("recognise.no-stars")
        chosen = choosing.choose(
            session, site.catalogue, site.config.language, cast(Choosing, asked)
        )
        rows += [Asked(one.id, stars, one.path) for one in chosen.products]
        wrong = (*wrong, *chosen.diagnostics)
    if not rows and not wrong:
        raise WrongUse("recognise.nothing")
    return tuple({one.product: one for one in reversed(rows)}.values())[::-1], wrong


def _roll(
    session: Session, site: "Site", file: Path, stars: int | None
) -> tuple[Sequence["Asked"], Sequence[Diagnostic]]:
    from ocop.cli.listed import names_of
    from ocop.cli.near import nearest
    from ocop.editors.roll import known, read_roll

    rows, faults = _rows_in(session, file)
    products = site.catalogue.products.values()
    named = names_of(products)
    names = known(products, lambda label: nearest(label, named))
    asked, wrong = read_roll(SourcePath(file.as_posix()), rows, names, stars)
    return asked, (*faults, *wrong)


def _rows_in(session: Session, file: Path) -> tuple[Sequence["Row"], Sequence[Diagnostic]]:
    """Return the rows of a text, or of all sheets of a workbook that have headings."""
    from ocop.editors.lists.read import read_list  # reads workbooks: only for a list
    from ocop.editors.roll import rows_of, rows_of_sheet

    try:
        raw = (session.directory / file).read_bytes()
        with suppress(UnicodeDecodeError):
            return tuple(rows_of(raw.decode("utf-8-sig"))), ()
        sheets, faults = read_list(session.directory / file)
    except OSError:
        raise WrongUse("choose.no-list", file=file) from None
    rows = tuple(row for sheet in sheets for row in rows_of_sheet(sheet))
    if not rows and not faults:
        raise WrongUse("recognise.no-headings", file=file)
    return rows, faults


class _Paper:
    """The decision itself: a PDF that is put beside each product, or an address."""

    def __init__(self, session: Session, given: str | None, decision: str) -> None:
        self.name, self.content = given, b""
        if given is None or "://" in given:
            return
        file = session.directory / given
        if file.suffix.lower() != _PDF or not file.is_file():
            raise WrongUse("recognise.no-document", file=given)
        self.name, self.content = f"{slugify(decision)}{_PDF}", file.read_bytes()


def _write(project: Path, entered: Sequence["Entered"], paper: _Paper) -> None:
    from ocop.fair.deliver import deliver_all

    files = {project / one.path: one.text.encode() for one in entered}
    if paper.content:
        files |= {(project / one.path).parent / str(paper.name): paper.content for one in entered}
    deliver_all(files)


def _said(option: str, value: str) -> str:
    if not value.strip():
        raise WrongUse("usage.option-value", option=f"--{option}")
    return " ".join(value.split())


def _day(text: str) -> PartialDate:
    """Return the day of the decision; it is on the paper, so that nothing less will do."""
    try:
        date = PartialDate.parse(text.strip())
    except ValueError:
        date = None
    if date is None or date.day is None:
        raise WrongUse("recognise.bad-date", value=text)
    return date


def _refused(session: Session, project: Path, found: Sequence[Diagnostic]) -> int:
    def summary(errors: int, warnings: int) -> str:
        return session.say("recognise.failed", faults=faults(errors, warnings, session.language))

    show(session, project, found, summary, {"recognised": []})
    return FAULTS


def _tell(
    session: Session,
    opened: "Opened",
    decision: "Decision",
    entered: Sequence["Entered"],
    found: Sequence[Diagnostic],
    dry_run: bool,
) -> None:
    """Say what was entered, after a table of it and what there is to warn of."""
    if session.format == "text":
        for line in _table(session, entered):
            click.echo(line)

    def summary(*_: int) -> str:
        key = "recognise.would" if dry_run else "recognise.done"
        products = counted(len(entered), "products", session.language)
        return session.say(key, products=products, decision=decision.number)

    data = [_data(one) for one in entered]
    show(session, opened.project, found, summary, {"recognised": data, "dry_run": dry_run})


def _table(session: Session, entered: Sequence["Entered"]) -> Iterator[str]:
    language = session.language
    for one in entered:
        name, _ = localise(one.product.name, language, language)
        kind = session.say(f"recognise.kind.{one.kind}")
        stars = f"{_stars(one.before):>3} → {_stars(one.after):>3}"
        yield f"  {stars}  {kind:<{_WIDEST}}  {name} ({one.product.id})"


def _stars(rating: "Rating") -> str:
    return f"{rating.stars} ★" if rating.stars else "–"


def _data(one: "Entered") -> dict[str, Any]:
    expires = one.after.expires
    return {
        "id": one.product.id,
        "path": one.path,
        "kind": one.kind,
        "stars_before": one.before.stars,
        "stars": one.after.stars,
        "expires": expires.isoformat() if expires else None,
    }
