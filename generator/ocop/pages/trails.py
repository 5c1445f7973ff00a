"""The way from the home page to a page, for machines.

Owns nothing but the home page's place at its head; readers get theirs from
:meth:`ocop.pages.here.Here.crumbs`. Called by the views.
"""

from ocop.pages import structured
from ocop.pages.here import Here
from ocop.paths import SitePath


def breadcrumbs(here: Here, *steps: tuple[str, SitePath]) -> structured.Thing:
    """Return the way through ``steps``, the last of which is this page, as structured data."""
    home = here.t("home_link"), here.routes.home()
    return structured.breadcrumbs(here.site, (home, *steps))
