"""The project's own pages on which one searches, as a build publishes them.

Owns which of them are made: the search page, a list for the box in its header, and what
both load. The other pages of a site take no part in a search. Called by
:mod:`benchmarks.search.peers`.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from ocop.pages import assets
from ocop.pages.fixed import fixed_pictures
from ocop.pages.plan import make, planned
from ocop.pages.site import Site
from ocop.text import localise

SEARCH, BOX = "search.html", "stars/5.html"
"""The search page, and the one with the box."""

_VIEWS = {"search": (SEARCH,), "taxonomy": (BOX,), "weaves": ()}
"""The views to make, and which of their files; all if none is named."""


def pages(site: Site) -> Mapping[str, bytes]:
    """Return pages and all that they load but the index, by path; ``site`` has no picture yet."""
    static = assets.collect(site.templates, {})
    title, _ = localise(site.config.title, site.config.language, site.config.language)
    fixed = fixed_pictures(title, site.templates)
    whole = replace(site, assets={**fixed.assets, **static.paths}, shares=fixed.shares)
    made = {
        artifact.path: make(whole, artifact)
        for view, wanted in _VIEWS.items()
        for artifact in planned(whole, view)
        if not wanted or artifact.path in wanted
    }
    return {str(path): text for path, text in {**static.files, **fixed.files, **made}.items()}
