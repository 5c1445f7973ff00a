"""Bubbles never cover each other, wherever they stand and however many there are."""

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from ocop.pages.maps import country, province
from ocop.pages.maps.bubbles import Bubble, gathered, shrunk
from ocop.pages.maps.names import named

SIZE = (1000, 700)
SPOTS = st.tuples(st.floats(0, 1000), st.floats(0, 700))
COUNTS = st.integers(1, 3000)
PLACES = st.lists(st.tuples(SPOTS, COUNTS), max_size=60).map(
    lambda found: [
        Bubble(spot, count, (f"{number:05}",)) for number, (spot, count) in enumerate(found)
    ]
)


def overlapping(found: tuple[Bubble, ...]) -> list[tuple[Bubble, Bubble]]:
    return [
        (one, other)
        for one, other in combinations(found, 2)
        if hypot(one.spot[0] - other.spot[0], one.spot[1] - other.spot[1])
        < one.radius + other.radius
    ]


@given(PLACES)
def test_gathered_bubbles_do_not_overlap_nor_leave_the_drawing(found: list[Bubble]) -> None:
    made = gathered(found, province.SCALE, SIZE)

    assert overlapping(made) == []
    for one in made:
        (x, y), radius = one.spot, one.radius
        assert radius - 0.01 <= x <= SIZE[0] - radius + 0.01
        assert radius - 0.01 <= y <= SIZE[1] - radius + 0.01


@given(PLACES)
def test_gathering_loses_and_invents_nothing(found: list[Bubble]) -> None:
    made = gathered(found, province.SCALE, SIZE)

    assert sum(one.count for one in made) == sum(one.count for one in found)
    assert sorted(code for one in made for code in one.codes) == [one.codes[0] for one in found]
    counts = {one.codes[0]: one.count for one in found}
    assert all(one.count == sum(counts[code] for code in one.codes) for one in made)


@given(PLACES, st.randoms(use_true_random=False))
def test_the_order_of_the_places_does_not_matter(found: list[Bubble], chance: object) -> None:
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert gathered(mixed, province.SCALE, SIZE) == gathered(found, province.SCALE, SIZE)


@given(st.lists(st.tuples(SPOTS, COUNTS), max_size=34, unique_by=lambda one: one[0]))
def test_shrunk_bubbles_do_not_overlap(places: list[tuple[tuple[float, float], int]]) -> None:
    found = [Bubble(spot, count, (str(at),)) for at, (spot, count) in enumerate(places)]

    assert overlapping(shrunk(found, country.SCALE)) == []


@given(PLACES, st.lists(st.text("abcđê ", min_size=1, max_size=24), min_size=60, max_size=60))
def test_names_cover_neither_bubbles_nor_each_other(found: list[Bubble], words: list[str]) -> None:
    bubbles = gathered(found, province.SCALE, SIZE)
    letters = 30.0

    made = named(list(zip(bubbles, words, strict=False)), bubbles, letters, SIZE)

    areas = []
    for one in made:
        wide = len(one.text) * letters * 0.57
        left = one.x - {"start": 0.0, "middle": wide / 2, "end": wide}[one.anchor]
        areas.append((left, one.y - 0.6 * letters, left + wide, one.y + 0.1 * letters))
    for a, b in combinations(areas, 2):
        assert a[2] <= b[0] + 2 or b[2] <= a[0] + 2 or a[3] <= b[1] + 2 or b[3] <= a[1] + 2
    for left, top, right, bottom in areas:
        for bubble in bubbles:
            x, y = bubble.spot
            away = hypot(max(left - x, x - right, 0), max(top - y, y - bottom, 0))
            assert away > bubble.radius - 3
