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
