"""Names beside bubbles, where there is room for them.

Owns which names are written and on which side. Called by the maps.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import hypot

from msgspec import Struct

from ocop.pages.maps.bubbles import Bubble
from ocop.pages.maps.outlines import Whole

Area = tuple[float, float, float, float]
"""Left, upper, right and lower edge in a drawing."""

_LETTER = 0.57
"""How wide a letter is on average, of the height of the letters."""


class Name(Struct, frozen=True):
    """A name; ``anchor`` tells which of its ends ``x`` is, ``y`` is its base line."""

    text: str
    x: int
    y: int
    anchor: str


def named(
    found: Sequence[tuple[Bubble, str]],
    bubbles: Iterable[Bubble],
    letters: float,
    size: Whole,
    taken: Iterable[Area] = (),
) -> tuple[Name, ...]:
    """Return the names that find room, those of bubbles that come first before others.

    ``letters`` is their height; nothing is written outside of a drawing of ``size``, nor over
    ``bubbles``, nor where the drawing says something else (``taken``).
    """
    around, areas, names = tuple(bubbles), list(taken), []
    for bubble, text in found:
        for area, name in _places(bubble, text, letters):
            if _is_free(area, around, areas, size):
                areas.append(area)
                names.append(name)
                break
    return tuple(names)


def _places(one: Bubble, text: str, letters: float) -> Iterator[tuple[Area, Name]]:
    """Yield where a name may stand: right of its bubble, left, below, above."""
    (x, y), away = one.spot, one.radius + letters * 0.3
    wide, half = len(text) * letters * _LETTER, letters * 0.6
    right, left = x + away, x - away
    yield (right, y - half, right + wide, y + half), _name(text, right, y + letters / 3, "start")
    yield (left - wide, y - half, left, y + half), _name(text, left, y + letters / 3, "end")
    for base in (y + away + letters * 0.75, y - away - letters * 0.05):
        edges = x - wide / 2, base - letters, x + wide / 2, base + letters * 0.3
        yield edges, _name(text, x, base, "middle")


def _name(text: str, x: float, y: float, anchor: str) -> Name:
    return Name(text, round(x), round(y), anchor)


def _is_free(area: Area, bubbles: Iterable[Bubble], areas: Iterable[Area], size: Whole) -> bool:
    left, top, right, bottom = area
    if left < 0 or top < 0 or right > size[0] or bottom > size[1]:
        return False
    if any(left < x2 and x1 < right and top < y2 and y1 < bottom for x1, y1, x2, y2 in areas):
        return False
    return all(_distance(area, one) > one.radius for one in bubbles)


def _distance(area: Area, one: Bubble) -> float:
    """Return how far a bubble's middle is from an area."""
    (x, y), (left, top, right, bottom) = one.spot, area
    return hypot(max(left - x, x - right, 0), max(top - y, y - bottom, 0))
