"""What people call products otherwise: the curated list, and a project's own names."""

import re
import time
from pathlib import Path

import pytest

import ocop
from ocop.domain.taxonomy import SETS
from ocop.search.aliases import Table, aliases, gift_names, table, unheard
from ocop.search.words import key, words
from ocop.tables import parse_table

LIST = Path(ocop.__file__).parent / "data/search-aliases.yaml"
CURATED = table({})
SECTIONS = parse_table(LIST)
GROUPS = {"": SECTIONS["anywhere"], **SECTIONS["in_sets"]}


def called(name: str, product_set: int = 0, known: Table = CURATED) -> tuple[str, ...]:
    return aliases(known, words(name), product_set)


@pytest.mark.parametrize(
    ("name", "product_set", "other"),
    [
        ("Cà phê rang xay Sơn Nữ", 13, "coffee"),
        ("Cà phê rang xay Sơn Nữ", 13, "cafe"),
        ("Cafe Buôn Mê", 13, "cà phê"),
        ("Mật ong hoa nhãn", 4, "honey"),
        ("Nước mắm nhĩ", 9, "fish sauce"),
        ("Hồ tiêu đen", 10, "black pepper"),
        ("Tiêu sọ hữu cơ", 10, "white pepper"),
        ("Chè Tân Cương", 11, "trà"),
        ("Chè xanh Bình Sơn", 11, "green tea"),
        ("Trà Shan tuyết", 11, "snow shan tea"),
        ("Gốm Chăm", 21, "pottery"),
        ("Bánh tráng phơi sương", 6, "rice paper"),
        ("Bánh tráng phơi sương", 6, "bánh đa"),
        ("Bánh đa Kế", 6, "bánh tráng"),
        ("Ca cao nguyên chất", 13, "cacao"),
        ("Thổ cẩm Mỹ Nghiệp", 22, "brocade"),
        ("Hạt điều rang muối", 7, "cashew"),
        ("Hạt điều rang muối", 7, "đào lộn hột"),
        ("Xoài sấy dẻo", 7, "mango"),
        ("Xoài sấy dẻo", 7, "dried"),
        ("Nấm linh chi đỏ", 20, "lingzhi"),
        ("Ống hút tre", 21, "bamboo straw"),
        ("Lan hồ điệp", 23, "orchid"),
        ("Trà ướp sen", 12, "lotus tea"),
        ("Quế thanh Trà My", 10, "cinnamon"),
        ("Hoa hồi", 20, "star anise"),
        ("Miến dong Na Rì", 6, "bún tàu"),
        ("Miến dong Na Rì", 6, "vermicelli"),
        ("Mắm tôm", 9, "shrimp paste"),
        ("Rượu nếp cái hoa vàng", 14, "rice wine"),
        ("Thanh long ruột đỏ", 1, "dragon fruit"),
        ("Bưởi Diễn", 1, "pomelo"),
        ("Sầu riêng Ri6", 1, "durian"),
        ("Măng cụt", 1, "mangosteen"),
        ("Chôm chôm nhãn", 1, "rambutan"),
        ("Nhãn lồng Hưng Yên", 1, "longan"),
        ("Vải thiều Lục Ngạn", 1, "lychee"),
        ("Sâm Ngọc Linh", 20, "vietnamese ginseng"),
        ("Tinh bột nghệ", 18, "turmeric"),
        ("Trà gừng mật ong", 12, "ginger tea"),
        ("Tinh dầu sả chanh", 20, "essential oil"),
        ("Rong biển khô", 8, "seaweed"),
        ("Yến sào chưng", 8, "birds nest"),
        ("Khăn lụa tơ tằm", 22, "silk scarf"),
        ("Nón lá bài thơ", 21, "conical hat"),
        ("Tranh sơn mài", 21, "lacquer"),
        ("Mây tre đan", 21, "rattan"),
        ("Dứa Đồng Giao", 1, "khóm"),
        ("Khóm Cầu Đúc", 1, "dứa"),
        ("Khóm Cầu Đúc", 1, "thơm"),
        ("Kẹo lạc", 7, "kẹo đậu phộng"),
        ("Dầu lạc", 8, "đậu phộng"),
        ("Dầu đậu phộng", 8, "lạc"),
        ("Thịt heo gác bếp", 8, "lợn"),
        ("Thịt lợn gác bếp", 8, "heo"),
        ("Bắp sấy", 7, "ngô"),
        ("Ngô nếp", 1, "bắp"),
        ("Vừng đen", 3, "mè"),
        ("Bột sắn", 3, "khoai mì"),
        ("Khoai mì Tây Ninh", 1, "sắn"),
        ("Na Chi Lăng", 1, "mãng cầu"),
        ("Cá lóc một nắng", 8, "cá quả"),
        ("Cá quả kho", 8, "cá lóc"),
        ("Xà bông sả chanh", 19, "xà phòng"),
        ("Xà phòng bồ kết", 19, "xà bông"),
        ("Trứng vịt muối", 8, "hột vịt muối"),
        ("Trà khổ qua", 12, "mướp đắng"),
        ("Mướp đắng rừng", 1, "khổ qua"),
        ("Chanh leo", 1, "chanh dây"),
        ("Đậu nành", 3, "đậu tương"),
        ("Bơ sáp Đắk Lắk", 1, "avocado"),
        ("Bơ Đắk Lắk", 1, "avocado"),
    ],
)
def test_a_product_is_called_what_people_call_it(name: str, product_set: int, other: str) -> None:
    assert other in called(name, product_set)


