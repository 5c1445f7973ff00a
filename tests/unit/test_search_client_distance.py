"""Distances on the sphere, and results in the order of how far they come from."""

import math
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ocop.search.document import SearchDoc
from ocop.search.index import index
from support.search_catalogue import LABELS, VI, doc
from support.search_documents import index_order
from support.search_in_node import Page, page
from support.search_index import Index, ascending, listed

HANOI, SAIGON, HUE = (21.0285, 105.8542), (10.8231, 106.6297), (16.4637, 107.5909)
BA_DINH, KRONG_PAC, DONG_KHOI = "00004", "24133", "26740"
POINTS = {BA_DINH: (21.0386, 105.838), KRONG_PAC: (12.6964, 108.302), DONG_KHOI: (10.776, 106.7)}
HERE = replace(
    LABELS,
    places={"01": "Hà Nội", "66": "Đắk Lắk", "79": "TP. HCM", **dict.fromkeys(POINTS, "Nơi làm")},
    within={BA_DINH: "01", KRONG_PAC: "66", DONG_KHOI: "79"},
    points=POINTS,
)
DOCS = [
    doc("a", name="A", place=DONG_KHOI),
    doc("b", name="B", place="01"),
    doc("c", name="C", place=BA_DINH),
    doc("d", name="D"),
    doc("e", name="E", place=KRONG_PAC),
    doc("f", name="F", place=BA_DINH),
]


@pytest.fixture(scope="module")
def script() -> Iterator[Page]:
    with pytest.MonkeyPatch.context() as patch, page() as found:
        patch.setattr("ocop.search.index.BUNDLE", 0)
        yield found


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    monkeypatch.setattr("ocop.search.index.BUNDLE", 0)
    return index(DOCS, {VI: HERE})


def ordered(script: Page, here: object, docs: Sequence[SearchDoc] = DOCS) -> list[str]:
    """The ids in the order by distance from ``here``."""
    ids = [one.id for one in index_order(docs)]
    request = {"query": "", "sort": "near", "here": here}
    return [ids[number] for number in script.ask("find", request).value["documents"]]


@pytest.mark.parametrize(
    ("one", "other", "kilometres", "within"),
    [
        (HANOI, SAIGON, 1140, 5),  # as atlases tell it
        ((48.8566, 2.3522), (51.5074, -0.1278), 343.5, 0.5),  # Paris and London
        ((40.6413, -73.7781), (51.47, -0.4543), 5540, 5),  # the airports JFK and LHR
        ((0, 0), (0, 1), 111.195, 0.001),  # a degree of a sphere of 6,371.0088 km
        ((60, 10), (60, 11), 55.597, 0.01),  # which is half as long at 60° north
        ((90, 0), (-90, 0), 20015.115, 0.01),
        ((0, 0), (0, 180), 20015.115, 0.01),
        ((0, 179.5), (0, -179.5), 111.195, 0.001),
        (HUE, HUE, 0, 0),
    ],
)
def test_distances_are_those_of_the_globe(
    script: Page,
    one: tuple[float, float],
    other: tuple[float, float],
    kilometres: float,
    within: float,
) -> None:
    assert script.call("kilometres", one, other) == pytest.approx(kilometres, abs=within)
    assert script.call("kilometres", other, one) == pytest.approx(kilometres, abs=within)


GLOBE = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@settings(max_examples=200)
@given(GLOBE, GLOBE)
def test_distances_agree_with_the_angle_between_two_arrows(
    script: Page, one: tuple[float, float], other: tuple[float, float]
) -> None:
    def arrow(position: tuple[float, float]) -> tuple[float, float, float]:
        lat, lon = map(math.radians, position)
        return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

    apart = math.dist(arrow(one), arrow(other))
    expected = 6371.0088 * 2 * math.asin(min(1, apart / 2))

    assert script.call("kilometres", one, other) == pytest.approx(expected, abs=0.5)


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (HANOI, ["c", "f", "e", "a", "b", "d"]),
        (SAIGON, ["a", "e", "c", "f", "b", "d"]),
        ((12.7, 108.3), ["e", "a", "c", "f", "b", "d"]),
    ],
)
def test_the_nearest_comes_first_and_what_is_of_no_known_commune_last(
    script: Page, files: dict[str, bytes], here: tuple[float, float], expected: list[str]
) -> None:
    """Equal ones, of one commune or of none, stay as relevance puts them."""
    script.open(files)

    assert ordered(script, here) == expected


