"""``ocop cache``: what earlier builds have kept in ``.ocop/``, and clearing out the rest."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ocop.cli import options
from ocop.cli.edge import FAULTS, GOOD
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.report import as_json
from ocop.request import Request
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.cache import Kept

_MEGABYTE = 10**6


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Argument(["action"], type=click.Choice(("stats", "prune")), metavar="stats|prune"),
        click.Option(["--dry-run"], is_flag=True),
        click.Option(["--all"], is_flag=True),
        options.today(),
    ]
    return Verb("cache", language, run, params)


def run(session: Session, action: str, dry_run: bool, all: bool, today: dt.date | None) -> int:
    """Show or clear the cache; return the exit code."""
    from ocop import cache  # loads the checks: not for ``--help``

    project = session.project()
    if action == "stats" and (dry_run or all):
        raise WrongUse("cache.unfit", option="--dry-run" if dry_run else "--all")
    request = Request(project, session.today(today), jobs=session.jobs(None))
    waiting = Progress(session).wait
    try:
        if action == "stats":
            return _show(session, cache.contents(request))
        held = cache.everything(project) if all else ()
        if dry_run:
            return _tell(session, [one for one in held or cache.contents(request) if not one.used])
        gone = cache.prune(project, lambda: held or cache.contents(request), waiting)
        return _tell(session, gone, done=True)
    except cache.UnsoundContent:
        click.echo(session.say("cache.unsound"), err=True)
        return FAULTS


def _show(session: Session, held: "Sequence[Kept]") -> int:
    from ocop.cache import PARTS

    rows = {str(part): _sums([one for one in held if one.part == part]) for part in PARTS}
    rows["total"] = _sums(held)
    if session.format == "json":
        click.echo(as_json(rows))
        return GOOD
    widest = max(len(session.say(f"cache.{part}")) for part in rows)
    for part, row in rows.items():
        weights = {"size": _size(row["bytes"]), "unused_size": _size(row["unused_bytes"])}
        text = session.say("cache.row", **{**row, **weights})
        click.echo(f"{session.say(f'cache.{part}').ljust(widest)}  {text}")
    return GOOD


def _sums(held: "Sequence[Kept]") -> dict[str, int]:
    unused = [one.bytes for one in held if not one.used]
    return {
        "files": len(held),
        "bytes": sum(one.bytes for one in held),
        "unused_files": len(unused),
        "unused_bytes": sum(unused),
    }


def _tell(session: Session, gone: "Sequence[Kept]", *, done: bool = False) -> int:
    size = sum(one.bytes for one in gone)
    if session.format == "json":
        click.echo(as_json({"removed": done, "files": len(gone), "bytes": size}))
    else:
        key = "cache.pruned" if done else "cache.would-prune"
        click.echo(session.say(key, files=len(gone), size=_size(size)))
    return GOOD


def _size(size: int) -> str:
    """Return a weight in whole units, which need no decimal sign."""
    return f"{size / _MEGABYTE:.0f} MB" if size >= _MEGABYTE else f"{size / 1000:.0f} kB"
