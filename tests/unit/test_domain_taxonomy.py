"""The classification of Decision 26/2026, Annexes I and II."""

import pytest

from ocop.domain.taxonomy import (
    GROUPS,
    INDUSTRIES,
    SETS,
    Group,
    Industry,
    ProductSet,
    industry_of,
    sets_named,
)
from ocop.messages import catalogue
from ocop.text import Language

VI, EN = Language("vi"), Language("en")


def test_there_are_6_industries_17_groups_and_26_sets() -> None:
    assert (len(INDUSTRIES), len(GROUPS), len(SETS)) == (6, 17, 26)
    assert list(SETS) == list(range(1, 27))


@pytest.mark.parametrize(
    ("code", "number", "key", "name", "sets"),
    [
        ("I", 1, "food", "Sản phẩm thực phẩm", range(1, 14)),
        ("II", 2, "drinks", "Sản phẩm đồ uống", range(14, 18)),
        ("III", 3, "herbs", "Sản phẩm dược liệu và sản phẩm từ dược liệu", range(18, 21)),
        ("IV", 4, "craft", "Sản phẩm hàng thủ công mỹ nghệ", range(21, 23)),
        ("V", 5, "ornamental", "Sản phẩm sinh vật cảnh", range(23, 26)),
        (
            "VI",
            6,
            "tourism",
            "Sản phẩm dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch",
            range(26, 27),
        ),
    ],
)
def test_each_industry_has_its_name_and_sets(
    code: str, number: int, key: str, name: str, sets: range
) -> None:
    industry = INDUSTRIES[code]
    assert (number, key, name) == (industry.number, industry.key, industry.name[VI])
    assert list(sets) == [n for group in industry.groups for n in GROUPS[group].sets]


@pytest.mark.parametrize(
    ("number", "group", "name"),
    [
        (1, "I.1", "Rau, củ, quả, hạt tươi"),
        (4, "I.2", "Mật ong, mật khác và nông sản thực phẩm khác"),
        (8, "I.3", "Chế biến từ thịt, thủy sản, trứng, sữa, các sản phẩm từ mật ong, mật khác "
         "và nông sản thực phẩm khác"),
        (10, "I.4", "Gia vị khác (muối, hành, tỏi, tiêu)"),
        (12, "I.5", "Sản phẩm trà từ thực vật khác"),
        (13, "I.6", "Cà phê, cacao"),
        (14, "II.1", "Rượu trắng"),
        (17, "II.2", "Đồ uống không cồn khác"),
        (20, "III.3", "Tinh dầu và dược liệu khác"),
        (22, "IV.2", "Vải, may mặc"),
        (24, "V.2", "Cây cảnh"),
        (26, "VI.1", "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch"),
    ],
)  # fmt: skip
def test_a_set_lies_in_its_group_and_is_named_to_the_letter(
    number: int, group: str, name: str
) -> None:
    assert (group, name) == (SETS[number].group, SETS[number].name[VI])
    assert number in GROUPS[group].sets
    assert industry_of(number).code == group.split(".")[0]


def test_the_ministries_in_charge_are_those_of_the_annex() -> None:
    ministries = {n: [one[VI] for one in SETS[n].ministries] for n in (5, 6, 19, 26)}
    assert ministries == {
        5: ["Bộ Công Thương"],
        6: ["Bộ Nông nghiệp và Môi trường", "Bộ Công Thương"],
        19: ["Bộ Y tế"],
        26: ["Bộ Văn hóa, Thể thao và Du lịch", "Bộ Nông nghiệp và Môi trường"],
    }


def test_everything_is_named_in_both_languages_and_short_names_fit_a_chip() -> None:
    units: list[Industry | Group | ProductSet] = [*INDUSTRIES.values(), *GROUPS.values()]
    for unit in [*units, *SETS.values()]:
        assert set(unit.name) == set(unit.short) == {VI, EN}
        assert all(0 < len(short) <= 36 for short in unit.short.values()), unit.short


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Thảo dược", [18, 19, 20]),
        ("Vải và may mặc", [22]),
        ("Lưu niệm - nội thất - trang trí", [21]),
        ("Dịch vụ du lịch nông thôn, bán hàng", [26]),
        ("đồ uống", [14, 15, 16, 17]),
        ("DO UONG", [14, 15, 16, 17]),
        ("Sản phẩm thực phẩm", list(range(1, 14))),
        ("Bộ sản phẩm Rượu trắng", [14]),
        ("Cà phê", [13]),
        ("Chè", [11]),
        ("Gia vị", [9, 10]),
        ("Coffee and cocoa", [13]),
        ("Điện thoại", []),
    ],
)
def test_present_and_older_names_lead_to_sets(name: str, numbers: list[int]) -> None:
    assert numbers == [one.number for one in sets_named(name)]


@pytest.mark.parametrize("language", [VI, EN])
def test_the_explanation_of_a_wrong_set_lists_them_all(language: Language) -> None:
    told = catalogue()["OCOP129"][language]["means"]

    listed = told.partition(": ")[2].removesuffix(".").split("; ")
    assert listed == [f"{number} {one.short[language]}" for number, one in SETS.items()]
