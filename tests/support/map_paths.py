"""Reading the paths of maps back into corners, for tests."""

import re
from itertools import pairwise
from math import hypot

Corner = tuple[int, int]
Ring = list[Corner]


def rings(path: str) -> list[Ring]:
    """The closed rings of a path; the last corner of each is the first."""
    found = []
    for start, steps in re.findall(r"M([^l]+)l([^z]+)z", path):
        x, y = map(int, start.split())
        ring = [(x, y)]
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append([*ring, ring[0]])
    return found


def edges(path: str) -> list[frozenset[Corner]]:
    """The straight pieces of a path, whichever way they run."""
    return [frozenset(pair) for ring in rings(path) for pair in pairwise(ring)]


def is_inside(spot: tuple[float, float], path: str) -> bool:
    """Whether a spot lies in a path."""
    x, y = spot
    crossed = 0
    for ring in rings(path):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y):
                crossed += x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return crossed % 2 == 1


def distance(spot: tuple[float, float], path: str) -> float:
    """How far a spot is from a path's land: 0 inside."""
    if is_inside(spot, path):
        return 0.0
    x, y = spot
    return min(
        hypot(x - nearest[0], y - nearest[1])
        for ring in rings(path)
        for (x1, y1), (x2, y2) in pairwise(ring)
        for nearest in (_nearest(x - x1, y - y1, x2 - x1, y2 - y1, x1, y1),)
    )


def _nearest(px: float, py: float, dx: float, dy: float, x: float, y: float) -> tuple[float, float]:
    part = min(1.0, max(0.0, (px * dx + py * dy) / (dx * dx + dy * dy or 1)))
    return x + part * dx, y + part * dy
