"""``ocop diff``: what changed for shoppers since a commit, in words."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from ocop.cli import options
from ocop.cli.edge import GOOD
from ocop.cli.output import exit_code, show
from ocop.cli.session import WITH_MARKDOWN, Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.report import Style, as_json, counted, faults
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.editors.changes.compared import Change
    from ocop.editors.changes.versions import Versions
    from ocop.editors.repository import Commit, Repository

_LAST = "HEAD"
_LIMIT = 20
_MARKS = "\\`*_[]<>|#~"
"""What would mean something in Markdown."""


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Argument(["revision"], required=False, default=_LAST, metavar="[REV]"),
        click.Option(["--limit"], type=click.IntRange(min=0), default=_LIMIT, metavar="N"),
        options.today(),
    ]
    return Verb("diff", language, run, params, formats=WITH_MARKDOWN)


def run(session: Session, revision: str, limit: int, today: dt.date | None) -> int:
    """Tell what changed; return the exit code."""
    from ocop.content.reader import Reader  # loads the checks: not for ``--help``
    from ocop.editors.changes.compared import changes
    from ocop.editors.changes.versions import versions
    from ocop.schema.config import read_config
    from ocop.source.project import read_config_document

    project, day = session.project(), session.today(today)
    repository = repository_of(session)
    commit = repository.commit(revision)
    if commit is None:
        raise WrongUse("diff.no-revision", revision=revision)
    document, found = read_config_document(project)
    config, more = read_config(document) if document else (None, ())
    if config is None:

        def summary(errors: int, warnings: int) -> str:
            return session.say("diff.failed", faults=faults(errors, warnings, session.language))

        show(session, project, (*found, *more), summary, {})
        return exit_code((*found, *more), strict=False)
    differ = versions(repository, commit, Reader(project, config, day))
    told = _Told(session, commit, differ, changes(differ.pairs, day, session.language), limit)
    if session.format == "json":
        click.echo(as_json(told.data()))
    else:
        click.echo("\n".join(told.markdown() if session.format == "md" else told.lines()))
    return GOOD


def repository_of(session: Session) -> "Repository":
    """Return the repository of the project; :class:`WrongUse` where there is none."""
    from ocop.editors import repository  # loads what runs programs: not for ``--help``

    found = repository.repository_of(session.project())
    if found is None:
        raise WrongUse("diff.no-git", folder=session.project())
    return found


class _Told:
    """The changes in one language, for people, for a forge and for programs."""

    def __init__(
        self,
        session: Session,
        commit: "Commit",
        differ: "Versions",
        found: Sequence["Change"],
        limit: int,
    ) -> None:
        self.session, self.commit, self.differ = session, commit, differ
        self.found, self.limit = found, limit

    def data(self) -> dict[str, Any]:
        """Return all of it for programs."""
        return {
            "since": {"commit": self.commit.name, "author": self.commit.author,
                      "date": self.commit.day},
            "summary": self._summary(),
            "changes": [
                {"what": one.what, "kind": one.kind, "id": one.id, "name": one.name,
                 "before": one.before, "after": one.after}
                for one in self.found
            ],
            "settings": self.differ.settings,
            "unread": list(self.differ.unread),
        }  # fmt: skip

    def lines(self) -> Iterator[str]:
        """Yield all of it for people."""
        style = Style(self.session.language, self.session.colour)
        yield style.paint(self._title(), "path")
        for what, group in groupby(self.found, lambda one: one.what):
            yield f"\n{self.session.say(f'diff.head.{what}')}"
            listed = list(group)
            for one in listed[: self.limit]:
                place = style.paint(_place(one), "quiet")
                yield f"  {one.name} ({place}){_became(one)}"
            yield from (f"  {line}" for line in self._rest(len(listed)))
        yield from (f"\n{line}" for line in self._notes())

    def markdown(self) -> Iterator[str]:
        """Yield all of it as Markdown, where no name means anything but itself."""
        yield f"### {_plain(self._title())}"
        for what, group in groupby(self.found, lambda one: one.what):
            yield f"\n**{self.session.say(f'diff.head.{what}')}**\n"
            listed = list(group)
            for one in listed[: self.limit]:
                yield f"- {_plain(one.name)} (`{_place(one)}`){_plain(_became(one))}"
            yield from (f"- {line}" for line in self._rest(len(listed)))
        yield from (f"\n{_plain(line)}" for line in self._notes())

    def _title(self) -> str:
        day = dt.date.fromisoformat(self.commit.day)
        when = f"{day:%d/%m/%Y}" if self.session.language == "vi" else self.commit.day
        told = self._summary() or self.session.say("diff.nothing")
        return self.session.say(
            "diff.title", commit=self.commit.short, author=self.commit.author, day=when, told=told
        )

    def _summary(self) -> str:
        """Return ``+3 sản phẩm, 2 sản phẩm lên sao, 1 giá đổi``; empty where nothing changed."""
        language = self.session.language
        signs = {"added": "+", "gone": "−"}
        parts: list[str] = []
        for (what, kind), number in Counter(map(self._kept_apart, self.found)).items():
            if what in signs:
                parts.append(signs[what] + counted(number, f"entries.{kind}", language))
            else:
                parts.append(counted(number, f"changes.{what}", language))
        return ", ".join(parts)

    def _kept_apart(self, one: "Change") -> tuple[str, str]:
        return one.what, one.kind if one.what in ("added", "gone") else ""

    def _rest(self, number: int) -> Iterator[str]:
        if number > self.limit:
            yield self.session.say("diff.rest", number=number - self.limit)

    def _notes(self) -> Iterator[str]:
        if self.differ.settings:
            yield self.session.say("diff.settings")
        if self.differ.unread:
            files = ", ".join(self.differ.unread[: self.limit])
            yield self.session.say("diff.unread", files=files)


def _place(one: "Change") -> str:
    from ocop.source.entry import FOLDERS

    folder = next(folder for folder, kind in FOLDERS.items() if kind == one.kind)
    return f"{folder}/{one.id}"


def _became(one: "Change") -> str:
    if one.before and one.after:
        return f": {one.before} → {one.after}"
    return f": {one.before or one.after}" if one.before or one.after else ""


def _plain(text: str) -> str:
    """Return ``text`` as Markdown that shows it as it is and calls nobody."""
    for mark in _MARKS:
        text = text.replace(mark, f"\\{mark}")
    return text.replace("@", "&#64;")
