"""Vietnamese text: folding, slugs and alphabetical order."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.paths import is_entry_id
from ocop.text import Language, fold, localise, nfc, slugify, sort_key

VOWELS = {
    "a": "aàảãáạăằẳẵắặâầẩẫấậ",
    "e": "eèẻẽéẹêềểễếệ",
    "i": "iìỉĩíị",
    "o": "oòỏõóọôồổỗốộơờởỡớợ",
    "u": "uùủũúụưừửữứự",
    "y": "yỳỷỹýỵ",
    "d": "dđ",
}
VIETNAMESE = st.text(alphabet="".join(VOWELS.values()) + "bcghklmnpqrstvx -'", max_size=40)


@pytest.mark.parametrize(
    ("letter", "marked"), [(bare, one) for bare, all_ in VOWELS.items() for one in all_]
)
def test_every_vietnamese_letter_folds_to_its_bare_form(letter: str, marked: str) -> None:
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, marked)
        assert (fold(written), fold(written.upper())) == (letter, letter)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("Phú Thuỷ", "Phú Thủy"),
        ("ĐẮK  LẮK", "Đắk Lắk"),
        (" Bắc\tKạn\n", "bac kan"),
        ("Quảng Trị", unicodedata.normalize("NFD", "quảng trị")),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_is_final_and_blind_to_the_unicode_form(text: str) -> None:
    folded = fold(text)
    assert folded == fold(folded)
    assert folded == fold(unicodedata.normalize("NFD", text))


@given(VIETNAMESE)
def test_folded_vietnamese_is_plain_ascii_in_lower_case(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chè xanh sạch Bình Sơn", "che-xanh-sach-binh-son"),
        ("Mắm tôm Hòa Hải (4 sao)", "mam-tom-hoa-hai-4-sao"),
        ("Tinh dầu sả – chanh", "tinh-dau-sa-chanh"),
        ("Đặc sản ĐẮK LẮK", "dac-san-dak-lak"),
        ("Cư M'gar", "cu-m-gar"),
        ("★", ""),
    ],
)
def test_names_become_ids(text: str, expected: str) -> None:
    assert slugify(text) == expected


@given(st.text(max_size=60))
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or len(slug) > 80 or is_entry_id(slug) or re.fullmatch(r"\w{3,4}", slug)


ORDERED = [
    # Letters: a ă â … d đ … e ê … o ô ơ … u ư
    ["ca", "căn", "cân", "chè", "da", "đa", "em", "êm", "ong", "ông", "ơn", "un", "ưng", "vải"],
    # Tones only break ties: ngang huyền hỏi ngã sắc nặng
    ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],
    ["đông tiến", "đồng tiến", "động tiến", "đông triều"],
    # A word goes before what begins with it; spaces before letters
    ["bánh", "bánh gai", "bánh tráng", "bánhx"],
    # Case does not matter before letters do
    ["An", "bánh", "Chè"],
    # Digits before letters
    ["4 mùa", "bốn mùa"],
    ["Cà phê", "Cam sành", "Chanh dây", "Dưa lưới", "Đũa tre", "Mắm tép", "Mắm tôm", "Trà"],
]


@pytest.mark.parametrize("names", ORDERED, ids=lambda names: names[0])
def test_names_stand_in_the_order_of_the_vietnamese_dictionary(names: list[str]) -> None:
    backwards = names[::-1]
    assert names == sorted(backwards, key=sort_key)


def test_signs_in_front_of_a_name_do_not_move_it() -> None:
    names = ["“An”", "(Bánh) gai", "Cà", "'Chè'", "_Dừa", "“Đậu” 9", "…"]

    assert sorted(["…", "“Đậu” 9", *names[:-2][::-1]], key=sort_key) == ["…", *names[:-1]]


@given(st.lists(VIETNAMESE, max_size=6))
def test_the_order_does_not_depend_on_the_unicode_form(names: list[str]) -> None:
    composed = [nfc(name) for name in names]
    decomposed = [unicodedata.normalize("NFD", name) for name in names]
    assert sorted(composed, key=sort_key) == [
        nfc(name) for name in sorted(decomposed, key=sort_key)
    ]


VI, EN, JA = Language("vi"), Language("en"), Language("ja")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ({VI: "Chè", EN: "Tea"}, EN, ("Tea", EN)),
        ({VI: "Chè"}, EN, ("Chè", VI)),
        ({JA: "茶"}, EN, ("茶", JA)),
        ({}, EN, ("", EN)),
    ],
)
def test_a_missing_language_falls_back_and_says_so(
    text: dict[Language, str], language: Language, expected: tuple[str, Language]
) -> None:
    assert localise(text, language, VI) == expected
