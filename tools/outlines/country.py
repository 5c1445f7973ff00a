"""The drawing of the country, with both archipelagos where they are.

Owns its scale. Knows no single province.
"""

from ocop.pages.maps.projection import Frame, northing
from outlines.middle import middles
from outlines.paths import land, path, spot, whole
from outlines.raster import Grid
from outlines.source import ZONE, Source
from outlines.trace import Arc

FRAME = Frame(64, 101.95, northing(23.55))
SIZE = (950, 1090)
"""Units: from the westernmost village past the easternmost reef of Trường Sa."""

TRIANGLE, SPECK = 2.5, 4.0
"""Square units that nobody misses: of a bend, and of an island."""


def drawing(arcs: tuple[Arc, ...], grid: Grid, source: Source) -> dict[str, object]:
    """Return the drawing as it is written."""
    zones = (one for one in source.communes if one.kind == ZONE and one.code not in source.islets)
    return {
        "frame": [FRAME.scale, FRAME.left, FRAME.top],
        "size": SIZE,
        "land": {
            code: path(land(arcs, number, FRAME, TRIANGLE, SPECK))
            for number, code in enumerate(grid.codes, 1)
        },
        "middles": {code: whole(spot(FRAME, one)) for code, one in middles(grid).items()},
        "islands": [whole(FRAME.spot(one.point)) for one in zones],
        "far": {
            code: [whole(spot(FRAME, one)) for one in islets]
            for code, islets in source.islets.items()
        },
    }
