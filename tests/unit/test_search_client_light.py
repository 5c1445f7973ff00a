"""Highlighting: the pieces of a text that a query found."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.search_in_node import Page, page

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyạảãàáằẵẫậẩễệồộờỡợừữỵíìịĐĂÊÔƯ"
WORDS = st.lists(
    st.sampled_from(("Cà phê", "sầu riêng", "Nghệ", "Kẹo", "500g", "HTX", "quý", "Đắk"))
    | st.text(st.sampled_from(LETTERS), min_size=1, max_size=6),
    max_size=8,
).map(" ".join)
ANYTHING = st.text(st.characters(), max_size=30)
HEEDS = st.fixed_dictionaries(
    {
        "keys": st.lists(st.sampled_from(("ca", "phe", "sau", "hop", "500", "cui")), max_size=3),
        "forms": st.lists(st.sampled_from(("phe6", "d9a8c1", "ceo5", "nge65")), max_size=2),
        "prefixes": st.lists(st.sampled_from(("p", "ng", "c", "da", "r", "qu")), max_size=2),
        "phrases": st.lists(st.sampled_from((("hop", "tac", "xa"), ("ca", "phe"))), max_size=2),
    }
)
Piece = list[object]


@pytest.fixture(scope="module")
def script() -> Iterator[Page]:
    with page() as found:
        yield found


def lit(script: Page, text: str, **heed: list[str]) -> str:
    """The text with what was found in brackets."""
    whole = {"keys": [], "forms": [], "prefixes": [], **heed}
    pieces: list[Piece] = script.call("light", text, whole)
    return "".join(f"[{piece}]" if hit else str(piece) for hit, piece in pieces)


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        ("Cà phê sầu riêng", ["phe"], "Cà [phê] sầu riêng"),
        ("Cà phê sầu riêng", ["ca", "phe"], "[Cà phê] sầu riêng"),
        ("Cà-phê (rang)", ["ca", "phe", "rang"], "[Cà]-[phê] ([rang])"),
        ("Đắk Lắk", ["dac"], "[Đắk] Lắk"),
        ("Kẹo dừa", ["ceo"], "[Kẹo] dừa"),
        ("Bột nghệ 500g", ["500", "nge"], "Bột [nghệ 500]g"),
        ("HTX Minh Tâm", ["hop", "tac", "xa"], "[HTX] Minh Tâm"),
        ("<b>chè</b>", ["che"], "<b>[chè]</b>"),
        ("Chè", [], "Chè"),
        ("", ["che"], ""),
    ],
)
def test_words_that_were_found_are_whole(
    script: Page, text: str, keys: list[str], expected: str
) -> None:
    assert lit(script, text, keys=keys) == expected


def test_a_form_is_found_with_its_marks_alone(script: Page) -> None:
    assert lit(script, "Mắm mầm mâm", forms=["ma8m1"]) == "[Mắm] mầm mâm"


@pytest.mark.parametrize(
    ("text", "prefix", "expected"),
    [
        ("Phở bò", "ph", "[Ph]ở bò"),
        ("Phở bò", "pho", "[Phở] bò"),
        ("Khoai", "kh", "[Kh]oai"),
        ("Kẹo", "c", "[K]ẹo"),
        ("Nghệ", "ng", "[Ng]hệ"),
        ("Nghệ", "nge", "[Nghệ]"),
        ("Đắk Lắk", "da", "[Đắ]k Lắk"),
        ("Quỳ", "qui", "[Quỳ]"),
        ("HTX", "ho", "[HTX]"),
        ("𠀀𠀁", "𠀀", "[𠀀]𠀁"),
    ],
)
def test_a_word_that_was_only_begun_is_found_as_far(
    script: Page, text: str, prefix: str, expected: str
) -> None:
    assert lit(script, text, prefixes=[prefix]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hợp tác xã Sa Châu", "[Hợp tác xã] Sa Châu"),
        ("HTX Sa Châu", "[HTX] Sa Châu"),
        ("xã Giao Châu, tỉnh Ninh Bình", "xã Giao Châu, tỉnh Ninh Bình"),
        ("Hợp tác; hợp xã", "Hợp tác; hợp xã"),
        ("Tổ hợp tác xã Bình Lư", "Tổ [hợp tác xã] Bình Lư"),
        ("xã hợp tác xã", "xã [hợp tác xã]"),
    ],
)
def test_words_of_a_phrase_are_found_together_alone(script: Page, text: str, expected: str) -> None:
    phrases: Any = [["hop", "tac", "xa"]]

    assert lit(script, text, phrases=phrases) == expected


def test_a_beginning_counts_after_a_whole_word_where_there_is_one(script: Page) -> None:
    cities = "Cà phê Phú Quốc"

    assert lit(script, cities, keys=["ca"], prefixes=["ph"]) == "[Cà ph]ê Phú Quốc"
    assert lit(script, cities, prefixes=["ph"]) == "Cà [ph]ê [Ph]ú Quốc"
    assert lit(script, "Phố cà ri", keys=["ca"], prefixes=["ph"]) == "[Ph]ố [cà] ri"


def test_marks_written_apart_stay_with_their_letters(script: Page) -> None:
    text = unicodedata.normalize("NFD", "Cà phê Đậu")

    assert lit(script, text, keys=["phe"], prefixes=["da"]) == unicodedata.normalize(
        "NFD", "Cà [phê Đậ]u"
    )


@settings(max_examples=200)
@given(WORDS | ANYTHING, HEEDS)
def test_the_pieces_are_the_text_and_stand_in_turn(
    script: Page, text: str, heed: dict[str, list[Any]]
) -> None:
    pieces: list[Piece] = script.call("light", text, heed)

    assert "".join(str(piece) for _, piece in pieces) == text
    assert all(piece for _, piece in pieces)
    assert all(one[0] != other[0] for one, other in pairwise(pieces))


@settings(max_examples=200)
@given(WORDS, HEEDS)
def test_both_unicode_forms_are_cut_alike(
    script: Page, text: str, heed: dict[str, list[Any]]
) -> None:
    apart = lit(script, unicodedata.normalize("NFD", text), **heed)

    assert unicodedata.normalize("NFC", apart) == lit(
        script, unicodedata.normalize("NFC", text), **heed
    )