@pytest.mark.parametrize(
    ("name", "product_set", "other"),
    [
        ("Chè bưởi Vĩnh Long", 5, "tea"),
        ("Chè lam", 6, "tea"),
        ("Quế Trà My", 10, "tea"),
        ("Bưởi thanh trà", 1, "tea"),
        ("Bơ lạc", 7, "avocado"),
        ("Bánh bơ", 6, "avocado"),
        ("Bột lá dứa", 7, "pineapple"),
        ("Khô cá dứa", 8, "pineapple"),
        ("Bột sắn dây", 7, "cassava"),
        ("Cam Nghệ An", 1, "turmeric"),
        ("Thủ công mỹ nghệ", 21, "turmeric"),
        ("Kẹo dừa Bến Tre", 7, "bamboo"),
        ("Gà Lạc Thủy", 2, "peanut"),
        ("Xoài Cam Lâm", 1, "orange"),
        ("Gạo Na Rì", 1, "custard apple"),
        ("Rượu cần Măng Đen", 15, "bamboo shoot"),
        ("Măng tây", 1, "bamboo shoot"),
        ("Bắp cải", 1, "corn"),
        ("Cá mè kho", 8, "sesame"),
        ("Chè tôm nõn", 11, "shrimp"),
        ("Rau bò khai", 1, "beef"),
        ("Vú sữa Lò Rèn", 1, "milk"),
        ("Giò lụa", 8, "silk"),
        ("Cá hồi Sa Pa", 2, "star anise"),
        ("Húng quế", 1, "cinnamon"),
        ("Rong biển nho", 2, "grape"),
        ("Vải thổ cẩm", 22, "lychee"),
        ("Măng lưỡi lợn", 7, "pork"),
        ("Cam thảo", 20, "orange"),
        ("Gạo nàng thơm", 3, "pineapple"),
        ("Hạt điều", 7, "peach blossom"),
    ],
)
def test_a_false_friend_gives_no_name(name: str, product_set: int, other: str) -> None:
    assert other not in called(name, product_set)


def test_words_count_only_whole_and_with_the_marks_of_the_list() -> None:
    assert called("Bánh trắng") == ()
    assert called("Banh trang") == ()
    assert called("Nghệch") == ()


def test_capitals_and_the_place_of_a_tone_make_no_difference() -> None:
    assert (
        called("CÀ PHÊ HOÀ TAN")
        == called("cà phê hòa tan")
        == ("cafe", "café", "coffee", "instant")
    )


def test_each_name_is_given_once_in_the_order_of_the_products_name() -> None:
    found = called("Kẹo gừng, kẹo nghệ và gừng")

    assert found == ("candy", "sweets", "ginger", "turmeric")


