"""The results as a page for people and as data.

Owns wording and reckoning of ratios and growth. Called by :mod:`benchmarks.run`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.growth import growth
from benchmarks.photos import Photos, cpu_per_photo
from benchmarks.steps import COLD, STEPS, Measured
from benchmarks.targets import targets

_HUGO = "Hugo"
_OURS = "OCOP Showcase"
_GROWING = (COLD, "nothing changed", "one story edited", "one name edited")


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that one run of the benchmarks found; sizes by number of products."""

    machine: Mapping[str, str]
    versions: Mapping[str, str]
    sizes: Mapping[int, Mapping[str, Measured]]
    photos: Photos | None


def as_data(results: Results) -> dict[str, Any]:
    """Return the results as plain values, every single run included."""
    return asdict(results)


def as_markdown(results: Results) -> str:
    """Return the results as a page."""
    parts = [_read("head.md"), _machine(results), _targets(results)]
    parts += [_size(size, tools) for size, tools in results.sizes.items()]
    if len(results.sizes) > 1:
        parts.append(_growth(results.sizes))
    if results.photos:
        parts.append(_photos(results.photos))
    return "\n".join([*parts, _read("compared.md")])


def _read(name: str) -> str:
    return (Path(__file__).parent / "wording" / name).read_text("utf-8")


def _machine(results: Results) -> str:
    rows = [[key, value] for key, value in results.machine.items()]
    rows += [[name, version] for name, version in results.versions.items()]
    if results.photos:
        rows += [[f"photos: {name}", one.version] for name, one in results.photos.pipelines.items()]
    return section("Machine and versions", ["", ""], rows)


def _targets(results: Results) -> str:
    rows = [
        [one.what, f"{one.limit:g}", f"{one.reached:.3g}", "yes" if one.met else "**no**"]
        for one in targets(results.sizes, results.photos)
    ]
    return section("Targets", ["", "at most", "reached", "met"], rows)


def _size(size: int, tools: Mapping[str, Measured]) -> str:
    parts = [
        section(f"{size:,} products: seconds by the clock", _columns(tools), _wall_rows(tools)),
        section(f"{size:,} products: seconds of processors", _columns(tools), _cpu_rows(tools)),
        section(f"{size:,} products: peak memory in MiB", _columns(tools), _peak_rows(tools)),
        section(f"{size:,} products: files of the site", ["", *tools], _census_rows(tools)),
    ]
    return "\n".join(parts)


def _columns(tools: Mapping[str, Measured]) -> list[str]:
    return ["", *tools, *(["ours ÷ Hugo"] if _HUGO in tools else [])]


def _wall_rows(tools: Mapping[str, Measured]) -> Iterator[list[str]]:
    for step in STEPS:
        values = [median(run.wall for run in one.runs[step]) for one in tools.values()]
        yield [step, *map(_seconds, values), *_ratio(tools, values)]


def _cpu_rows(tools: Mapping[str, Measured]) -> Iterator[list[str]]:
    for step in STEPS:
        values = [median(run.cpu for run in one.runs[step]) for one in tools.values()]
        yield [step, *map(_seconds, values), *_ratio(tools, values)]


def _peak_rows(tools: Mapping[str, Measured]) -> Iterator[list[str]]:
    for step in next(iter(tools.values())).peaks:
        values = [one.peaks[step] for one in tools.values()]
        yield [step, *(f"{value:,.0f}" for value in values), *_ratio(tools, values)]


def _census_rows(tools: Mapping[str, Measured]) -> Iterator[list[str]]:
    folders = dict.fromkeys(name for one in tools.values() for name in one.census)
    for folder in folders:
        counts = [one.census.get(folder, (0, 0))[0] for one in tools.values()]
        yield [f"{folder}/" if folder else "top", *(f"{n:,}" if n else "–" for n in counts)]
    totals = [
        [sum(part) for part in zip(*one.census.values(), strict=True)] for one in tools.values()
    ]
    yield ["**all**", *(f"**{files:,}**" for files, _ in totals)]
    yield ["MiB", *(f"{size / 2**20:.1f}" for _, size in totals)]
    stays = ["stays" if one.keeps_deleted else "removed" for one in tools.values()]
    yield ["page of the deleted product", *stays]


def _growth(sizes: Mapping[int, Mapping[str, Measured]]) -> str:
    tools = list(next(iter(sizes.values())))
    rows = []
    for step in _GROWING:
        exponents = []
        for tool in tools:
            points = {n: median(r.wall for r in one[tool].runs[step]) for n, one in sizes.items()}
            exponents.append(f"{growth(points):.2f}")
        rows.append([step, *exponents])
    title = f"Growth from {min(sizes):,} to {max(sizes):,} products: e in time ∝ nᵉ"
    return section(title, ["", *tools], rows)


def _photos(photos: Photos) -> str:
    tools = photos.pipelines
    cpu = [cpu_per_photo(one, photos.count) for one in tools.values()]
    wall = [median(r.wall for r in one.runs) / photos.count * 1000 for one in tools.values()]
    rows = [
        ["CPU ms a photo", *(f"{value:.0f}" for value in cpu)],
        ["× sharp", *(f"{value / cpu[list(tools).index('sharp')]:.2f}" for value in cpu)],
        ["ms a photo by the clock, all cores", *(f"{value:.0f}" for value in wall)],
        ["peak memory, MiB", *(f"{one.peak:,.0f}" for one in tools.values())],
        ["mean SSIM, AVIF", *(f"{one.likeness[0]:.4f}" for one in tools.values())],
        ["mean SSIM, JPEG", *(f"{one.likeness[1]:.4f}" for one in tools.values())],
        ["KiB a photo, four AVIF", *(f"{one.kib[0]:.0f}" for one in tools.values())],
        ["KiB a photo, JPEG", *(f"{one.kib[1]:.0f}" for one in tools.values())],
        [
            "quality setting, AVIF / JPEG",
            *(f"{one.qualities[0]} / {one.qualities[1]}" for one in tools.values()),
        ],
    ]
    text = section(f"{photos.count} photos of 12 megapixels", ["", *tools], rows)
    if one := photos.unchanged:
        extra = (one.with_photos - one.without) * 1000
        text += (
            f"\nA build in which nothing changed takes {one.without:.3f} s for {one.count:,} "
            f"products without photos and {one.with_photos:.3f} s with a photo each: "
            f"**{extra:.0f} ms** for {one.count:,} photos.\n"
        )
    return text


def _ratio(tools: Mapping[str, Measured], values: Sequence[float]) -> list[str]:
    if _HUGO not in tools:
        return []
    names = list(tools)
    return [f"**{values[names.index(_OURS)] / values[names.index(_HUGO)]:.3f}**"]


def _seconds(value: float) -> str:
    return f"{value:.2f}" if value >= 0.995 else f"{value:.3f}"


def section(title: str, columns: Sequence[str], rows: Iterator[list[str]] | list[list[str]]) -> str:
    """Return a heading and a table, its first column to the left."""
    lines = [f"## {title}", "", _row(columns), _row(["---", *("---:" for _ in columns[1:])])]
    return "\n".join([*lines, *map(_row, rows)]) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
