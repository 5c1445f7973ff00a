"""Keys tell neither too little nor too much: which pages an edit changes, and no others."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from msgspec.structs import fields, replace

from ocop.domain.catalogue import Catalogue
from ocop.pages.keys.all import KIND_OF, KINDS, differing, keys_of, parts_of
from ocop.pages.keys.links import led_by_hand, may_be_named
from ocop.pages.keys.templates import Templates
from ocop.pages.lists import best_first
from ocop.pages.picked import held
from ocop.pages.plan import VIEWS, plan
from ocop.pages.site import Site
from ocop.paths import SitePath
from support.rich_site import rich_site
from support.small_site import EN, TEMPLATES, VI, both, product, site, vi


@cache
def rich() -> Site:
    """A site of which every record and every field of it shows somewhere."""
    return rich_site()


def keys(one: Site) -> Mapping[SitePath, bytes]:
    """The keys of a site's artifacts."""
    return keys_of(one, plan(one)).by_path


def changed(one: Site) -> set[str]:
    """The addresses whose key is another than in the rich site."""
    before, after = keys(rich()), keys(one)
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


INDEX = {"search/vi.js", "search/en.js"}
"""The entries of the search."""


def facts_of(*products: str) -> set[str]:
    """The files of facts for the market list that hold some products of the rich site."""
    holders = enumerate(held(rich()))
    return {
        f"shortlist/{number}.js"
        for number, one in holders
        if {each.id for each in one.products.values()} & set(products)
    }


def edited(kind: str, entry: str, **facts: Any) -> Site:
    """The rich site with one record edited."""
    catalogue = rich().catalogue
    known = {one.name: getattr(catalogue, one.name) for one in fields(Catalogue)}
    records = {**known[kind], entry: replace(known[kind][entry], **facts)}
    return replace(rich(), catalogue=Catalogue(**{**known, kind: records}))


def both_languages(*paths: str) -> set[str]:
    """Pages in Vietnamese and in English."""
    return {*paths, *(f"en/{path}" for path in paths)}


@pytest.mark.parametrize(
    ("kind", "entry", "page"),
    [
        ("products", "tra", "products/tra.html"),
        ("producers", "htx", "producers/htx.html"),
        ("fairs", "hoi-cho", "fairs/hoi-cho.html"),
        ("programmes", "thanh-hoa", "programmes/thanh-hoa.html"),
        ("news", "tin", "news/tin.html"),
        ("pages", "gioi-thieu", "pages/gioi-thieu.html"),
        ("places", "14758", "places/14758.html"),
    ],
)
def test_a_story_changes_its_own_pages_only(kind: str, entry: str, page: str) -> None:
    found = changed(edited(kind, entry, stories=both("Khác.", "Other.")))

    assert found == both_languages(page) | (INDEX if kind == "products" else set())


def test_a_producer_s_phone_changes_its_page_its_products_and_the_open_data() -> None:
    assert changed(edited("producers", "htx", phone="0987654321")) == {
        *both_languages("producers/htx.html", "products/tra.html", "products/mat.html"),
        *("data/producers.json", *facts_of("tra", "mat")),
    }


def test_a_product_s_name_changes_what_names_it() -> None:
    found = changed(edited("products", "mat", name=both("Chè mau", "Tea mat")))

    assert {
        *both_languages("products/mat.html", "products/tra.html", "producers/htx.html"),
        *both_languages("sets/7.html", "places/14758.html", "fairs/hoi-cho.html"),
        *("data/products.json", "data/products.csv", "feed.xml", "index.html"),
    } <= found
    assert not found & {
        *both_languages("products/p07.html", "sets/5.html", "places/index.html", "404.html"),
        *both_languages("producers/index.html", "pages/gioi-thieu.html", "stars/5.html"),
        *("sitemap.xml", "data/site.json", "data/producers.json", "robots.txt"),
    }


def test_a_price_changes_no_redirect_and_no_letter() -> None:
    found = changed(edited("products", "tra", price=None))

    assert found >= INDEX
    assert not [path for path in found if path.startswith(("P/", "01/", "en/search", "search."))]


def test_midnight_changes_what_shows_the_day() -> None:
    tomorrow = replace(rich().catalogue, today=dt.date(2026, 11, 22))

    assert changed(replace(rich(), catalogue=tomorrow)) == {
        *both_languages("index.html", "programmes/thanh-hoa.html"),
        *("data/site.json", "data/programmes.json"),
    }


def test_the_end_of_a_certificate_changes_what_shows_the_paper() -> None:
    """Both full products and their maker have a paper that is good through 2026-12-31."""
    last, next_day = dt.date(2026, 12, 31), dt.date(2027, 1, 1)
    before = keys(replace(rich(), catalogue=replace(rich().catalogue, today=last)))
    after = keys(replace(rich(), catalogue=replace(rich().catalogue, today=next_day)))

    assert {path for path in before if before[path] != after[path]} == {
        *both_languages("index.html", "search.html", "programmes/thanh-hoa.html"),
        *both_languages("products/tra.html", "products/mat.html", "producers/htx.html"),
        *("data/site.json", "data/programmes.json"),
    }


