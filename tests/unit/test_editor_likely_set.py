"""A name speaks for a product set; what it proposes is right nearly always."""

from pathlib import Path

import pytest
import yaml

import ocop
from ocop.editors.likely_set import likely_set

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Chè xanh Bình Sơn", 11),
        ("Mật ong hoa cà phê", 4),
        ("Trà túi lọc cà gai leo", 12),
        ("Cao cà gai leo", 18),
        ("Chuối sấy dẻo", 7),
        ("Thịt trâu sấy", 8),
        ("NƯỚC MẮM CỐT", 9),
        ("nuoc mam", 9),
        ("Tinh dầu sả chanh", 20),
        ("Rượu mơ", 15),
        ("Rượu men lá", 14),
        ("Một ngày ở vườn cà phê", 26),
        ("Cá chép cảnh", 25),
        ("Vicumax", None),
        ("", None),
        ("che", 11),
    ],
)
def test_the_word_that_says_most_decides(name: str, number: int | None) -> None:
    assert likely_set(name) == number


def test_of_the_products_that_editors_have_looked_at_it_misses_few() -> None:
    right, all_ = 0, 0
    for file in (ROOT / "content/products").glob("*/product.yaml"):
        entry = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        name = entry["name"]
        if "set" not in entry.get("guessed", []):
            right += likely_set(name if isinstance(name, str) else name["vi"]) == int(entry["set"])
            all_ += 1

    assert all_ > 40
    assert right / all_ >= 0.95


def test_every_set_has_words_and_no_word_two_sets() -> None:
    table = yaml.safe_load((Path(ocop.__file__).parent / "data/set-words.yaml").read_text("utf-8"))
    words = [word.removesuffix("!") for group in table.values() for word in group]

    assert sorted(table) == list(range(1, 27))
    assert len(words) == len(set(words))
