"""The page of a place, where it has one.

Owns the way from an origin to its page: a commune has one when it has products or an editor's
words, a province when anything of the catalogue lies in it; and whether the names of before
still say it all. Called by every page that names a place and would link to it.
"""

from collections.abc import Mapping

from ocop.domain.catalogue import Catalogue
from ocop.domain.place import Origin
from ocop.domain.placename import Level, split_kind
from ocop.pages.routes import Routes
from ocop.paths import SitePath
from ocop.text import fold

_LEVELS: Mapping[str, Level] = {
    "commune": "commune",
    "district": "district",
    "province": "province",
}


def place_page(catalogue: Catalogue, routes: Routes, origin: Origin | None) -> SitePath | None:
    """Return the page of the smallest present unit of ``origin`` that has one, else None."""
    if origin is None:
        return None
    if origin.commune_now in catalogue.communes:
        return routes.place(origin.commune_now)
    if origin.province_now in catalogue.provinces:
        return routes.place(origin.province_now)
    return None


def is_as_certified(origin: Origin, now: str) -> bool:
    """Tell whether the line ``now`` names every place that the certificate does."""
    line = fold(now)
    return all(fold(_bare(key, text)) in line for key, text in origin.certified)


def _bare(key: str, text: str) -> str:
    return text if key == "village" else split_kind(text, _LEVELS[key])[1]
