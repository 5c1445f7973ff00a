"""The woven cover: small, safe to place anywhere, always the same, and different for others."""

import hashlib
import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from ocop.photos.cloth import weave_cloth, weave_strip
from ocop.photos.motif import MAIN, NARROW, Motif
from ocop.photos.palette import PALETTES, PAPER
from ocop.photos.weave import PLAQUE, Shape, weave_svg
from support.srgb import contrast

SEEDS = [f"san-pham-{n}" for n in range(600)]
INDUSTRIES = ("I", "II", "III", "IV", "V", "VI")
WOVEN = [
    (seed, INDUSTRIES[n % 6], weave_svg(seed, INDUSTRIES[n % 6])) for n, seed in enumerate(SEEDS)
]


def painted(svg: str) -> dict[tuple[int, int], str]:
    """The colour of every thread of a weave, found by drawing its lines dash by dash.

    Follows SVG's rules for dashes: they begin anew with each line, and an odd list repeats.
    """
    root = ElementTree.fromstring(svg)
    left, top, width, height = (float(n) for n in root.attrib["viewBox"].split())
    columns = range(round(left - 0.5), round(left + width + 0.5))
    rows = range(round(top), round(top + height) + 1)
    ground = root[0].attrib["fill"]
    cells = {(x, y): ground for x in columns for y in rows}
    for group in root[1:]:
        for path in group:
            dashes = [int(n) for n in path.get("stroke-dasharray", "999").split()]
            thick = float(path.get("stroke-width", "1"))
            for start, y, end in re.findall(r"M(\S+) (\S+?)H(\d+)", path.attrib["d"]):
                on = _on(int(start), int(end), dashes * 2)
                first = round(float(y) - thick / 2 + 0.5)
                for row in range(first, first + round(thick)):
                    for x in on:
                        if (x, row) in cells:
                            cells[x, row] = group.attrib["stroke"]
    return cells


def _on(start: int, end: int, dashes: list[int]) -> list[int]:
    on: list[int] = []
    at, turn = start, 0
    while at < end:
        length = dashes[turn % len(dashes)]
        if turn % 2 == 0:
            on += range(at, min(at + length, end))
        at, turn = at + length, turn + 1
    return on


@pytest.mark.parametrize("shape", ["cover", "band"])
def test_a_weave_stays_under_two_kilobytes(shape: Shape) -> None:
    sizes = [len(weave_svg(seed, industry, shape=shape)) for seed, industry, _ in WOVEN]

    assert max(sizes) < 2048
    assert min(sizes) > 500


def test_a_weave_may_stand_on_a_page_any_number_of_times_under_the_strictest_policy() -> None:
    for _, _, svg in WOVEN:
        root = ElementTree.fromstring(svg)
        names = {name for element in root.iter() for name in element.attrib}
        assert {element.tag for element in root.iter()} == {"svg", "g", "path"}
        assert not names & {"id", "style", "href", "filter", "mask", "fill-opacity"}
        assert root.attrib["aria-hidden"] == "true"
        assert not any(name.startswith("on") for name in names)


def test_a_seed_always_weaves_the_same() -> None:
    svg = weave_svg("tra-shan-tuyet", "II")

    assert svg == weave_svg("tra-shan-tuyet", "II")
    assert hashlib.sha256(svg.encode()).hexdigest()[:16] == "76cd3eb812d309c3"


def test_products_differ_in_more_than_colour() -> None:
    shapes = {re.sub(r"#[0-9a-f]{6}", "", weave_svg(seed, "I")) for seed in SEEDS[:48]}

    assert len(shapes) >= 46


def test_all_motifs_are_used() -> None:
    rows = {row for seed in SEEDS for row in weave_strip(seed, "I").rows}

    for motif in MAIN:
        assert set(motif.rows) <= rows, motif.name


@pytest.mark.parametrize("motif", [*MAIN, *NARROW], ids=lambda motif: motif.name)
def test_a_motif_is_woven_evenly_and_the_same_to_both_sides(motif: Motif) -> None:
    rows = motif.rows
    period = len(rows[0])

    assert all(len(row) == period for row in rows)
    assert all(row[at] == row[-at % period] for row in rows for at in range(period))


def test_the_lines_show_the_cloth_thread_by_thread() -> None:
    for seed, industry, svg in WOVEN[:120]:
        cloth = weave_cloth(seed, industry, 36 - PLAQUE)
        cells = painted(svg)
        inks = (cloth.ground, *cloth.colours)
        for y, row in enumerate(cloth.rows):
            for x in range(2, 99):
                expected = inks[int(row[(x - 50) % len(row)])]
                assert cells[x, y] == cells[x, 72 - y] == expected, (seed, x, y)


def test_the_middle_is_plain_ground_for_the_name() -> None:
    for _, industry, svg in WOVEN[:120]:
        cells = painted(svg)
        plaque = {cells[x, y] for x in range(2, 99) for y in range(36 - PLAQUE + 1, 36 + PLAQUE)}
        assert plaque == {PALETTES[industry].ground}


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_the_name_is_easy_to_read_on_the_ground(industry: str) -> None:
    assert contrast(PALETTES[industry].ground, PAPER) >= 9


def test_every_industry_has_colours_of_its_own() -> None:
    for one, other in combinations(PALETTES.values(), 2):
        assert one.ground != other.ground
        assert one.accent != other.accent


def test_an_unknown_industry_is_a_bug() -> None:
    with pytest.raises(KeyError):
        weave_svg("tra", "VII")
