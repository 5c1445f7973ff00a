"""Letters, pages and order of lists."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.domain.photo import Photo
from ocop.pages.alphabet import anchor, initial
from ocop.pages.artifact import Artifact
from ocop.pages.lists import PER_PAGE, nearby, on_page, page_count, pager
from ocop.pages.views import producers, weaves
from ocop.paths import EntryId, SitePath, SourcePath
from support.reading import read_page
from support.small_site import picture, producer, product, site, vi


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Ấm chén", "Â"), ("ớt", "Ơ"), ("Đường phèn", "Đ"), ("“Bánh gai”", "B"), ("9 vị", "#"),
     ("Ốc", "Ô"), ("Ảnh", "A"), ("Ăn vặt", "Ă"), ("A\u0302\u0301m", "A"), ("…", "#"),
     ("Ưng", "Ư"), ("Ý dĩ", "Y"), ("Wasabi", "W"), ("(Ớt)", "Ơ"), ("½ kg", "#"), ("Čư Mgar", "C")],
)  # fmt: skip
def test_a_name_stands_under_its_first_letter_without_tone(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_every_letter_of_the_list_begins_once_whatever_signs_names_begin_with() -> None:
    names = ["“Vua” mật", "Bánh", "(Ăn)", "'Cà'", "9 vị", "“9” rồng", "Čư Mgar", "Cu", "Ấm", "- An"]
    page = read_page(
        site(products=[product(f"p{n}", name=vi(name)) for n, name in enumerate(names)]),
        "products/index.html",
    )

    ids = [facts.get("id") or "" for _, facts in page.elements]
    begun = [one for one in ids if one.startswith("l-") and not one.endswith("-h")]
    assert begun == ["l-0", "l-a", "l-aw", "l-aa", "l-b", "l-c", "l-v"]


def test_anchors_of_all_letters_differ_and_are_plain() -> None:
    letters = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYFJWZ#"
    anchors = [anchor(letter) for letter in letters]

    assert len(set(anchors)) == len(letters)
    assert all(one.isascii() for one in anchors)
    assert anchor("Đ") == "l-dd"


@given(st.integers(0, 500))
def test_pages_hold_every_item_once(total: int) -> None:
    items = list(range(total))
    pages = [on_page(items, page) for page in range(1, page_count(total) + 1)]

    assert [item for page in pages for item in page] == items
    assert all(0 < len(page) <= PER_PAGE for page in pages) or total == 0


@given(st.integers(1, 3000).flatmap(lambda last: st.tuples(st.integers(1, last), st.just(last))))
def test_a_page_links_to_the_first_the_last_itself_and_its_neighbours(at: tuple[int, int]) -> None:
    page, last = at
    found = nearby(page, last)

    assert found == tuple(sorted(set(found)))
    assert found[0] == 1
    assert found[-1] == last
    assert {one for one in range(page - 2, page + 3) if 1 <= one <= last} <= set(found)
    assert all(after - before != 2 for before, after in pairwise(found))
    assert len(found) <= 21


@given(st.integers(1, 500), st.data())
def test_every_page_of_a_list_is_a_few_steps_from_the_first(last: int, data: st.DataObject) -> None:
    wanted = data.draw(st.integers(1, last))
    reached, steps = {1}, 0
    while wanted not in reached:
        reached |= {there for page in reached for there in nearby(page, last)}
        steps += 1

    assert steps <= 8


def test_a_short_list_shows_all_its_pages_and_a_long_one_says_where_some_are_left_out() -> None:
    assert nearby(1, 1) == (1,)
    assert nearby(4, 7) == (1, 2, 3, 4, 5, 6, 7)
    assert nearby(1, 417) == (1, 2, 3, 10, 50, 100, 417)
    assert nearby(200, 417) == (1, 100, 150, 190, 198, 199, 200, 201, 202, 210, 250, 300, 417)


def test_the_pager_leads_one_page_on_and_back() -> None:
    def locate(page: int) -> SitePath:
        return SitePath(f"list-{page}.html")

    middle = pager(30 * PER_PAGE, 15, locate, str)
    assert (middle.before, middle.after) == ("list-14.html", "list-16.html")
    assert [one.number for one in middle.links if one.gap] == [10, 13, 20, 30]
    assert [one.href for one in middle.links if one.here] == ["list-15.html"]
    assert pager(30 * PER_PAGE, 1, locate, str).before is None
    assert pager(30 * PER_PAGE, 30, locate, str).after is None
    assert pager(PER_PAGE, 1, locate, str).links == ()


def test_every_weave_that_the_list_of_producers_shows_is_planned() -> None:
    shown = picture("content/products/mat-ong/a.jpg")
    photo = Photo(shown.source, vi("Hũ mật"))
    one = site(
        products=[product("mat-ong", producers=(EntryId("htx-rung"),), photos=(photo,), set=11)],
        producers=[
            producer("htx-rung", photos=(Photo(SourcePath("x.jpg"), vi("Rừng")),)),
            producer("ho-lan"),
        ],
        pictures=[shown],
    )
    html = producers.make(
        one, Artifact(SitePath("producers/index.html"), "producers", ("list", "vi", 1))
    ).decode()
    named = set(re.findall(r'src="\.\./(weaves/[^"]+)"', html))

    assert len(named) == 2
    assert named <= {artifact.path for artifact in weaves.artifacts(one)}


def test_a_list_without_products_says_so() -> None:
    lines = read_page(site(), "products/index.html").lines

    assert lines[-1] == "Danh mục chưa có sản phẩm nào. Những món đầu tiên sắp lên đây."
    assert not any("0 sản phẩm" in line for line in lines)
