"""Products as a search finds them: what is searched, what filters know, what a result shows."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from ocop.dates import PartialDate
from ocop.domain.certificate import Price
from ocop.domain.photo import Photo
from ocop.domain.place import Origin
from ocop.domain.recognition import Recognition
from ocop.pages.cards import card_of
from ocop.pages.facets import band_of, labels
from ocop.pages.findable import documents
from ocop.pages.origins import searched_names
from ocop.pages.press import press_for
from ocop.paths import EntryId, SourcePath
from ocop.search.document import SearchDoc
from support.small_site import EN, VI, both, picture, producer, product, site, vi


def found(**facts: Any) -> SearchDoc:
    """The one product of a site as a search finds it."""
    makers = [producer("htx", name=both("HTX Hoa", "Hoa Co-op")), producer("ho", name=vi("Hộ Tư"))]
    return documents(site(products=[product("che", **facts)], producers=makers))[0]


def test_every_name_stands_in_its_field() -> None:
    doc = found(
        name=both("Zố mới", "New zo"),
        set=13,
        producers=(EntryId("htx"), EntryId("ho")),
        tags=("quà Tết", "quà Tết", "đặc sản"),
        origin=Origin(
            village="thôn Đông",
            commune="xã Bình Sơn",
            district="huyện Triệu Sơn",
            province="tỉnh Phú Yên",
            commune_now="22153",
            province_now="66",
        ),
    )

    assert doc.fields == (
        ("Zố mới",),
        ("New zo",),
        ("quà Tết", "đặc sản"),
        ("HTX Hoa", "Hoa Co-op", "Hộ Tư"),
        ("Đông", "Bình Sơn", "Triệu Sơn", "Phú Yên"),
        ("Tuy An Nam", "Đắk Lắk"),
        (
            *("Cà phê, cacao", "Cà phê, ca cao", "Sản phẩm thực phẩm"),
            *("Coffee and cocoa", "Food"),
        ),
    )
    assert (doc.id, doc.set, doc.place, doc.producers) == ("che", 13, "22153", ("htx", "ho"))


def test_a_name_in_one_language_is_the_name_in_all() -> None:
    assert found(name={EN: "Tea"}).fields[:2] == (("Tea",), ())
    assert found(name=both("Pizza", "Pizza")).fields[:2] == (("Pizza",), ())


def test_texts_are_the_words_of_all_languages() -> None:
    doc = found(
        summary=both("Ngon", "Good"),
        ingredients=vi("lá chè"),
        taste=vi("chát"),
        use=both("pha", "brew"),
        stories=both("Chuyện.", "Story."),
        storage=vi("nơi khô"),
    )

    assert sorted(doc.texts) == sorted(
        ["Ngon", "Good", "lá chè", "chát", "pha", "brew", "Chuyện.", "Story."]
    )


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("## Chè *ngon* của [htx](producer:htx)!", ["##", "Chè", "*ngon*", "của", "[htx", "!"]),
        ("![lá](anh/la-che.jpg) xem", ["![lá", "xem"]),
        ("ở https://che.vn/a?b=c và www.che.vn nhé", ["ở", "và", "nhé"]),
        ("xem [đây][1]\n\n[1]: https://che.vn 'Chè'\n", ["xem", "[đây][1]"]),
        ("<b>đậm</b> <https://che.vn> 2 < 3", ["đậm", "2", "<", "3"]),
    ],
)
def test_addresses_in_a_story_are_no_words(story: str, words: list[str]) -> None:
    assert found(stories=vi(story)).texts[0].split() == words


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("xã Bình Sơn", "Bình Sơn"),
        ("Phường 1", "1"),
        ("TP. Thanh Hóa", "Thanh Hóa"),
        ("TP Huế", "Huế"),
        ("T.P Huế", "Huế"),
        ("TX.Hương Trà", "Hương Trà"),
        ("thị trấn Phong Điền", "Phong Điền"),
        ("X. Đông", "Đông"),
        ("Quan Sơn", "Quan Sơn"),
        ("Xa Dung", "Xa Dung"),
        ("Tinh Sơn", "Tinh Sơn"),
        ("Thôn", "Thôn"),
        ("Quậnh", "Quậnh"),
    ],
)
def test_a_place_is_found_by_its_name_without_the_word_of_kind(written: str, name: str) -> None:
    assert searched_names(Origin(commune=written))[0] == (name,)


def test_a_present_place_is_named_where_the_certificate_names_it_otherwise() -> None:
    same = Origin(commune="Xã Hoà Xuân", province="Đắk Lắk", province_now="66")

    assert searched_names(same)[1] == ()
    assert searched_names(replace(same, province="Phú Yên"))[1] == ("Đắk Lắk",)
    assert searched_names(Origin(commune="An Mỹ", commune_now="22153"))[1] == ("Tuy An Nam",)
    assert searched_names(Origin(commune_now="99999"))[1] == ()


@pytest.mark.parametrize(
    ("start", "band"),
    [(0, 1), (49_999, 1), (50_000, 2), (99_999, 2), (100_000, 3), (200_000, 4), (500_000, 5)],
)
def test_a_price_lies_in_one_of_five_bands(start: int, band: int) -> None:
    assert band_of(Price(start)) == band


def test_facts_are_those_of_today() -> None:
    award = Recognition(stars=4, date=PartialDate(2025, 3, 4))
    later = replace(award, date=PartialDate(2027, 1, 1), stars=5)
    withdrawn = replace(award, date=PartialDate(2026, 1, 1), revoked=PartialDate(2026, 2, 1))
    doc = found(recognitions=(award, later, withdrawn), gift=True, season=(1, 12))

    assert (doc.stars, doc.state, doc.gift) == (4, "valid", True)
    assert doc.newest == dt.date(2025, 3, 4).toordinal()
    assert doc.season == 0b100000000001
    assert (found().stars, found().state, found().newest, found().season) == (0, "unrated", 0, 0)
    assert found(whole_year=True).season == 0b111111111111


@pytest.mark.parametrize("language", [VI, EN])
def test_a_result_shows_what_the_card_in_a_list_shows(language: Any) -> None:
    photo = Photo(SourcePath("content/a.jpg"), both("Lá chè", "Tea leaves"), focus=(50, 40))
    one = site(
        products=[
            product(
                "che",
                name=vi("Chè xanh"),
                photos=(photo,),
                price=Price(120_000, None, both("gói", "pack")),
                recognitions=(Recognition(stars=4, date=PartialDate(2025, 3, 4)),),
                producers=(EntryId("htx"),),
                origin=Origin(province="Đắk Lắk", province_now="66"),
                sample=True,
            )
        ],
        producers=[producer("htx", name=both("HTX Hoa", "Hoa Co-op"))],
        pictures=[picture("content/a.jpg")],
    )
    shown = card_of(press_for(one), one.catalogue.products[EntryId("che")], language, 0)
    stars, image = shown.stars, shown.image

    card = documents(one)[0].cards[language]

    assert image
    assert card == (
        *("che", shown.name, shown.spoken or "", shown.industry, shown.family, shown.place),
        *(shown.price, stars.state, stars.stars, stars.label, stars.after, stars.expires),
        ["photos/p", "jpg 960", image.width, image.height, image.alt, "", "fx-50 fy-40"],
        1,
        [["htx", "HTX Hoa" if language == VI else "Hoa Co-op"]],
    )
    assert image.src == "photos/p-960.jpg"


def test_a_result_without_a_photo_shows_the_weave_of_its_card() -> None:
    one = site(products=[product("che", photos=(Photo(SourcePath("content/a.jpg"), vi("Lá")),))])
    bare = site(products=[product("che")])
    shown = card_of(press_for(bare), bare.catalogue.products[EntryId("che")], VI, 0)
    design = documents(bare)[0].cards[VI][12]

    assert f"weaves/food-{design}.svg" in str(shown.cover)
    assert documents(one)[0].cards[VI][12] == design, "a photo that is not published"


def test_filters_have_names_in_every_language() -> None:
    origin = Origin(province="Phú Yên", commune_now="22153", province_now="66")
    one = site(products=[product("che", origin=origin, producers=())], producers=[producer("htx")])
    vietnamese, english = labels(one, VI), labels(one, EN)

    assert (vietnamese.folder, english.folder) == ("", "en/")
    assert vietnamese.industries["II"] == "Đồ uống"
    assert english.industries["II"] == "Drinks"
    assert (vietnamese.industry_of[14], vietnamese.group_of[14]) == ("II", "II.1")
    assert len(vietnamese.sets) == len(vietnamese.groups) == 26
    assert vietnamese.places["22153"] == "xã Tuy An Nam"
    assert vietnamese.places["66"] == "Đắk Lắk"
    assert vietnamese.within == {"22153": "66"}
    assert vietnamese.producers == {"htx": "htx"}
    assert english.months[0] == "January"
    assert [key for key, _ in vietnamese.states][:2] == ["valid", "due"]
    assert [key for key, _ in english.price_bands] == [
        *("0-50", "50-100", "100-200", "200-500", "500-")
    ]
    assert vietnamese.price_bands[0][1] == "Dưới 50.000\N{NO-BREAK SPACE}₫"
    assert english.price_bands[4][1] == "500,000\N{NO-BREAK SPACE}₫ and above"
    assert vietnamese.scripts == ("static/js/search.js", "static/js/search-box.js")


def test_what_people_call_it_otherwise_stands_beside_its_tags() -> None:
    doc = found(name=vi("Kẹo lạc"), set=7, tags=("quà Tết",), gift=True)

    assert doc.fields[2][0] == "quà Tết"
    assert {"peanut candy", "gift"} <= set(doc.fields[2])
