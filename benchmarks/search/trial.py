"""All measurements of one search over one catalogue.

Owns what is measured, of how many of the queries and for how long. Called by
:mod:`benchmarks.search.run`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.search.facets import Count, counted
from benchmarks.search.lab import Lab, Pace, Typing
from benchmarks.search.peers import Peer, size_of
from benchmarks.search.quality import Score, scores
from benchmarks.search.queries import Query
from benchmarks.search.records import Record
from benchmarks.search.sample import Sample, some
from benchmarks.search.server import Server
from benchmarks.search.shop import Shop, Sitting
from benchmarks.search.visit import Visit
from ocop.search.engine import Engine


@dataclass(frozen=True, slots=True)
class Effort:
    """How many queries are measured each way, and the seconds after which a peer is stopped.

    The project's own search is asked all of them, but for its pages, which take their time.
    """

    visits: int = 20
    visiting: float = 10.0
    weak: int = 13
    waiting: float = 25.0
    typed: int = 6
    paced: int = 60
    pacing: float = 15.0
    sat: int = 3
    sitting: float = 18.0
    counted: int = 40


QUICK = Effort(2, 3.0, 2, 3.0, 1, 4, 2.0, 1, 5.0, 10)
"""To see that all works: its figures mean nothing."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What the project's own pages do: the search page, ``box`` the one in the header.

    ``visits`` on a weak network count all that the search page loads.
    """

    visits: Sample[Visit]
    typing: tuple[Typing, ...]
    search: Sitting
    box: Sitting


@dataclass(frozen=True, slots=True)
class Trial:
    """What was found: ``scores`` by seed, the seconds of processor that the index took.

    ``astray`` is how many queries are answered otherwise where the page is a file and there is
    no server, None if none is answered at all. ``pages`` are the project's own.
    """

    scores: Mapping[int, Mapping[str, Score]]
    index_cpu: float
    index_bytes: int
    visits: Sample[Visit]
    weak: Sample[Visit]
    typing: tuple[Typing, ...]
    pace: Pace
    heap: float
    astray: int | None
    pages: Pages | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """What all searches are put through: records, and queries by seed, the first for all."""

    records: Sequence[Record]
    queries: Mapping[int, Sequence[Query]]
    root: Path
    effort: Effort

    def folder(self, peer: Peer) -> str:
        """Return where a search of these records lies below the root."""
        return f"{len(self.records)}/{peer.opener}"


def attempt(
    course: Course, peer: Peer, tools: tuple[Browser, Server], say: Callable[[str], None]
) -> Trial:
    """Make the index of a search and measure all; the project's own answers every seed."""

    def now(what: str) -> None:
        say(f"{len(course.records):,} records, {peer.name}: {what}")

    now("index")
    folder, effort = course.root / course.folder(peer), course.effort
    folder.mkdir(parents=True)
    cpu = peer.lay(course.records, folder)
    lab, shop = Lab(*tools, peer.opener, course.folder(peer)), Shop(*tools, course.folder(peer))
    now("quality")
    seeds = list(course.queries) if peer.own else list(course.queries)[:1]
    answered = {seed: lab.answers(_texts(course.queries[seed])) for seed in seeds}
    first = course.queries[seeds[0]]
    now("first results")
    visitor, limit = (shop, inf) if peer.own else (lab, 1.0)
    visits = visitor.visits(some(first, effort.visits), effort.visiting * limit)
    weak = visitor.visits(some(first, effort.weak), effort.waiting * limit, weak=True)
    typing = lab.typing(some(_unmarked(first), effort.typed))
    now("pace")
    paced = some(first, effort.paced)
    return Trial(
        scores={seed: _scored(course, peer, seed, answered[seed]) for seed in seeds},
        index_cpu=cpu,
        index_bytes=size_of(folder, peer.files),
        visits=visits,
        weak=weak,
        typing=typing,
        pace=lab.pace(paced, effort.pacing * limit),
        heap=lab.heap(paced),
        astray=_astray(answered[seeds[0]], lab.answers(_texts(first), disk=True)),
        pages=_pages(shop, first, effort) if peer.own else None,
    )


def _pages(shop: Shop, queries: Sequence[Query], effort: Effort) -> Pages:
    """Return what the project's own pages do, typed one query of each of some classes."""
    typed = some(queries, effort.sat)
    visits = shop.visits(some(queries, effort.weak), effort.waiting, weak=True, whole=True)
    typing, files = shop.typing(typed)
    search = shop.sitting(typed, files, effort.sitting)
    return Pages(visits, typing, search, shop.suggesting(typed, files, effort.sitting))


def count(course: Course, peer: Peer) -> Count:
    """Return how the facets of the project's own search compare with a count by hand."""
    folder = course.root / course.folder(peer)
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.glob("search/*.js")
    }
    engine = Engine((folder / "engine.js").read_text("utf-8"), files, "search/vi.js")
    seed, queries = next(iter(course.queries.items()))
    every = max(1, len(queries) // course.effort.counted)
    return counted(engine, course.records, queries[::every], seed)


def _unmarked(queries: Sequence[Query]) -> Sequence[Query]:
    return [one for one in queries if one.kind == "without marks"]


def _scored(
    course: Course, peer: Peer, seed: int, answers: Sequence[Sequence[str]]
) -> Mapping[str, Score]:
    number = {peer.key(at, one): at for at, one in enumerate(course.records)}
    found = [[number[key] for key in answer] for answer in answers]
    return scores(course.queries[seed], found, len(course.records))


def _astray(answers: Sequence[object], others: Sequence[object]) -> int | None:
    """Return how many of the answers are not the same; None where there are no others."""
    if not others:
        return None
    return sum(one != other for one, other in zip(answers, others, strict=True))


def _texts(queries: Sequence[Query]) -> list[str]:
    return [one.text for one in queries]
