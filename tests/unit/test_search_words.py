"""The text rules of the search: docs/search-format.md, section 1, in Python and JavaScript."""

import json
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ocop
from ocop.search.words import key, words
from ocop.tables import parse_table
from support.words_in_node import Browser, browser

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "vectors/search-words.json").read_text("utf-8")
)
CASES: list[dict[str, Any]] = VECTORS["cases"]
TABLE = Path(ocop.__file__).parent / "data/search-abbreviations.yaml"

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
VIETNAMESE = st.text(st.sampled_from(LETTERS + LETTERS.upper() + "fjwzJWZ 0123456789 -.'\n"))
PIECES = st.sampled_from(
    ("htx", "TP", "kh", "ngh", "gh", "quy", "ky", "\u0301", "\u0323", "\u200b")
)
MIXED = st.lists(VIETNAMESE | PIECES | st.text(max_size=8), max_size=8).map("".join)
ANYTHING = st.text(st.characters(), max_size=40)

SETTLED = [*range(0x590), *range(0x1E00, 0x2070), *range(0x3040, 0x3100), *range(0xAC00, 0xD7A4)]
SETTLED_CHARACTERS = frozenset(map(chr, [*SETTLED, *range(0x590, 0x700), *range(0x1100, 0x1200)]))
STANDING_ALONE = {*range(0x2B0, 0x300), 0x374}  # modifier letters: an apostrophe's kin


@pytest.fixture(scope="module")
def script() -> Iterator[Browser]:
    with browser() as found:
        yield found


def expected(case: dict[str, Any]) -> list[tuple[str, str]]:
    return [(word["form"], word["key"]) for word in case["words"]]


def test_the_index_reads_every_text_as_the_vectors_say() -> None:
    wrong = [
        (case["text"], found, expected(case))
        for case in CASES
        if (found := [(form, key(form)) for form in words(case["text"])]) != expected(case)
    ]

    assert wrong == []


def test_the_browser_reads_every_text_as_the_vectors_say(script: Browser) -> None:
    read = script.words([case["text"] for case in CASES])

    assert [[(word["form"], word["key"]) for word in found] for found in read] == [
        expected(case) for case in CASES
    ]


def test_both_write_out_the_abbreviations_of_the_vectors(script: Browser) -> None:
    assert parse_table(TABLE) == VECTORS["abbreviations"]
    assert script.abbreviations() == VECTORS["abbreviations"]


def test_an_abbreviation_is_read_as_the_words_that_it_stands_for() -> None:
    for short, spoken in VECTORS["abbreviations"].items():
        assert words(short) == words(spoken)


def test_both_read_every_character_alike_wherever_it_stands(script: Browser) -> None:
    codes = [*range(0x20000), *range(0xE0000, 0xE1000), 0xF0000, 0x10FFFF]
    texts = [f"{char} ka{char} {char}9" for char in map(chr, codes)]

    differing = [
        hex(code)
        for code, text, found in zip(codes, texts, script.forms(texts), strict=True)
        if words(text) != found
    ]

    assert differing == []


def test_what_is_no_text_has_no_words_or_those_that_it_would_be_written_with(
    script: Browser,
) -> None:
    assert script.forms([None, "", 500, True]) == [(), (), ("500",), ("true",)]


def test_letters_make_words_and_signs_separate_them() -> None:
    assigned = [chr(code) for code in SETTLED if unicodedata.category(chr(code)) != "Cn"]

    letters = [c for c in assigned if unicodedata.category(c)[0] == "L"]
    signs = [c for c in assigned if unicodedata.category(c)[0] in "PSZ"]

    assert {c for c in letters if len(words(f"a{c}a")) != 1} <= set(map(chr, STANDING_ALONE))
    assert [c for c in signs if words(f"a{c}b") != ("a", "b")] == []


def test_what_cannot_be_seen_is_passed_over() -> None:
    unseen = [
        chr(code)
        for code in range(0x10000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf") and not chr(code).isspace()
    ]

    assert [hex(ord(c)) for c in unseen if words(f"m{c}ật{c}") != ("ma6t5",)] == [
        "0x890",
        "0x891",
    ]  # signs of Arabic money, which stand among letters as they are


@given(MIXED)
def test_both_read_vietnamese_texts_alike(script: Browser, text: str) -> None:
    assert script.forms([text]) == [words(text)]


@settings(max_examples=300)
@given(st.lists(ANYTHING, max_size=20))
def test_both_read_any_texts_alike(script: Browser, texts: list[str]) -> None:
    assert script.forms(texts) == [words(text) for text in texts]


@given(MIXED)
def test_the_place_of_a_word_is_where_it_stands_in_the_text(script: Browser, text: str) -> None:
    units = text.encode("utf-16-le", "surrogatepass")

    for word in script.words([text])[0]:
        run = units[2 * word["start"] : 2 * word["end"]].decode("utf-16-le", "surrogatepass")
        assert word["form"] in words(run)


def test_places_count_the_units_of_the_string_that_was_given(script: Browser) -> None:
    (found,) = script.words(["🍯 M\u00e2\u0323t, ho\u0300a HTX"])

    assert [(word["form"], word["start"], word["end"]) for word in found] == [
        ("ma6t5", 3, 7),
        ("hoa2", 9, 13),
        ("ho7p5", 14, 17),
        ("tac1", 14, 17),
        ("xa4", 14, 17),
    ]


@given(MIXED)
def test_composed_and_decomposed_texts_have_the_same_words(text: str) -> None:
    settled = "".join(char for char in text if char in SETTLED_CHARACTERS)

    composed, parted = (unicodedata.normalize(form, settled) for form in ("NFC", "NFD"))

    assert words(composed) == words(parted) == words(settled)


@given(VIETNAMESE)
def test_capitals_say_the_same_as_small_letters(text: str) -> None:
    assert words(text.upper()) == words(text.lower()) == words(text)


@given(VIETNAMESE)
def test_a_key_read_again_stays_as_it_is(text: str) -> None:
    for plain in map(key, words(text)):
        if plain not in VECTORS["abbreviations"] and "hh" not in plain:
            assert words(plain) == (plain,)


@given(MIXED)
def test_no_word_is_empty_and_keys_of_letters_have_no_digits(text: str) -> None:
    for form in words(text):
        assert key(form)
        assert form[0] in "0123456789" or not set(key(form)) & set("0123456789")


def test_ten_thousand_characters_are_read_while_a_letter_is_typed(script: Browser) -> None:
    long = ["đắk " * 2500, "x" * 10_000, "\u0301" * 10_000, "\ud83d" * 10_000, "a1" * 5000]
    script.words(long[:1])
    start = time.perf_counter()

    script.words(long)

    assert time.perf_counter() - start < 3
