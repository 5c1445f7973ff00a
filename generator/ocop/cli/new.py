"""``ocop new KIND``: the folder and file of a new entry, ready to be filled in."""

import difflib
from pathlib import Path
from typing import get_args

import click

from ocop.cli import answers
from ocop.cli.answers import QUESTIONS, Question
from ocop.cli.edge import GOOD
from ocop.cli.form import fill
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
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
        self.scoped = self._is_scoped()

    def make(self, entry: str | None, options: dict[str, str | None]) -> int:
        given = {name: value.strip() for name, value in options.items() if value is not None}
        self._refuse_unfit(given)
        if self.kind == "news":
            given.setdefault("date", self.session.today(None).isoformat())
        given = {name: value for name, value in self._ask(given).items() if value}
        name = self._named(entry, given)
        file = self._write(name, given)
        if self.session.format == "json":
            click.echo(as_json({"id": name, "path": file.relative_to(self.project).as_posix()}))
        else:
            click.echo(self.session.say("new.done", file=file.relative_to(self.project)))
        return GOOD

    def _refuse_unfit(self, given: dict[str, str]) -> None:
        fit = {question.option for question in QUESTIONS[self.kind]}
        if unfit := [f"--{option}" for option in given if option not in fit]:
            raise WrongUse("new.unfit", options=", ".join(unfit), kind=self.kind)

    def _ask(self, given: dict[str, str]) -> dict[str, str]:
        """Return ``given`` with what was asked for on a terminal; all of it checked."""
        found: dict[str, str] = {}
        for question in QUESTIONS[self.kind]:
            option = question.option
            if option in given:
                if wrong := self._problem(given, option):
                    raise WrongUse("usage.value", name=f"--{option}", message=wrong)
                found[option] = given[option]
            elif self.session.interactive and self._is_asked(question):
                found[option] = self._prompt(question)
        missing = [f"--{q.option}" for q in QUESTIONS[self.kind] if self._lacks(q, found)]
        if missing:
            raise WrongUse("new.missing", options=", ".join(missing))
        return found

    def _is_asked(self, question: Question) -> bool:
        return question.required or question.option == "producer"

    def _lacks(self, question: Question, found: dict[str, str]) -> bool:
        if question.option == "province" and self.kind == "product" and self.scoped:
            return False
        return question.required and not found.get(question.option)

    def _prompt(self, question: Question) -> str:
        key = f"new.ask.{question.option}"
        if question.option == "name" and self.kind in ("news", "page"):
            key = "new.ask.title"
        while True:
            answer: str = click.prompt(self.session.say(key), default="", show_default=False)
            found = {question.option: answer.strip()}
            if not answer.strip():
                if not self._lacks(question, {}):
                    return ""
                click.echo(f"  {self.session.say('new.empty')}")
            elif wrong := self._problem(found, question.option):
                click.echo(f"  {wrong}")
            else:
                return answer.strip()

    def _problem(self, given: dict[str, str], option: str) -> str | None:
        """Return what is wrong with an answer, in the user's words."""
        if not given[option]:
            return self.session.say("new.empty")
        wrong = answers.problem(self.kind, given, option, self.session.language)
        if wrong is not None and option in ("set", "type"):
            sets = answers.all_sets(self.session.language)
            return self.session.say(f"new.bad-{option}", value=given[option], sets=sets)
        if wrong is None and option == "producer":
            return self._unknown_producer(given[option])
        if wrong is None and option == "code" and not answers.place_name(given[option]):
            return self.session.say("new.bad-code", value=given[option])
        return wrong

    def _unknown_producer(self, ids: str) -> str | None:
        known = _names(self.project / CONTENT / "producers")
        for entry in ids.split(","):
            if entry.strip() not in known:
                near = difflib.get_close_matches(entry.strip(), known, n=3) or sorted(known)[:3]
                key = "new.no-producer" if near else "new.no-producers"
                return self.session.say(key, entry=entry.strip(), near=", ".join(near))
        return None

    def _named(self, entry: str | None, given: dict[str, str]) -> EntryId:
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

    def _write(self, name: EntryId, given: dict[str, str]) -> Path:
        file = self.folder / name / f"{self.kind}.yaml"
        filled = answers.lines(self.kind, given)
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

    def _is_scoped(self) -> bool:
        document, _ = read_config_document(self.project)
        return document is not None and bool(document.data.get("scope"))


def _names(folder: Path) -> set[str]:
    """Return what lies in a folder, in lower case: no new name may equal it on any system."""
    return {item.name.casefold() for item in folder.iterdir()} if folder.is_dir() else set()
