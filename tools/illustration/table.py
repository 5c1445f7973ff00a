"""Prepared food and drink: coffee, noodles, rice paper, dried banana, cocoa, rice."""

import math
import random

from illustration.canvas import Canvas, mixed
from illustration.geometry import (
    arc,
    blob,
    ellipse,
    lathe,
    moved,
    ribbon,
    spline,
    tapered,
    turned,
)
from illustration.harvest import Point, chilli, leaf, mound, round_body
from illustration.vessels import bowl, glass_light, glow, saucer, steam, turned_body


def coffee_cup(canvas: Canvas, x: float, base: float, half: float, colour: str) -> None:
    """Paint a full cup of black coffee on its saucer."""
    saucer(canvas, x, base, half * 1.75, mixed(colour, "#ffffff", 0.15))
    handle = ribbon(
        [
            (x + half * 0.8, base - half * 0.95),
            (x + half * 1.38, base - half * 0.98),
            (x + half * 1.34, base - half * 0.42),
            (x + half * 0.66, base - half * 0.28),
        ],
        half * 0.17,
    )
    turned_body(canvas, handle, colour, 0.5)
    rim, inner = bowl(canvas, x, base - half * 0.04, half, colour, depth=1.12, tilt=0.3)
    coffee = ellipse(x, rim + half * 0.07, inner * 0.95, half * 0.245)
    canvas.fill(coffee, "#2c1408")
    canvas.shade(
        coffee,
        "#8a4f24",
        lambda u, v: 1.1 - abs(math.hypot((u - 0.5) * 2, (v - 0.5) * 2) - 0.93) * 7,
        0.8,
    )
    canvas.shade(
        coffee, "#d8a878", lambda u, v: 1 - math.hypot(u - 0.3, (v - 0.35) * 1.2) * 4.2, 0.7
    )
    steam(canvas, x, rim - 6, half * 1.7)


def drip_filter(canvas: Canvas, x: float, base: float, half: float) -> None:
    """Paint a metal drip filter standing on a glass of coffee."""
    tall = half * 2.5
    top = base - tall
    glass = lathe(x, [(top, half * 0.98), (base, half * 0.74)], 0.18, False)
    canvas.shadow([glass], base)
    canvas.contact(ellipse(x + 8, base + half * 0.06, half * 0.78, half * 0.17), 0.7, 6)
    canvas.fill(glass, "#eef1ea", 0.6)
    level = top + tall * 0.45
    coffee = lathe(x, [(level, half * 0.83), (base - half * 0.42, half * 0.74)], 0.18, False)
    canvas.fill(coffee, "#3a1a0a")
    glow(canvas, coffee, "#4a220d")
    milk = lathe(x, [(base - half * 0.5, half * 0.745), (base - 6, half * 0.68)], 0.18, False)
    canvas.fill(milk, "#f3e2bf")
    canvas.shade(milk, "#b98a55", lambda u, v: u * 1.4 - 0.7, 0.7)
    canvas.fill(ellipse(x, level, half * 0.83, half * 0.15), "#6b3a1c")
    drop = ribbon([(x, top + tall * 0.12), (x, level - 4)], tapered(5, 3, 7))
    canvas.fill(drop, "#4a220d")
    glass_light(canvas, x, top + tall * 0.1, base - 10, half * 0.86)
    _steel(canvas, x, top, half)


def _steel(canvas: Canvas, x: float, top: float, half: float) -> None:
    steel = "#b9bcb8"
    plate = lathe(x, [(top - half * 0.1, half * 1.28), (top, half * 1.24)], 0.18, False)
    turned_body(canvas, plate, steel, 0.9)
    canvas.fill(
        ellipse(x, top - half * 0.1, half * 1.28, half * 0.23), mixed(steel, "#ffffff", 0.25)
    )
    chamber = lathe(
        x, [(top - half * 1.35, half * 0.8), (top - half * 0.16, half * 0.74)], 0.18, False
    )
    turned_body(canvas, chamber, steel, 1.0)
    canvas.shade(chamber, "#5c605e", lambda u, v: 0.8 - abs(u - 0.62) * 6, 0.6)
    lid = lathe(x, [(top - half * 1.5, half * 0.84), (top - half * 1.32, half * 0.86)], 0.18, False)
    turned_body(canvas, lid, steel, 0.9)
    canvas.fill(
        ellipse(x, top - half * 1.5, half * 0.84, half * 0.15), mixed(steel, "#ffffff", 0.4)
    )
    turned_body(canvas, ellipse(x, top - half * 1.62, half * 0.13, half * 0.12), "#33302d", 0.9)


