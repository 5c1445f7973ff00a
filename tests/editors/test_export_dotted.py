"""Facts under dotted keys: how a key is written, and what is none."""

import pytest

from ocop.editors.handing.dotted import dotted, parts, way
from ocop.editors.handing.facts import Facts

KEYS = {
    ("name", "zh-Hans"): "name.zh-Hans",
    ("price", "from"): "price.from",
    ("certificates", 0, "kind"): "certificates[1].kind",
    ("packs", 11, "vi"): "packs[12].vi",
    ("sources", 2): "sources[3]",
}


@pytest.mark.parametrize(("where", "key"), KEYS.items())
def test_a_key_counts_from_one_and_leads_back(where: tuple[str | int, ...], key: str) -> None:
    assert dotted(where) == key
    assert way(key) == where


@pytest.mark.parametrize(
    "text", ["", "a b", "certificates[0].kind", "packs[x]", ".vi", "a..b", "[1]"]
)
def test_another_text_is_no_key(text: str) -> None:
    assert way(text) is None


def test_every_single_fact_has_its_own_key_in_order() -> None:
    facts: Facts = {
        "name": {"vi": "Chè", "en": "Tea"},
        "season": [3, 4],
        "shops": [{"phone": "113", "point": [17.0, 107.1]}],
        "gift": True,
    }

    assert [(dotted(where), leaf) for where, leaf in parts(facts)] == [
        ("name.vi", "Chè"),
        ("name.en", "Tea"),
        ("season[1]", 3),
        ("season[2]", 4),
        ("shops[1].phone", "113"),
        ("shops[1].point", "17.0, 107.1"),
        ("gift", True),
    ]
