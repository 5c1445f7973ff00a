"""The stages of a search: what is found when the words do not stand there as they were typed."""

from collections.abc import Iterator

import pytest

from ocop.search.words import words
from support.search_in_node import Page, page
from support.search_shop import Shop, goods

NONE: dict[str, list[str]] = {"phrases": [], "near": []}
COOPERATIVE = {"phrases": [["hop", "tac", "xa"]], "near": []}


@pytest.fixture(scope="module")
def script() -> Iterator[Page]:
    with page() as found:
        yield found


@pytest.fixture
def shop(script: Page) -> Shop:
    return Shop.of(
        script,
        goods("Bánh tráng Trảng Bàng", 4, alias="rice paper"),
        goods("Bánh trứng kiến", 3),
        goods("Cà phê Khe Sanh", 5, alias="coffee", origin="Hướng Hóa;Quảng Trị"),
        goods("Cam sành Hàm Yên", 4),
        goods("Cá kho làng Vũ Đại", 4),
        goods("Gốm Phù Lãng", 4),
        goods("Homestay bản Lác", 4, kind="Du lịch cộng đồng"),
        goods("Mứt gừng", 3, text="Ấm bụng, giảm ho khi trời trở lạnh"),
        goods("Nước mắm Sa Châu", 4, producer="Hợp tác xã Sa Châu"),
        goods("Sả chanh Hương Ngàn", 3),
        goods("Sâm dây Lan Rừng", 4),
        goods("Tinh dầu bưởi", 3),
        goods("Tranh thêu tay", 3),
        goods("Nghệ viên mật ong", 3),
        goods("Cá lam khô", 3),
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("banh tr", ["Bánh tráng Trảng Bàng", "Bánh trứng kiến"]),
        ("bánh trứ", ["Bánh trứng kiến"]),
        ("bánh trưn", ["Bánh trứng kiến"]),
        ("bánh trán", ["Bánh tráng Trảng Bàng"]),
        ("ho", ["Homestay bản Lác"]),
        ("ca phe khe s", ["Cà phê Khe Sanh"]),
        ("g", ["Gốm Phù Lãng", "Mứt gừng"]),
    ],
)
def test_the_last_word_may_be_half_typed(shop: Shop, query: str, expected: list[str]) -> None:
    found = shop.find(query).exact

    assert found[: len(expected)] == expected
    assert not {"Bánh tráng Trảng Bàng", "Bánh trứng kiến"} - set(expected) & set(found)


def test_words_that_are_whole_come_before_words_that_they_begin(shop: Shop) -> None:
    found = shop.exact("ca")

    assert found.index("Cá kho làng Vũ Đại") < found.index("Cam sành Hàm Yên")
    assert found.index("Cà phê Khe Sanh") < found.index("Cam sành Hàm Yên")


def test_a_space_ends_the_last_word(shop: Shop) -> None:
    assert "Cam sành Hàm Yên" not in shop.exact("ca ")


def test_a_letter_that_leads_nowhere_does_not_empty_the_list(shop: Shop) -> None:
    assert shop.near("ca phe x") == ["Cà phê Khe Sanh"]


def test_words_of_texts_are_found_when_no_name_has_them(shop: Shop) -> None:
    assert shop.exact("giảm ho") == ["Mứt gừng"]
    assert shop.exact("mut giam ho") == ["Mứt gừng"]


