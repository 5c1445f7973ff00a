"""What fields, trees and hens give: beans, fruit, leaves, eggs, mushrooms, petals.

Small things are painted where they lie; heaps are many of them, sown by a seeded hand.
"""

import math
import random
from collections.abc import Callable, Iterable

from illustration.canvas import Canvas, mixed
from illustration.geometry import Outline, Point, blob, ellipse, moved, ribbon, tapered, turned

Sprite = Callable[[Canvas, float, float, float, float], None]
"""Paints one thing: canvas, x, y, size and turn in degrees."""


def round_body(canvas: Canvas, outline: Outline, colour: str, gloss: float = 0.8) -> None:
    """Paint a ball-like body lit from the upper left."""
    canvas.fill(outline, colour)
    canvas.shade(outline, mixed(colour, "#24100a", 0.55), lambda u, v: (u + v) * 0.95 - 0.95, 0.85)
    canvas.shade(
        outline,
        mixed(colour, "#fff6dd", 0.75),
        lambda u, v: 1.0 - math.hypot(u - 0.32, v - 0.28) * 3.1,
        gloss,
    )


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


def macadamia(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a macadamia in its cracked shell."""
    round_body(canvas, ellipse(x, y, size, size), "#9a6234")
    slit = moved(
        turned(ribbon([(-0.8, 0.0), (0.0, 0.1), (0.8, 0.0)], tapered(0.2)), turn), x, y, size
    )
    canvas.fill(slit, "#f4e6c8")
    canvas.fill(moved(slit, 0, size * 0.05), "#4a2a12", 0.35)


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


def egg(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a brown egg, blunt end down before turning."""
    colour = ("#d9a06f", "#e3b487", "#cc8f5d")[int(abs(x * 3 + y)) % 3]
    shape = blob(
        [
            (0, -1.0),
            (0.55, -0.6),
            (0.8, 0.1),
            (0.62, 0.68),
            (0, 0.95),
            (-0.62, 0.68),
            (-0.8, 0.1),
            (-0.55, -0.6),
        ]
    )
    round_body(canvas, moved(turned(shape, turn), x, y, size), colour, 0.85)


def pomelo(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Paint a whole pomelo with stalk and leaf."""
    shape = blob(
        [
            (0, -0.98),
            (0.56, -0.84),
            (0.97, -0.12),
            (0.84, 0.6),
            (0, 0.94),
            (-0.84, 0.6),
            (-0.97, -0.12),
            (-0.56, -0.84),
        ]
    )
    outline = moved(shape, x, y, size)
    round_body(canvas, outline, "#d9b53a", 0.7)
    canvas.shade(outline, "#8fa33a", lambda u, v: 0.85 - math.hypot(u - 0.5, v - 0.08) * 1.7, 0.75)
    hand = random.Random(round(x))
    for _ in range(46):
        angle, far = hand.uniform(0, 6.28), hand.random() ** 0.5 * 0.86
        canvas.fill(
            ellipse(
                x + math.cos(angle) * size * far, y + math.sin(angle) * size * far * 0.94, 2.2, 1.8
            ),
            "#8a6a14",
            0.3,
        )
    twig(canvas, [(x, y - size * 0.94), (x + 4, y - size * 1.14)], size * 0.1, "#5f6b2c")
    leaf(canvas, x + 3, y - size * 1.06, size * 0.9, -20, "#3f7a3a", 0.28)
    leaf(canvas, x, y - size * 1.04, size * 0.6, -155, "#4f8a45", 0.3)


def segment(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a peeled pink citrus segment."""
    half_moon = [
        (math.cos(math.radians(angle)), math.sin(math.radians(angle)) * 0.8)
        for angle in range(0, 181, 8)
    ]
    outline = moved(turned([*half_moon, (-0.6, -0.22), (0, -0.3), (0.6, -0.22)], turn), x, y, size)
    canvas.contact(moved(outline, size * 0.08, size * 0.1), 0.5, 4)
    canvas.fill(outline, "#f0a49a")
    canvas.shade(outline, "#c9554f", lambda u, v: v * 1.2 - 0.35, 0.75)
    for angle in range(18, 175, 22):
        cell = ribbon(
            [
                (math.cos(math.radians(angle)) * 0.25, 0.0),
                (math.cos(math.radians(angle)) * 0.85, math.sin(math.radians(angle)) * 0.68),
            ],
            tapered(0.11),
        )
        canvas.fill(moved(turned(cell, turn), x, y, size), "#fbd3c8", 0.75)


def chilli(
    canvas: Canvas, x: float, y: float, length: float, turn: float, colour: str = "#c62f22"
) -> None:
    """Paint a chilli with its stalk at x, y."""
    body = ribbon(
        [(0.0, 0.0), (0.35, -0.08), (0.75, -0.02), (1.0, 0.13)],
        lambda share: 0.2 * (1 - share) ** 0.6 * (0.7 + share * 0.6) + 0.01,
    )
    outline = moved(turned(body, turn), x, y, length)
    canvas.contact(moved(outline, 5, 8), 0.5, 4)
    round_body(canvas, outline, colour, 0.9)
    gleam = moved(
        turned(ribbon([(0.1, -0.07), (0.45, -0.11), (0.75, -0.06)], tapered(0.035)), turn),
        x,
        y,
        length,
    )
    canvas.fill(gleam, "#ffd9c8", 0.8)
    stalk = moved(
        turned(ribbon([(0.03, 0.0), (-0.1, -0.02), (-0.22, 0.05)], 0.05), turn), x, y, length
    )
    canvas.fill(stalk, "#4d7a35")


def mushroom(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a dried shiitake, its cap cracked like old earth."""
    stem = moved(
        turned(blob([(-0.2, 0.1), (0.2, 0.1), (0.26, 0.75), (-0.14, 0.8)]), turn * 0.2), x, y, size
    )
    round_body(canvas, stem, "#d8bd93", 0.5)
    shape = blob(
        [
            (-1, 0.12),
            (-0.8, -0.42),
            (0, -0.68),
            (0.8, -0.42),
            (1, 0.12),
            (0.6, 0.34),
            (0, 0.4),
            (-0.6, 0.34),
        ]
    )
    cap_shape = moved(turned(shape, turn * 0.2), x, y, size)
    round_body(canvas, cap_shape, ("#6d4427", "#7d5230", "#5d3820")[int(abs(x + y)) % 3], 0.6)
    hand = random.Random(round(x * 13 + y))
    for _ in range(7):
        px, py, lean = hand.uniform(-0.62, 0.62), hand.uniform(-0.45, 0.15), hand.uniform(-70, 70)
        crack = turned(ribbon([(-0.16, 0.03), (0.0, -0.04), (0.16, 0.04)], tapered(0.075)), lean)
        canvas.fill(moved(turned(moved(crack, px, py), turn * 0.2), x, y, size), "#e6cfa4", 0.75)


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
