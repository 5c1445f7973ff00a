"""Letters, pages and order of lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.pages.alphabet import anchor, initial
from ocop.pages.lists import PER_PAGE, on_page, page_count


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Ấm chén", "Â"), ("ớt", "Ơ"), ("Đường phèn", "Đ"), ("“Bánh gai”", "B"), ("9 vị", "#"),
     ("Ốc", "Ô"), ("Ảnh", "A"), ("Ăn vặt", "Ă"), ("A\u0302\u0301m", "A"), ("…", "#"),
     ("Ưng", "Ư"), ("Ý dĩ", "Y"), ("Wasabi", "W")],
)  # fmt: skip
def test_a_name_stands_under_its_first_letter_without_tone(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_anchors_of_all_letters_differ_and_are_plain() -> None:
    letters = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYFJWZ#"
    anchors = [anchor(letter) for letter in letters]

    assert len(set(anchors)) == len(letters)
    assert all(one.isascii() for one in anchors)
    assert anchor("Đ") == "l-dd"


@given(st.integers(0, 500))
def test_pages_hold_every_item_once(total: int) -> None:
    items = list(range(total))
    pages = [on_page(items, page) for page in range(1, page_count(total) + 1)]

    assert [item for page in pages for item in page] == items
    assert all(0 < len(page) <= PER_PAGE for page in pages) or total == 0
