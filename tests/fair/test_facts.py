"""What print is told of a product: what holds today, in the reader's language, nothing made up."""

from ocop.dates import PartialDate
from ocop.domain.certificate import Award, Certificate, Price
from ocop.fair.facts import facts_of
from support.small_site import EN, VI, both, product, site, vi


def test_papers_are_told_through_their_last_day() -> None:
    papers = tuple(
        Certificate(kind, end=PartialDate.parse(end) if end else None)
        for kind, end in (
            ("VietGAP", "2026-11-20"),
            ("HACCP", "2026-11-21"),
            ("ATTP", "2026"),
            ("ISO", ""),
        )
    )
    tea = product("che", certificates=papers)

    found = facts_of(site(products=[tea]), tea, VI)["certificates"]

    assert [one["kind"] for one in found] == ["HACCP", "ATTP", "ISO"]


def test_the_name_in_the_sites_next_language_is_told_where_it_is_another() -> None:
    tea = product("che", name=both("Chè xanh", "Green tea"))
    brand = product("vicumax", name=both("Vicumax", "Vicumax"))
    one = site(products=[tea, brand])

    assert [facts_of(one, tea, code)["other"] for code in (VI, EN)] == ["Green tea", "Chè xanh"]
    assert facts_of(one, brand, VI)["other"] == ""


def test_a_price_without_a_unit_and_an_award_without_a_year_are_told_as_they_are() -> None:
    tea = product(
        "che",
        price=Price(150_000, as_of=PartialDate(2026, 5)),
        awards=(Award(vi("Cúp vàng"), by="Sở"),),
    )

    found = facts_of(site(products=[tea]), tea, VI)

    assert found["price"] == "150.000\u00a0₫"
    assert found["price_date"].endswith("tháng 5 năm 2026")
    assert found["awards"] == [{"name": "Cúp vàng", "text": "Sở"}]


def test_a_story_is_told_in_blocks_of_plain_text() -> None:
    told = "Chè **ngon** [ở đây](https://x.vn).\n\n## Vườn\n\n- búp\n- lá\n\n> Lời bà kể.\n"
    tea = product("che", stories={VI: told})

    found = facts_of(site(products=[tea]), tea, VI)["story"]

    assert [(one["kind"], one["text"]) for one in found] == [
        ("p", "Chè ngon ở đây."),
        ("h", "Vườn"),
        ("li", "búp"),
        ("li", "lá"),
        ("quote", "Lời bà kể."),
    ]
