"""Where the products of a programme's area come from: the map, and the list behind it.

Called by :mod:`ocop.pages.views.programmes`.
"""

from collections import Counter

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.programme import Programme
from ocop.pages.counted import products_of
from ocop.pages.here import Here
from ocop.pages.maps.picture import Map
from ocop.pages.maps.province import communes_map
from ocop.pages.shelves import Choice
from ocop.pages.ways_in import communes


class Ground(Struct, frozen=True):
    """The communes that have products counted for a programme, on the map and by name."""

    map: Map
    communes: tuple[Choice, ...]


def ground(here: Here, programme: Programme) -> Ground | None:
    """Return the ground of a programme; None where no product's commune is known."""
    province = gazetteer.province(programme.area.province_now or "")
    inside = (one.origin.commune_now for one in products_of(here.site.catalogue, programme.area))
    counts = Counter(code for code in inside if code)
    if province is None or not counts:
        return None
    return Ground(communes_map(here, province, counts, programme.id), communes(here, counts))
