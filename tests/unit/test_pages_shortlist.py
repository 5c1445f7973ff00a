"""What the market list is told: files of facts, the page, the words of the buttons."""

import json
import re
from html import unescape
from typing import Any

from msgspec.structs import replace

from ocop.domain.certificate import Price
from ocop.domain.short_code import computed
from ocop.pages.kept_words import kept_words
from ocop.pages.picked import facts_file, files_for, held, number_of
from ocop.pages.plan import make, planned
from ocop.pages.site import Site
from ocop.paths import EntryId
from support.rich_site import rich_site
from support.small_site import EN, TEMPLATES, VI, product, site, vi


def facts(one: Site, number: int = 0) -> dict[str, Any]:
    """What a file of facts hands over."""
    text = facts_file(one, number).decode()
    head, tail = f"ocopFacts({number},", ");\n"
    assert text.startswith(head)
    assert text.endswith(tail)
    told: dict[str, Any] = json.loads(text[len(head) : -len(tail)])
    return told


def told_on(html: str) -> dict[str, Any]:
    """What the page hands to its script."""
    found = re.search(r'data-told="([^"]*)"', html)
    assert found
    told: dict[str, Any] = json.loads(unescape(found[1]))
    return told


def test_files_are_few_for_a_small_catalogue_and_many_for_a_large_one() -> None:
    counts = {n: files_for(n) for n in (0, 31, 32, 63, 64, 20_000, 10**6)}

    assert counts == {0: 1, 31: 1, 32: 2, 63: 2, 64: 4, 20_000: 1024, 10**6: 1024}


def test_the_first_bits_of_a_code_choose_its_file() -> None:
    assert [number_of(code, 4) for code in ("000000", "7ZZZZZ", "800000", "ZZZZZZ")] == [0, 0, 1, 3]
    assert number_of("01ABCD", 1024) == 1
    assert number_of("ZZABCD", 1024) == 1023
    assert number_of("ZZABCD", 1) == 0


def test_every_product_is_held_once_under_its_code() -> None:
    one = site(products=[product(f"mat-{n}") for n in range(100)])
    told = [facts(one, number) for number in range(4)]

    assert len(held(one)) == 4
    assert {each["of"] for each in told} == {4}
    found = {code: fact["id"] for each in told for code, fact in each["products"].items()}
    assert found == {computed(f"mat-{n}"): f"mat-{n}" for n in range(100)}


def test_former_ids_and_stated_codes_lead_to_the_product() -> None:
    renamed = product("moi", aliases=(EntryId("cu"), EntryId("giua")))
    stated = product("mat", short="ABCD23")
    told = facts(site(products=[renamed, stated, product("tra")]))
    code = computed("cu")

    assert told["elsewhere"] == {"cu": code, "giua": code, "moi": code, "mat": "ABCD23"}
    assert set(told["products"]) == {code, "ABCD23", computed("tra")}


def test_a_product_is_told_as_its_page_tells_it() -> None:
    one = rich_site()
    every = [facts(one, number) for number in range(len(held(one)))]
    tra = next(f for each in every for f in each["products"].values() if f["id"] == "tra")
    page = make(one, next(a for a in planned(one, "products") if a.path == "products/tra.html"))

    shown = unescape(page.decode())
    for text in (*tra["said"]["vi"], tra["name"]["vi"], tra["place"]):
        assert text in shown
    assert tra["makers"][0]["name"]["vi"] in shown
    assert tra["makers"][0]["phones"][0][1] in shown
    assert set(tra["said"]) == {"vi", "en"}


def test_what_is_not_known_costs_nothing() -> None:
    bare = facts(site(products=[product("tra")]))["products"][computed("tra")]

    assert set(bare) == {"id", "name", "industry", "set", "state", "picture", "said"}


def test_no_text_of_an_editor_ends_the_script() -> None:
    wild = vi("a\u2028b\u2029c</script>")
    price = Price(1000, None, vi("hũ"), None)
    one = site(products=[product("tra", name=wild, price=price)])

    assert "\u2028" not in facts_file(one, 0).decode()
    assert facts(one)["products"][computed("tra")]["name"] == wild


def test_the_page_is_for_visitors_not_for_search_engines() -> None:
    one = site(products=[product("tra")])
    page = next(a for a in planned(one, "shortlist") if a.path == "en/shortlist.html")
    html = make(one, page).decode()

    assert '<meta name="robots" content="noindex">' in html
    assert "<noscript>" in html
    told = told_on(html)
    assert told["files"] == 1
    assert told["folder"] == "en/"
    assert {"vi", "en"} <= set(told["letters"])


def test_an_enquiry_can_be_written_in_english_where_the_site_is_vietnamese_alone() -> None:
    config = replace(site().config, languages=(VI,))
    one = site(config=config, products=[product("tra")])
    html = make(one, planned(one, "shortlist")[0]).decode()

    told = told_on(html)
    assert told["letters"]["en"]["hello"].startswith("Hello {maker}")


def test_the_buttons_speak_the_languages_of_the_site() -> None:
    (part,) = kept_words((str(TEMPLATES),), (VI, EN)).values()
    words = json.loads(part.decode().removeprefix("this.ocopList = { words: ")[:-4])

    assert set(words) == {"vi", "en"}
    assert words["vi"]["add"] == "Ghi vào sổ"
    assert words["vi"]["href"] == "shortlist.html"
    assert words["en"]["href"] == "en/shortlist.html"
