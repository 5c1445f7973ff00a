"""``ocop status``: how complete the catalogue is, what to do next, what will end."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from ocop.cli import options
from ocop.cli.collector import uncollected
from ocop.cli.edge import GOOD
from ocop.cli.output import exit_code, show
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.verbs import Verb
from ocop.report import Style, as_json, counted, faults
from ocop.request import Request
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.editors.completeness import Standing
    from ocop.editors.deadlines import Deadline
    from ocop.pages.site import Site

_LIMIT = 10
_STEPS = 3
"""How many of the things that an entry lacks are named."""


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    calendar = click.Path(dir_okay=False, path_type=Path)
    params: list[click.Parameter] = [
        click.Option(["--limit"], type=click.IntRange(min=0), default=_LIMIT, metavar="N"),
        click.Option(["--ics"], type=calendar, metavar="FILE"),
        options.today(),
    ]
    return Verb("status", language, run, params)


def run(session: Session, limit: int, ics: Path | None, today: dt.date | None) -> int:
    """Print the state of the catalogue; return the exit code."""
    from ocop.fair.opened import open_project  # loads the checks: not for ``--help``

    request = Request(session.project(), session.today(today), jobs=session.jobs(None))
    with Progress(session) as progress, uncollected():
        opened = open_project(request, progress)
    if opened.site is None:

        def summary(errors: int, warnings: int) -> str:
            return session.say("status.failed", faults=faults(errors, warnings, session.language))

        show(session, request.project, opened.diagnostics, summary, {})
        return exit_code(opened.diagnostics, strict=False)
    state = _State(session, opened.site, limit)
    if ics is not None:
        state.write(session.directory / ics)
    click.echo(as_json(state.data()) if session.format == "json" else "\n".join(state.lines()))
    return GOOD


class _State:
    """The catalogue's state on a day, for people and for programs."""

    def __init__(self, session: Session, site: "Site", limit: int) -> None:
        from ocop.editors import completeness, deadlines, duplicates

        self.session, self.site, self.limit = session, site, limit
        spoken = site.config.languages
        catalogue = site.catalogue
        self.products = self._worst(
            completeness.standing_of_product(one, spoken) for one in catalogue.products.values()
        )
        self.producers = self._worst(
            completeness.standing_of_producer(one, spoken) for one in catalogue.producers.values()
        )
        self.due = deadlines.deadlines(catalogue)
        self.twins = duplicates.duplicates(catalogue)
        self.mean = completeness.mean

    def _worst(self, standings: Iterator["Standing"]) -> list["Standing"]:
        return sorted(standings, key=lambda one: (one.score, one.id))

    def provinces(self) -> Iterator[dict[str, Any]]:
        """Yield each present province of the catalogue, with its communes that have products."""
        from ocop.domain import gazetteer

        catalogue = self.site.catalogue
        scores = {one.id: one for one in self.products}
        for code in sorted(catalogue.by_province):
            province, here = gazetteer.province(code), catalogue.by_province[code]
            if province is None:
                continue
            communes = gazetteer.communes_of(code)
            without = [one for one in communes if one.code not in catalogue.by_commune]
            standings = [scores[one.id] for one in here]
            lacking = Counter(name for one in standings for name in one.missing)
            yield {
                "code": code,
                "name": province.name,
                "products": len(here),
                "score": self.mean(standings),
                "missing": dict(lacking.most_common()),
                "communes": len(communes),
                "communes_with_products": len(communes) - len(without),
                "communes_without": [{"code": one.code, "name": one.full_name} for one in without],
            }

    def data(self) -> dict[str, Any]:
        """Return all of it for programs."""
        return {
            "products": [self._entry(one) for one in self.products],
            "producers": [self._entry(one) for one in self.producers],
            "provinces": list(self.provinces()),
            "due": [
                {
                    "id": one.id,
                    "opens": one.opens.isoformat(),
                    "closes": one.closes.isoformat(),
                    "end": one.end.isoformat(),
                }
                for one in self.due
            ],
            "duplicates": [
                {"kind": one.kind, "ids": [one.one, one.other], "name": one.name, "why": one.why}
                for one in self.twins
            ],
        }

    def _entry(self, one: "Standing") -> dict[str, Any]:
        return {"id": one.id, "name": one.name, "score": one.score, "missing": list(one.missing)}

    def lines(self) -> Iterator[str]:
        """Yield all of it for people: the whole, the least complete, what ends soon."""
        say = self.session.say
        yield from self._kind("products", self.products)
        yield from self._kind("producers", self.producers)
        for one in self.provinces():
            yield from self._province(one)
        yield ""
        yield from self._guesses()
        yield from self._twins()
        told = self._counted(len(self.due), "certificates")
        yield say("status.due", counted=told) if self.due else say("status.none-due")
        for deadline in self.due[: self.limit]:
            yield f"  {self._deadline(deadline)}"

    def _kind(self, kind: str, found: Sequence["Standing"]) -> Iterator[str]:
        say, style = self.session.say, Style(self.session.language, self.session.colour)
        told = self._counted(len(found), kind)
        yield style.paint(say(f"status.{kind}", counted=told, score=self.mean(found)), "path")
        for one in [one for one in found if one.missing][: self.limit]:
            lacking = ", ".join(say(f"status.lacks.{name}") for name in one.missing[:_STEPS])
            yield say("status.entry", score=f"{one.score:>3}", name=one.name, id=one.id)
            yield "       " + style.paint(say("status.next", lacking=lacking), "quiet")
        yield ""

    def _province(self, one: dict[str, Any]) -> Iterator[str]:
        say = self.session.say
        yield say("status.province", **one, counted=self._counted(one["products"], "products"))
        most = list(one["missing"].items())[:_STEPS]
        if most:
            lacking = ", ".join(
                f"{say(f'status.lacks.{name}')} ({number})" for name, number in most
            )
            yield self._quiet(say("status.next", lacking=lacking))
        names = [commune["name"] for commune in one["communes_without"]]
        if names and self.limit:
            listed = ", ".join(names[: self.limit])
            rest = len(names) - self.limit
            more = say("status.more-communes", number=rest) if rest > 0 else ""
            yield self._quiet(say("status.without", communes=f"{listed} {more}".strip()))

    def _guesses(self) -> Iterator[str]:
        """Name the products whose set is a guess: they tell it last of what they lack."""
        found = [one for one in self.products if "set" in one.missing]
        if not found:
            return
        yield self.session.say("status.guesses", counted=self._counted(len(found), "products"))
        for one in found[: self.limit]:
            yield f"  {one.name}  ({one.id})"
        if self.limit and len(found) > self.limit:
            yield f"  {self.session.say('diff.rest', number=len(found) - self.limit)}"
        yield ""

    def _twins(self) -> Iterator[str]:
        if not self.twins:
            return
        yield self.session.say("status.twins", number=len(self.twins))
        for one in self.twins[: self.limit]:
            why = self.session.say(f"status.twins.{one.why}")
            yield f"  {one.name}: {one.one}, {one.other} ({why})"
        yield ""

    def _quiet(self, text: str) -> str:
        return "  " + Style(self.session.language, self.session.colour).paint(text, "quiet")

    def _counted(self, number: int, thing: str) -> str:
        return counted(number, thing, self.session.language)

    def _deadline(self, one: "Deadline") -> str:
        days = {name: f"{getattr(one, name):%d/%m/%Y}" for name in ("opens", "closes", "end")}
        late = one.closes < self.site.catalogue.today
        key = "status.deadline-late" if late else "status.deadline"
        return self.session.say(key, name=one.name, **days)

    def write(self, file: Path) -> None:
        """Write the deadlines as a calendar."""
        from ocop.editors.deadlines import calendar
        from ocop.fair.deliver import deliver

        def summary(one: "Deadline") -> str:
            return self.session.say("status.event", name=one.name, end=f"{one.end:%d/%m/%Y}")

        host = urlsplit(self.site.config.url).hostname or "localhost"
        text = calendar(self.due, self.session.say("status.calendar"), summary, host)
        deliver(file, text.encode())