def test_a_project_adds_its_own_names_before_the_curated_ones() -> None:
    known = table({"mật ong": ("honeycomb",), "báo": ("sâm báo",)})

    assert called("Mật ong", known=known) == ("honeycomb", "honey")
    assert called("Rượu Báo", known=known) == ("liquor", "spirits", "sâm báo")


def test_a_project_takes_curated_names_away() -> None:
    known = table({"mật ong": (), "chè": ()})

    assert called("Mật ong hoa nhãn", known=known) == ()
    assert called("Chè Tân Cương", 11, known) == ()
    assert called("Trà Tân Cương", 11, known) == ("chè", "tea")


def test_a_projects_longer_phrase_keeps_shorter_ones_away() -> None:
    known = table({"gừng đen": ("black ginger",)})

    assert called("Gừng đen Na Ngoi", 20, known) == ("black ginger",)


def test_a_project_may_say_that_several_are_the_same_or_share_a_name() -> None:
    known = table({"chè dây = trà dây": ("vine tea",), "tò he, chuồn chuồn tre": ("toy",)})

    assert called("Chè dây Cao Bằng", 12, known) == ("trà dây", "vine tea")
    assert called("Trà dây", 12, known) == ("chè dây", "vine tea")
    assert called("Tò he", 21, known) == called("Chuồn chuồn tre", 21, known) == ("toy",)


def test_phrases_without_a_word_mean_nothing() -> None:
    assert called("Tò he", known=table({"?": ("toy",), "": ("toy",)})) == ()


def test_products_made_up_as_gifts_are_called_so() -> None:
    assert gift_names() == ("quà tặng", "gift")


def test_no_key_of_the_list_stands_twice() -> None:
    sections = re.split(r"^  ?\S[\d ]*:$", LIST.read_text("utf-8"), flags=re.MULTILINE)

    for section in sections:
        keys = re.findall(r"^ +([^#\s].*?): \[", section, re.MULTILINE)
        assert sorted(keys) == sorted(set(keys))


def test_no_phrase_of_the_list_stands_twice_for_one_set() -> None:
    for group in GROUPS.values():
        phrases = [words(one) for key in group for one in re.split("[,=]", key)]
        assert len(phrases) == len(set(phrases))


def test_every_entry_names_sets_that_exist() -> None:
    assert {int(one) for sets in SECTIONS["in_sets"] for one in sets.split()} <= set(SETS)


def test_names_add_words_that_a_search_for_the_phrase_would_not_find() -> None:
    useless = [
        (phrase, name)
        for group in GROUPS.values()
        for entry, names in group.items()
        for phrase in re.split("[,=]", entry)
        for name in names
        if set(map(key, words(name))) <= set(map(key, words(phrase)))
    ]

    assert useless == []


def test_twenty_thousand_names_take_a_moment() -> None:
    name = words("Cà phê bột rang xay hữu cơ Buôn Ma Thuột")
    start = time.process_time()

    for _ in range(20_000):
        aliases(CURATED, name, 13)

    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (["rau ngổ"], []),
        (["Rau NGỔ"], []),
        (["rau ngo"], [("rau ngo", "rau ngo")]),
        (["ngổ khô Bình"], []),
        (["ngổ Bình"], [("ngổ Bình", "ngổ Bình")]),
        (["trà dây = chè dây"], []),
        (["chè dây = trà xanh"], [("chè dây = trà xanh", "chè dây = trà xanh")]),
        (["rau ngổ, tò he"], [("rau ngổ, tò he", "tò he")]),
        (["tò he", "rau ngổ", "quí phi", "…"], [("tò he", "tò he"), ("…", "…")]),
        ([], []),
    ],
)
def test_own_phrases_that_stand_in_no_name_are_told(
    phrases: list[str], expected: list[tuple[str, str]]
) -> None:
    own = {phrase: ["other"] for phrase in phrases}

    assert list(unheard(own, ("Rau ngổ khô Bình Sơn", "Trà dây Quý Phi"))) == expected


def test_no_more_names_are_read_than_it_takes() -> None:
    names = iter(("Rau ngổ", "Chè dây"))

    assert unheard({"rau ngổ": ["rau om"]}, names) == ()
    assert next(names) == "Chè dây"
