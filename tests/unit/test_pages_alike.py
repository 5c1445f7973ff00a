"""Products that are offered as alike are: by set and group, words of the name, place and price."""

from typing import Any

from ocop.domain.certificate import Price
from ocop.domain.place import Origin
from ocop.domain.product import Product
from ocop.pages.alike import know_line, line_of
from ocop.paths import EntryId
from support.small_site import product, site, vi


def named(entry: str, name: str, **facts: Any) -> Product:
    """A product of set 4, unless told otherwise, with a name."""
    return product(entry, name=vi(name), **facts)


def nearest(to: str, *products: Product, most: int = 4) -> list[str]:
    """The ids of those nearest to a product."""
    return list(line_of(site(products=products)).nearest(EntryId(to), {EntryId(to)}, most))


def test_what_begins_with_the_same_words_comes_first() -> None:
    honeys = [named("hoa", "Mật ong hoa nhãn"), named("rung", "Mật ong hoa rừng")]
    others = [named("bap", "Bắp rang"), named("nam", "Nấm hương"), named("mo", "Mật mía")]

    assert nearest("hoa", *others, *honeys)[0] == "rung"
    assert nearest("rung", *others, *honeys)[0] == "hoa"


def test_of_equal_names_the_one_of_the_same_province_comes_first() -> None:
    here, there = Origin(province_now="38"), Origin(province_now="66")
    found = nearest(
        "a",
        named("a", "Nước mắm cốt", origin=here),
        named("b", "Nước mắm cốt", origin=there),
        named("c", "Nước mắm cốt", origin=here),
    )

    assert found == ["c", "b"]


def test_a_price_close_by_decides_between_two_that_are_otherwise_as_near() -> None:
    cheap, dear = Price(50_000), Price(900_000)
    found = nearest(
        "k2",
        named("k1", "Kẹo lạc một", price=dear),
        named("k2", "Kẹo lạc nhì", price=cheap),
        named("k3", "Kẹo lạc tám", price=Price(60_000)),
    )

    assert found == ["k3", "k1"]


def test_a_small_set_is_filled_from_its_group_and_industry_and_from_nowhere_else() -> None:
    found = nearest(
        "a",
        named("a", "Một", set=9),
        named("b", "Hai", set=10),
        named("c", "Ba", set=8),
        named("d", "Bốn", set=20),
    )

    assert found == ["b", "c"]


def test_what_is_already_shown_is_not_shown_again() -> None:
    products = [named(f"p{n}", f"Trà {n}") for n in range(6)]
    line = line_of(site(products=products))
    shown = {EntryId("p2"), EntryId("p3")}

    assert not shown & set(line.nearest(EntryId("p2"), shown, 4))
    assert len(line.nearest(EntryId("p2"), shown, 2)) == 2


def test_one_product_alone_has_nobody() -> None:
    assert nearest("a", named("a", "Một mình")) == []


def test_a_line_that_is_known_is_not_reckoned_again() -> None:
    products = [named(f"p{n}", f"Trà {n}") for n in range(4)]
    whole = site(products=products)
    know_line(whole, [EntryId(one) for one in ("p3", "p1", "p0", "p2")])

    assert line_of(whole).ids == ("p3", "p1", "p0", "p2")
