"""The drawing of a province, with far islands in boxes of their own.

Owns its scale and where the boxes stand: in a corner without land, else beside or below it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from ocop.domain.place import Commune
from ocop.pages.maps.projection import Frame, Spot, northing
from outlines.paths import land, path, spot, whole
from outlines.raster import Grid
from outlines.simplify import Line
from outlines.source import ZONE, Position, Source
from outlines.trace import Arc

SIDE, MARGIN = 1000, 26
"""Units of the longer side, and around the land."""

BOX = 270
"""Units of the side of a box."""

TRIANGLE, SPECK = 14.0, 40.0
"""Square units that nobody misses: of a bend, and of an island."""

FAR = 0.4
"""Degrees over which an island is too far to be drawn where it is."""

_AFLOAT = 0.06
"""Degrees from land at which a commune's point is an island that the overview leaves out."""

Bounds = tuple[float, float, float, float]
"""Least and greatest longitude, least and greatest latitude."""


@dataclass(frozen=True)
class _Box:
    """A box's upper left corner and what is in it."""

    commune: Commune
    corner: Spot
    frame: Frame


def drawing(code: str, arcs: tuple[Arc, ...], grid: Grid, source: Source) -> dict[str, object]:
    """Return the drawing of a province as it is written."""
    number = grid.codes.index(code) + 1
    inside = tuple(one for one in arcs if number in (one.left, one.right))
    isles = [
        one
        for one in source.communes
        if one.province == code and number not in grid.around(one.point, _AFLOAT)
    ]
    zones = [one for one in source.communes if one.province == code and one.kind == ZONE]
    bounds = _near(inside, [one.point for one in isles if one.code not in source.islets])
    frame, size = _fitted(bounds)
    rings = land(inside, number, frame, TRIANGLE, SPECK)
    shown = [ring for ring in rings if _is_within(ring[0], size)]
    boxed = [one for one in zones if not _is_within(frame.spot(one.point), size)]
    corners, size = _placed(len(boxed), shown, size)
    boxes = [
        _Box(one, corner, _boxed(one, corner, inside, source))
        for one, corner in zip(boxed, corners, strict=True)
    ]
    return {
        "frame": [frame.scale, frame.left, frame.top],
        "size": size,
        "land": path(shown),
        "islands": [whole(frame.spot(one.point)) for one in isles if one not in boxed],
        "boxes": [_written(box, inside, number, source) for box in boxes],
    }


def _near(arcs: tuple[Arc, ...], points: list[Spot]) -> Bounds:
    """Return the bounds of the largest land and of what lies near to it, step by step."""
    found = [_bounds(list(arc.places)) for arc in arcs]
    found += [(x, x, y, y) for y, x in points]
    found.sort(key=lambda one: (one[1] - one[0]) * (one[3] - one[2]))
    around = found.pop()
    while near := [one for one in found if _gap(around, one) < FAR]:
        found = [one for one in found if one not in near]
        for one in near:
            around = _joined(around, one)
    return around


def _bounds(places: list[Position]) -> Bounds:
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), max(xs), min(ys), max(ys)


def _gap(a: Bounds, b: Bounds) -> float:
    dx = max(a[0] - b[1], b[0] - a[1], 0)
    dy = max(a[2] - b[3], b[2] - a[3], 0)
    return hypot(dx, dy)


def _joined(a: Bounds, b: Bounds) -> Bounds:
    return min(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), max(a[3], b[3])


def _fitted(bounds: Bounds) -> tuple[Frame, tuple[int, int]]:
    """Return the frame in which the bounds fill a drawing, and its width and height."""
    west, east, south, north = bounds[0], bounds[1], northing(bounds[2]), northing(bounds[3])
    scale = round((SIDE - 2 * MARGIN) / max(east - west, north - south), 2)
    frame = Frame(scale, round(west - MARGIN / scale, 4), round(north + MARGIN / scale, 4))
    width, height = (round(side * scale) + 2 * MARGIN for side in (east - west, north - south))
    return frame, (width, height)


def _is_within(one: Spot, size: tuple[int, int]) -> bool:
    return 0 <= one[0] <= size[0] and 0 <= one[1] <= size[1]


def _placed(
    count: int, rings: list[Line], size: tuple[int, int]
) -> tuple[list[Spot], tuple[int, int]]:
    """Return the corners of boxes, and the size with room for them."""
    width, height = size
    right, low = width - BOX - 8, height - BOX - 8
    free = [
        one for one in ((right, 8), (right, low), (8, low), (8, 8)) if not _is_taken(one, rings)
    ]
    if len(free) >= count:
        return [(float(x), float(y)) for x, y in free[:count]], size
    if height > width:
        return [(width + 8.0, low - at * (BOX + 8.0)) for at in range(count)], (
            width + BOX + 16,
            height,
        )
    return [(right - at * (BOX + 8.0), height + 8.0) for at in range(count)], (
        width,
        height + BOX + 16,
    )


def _is_taken(corner: tuple[int, int], rings: list[Line]) -> bool:
    x, y = corner
    steps = [BOX * part / 12 for part in range(-1, 14)]
    return any(_is_inside((x + dx, y + dy), ring) for dx in steps for dy in steps for ring in rings)


def _is_inside(one: Spot, ring: Line) -> bool:
    x, y = one
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def _boxed(one: Commune, corner: Spot, arcs: tuple[Arc, ...], source: Source) -> Frame:
    """Return the frame that puts an island in the middle of its box."""
    latitude, longitude = one.point
    here = (longitude, longitude, latitude, latitude)
    for places in _islands(one, arcs, source):
        here = _joined(here, _bounds(places))
    west, east, south, north = here[0], here[1], northing(here[2]), northing(here[3])
    scale = round(min(700.0, BOX * 0.62 / max(east - west, north - south, 0.01)), 2)
    middle = (west + east) / 2, (south + north) / 2
    left = middle[0] - (corner[0] + BOX / 2) / scale
    top = middle[1] + (corner[1] + BOX * 0.44) / scale
    return Frame(scale, round(left, 5), round(top, 5))


def _islands(one: Commune, arcs: tuple[Arc, ...], source: Source) -> Iterator[list[Position]]:
    if one.code in source.islets:
        yield source.islets[one.code]
    for arc in arcs:
        latitude, longitude = one.point
        if _gap(_bounds(list(arc.places)), (longitude, longitude, latitude, latitude)) < 0.2:
            yield list(arc.places)


def _written(box: _Box, arcs: tuple[Arc, ...], number: int, source: Source) -> dict[str, object]:
    x, y = box.corner
    rings = land(arcs, number, box.frame, TRIANGLE, SPECK)
    shown = [ring for ring in rings if _is_within((ring[0][0] - x, ring[0][1] - y), (BOX, BOX))]
    islets = source.islets.get(box.commune.code, [])
    if not shown and not islets:
        islets = [box.commune.point[::-1]]
    return {
        "commune": box.commune.code,
        "frame": [box.frame.scale, box.frame.left, box.frame.top],
        "corner": whole(box.corner),
        "side": BOX,
        "land": path(shown),
        "islands": [whole(spot(box.frame, one)) for one in islets],
    }
