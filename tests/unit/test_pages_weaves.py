"""The weaves that stand for missing photos: files that the pages share."""

import re
from xml.etree import ElementTree

from msgspec.structs import replace

from ocop.domain.photo import Photo
from ocop.pages import plan
from ocop.pages.site import Site
from ocop.paths import SourcePath
from support.small_site import product, site


def files(here: Site) -> dict[str, str]:
    """Every weave by address."""
    made = plan.view("weaves").artifacts(here)
    return {one.path: plan.make(here, one).decode() for one in made}


def page(here: Site, path: str) -> str:
    """One page."""
    artifact = next(one for one in plan.plan(here) if one.path == path)
    return plan.make(here, artifact).decode()


def test_a_product_without_a_photo_is_shown_by_a_file_of_the_site() -> None:
    here = site(products=[product("mat-ong"), product("tra-shan")])
    html = page(here, "products/mat-ong.html")
    hero = re.findall(r'<div class="frame weave-hero"[^>]*><img class="weave" src="([^"]+)"', html)
    cards = re.findall(r'<img class="weave" src="([^"]+)"[^>]* loading="lazy">', html)

    assert len(hero) == len(cards) == 1
    assert {one.removeprefix("../") for one in (*hero, *cards)} == set(files(here))


def test_the_picture_is_whole_by_itself() -> None:
    here = site(products=[product("mat-ong")])
    (svg,) = files(here).values()
    root = ElementTree.fromstring(svg)

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "<script" not in svg
    assert "href" not in svg


def test_a_published_photo_needs_no_weave() -> None:
    shown = SourcePath("content/products/mat-ong/a.jpg")
    bare = site(products=[replace(product("mat-ong"), photos=(Photo(shown, {}),))])

    assert len(files(bare)) == 1
    assert not files(replace(bare, pictures={shown: None}))


def test_a_large_catalogue_shares_its_designs() -> None:
    many = [product(f"mat-ong-{number}") for number in range(2_000)]
    here = site(products=many)

    assert len(files(here)) == 64
