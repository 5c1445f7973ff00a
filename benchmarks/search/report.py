"""The results of the search's benchmark as a page for people and as data.

Owns wording and tables. Called by :mod:`benchmarks.search.run`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.report import section
from benchmarks.search.browser import THROTTLE, quantile
from benchmarks.search.facets import Count
from benchmarks.search.lab import Typing
from benchmarks.search.peers import OURS
from benchmarks.search.quality import ALL, Score
from benchmarks.search.sample import Sample
from benchmarks.search.shop import Sitting
from benchmarks.search.targets import targets
from benchmarks.search.trial import Pages, Trial
from benchmarks.search.visit import Visit

_WEAK = "400 kbit/s + 400 ms"
_WORST = "typed letter by letter: kB of the heaviest letter"
_WORDING = Path(__file__).parents[1] / "wording"


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that one run found; ``sizes`` by number of records and name of the search.

    ``counts`` has by size how the facets compare with a count by hand.
    """

    machine: Mapping[str, str]
    versions: Mapping[str, str]
    sizes: Mapping[int, Mapping[str, Trial]]
    counts: Mapping[int, Count]


def as_data(results: Results) -> dict[str, Any]:
    """Return the results as plain values."""
    return asdict(results)


def as_markdown(results: Results) -> str:
    """Return the results as a page."""
    parts = [(_WORDING / "search-head.md").read_text("utf-8"), _machine(results), _targets(results)]
    for size, trials in results.sizes.items():
        parts += [_quality(size, trials), _seeds(size, trials[OURS]), _costs(size, trials)]
        if pages := trials[OURS].pages:
            parts.append(_pages(size, pages))
    parts.append(_counts(results))
    return "\n".join([*parts, (_WORDING / "search-compared.md").read_text("utf-8")])


def _machine(results: Results) -> str:
    rows = [[key, value] for key, value in {**results.machine, **results.versions}.items()]
    return section("Machine and versions", ["", ""], rows)


def _targets(results: Results) -> str:
    own = {size: trials[OURS] for size, trials in results.sizes.items()}
    rows = [
        [
            one.what,
            f"{'≥' if one.least else '≤'} {one.limit:g}",
            f"{one.reached:.3g}",
            "yes" if one.met else "**no**",
        ]
        for one in targets(own, results.counts)
    ]
    return section("Targets", ["", "wanted", "reached", "met"], rows)


def _quality(size: int, trials: Mapping[str, Trial]) -> str:
    """Return the classes of the queries that all searches were asked."""
    seed = next(iter(trials[OURS].scores))
    found = [trial.scores[seed] for trial in trials.values()]
    rows = [
        [f"{_bold(kind)} ({found[0][kind].queries})", *(_shown(one[kind], kind) for one in found)]
        for kind in found[0]
    ]
    title = f"{size:,} records, seed {seed}: success@1 / success@10 in %, MRR"
    return section(title, ["", *trials], rows)


def _seeds(size: int, trial: Trial) -> str:
    """Return the project's own classes seed by seed."""
    kinds = next(iter(trial.scores.values()))
    rows = [
        [_bold(kind), *(_shown(scores[kind], kind) for scores in trial.scores.values())]
        for kind in kinds
    ]
    title = f"{size:,} records, {OURS} by seed"
    return section(title, ["", *(f"seed {seed}" for seed in trial.scores)], rows)


def _bold(kind: str) -> str:
    return f"**{kind}**" if kind == ALL else kind


def _shown(score: Score, kind: str) -> str:
    text = f"{score.first * 100:.0f} / {score.ten * 100:.0f}, {score.rank:.2f}"
    return f"**{text}**" if kind == ALL else text


def _costs(size: int, trials: Mapping[str, Trial]) -> str:
    return section(
        f"{size:,} records: what it costs", ["", *trials], list(_cost_rows(list(trials.values())))
    )


