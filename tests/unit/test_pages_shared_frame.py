"""Menu and footer are made once for many pages: their links must fit all of them."""

import re
from posixpath import dirname, join, normpath

from ocop.pages import plan
from ocop.paths import SitePath
from support.small_site import product, site


def test_the_frame_of_pages_in_different_folders_leads_to_existing_pages() -> None:
    one = site(products=[product("mat-ong")])
    planned = {artifact.path: artifact for artifact in plan.plan(one)}
    lost = []
    for name in ("industries/1.html", "sets/4.html", "seasons/1.html", "stars/3.html"):
        html = plan.make(one, planned[SitePath(name)]).decode()
        for href in re.findall(r'<a [^>]*href="([^":#]+)"', html):
            if normpath(join(dirname(name), href)) not in planned:
                lost.append((name, href))

    assert lost == []


def test_every_page_knows_the_way_to_the_root_and_searches_in_its_own_language() -> None:
    one = site(products=[product("mat-ong")])
    planned = {artifact.path: artifact for artifact in plan.plan(one)}
    said = {}
    for name in ("index.html", "sets/4.html", "en/index.html", "en/products/mat-ong.html"):
        html = plan.make(one, planned[SitePath(name)]).decode()
        said[name] = re.findall(r'data-root="([^"]*)"|role="search" action="([^"]*)"', html)

    assert said == {
        "index.html": [("", ""), ("", "search.html")],
        "sets/4.html": [("../", ""), ("", "../search.html")],
        "en/index.html": [("../", ""), ("", "search.html")],
        "en/products/mat-ong.html": [("../../", ""), ("", "../../en/search.html")],
    }
