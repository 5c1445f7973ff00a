"""Bubbles: how much there is where, so that none covers another.

Owns their size and what is done where there is no room: communes are gathered into one bubble,
provinces get smaller ones. Knows places by code only. Called by the maps.
"""

from collections.abc import Iterable, Sequence
from math import hypot, sqrt

from msgspec import Struct
from msgspec.structs import replace

from ocop.pages.maps.outlines import Whole
from ocop.pages.maps.projection import Spot


class Bubble(Struct, frozen=True):
    """``count`` things around a spot, in one place or in several; ``radius`` in units."""

    spot: Spot
    count: int
    codes: tuple[str, ...]
    radius: float = 0.0


class Scale(Struct, frozen=True):
    """How large bubbles are: the ``least`` and the ``greatest``, and how large their numbers.

    The greatest stands for ``full`` things at least, so that a handful looks like a handful.
    """

    least: float
    greatest: float
    letters: float
    full: int

    def radius(self, count: int, most: int) -> float:
        """Return the radius for a count where ``most`` is the greatest: areas are as counts are.

        A number always has room.
        """
        radius = max(self.least, self.greatest * sqrt(count / max(most, self.full)))
        return max(radius, self.room(count))

    def room(self, count: int) -> float:
        """Return the least radius in which a number has room, with its dots."""
        figures = len(f"{count:,}")
        return self.letters * (0.27 * figures + 0.2)


GAP = 4.0
"""Units between two bubbles."""


def gathered(found: Iterable[Bubble], scale: Scale, size: Whole) -> tuple[Bubble, ...]:
    """Return bubbles that neither overlap nor leave a drawing, the largest first.

    One that would overlap others is put together with the nearest, between the two. A third of
    everything makes the greatest bubble, so that a few put together still leave others room.
    """
    waiting = sorted(found, key=_by_count)
    most = max((*(one.count for one in waiting), sum(one.count for one in waiting) // 3, 1))
    placed: list[Bubble] = []
    while waiting:
        one = _sized(waiting.pop(0), scale, most, size)
        other = min(
            (each for each in placed if _gap(each, one) < GAP),
            key=lambda each: (_gap(each, one), each.codes),
            default=None,
        )
        if other is None:
            placed.append(one)
        else:
            placed.remove(other)
            waiting.insert(0, _joined(other, one))
    return tuple(sorted(placed, key=_by_count))


def shrunk(found: Sequence[Bubble], scale: Scale) -> tuple[Bubble, ...]:
    """Return bubbles that do not overlap because none reaches halfway to the next one."""
    most = max((one.count for one in found), default=1)
    return tuple(
        replace(one, radius=min(scale.radius(one.count, most), _reach(one, found)))
        for one in sorted(found, key=_by_count)
    )


def _by_count(one: Bubble) -> tuple[int, tuple[str, ...]]:
    return -one.count, one.codes


def _sized(one: Bubble, scale: Scale, most: int, size: Whole) -> Bubble:
    radius = scale.radius(one.count, max(most, one.count))
    x, y = one.spot
    width, height = size
    inside = min(max(x, radius), width - radius), min(max(y, radius), height - radius)
    return replace(one, radius=radius, spot=inside)


def _gap(a: Bubble, b: Bubble) -> float:
    return hypot(a.spot[0] - b.spot[0], a.spot[1] - b.spot[1]) - a.radius - b.radius


def _joined(a: Bubble, b: Bubble) -> Bubble:
    count = a.count + b.count
    x, y = ((p * a.count + q * b.count) / count for p, q in zip(a.spot, b.spot, strict=True))
    return Bubble((x, y), count, tuple(sorted((*a.codes, *b.codes))))


def _reach(one: Bubble, found: Sequence[Bubble]) -> float:
    away = (
        hypot(one.spot[0] - each.spot[0], one.spot[1] - each.spot[1])
        for each in found
        if each.codes != one.codes
    )
    return (min(away, default=1000.0) - 1) / 2
