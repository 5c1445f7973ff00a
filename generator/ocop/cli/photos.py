"""``ocop photos``: originals made lighter or upright, their names made tidy."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ocop.cli.edge import GOOD
from ocop.cli.output import exit_code, show
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.diagnostics import Diagnostic
from ocop.source.listing import CONTENT
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.editors.photo_care.ledger import Step

_LEAST_SIDE = 1600
"""The widest photo of the site: shorter originals would show."""


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Argument(
            ["action"], type=click.Choice(("shrink", "rename", "orient")), metavar="ACTION"
        ),
        click.Argument(["paths"], nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path)),
        click.Option(["--side"], type=click.IntRange(_LEAST_SIDE, 20_000), metavar="PIXELS"),
        click.Option(["--keep"], type=click.Path(path_type=Path, file_okay=False), metavar="DIR"),
        click.Option(["--dry-run"], is_flag=True),
    ]
    return Verb("photos", language, run, params)


def run(
    session: Session,
    action: str,
    paths: tuple[Path, ...],
    side: int | None,
    keep: Path | None,
    dry_run: bool,
) -> int:
    """Care for the photos that are meant; return the exit code."""
    from ocop.editors.photo_care import work  # loads Pillow: not for ``--help``
    from ocop.editors.photo_care.chosen import chosen_photos

    project = session.project()
    wanted = _existing(session, project, paths)
    if side is not None and action != "shrink":
        raise WrongUse("photos.side-elsewhere")
    if keep is not None and (session.directory / keep).resolve().is_relative_to(project / CONTENT):
        raise WrongUse("photos.keep-inside", folder=keep)
    photos = tuple(chosen_photos(project, wanted))
    loose = work.loose_files(project) if keep is None else frozenset()
    bench = work.Bench(project, session.directory / keep if keep else None, dry_run)
    with Progress(session) as progress:
        if action == "rename":
            steps, faults = work.rename(bench, photos)
        else:
            steps, faults = work.treat(bench, photos, action, side, _counter(progress))
    faults = (*faults, *work.unkept(steps, loose))
    return _report(session, project, action, dry_run, len(photos), steps, faults)


def _existing(session: Session, project: Path, paths: Sequence[Path]) -> list[Path]:
    wanted = [(session.directory / path).absolute() for path in paths]
    for path, given in zip(wanted, paths, strict=True):
        if not path.exists() or not path.resolve().is_relative_to(project / CONTENT):
            raise WrongUse("fmt.no-path", path=given)
    return wanted


def _counter(progress: Progress) -> Callable[[int, int], None]:
    return lambda done, of: progress("photos", done, of)


def _report(
    session: Session,
    project: Path,
    action: str,
    dry_run: bool,
    photos: int,
    steps: Sequence["Step"],
    faults: Sequence[Diagnostic],
) -> int:
    if session.format == "text":
        click.echo(_table(session, steps) if steps else "", nl=False)

    def summary(*_: int) -> str:
        saved = _millions(session, sum(step.before.bytes - step.after.bytes for step in steps))
        key = "none" if not steps else f"{action}-would" if dry_run else f"{action}-done"
        say = session.say
        return say(f"photos.{key}", photos=len(steps), of=photos, saved=saved)

    show(session, project, faults, summary, {"photos": [step.data() for step in steps]})
    return exit_code(faults, strict=False) or GOOD


def _table(session: Session, steps: Sequence["Step"]) -> str:
    """Return a line for each photo: before and after in columns, and what was taken out."""
    rows = [_cells(session, step) for step in steps]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        f"{name:{widths[0]}}  {before:>{widths[1]}} → {after:<{widths[2]}}{told}".rstrip() + "\n"
        for name, before, after, told in rows
    )


def _millions(session: Session, size: int) -> str:
    text = f"{size / 1_000_000:.1f}"
    return text.replace(".", ",") if session.language == "vi" else text


def _cells(session: Session, step: "Step") -> tuple[str, str, str, str]:
    if step.target != step.source:
        folder, _, old = step.source.rpartition("/")
        return folder, old, step.target.rpartition("/")[2], ""
    before, after = (
        f"{_millions(session, one.bytes)} MB {one.width}×{one.height}"
        for one in (step.before, step.after)
    )
    removed = ", ".join(session.say(f"photos.{tale}") for tale in step.removed)
    told = f"  ({session.say('photos.removed', what=removed)})" if removed else ""
    return step.source, before, after, told
