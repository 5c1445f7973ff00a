"""What ``ocop new`` gets to know: from its options, from questions on a terminal, by proposals.

Owns the order of asking, and which answers are proposals. Called by :mod:`ocop.cli.new`.
"""

import difflib
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from ocop.cli import answers
from ocop.cli.answers import QUESTIONS, Question
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.domain import taxonomy
from ocop.editors.likely_set import likely_set
from ocop.source.entry import Kind

if TYPE_CHECKING:
    from ocop.domain.locate import Located

_ASKED = ("producer", "phone", "commune")
"""Optional answers that a terminal is asked for; of the rest the file tells."""


class Found(Struct, frozen=True):
    """The answers; of ``guessed`` a proposal was taken; ``choices`` are communes to choose from."""

    answers: Mapping[str, str]
    guessed: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


class Interview:
    """One entry's questions; ``producers`` are the ids that there are."""

    def __init__(
        self, session: Session, kind: Kind, scope: str | None, producers: Collection[str]
    ) -> None:
        self.session, self.kind, self.scope = session, kind, scope
        self.producers = producers
        self._found: dict[str, str] = {}
        self._guessed: list[str] = []
        self._choices: tuple[str, ...] = ()

    def hold(self, given: Mapping[str, str]) -> Found:
        """Return all answers, checked; :class:`WrongUse` for a wrong or missing one."""
        for question in QUESTIONS[self.kind]:
            option = question.option
            if option in given:
                if wrong := self._problem({**self._found, **given}, option):
                    raise WrongUse("usage.value", name=f"--{option}", message=wrong)
                self._found[option] = given[option]
            elif option == "now":
                self._settle_commune()
            else:
                self._ask(question)
        missing = [f"--{q.option}" for q in QUESTIONS[self.kind] if self._lacks(q)]
        if missing:
            raise WrongUse("new.missing", options=", ".join(missing))
        told = {option: answer for option, answer in self._found.items() if answer}
        return Found(told, tuple(self._guessed), self._choices)

    def _ask(self, question: Question) -> None:
        option = question.option
        likely = likely_set(self._found.get("name", "")) if option == "set" else None
        answer = ""
        if self.session.interactive and (question.required or option in _ASKED):
            answer = self._prompt(question, likely)
        if answer:
            self._found[option] = answer
        elif likely is not None:
            self._found[option] = str(likely)
            self._guessed.append(option)

    def _lacks(self, question: Question) -> bool:
        if question.option == "province" and self.kind == "product" and self.scope:
            return False
        return question.required and not self._found.get(question.option)

    def _prompt(self, question: Question, likely: int | None) -> str:
        while True:
            text = self._question(question.option, likely)
            answer: str = click.prompt(text, default="", show_default=False).strip()
            if not answer:
                if likely is not None or not self._lacks(question):
                    return ""
                click.echo(f"  {self.session.say('new.empty')}")
            elif wrong := self._problem({**self._found, question.option: answer}, question.option):
                click.echo(f"  {wrong}")
            else:
                return answer

    def _question(self, option: str, likely: int | None) -> str:
        if likely is not None:
            name = taxonomy.SETS[likely].name[self.session.language]
            return self.session.say("new.ask.set-likely", number=likely, name=name)
        if option == "name" and self.kind in ("news", "page"):
            return self.session.say("new.ask.title")
        return self.session.say(f"new.ask.{option}")

    def _problem(self, given: Mapping[str, str], option: str) -> str | None:
        """Return what is wrong with an answer, in the user's words."""
        say = self.session.say
        if not given[option]:
            return say("new.empty")
        wrong = answers.problem(self.kind, given, option, self.session.language)
        if wrong is not None and option in ("set", "type"):
            sets = answers.all_sets(self.session.language)
            return say(f"new.bad-{option}", value=given[option], sets=sets)
        if wrong is None and option == "producer":
            return self._unknown_producer(given[option])
        if wrong is None and option in ("code", "now") and not answers.place_name(given[option]):
            return say("new.bad-code", value=given[option])
        return wrong

    def _unknown_producer(self, ids: str) -> str | None:
        known = self.producers
        for entry in ids.split(","):
            if entry.strip() not in known:
                near = difflib.get_close_matches(entry.strip(), known, n=3) or sorted(known)[:3]
                key = "new.no-producer" if near else "new.no-producers"
                return self.session.say(key, entry=entry.strip(), near=", ".join(near))
        return None

    def _settle_commune(self) -> None:
        """Propose the present commune that the names mean, or show those that they may mean."""
        if not self._found.get("commune"):
            return
        place = answers.located(self._found, self.scope)
        if place.commune is not None:
            self._found["now"] = place.commune
            if self.session.interactive:
                name = answers.full_name(place.commune)
                click.echo(f"  {self.session.say('new.now-is', code=place.commune, place=name)}")
            return
        self._choices = place.candidates
        if self.session.interactive:
            self._choose(place)

    def _choose(self, place: "Located") -> None:
        """Show what the names may mean, and take a code; nothing is an answer too."""
        self._show(place)
        if not place.candidates:
            return
        while answer := str(click.prompt(self.session.say("new.ask.now"), default="")).strip():
            if answer in place.candidates:
                self._found["now"], self._choices = answer, ()
                return
            click.echo(f"  {self.session.say('new.not-listed', value=answer)}")

    def _show(self, place: "Located") -> None:
        commune, say = self._found["commune"], self.session.say
        near = ", ".join(answers.similar_communes(commune, place.province))
        if place.candidates:
            click.echo(f"  {say('new.several-communes', commune=commune)}")
            for code in place.candidates:
                click.echo(f"    {code}  {answers.full_name(code)}")
        elif near:
            click.echo(f"  {say('new.unknown-commune-near', commune=commune, near=near)}")
        else:
            click.echo(f"  {say('new.unknown-commune', commune=commune)}")
