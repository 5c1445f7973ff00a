"""Leaves, stems and petals."""

import math

from illustration.canvas import Canvas, mixed
from illustration.geometry import Point, blob, ellipse, moved, ribbon, tapered, turned


def leaf(
    canvas: Canvas, x: float, y: float, length: float, turn: float, colour: str, wide: float = 0.3
) -> None:
    """Paint a leaf whose stalk is at x, y and whose tip points along ``turn``."""
    upper = [(0.0, 0.0), (0.3, -wide), (0.7, -wide * 0.75), (1.0, 0.0)]
    lower = [(1.0, 0.0), (0.65, wide * 0.8), (0.28, wide * 0.9), (0.0, 0.0)]
    whole = moved(turned(blob([*upper, *lower[1:3]]), turn), x, y, length)
    canvas.fill(whole, colour)
    half = moved(
        turned(
            ribbon(
                [(0.02, 0.03), (0.3, wide * 0.42), (0.65, wide * 0.4), (0.97, 0.0)],
                tapered(wide * 0.85),
            ),
            turn,
        ),
        x,
        y,
        length,
    )
    canvas.fill(half, mixed(colour, "#0d1f10", 0.4), 0.55)
    canvas.shade(whole, mixed(colour, "#fbf7c8", 0.6), lambda u, v: 0.95 - u * 0.8 - v * 0.9, 0.6)
    rib = moved(
        turned(ribbon([(0.0, 0.0), (0.5, -0.015), (0.94, 0.0)], tapered(0.03, 0.03, 0)), turn),
        x,
        y,
        length,
    )
    canvas.fill(rib, mixed(colour, "#fbf7c8", 0.6), 0.8)


def twig(canvas: Canvas, points: list[Point], width: float, colour: str) -> None:
    """Paint a stem that grows thinner."""
    canvas.fill(ribbon(points, lambda share: width * (1.05 - share * 0.7)), colour)
    canvas.fill(
        ribbon(
            [(x - width * 0.18, y - width * 0.18) for x, y in points],
            lambda share: width * 0.3 * (1 - share * 0.7),
        ),
        mixed(colour, "#fff3d0", 0.5),
        0.6,
    )


def sprig(
    canvas: Canvas,
    x: float,
    y: float,
    length: float,
    turn: float,
    colour: str,
    pairs: int = 5,
    size: float = 0.34,
) -> None:
    """Paint a stalk with leaves in pairs."""
    bend = [
        moved(turned([(share, 0.1 * math.sin(share * 2.6))], turn), x, y, length)[0]
        for share in (0, 0.35, 0.7, 1)
    ]
    twig(canvas, bend, length * 0.022, mixed(colour, "#5a3a1a", 0.5))
    for pair in range(pairs):
        share = 0.16 + 0.84 * pair / pairs
        ((px, py),) = moved(turned([(share, 0.1 * math.sin(share * 2.6))], turn), x, y, length)
        for side in (-1, 1):
            leaf(
                canvas,
                px,
                py,
                length * size * (1.1 - share * 0.45),
                turn + side * (52 - share * 22),
                mixed(colour, "#fbf7c8", 0.12 * (pair % 2)),
            )
    ((px, py),) = moved(turned([(1.0, 0.1 * math.sin(2.6))], turn), x, y, length)
    leaf(canvas, px, py, length * size * 0.7, turn + 8, mixed(colour, "#fbf7c8", 0.2))


def petal(
    canvas: Canvas,
    x: float,
    y: float,
    length: float,
    turn: float,
    colour: str,
    tip: str,
    wide: float = 0.34,
) -> None:
    """Paint a pointed petal from its root at x, y."""
    outline = moved(
        turned(
            blob(
                [
                    (0, 0),
                    (0.35, -wide),
                    (0.75, -wide * 0.7),
                    (1.02, 0),
                    (0.75, wide * 0.7),
                    (0.35, wide),
                ]
            ),
            turn,
        ),
        x,
        y,
        length,
    )
    canvas.fill(outline, colour)
    canvas.shade(outline, tip, lambda u, v: 0.95 - v * 1.3, 0.85)
    canvas.shade(
        outline, mixed(colour, "#5a1a3a", 0.35), lambda u, v: u * 0.7 + v * 0.9 - 0.85, 0.6
    )
    for spread in (-0.14, 0.0, 0.14):
        vein = ribbon([(0.1, 0), (0.5, spread * 1.1), (0.92, spread * 0.3)], tapered(0.014))
        canvas.fill(moved(turned(vein, turn), x, y, length), tip, 0.6)


def blossom(
    canvas: Canvas,
    x: float,
    y: float,
    size: float,
    colour: str,
    heart: str,
    petals: int = 5,
    turn: float = 0,
) -> None:
    """Paint a small flower seen from the front."""
    for index in range(petals):
        angle = turn + 360 / petals * index
        cx, cy = (
            x + math.cos(math.radians(angle)) * size * 0.52,
            y + math.sin(math.radians(angle)) * size * 0.52,
        )
        outline = ellipse(cx, cy, size * 0.52, size * 0.38, angle)
        canvas.fill(outline, colour)
        canvas.shade(outline, mixed(colour, "#6b3a10", 0.35), lambda u, v: (u + v) * 0.8 - 0.7, 0.6)
        canvas.shade(outline, "#fffdf0", lambda u, v: 0.9 - u - v, 0.6)
    canvas.fill(ellipse(x, y, size * 0.24, size * 0.24), heart)
    for index in range(8):
        angle = math.radians(turn + 45 * index)
        canvas.fill(
            ellipse(
                x + math.cos(angle) * size * 0.3,
                y + math.sin(angle) * size * 0.3,
                size * 0.05,
                size * 0.05,
            ),
            mixed(heart, "#5a2a08", 0.4),
        )
