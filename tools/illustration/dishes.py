"""Prepared food and drink on the table."""

import math
import random

from illustration.body import round_body, turned_body
from illustration.canvas import Canvas, mixed
from illustration.geometry import blob, ellipse, lathe, moved, ribbon, spline, tapered, turned
from illustration.glass import glass_light, glow
from illustration.grains import mound
from illustration.plants import leaf
from illustration.pottery import bowl, saucer, steam
from illustration.produce import chilli


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


def soap(
    canvas: Canvas, x: float, base: float, half: float, thick: float, lean: float, colour: str
) -> None:
    """Paint a bar of soap lying flat, cut by hand."""
    deep = half * 0.55
    top = [
        (x - half * 0.92, base - thick - deep),
        (x + half * 0.88, base - thick - deep),
        (x + half, base - thick),
        (x - half, base - thick),
    ]
    top = turned(top, lean, (x, base - thick))
    front = [top[3], top[2], (top[2][0], top[2][1] + thick), (top[3][0], top[3][1] + thick)]
    flank = [top[2], top[1], (top[1][0], top[1][1] + thick), (top[2][0], top[2][1] + thick)]
    canvas.contact(
        moved([front[3], front[2], flank[2], (flank[2][0], flank[2][1] + thick * 0.3)], 8, 4),
        0.6,
        6,
    )
    canvas.fill(flank, mixed(colour, "#14301c", 0.4))
    canvas.fill(front, mixed(colour, "#14301c", 0.12))
    canvas.shade(front, mixed(colour, "#14301c", 0.5), lambda u, v: u * 0.8 + v * 0.5 - 0.5, 0.7)
    canvas.fill(top, mixed(colour, "#fffbe8", 0.3))
    canvas.shade(top, "#fffdf2", lambda u, v: 0.95 - u - v * 0.5, 0.7)
    hand = random.Random(round(x + base))
    for _ in range(26):
        u, v = hand.uniform(0.05, 0.95), hand.uniform(0.1, 0.9)
        px = front[0][0] + (front[1][0] - front[0][0]) * u
        py = front[0][1] + (front[1][1] - front[0][1]) * u + thick * v
        canvas.fill(ellipse(px, py, 3.4, 1.6, hand.uniform(0, 180)), "#3f6b3a", 0.6)
    stamp = ellipse(
        (top[0][0] + top[2][0]) / 2, (top[0][1] + top[2][1]) / 2, half * 0.36, deep * 0.26, lean
    )
    canvas.fill(stamp, mixed(colour, "#14301c", 0.3), 0.55)
    canvas.fill(moved(stamp, 1.5, 2), mixed(colour, "#fffbe8", 0.35), 0.9)