def test_the_end_of_stars_changes_what_shows_them() -> None:
    ends = product("tra", recognitions=rich().catalogue.products["tra"].recognitions[:1])  # type: ignore[index]
    one = site(products=[ends, product("mat")])
    last, over = dt.date(2028, 9, 1), dt.date(2028, 9, 2)
    before = keys(replace(one, catalogue=replace(one.catalogue, today=last)))
    after = keys(replace(one, catalogue=replace(one.catalogue, today=over)))

    found = {path for path in before if before.get(path) != after.get(path)}
    assert both_languages("products/tra.html", "sets/4.html", "stars/4.html") <= found
    assert not found & both_languages("sets/5.html", "seasons/3.html", "producers/index.html")


def test_another_template_changes_only_what_is_made_of_it(tmp_path: Any) -> None:
    own = tmp_path / "pages" / "producer.html"
    own.parent.mkdir()
    own.write_text((TEMPLATES / "pages/producer.html").read_text("utf-8") + " ", "utf-8")
    found = changed(replace(rich(), templates=(str(tmp_path), str(TEMPLATES))))

    assert found == both_languages("producers/htx.html", "producers/ho.html")


def test_a_template_is_made_of_what_it_extends_includes_and_imports(tmp_path: Any) -> None:
    for name, text in {
        "a.html": "{% extends \"b.html\" %}{%- from 'c.html' import x as y %}",
        "b.html": '{% include ["d.html", "e.html"] ignore missing %}',
        "c.html": "{# nothing #}",
        "any.html": "{% include which %}",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = Templates([str(tmp_path)])

    assert found.names("a.html") == {"a.html", "b.html", "c.html", "d.html", "e.html"}
    assert found.names("any.html") == {"any.html", *found.names("a.html")}


def test_lists_of_keys_are_in_the_order_of_the_pages() -> None:
    from ocop.pages.keys.reading import Reading

    read, catalogue = Reading(rich()), rich().catalogue
    for language in (VI, EN):
        here, shelves = read.here(language), read.shelves(language)
        for kind, lists in {
            "set": catalogue.by_set,
            "commune": catalogue.by_commune,
            "producer": catalogue.by_producer,
            "province": catalogue.by_province,
            "industry": catalogue.by_industry,
            "stars": catalogue.by_stars,
            "season": catalogue.by_month,
        }.items():
            for which, found in lists.items():  # type: ignore[attr-defined]
                expected = [one.id for one in best_first(here, found)]
                assert list(shelves.ids(kind, which)) == expected


def test_every_view_has_keys_and_every_key_can_be_read() -> None:
    assert set(KIND_OF) == set(VIEWS)
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert all(parts_of(key) is not None for key in keys(rich()).values())


def test_what_is_no_key_is_refused() -> None:
    for wrong in (b"", b"\xff", b"\0"):
        with pytest.raises(ValueError, match="b"):
            parts_of(wrong)


def test_two_keys_differ_in_named_parts() -> None:
    one = keys_of(rich(), plan(rich()))
    other_site = edited("products", "tra", stories=vi("Khác."))
    titled = replace(other_site, config=replace(other_site.config, title=vi("Khác")))
    other = keys_of(titled, plan(titled))
    page = SitePath("products/tra.html")

    parts = differing(one.kept, one.by_path[page], other.kept, other.by_path[page])
    assert parts == ("settings", "story")
    home = one.by_path[SitePath("index.html")]
    assert differing(one.kept, home, other.kept, other.by_path[page]) == ("kind",)


@pytest.mark.parametrize(
    ("story", "led"),
    [
        ("Xem [mật](product:mat) và [web](https://example.vn/).", False),
        ("Gọi [số này](tel:0912345678), [thư](mailto:a@x.vn).", False),
        ("Xem [mật](../products/mat.html).", True),
        ("Xem [mật](#mat).", True),
        ("Xem [mật].\n\n[mật]: ../products/mat.html", True),
        ("Xem https://x.vn/ocop/products/mat.html", True),
        ("Xem <b>mật</b>.", True),
    ],
)
def test_a_link_by_hand_is_noticed(story: str, led: bool) -> None:
    one = site(products=[product("tra", stories=vi(story))])

    assert led_by_hand(one) == ({"content/products/tra/product.yaml"} if led else set())


def test_what_leaves_may_be_named_by_a_template_or_by_a_fact(tmp_path: Any) -> None:
    gone = {SitePath("products/mat.html"), SitePath("P/ABC234/index.html")}
    plain = site(products=[product("tra")])
    assert not may_be_named(plain, gone)

    (tmp_path / "base.html").write_text("<a href='P/ABC234/'>", "utf-8")
    assert may_be_named(replace(plain, templates=(str(tmp_path), str(TEMPLATES))), gone)

    stated = product("tra", video="https://x.vn/ocop/products/mat.html")
    assert may_be_named(site(products=[stated]), gone)
