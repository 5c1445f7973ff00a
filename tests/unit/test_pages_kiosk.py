"""The kiosk: its page, its files of facts, what runs on its screen, its keyboard's tones."""

import json
import re
import subprocess
from base64 import b64decode
from html import unescape
from typing import Any
from urllib.parse import urljoin

import pytest
import segno
from msgspec.structs import replace

from ocop.dates import PartialDate
from ocop.domain.recognition import Recognition
from ocop.domain.taxonomy import industry_of
from ocop.pages.here import Here
from ocop.pages.keys.all import keys_of
from ocop.pages.kiosk_facts import facts_file, holder_of, piece, told
from ocop.pages.kiosk_show import shown
from ocop.pages.listed import page_paths
from ocop.pages.plan import make, plan, planned
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.text import Language
from support.rich_site import rich_site
from support.sites import ROOT
from support.small_site import EN, VI, product, site, vi

JS = ROOT / "templates/static/js/kiosk"


def facts(one: Site, number: int = 0) -> dict[str, Any]:
    """What a file of facts hands over."""
    text = facts_file(one, number).decode()
    head, tail = f"ocopKioskFacts({number},", ");\n"
    assert text.startswith(head)
    assert text.endswith(tail)
    found: dict[str, Any] = json.loads(text[len(head) : -len(tail)])
    return found


def page(one: Site, path: str = "kiosk/index.html") -> str:
    return make(one, next(each for each in planned(one, "kiosk") if each.path == path)).decode()


def told_on(html: str) -> dict[str, Any]:
    """What the page hands to its script."""
    found = re.search(r'data-told="([^"]*)"', html)
    assert found
    told: dict[str, Any] = json.loads(unescape(found[1]))
    return told


def test_every_language_has_its_page_and_all_share_the_files_of_facts() -> None:
    paths = [one.path for one in planned(rich_site(), "kiosk")]

    assert paths == ["kiosk/index.html", "en/kiosk/index.html", "kiosk/0.js"]


def test_a_setting_switches_it_off() -> None:
    one = rich_site()
    off = replace(one, config=replace(one.config, kiosk=False))

    assert not [each.path for each in plan(off) if "kiosk" in each.path]


def test_the_setting_concerns_no_other_page() -> None:
    one = rich_site()
    off = replace(one, config=replace(one.config, kiosk=False))
    keys, now = keys_of(one, plan(one)).by_path, keys_of(off, plan(off)).by_path

    assert {path for path in keys if keys[path] != now.get(path)} == {
        "kiosk/index.html",
        "en/kiosk/index.html",
        "kiosk/0.js",
    }


def test_search_engines_are_told_nothing_of_it() -> None:
    one = rich_site()

    assert not [path for path in page_paths(one) if "kiosk" in path]
    assert '<meta name="robots" content="noindex">' in page(one)


@pytest.mark.parametrize("path", ["kiosk/index.html", "en/kiosk/index.html"])
def test_no_link_of_the_page_leads_out_of_the_kiosk(path: str) -> None:
    links = re.findall(r'<a [^>]*href="([^"]*)"', page(rich_site(), path))

    assert {urljoin(f"https://x.vn/{path}", link) for link in links} == {
        f"https://x.vn/{other}"
        for other in ("kiosk/index.html", "en/kiosk/index.html")
        if other != path
    }


def test_the_page_is_told_the_ways_into_the_catalogue() -> None:
    told = told_on(page(rich_site(), "en/kiosk/index.html"))
    counts = {key: count for _, key, _, count in told["industries"]}

    assert sum(counts.values()) == told["total"] == len(rich_site().catalogue.products)
    assert [stars for stars, _ in told["levels"]] == [5, 4, 3]
    assert told["places"]["facet"] == "province"
    assert told["say"]["touch"] == "Touch to explore"
    assert told["say"]["taste"] == "Taste"


def test_a_site_of_one_province_is_browsed_by_commune() -> None:
    one = rich_site()
    province = next(iter(one.catalogue.by_province))
    alone = replace(one, config=replace(one.config, scope=province))

    assert told_on(page(alone))["places"]["facet"] == "commune"


def test_a_product_is_in_one_file_with_its_code_and_all_its_photos() -> None:
    one = rich_site()
    found = facts(one)
    tea = found["products"]["tra"]

    assert found["of"] == 1
    assert set(found["products"]) == set(one.catalogue.products)
    assert tea["about"] == one.catalogue.products[product("tra").id].summary
    assert [photo[0] for photo in tea["photos"]] == ["photos/tra-1", "photos/tra-2"]
    assert tea["photos"][0][1] == "avif 320 jpg 960"


def test_a_product_of_which_nothing_is_known_has_a_code_alone() -> None:
    assert set(facts(site(products=[product("mat")]))["products"]["mat"]) == {"code", "qr"}


