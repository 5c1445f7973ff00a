"""Small things that lie in heaps: beans, corns, cherries, grains.

A sprite paints one thing where it lies; heaps are many of them, sown by a seeded hand.
"""

import math
import random
from collections.abc import Callable, Iterable

from illustration.body import round_body
from illustration.canvas import Canvas
from illustration.geometry import Point, blob, ellipse, moved, ribbon, tapered, turned

Sprite = Callable[[Canvas, float, float, float, float], None]
"""Paints one thing: canvas, x, y, size and turn in degrees."""


def coffee_bean(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a roasted bean."""
    colour = ("#5a2f17", "#6b3a1c", "#4a2512")[int(abs(x * 7 + y * 3)) % 3]
    outline = ellipse(x, y, size, size * 0.7, turn)
    canvas.fill(outline, colour)
    canvas.shade(outline, "#1d0b04", lambda u, v: (u + v) * 0.9 - 0.8, 0.9)
    canvas.shade(outline, "#d59a63", lambda u, v: 0.95 - math.hypot(u - 0.35, v - 0.25) * 3.4, 0.75)
    crease = moved(
        turned(
            ribbon(
                [(-0.85, 0.05), (-0.3, -0.12), (0.3, 0.12), (0.85, -0.05)], tapered(0.2, 0.03, 0.03)
            ),
            turn,
        ),
        x,
        y,
        size,
    )
    canvas.fill(crease, "#220e05", 0.9)


def coffee_cherry(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a ripe coffee cherry."""
    colour = ("#b3261e", "#c93a22", "#8e1a1c")[int(abs(x * 5 + y)) % 3]
    round_body(canvas, ellipse(x, y, size * 0.95, size, turn), colour)
    eye = turned([(0.0, -0.72)], turn)[0]
    canvas.fill(
        ellipse(x + eye[0] * size, y + eye[1] * size, size * 0.2, size * 0.15, turn),
        "#3d0f0c",
        0.75,
    )


def peppercorn(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a black peppercorn with its wrinkles."""
    colour = ("#3a2b22", "#2c211b", "#4a372a")[int(abs(x + y * 3)) % 3]
    round_body(canvas, ellipse(x, y, size, size * 0.96), colour, 0.75)
    for lean in (0, 65, 130):
        wrinkle = moved(
            turned(ribbon([(-0.7, 0.1), (-0.1, -0.14), (0.6, 0.16)], tapered(0.13)), turn + lean),
            x,
            y,
            size,
        )
        canvas.fill(wrinkle, "#150d08", 0.7)


def rice_grain(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a grain of white rice."""
    outline = ellipse(x, y, size, size * 0.36, turn)
    canvas.fill(outline, "#fbf6e6")
    canvas.shade(outline, "#b99a68", lambda u, v: (u + v) * 0.8 - 0.7, 0.8)


def cocoa_bean(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a dry cocoa bean."""
    outline = ellipse(x, y, size, size * 0.6, turn)
    round_body(canvas, outline, ("#7a4526", "#8b5230")[int(abs(x * 3 + y)) % 2], 0.6)


def heap(
    canvas: Canvas,
    sprite: Sprite,
    x: float,
    y: float,
    half: float,
    rise: float,
    size: float,
    count: int,
    seed: int = 1,
    drop: float = 0.3,
) -> None:
    """Pile things in a bowl's opening: a mound ``rise`` high over an ellipse at x, y."""
    hand = random.Random(seed)
    rim = [
        (y + math.sin(index) * half * drop * 0.93, x + math.cos(index) * half * 0.9, 0.0)
        for index in (
            step * 2 * math.pi * size / (half * 5) for step in range(int(half * 5 / size))
        )
    ]
    places = [*rim]
    for _ in range(count):
        angle, far = hand.uniform(0, 2 * math.pi), hand.random() ** 0.62
        across, along = math.cos(angle) * far, math.sin(angle) * far
        lift = rise * max(0.0, 1 - far * far)
        places.append((y + along * half * drop - lift, x + across * half * 0.94, lift))
    for py, px, _ in sorted(places, key=lambda place: place[0] + place[2]):
        sprite(canvas, px, py, size * hand.uniform(0.88, 1.1), hand.uniform(0, 180))


def scatter(
    canvas: Canvas, sprite: Sprite, places: Iterable[Point], size: float, seed: int = 3
) -> None:
    """Drop single things on the table, each with its shadow."""
    hand = random.Random(seed)
    for x, y in places:
        canvas.contact(ellipse(x + size * 0.45, y + size * 0.45, size * 1.0, size * 0.5), 0.6, 3)
        sprite(canvas, x, y, size * hand.uniform(0.92, 1.08), hand.uniform(0, 180))


def mound(
    canvas: Canvas, x: float, y: float, half: float, rise: float, colour: str, tilt: float = 0.3
) -> None:
    """Paint a smooth heap of powder or cooked rice over an opening."""
    dome = blob(
        [
            (x - half * 0.97, y),
            (x - half * 0.6, y - rise * 0.72),
            (x - half * 0.05, y - rise),
            (x + half * 0.58, y - rise * 0.68),
            (x + half * 0.97, y),
            (x + half * 0.6, y + half * tilt * 0.8),
            (x, y + half * tilt * 0.98),
            (x - half * 0.6, y + half * tilt * 0.8),
        ]
    )
    round_body(canvas, dome, colour, 0.7)