def test_near_hits_stand_in_their_own_order_after_the_exact_ones(files: dict[str, bytes]) -> None:
    with page() as script:
        script.find_these({"q": ([0, 4], [5, 1, 2])})
        script.open(files)
        request = {"query": "q", "sort": "near", "here": HANOI}

        assert script.ask("find", request).value["documents"] == [4, 0, 5, 2, 1]


def test_without_a_position_the_order_is_that_of_relevance(
    script: Page, files: dict[str, bytes]
) -> None:
    script.open(files)
    answer = script.ask("find", {"query": "", "sort": "near"})

    assert answer.value["documents"] == [0, 1, 2, 3, 4, 5]
    assert answer.loaded == ()


def test_where_places_are_is_loaded_for_this_order_alone(
    script: Page, files: dict[str, bytes]
) -> None:
    script.open(files)
    others = [
        *script.ask("find", {"query": "a", "sort": "stars"}).loaded,
        *script.ask("find", {"query": "a", "sort": "name"}).loaded,
        *script.ask("facets", {"query": "a", "filters": {}}, {}).loaded,
        *script.ask("suggest", "a").loaded,
    ]
    assert others
    assert not [name for name in others if "points" in name]

    script.open(files)
    loaded = script.ask("find", {"query": "", "sort": "near", "here": HUE}).loaded
    assert sorted(name.split(".")[0] for name in loaded) == [
        "search/column-place",
        "search/column-points",
    ]


def test_a_product_tells_how_far_its_commune_is(script: Page, files: dict[str, bytes]) -> None:
    script.open(files)
    assert script.call("away", 0, HANOI) is None  # nothing is loaded yet

    script.ask("find", {"query": "", "sort": "near", "here": HANOI})
    told = [script.call("away", number, HANOI) for number in range(6)]

    expected = [1143, None, 2, None, 964, 2]  # measured on a map
    assert [one is None for one in told] == [one is None for one in expected]
    for one, kilometres in zip(told, expected, strict=True):
        assert one == pytest.approx(kilometres, abs=3) or one is kilometres is None


def test_the_column_holds_the_communes_of_the_table_in_thousandths_of_a_degree(
    files: dict[str, bytes],
) -> None:
    found = Index(files)
    column = found.column("points")
    codes = [code for code, _ in found.roster("place", "places")]

    def degrees(name: str) -> list[float]:
        at, passed = 0, []
        for step in listed(column[name]):
            at += -(step + 1) // 2 if step % 2 else step // 2
            passed.append(at / 1000)
        return passed

    rows = ascending(column["rows"])
    assert [codes[row] for row in rows] == [BA_DINH, KRONG_PAC, DONG_KHOI]
    assert degrees("lat") == [21.039, 12.696, 10.776]
    assert degrees("lon") == [105.838, 108.302, 106.7]
    # 21039 is 42078 in zigzag: 30, 2, 9, 1 from the lowest five bits on, three with bit 32.
    assert column["lat"].startswith("-ipB")
    assert column["rows"] == "DAA"


def test_a_catalogue_without_points_stays_in_order_of_relevance(script: Page) -> None:
    script.open(index(DOCS, {VI: replace(HERE, points={})}))

    assert ordered(script, HANOI) == ["a", "b", "c", "d", "e", "f"]
    assert script.call("away", 2, HANOI) is None
