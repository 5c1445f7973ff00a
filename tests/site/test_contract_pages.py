"""The contract's part 3, addresses: what exists, what leads where, what is a link."""

import json
import posixpath
from pathlib import Path

import pytest

from support.html_tree import Node
from support.plain_content import entries, short_code


def test_every_entry_and_list_has_its_address_in_both_languages(demo_site: Path) -> None:
    wanted = [
        "index.html",
        "search.html",
        "404.html",
        "products/index.html",
        "producers/index.html",
    ]
    for kind in ("product", "producer", "fair", "programme", "page"):
        wanted += [f"{kind}s/{entry}.html" for entry in entries(kind)]
    wanted += [f"news/{entry}.html" for entry in entries("news")]
    wanted += [f"industries/{n}.html" for n in range(1, 7)]
    wanted += [f"sets/{n}.html" for n in range(1, 27)]
    wanted += [f"stars/{n}.html" for n in (3, 4, 5)]
    wanted += [f"seasons/{n}.html" for n in range(1, 13)]

    assert [
        name for page in wanted for name in (page, f"en/{page}") if not (demo_site / name).is_file()
    ] == []


def test_every_present_place_of_a_product_has_a_page(demo_site: Path) -> None:
    products = json.loads((demo_site / "data/products.json").read_text("utf-8"))
    codes = {one["origin"][key] for one in products for key in ("commune", "province")} - {None}

    assert [
        code for code in sorted(codes) if not (demo_site / f"places/{code}.html").is_file()
    ] == []
    assert {"01906", "19597", "15667", "38", "44", "46", "66", "19"} <= {
        path.stem for path in (demo_site / "places").iterdir()
    }


def test_the_files_for_machines_are_there(demo_site: Path) -> None:
    names = (
        "data/site.json data/products.json data/products.csv data/producers.json "
        "data/programmes.json sitemap.xml robots.txt feed.xml manifest.webmanifest _headers "
        ".ocop-manifest.json"
    )

    assert [name for name in names.split() if not (demo_site / name).is_file()] == []


def test_a_draft_is_nowhere(demo_site: Path) -> None:
    assert list(demo_site.rglob("khoai-deo-chan-len-da*")) == []
    assert "khoai-deo-chan-len-da" not in (demo_site / "data/products.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("product", "code"),
    [
        # printf ca-phe-buon-suong-som | sha256sum -> the first 30 bits in Crockford's base32
        ("ca-phe-rang-moc-buon-suong-som", "ZGXN8C"),
        ("mien-dong-rang-chieu", "8J3MAG"),
    ],
)
def test_a_short_code_worked_out_with_other_tools(
    trees: dict[str, Node], product: str, code: str
) -> None:
    page = trees[f"P/{code}/index.html"]

    assert (
        page.first("meta", http_equiv="refresh")
        .attrs["content"]
        .endswith(f"url=../../products/{product}.html")
    )


def test_every_product_has_its_short_code_and_no_other_codes_exist(demo_site: Path) -> None:
    wanted = {short_code(product, facts) for product, facts in entries("product").items()}

    assert {path.name for path in (demo_site / "P").iterdir()} == wanted


def test_gtins_padded_to_14_lead_to_their_products(trees: dict[str, Node]) -> None:
    wanted = {
        f"01/{facts['gtin'].zfill(14)}/index.html": product
        for product, facts in entries("product").items()
        if "gtin" in facts
    }
    found = {name for name in trees if name.startswith("01/")}

    assert found == set(wanted)
    for name, product in wanted.items():
        refresh = trees[name].first("meta", http_equiv="refresh").attrs["content"]
        assert refresh.endswith(f"url=../../products/{product}.html")


def test_a_former_id_leads_to_the_present_page_in_both_languages(trees: dict[str, Node]) -> None:
    for product, facts in entries("product").items():
        for former in facts.get("aliases", []):
            for folder in ("", "en/"):
                page = trees[f"{folder}products/{former}.html"]
                refresh = page.first("meta", http_equiv="refresh").attrs["content"]
                assert refresh.endswith(f"url={product}.html")


def test_every_internal_link_is_relative_and_names_a_file(trees: dict[str, Node]) -> None:
    wrong = [
        (name, link)
        for name, page in trees.items()
        if not name.endswith("404.html")
        for one in page.all()
        if one.tag != "link" or one.attrs.get("rel") not in ("canonical", "alternate")
        for link in (one.attrs.get("href", ""), one.attrs.get("src", ""))
        if link.startswith(("/", "https://example.org/ocop/"))
        or (link.partition("#")[0].endswith("/") and "://" not in link)
        or link in (".", "..")
    ]

    assert wrong == []


def test_the_404_page_uses_the_configured_address(trees: dict[str, Node]) -> None:
    for name in ("404.html", "en/404.html"):
        links = [
            one.attrs.get("href") or one.attrs.get("src") or ""
            for one in trees[name].all()
            if one.tag in ("a", "link", "script", "img")
        ]
        assert [
            link
            for link in links
            if link and not link.startswith(("https://example.org/ocop/", "mailto:", "#"))
        ] == []


def test_the_switch_of_languages_lands_on_the_same_page(trees: dict[str, Node]) -> None:
    wrong = []
    for name, page in trees.items():
        if any(page.all("meta", http_equiv="refresh")) or name.endswith("404.html"):
            continue
        kind = "tongues" if "kiosk/" in name else "languages"
        link = page.first("nav", class_=kind).first("a").attrs["href"]
        there = posixpath.normpath(posixpath.join(posixpath.dirname(name), link))
        twin = name.removeprefix("en/") if name.startswith("en/") else f"en/{name}"
        if there != twin:
            wrong.append((name, there))

    assert wrong == []