def noodle_bowl(canvas: Canvas, x: float, base: float, half: float, colour: str) -> None:
    """Paint a steaming bowl of glass noodles with herbs."""
    rim, inner = bowl(canvas, x, base, half, colour, depth=0.78, tilt=0.34, band="#f3e6c8")
    broth = ellipse(x, rim + half * 0.05, inner * 0.95, half * 0.28)
    canvas.fill(broth, "#c98f3f")
    canvas.shade(broth, "#f6d58f", lambda u, v: 1 - u * 0.9 - v * 0.8, 0.8)
    hand = random.Random(4)
    for _ in range(46):
        angle, far = hand.uniform(0, 6.28), hand.random() ** 0.5
        px, py = (
            x + math.cos(angle) * inner * 0.66 * far,
            rim + half * 0.02 + math.sin(angle) * half * 0.17 * far,
        )
        points = [
            (px - hand.uniform(40, 80), py + hand.uniform(-8, 10)),
            (px, py - hand.uniform(6, 20)),
            (px + hand.uniform(40, 80), py + hand.uniform(-8, 10)),
        ]
        tint = mixed("#d9cdaa", "#fffdf0", hand.random())
        canvas.fill(moved(ribbon(points, 6), 0, 3), "#8a6a3a", 0.35)
        canvas.fill(ribbon(points, 5.4), tint)
    for index in range(26):
        angle, far = hand.uniform(0, 6.28), hand.random() ** 0.5
        px, py = (
            x + math.cos(angle) * inner * 0.7 * far,
            rim - 4 + math.sin(angle) * half * 0.19 * far,
        )
        ring = ellipse(px, py, 11, 7, hand.uniform(0, 90))
        canvas.fill(ring, "#5f9a45")
        canvas.fill(ellipse(px, py, 6, 3.4), "#dbe8b4")
        if index % 5 == 0:
            canvas.fill(ellipse(px + 18, py + 3, 13, 5, 30), "#c62f22")
    for turn, dx, dy in ((-160, -20, -10), (-70, 10, -14), (-20, 46, -6)):
        leaf(canvas, x + dx, rim + dy, half * 0.42, turn, "#3f7a3a", 0.34)
    sticks = [
        ((x + half * 0.35, rim - half * 0.02), (x + half * 1.5, rim - half * 0.62)),
        ((x + half * 0.42, rim + half * 0.06), (x + half * 1.56, rim - half * 0.46)),
    ]
    for start, end in sticks:
        canvas.fill(ribbon([start, end], lambda share: 8 + share * 8), "#6b3a1c")
        canvas.fill(
            moved(ribbon([start, end], lambda share: 2 + share * 2), -1, -3), "#c98f5a", 0.7
        )
    steam(canvas, x - half * 0.2, rim - half * 0.12, half * 1.25)


def rice_paper(canvas: Canvas, x: float, y: float, half: float, sheets: int) -> None:
    """Paint a pile of rice paper, the upper sheets a little astray."""
    hand = random.Random(2)
    for index in range(sheets):
        dx, dy = hand.uniform(-10, 10), -index * 5.5
        sheet = ellipse(x + dx, y + dy, half, half * 0.34)
        canvas.contact(moved(sheet, 4, 5), 0.22, 3)
        canvas.fill(sheet, "#f4ecd6")
        canvas.fill(moved(ellipse(x + dx, y + dy, half * 0.985, half * 0.332), 0, -1.5), "#fdf8ea")
    top = ellipse(x, y - sheets * 5.5, half * 0.97, half * 0.325)
    canvas.fill(top, "#fbf4e2")
    canvas.shade(top, "#d8c29a", lambda u, v: u * 0.8 + v * 0.8 - 0.75, 0.7)
    for _ in range(90):
        angle, far = hand.uniform(0, 6.28), hand.random() ** 0.5
        px, py = (
            x + math.cos(angle) * half * 0.9 * far,
            y - sheets * 5.5 + math.sin(angle) * half * 0.29 * far,
        )
        canvas.fill(
            ellipse(px, py, 3.2, 1.6), "#2f2419" if hand.random() < 0.4 else "#e3d2aa", 0.75
        )
    for lane in (-0.5, 0.0, 0.5):
        line = ribbon(
            [
                (x - half * 0.8, y - sheets * 5.5 + half * 0.3 * lane),
                (x, y - sheets * 5.5 + half * 0.3 * lane - 6),
                (x + half * 0.8, y - sheets * 5.5 + half * 0.3 * lane),
            ],
            tapered(2),
        )
        canvas.fill(line, "#cdb78a", 0.5)


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


def rice_bowl(canvas: Canvas, x: float, base: float, half: float, colour: str) -> None:
    """Paint a heaped bowl of steamed rice."""
    rim, inner = bowl(canvas, x, base, half, colour, depth=0.8, tilt=0.3, band="#2f6b3a")
    mound(canvas, x, rim, inner, half * 0.62, "#f7f0dc")
    hand = random.Random(8)
    for _ in range(260):
        angle, far = hand.uniform(0, 6.28), hand.random() ** 0.5
        lift = half * 0.56 * max(0.0, 1 - far * far)
        px, py = (
            x + math.cos(angle) * inner * 0.9 * far,
            rim + math.sin(angle) * half * 0.25 * far - lift,
        )
        canvas.fill(ellipse(px + 1.5, py + 2, 8, 3.2, hand.uniform(0, 180)), "#c9b48a", 0.5)
        canvas.fill(ellipse(px, py, 8, 3, hand.uniform(0, 180)), "#fffdf4")
    steam(canvas, x, rim - half * 0.55, half * 1.1)


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


