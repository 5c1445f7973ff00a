"""The projection of all our maps: Mercator's, which keeps every province's shape.

Owns the way from latitude and longitude to the units of one drawing. Knows no drawing. Called by
the maps, and by the tool that draws the outlines (``tools/outline.py``).
"""

from math import asinh, degrees, radians, tan

from msgspec import Struct

from ocop.domain.place import Point

Spot = tuple[float, float]
"""A place in a drawing: units to the right and units down."""


def northing(latitude: float) -> float:
    """Return how far north a latitude lies on the projected globe, in degrees of the equator."""
    return degrees(asinh(tan(radians(latitude))))


class Frame(Struct, frozen=True):
    """Where a drawing lies: ``scale`` units a degree, and what its left and upper edge are.

    ``left`` is a longitude, ``top`` a northing.
    """

    scale: float
    left: float
    top: float

    def spot(self, point: Point) -> Spot:
        """Return where a latitude and longitude lie in the drawing."""
        latitude, longitude = point
        return (longitude - self.left) * self.scale, (self.top - northing(latitude)) * self.scale
