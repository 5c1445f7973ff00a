"""Lines with fewer points (Visvalingam and Whyatt 1993), and the rings that they make up.

Owns leaving out points whose triangle with their neighbours is small. Arcs are simplified before
rings are put together of them, so that the borders of neighbours still coincide.
"""

from heapq import heapify, heappop, heappush
from itertools import pairwise

from ocop.pages.maps.projection import Spot

Line = tuple[Spot, ...]


def area(ring: Line) -> float:
    """Return the area that a closed line goes around."""
    turns = (a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return abs(sum(turns)) / 2


def simplified(line: Line, least: float) -> Line:
    """Return a line without the points whose triangle is less than ``least`` square units.

    Its ends stay; a closed line keeps four points, the first and last being one.
    """
    before = list(range(-1, len(line) - 1))
    after = list(range(1, len(line) + 1))
    size = {at: _triangle(line, at - 1, at, at + 1) for at in range(1, len(line) - 1)}
    heap = [(one, at) for at, one in size.items()]
    heapify(heap)
    fewest = 4 if line[0] == line[-1] else 2
    while heap and len(size) + 2 > fewest:
        smallest, at = heappop(heap)
        if smallest >= least:
            break
        if size.get(at) != smallest:
            continue
        del size[at]
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for one in (left, right):
            if one in size:
                # A point never counts for less than what was left out beside it.
                size[one] = max(smallest, _triangle(line, before[one], one, after[one]))
                heappush(heap, (size[one], one))
    kept = sorted({0, len(line) - 1, *size})
    return tuple(line[at] for at in kept)


def _triangle(line: Line, a: int, b: int, c: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = line[a], line[b], line[c]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def rings(lines: list[Line]) -> list[Line]:
    """Return the closed lines that some lines, each on its way around, make up."""
    by_start: dict[Spot, list[Line]] = {}
    for line in lines:
        by_start.setdefault(line[0], []).append(line)
    found = []
    while by_start:
        start, waiting = next(iter(by_start.items()))
        ring = waiting.pop()
        if not waiting:
            del by_start[start]
        while ring[-1] != ring[0]:
            following = by_start[ring[-1]].pop()
            if not by_start[ring[-1]]:
                del by_start[ring[-1]]
            ring = (*ring, *following[1:])
        found.append(ring)
    return found