def apricot_jar(canvas: Canvas, x: float, base: float, half: float, height: float) -> None:
    """Paint a wide glass jar of apricots in spirit."""
    top = base - height
    body = lathe(
        x,
        [
            (top, half * 0.62),
            (top + height * 0.08, half * 0.66),
            (top + height * 0.24, half * 0.98),
            (base - height * 0.12, half),
            (base, half * 0.86),
        ],
        0.16,
    )
    canvas.shadow([body], base)
    canvas.contact(ellipse(x + 8, base + half * 0.06, half * 0.94, half * 0.16), 0.7, 7)
    canvas.fill(body, "#eef0e2", 0.65)
    inside = lathe(
        x,
        [
            (top + height * 0.2, half * 0.88),
            (top + height * 0.3, half * 0.95),
            (base - height * 0.12, half * 0.95),
            (base - 5, half * 0.8),
        ],
        0.16,
    )
    canvas.fill(inside, "#dd9a2e")
    glow(canvas, inside, "#dd9a2e")
    hand = random.Random(6)
    fruit: list[Point] = []
    for row in range(7):
        for column in range(6):
            across = -0.72 + column * 0.29 + (0.14 if row % 2 else 0)
            if abs(across) < 0.8:
                fruit.append(
                    (
                        x + half * across,
                        base - height * 0.08 - row * height * 0.088 + hand.uniform(-6, 6),
                    )
                )
    for px, py in reversed(fruit):
        round_body(
            canvas,
            ellipse(px, py, half * 0.17, half * 0.165),
            mixed("#e3a23a", "#c9791f", hand.random()),
            0.7,
        )
        canvas.fill(
            ribbon(
                [
                    (px - half * 0.02, py - half * 0.13),
                    (px + half * 0.05, py),
                    (px, py + half * 0.13),
                ],
                tapered(3),
            ),
            "#8a4f10",
            0.5,
        )
    canvas.shade(inside, "#f6cf6a", lambda u, v: 0.35 - v * 0.2, 0.5)
    canvas.fill(ellipse(x, top + height * 0.2, half * 0.88, half * 0.14), "#f0c56a", 0.9)
    glass_light(canvas, x, top + height * 0.26, base - height * 0.06, half)
    stopper = lathe(
        x, [(top - height * 0.06, half * 0.62), (top + height * 0.04, half * 0.6)], 0.16, False
    )
    turned_body(canvas, stopper, "#b98a55", 0.6)
    canvas.fill(ellipse(x, top - height * 0.06, half * 0.62, half * 0.1), "#d3aa74")
    cord = [
        *arc(x, top + height * 0.075, half * 0.67, half * 0.1, 0, 180),
        *arc(x, top + height * 0.09, half * 0.67, half * 0.1, 180, 0),
    ]
    canvas.fill(cord, "#9e2a22")


def dipper(canvas: Canvas, x: float, y: float, length: float, turn: float) -> None:
    """Paint a wooden honey dipper dripping honey, its head at x, y."""
    shaft = moved(turned(ribbon([(0, -0.08), (0, -1.0)], 0.07), turn), x, y, length)
    canvas.contact(moved(shaft, 8, 10), 0.4, 5)
    turned_body(canvas, shaft, "#a8703a", 0.6)
    for index in range(6):
        wide = 0.15 * math.sin(math.pi * (0.18 + index * 0.13)) + 0.03
        ring = moved(turned(ellipse(0, -0.16 + index * 0.075, wide, 0.036), turn), x, y, length)
        round_body(canvas, ring, mixed("#b5793f", "#dd8a10", 0.4 + index * 0.08), 0.8)
    coat = moved(
        turned(
            blob(
                [
                    (-0.13, 0.02),
                    (0, -0.04),
                    (0.13, 0.02),
                    (0.14, 0.16),
                    (0.03, 0.28),
                    (0, 0.4),
                    (-0.03, 0.28),
                    (-0.14, 0.16),
                ]
            ),
            turn,
        ),
        x,
        y,
        length,
    )
    canvas.fill(coat, "#e39a1c", 0.86)
    glow(canvas, coat, "#e39a1c")


def garnish(canvas: Canvas, x: float, y: float) -> None:
    """Drop two chillies and a clove of garlic beside a dish."""
    chilli(canvas, x, y, 120, -8)
    chilli(canvas, x + 24, y + 32, 105, 14, "#a82a1e")
    clove = moved(
        blob([(0, -1), (0.55, -0.1), (0.5, 0.62), (0, 0.8), (-0.5, 0.62), (-0.55, -0.1)]),
        x - 46,
        y + 12,
        34,
    )
    canvas.contact(moved(clove, 6, 8), 0.5, 4)
    round_body(canvas, clove, "#efe3d3", 0.7)
    canvas.fill(
        ribbon(spline([(x - 46, y - 20), (x - 56, y + 10), (x - 48, y + 36)])[::4], tapered(3)),
        "#b58fa0",
        0.6,
    )
