"""``ocop pack``: a dated edition of the site to carry along, as a folder or a zip file."""

import datetime as dt
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

import click

from ocop.cli import choosing, options, printing
from ocop.cli.choosing import Asked
from ocop.cli.collector import uncollected
from ocop.cli.edge import GOOD
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.config import Config
from ocop.project import CACHE
from ocop.request import Request
from ocop.text import Language

_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "KI": 2**10, "MI": 2**20, "GI": 2**30}
_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([KMG]I?|)B?", re.IGNORECASE)
_PRIVATE = ("content", "templates", CACHE)


class _Bytes(click.ParamType[int]):
    """A number of bytes written as people do: ``500MB``, ``1,5 GB``."""

    name = "SIZE"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> int:
        """Return the bytes; :class:`WrongUse` for anything else."""
        if isinstance(value, int):
            return value
        found = _SIZE.fullmatch(str(value).strip())
        size = float(found[1].replace(",", ".")) * _UNITS[found[2].upper()] if found else 0
        if size < 1:
            raise WrongUse("pack.bad-size", value=value)
        return int(size)


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        *choosing.options(),
        click.Option(["--language"], multiple=True, metavar="CODE"),
        click.Option(["--out"], type=click.Path(path_type=Path), multiple=True, metavar="PATH"),
        click.Option(["--max-size"], type=_Bytes()),
        click.Option(["--dry-run"], is_flag=True),
        options.today(),
        click.Option(["--jobs"], type=click.IntRange(min=1), metavar="N"),
        printing.opening(),
    ]
    return Verb("pack", language, run, params)


def run(
    session: Session,
    language: tuple[str, ...],
    out: tuple[Path, ...],
    max_size: int | None,
    dry_run: bool,
    today: dt.date | None,
    jobs: int | None,
    opened: bool,
    **asked: Unpack[Asked],
) -> int:
    """Make an edition and write it to its places; return the exit code."""
    from ocop.cli import packed  # loads the checks: not for ``--help``
    from ocop.fair.opened import open_project
    from ocop.fair.pack.pack import Wish, pack, weigh

    project, day = session.project(), session.today(today)
    places = _places(session, project, out, day)
    request = Request(project, day, jobs=session.jobs(jobs))
    with Progress(session) as progress, uncollected():
        project_read = open_project(request, progress)
        if project_read.site is None:
            return packed.refuse(session, project, project_read.diagnostics)
        site, warnings = project_read.site, project_read.diagnostics
        chosen = choosing.choose(session, site.catalogue, site.config.language, asked)
        if chosen.diagnostics:
            return packed.refuse(session, project, (*warnings, *chosen.diagnostics))
        languages = _languages(language, site.config)
        wish = Wish(chosen.choice, chosen.products, languages, places, max_size)
        weighed = weigh(site, request, wish, progress)
    if weighed.edition is None:
        return packed.refuse(session, project, (*warnings, *weighed.diagnostics))
    if dry_run:
        return packed.foretell(session, project, warnings, wish, weighed)
    if session.moving:
        click.echo(packed.foreseen(session, wish, weighed), err=True)
    before = [place for place in places if place.exists()]
    with Progress(session) as progress, uncollected():
        done = pack(request, wish, weighed, progress, progress.wait)
    if not done.files:
        return packed.refuse(session, project, (*warnings, *done.diagnostics))
    packed.tell(session, project, (*warnings, *done.diagnostics), wish, done, before)
    if opened:
        _open(places[0])
    return GOOD


def _places(session: Session, project: Path, out: Sequence[Path], day: dt.date) -> tuple[Path, ...]:
    """Return where to write: what was asked for, else a dated zip file that is not there yet."""
    if not out:
        return (_free(session.directory / f"ocop-{day.isoformat()}.zip"),)
    places = tuple(Path(os.path.normpath(session.directory / one)) for one in out)
    for place in places:
        _refuse_place(project, place)
    if len(set(places)) < len(places):
        raise WrongUse("pack.twice")
    return places


def _free(file: Path) -> Path:
    """Return ``file``, or its name with a number where an edition of that day is there already."""
    number, free = 1, file
    while free.exists():
        number += 1
        free = file.with_stem(f"{file.stem}-{number}")
    return free


def _refuse_place(project: Path, place: Path) -> None:
    from ocop.fair.pack.pack import is_zip

    above = next(one for one in place.parents if one.exists())
    if not above.is_dir() or (place.exists() and place.is_dir() == is_zip(place)):
        raise WrongUse("pack.no-place", place=place)
    for name in _PRIVATE:
        if place.resolve().is_relative_to((project / name).resolve()):
            raise WrongUse("printing.inside", called="--out", folder=name)
    if project.is_relative_to(place.resolve()):
        raise WrongUse("pack.no-place", place=place)


def _languages(asked: Sequence[str], config: Config) -> tuple[Language, ...]:
    """Return the languages of the edition in the order of the site's; all if none is asked for."""
    for one in asked:
        if one not in config.languages:
            raise WrongUse("usage.choice", name="--language", choices=", ".join(config.languages))
    return tuple(one for one in config.languages if one in asked or not asked)


def _open(place: Path) -> None:
    """Show an edition: the start page of a folder, a zip file where it lies."""
    if place.is_dir():
        printing.open_file(place / "BATDAU.html")
    else:
        click.launch(str(place), locate=True)
