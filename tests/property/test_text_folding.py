"""Folding character by character is folding the whole."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ocop.text import fold

VIETNAMESE = st.text(alphabet="aăâeêoôơuưyđĐ ẤằỄợỹ\u0300\u0301\u0303\u0309\u0323 \n-1")


@given(st.text() | VIETNAMESE)
def test_a_folded_text_has_no_marks_no_case_and_single_spaces(text: str) -> None:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(char for char in plain if unicodedata.combining(char) == 0)

    assert fold(text) == " ".join(bare.casefold().split())
