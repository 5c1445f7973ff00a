"""``ocop import FILE``: a spreadsheet or a list in columns brought into the content."""

import datetime as dt
import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from ocop.cli import options
from ocop.cli.collector import uncollected
from ocop.cli.edge import FAULTS
from ocop.cli.output import exit_code, show
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.report import Style, counted, faults
from ocop.source.listing import CONTENT
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.config import Config
    from ocop.diagnostics import Diagnostic
    from ocop.editors.lists.merge import Change
    from ocop.editors.lists.outcome import Item, Plan
    from ocop.editors.lists.sheet import Sheet

_LIMIT = 20
_WIDEST = 40
_LOOKED_AT = 40
_SIGNS = {"new": "+", "added": "~", "changed": "~", "differs": "≠", "problem": "!"}
_ROLES = {"new": "caret", "differs": "warning", "problem": "error"}


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    path = click.Path(path_type=Path)
    params: list[click.Parameter] = [
        click.Argument(["file"], type=path, metavar="FILE"),
        click.Option(["--dry-run"], is_flag=True),
        click.Option(["--update"], is_flag=True),
        click.Option(["--map", "mapped"], multiple=True, metavar="HEADING=FIELD"),
        click.Option(["--sheet", "named"], multiple=True, metavar="NAME"),
        click.Option(["--province"], metavar="NAME"),
        click.Option(["--photos"], type=path, metavar="DIR"),
        click.Option(["--limit"], type=click.IntRange(min=0), default=_LIMIT, metavar="N"),
        options.today(),
    ]
    return Verb("import", language, run, params)


def run(
    session: Session,
    file: Path,
    dry_run: bool,
    update: bool,
    mapped: tuple[str, ...],
    named: tuple[str, ...],
    province: str | None,
    photos: Path | None,
    limit: int,
    today: dt.date | None,
) -> int:
    """Bring a list in, or say what that would do; return the exit code."""
    from ocop.editors.lists.outcome import Wish  # loads the schema: not for ``--help``

    project, source = session.project(), session.directory / file
    if not source.is_file():
        raise WrongUse("import.no-file", file=file)
    folder = _folder(session, photos)
    wish = Wish(update, _province(province), folder)
    with uncollected(), _alone(session, project):
        config, wrong = _settings(project)
        if config is None:
            return _refused(session, project, wrong)
        plan, unread = _plan(session, project, config, source, mapped, named, wish, today)
        if plan is None:
            return _refused(session, project, unread)
        written = 0 if dry_run else _carried_out(project, plan)
    _Told(session, plan, limit, dry_run=dry_run).show(project, written)
    return exit_code(plan.diagnostics, strict=False)


def _alone(session: Session, project: Path) -> AbstractContextManager[None]:
    """Let no other import of the project run meanwhile: both would bring the same entries in."""
    from ocop.publish.lock import locked  # not for ``--help``

    return locked(project / CONTENT, lambda: click.echo(session.say("import.waiting"), err=True))


def _settings(project: Path) -> "tuple[Config | None, Sequence[Diagnostic]]":
    from ocop.schema.config import read_config  # loads the schema: not for ``--help``
    from ocop.source.project import read_config_document

    document, unread = read_config_document(project)
    if document is None:
        return None, unread
    config, wrong = read_config(document)
    errors = [one for one in wrong if one.severity == "error"]
    return (None, errors) if errors else (config, ())


def _plan(
    session: Session,
    project: Path,
    config: "Config",
    source: Path,
    mapped: Sequence[str],
    named: Sequence[str],
    wish: Any,
    today: dt.date | None,
) -> "tuple[Plan | None, Sequence[Diagnostic]]":
    from ocop.editors.lists.plan import plan_import  # loads the schema: not for ``--help``
    from ocop.editors.lists.project import known_entries
    from ocop.editors.lists.read import read_list
    from ocop.editors.lists.rows import read_rows

    sheets, wrong = read_list(source)
    if wrong:
        return None, wrong
    chosen = _chosen(mapped, sheets)
    rows, found = read_rows(_sheets(sheets, named), chosen)
    if not rows and any(one.severity == "error" for one in found):
        return None, found
    known, day = known_entries(project), session.today(today)
    return plan_import(rows, found, known, config, day, wish, source.parent), ()


def _carried_out(project: Path, plan: "Plan") -> int:
    from ocop.editors.lists.carry import carry_out  # loads the schema: not for ``--help``

    return carry_out(project, plan)


def _refused(session: Session, project: Path, found: "Sequence[Diagnostic]") -> int:
    def summary(errors: int, warnings: int) -> str:
        return session.say("import.refused", faults=faults(errors, warnings, session.language))

    show(session, project, found, summary, {"entries": [], "written": 0})
    return FAULTS


def _folder(session: Session, photos: Path | None) -> Path | None:
    if photos is None:
        return None
    folder = session.directory / photos
    if not folder.is_dir():
        raise WrongUse("import.no-photos", folder=photos)
    return folder


def _province(text: str | None) -> str:
    if text is None:
        return ""
    from ocop.domain import gazetteer, similar  # reads the units: only where one is named

    if gazetteer.find_province(text) is None:
        near = ", ".join(similar.similar_places(text, "province", None))
        raise WrongUse("import.no-province", province=text, near=near or "Thanh Hóa")
    return text


