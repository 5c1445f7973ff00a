"""Land as the path of an SVG: whole units, relative steps, nothing that is too small to see.

Owns the way from arcs in degrees to text. Borders are simplified before they are put together,
in the units of the drawing, so that neighbours' borders stay the same.
"""

from collections.abc import Iterable
from itertools import pairwise

from ocop.pages.maps.projection import Frame, Spot
from outlines.simplify import Line, area, rings, simplified
from outlines.source import Position
from outlines.trace import Arc


def spot(frame: Frame, position: Position) -> Spot:
    """Return where a position lies in a drawing."""
    return frame.spot((position[1], position[0]))


def whole(one: Spot) -> tuple[int, int]:
    """Return a spot in whole units."""
    return round(one[0]), round(one[1])


def land(
    arcs: Iterable[Arc], number: int, frame: Frame, triangle: float, speck: float
) -> list[Line]:
    """Return the rings of a province, without small triangles and islands, in square units."""
    lines = []
    for arc in arcs:
        if number in (arc.left, arc.right):
            line = simplified(tuple(spot(frame, one) for one in arc.places), triangle)
            lines.append(line if arc.left == number else line[::-1])
    return [ring for ring in rings(lines) if area(ring) >= speck]


def path(found: Iterable[Line]) -> str:
    """Return rings as the path of an SVG."""
    return "".join(_ring(ring) for ring in found)


def _ring(ring: Line) -> str:
    corners = [whole(one) for one in ring]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(corners)]
    steps = [one for one in steps if one != (0, 0)][:-1]
    if len(steps) < 2:
        return ""
    numbers = [number for step in steps for number in step]
    text = "".join(f"{one}" if one < 0 else f" {one}" for one in numbers).lstrip()
    return f"M{corners[0][0]} {corners[0][1]}l{text}z"
