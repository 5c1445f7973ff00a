"""``ocop migrate``: content of older formats and of other sites made ours."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ocop.cli.edge import GOOD
from ocop.cli.output import exit_code, show
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.report import Lines, counted
from ocop.source.listing import CONTENT
from ocop.source.project import read_config_document
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.editors.migrating.work import Change, Migration, Setting

_WORDS = (".md", ".markdown")


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Argument(["paths"], nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path)),
        click.Option(["--dry-run"], is_flag=True),
    ]
    return Verb("migrate", language, run, params)


def run(session: Session, paths: tuple[Path, ...], dry_run: bool) -> int:
    """Bring content into today's format; return the exit code."""
    from ocop.editors.migrating.work import migrate_project, migrate_site  # loads the schema
    from ocop.editors.photo_care.work import loose_files

    project = session.project()
    own, foreign = _sorted(session, project, paths)
    setting = _setting(session, project)
    if foreign:
        found = migrate_site(setting, foreign, session.directory)
    else:
        found = migrate_project(setting, own)
    before = _before(project, found.changes)
    loose = loose_files(project) if before else frozenset()
    unkept = [Diagnostic("OCOP794", path) for path in before if path in (loose or ())]
    if not dry_run:
        _write(project, found.changes)
    if loose is None and session.format == "text":
        click.echo(session.say("migrate.no-git"), err=True)
    faults = (*found.faults, *unkept)
    return _report(session, project, found, faults, lambda path: before.get(path, ()), dry_run)


def _before(project: Path, changes: Iterable["Change"]) -> Mapping[SourcePath, Sequence[str]]:
    """Return the lines of the files that will be written anew."""
    files = {change.path: project / change.path for change in changes}
    return {
        path: file.read_text("utf-8-sig").splitlines()
        for path, file in files.items()
        if path.endswith(".yaml") and file.exists()
    }


def _sorted(
    session: Session, project: Path, paths: Sequence[Path]
) -> tuple[list[Path], list[Path]]:
    """Return the paths in the project's content, and the Markdown files of another site."""
    own: list[Path] = []
    foreign: list[Path] = []
    for given in paths:
        path = (session.directory / given).resolve()
        if not path.exists():
            raise WrongUse("migrate.no-path", path=given)
        if path.is_relative_to(project / CONTENT):
            own.append(path)
        else:
            foreign += _words_in(path)
    if own and foreign:
        raise WrongUse("migrate.both")
    if paths and not own and not foreign:
        raise WrongUse("migrate.no-words", path=paths[0])
    return own, foreign


def _words_in(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path] if path.suffix.lower() in _WORDS else []
    return sorted(one for one in path.rglob("*") if one.suffix.lower() in _WORDS and one.is_file())


def _setting(session: Session, project: Path) -> "Setting":
    from ocop.editors.migrating.work import Setting

    document, _ = read_config_document(project)
    data = document.data if document is not None else {}
    languages, scope = data.get("languages"), data.get("scope")
    first = languages[0] if isinstance(languages, list) and languages else languages
    language = Language(first) if isinstance(first, str) else Language("vi")
    head = session.say("migrate.left")
    return Setting(project, language, scope if isinstance(scope, str) else None, head)


def _write(project: Path, changes: Iterable["Change"]) -> None:
    from ocop.fair.deliver import deliver  # only for who writes

    for change in changes:
        deliver(project / change.path, change.content)


def _report(
    session: Session,
    project: Path,
    found: "Migration",
    faults: Sequence[Diagnostic],
    lines: Lines,
    dry_run: bool,
) -> int:
    if session.format == "text":
        click.echo("".join(f"{_row(session, one)}\n" for one in found.changes), nl=False)

    def summary(errors: int, _: int) -> str:
        entries = sum(1 for change in found.changes if change.path.endswith(".yaml"))
        idle = "failed" if errors else "none"
        key = idle if not found.changes else "would" if dry_run else "done"
        files = counted(entries, "entry", session.language)
        return session.say(f"migrate.{key}", entries=files, untouched=found.untouched)

    extra = {"changes": [_data(one) for one in found.changes], "untouched": found.untouched}
    show(session, project, faults, summary, extra, lines)
    return exit_code(faults, strict=False) or GOOD


def _row(session: Session, change: "Change") -> str:
    """Return what becomes of one file, key by key."""
    where = change.path if change.source == change.path else f"{change.source} → {change.path}"
    rows = [where]
    if change.moved is not None:
        rows += [f"    {old} → {new}" for old, new in change.moved.moved.items() if old != new]
        rows += [f"    {key}: {session.say('migrate.said')}" for key in change.moved.said]
        rows += [f"    # {key}" for key in change.moved.left]
    if change.now:
        rows.append(f"    + now: {change.now}")
    return "\n".join(rows)


def _data(change: "Change") -> dict[str, Any]:
    told: dict[str, Any] = {"path": change.path, "from": change.source, "now": change.now}
    if change.moved is not None:
        made = change.moved
        told |= {"moved": made.moved, "said": made.said, "left": made.left}
        told["guessed"] = made.guessed
    return told
