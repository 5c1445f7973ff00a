"""Fruit, eggs, chillies and mushrooms."""

import math
import random

from illustration.body import round_body, turned_body
from illustration.canvas import Canvas
from illustration.geometry import blob, ellipse, moved, ribbon, tapered, turned
from illustration.plants import leaf, twig


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


def bananas(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Paint a hand of ripe bananas, its stalk at x, y."""
    for index, (bend, reach) in enumerate(
        ((-1.15, 0.72), (-0.62, 0.95), (-0.05, 1.06), (0.55, 1.02))
    ):
        tip = (x + size * bend, y + size * reach)
        middle = (x + size * (bend * 0.72 - 0.16), y + size * reach * 0.52)
        body = ribbon(
            [(x + index * 5 - 8, y), middle, tip], tapered(size * 0.36, size * 0.1, size * 0.1)
        )
        canvas.contact(moved(body, 12, 10), 0.5, 6)
        turned_body(canvas, body, ("#e0a92e", "#ecbb3f", "#e4b136", "#eec352")[index], 0.5)
        ridge = ribbon(
            [(x + index * 5 - 8, y + 8), (middle[0] + size * 0.04, middle[1]), tip],
            tapered(size * 0.05, 1, 1),
        )
        canvas.fill(ridge, "#a87416", 0.5)
        canvas.fill(ellipse(tip[0], tip[1], size * 0.06, size * 0.05), "#4a2f14")
        for spot in range(5):
            px, py = x + (tip[0] - x) * (0.4 + spot * 0.1), y + (tip[1] - y) * (0.36 + spot * 0.11)
            canvas.fill(ellipse(px - size * 0.08 + spot % 2 * 9, py, 4, 2, 60), "#7a4f14", 0.6)
    stalk = blob(
        [
            (x - 26, y + 14),
            (x - 16, y - size * 0.26),
            (x + 16, y - size * 0.26),
            (x + 28, y + 14),
            (x, y + 24),
        ]
    )
    turned_body(canvas, stalk, "#8a7a2c", 0.5)


def banana_slice(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a chewy dried banana, pressed flat."""
    shape = blob(
        [(-1, -0.06), (-0.4, -0.36), (0.5, -0.3), (1.02, 0.06), (0.45, 0.3), (-0.45, 0.22)]
    )
    outline = moved(turned(shape, turn % 50 - 25), x, y, size)
    canvas.contact(moved(outline, 3, 5), 0.4, 3)
    round_body(canvas, outline, ("#a8642a", "#b9763a", "#94541f")[int(abs(x + y)) % 3], 0.85)
    vein = moved(
        turned(ribbon([(-0.8, -0.02), (0, 0.04), (0.8, 0.03)], tapered(0.06)), turn % 50 - 25),
        x,
        y,
        size,
    )
    canvas.fill(vein, "#5f3310", 0.6)


def cocoa_pod(canvas: Canvas, x: float, y: float, length: float, turn: float) -> None:
    """Paint a cocoa pod cut lengthwise, its white beans showing."""
    shell = blob(
        [
            (-1, 0),
            (-0.7, -0.36),
            (0, -0.47),
            (0.65, -0.34),
            (1.06, 0),
            (0.65, 0.34),
            (0, 0.47),
            (-0.7, 0.36),
        ]
    )
    outline = moved(turned(shell, turn), x, y, length)
    canvas.contact(moved(outline, 12, 14), 0.6, 7)
    round_body(canvas, outline, "#b5622a", 0.6)
    inside = moved(turned(moved(shell, 0, 0, 0.84), turn), x, y, length)
    canvas.fill(inside, "#e9c98f")
    canvas.shade(inside, "#8a5524", lambda u, v: 0.8 - u * 0.8 - v * 1.0, 0.7)
    for row in (-0.15, 0.15):
        for column in range(6):
            at = turned([(-0.58 + column * 0.235 + (0.05 if row > 0 else 0), row)], turn)[0]
            bean = ellipse(
                x + at[0] * length, y + at[1] * length, length * 0.13, length * 0.145, turn
            )
            round_body(canvas, bean, "#f3e6d0", 0.8)
