"""The order of hits: which of two readings of a query is the cheaper one."""

from collections.abc import Iterator

import pytest

from ocop.search.document import SearchDoc
from support.search_in_node import Page, page
from support.search_shop import Shop, goods


@pytest.fixture(scope="module")
def script() -> Iterator[Page]:
    with page() as found:
        yield found


def test_nothing_typed_finds_everything_in_the_order_of_the_index(script: Page) -> None:
    shop = Shop.of(script, goods("Chè dây"), goods("Bánh in", 3), goods("Bánh in lá", 5))

    assert shop.find("").exact == ["Bánh in lá", "Bánh in", "Chè dây"]
    assert shop.find("  ").exact == shop.find(None).exact == shop.find("").exact


def test_equal_hits_stay_in_the_order_of_the_index_the_most_stars_first(script: Page) -> None:
    shop = Shop.of(
        script,
        goods("Mật ong An Bình", 3),
        goods("Mật ong Yên Bái", 5),
        goods("Mật ong Mèo Vạc", 4),
    )

    assert shop.exact("mat ong") == ["Mật ong Yên Bái", "Mật ong Mèo Vạc", "Mật ong An Bình"]


# Each names two products, the better one for the query first; the names are such that the order
# of the index has them the other way round.
BETTER = {
    "the start of a name before its middle": (
        "cam sanh",
        goods("Cam sành Hàm Yên"),
        goods("Bánh cam sành", 5),
    ),
    "a name before a producer": (
        "hoa ban",
        goods("Trà hoa ban"),
        goods("Chè dây", producer="Hợp tác xã Hoa Ban"),
    ),
    "a name before a place": (
        "ba vi",
        goods("Sữa Ba Vì"),
        goods("Chè xanh", origin="Ba Vì"),
    ),
    "a place before a producer": (
        "ba vi",
        goods("Sữa tươi", origin="Ba Vì"),
        goods("Chè xanh", producer="Cơ sở Ba Vì"),
    ),
    "words that stand together before words with others between": (
        "gao thom",
        goods("Gạo thơm"),
        goods("Gạo nàng thơm", 5),
    ),
    "words left out between before words in another field": (
        "mat ong u minh",
        goods("Mật ong rừng U Minh"),
        goods("Mật ong", 5, origin="U Minh"),
    ),
    "two pieces before three": (
        "che xanh thai nguyen",
        goods("Chè xanh", origin="Thái Nguyên"),
        goods("Chè búp xanh", 5, origin="Tân Thái", producer="Hộ Trần Văn Nguyên"),
    ),
    "words in a field before words in a text": (
        "che giam can",
        goods("Chè giảm cân"),
        goods("Chè dây", 5, text="Uống để giảm cân"),
    ),
    "a place of two words before one word of it beside another": (
        "che dak ha",
        goods("Chè cổ thụ", origin="Đăk Hà"),
        goods("Chè cổ đặc sản Hà Nội"),
    ),
    "the whole word that was typed before the beginning of another": (
        "che co thu son la",
        goods("Chè cổ thụ Mường La", origin="Sơn La"),
        goods("Chè cổ thụ búp Sơn Lang"),
    ),
    "a product from a place before a product that sounds like it": (
        "ruou hue",
        goods("Rượu sen", origin="Huế"),
        goods("Rượu quế"),
    ),
}


@pytest.mark.parametrize(("query", "better", "worse"), BETTER.values(), ids=BETTER)
def test_the_cheaper_reading_comes_first(
    script: Page, query: str, better: SearchDoc, worse: SearchDoc
) -> None:
    shop = Shop.of(script, better, worse)
    found = shop.find(query)

    assert [*found.exact, *found.near][0] == better.id
    assert better.id in found.exact


def test_a_word_said_twice_has_to_stand_there_twice(script: Page) -> None:
    shop = Shop.of(script, goods("Su hào"), goods("Su su Sa Pa"))

    assert shop.exact("su su") == ["Su su Sa Pa"]


def test_the_last_word_of_one_phrase_and_the_first_of_the_next_do_not_stand_together(
    script: Page,
) -> None:
    shop = Shop.of(
        script,
        goods("Chè dây", origin="Tân Hà;Nam Định"),
        goods("Chè khô", origin="Hà Nam"),
    )

    assert shop.exact("ha nam") == ["Chè khô", "Chè dây"]


def test_scattered_words_are_hits_where_nothing_better_is_known(script: Page) -> None:
    shop = Shop.of(script, goods("Chè dây", origin="Cao Bằng", producer="Hộ Lý Thị Hoa"))

    assert shop.exact("hoa cao day") == ["Chè dây"]


@pytest.mark.parametrize(
    "query", ["đăk lak", "Đắk Lắk", "dac lac", "ĐẮC LẮC", "đ\u0103\u0301k lắk"]
)
def test_spellings_of_one_word_are_one_word(script: Page, query: str) -> None:
    shop = Shop.of(script, goods("Hồ tiêu Đắk Lắk"))

    found = shop.find(query)

    assert [*found.exact, *found.near] == ["Hồ tiêu Đắk Lắk"]


def test_a_place_is_found_with_its_word_of_kind(script: Page) -> None:
    shop = Shop.of(
        script, goods("Rượu ngô", origin="Ba Vì;Hà Nội"), goods("Rượu nếp", origin="Thanh Oai")
    )

    for query in ("rượu ngô huyện Ba Vì", "ruou ngo huyen ba vi", "rượu tp Hà Nội"):
        assert shop.exact(query) == ["Rượu ngô"]


def test_marks_that_were_typed_decide_and_the_others_are_near(script: Page) -> None:
    shop = Shop.of(script, goods("Mầm đá"), goods("Mắm tép"), goods("Măm ngọt"))

    assert shop.exact("mam") == ["Mầm đá", "Măm ngọt", "Mắm tép"]
    found = shop.find("mắm")
    assert (found.exact, found.near) == (["Mắm tép"], ["Măm ngọt", "Mầm đá"])
    assert found.notes["loose"] == ["marks"]


def test_in_a_query_with_marks_a_word_without_them_is_meant_so(script: Page) -> None:
    shop = Shop.of(script, goods("Chè Thạnh Hóa", 5), goods("Chè búp Thanh Hóa"))

    assert shop.exact("chè thanh hóa") == ["Chè búp Thanh Hóa", "Chè Thạnh Hóa"]
