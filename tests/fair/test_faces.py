"""What a label says of stars, by hand for each state, and what a board says of what it shows."""

from typing import Any

import pytest

from ocop.dates import PartialDate
from ocop.domain.certificate import Price
from ocop.domain.fair import Booth, Fair
from ocop.domain.recognition import Recognition
from ocop.fair.choice import Choice, chosen
from ocop.fair.labels.boards import board_faces, stands
from ocop.fair.labels.faces import product_faces
from ocop.paths import EntryId, SourcePath
from support.small_site import EN, VI, both, producer, product, site

DAY = PartialDate(2026, 12, 18)


def recognition(stars: int, **days: str) -> Recognition:
    known: dict[str, Any] = {name: PartialDate.parse(day) for name, day in days.items()}
    return Recognition(stars, **known)


# The site's day is 21 November 2026; a certificate holds for 36 months.
@pytest.mark.parametrize(
    ("found", "ranks", "notes", "praised"),
    [
        (recognition(4, date="2025-06-19"), ["4 sao"], ["có giá trị đến 19/06/2028"], True),
        (recognition(3, date="2024-02-29"), ["3 sao"], ["có giá trị đến 28/02/2027"], True),
        (recognition(5, date="2025"), ["5 sao"], ["có giá trị đến năm 2028"], True),
        (recognition(3, date="2023-11-21"), ["3 sao"], ["có giá trị đến 21/11/2026"], True),
        (
            recognition(4, date="2023-10-01", extended="2027-03-01"),
            ["4 sao"],
            ["được gia hạn đến 01/03/2027"],
            True,
        ),
        (recognition(4), ["4 sao"], ["chưa rõ ngày cấp"], True),
        (recognition(3, date="2023-11-20"), [], [], False),
        (recognition(4, date="2019-12-23"), [], [], False),
        (recognition(4, date="2025-06-19", revoked="2026-01-15"), [], [], False),
        (None, [], [], True),
    ],
)
def test_a_label_has_stars_and_their_last_day_while_they_hold_and_no_praise_after(
    found: Recognition | None, ranks: list[str], notes: list[str], praised: bool
) -> None:
    tea = product(
        "che",
        summary=both("Chè 4 sao.", "Tea."),
        recognitions=(found,) if found else (),
        proposed=5,
    )

    (face,) = product_faces(site(products=[tea]), tea, (VI,), apart=True, mark="")

    assert (face["ranks"], face["notes"]) == (ranks, notes)
    assert face["stars"] == (found.stars if found and ranks else 0)
    assert face["summary"] == ("Chè 4 sao." if praised else "")


def test_one_face_for_two_languages_says_first_what_matters_and_the_rest_once() -> None:
    price = Price(150_000, unit=both("hộp", "box"))
    signed = (recognition(4, date="2025-06-19"),)
    tea = product("che", name=both("Chè", "Tea"), price=price, recognitions=signed)

    (face,) = product_faces(site(products=[tea]), tea, (VI, EN), apart=False, mark="")

    assert (face["name"], face["names"]) == ("Chè", ["Tea"])
    assert (face["amount"], face["unit"]) == ("150.000\u00a0₫", "/hộp")
    (other,) = face["others"]
    assert "150,000" in other
    assert other.endswith("/box")
    assert face["ranks"] == ["4 sao", "4 stars"]
    assert face["notes"] == ["có giá trị đến 19/06/2028", "valid until 19 June 2028"]


def test_what_is_not_known_is_not_on_a_label() -> None:
    mat = product("chieu")

    (face,) = product_faces(site(products=[mat]), mat, (VI, EN), apart=False, mark="")

    assert {key: face[key] for key in ("amount", "unit", "makers", "phones", "place", "photo")} == {
        "amount": "", "unit": "", "makers": [], "phones": [], "place": "", "photo": None,
    }  # fmt: skip


def test_a_board_names_six_products_and_says_how_many_more_there_are() -> None:
    goods = [product(f"p{number}", producers=(EntryId("htx"),)) for number in range(8)]
    one = site(products=goods, producers=[producer("htx", name=both("HTX", "Co-op"))])
    (stand,) = stands(one.catalogue, Choice(), chosen(one.catalogue, Choice()))

    vietnamese, english = board_faces(one, stand, (VI, EN), apart=True, mark="")

    assert len(vietnamese["goods"]) == len(english["goods"]) == 6
    assert vietnamese["more"] == "và 2 sản phẩm khác"
    assert (vietnamese["makers"], english["makers"]) == (["HTX"], ["Co-op"])
    assert vietnamese["code"]["text"] == "https://x.vn/ocop/producers/htx.html"
    assert english["code"]["text"] == "https://x.vn/ocop/en/producers/htx.html"


@pytest.mark.parametrize(
    ("number", "large"), [("A1", "A1"), ("Gian 5", "5"), ("Khu A, gian 5", "A5"), ("Cổng", "Cổng")]
)
def test_a_board_says_the_word_for_booth_once(number: str, large: str) -> None:
    booth = Booth(number, products=(EntryId("che"),))
    fair = Fair(EntryId("cho"), SourcePath("x"), both("Chợ", "Fair"), DAY, booths=(booth,))
    one = site(products=[product("che")], fairs=[fair])
    choice = Choice(fair=EntryId("cho"))
    (stand,) = stands(one.catalogue, choice, chosen(one.catalogue, choice))

    (face,) = board_faces(one, stand, (VI,), apart=True, mark="")

    assert (face["booth"], face["number"]) == ("Gian", large)
    assert face["fair"] == ["Chợ", "18/12/2026"]
    assert face["code"]["text"] == "https://x.vn/ocop/fairs/cho.html"