def _cost_rows(trials: Sequence[Trial]) -> Iterator[list[str]]:
    def row(name: str, *columns: str) -> list[str]:
        return [name, *columns]

    yield row("index: seconds of processor", *(f"{one.index_cpu:.2f}" for one in trials))
    yield row("index: MB on the server", *(f"{one.index_bytes / 1e6:.1f}" for one in trials))
    yield row("first result: kB, median / p95", *(_bytes(one.visits) for one in trials))
    yield row("first result: requests, median / p95", *(_requests(one.visits) for one in trials))
    yield row(f"first result on {_WEAK}: s, median / p95", *(_waiting(one.weak) for one in trials))
    yield row("typed letter by letter: kB, median / most", *(_typed(one.typing) for one in trials))
    yield row(_WORST, *(_worst(one.typing) for one in trials))
    yield row(
        f"{THROTTLE}× throttled: ms a query, p50 / p95", *(_times(one.pace.whole) for one in trials)
    )
    yield row(
        f"{THROTTLE}× throttled: ms a keystroke, p50 / p95",
        *(_times(one.pace.keystrokes) for one in trials),
    )
    yield row("JavaScript heap, MB", *(f"{one.heap:.1f}" for one in trials))
    yield row("on file://", *map(_disk, trials))


def _pages(size: int, pages: Pages) -> str:
    """Return what the project's own pages do, which the peers have none of."""
    loaded = f"the whole search page from nothing, until the first result on {_WEAK}"
    rows = [
        [f"{loaded}: s, median / p95", _waiting(pages.visits)],
        [f"{loaded}: kB, median / p95", _bytes(pages.visits)],
        [f"{loaded}: requests, median / p95", _requests(pages.visits)],
        ["the search page, typed letter by letter: kB, median / most", _typed(pages.typing)],
        *_strokes("the search page", pages.search),
        *_strokes("the box in the header", pages.box),
    ]
    return section(f"{size:,} records: the pages of {OURS} themselves", ["", OURS], rows)


def _strokes(where: str, sitting: Sitting) -> Iterator[list[str]]:
    found, of = sitting.strokes.found, sitting.strokes.of
    what = f"{where}, {THROTTLE}× throttled: ms a keystroke"
    for name, part in (
        ("all script", "script"),
        ("its longest piece", "longest"),
        ("with style, layout and paint", "thread"),
    ):
        times = Sample(tuple(getattr(one, part) for one in found), of)
        yield [f"{what}, {name}, p50 / p95", _times(times)]
    yield [f"{where}: JavaScript heap after it, MB", f"{sitting.heap:.1f}"]


def _counts(results: Results) -> str:
    rows = [
        [f"{size:,} records", str(one.asked), str(one.answered), str(len(one.differing))]
        for size, one in results.counts.items()
    ]
    heads = ["", "requests", "of these with a hit", "facets counted otherwise"]
    return section("Facets, counted by hand", heads, rows)


def _bytes(visits: Sample[Visit]) -> str:
    sizes = [one.bytes / 1000 for one in visits.found]
    return f"{quantile(sizes, 0.5):.0f} / {quantile(sizes, 0.95):.0f} {_size(visits)}"


def _requests(visits: Sample[Visit]) -> str:
    counts = [one.requests for one in visits.found]
    return f"{quantile(counts, 0.5)} / {quantile(counts, 0.95)}"


def _waiting(visits: Sample[Visit]) -> str:
    seconds = [one.seconds for one in visits.found]
    return f"{quantile(seconds, 0.5):.1f} / {quantile(seconds, 0.95):.1f} {_size(visits)}"


def _typed(typing: Sequence[Typing]) -> str:
    sizes = [one.bytes / 1000 for one in typing]
    return f"{quantile(sizes, 0.5):.0f} / {max(sizes):.0f} ({len(sizes)} queries)"


def _worst(typing: Sequence[Typing]) -> str:
    return f"{max(one.worst for one in typing) / 1000:.0f}"


def _times(sample: Sample[float]) -> str:
    low, high = (quantile(sample.found, part) for part in (0.5, 0.95))
    return f"{low:.1f} / {high:.1f} {_size(sample)}"


def _size(sample: Sample[Any]) -> str:
    """Return how many were measured of how many, and how many visits found nothing."""
    nothing = sum(isinstance(one, Visit) and not one.found for one in sample.found)
    found = f", {nothing} found nothing" if nothing else ""
    return f"({len(sample.found):,} of {sample.of:,}{found})"


def _disk(trial: Trial) -> str:
    if trial.astray is None:
        return "does not work"
    return "the same answers" if not trial.astray else f"{trial.astray} answers differ"
