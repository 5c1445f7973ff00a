"""The names under which the products of a site are found besides their own."""

from msgspec.structs import replace

from ocop.config import SearchSettings
from ocop.domain.product import Product
from ocop.pages.findable import documents
from ocop.pages.keys.all import keys_of
from ocop.pages.plan import plan
from ocop.pages.site import Site
from support.small_site import TODAY, both, product, site, vi

ALIASES = 2


def others(of: Site) -> tuple[str, ...]:
    (document,) = documents(of)
    return document.fields[ALIASES]


def of(one: Product, **own: tuple[str, ...]) -> Site:
    plain = site(products=[one], today=TODAY)
    config = replace(plain.config, search=SearchSettings(own))
    return replace(plain, config=config)


def test_a_product_is_found_by_its_tags_and_by_what_people_call_it() -> None:
    made = product("mat-ong", name=vi("Mật ong hoa nhãn"), tags=("ong nội",))

    assert others(of(made)) == ("ong nội", "honey")


def test_names_in_other_languages_say_something_too() -> None:
    made = product("keo", name=both("Kẹo Đồi Sớm", "Đồi Sớm chocolate"), set=7)

    assert "socola" in others(of(made))


def test_a_project_says_what_its_people_call_a_product() -> None:
    made = product("tra", name=vi("Báo núi"))

    assert others(of(made)) == ()
    assert others(of(made, báo=("sâm",))) == ("sâm",)


def test_a_word_means_what_it_means_in_its_product_set() -> None:
    assert "avocado" in others(of(product("bo", name=vi("Bơ Đồi Sớm"), set=1)))
    assert others(of(product("bo", name=vi("Bơ Đồi Sớm"), set=8))) == ()


def test_what_is_sold_as_a_gift_is_found_as_one() -> None:
    made = product("tra", name=vi("Đồi Sớm"), gift=True)

    assert others(of(made)) == ("quà tặng", "gift")


def test_names_in_the_settings_change_the_index_alone() -> None:
    made = product("tra", name=vi("Báo núi"))

    before, after = (keys_of(one, plan(one)).by_path for one in (of(made), of(made, báo=("sâm",))))

    assert {path for path in before if before[path] != after[path]} == {
        "search/vi.js",
        "search/en.js",
    }
