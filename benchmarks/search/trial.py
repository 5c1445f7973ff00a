"""All measurements of one search over one catalogue.

Owns what is measured and on how many of the queries. Called by :mod:`benchmarks.search.run`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.search.browser import Lab, Pace, Typing, Visit
from benchmarks.search.facets import differing
from benchmarks.search.peers import Peer, size_of
from benchmarks.search.quality import Score, scores
from benchmarks.search.queries import Query
from benchmarks.search.records import Record
from benchmarks.search.server import Server
from ocop.search.engine import Engine

_TYPED = 8
_VISITS, _VISITING = 20, 20.0
_WEAK, _WAITING = 10, 30.0
_PACED, _PACING = 60, 15.0
_COUNTED = 30


@dataclass(frozen=True, slots=True)
class Trial:
    """What was found: ``scores`` by seed, the seconds of processor that the index took.

    ``astray`` is how many queries are answered otherwise where the page is a file and there is
    no server, None if none is answered at all.
    """

    scores: Mapping[int, Mapping[str, Score]]
    index_cpu: float
    index_bytes: int
    visits: tuple[Visit, ...]
    weak: tuple[Visit, ...]
    typing: tuple[Typing, ...]
    pace: Pace
    heap: float
    astray: int | None


@dataclass(frozen=True, slots=True)
class Course:
    """What all searches are put through: records, and queries by seed, the first for all."""

    records: Sequence[Record]
    queries: Mapping[int, Sequence[Query]]
    root: Path


def attempt(
    course: Course, peer: Peer, tools: tuple[Browser, Server], say: Callable[[str], None]
) -> Trial:
    """Make the index of a search and measure all; the project's own answers every seed."""
    say(f"{len(course.records):,} records, {peer.name}: index")
    folder = course.root / f"{len(course.records)}/{peer.opener}"
    folder.mkdir(parents=True)
    cpu = peer.lay(course.records, folder)
    lab = Lab(*tools, peer.opener, f"{len(course.records)}/{peer.opener}")
    seeds = list(course.queries) if peer.own else list(course.queries)[:1]
    say(f"{len(course.records):,} records, {peer.name}: quality")
    answered = {seed: lab.answers(_texts(course.queries[seed])) for seed in seeds}
    first = course.queries[seeds[0]]
    say(f"{len(course.records):,} records, {peer.name}: first results")
    asked = [one for one in first if one.kind in ("exact", "without marks", "place + product")]
    visits = lab.visits(_texts(_some(first, _VISITS)), _VISITING)
    weak = lab.visits(_texts(_some(asked, _WEAK)), _WAITING, weak=True)
    unmarked = [one for one in first if one.kind == "without marks"]
    typing = lab.typing(_texts(_some(unmarked, _TYPED)))
    say(f"{len(course.records):,} records, {peer.name}: pace")
    paced = _texts(_some(first, _PACED))
    return Trial(
        scores={seed: _scored(course, peer, seed, answered[seed]) for seed in seeds},
        index_cpu=cpu,
        index_bytes=size_of(folder, peer.files),
        visits=tuple(visits),
        weak=tuple(weak),
        typing=tuple(typing),
        pace=lab.pace(paced, _PACING),
        heap=lab.heap(paced),
        astray=_astray(answered[seeds[0]], lab.answers(_texts(first), disk=True)),
    )


def miscounted(course: Course) -> tuple[int, tuple[str, ...]]:
    """Return how many requests' facets were counted by hand, and which differ."""
    folder = course.root / f"{len(course.records)}/ours"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.glob("search/*.js")
    }
    engine = Engine((folder / "engine.js").read_text("utf-8"), files, "search/vi.js")
    seed, queries = next(iter(course.queries.items()))
    some = _some(queries, _COUNTED)
    return len(some) + 1, tuple(differing(engine, course.records, some, seed))


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


def _some(queries: Sequence[Query], count: int) -> Sequence[Query]:
    """Return about ``count`` of the queries, evenly from all classes."""
    return queries[:: max(1, len(queries) // count)]


def _texts(queries: Sequence[Query]) -> list[str]:
    return [one.text for one in queries]
