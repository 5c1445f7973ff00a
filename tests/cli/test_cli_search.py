"""``ocop search``: what it finds, how it prints it, and what it answers to misuse."""

import json
import sys
from pathlib import Path

import pytest

from support.project import PRODUCER, project
from support.terminal import Call, Shown

TODAY = "2026-11-21"
PRODUCT = """\
name: {name}
set: {set}
producer: {producer}
origin: {{commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}}
"""
STARS = """\
recognitions:
  - {{stars: {stars}, date: 2026-01-15, decision: 1/QĐ-UBND, authority: {authority}}}
"""
GOODS = {
    "nuoc-mam": ("Nước mắm cá cơm", 9, "htx", 4),
    "mam-tom": ("Mắm tôm", 9, "htx", 0),
    "ca-phe": ("Cà phê rang xay", 13, "ho", 3),
    "mam-do": ("Mầm đậu đỏ", 3, "ho", 0),
}


def product(name: str, number: int, producer: str, stars: int) -> str:
    facts = PRODUCT.format(name=name, set=number, producer=producer)
    authority = "UBND tỉnh Thanh Hóa"
    return facts + (STARS.format(stars=stars, authority=authority) if stars else "")


@pytest.fixture(scope="module")
def goods(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of four products."""
    files = {f"content/products/{one}/product.yaml": product(*GOODS[one]) for one in GOODS}
    files["content/producers/htx/producer.yaml"] = PRODUCER
    files["content/producers/ho/producer.yaml"] = "name: Hộ ông Ba\nkind: household\n"
    return project(tmp_path_factory.mktemp("goods"), files)


@pytest.fixture
def search(ocop: Call, goods: Path) -> Call:
    """Searches the goods."""

    def call(*arguments: str) -> Shown:
        return ocop("search", "--today", TODAY, *arguments, folder=goods / "content/products")

    return call


def found(shown: Shown) -> list[str]:
    """The ids of a call's answer in JSON."""
    return [one["id"] for one in json.loads(shown.out)]


def test_words_without_marks_find_what_has_them(search: Call) -> None:
    shown = search("nuoc mam ca com", "--format", "json")

    assert (shown.code, found(shown)) == (0, ["nuoc-mam"])


def test_words_need_no_quotes(search: Call) -> None:
    assert found(search("ca", "phe", "--format", "json")) == ["ca-phe"]


def test_a_marked_word_prefers_what_is_written_so(search: Call) -> None:
    assert found(search("mầm", "--format", "json"))[0] == "mam-do"
    assert found(search("mắm", "--format", "json"))[0] == "mam-tom"


def test_scores_fall_from_hit_to_hit_and_tell_exact_hits_from_near_ones(search: Call) -> None:
    exact = [one["score"] for one in json.loads(search("mam", "--format", "json").out)]
    near = [one["score"] for one in json.loads(search("mawms toom", "--format", "json").out)]

    assert len(exact) == 3
    assert exact == sorted(exact, reverse=True)
    assert all(score > 1 for score in exact)
    assert near
    assert all(0 < score <= 1 for score in near)


def test_no_more_are_printed_than_asked_for(search: Call) -> None:
    assert len(found(search("mam", "--limit", "2", "--format", "json"))) == 2


def test_without_a_word_everything_is_listed(search: Call) -> None:
    assert sorted(found(search("--format", "json"))) == sorted(GOODS)


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--stars", "4"], {"nuoc-mam"}),
        (["--stars", "4", "--stars", "3"], {"nuoc-mam", "ca-phe"}),
        (["--set", "9"], {"nuoc-mam", "mam-tom"}),
        (["--producer", "ho"], {"ca-phe", "mam-do"}),
        (["--producer", "ho", "--set", "13"], {"ca-phe"}),
        (["--province", "Thanh Hoá"], set(GOODS)),
        (["--province", "38"], set(GOODS)),
        (["--province", "Nghệ An"], set[str]()),
    ],
)
def test_filters_narrow_the_answer(search: Call, options: list[str], ids: set[str]) -> None:
    assert set(found(search(*options, "--format", "json"))) == ids


def test_orders_are_those_of_the_search_page(search: Call) -> None:
    by_name = found(search("--sort", "name", "--format", "json"))
    by_stars = found(search("--sort", "stars", "--format", "json"))

    assert by_name == ["ca-phe", "mam-tom", "mam-do", "nuoc-mam"]
    assert by_stars[:2] == ["nuoc-mam", "ca-phe"]


def test_people_read_name_stars_place_producer_and_id(search: Call) -> None:
    shown = search("nuoc mam ca com", "--lang", "vi")

    assert shown.out == (
        "  1. Nước mắm cá cơm  4 sao\n"
        "     HTX Bình Sơn · xã Thọ Bình, Thanh Hóa\n"
        "     nuoc-mam\n"
        "1 sản phẩm.\n"
    )


