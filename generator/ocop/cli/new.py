"""``ocop new KIND``: the folder and file of a new entry, ready to be filled in."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import click

from ocop.cli import answers
from ocop.cli.answers import QUESTIONS
from ocop.cli.edge import GOOD
from ocop.cli.form import fill
from ocop.cli.interview import Found, Interview
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.domain.taxonomy import SETS
from ocop.paths import EntryId, is_entry_id
from ocop.report import as_json
from ocop.source.entry import FOLDERS, Kind
from ocop.source.listing import CONTENT
from ocop.source.names import proposed_id
from ocop.source.project import read_config_document
from ocop.text import Language

_FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Argument(["kind"], type=click.Choice(get_args(Kind)), metavar="KIND"),
        click.Argument(["entry"], required=False, metavar="[ID]"),
    ]
    params += [click.Option([f"--{option}"], metavar="TEXT") for option in answers.options()]
    return Verb("new", language, run, params)


def run(session: Session, kind: Kind, entry: str | None, **options: str | None) -> int:
    """Write the new entry; return the exit code."""
    return _New(session, kind).make(entry, options)


class _New:
    """The making of one entry: collect, name, write."""

    def __init__(self, session: Session, kind: Kind) -> None:
        self.session, self.kind = session, kind
        self.project = session.project()
        self.folder = self.project / CONTENT / _FOLDER_OF[kind]
        self.scope = self._scope()

    def make(self, entry: str | None, options: dict[str, str | None]) -> int:
        given = {name: value.strip() for name, value in options.items() if value is not None}
        self._refuse_unfit(given)
        if self.kind == "news":
            given.setdefault("date", self.session.today(None).isoformat())
        found = self._interview().hold(given)
        name = self._named(entry, found.answers)
        file = self._write(name, found)
        if self.session.format == "json":
            path = file.relative_to(self.project).as_posix()
            click.echo(as_json({"id": name, "path": path, "guessed": list(found.guessed)}))
        else:
            self._tell(file, found)
        return GOOD

    def _interview(self) -> Interview:
        producers = _names(self.project / CONTENT / _FOLDER_OF["producer"])
        return Interview(self.session, self.kind, self.scope, producers)

    def _tell(self, file: Path, found: Found) -> None:
        say = self.session.say
        if "set" in found.guessed:
            number = int(found.answers["set"])
            name = SETS[number].name[self.session.language]
            click.echo(say("new.guessed-set", number=number, name=name))
        if found.choices:
            click.echo(say("new.choices", commune=found.answers["commune"]))
        click.echo(say("new.done", file=file.relative_to(self.project)))

    def _refuse_unfit(self, given: dict[str, str]) -> None:
        fit = {question.option for question in QUESTIONS[self.kind]}
        if unfit := [f"--{option}" for option in given if option not in fit]:
            raise WrongUse("new.unfit", options=", ".join(unfit), kind=self.kind)

    def _named(self, entry: str | None, given: Mapping[str, str]) -> EntryId:
        taken = _names(self.folder)
        name = given.get("name") or answers.place_name(given.get("code", ""))
        proposed = proposed_id(entry or name, taken, self.kind)
        if entry is None:
            return self._confirmed(proposed, taken) if self.session.interactive else proposed
        if not is_entry_id(entry):
            raise WrongUse("new.bad-id", entry=entry, proposed=proposed)
        if entry in taken:
            folder = f"{CONTENT}/{_FOLDER_OF[self.kind]}"
            raise WrongUse("new.taken", entry=entry, folder=folder, proposed=proposed)
        return EntryId(entry)

    def _confirmed(self, proposed: EntryId, taken: set[str]) -> EntryId:
        while True:
            answer: str = click.prompt(self.session.say("new.ask.entry"), default=proposed)
            better = proposed_id(answer, taken, self.kind)
            if answer == better:
                return better
            key = "new.taken" if is_entry_id(answer) else "new.bad-id"
            folder = f"{CONTENT}/{_FOLDER_OF[self.kind]}"
            click.echo(f"  {self.session.say(key, entry=answer, folder=folder, proposed=better)}")
            proposed = better

    def _write(self, name: EntryId, found: Found) -> Path:
        file = self.folder / name / f"{self.kind}.yaml"
        filled = answers.lines(self.kind, found.answers)
        if found.guessed:
            filled["guessed"] = f"guessed: [{', '.join(found.guessed)}]"
        if found.choices:
            key = answers.origin_key(self.kind)
            filled[key] += f"\n{answers.choices(found.choices)}"
        if self.kind == "product" and "origin" not in filled:
            filled["origin"] = "origin: {}"
        text = fill(
            self.kind,
            filled,
            self.session.say("new.comment.head"),
            self.session.say("new.comment.required"),
            self.session.language,
        )
        file.parent.mkdir(parents=True)
        with file.open("x", encoding="utf-8", newline="\n") as output:
            output.write(text)
        return file

    def _scope(self) -> str | None:
        document, _ = read_config_document(self.project)
        scope = document.data.get("scope") if document is not None else None
        return scope if isinstance(scope, str) else None


def _names(folder: Path) -> set[str]:
    """Return what lies in a folder, in lower case: no new name may equal it on any system."""
    return {item.name.casefold() for item in folder.iterdir()} if folder.is_dir() else set()