@pytest.mark.parametrize(
    ("query", "expected", "reading", "loose"),
    [
        ("caf phee", "Cà phê Khe Sanh", "cà phê", "residue"),
        ("ca2 phe6 khe", "Cà phê Khe Sanh", "cà phê khe", "residue"),
        ("nuowcs mawms", "Nước mắm Sa Châu", "nước mắm", "residue"),
        ("nuo71c mắm", "Nước mắm Sa Châu", "nước mắm", "residue"),
        ("cà phêe", "Cà phê Khe Sanh", "cà phê", "typo"),
        ("caphe", "Cà phê Khe Sanh", "ca phe", "joined"),
        ("tinhdaubuoi", "Tinh dầu bưởi", "tinh dau buoi", "joined"),
        ("càphê khesanh", "Cà phê Khe Sanh", "cà phê khe sanh", "joined"),
        ("home stay", "Homestay bản Lác", "homestay", "joined"),
        ("tarnh theu", "Tranh thêu tay", "tranh theu", "typo"),
        ("nuoc mqm", "Nước mắm Sa Châu", "nuoc mam", "typo"),
        ("nước mắn", "Nước mắm Sa Châu", "nước mắm", "typo"),
        ("xả chanh", "Sả chanh Hương Ngàn", "sả chanh", "typo"),
        ("chanh thêu", "Tranh thêu tay", "tranh thêu", "typo"),
        ("gnhe vien", "Nghệ viên mật ong", "nghe vien", "typo"),
        ("kjo lang", "Cá kho làng Vũ Đại", "kho lang", "typo"),
        ("sam day lam", "Sâm dây Lan Rừng", "sam day lan", "typo"),
        ("cofee", "Cà phê Khe Sanh", "coffee", "typo"),
    ],
)
def test_what_was_meant_is_found_and_told(
    shop: Shop, query: str, expected: str, reading: str, loose: str
) -> None:
    found = shop.find(query)

    assert (found.exact, found.near[0]) == ([], expected)
    assert found.notes["reading"] == reading
    assert loose in found.notes["loose"]


def test_a_slip_in_words_that_are_known_is_guessed_beside_few_hits(script: Page) -> None:
    shop = Shop.of(script, goods("Sâm dây Lam Sơn"), goods("Sâm dây Lan Rừng"), goods("Lan rừng"))

    found = shop.find("sam day lam")

    assert (found.exact, found.near) == (["Sâm dây Lam Sơn"], ["Sâm dây Lan Rừng"])
    assert found.notes == {"reading": "", "failed": [], "loose": ["typo"]}


def test_exact_hits_need_no_note(shop: Shop) -> None:
    found = shop.find("nước mắm")

    assert (found.exact, found.near) == (["Nước mắm Sa Châu"], [])
    assert found.notes == {"reading": "", "failed": [], "loose": []}
    assert found.heed == {"keys": [], "forms": ["nu7o7c1", "ma8m1"], "prefixes": [], **NONE}


@pytest.mark.parametrize(
    ("query", "failed"),
    [
        ("ca phe zzzz", ["zzzz"]),
        ("ca phe phu lang", ["phu", "lang"]),
        ("Cà phê ZZZZ qqqq", ["ZZZZ", "qqqq"]),
    ],
)
def test_words_that_nothing_has_beside_the_others_are_left_out_and_named(
    shop: Shop, query: str, failed: list[str]
) -> None:
    found = shop.find(query)

    assert (found.exact, found.near) == ([], ["Cà phê Khe Sanh"])
    assert (found.notes["failed"], found.notes["loose"]) == (failed, ["dropped"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("đặc sản quảng trị", "Cà phê Khe Sanh"),
        ("dac san huong hoa", "Cà phê Khe Sanh"),
        ("sản phẩm ocop cà phê khe sanh", "Cà phê Khe Sanh"),
        ("mua bánh tráng", "Bánh tráng Trảng Bàng"),
        ("cam sành của hàm yên", "Cam sành Hàm Yên"),
        ("coffee from quang tri", "Cà phê Khe Sanh"),
    ],
)
def test_words_that_tell_nothing_of_a_product_are_passed_over(
    shop: Shop, query: str, expected: str
) -> None:
    assert shop.exact(query) == [expected]


def test_an_idle_word_without_its_marks_may_be_another(script: Page) -> None:
    idle = Shop.of(script, goods("Cua biển Năm Căn"), goods("Mắm Năm Căn"))

    assert idle.exact("cua nam can") == ["Cua biển Năm Căn"]
    assert idle.near("cua trang bang") == ["Cua biển Năm Căn"]


def test_common_words_that_only_a_text_has_together_come_last(script: Page) -> None:
    told = "Nhà chung tay làm, ăn với bánh mì"
    others = [goods(f"Trà đinh {name}", text=told) for name in ("Lam", "Hồng", "Vân")]
    shop = Shop.of(script, goods("Bánh gai"), *others)

    found = shop.find("banh chung")

    assert (found.exact, found.near[0]) == ([], "Bánh gai")
    assert set(found.near[1:]) == {"Trà đinh Lam", "Trà đinh Hồng", "Trà đinh Vân"}
    assert found.notes["failed"] == ["chung"]
    assert found.notes["loose"] == ["dropped", "texts"]


