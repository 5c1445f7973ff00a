"""The gazetteer: every example of the reform that the project's sources work out by hand."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.dates import PartialDate
from ocop.domain import gazetteer, units
from ocop.domain.locate import Located, locate
from ocop.domain.place import FormerCommune
from ocop.domain.similar import similar_places

FORMER = tuple(
    one
    for province in units.former_provinces()
    for district in province.districts
    for one in district.communes
)


def test_the_lists_are_complete() -> None:
    assert len(gazetteer.provinces()) == 34
    communes = [one for code in units.provinces() for one in gazetteer.communes_of(code)]
    kinds = [one.kind for one in communes]
    counted = {kind: kinds.count(kind) for kind in ("xã", "phường", "đặc khu")}
    assert (len(communes), counted) == (3321, {"xã": 2621, "phường": 687, "đặc khu": 13})
    assert (len(units.former_provinces()), len(FORMER)) == (63, 10_035)
    assert sum(len(one.now) > 1 for one in FORMER) == 471


@pytest.mark.parametrize(
    ("province", "count"), [("44", 78), ("66", 102), ("46", 40), ("38", 166), ("19", 92)]
)
def test_a_province_has_its_communes(province: str, count: int) -> None:
    assert len(gazetteer.communes_of(province)) == count


def test_the_archipelagos_are_there() -> None:
    names = {code: gazetteer.commune(code) for code in ("20333", "22736")}
    assert {code: (one.full_name, one.province) for code, one in names.items() if one} == {
        "20333": ("đặc khu Hoàng Sa", "48"),
        "22736": ("đặc khu Trường Sa", "56"),
    }


def test_codes_that_do_not_exist_are_nothing() -> None:
    assert gazetteer.province("45") is None
    assert gazetteer.commune("15769") is None
    assert gazetteer.communes_of("45") == ()
    assert gazetteer.formerly("99999") == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Quảng Trị", "44"),
        ("Quảng Bình", "44"),
        ("tỉnh Đắk Lắk", "66"),
        ("Daklak", "66"),
        ("Đắc Lắc", "66"),
        ("Phú Yên", "66"),
        ("Thừa Thiên Huế", "46"),
        ("Thừa Thiên - Huế", "46"),
        ("tỉnh Thừa Thiên–Huế", "46"),
        ("TT. Huế", "46"),
        ("TP Huế", "46"),
        ("thành phố Huế", "46"),
        ("Thanh Hóa", "38"),
        ("T. Thanh Hoá", "38"),
        ("thanh hoa", "38"),
        ("Bắc Kạn", "19"),
        ("BẮC KẠN", "19"),
        ("Bắc Cạn", "19"),
        ("Đắk Nông", "68"),
        ("Bình Thuận", "68"),
        ("TP.HCM", "79"),
        ("TP. Hồ Chí Minh", "79"),
        ("Bà Rịa-Vũng Tàu", "79"),
        ("Hòa Bình", "25"),
        ("Hoà Bình", "25"),
        ("Thành phố Đồng Nai", "75"),
        ("tỉnh Đồng Nai", "75"),
        ("Atlantis", None),
        ("", None),
        ("tỉnh", None),
    ],
)
def test_provinces_answer_to_present_and_former_names(written: str, code: str | None) -> None:
    for form in ("NFC", "NFD"):
        assert code == gazetteer.find_province(unicodedata.normalize(form, written))


def test_every_present_and_former_province_answers_with_and_without_its_kind() -> None:
    for one in gazetteer.provinces():
        assert {one.code} == {
            gazetteer.find_province(one.full_name),
            gazetteer.find_province(one.name),
        }
    for former in units.former_provinces():
        expected = {former.now}
        assert expected == {
            gazetteer.find_province(former.full_name),
            gazetteer.find_province(former.name),
        }


QUANG_TRI, THANH_HOA, HUE, BAC_KAN = "Quảng Trị", "Thanh Hóa", "Thừa Thiên Huế", "Bắc Kạn"


@pytest.mark.parametrize(
    ("commune", "district", "province", "now"),
    [
        ("tt Cam Lộ", "Cam Lộ", QUANG_TRI, "19597"),
        ("Cam Thành", "Cam Lộ", QUANG_TRI, "19597"),
        ("Cam Chính", "Cam Lộ", QUANG_TRI, "19597"),
        ("Cam Nghĩa", "Cam Lộ", QUANG_TRI, "19597"),
        ("Cam Tuyền", "Cam Lộ", QUANG_TRI, "19603"),
        ("Thanh An", "Cam Lộ", QUANG_TRI, "19603"),
        ("Cam Thủy", "huyện Cam Lộ", QUANG_TRI, "19603"),
        ("Cam Thuỷ", "H. Cam Lộ", QUANG_TRI, "19603"),
        ("Cam Hiếu", "Cam Lộ", QUANG_TRI, "19603"),
        ("Kim Thạch", "Vĩnh Linh", QUANG_TRI, "19414"),
        ("Vĩnh Giang", "Vĩnh Linh", QUANG_TRI, "19414"),
        ("Vĩnh Thủy", "Vĩnh Linh", QUANG_TRI, "19405"),
        ("Triệu Đại", "Triệu Phong", QUANG_TRI, "19645"),
        ("Triệu Trạch", "Triệu Phong", QUANG_TRI, "19639"),
        ("phường Tứ Hạ", "thị xã Hương Trà", HUE, "19996"),
        ("Hương Vân", "TX Hương Trà", HUE, "19996"),
        ("P. Hương Văn", "TX. Hương Trà", "Huế", "19996"),
        ("Hương Toàn", "Hương Trà", HUE, "20017"),
        ("Hương Xuân", "Hương Trà", HUE, "20017"),
        ("Hương Chữ", "Hương Trà", HUE, "20017"),
        ("Hương Bình", "Hương Trà", HUE, "20035"),
        ("Bình Tiến", "Hương Trà", HUE, "20035"),
        ("Bình Thành", "Hương Trà", HUE, "20035"),
        ("xã Bình Sơn", "huyện Triệu Sơn", "tỉnh Thanh Hóa", "15667"),
        ("Thọ Sơn", "Triệu Sơn", THANH_HOA, "15667"),
        ("Nam Mẫu", "Ba Bể", BAC_KAN, "01906"),
        ("Cao Thượng", "Ba Bể", BAC_KAN, "01906"),
        ("Khang Ninh", "Ba Bể", "Thái Nguyên", "01906"),  # old district, new province
        ("xã Nam Bình", "huyện Đắk Song", "tỉnh Đắk Nông", "24717"),
        ("XÃ NAM BÌNH", "ĐẮK SONG", "DAK NONG", "24717"),
        ("phường Kim Trà", "Hương Trà", HUE, "20017"),  # new commune, old district
    ],
)
def test_a_commune_of_before_leads_to_the_one_of_today(
    commune: str, district: str, province: str, now: str
) -> None:
    found = locate(commune, district, province)
    assert (found.commune, found.candidates, found.problem) == (now, (), None)
    assert found.province == gazetteer.find_province(province)


@pytest.mark.parametrize(
    ("district", "province", "expected"),
    [
        ("Thường Xuân", THANH_HOA, Located(None, "38")),  # nine communes today
        ("Cam Lộ", QUANG_TRI, Located(None, "44")),
        ("Ba Bể", BAC_KAN, Located(None, "19")),
        ("thị xã Hương Trà", None, Located(None, "46")),  # the article names no province
        ("Đông Sơn", THANH_HOA, Located(None, "38")),  # dissolved in January 2025
        ("thành phố Huế", HUE, Located(None, "46")),
        ("Lý Sơn", "Quảng Ngãi", Located("21548", "51")),  # an island without communes
        ("Cô Tô", "Quảng Ninh", Located("07192", "22")),  # a whole district, one special zone
        ("Triệu Sonn", THANH_HOA, Located(None, "38", problem="unknown_district")),
    ],
)
def test_a_bare_district_gives_its_province_and_a_commune_only_where_there_is_one(
    district: str, province: str | None, expected: Located
) -> None:
    assert expected == locate(None, district, province)


def test_a_bare_province_or_the_scope_gives_the_province() -> None:
    assert locate(province=BAC_KAN) == Located(None, "19")
    assert locate("xã Bình Sơn", "Triệu Sơn", scope="38") == Located("15667", "38")
    assert locate(scope="38") == Located(None, "38")
    assert locate() == Located()
    assert locate("Bình Sơn", province="Atlantis") == Located(problem="unknown_province")


def test_a_divided_commune_gives_its_candidates() -> None:
    assert locate("phường Cống Vị", "quận Ba Đình", "Hà Nội") == Located(
        None, "01", ("00008", "00025"), "divided"
    )


OLD, NEW = "02470", "01051"
"""Xã Tân Tiến of Tuyên Quang before July 2025 went into 02470; 01051 is today's xã Tân Tiến."""


