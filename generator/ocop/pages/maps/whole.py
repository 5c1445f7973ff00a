"""The map of all that a site shows: the country, or the province that it is of.

Called by the home page and the list of places.
"""

from ocop.domain import gazetteer
from ocop.pages.here import Here
from ocop.pages.maps.country import country_map
from ocop.pages.maps.picture import Map
from ocop.pages.maps.province import province_map


def site_map(here: Here) -> Map:
    """Return the map of a site."""
    scope = gazetteer.province(here.site.config.scope or "")
    return province_map(here, scope) if scope else country_map(here)
