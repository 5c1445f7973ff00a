"""The results of the search's benchmark as a page for people and as data.

Owns wording and tables. Called by :mod:`benchmarks.search.run`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.report import section
from benchmarks.search.browser import THROTTLE, quantile
from benchmarks.search.peers import OURS
from benchmarks.search.quality import ALL, Score
from benchmarks.search.targets import targets
from benchmarks.search.trial import Trial

_WORDING = Path(__file__).parents[1] / "wording"


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that one run found; ``sizes`` by number of records and name of the search.

    ``miscounts`` has by size how many requests' facets were counted by hand, and which differ.
    """

    machine: Mapping[str, str]
    versions: Mapping[str, str]
    sizes: Mapping[int, Mapping[str, Trial]]
    miscounts: Mapping[int, tuple[int, tuple[str, ...]]]


def as_data(results: Results) -> dict[str, Any]:
    """Return the results as plain values."""
    return asdict(results)


def as_markdown(results: Results) -> str:
    """Return the results as a page."""
    parts = [(_WORDING / "search-head.md").read_text("utf-8"), _machine(results), _targets(results)]
    for size, trials in results.sizes.items():
        parts += [_quality(size, trials), _seeds(size, trials[OURS]), _costs(size, trials)]
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
        for one in targets(own, results.miscounts)
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
    yield row("first result: kB, median / p95", *map(_bytes, trials))
    yield row("first result: requests, median / p95", *map(_requests, trials))
    yield row("first result on 400 kbit/s + 400 ms: s, median", *map(_waiting, trials))
    yield row("typed letter by letter: kB, median / most", *map(_typed, trials))
    yield row("typed letter by letter: kB of the heaviest letter", *map(_worst, trials))
    yield row(f"{THROTTLE}× throttled: ms a query, p50 / p95", *map(_whole, trials))
    yield row(f"{THROTTLE}× throttled: ms a keystroke, p50 / p95", *map(_keystroke, trials))
    yield row("JavaScript heap, MB", *(f"{one.heap:.1f}" for one in trials))
    yield row("on file://", *map(_disk, trials))


def _bytes(trial: Trial) -> str:
    sizes = [one.bytes / 1000 for one in trial.visits]
    return f"{quantile(sizes, 0.5):.0f} / {quantile(sizes, 0.95):.0f}"


def _requests(trial: Trial) -> str:
    counts = [one.requests for one in trial.visits]
    return f"{quantile(counts, 0.5)} / {quantile(counts, 0.95)}"


def _waiting(trial: Trial) -> str:
    return f"{quantile([one.seconds for one in trial.weak], 0.5):.1f} (n = {len(trial.weak)})"


def _typed(trial: Trial) -> str:
    sizes = [one.bytes / 1000 for one in trial.typing]
    return f"{quantile(sizes, 0.5):.0f} / {max(sizes):.0f}"


def _worst(trial: Trial) -> str:
    return f"{max(one.worst for one in trial.typing) / 1000:.0f}"


def _whole(trial: Trial) -> str:
    return _times(trial.pace.whole)


def _keystroke(trial: Trial) -> str:
    return _times(trial.pace.keystrokes)


def _times(values: Sequence[float]) -> str:
    return f"{quantile(values, 0.5):.1f} / {quantile(values, 0.95):.1f} (n = {len(values)})"


def _disk(trial: Trial) -> str:
    if trial.astray is None:
        return "does not work"
    return "the same answers" if not trial.astray else f"{trial.astray} answers differ"