@pytest.mark.parametrize(
    ("dated", "expected"),
    [
        ("2024-05-10", Located(OLD, "08")),
        ("2025-06-30", Located(OLD, "08")),
        ("2025-07-01", Located(NEW, "08")),
        ("2025", Located(None, "08", (NEW, OLD), "ambiguous")),
        (None, Located(None, "08", (NEW, OLD), "ambiguous")),
    ],
)
def test_of_an_old_and_a_new_commune_of_one_name_the_date_chooses(
    dated: str | None, expected: Located
) -> None:
    date = PartialDate.parse(dated) if dated else None
    assert expected == locate("xã Tân Tiến", None, "tỉnh Tuyên Quang", dated=date)


def test_an_old_and_a_new_commune_of_one_name_and_place_need_no_date() -> None:
    assert locate("xã Vĩnh Thủy", None, QUANG_TRI) == Located("19405", "44")


@pytest.mark.parametrize("dated", ["2024", "2025-08-01", None])
def test_a_name_that_only_the_old_list_has_is_found_at_any_date(dated: str | None) -> None:
    date = PartialDate.parse(dated) if dated else None
    assert locate("Thanh An", None, QUANG_TRI, dated=date) == Located("19603", "44")


@pytest.mark.parametrize(
    ("names", "now", "expected"),
    [
        # The editor's answer settles a divided commune, and a district without one.
        (("phường Cống Vị", "Ba Đình", "Hà Nội"), "00025", Located("00025", "01")),
        ((None, "Thường Xuân", THANH_HOA), "15646", Located("15646", "38")),
        (("Xóm Mới", "Triệu Sơn", THANH_HOA), "15667", Located("15667", "38")),
        (("Bình Sơn", "Triệu Sơn", "Atlantis"), "15667", Located("15667", "38")),
        ((None, None, None), "15667", Located("15667", "38")),
        # What contradicts the names is said, and not used where it is plainly wrong.
        (("Bình Sơn", "Triệu Sơn", THANH_HOA), "99999",
         Located("15667", "38", problem="unknown_now")),
        (("Bình Sơn", "Triệu Sơn", THANH_HOA), "19996",
         Located("15667", "38", problem="now_elsewhere")),
        (("Bình Sơn", "Triệu Sơn", THANH_HOA), "16378",
         Located("16378", "38", problem="now_differs")),
        ((None, "Thường Xuân", THANH_HOA), "15667",
         Located("15667", "38", problem="now_differs")),
    ],
)  # fmt: skip
def test_the_editors_code_is_taken_unless_it_contradicts_the_names(
    names: tuple[str | None, str | None, str | None], now: str, expected: Located
) -> None:
    assert expected == locate(*names, now=now)


