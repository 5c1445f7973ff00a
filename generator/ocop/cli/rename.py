"""``ocop rename OLD NEW``: an entry under another id, with everything that leads to it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ocop.cli import options
from ocop.cli.collector import uncollected
from ocop.cli.edge import FAULTS, GOOD
from ocop.cli.output import show
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.diagnostics import Diagnostic, has_errors
from ocop.paths import EntryId, is_entry_id
from ocop.report import faults
from ocop.source.entry import FOLDERS, Kind
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.editors.renaming import Renaming
    from ocop.request import Request


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Argument(["old"], metavar="OLD"),
        click.Argument(["new"], metavar="NEW"),
        click.Option(["--kind"], type=click.Choice(tuple(FOLDERS.values()))),
        click.Option(["--dry-run"], is_flag=True),
        options.today(),
    ]
    return Verb("rename", language, run, params)


def run(
    session: Session, old: str, new: str, kind: str | None, dry_run: bool, today: dt.date | None
) -> int:
    """Rename the entry, or say why not; return the exit code."""
    from ocop.build import check_project  # loads the checks: not for ``--help``
    from ocop.editors.renaming import renaming
    from ocop.request import Request

    project = session.project()
    kept = _kind(project, old, kind)
    asked, found = renaming(project, kept, EntryId(old), _free(project, kept, new))
    if has_errors(found):
        return _refused(session, project, found)
    if dry_run:
        _tell(session, asked, (), "rename.would")
        return GOOD
    request = Request(project, session.today(today), jobs=session.jobs(None))
    with Progress(session) as progress, uncollected():
        before = check_project(request, progress).diagnostics
        worse = _apply(request, asked, before)
    if has_errors(worse):
        return _refused(session, project, worse)
    _tell(session, asked, worse, "rename.done")
    return GOOD


def _kind(project: Path, old: str, kind: str | None) -> Kind:
    """Return the kind of the entry to rename; :class:`WrongUse` where that is not one."""
    from ocop.editors.renaming import kinds_of

    found = [one for one in kinds_of(project, old) if is_entry_id(old) and kind in (None, one)]
    if not found:
        raise WrongUse("rename.unknown", entry=old)
    if len(found) > 1:
        raise WrongUse("rename.several", entry=old, kinds=", ".join(found))
    return found[0]


def _free(project: Path, kind: Kind, new: str) -> EntryId:
    from ocop.editors.renaming import is_taken
    from ocop.source.names import proposed_id

    if not is_entry_id(new):
        raise WrongUse("new.bad-id", entry=new, proposed=proposed_id(new, (), kind))
    if is_taken(project, kind, EntryId(new)):
        raise WrongUse("rename.taken", entry=new)
    return EntryId(new)


def _apply(
    request: "Request", asked: "Renaming", before: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Write it all and return what the checks say that they did not say before.

    With an error among that, all is as it was.
    """
    from ocop.build import check_project
    from ocop.fair.deliver import deliver_all

    project = request.project
    old = {project / path: (project / path).read_bytes() for path in asked.texts}
    new = {project / asked.moved(path): text.encode() for path, text in asked.texts.items()}
    good = False
    _move(project, asked.folder, asked.target)
    try:
        deliver_all(new)
        worse = tuple(_worse(asked, before, check_project(request).diagnostics))
        good = not has_errors(worse)
    finally:
        if not good:
            _move(project, asked.target, asked.folder)
            deliver_all(old)
    return worse


def _move(project: Path, old: str, new: str) -> None:
    """Move a folder, with git where it keeps any of it."""
    from ocop.editors.repository import Refusal, repository_of
    from ocop.paths import SourcePath

    repository = repository_of(project)
    try:
        if repository and repository.is_kept(SourcePath(old)):
            repository.move(SourcePath(old), SourcePath(new))
            return
    except Refusal:  # a lock, a half-done merge: the folder moves all the same
        pass
    (project / old).rename(project / new)


def _worse(
    asked: "Renaming", before: Iterable[Diagnostic], after: Iterable[Diagnostic]
) -> Iterable[Diagnostic]:
    """Yield what is said more often after than before, wherever it stood."""

    def named(one: Diagnostic) -> tuple[str, str]:
        return one.code, asked.moved(one.path)

    known = Counter(map(named, before))
    for one in after:
        known[named(one)] -= 1
        if known[named(one)] < 0:
            yield one


def _refused(session: Session, project: Path, found: Iterable[Diagnostic]) -> int:
    def summary(errors: int, warnings: int) -> str:
        return session.say("rename.failed", faults=faults(errors, warnings, session.language))

    show(session, project, tuple(found), summary, {"changed": []})
    return FAULTS


def _tell(session: Session, asked: "Renaming", worse: tuple[Diagnostic, ...], key: str) -> None:
    """Say what was changed where, after what there is to warn of."""
    changed = [asked.moved(path) for path in sorted(asked.texts)]
    if session.format == "text":
        click.echo("".join(f"  {path}\n" for path in changed), nl=False)

    def summary(*_: int) -> str:
        told = session.say(key, old=asked.folder, new=asked.target, files=len(changed))
        code = session.say("rename.short_kept", short=asked.kept) if asked.kept else ""
        return f"{told} {code}".strip()

    data = {"kind": asked.kind, "old": asked.old, "new": asked.new, "changed": changed,
            "short": asked.kept or None}  # fmt: skip
    show(session, session.project(), worse, summary, data)