def _chosen(mapped: Sequence[str], sheets: "Sequence[Sheet]") -> Mapping[str, str]:
    """Return the fields that the user names by heading; :class:`WrongUse` for unknown ones."""
    from ocop.editors.lists.headings import comparable, fields  # reads YAML: not for ``--help``

    chosen: dict[str, str] = {}
    for one in mapped:
        heading, sign, field = one.rpartition("=")
        name = field.strip().partition(":")[0]
        if not sign or not heading.strip():
            raise WrongUse("import.bad-map", found=one)
        if name and name not in fields():
            near = difflib.get_close_matches(name, fields(), n=3) or list(fields())[:8]
            raise WrongUse("import.no-field", field=name, near=", ".join(near))
        if not any(comparable(heading) == text for text in _heads(sheets)):
            raise WrongUse("import.no-heading", heading=heading.strip())
        chosen[comparable(heading)] = field.strip()
    return chosen


def _heads(sheets: "Sequence[Sheet]") -> Iterator[str]:
    from ocop.editors.lists.headings import comparable  # reads YAML: not for ``--help``

    for sheet in sheets:
        for row in sheet.rows[:_LOOKED_AT]:
            yield from (comparable(value) for value in row if isinstance(value, str) and value)


def _sheets(sheets: "Sequence[Sheet]", named: Sequence[str]) -> "Sequence[Sheet]":
    if not named:
        return sheets
    from ocop.text import fold  # only where sheets are named

    known = {fold(one.name): one for one in sheets}
    for name in named:
        if fold(name) not in known:
            there = ", ".join(one.name for one in sheets if one.name)
            raise WrongUse("import.no-sheet", sheet=name, sheets=there or "–")
    return [known[fold(name)] for name in named]


class _Told:
    """A plan for people and for programs."""

    def __init__(self, session: Session, plan: "Plan", limit: int, *, dry_run: bool) -> None:
        from ocop.editors.lists.outcome import Outcome  # loads the schema: not for ``--help``

        self.session, self.plan, self.limit, self.dry_run = session, plan, limit, dry_run
        self.order = get_args(Outcome)
        self.counts = Counter(item.outcome for item in plan.items)
        self.style = Style(session.language, session.colour)

    def show(self, project: Path, written: int) -> None:
        """Print the table, the faults and the last line."""
        if self.session.format == "text":
            text = "\n".join(self._lines())
            click.echo(f"{text}\n" if text else "", nl=bool(text), color=self.session.colour)
        extra = {
            "entries": [_data(item) for item in self.plan.items],
            "counts": {name: self.counts[name] for name in self.order},
            "written": written,
        }
        show(self.session, project, self.plan.diagnostics, self._summary, extra)

    def _lines(self) -> Iterator[str]:
        say = self.session.say
        for outcome in self.order:
            listed = [item for item in self.plan.items if item.outcome == outcome]
            if not listed:
                continue
            head = say(f"import.is.{outcome}", number=len(listed))
            yield self.style.paint(head, "path")
            if outcome == "same":
                continue
            for item in listed[: self.limit or None]:
                yield self._line(item)
            if self.limit and len(listed) > self.limit:
                yield say("import.rest", number=len(listed) - self.limit)

    def _line(self, item: "Item") -> str:
        sign = self.style.paint(_SIGNS[item.outcome], _ROLES.get(item.outcome, "path"))
        name = item.name if len(item.name) <= _WIDEST else item.name[: _WIDEST - 1] + "…"
        told = [f"  {sign} {item.cell}  {name}"]
        if item.id and item.outcome != "problem":
            told.append(f"→ {item.kind}s/{item.id}")
        if item.reason:
            told.append(f"({self.session.say(f'import.by.{item.reason}')})")
        keys = [".".join(map(str, one.where)) for one in (*item.changes, *item.differing)]
        if keys:
            told.append(self.style.paint(": " + ", ".join(dict.fromkeys(keys)), "quiet"))
        return "  ".join(told)

    def _summary(self, errors: int, warnings: int) -> str:
        say, language = self.session.say, self.session.language
        new = Counter(item.kind for item in self.plan.items if item.outcome == "new")
        told = say(
            "import.would" if self.dry_run else "import.done",
            products=counted(new["product"], "products", language),
            producers=counted(new["producer"], "producers", language),
            added=self.counts["added"] + self.counts["changed"],
            same=self.counts["same"] + self.counts["differs"],
        )
        wrong = faults(errors, warnings, language)
        return f"{told} {say('import.faults', faults=wrong)}" if wrong else told


def _data(item: "Item") -> dict[str, Any]:
    return {
        "kind": item.kind,
        "id": item.id,
        "name": item.name,
        "outcome": item.outcome,
        "reason": item.reason,
        "cell": item.cell,
        "path": item.path if item.outcome != "problem" else "",
        "changes": [_changed(one) for one in item.changes],
        "differs": [_changed(one) for one in item.differing],
        "photos": [one.name for one in item.pictures],
    }


def _changed(change: "Change") -> dict[str, Any]:
    key = ".".join(map(str, change.where))
    return {"key": key, "list": change.new, "content": change.old}