TONES = ("òa oà", "óa oá", "ỏa oả", "ọa oạ", "ủy uỷ", "úy uý", "ùy uỳ", "ụy uỵ", "òe oè")


def test_names_that_differ_by_a_mark_only_stay_apart() -> None:
    told_apart = {
        locate(name, None, "Thanh Hóa", dated=PartialDate(2026)).commune
        for name in ("xã Đồng Tiến", "xã Đông Tiến", "phường Đông Tiến")
    }
    assert len(told_apart) == 2
    bare = locate("Dong Tien", None, "Thanh Hoa", dated=PartialDate(2026))
    assert (bare.problem, set(bare.candidates)) == ("ambiguous", told_apart)


def test_one_name_in_two_provinces_is_two_communes() -> None:
    today = PartialDate(2026)
    assert locate("phường Hương Trà", None, "Huế", dated=today) == Located("19996", "46")
    assert locate("phường Hương Trà", None, "Đà Nẵng", dated=today) == Located("20350", "48")
    assert locate("phường Hương Trà", dated=today) == Located(
        None, None, ("19996", "20350"), "ambiguous"
    )


@given(*[st.none() | st.text(max_size=12)] * 3, st.none() | st.from_regex(r"\A[0-9]{5}\Z"))
def test_any_text_gets_an_answer(
    commune: str | None, district: str | None, province: str | None, now: str | None
) -> None:
    found = locate(commune, district, province, now=now)
    assert found.commune is None or gazetteer.commune(found.commune) is not None


