"""The outlines of the maps: whole, light, and with the borders of today."""

import gzip
from collections import Counter
from math import asinh, degrees, radians, tan

import pytest

from ocop.domain import gazetteer
from ocop.pages.maps import outlines
from support.map_paths import distance, edges, is_inside, rings

LAND = outlines.country().land
CODES = {one.name: one.code for one in gazetteer.provinces()}
AMID = ("Hà Nội", "Thái Nguyên", "Phú Thọ", "Bắc Ninh")
"""Provinces without a coast and without a neighbour abroad."""


def test_all_provinces_are_drawn() -> None:
    assert sorted(LAND) == sorted(CODES.values())
    assert all(rings(path) for path in LAND.values())


@pytest.mark.parametrize("name", AMID)
def test_a_province_amid_others_shares_all_of_its_border(name: str) -> None:
    others = {edge for code, path in LAND.items() if code != CODES[name] for edge in edges(path)}

    assert [edge for edge in edges(LAND[CODES[name]]) if edge not in others] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thanh Hóa", "Nghệ An"), ("Quảng Trị", "Huế"), ("Gia Lai", "Đắk Lắk"),
        ("Lai Châu", "Lào Cai"), ("Đồng Tháp", "Cần Thơ"), ("Hồ Chí Minh", "Đồng Nai"),
    ],
)  # fmt: skip
def test_neighbours_have_one_border(one: str, other: str) -> None:
    shared = set(edges(LAND[CODES[one]])) & set(edges(LAND[CODES[other]]))

    assert len(shared) >= 5


def test_no_border_belongs_to_three() -> None:
    often = Counter(edge for path in LAND.values() for edge in set(edges(path)))

    assert max(often.values()) == 2


@pytest.mark.parametrize(
    ("place", "point", "province"),
    [
        ("Than Uyên", (21.957, 103.884), "Lai Châu"),
        ("Sa Đéc", (10.29, 105.76), "Đồng Tháp"),
        ("Mê Linh", (21.18, 105.72), "Hà Nội"),
        ("Cát Bà", (20.80, 107.00), "Hải Phòng"),
        ("Phú Quốc", (10.23, 103.98), "An Giang"),
        ("Buôn Ma Thuột", (12.68, 108.04), "Đắk Lắk"),
    ],
)
def test_a_town_lies_in_the_province_that_it_belongs_to_today(
    place: str, point: tuple[float, float], province: str
) -> None:
    spot = outlines.country().frame.spot(point)

    inside = [code for code, path in LAND.items() if is_inside(spot, path)]

    assert inside == [CODES[province]], place


def test_every_commune_lies_in_or_near_its_province() -> None:
    islands = set(outlines.country().islands)
    frame = outlines.country().frame
    far = []
    for province in gazetteer.provinces():
        for one in gazetteer.communes_of(province.code):
            x, y = frame.spot(one.point)
            if one.kind == "đặc khu" and (round(x), round(y)) in islands:
                continue
            # 4 units are 7 km.
            if distance((x, y), LAND[province.code]) > 4:
                far.append(one.name)

    # Islands that an overview leaves out, and the archipelagos, which have islets of their own.
    assert sorted(far) == [
        "Hoàng Sa", "Hòn Nghệ", "Nhơn Châu", "Sơn Hải", "Tiên Hải", "Trường Sa", "Tân Hiệp",
    ]  # fmt: skip


def test_both_archipelagos_are_drawn_where_they_are() -> None:
    country = outlines.country()

    for code, west, east, south, north in (
        ("20333", 111.0, 113.0, 15.5, 17.3),
        ("22736", 111.4, 117.4, 6.8, 12.0),
    ):
        left, right = ((each - 101.95) * 64 for each in (west, east))
        top, bottom = (
            (degrees(asinh(tan(radians(23.55)))) - degrees(asinh(tan(radians(each))))) * 64
            for each in (north, south)
        )
        assert len(country.far[code]) > 10
        assert all(left < x < right and top < y < bottom for x, y in country.far[code])
        assert all(
            0 < x < country.size[0] and 0 < y < country.size[1] for x, y in country.far[code]
        )


@pytest.mark.parametrize(("province", "commune"), [("48", "20333"), ("56", "22736")])
def test_the_province_of_an_archipelago_shows_it_in_a_box(province: str, commune: str) -> None:
    (box,) = outlines.province(province).boxes

    assert box.commune == commune
    assert len(box.islands) > 10
    x, y = box.corner
    assert all(x < one[0] < x + box.side and y < one[1] < y + box.side for one in box.islands)


def test_every_commune_has_its_spot_in_the_drawing_of_its_province() -> None:
    outside = [
        one.name
        for province in gazetteer.provinces()
        for one in gazetteer.communes_of(province.code)
        for drawing in (outlines.province(province.code),)
        for x, y in (drawing.spot(one),)
        if not (0 <= x <= drawing.size[0] and 0 <= y <= drawing.size[1])
    ]

    assert outside == []


def test_the_outlines_are_light() -> None:
    country = "".join(LAND.values()).encode()
    provinces = [outlines.province(code) for code in LAND]

    assert len(country) <= 25_000
    assert len(gzip.compress(country)) <= 9_000
    assert max(len(one.land) for one in provinces) <= 4_000