def test_nothing_is_found_where_nothing_is_alike(shop: Shop) -> None:
    found = shop.find("zzzzzz")

    assert (found.exact, found.near) == ([], [])
    assert found.heed == {"keys": [], "forms": [], "prefixes": [], **NONE}
    assert found.notes["failed"] == ["zzzzzz"]


@pytest.mark.parametrize("query", ["...", "😀", "x" * 41, "\0"])
def test_what_is_no_word_finds_nothing_and_an_empty_query_everything(
    shop: Shop, query: str
) -> None:
    assert (shop.exact(query), shop.find(query).near) == ([], [])
    assert len(shop.exact("  ")) == len(shop.names)


def test_what_only_near_hits_have_is_marked_in_them(script: Page) -> None:
    lac = Shop.of(script, goods("Lạc rang"), goods("Khăn dệt Lắk"))

    found = lac.find("lạc")

    assert (found.exact, found.near) == (["Lạc rang"], ["Khăn dệt Lắk"])
    assert (found.heed["forms"], found.heed["near"]) == (["lac5"], ["lac"])


@pytest.mark.parametrize(
    ("query", "heed"),
    [
        ("ca phe", {"keys": ["ca", "phe"], "forms": [], "prefixes": [], **NONE}),
        ("khe san", {"keys": ["khe", "san"], "forms": [], "prefixes": ["san"], **NONE}),
        (
            "tarnh theu ta",
            {
                **NONE,
                "keys": (both := ["tranh", "theu"]),
                "forms": [],
                "prefixes": ["ta"],
                "near": both,
            },
        ),
        ("htx", {"keys": [], "forms": [], "prefixes": [], **COOPERATIVE}),
        ("hop tac xa chau", {"keys": ["chau"], "forms": [], "prefixes": [], **COOPERATIVE}),
        ("Hợp tác xã Châu", {"keys": [], "forms": ["cha6u"], "prefixes": [], **COOPERATIVE}),
    ],
)
def test_what_to_highlight_is_what_was_found(
    shop: Shop, query: str, heed: dict[str, list[object]]
) -> None:
    assert shop.find(query).heed == heed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nguowif", "người"),
        ("nguwowif", "người"),
        ("ddawcj", "đặc"),
        ("dduwowcj", "được"),
        ("tuw", "tư"),
        ("thuyr", "thủy"),
        ("banhs", "bánh"),
        ("vieejt", "việt"),
        ("vietej", "việt"),
        ("lươis", "lưới"),
        ("nguo72i", "người"),
        ("ngu7o72i", "người"),
        ("d9a8c5", "đặc"),
        ("viet65", "việt"),
        ("cu4", "cũ"),
        ("giây1", "giấy"),
    ],
)
def test_residue_is_composed(script: Page, typed: str, meant: str) -> None:
    read = script.call("composed", typed)

    assert [word["form"] for word in script.call("words", read)] == list(words(meant))


@pytest.mark.parametrize("typed", ["", "500", "5", "ban", "g500", "2a", "nước"])
def test_what_is_no_residue_stays(script: Page, typed: str) -> None:
    assert script.call("composed", typed) == ""


@pytest.mark.parametrize(
    "text",
    [
        *("nước", "mắm", "hòa", "thủy", "quý", "nghệ", "kẹo", "già", "mùa", "ngoài", "toán"),
        *("đắc", "ghẹ", "khuỷu", "giường", "huệ", "uống", "quế", "cua", "500", "ngọc", "khoai"),
    ],
)
def test_a_form_is_written_as_it_is_spelled(script: Page, text: str) -> None:
    assert script.call("written", words(text)[0]) == text


def test_words_in_texts_come_before_hits_without_one_of_the_words(script: Page) -> None:
    shop = Shop.of(
        script,
        *(goods(f"Chè lam {name}") for name in ("Phủ Quảng", "Thạch Xá", "Yên Sơn")),
        goods("Muối tiêu"),
        goods("Mắm tôm"),
        goods("Trà đinh", text="Búp tôm, sao trong mười phút"),
    )

    found = shop.find("muoi tom")

    assert found.exact == ["Trà đinh"]
    assert found.near == ["Muối tiêu", "Mắm tôm"]
    assert found.notes == {"reading": "", "failed": [], "loose": ["dropped"]}
