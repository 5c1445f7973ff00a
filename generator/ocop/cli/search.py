"""``ocop search``: what visitors of the site would find, without building it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from ocop.cli import options
from ocop.cli.collector import uncollected
from ocop.cli.edge import FAULTS, GOOD
from ocop.cli.near import nearest, province_code, refusal
from ocop.cli.output import exit_code, show
from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.cli.verbs import Verb
from ocop.report import Style, as_json, counted, faults
from ocop.request import Request
from ocop.text import Language

if TYPE_CHECKING:
    from ocop.finding import Findable, Found, Hit

_LIMIT = 10
_SORTS = ("relevance", "stars", "newest", "name")
_SETS, _STARS = 26, ("3", "4", "5")


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Argument(["query"], nargs=-1, metavar="QUERY"),
        click.Option(["--limit"], type=click.IntRange(min=1), default=_LIMIT, metavar="N"),
        click.Option(["--stars"], type=click.Choice(_STARS), multiple=True),
        click.Option(["--set"], type=click.IntRange(1, _SETS), multiple=True, metavar="N"),
        click.Option(["--province"], multiple=True, metavar="TEXT"),
        click.Option(["--producer"], multiple=True, metavar="ID"),
        click.Option(["--sort"], type=click.Choice(_SORTS), default=_SORTS[0]),
        options.today(),
    ]
    return Verb("search", language, run, params)


def run(
    session: Session,
    query: tuple[str, ...],
    limit: int,
    stars: Sequence[str],
    set: Sequence[int],
    province: Sequence[str],
    producer: Sequence[str],
    sort: str,
    today: dt.date | None,
) -> int:
    """Search the project's products and print the first; return the exit code."""
    from ocop.finding import find, findable  # loads the checks: not for ``--help``
    from ocop.search.engine import NoRuntime

    request = Request(session.project(), session.today(today), jobs=session.jobs(None))
    filters = {
        "stars": list(stars),
        "set": [str(number) for number in set],
        "province": [province_code(text) for text in province],
        "producer": list(producer),
    }
    with Progress(session) as progress, uncollected():
        made = findable(request, progress)
    if made.files is None:
        return _refuse(session, request, made)
    for key in producer:
        _known(key, made.producers)
    try:
        engine = made.engine(session.language)
    except NoRuntime as error:
        click.echo(session.say("search.no-runtime", problem=error), err=True)
        return FAULTS
    asked = {facet: words for facet, words in filters.items() if words}
    found = find(engine, " ".join(query), asked, sort, limit)
    if session.format == "json":
        click.echo(as_json([_said(hit) for hit in found.hits]))
    else:
        click.echo("\n".join(_lines(session, found)), color=session.colour)
    return GOOD


def _known(producer: str, producers: Mapping[str, Sequence[str]]) -> None:
    """Refuse what is the id of no producer; tell which are much like it, or called much so."""
    if producer not in producers:
        near = nearest(producer, producers)
        raise refusal("search.no-such-producer", near, producer=producer)


def _said(hit: "Hit") -> Mapping[str, object]:
    """Return what scripts are told of a hit."""
    card = hit.card
    return {
        "id": card["id"],
        "score": hit.score,
        "near": not hit.exact,
        "name": card["name"],
        "url": card["href"],
    }


def _refuse(session: Session, request: Request, made: "Findable") -> int:
    """Report the faults for which there is nothing to search."""

    def summary(errors: int, warnings: int) -> str:
        return session.say("search.failed", faults=faults(errors, warnings, session.language))

    show(session, request.project, made.diagnostics, summary, {})
    return exit_code(made.diagnostics, strict=False)


def _lines(session: Session, found: "Found") -> Iterator[str]:
    """Yield how the query was understood, the hits, and how many there are."""
    style = Style(session.language, session.colour)
    if found.reading:
        yield session.say("search.reading", reading=found.reading)
    if found.failed:
        yield session.say("search.lost", words=", ".join(found.failed))
    for place, hit in enumerate(found.hits, 1):
        if not hit.exact and (place == 1 or found.hits[place - 2].exact):
            yield session.say("search.alike", why=_why(session, found))
        yield from _hit(style, place, hit)
    yield _count(session, found)


def _why(session: Session, found: "Found") -> str:
    """Return what the hits that are only alike needed."""
    return ", ".join(session.say(f"search.loose.{one}") for one in found.loose)


def _hit(style: Style, place: int, hit: "Hit") -> Iterator[str]:
    card = hit.card
    makers = ", ".join(name for _, name in card["producers"] or ())
    yield f"{place:>3}. {style.paint(card['name'], 'path')}  {card['label']}".rstrip()
    if where := " · ".join(filter(None, (makers, card["place"]))):
        yield f"     {where}"
    yield f"     {style.paint(card['id'], 'quiet')}"


def _count(session: Session, found: "Found") -> str:
    language = session.language
    told = {
        "exact": counted(found.total, "products", language),
        "near": counted(found.near, "products", language),
    }
    key = "both" if found.near and found.total else "near" if found.near else "exact"
    return session.say(f"search.{key if found.total or found.near else 'none'}", **told)