def test_near_hits_say_why_they_are_shown(search: Call) -> None:
    shown = search("caf phee", "--lang", "vi")
    assert shown.out.startswith("Hiểu là: cà phê\nGần giống (gõ dở Telex, VNI):\n  1. Cà phê")
    assert shown.out.endswith("Không sản phẩm nào đúng hẳn; 1 sản phẩm gần giống.\n")

    shown = search("cà phê zzzz", "--lang", "en")
    assert shown.out.startswith("Found nowhere: zzzz\nOnly alike (not all the words):\n  1. Cà phê")


def test_nothing_found_is_no_fault(search: Call) -> None:
    shown = search("zzzz", "--lang", "en")

    assert (shown.code, shown.out) == (0, "Found nowhere: zzzz\nNo product found.\n")


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "\0\x1b[31m", "😀", "<b>", "\u202e", "a.*+?[(", "\udc80", "-- --"]
)
def test_any_text_may_be_asked(search: Call, query: str) -> None:
    assert search("--format", "json", "--", query).code == 0


def test_an_unknown_province_is_wrong_use(search: Call) -> None:
    shown = search("mam", "--province", "Atlantis", "--lang", "en")

    assert shown.code == 2
    assert "There is no province “Atlantis”." in shown.err


@pytest.mark.parametrize(
    ("language", "wrong", "said"),
    [
        ("en", "Thanh Hoaa", "no province “Thanh Hoaa”. Did you mean tỉnh Thanh Hóa"),
        ("vi", "Thanh Hoaa", "Không có tỉnh, thành phố “Thanh Hoaa”. Có phải: tỉnh Thanh"),
    ],
)
def test_provinces_that_may_be_meant_are_named(
    search: Call, language: str, wrong: str, said: str
) -> None:
    shown = search("mam", "--province", wrong, "--lang", language)

    assert shown.code == 2
    assert said in shown.err


@pytest.mark.parametrize(
    ("language", "wrong", "said"),
    [
        ("en", "htxx", "There is no producer “htxx”. Did you mean htx?"),
        ("vi", "htxx", "Không có chủ thể “htxx”. Có phải: htx?"),
        ("en", "HTX Binh Son", "There is no producer “HTX Binh Son”. Did you mean htx?"),
        ("en", "hợp tác xã Bình Sơn", "Did you mean htx?"),
        ("en", "ho ong ba", "There is no producer “ho ong ba”. Did you mean ho?"),
        ("en", "xyzzy", "There is no producer “xyzzy”.\n"),
        ("vi", "xyzzy", "Không có chủ thể “xyzzy”.\n"),
    ],
)
def test_an_unknown_producer_is_wrong_use_and_those_like_it_are_named(
    search: Call, language: str, wrong: str, said: str
) -> None:
    shown = search("mam", "--producer", "ho", "--producer", wrong, "--lang", language)

    assert (shown.code, shown.out) == (2, "")
    assert said in shown.err


def test_scripts_are_told_the_name_and_the_page_of_each_hit(search: Call) -> None:
    vietnamese = json.loads(search("ca phe", "--format", "json", "--lang", "vi").out)
    near = json.loads(search("caf phee", "--format", "json", "--lang", "vi").out)

    expected = {"id": "ca-phe", "name": "Cà phê rang xay", "url": "products/ca-phe.html"}
    assert vietnamese == [{**expected, "score": 2.0, "near": False}]
    assert near == [{**expected, "score": 1.0, "near": True}]


def test_content_with_errors_is_reported_instead(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, {"content/products/che/product.yaml": "set: 11\n"})

    shown = ocop("search", "che", "--format", "json", folder=folder)

    assert shown.code == 1
    assert json.loads(shown.out)["errors"] >= 1


def test_a_computer_without_the_runtime_is_told_what_to_install(
    search: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "quickjs", None)

    shown = search("mam", "--lang", "en")

    assert shown.code == 1
    assert "pip install quickjs-ng" in shown.err
    assert "Traceback" not in shown.err


def test_each_language_of_a_site_has_its_own_answers(ocop: Call, tmp_path: Path) -> None:
    english = PRODUCT.format(name="{vi: Chè xanh, en: Green tea}", set=11, producer="htx")
    files = {
        "config.yaml": "title: OCOP\nurl: https://ocop.example/\nlanguages: [vi, en]\n",
        "content/products/che/product.yaml": english,
        "content/producers/htx/producer.yaml": PRODUCER,
    }
    folder = project(tmp_path, files)

    asked = ("search", "che xanh", "--lang", "en")
    (found,) = json.loads(ocop(*asked, "--format", "json", folder=folder).out)
    assert (found["name"], found["url"]) == ("Green tea", "en/products/che.html")
    assert "1. Green tea" in ocop(*asked, folder=folder).out
    assert "1. Chè xanh" in ocop("search", "green tea", "--lang", "vi", folder=folder).out
