"""Outlines as lists of points: ellipses, splines, turned vessels, ribbons.

Owns the geometry of the drawings. Knows no colours and no images. Lengths are drawing units;
y grows downward.
"""

import math
from collections.abc import Callable, Iterable, Sequence

Point = tuple[float, float]
Outline = list[Point]
"""A closed polygon, fine enough to look curved."""


def ellipse(cx: float, cy: float, rx: float, ry: float, turn: float = 0.0) -> Outline:
    """Return an ellipse turned by ``turn`` degrees clockwise."""
    return arc(cx, cy, rx, ry, 0, 360, turn)


def arc(
    cx: float, cy: float, rx: float, ry: float, start: float, end: float, turn: float = 0.0
) -> Outline:
    """Return the points of an elliptical arc from ``start`` to ``end`` degrees (0 = right)."""
    steps = max(8, int(abs(end - start) / 4))
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    points = [(cx + rx * math.cos(angle), cy + ry * math.sin(angle)) for angle in angles]
    return turned(points, turn, (cx, cy)) if turn else points


def turned(points: Iterable[Point], degrees: float, centre: Point = (0, 0)) -> Outline:
    """Return the points turned clockwise about a centre."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    cx, cy = centre
    return [
        (cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos)
        for x, y in points
    ]


def moved(points: Iterable[Point], dx: float, dy: float, zoom: float = 1.0) -> Outline:
    """Return the points enlarged about the origin, then moved."""
    return [(dx + x * zoom, dy + y * zoom) for x, y in points]


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Outline:
    """Return a rectangle with rounded corners."""
    right, bottom = x + width - radius, y + height - radius
    left, top = x + radius, y + radius
    return [
        *arc(right, top, radius, radius, -90, 0),
        *arc(right, bottom, radius, radius, 0, 90),
        *arc(left, bottom, radius, radius, 90, 180),
        *arc(left, top, radius, radius, 180, 270),
    ]


def spline(points: Sequence[Point], closed: bool = False) -> Outline:
    """Return a smooth curve (Catmull-Rom) through the points."""
    count = len(points)
    if closed:
        around = [points[index % count] for index in range(-1, count + 2)]
    else:
        around = [points[0], *points, points[-1]]
    curve: Outline = []
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        curve += [_catmull(before, start, end, after, step / 12) for step in range(12)]
    return curve if closed else [*curve, points[-1]]


def _catmull(before: Point, start: Point, end: Point, after: Point, t: float) -> Point:
    x, y = (
        0.5
        * (
            2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t * t
            + (3 * b - a - 3 * c + d) * t * t * t
        )
        for a, b, c, d in zip(before, start, end, after, strict=True)
    )
    return (x, y)


def blob(points: Sequence[Point]) -> Outline:
    """Return a smooth closed outline through the points."""
    return spline(points, closed=True)


def lathe(cx: float, profile: Sequence[Point], tilt: float = 0.16, smooth: bool = True) -> Outline:
    """Return a turned vessel seen from a little above.

    ``profile`` is (y, half width) from top to bottom; the two ends are closed with ellipses
    whose height is ``tilt`` times their width.
    """
    side = spline(profile) if smooth else list(profile)
    (top, top_half), (bottom, bottom_half) = side[0], side[-1]
    return [
        *arc(cx, top, top_half, top_half * tilt, 180, 360),
        *[(cx + half, y) for y, half in side],
        *arc(cx, bottom, bottom_half, bottom_half * tilt, 0, 180),
        *[(cx - half, y) for y, half in reversed(side)],
    ]


def ribbon(points: Sequence[Point], width: Callable[[float], float] | float) -> Outline:
    """Return a stroke along a smooth curve; ``width`` may vary from 0 (start) to 1 (end)."""
    curve = spline(points)
    left: Outline = []
    right: Outline = []
    for index, (x, y) in enumerate(curve):
        (ax, ay), (bx, by) = curve[max(0, index - 1)], curve[min(len(curve) - 1, index + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        share = index / (len(curve) - 1)
        half = (width(share) if callable(width) else width) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def tapered(widest: float, start: float = 0.0, end: float = 0.0) -> Callable[[float], float]:
    """Return a ribbon's width: ``start`` and ``end`` at its ends, ``widest`` in the middle."""

    def width(share: float) -> float:
        edge = start + (end - start) * share
        return edge + (widest - edge) * math.sin(math.pi * share)

    return width


def bounds(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