def test_the_modules_are_those_of_the_printed_short_link() -> None:
    found = facts(site(products=[product("mat", short="ABCD23")]))["products"]["mat"]
    width, bits = found["qr"]
    dots = "".join(f"{byte:08b}" for byte in b64decode(bits))
    rows = [dots[at : at + width] for at in range(0, width * (width + 1), width + 1)]
    turned = [row[::-1] if number % 2 else row for number, row in enumerate(rows)]

    expected = segno.make("HTTPS://X.VN/P/ABCD23", error="q", micro=False, mask=1).matrix
    assert found["code"] == "ABCD23"
    assert turned == ["".join("01"[bit] for bit in row) for row in expected]


def test_a_file_is_made_of_the_pieces_of_its_products() -> None:
    one = site(products=[product(f"mat-{n}", summary=vi(f"Số {n}")) for n in range(130)])

    assert len(told(one)) == 2
    for each in one.catalogue.products.values():
        made = [facts_file(one, number).count(piece(one, each)) for number in range(2)]
        assert made[holder_of(each, 130)] == 1
        assert sum(made) == 1


def test_line_ends_of_older_scripts_are_written_as_escapes() -> None:
    one = site(products=[product("mat", summary=vi("một\u2028hai\u2029ba"))])

    assert b"\xe2\x80\xa8" not in facts_file(one, 0)
    assert facts(one)["products"]["mat"]["about"] == {"vi": "một\u2028hai\u2029ba"}


def screened(one: Site) -> list[str]:
    return [each.id for each in shown(Here(one, VI, SitePath("kiosk/index.html")))]


def test_the_show_lets_the_industries_take_turns() -> None:
    sets = {f"p{number}-{n}": number for number in (4, 14, 21) for n in range(3)}
    one = site(products=[product(key, set=number) for key, number in sets.items()])
    found = [industry_of(sets[key]).code for key in screened(one)]

    assert len(set(found[:3])) == len(set(found[3:6])) == 3


def test_the_show_begins_with_what_is_real() -> None:
    made_up = [product(f"a{n}", sample=True) for n in range(4)]

    assert screened(site(products=[*made_up, product("z")]))[0] == "z"


def test_the_show_has_no_product_without_stars_where_enough_have_some() -> None:
    signed = (Recognition(3, date=PartialDate(2025, 3, 4)),)
    ended = (Recognition(5, date=PartialDate(2019, 3, 4)),)
    good = [product(f"b{n}", recognitions=signed) for n in range(6)]
    others = [product("a1"), product("a2", recognitions=ended)]

    assert {*screened(site(products=[*good, *others]))} == {one.id for one in good}
    assert len(screened(site(products=[*good[:5], *others]))) == 7


def test_the_show_is_short_however_long_the_catalogue_is() -> None:
    assert len(screened(site(products=[product(f"p{n}") for n in range(90)]))) == 24
    assert screened(site()) == []


def test_names_of_editors_stay_text_in_what_the_page_is_told() -> None:
    name = "</main><script>alert(1)</script>\"'&"
    html = page(site(products=[product("mat", name=vi(name))]))

    assert "<script>alert" not in html
    assert told_on(html)["show"][0][1] == name


@pytest.mark.parametrize("code", [VI, EN, Language("ko")])
def test_every_language_says_everything(code: Language) -> None:
    one = site(products=[product("mat")])
    spoken = replace(one, config=replace(one.config, languages=(code,)))
    words = told_on(page(spoken))["say"]

    used = {
        key
        for path in JS.glob("*.js")
        for key in re.findall(r'\bsay\("(\w+)"', path.read_text("utf-8"))
    }
    assert used <= set(words)
    assert all(words.values())


TONED = [
    ("mât", ".", "mật"), ("ong", "'", "óng"), ("hoa", "`", "hòa"), ("hoan", "`", "hoàn"),
    ("qua", "`", "quà"), ("quy", "'", "quý"), ("gia", "'", "giá"), ("gi", "`", "gì"),
    ("giêng", "'", "giếng"), ("mia", "'", "mía"), ("nươc", "'", "nước"), ("thuy", "?", "thủy"),
    ("ngoai", "~", "ngoãi"), ("khuyu", "?", "khuỷu"), ("tuyên", "`", "tuyền"), ("yên", "'", "yến"),
    ("cà phê", "'", "cà phế"), ("mật", ".", "mât"), ("mật", "'", "mất"), ("đươ", "`", "đườ"),
    ("tr", "'", "tr"), ("", "'", ""), ("mật ", "'", "mật "), ("500", "'", "500"), ("Âm", "'", "Ấm"),
    ("ma\u0323t", "'", "mát"),
]  # fmt: skip
"""What is typed, a tone, what it becomes; signs stand for the tones."""


def test_tones_stand_where_they_are_written_by_hand() -> None:
    marks = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
    asked = json.dumps([[text, marks[tone]] for text, tone, _ in TONED])
    script = (
        "globalThis.ocopKiosk = {};"
        + (JS / "tones.js").read_text("utf-8")
        + f"console.log(JSON.stringify({asked}.map(([text, tone]) => ocopKiosk.toned(text, tone))))"
    )
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == [expected for _, _, expected in TONED]
