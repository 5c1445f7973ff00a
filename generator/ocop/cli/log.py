"""``ocop log``: who changed which entry, and when."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from ocop.cli.diff import repository_of
from ocop.cli.edge import GOOD
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.paths import EntryId, is_entry_id
from ocop.report import Style, as_json, counted
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.editors.history import Edit, Place, Trace
    from ocop.source.entry import Entry

_LIMIT = 10
_NAMED = 3
"""How many contributors a line of the list names."""


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Argument(["ids"], nargs=-1, metavar="[ID]..."),
        click.Option(["--oldest"], is_flag=True),
        click.Option(["--limit"], type=click.IntRange(min=0), default=_LIMIT, metavar="N"),
    ]
    return Verb("log", language, run, params)


def run(session: Session, ids: tuple[str, ...], oldest: bool, limit: int) -> int:
    """Tell the history of some entries, or what was changed last; return the exit code."""
    from ocop.editors.history import joined, traces  # runs git: not for ``--help``

    project, repository = session.project(), repository_of(session)
    found = traces(repository) if repository.commit("HEAD") else {}
    told: list[_Entry] = []
    for place in _asked(project, ids) if ids else _there(project, found, oldest=oldest):
        if not ids and len(told) >= limit:
            break
        name, former = _read(project, place, session.language)
        told.append(_Entry(place, name, joined(found, (place, *former))))
    if session.format == "json":
        click.echo(as_json([one.data() for one in told]))
    else:
        lines = _histories(session, told, limit) if ids else _list(session, told)
        click.echo("\n".join(lines))
    return GOOD


class _Entry(Struct, frozen=True):
    """An entry with its history, None where it was never committed."""

    place: "Place"
    name: str
    trace: "Trace | None"

    def data(self) -> dict[str, Any]:
        """Return all of it for programs."""
        edits = self.trace.edits if self.trace else ()
        contributors = self.trace.contributors if self.trace else ()
        return {
            "kind": self.place[0],
            "id": self.place[1],
            "name": self.name,
            "last": _told(edits[0]) if edits else None,
            "contributors": [{"name": who, "edits": number} for who, number in contributors],
            "edits": [_told(one) for one in edits],
        }


def _told(edit: "Edit") -> dict[str, str]:
    return {"commit": edit.commit, "author": edit.author, "date": edit.day,
            "subject": edit.subject}  # fmt: skip


def _asked(project: Path, ids: Iterable[str]) -> Iterator["Place"]:
    """Yield the entries with an id, whatever their kind; :class:`WrongUse` where there is none."""
    from ocop.editors.renaming import kinds_of

    for one in ids:
        kinds = kinds_of(project, one) if is_entry_id(one) else ()
        found = [(kind, EntryId(one)) for kind in kinds] or _formerly(project, one)
        if not found:
            raise WrongUse("rename.unknown", entry=one)
        yield from found


def _formerly(project: Path, old: str) -> "list[Place]":
    """Return the entries that were once called so; few files hold the word and are read."""
    from ocop.source.listing import folder_of, list_places

    if not is_entry_id(old):
        return []
    there = [(kind, EntryId(one)) for kind, one in list_places(project)[0]]
    files = {place: project / folder_of(*place) / f"{place[0]}.yaml" for place in there}
    sought = old.encode()
    near = [
        place for place, file in files.items() if file.is_file() and sought in file.read_bytes()
    ]
    return [place for place in near if old in _former(_entry(project, place))]


def _there(project: Path, found: "Mapping[Place, Trace]", *, oldest: bool) -> Iterator["Place"]:
    """Yield the entries that are still there, the last changed first, or the longest unchanged."""
    from ocop.source.listing import folder_of

    newest = sorted(found, key=lambda place: found[place].last.day, reverse=True)
    for place in reversed(newest) if oldest else newest:  # of one day as git tells them
        if (project / folder_of(*place)).is_dir():
            yield place


def _read(project: Path, place: "Place", language: Language) -> tuple[str, Sequence["Place"]]:
    """Return an entry's name and what it was called before."""
    entry = _entry(project, place)
    named = entry.document.data.get("name") or entry.document.data.get("title")
    if isinstance(named, dict):
        named = named.get(language) or next(iter(named.values()), None)
    return str(named or place[1]), [(place[0], old) for old in _former(entry)]


def _entry(project: Path, place: "Place") -> "Entry":
    from ocop.source.listing import list_entry
    from ocop.source.walk import read_entry

    return read_entry(project, list_entry(project, place)[0])[0]


def _former(entry: "Entry") -> list[EntryId]:
    from ocop.content.named import aliases

    return [old for _, old in aliases(entry)]


def _list(session: Session, told: Sequence[_Entry]) -> Iterator[str]:
    """Yield a line for each entry: when, who, what."""
    style = Style(session.language, session.colour)
    if not told:
        yield session.say("log.nothing")
    for one in told:
        if one.trace:
            others = [who for who, _ in one.trace.contributors if who != one.trace.last.author]
            also = session.say("log.with", others=", ".join(others[:_NAMED])) if others else ""
            place = style.paint(f"({_path(one)})", "quiet")
            last = one.trace.last
            yield f"  {_day(session, last.day)}  {last.author}: {one.name} {place} {also}".rstrip()


def _histories(session: Session, told: Sequence[_Entry], limit: int) -> Iterator[str]:
    """Yield the whole history of each entry."""
    style = Style(session.language, session.colour)
    for number, one in enumerate(told):
        yield ("\n" if number else "") + style.paint(f"{one.name} ({_path(one)})", "path")
        if one.trace is None:
            yield f"  {session.say('log.uncommitted')}"
            continue
        who = ", ".join(f"{name} ({number})" for name, number in one.trace.contributors)
        edits = counted(len(one.trace.edits), "edits", session.language)
        yield f"  {session.say('log.contributors', edits=edits, who=who)}"
        for edit in one.trace.edits[:limit]:
            commit = style.paint(edit.commit, "quiet")
            yield f"  {_day(session, edit.day)}  {commit}  {edit.author}: {edit.subject}"
        if (rest := len(one.trace.edits) - limit) > 0:
            yield f"  {session.say('diff.rest', number=rest)}"


def _path(one: _Entry) -> str:
    from ocop.source.listing import folder_of

    return folder_of(*one.place).partition("/")[2]


def _day(session: Session, day: str) -> str:
    return f"{dt.date.fromisoformat(day):%d/%m/%Y}" if session.language == "vi" else day
