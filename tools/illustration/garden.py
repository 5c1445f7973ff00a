"""Potted and floating plants, and carp."""

import math
import random
from collections.abc import Callable
from functools import partial

from illustration.body import round_body, turned_body
from illustration.canvas import Canvas, mixed
from illustration.geometry import (
    Point,
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
from illustration.plants import blossom, leaf, petal, twig


def pot(canvas: Canvas, x: float, base: float, half: float, height: float, colour: str) -> None:
    """Paint a flower pot filled with soil."""
    top = base - height
    body = lathe(
        x,
        [
            (top, half),
            (top + height * 0.3, half * 0.93),
            (base - height * 0.1, half * 0.7),
            (base, half * 0.68),
        ],
        0.18,
    )
    canvas.shadow([body], base)
    canvas.contact(ellipse(x + 8, base + half * 0.06, half * 0.74, half * 0.15), 0.7, 7)
    turned_body(canvas, body, colour, 0.7)
    lip = lathe(
        x, [(top - height * 0.06, half * 1.06), (top + height * 0.09, half * 1.05)], 0.18, False
    )
    turned_body(canvas, lip, mixed(colour, "#fff3d0", 0.12), 0.7)
    canvas.fill(
        ellipse(x, top - height * 0.06, half * 1.06, half * 0.19), mixed(colour, "#fff3d0", 0.3)
    )
    canvas.fill(ellipse(x, top - height * 0.05, half * 0.95, half * 0.16), "#3d2a1c")


def orchid(canvas: Canvas, x: float, base: float) -> None:
    """Paint a potted moth orchid with two arching sprays."""
    pot(canvas, x, base, 150, 190, "#a8553a")
    soil = base - 206
    for turn, size in ((-172, 250), (-8, 255), (-152, 215), (-30, 205)):
        leaf(canvas, x, soil, size, turn, "#3f7a45", 0.17)
    sprays: list[tuple[list[Point], float]] = [
        ([(x - 10, soil), (x - 70, base - 560), (x + 40, base - 860), (x + 290, base - 800)], 1.0),
        ([(x + 14, soil), (x + 40, base - 440), (x - 40, base - 640), (x - 270, base - 600)], 0.9),
    ]
    for points, _ in sprays:
        twig(canvas, points, 14, "#5f7a3a")
    for turn, size in ((-120, 120), (-60, 125)):
        leaf(canvas, x, soil + 8, size, turn, "#4f8a4f", 0.24)
    for points, zoom in sprays:
        stem = spline(points)
        for index in range(5):
            px, py = stem[int(len(stem) * (0.94 - 0.115 * index))]
            _orchid_flower(canvas, px, py + 30 * zoom, (74 + index * 11) * zoom, -14 + index * 7)
        px, py = stem[-1]
        for dx, dy, size in ((26, 18, 22), (52, 44, 17)):
            side = 1 if px > x else -1
            round_body(
                canvas,
                ellipse(px + side * dx, py + dy, size * 0.8, size, 30 * side),
                "#d99ab4",
                0.7,
            )


def _orchid_flower(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    canvas.contact(ellipse(x + 10, y + 12, size * 0.8, size * 0.75), 0.16, 6)
    for angle in (-90, 35, 145):
        petal(canvas, x, y, size * 0.95, angle + turn, "#efc4d4", "#fdeef2", 0.3)
    for side in (-1, 1):
        wing = moved(
            turned(
                blob(
                    [
                        (0, 0),
                        (side * 0.5, -0.62),
                        (side * 1.02, -0.4),
                        (side * 1.05, 0.18),
                        (side * 0.5, 0.36),
                    ]
                ),
                turn,
            ),
            x,
            y,
            size,
        )
        canvas.fill(wing, "#e9aec6")
        canvas.shade(wing, "#fdf0f4", lambda u, v: 0.95 - v * 1.2, 0.9)
        canvas.shade(wing, "#b0487a", partial(_near, 0 if side > 0 else 1), 0.55)
    lip = moved(
        turned(
            blob([(0, 0), (0.26, 0.1), (0.2, 0.42), (0, 0.56), (-0.2, 0.42), (-0.26, 0.1)]), turn
        ),
        x,
        y,
        size,
    )
    round_body(canvas, lip, "#a8346a", 0.6)
    canvas.fill(ellipse(x, y + size * 0.05, size * 0.11, size * 0.09), "#f0c04a")


def _near(edge: float, across: float, _down: float) -> float:
    return 0.75 - abs(across - edge) * 1.5


def _narrowing(wide: float, share: float) -> float:
    return wide * (1 - share * 0.75)


def _patch(body: Callable[[float], float], at: float, share: float) -> float:
    rounded = math.sqrt(math.sin(math.pi * (0.1 + share * 0.8)))
    return body(at - 0.09 + share * 0.19) * 0.97 * rounded


def apricot_tree(canvas: Canvas, x: float, base: float) -> None:
    """Paint a leaning old apricot tree in a glazed pot."""
    trunk: list[Point] = [
        (x + 20, base - 168),
        (x - 50, base - 262),
        (x + 60, base - 360),
        (x - 20, base - 500),
        (x + 60, base - 640),
    ]
    boughs: list[tuple[list[Point], float]] = [
        ([(x - 30, base - 260), (x - 180, base - 330), (x - 310, base - 320)], 26),
        ([(x + 50, base - 350), (x + 190, base - 410), (x + 320, base - 380)], 26),
        ([(x - 5, base - 470), (x - 150, base - 560), (x - 250, base - 560)], 20),
        ([(x + 20, base - 560), (x + 150, base - 640), (x + 240, base - 630)], 17),
        ([(x - 150, base - 320), (x - 220, base - 420)], 12),
        ([(x + 200, base - 410), (x + 270, base - 500)], 12),
    ]
    pot(canvas, x, base, 200, 160, "#2f5d7a")
    bark = ribbon(trunk, lambda share: 92 * (1 - share) ** 0.8 + 12)
    turned_body(canvas, bark, "#6b4a33", 0.5)
    for points, wide in boughs:
        turned_body(canvas, ribbon(points, partial(_narrowing, wide)), "#6b4a33", 0.5)
    for index in range(16):
        px, py = spline(trunk)[index * 3]
        knot = ribbon([(px - 18, py + 6), (px, py - 3), (px + 16, py + 5)], tapered(4))
        canvas.fill(knot, "#2f1d12", 0.4)
    hand = random.Random(12)
    ends = [trunk[-2:], *(points for points, _ in boughs)]
    places: list[Point] = []
    for points in ends:
        curve = spline(points)
        for _ in range(24):
            cx, cy = curve[int(len(curve) * hand.uniform(0.35, 0.999))]
            places.append((cx + hand.gauss(0, 38), cy + hand.gauss(0, 30)))
    for index, (px, py) in enumerate(sorted(places, key=lambda place: place[1])):
        if index % 4 == 0:
            leaf(canvas, px, py, 36, hand.uniform(0, 360), "#7a9a45", 0.3)
        blossom(canvas, px, py, hand.uniform(20, 29), "#f2c230", "#e08f1a", 5, hand.uniform(0, 72))
    for px, py in ((x - 260, base + 40), (x + 250, base + 62), (x + 140, base + 84)):
        canvas.contact(ellipse(px + 4, py + 6, 20, 8), 0.4, 3)
        blossom(canvas, px, py, 20, "#f2c230", "#e08f1a")


def carp(
    canvas: Canvas, points: list[Point], size: float, patches: tuple[float, ...], colour: str
) -> None:
    """Paint a carp seen from above, its head at the first point."""

    def wide(share: float) -> float:
        bent = math.pow(share * 0.9 + 0.075, 0.68)
        nose = math.sqrt(1 - (1 - min(1.0, share / 0.07)) ** 2)
        return size * 0.235 * (math.pow(math.sin(math.pi * bent), 0.75) + 0.06) * nose

    spine = spline(points)
    shadow = moved(ribbon(points, wide), size * 0.16, size * 0.24)
    canvas.soften([shadow], "#123a40", 8, 0.5)
    (tx, ty), (bx, by) = spine[-1], spine[-8]
    heading = math.degrees(math.atan2(ty - by, tx - bx))
    for lean in (-24, 20):
        fin = moved(
            turned(
                blob([(0, -0.05), (0.3, -0.14), (0.62, -0.06), (0.36, 0.07), (0, 0.05)]),
                heading + lean,
            ),
            tx,
            ty,
            size,
        )
        canvas.fill(fin, "#fdf3e6", 0.85)
        canvas.shade(fin, colour, lambda u, v: 0.8 - u, 0.5)
    for at, side in ((0.3, -1), (0.3, 1), (0.62, -1), (0.62, 1)):
        (px, py), (qx, qy) = spine[int(len(spine) * at)], spine[int(len(spine) * at) + 4]
        along = math.degrees(math.atan2(qy - py, qx - px))
        long = 0.36 if at < 0.5 else 0.22
        fin = moved(
            turned(
                blob(
                    [
                        (0, 0),
                        (long * 0.8, side * long * 0.4),
                        (long, side * long * 0.95),
                        (long * 0.3, side * long * 0.55),
                    ]
                ),
                along,
            ),
            px,
            py,
            size,
        )
        canvas.fill(fin, "#fdf3e6", 0.8)
    body = ribbon(points, wide)
    canvas.fill(body, "#fbf3e4")
    for at in patches:
        lo, hi = int(len(spine) * max(0.0, at - 0.09)), int(len(spine) * min(0.98, at + 0.1))
        part = spine[lo:hi:3]
        if len(part) > 1:
            canvas.fill(
                ribbon(part, partial(_patch, wide, at)),
                colour,
            )
    canvas.shade(body, "#6b3a2a", lambda u, v: (u + v) * 0.75 - 0.7, 0.55)
    canvas.shade(body, "#ffffff", lambda u, v: 0.75 - u - v * 0.6, 0.6)
    ridge = ribbon(spine[6:-8:6], tapered(size * 0.03, 1, 1))
    canvas.fill(ridge, "#7a2f1c", 0.35)
    (hx, hy), (nx, ny) = spine[1], spine[6]
    along = math.degrees(math.atan2(ny - hy, nx - hx))
    for side in (-1, 1):
        ex, ey = turned([(0.06, side * 0.072)], along)[0]
        canvas.fill(ellipse(hx + ex * size, hy + ey * size, size * 0.022, size * 0.022), "#1d1410")


def lily_pad(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Paint a round leaf floating on water."""
    rim = [*arc(x, y, size, size * 0.92, turn + 14, turn + 346), (x, y)]
    canvas.soften([moved(rim, 14, 18)], "#123a40", 8, 0.5)
    canvas.fill(rim, "#4f8a4a")
    canvas.shade(rim, "#1f4a2c", lambda u, v: (u + v) * 0.9 - 0.8, 0.75)
    canvas.shade(rim, "#b9d88a", lambda u, v: 0.9 - u - v, 0.7)
    for index in range(11):
        angle = math.radians(turn + 30 + index * 30)
        vein = ribbon(
            [(x, y), (x + math.cos(angle) * size * 0.85, y + math.sin(angle) * size * 0.78)],
            tapered(3, 3, 0.6),
        )
        canvas.fill(vein, "#b9d88a", 0.5)


def lotus(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Paint an open pink lotus, its heart at x, y."""
    for ring, (count, reach, tone) in enumerate(
        ((7, 1.0, "#e58fae"), (6, 0.86, "#efaac2"), (5, 0.66, "#f6c6d6"))
    ):
        for index in range(count):
            spread = (index / (count - 1) - 0.5) * (172 - ring * 30)
            petal(canvas, x, y + size * 0.1, size * reach, spread - 90, tone, "#fdf0ee", 0.27)
    heart = ellipse(x, y - size * 0.1, size * 0.2, size * 0.13)
    round_body(canvas, heart, "#d9b23a", 0.7)
    for spread in (-64, -30, 30, 64):
        petal(
            canvas,
            x,
            y + size * 0.16,
            size * 0.62,
            spread - 90 + (40 if spread > 0 else -40),
            "#f0b0c6",
            "#fdf0ee",
            0.32,
        )
