"""Where things stand: wall, table, window light and the industry's disc.

Owns the ground that all still lifes share, so that they look like one series.
"""

from dataclasses import dataclass

from illustration.canvas import Canvas, mixed
from illustration.geometry import Outline, ellipse, ribbon


@dataclass(frozen=True, slots=True)
class Mood:
    """The colours of one industry: wall, disc and table."""

    wall: str
    disc: str
    table: str


FOOD = Mood("#f2ead0", "#a9c27d", "#dab27a")
DRINK = Mood("#f6e7c6", "#e0a95a", "#b27a45")
HERB = Mood("#e4eee0", "#8ec3b2", "#d9bd92")
CRAFT = Mood("#f6e3cf", "#de8f70", "#c99866")
GARDEN = Mood("#f6e5e2", "#d68fae", "#cba97e")
TEA = Mood("#efecd2", "#a8c077", "#a06f43")
SEA = Mood("#e8ede2", "#8dbcc2", "#c9a273")


def studio(
    mood: Mood, tall: bool = False, disc: tuple[float, float, float] | None = None
) -> Canvas:
    """Return a sheet with wall, disc and table, 1200 by 900 units or upright."""
    width, height = (900, 1200) if tall else (1200, 900)
    canvas = Canvas(width, height, mood.wall)
    edge = height * (0.68 if tall else 0.63)
    whole = _area(0, 0, width, height)
    canvas.shade(whole, mixed(mood.wall, "#ffffff", 0.65), lambda u, v: 1.05 - u - v * 0.7, 0.9, 0)
    canvas.shade(
        whole, mixed(mood.wall, "#6b4a2e", 0.3), lambda u, v: (u + v) * 0.75 - 0.75, 0.8, 0
    )
    cx, cy, radius = disc or (width * 0.56, edge - height * 0.19, height * (0.27 if tall else 0.36))
    sun = ellipse(cx, cy, radius, radius)
    canvas.fill(sun, mood.disc, 0.85)
    canvas.shade(sun, mixed(mood.disc, "#fff7e0", 0.7), lambda u, v: 1.0 - u * 0.9 - v * 0.9, 0.75)
    canvas.shade(sun, mixed(mood.disc, "#5b3d20", 0.25), lambda u, v: (u + v) * 0.8 - 0.75, 0.6)
    _table(canvas, mood.table, edge)
    return canvas


def _table(canvas: Canvas, colour: str, edge: float) -> None:
    width, height = canvas.width, canvas.height
    top = _area(0, edge, width, height)
    canvas.fill(top, colour)
    canvas.shade(top, mixed(colour, "#fff1d2", 0.6), lambda u, v: 0.85 - u * 0.7 - v * 0.55, 0.9, 0)
    canvas.shade(top, mixed(colour, "#3b2413", 0.5), lambda u, v: u * 0.6 + v * 0.6 - 0.6, 0.7, 0)
    for index in range(9):
        y = edge + 16 + (height - edge) * (index / 8.5) ** 1.25
        sway = (index * 37 % 11) - 5
        grain = ribbon(
            [(-20, y), (width * 0.3, y + sway), (width * 0.7, y - sway * 0.7), (width + 20, y + 3)],
            1.6 + index * 0.35,
        )
        canvas.fill(grain, mixed(colour, "#5a3517", 0.55), 0.16)
    canvas.fill(_area(0, edge, width, edge + 2.5), mixed(colour, "#fff8e8", 0.5), 0.8)
    canvas.contact(_area(-40, edge - 10, width + 40, edge - 2), 0.16, 7)


def _area(left: float, top: float, right: float, bottom: float) -> Outline:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
