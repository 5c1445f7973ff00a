"""The page of a place, where it has one.

Owns the way from an origin to its page: a commune has one when it has products or an editor's
words, a province when anything of the catalogue lies in it. Called by every page that names
a place and would link to it.
"""

from ocop.domain.catalogue import Catalogue
from ocop.domain.place import Origin
from ocop.pages.routes import Routes
from ocop.paths import SitePath


def place_page(catalogue: Catalogue, routes: Routes, origin: Origin | None) -> SitePath | None:
    """Return the page of the smallest present unit of ``origin`` that has one, else None."""
    if origin is None:
        return None
    if origin.commune_now in catalogue.communes:
        return routes.place(origin.commune_now)
    if origin.province_now in catalogue.provinces:
        return routes.place(origin.province_now)
    return None
