"""Heads of pages: short descriptions and a picture for everything."""

from ocop.pages.heads import shortened


def test_a_short_description_stays_as_written() -> None:
    assert shortened("Mật ong bốn mùa") == "Mật ong bốn mùa"


def test_a_description_is_put_on_one_line() -> None:
    assert shortened("Mật ong\n  bốn mùa ") == "Mật ong bốn mùa"


def test_a_long_description_is_cut_between_words() -> None:
    assert shortened("một hai ba bốn", 11) == "một hai ba…"
    assert shortened("một hai ba bốn", 10) == "một hai…"


def test_a_cut_leaves_no_dangling_comma() -> None:
    assert shortened("một, hai ba", 6) == "một…"


def test_one_endless_word_is_cut_inside() -> None:
    assert shortened("a" * 30, 10) == "a" * 9 + "…"