def moved_tone(text: str) -> str:
    """The other placement of the tone mark: Hòa ↔ Hoà, Thủy ↔ Thuỷ."""
    for pair in TONES:
        old, new = pair.split()
        text = text.replace(old, new)
    return text


def abbreviated(text: str) -> str:
    for kind, short in (
        ("thị trấn ", "TT. "), ("thị xã ", "TX "), ("thành phố ", "TP."), ("phường ", "P."),
        ("huyện ", "H. "), ("quận ", "Q."), ("xã ", "X. "), ("tỉnh ", "T. "),
    ):  # fmt: skip
        if text.startswith(kind):
            return short + text.removeprefix(kind)
    return text


SPELLINGS: dict[str, Callable[[str], str]] = {
    "as listed": str,
    "upper case": str.upper,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "other tone placement": moved_tone,
    "abbreviated": abbreviated,
    "wide spaces": lambda text: f" {text.replace(' ', '  ')} ",
}


def resolved(one: FormerCommune) -> Located:
    """What a former commune must lead to, by the conversion table."""
    province = gazetteer.commune(one.now[0])
    assert province is not None
    if len(one.now) == 1:
        return Located(one.now[0], province.province)
    return Located(None, province.province, tuple(sorted(one.now)), "divided")


def test_every_one_of_the_10035_former_communes_leads_to_its_present_ones() -> None:
    wrong = [
        one for one in FORMER if locate(one.commune, one.district, one.province) != resolved(one)
    ]
    assert wrong == []


@given(st.sampled_from(FORMER), st.sampled_from(sorted(SPELLINGS)))
def test_spelling_makes_no_difference(one: FormerCommune, spelling: str) -> None:
    spell = SPELLINGS[spelling]
    assert resolved(one) == locate(spell(one.commune), spell(one.district), spell(one.province))


@given(st.sampled_from(FORMER), st.sampled_from([None, "2024", "2026"]))
def test_without_a_district_nothing_is_guessed(one: FormerCommune, dated: str | None) -> None:
    found = locate(
        one.commune, None, one.province, dated=PartialDate.parse(dated) if dated else None
    )
    assert found.province == resolved(one).province
    if found.commune is not None and dated != "2026":
        assert found.commune in one.now
    if found.commune is None:
        assert found.candidates
        assert dated == "2026" or set(one.now) <= set(found.candidates)


def test_every_present_commune_is_found_by_its_name_on_a_certificate_of_today() -> None:
    today = PartialDate(2026, 11)
    wrong = [
        one
        for code, province in units.provinces().items()
        for one in gazetteer.communes_of(code)
        if locate(one.full_name, None, province.full_name, dated=today) != Located(one.code, code)
    ]
    assert wrong == []


def test_a_present_commune_knows_what_it_was_made_of() -> None:
    names = {one.commune for one in gazetteer.formerly("15667")}
    assert names == {"xã Thọ Sơn", "xã Thọ Bình", "xã Bình Sơn"}


def test_a_slip_is_answered_with_similar_names() -> None:
    assert similar_places("Thanh Hoas", "province", None)[0] == "tỉnh Thanh Hóa"
    assert similar_places("Triệu Sonn", "district", "38")[0] == "huyện Triệu Sơn"
    assert similar_places("xã Thọ Bìn", "commune", "38")[0] == "xã Thọ Bình"
    assert similar_places("Qwerty", "commune", "38") == ()
