"""Jars, bottles and vials, with their lids and labels.

Each takes the canvas, the middle ``x`` and the ``base`` on which it stands, and casts its own
shadow. Sizes are drawing units.
"""

import random

from illustration.body import TILT, round_body, turned_body
from illustration.canvas import Canvas, mixed
from illustration.geometry import (
    Outline,
    Point,
    arc,
    ellipse,
    lathe,
    ribbon,
    rounded,
    spline,
    tapered,
)
from illustration.trim import cap, paper_label, tied_cloth


def jar(
    canvas: Canvas,
    x: float,
    base: float,
    height: float,
    content: str,
    *,
    level: float = 0.86,
    lid: str = "#b5793f",
    label: str | None = "#fbf3df",
    cloth: str | None = None,
) -> None:
    """Paint a glass jar with its content, lid or tied cloth, and a paper label."""
    half = height * 0.34
    top = base - height
    neck = top + height * 0.13
    body = lathe(
        x,
        [
            (neck, half * 0.8),
            (neck + height * 0.09, half),
            (base - height * 0.1, half),
            (base, half * 0.9),
        ],
        TILT,
    )
    canvas.shadow(
        [body, rounded(x - half * 0.8, top, half * 1.6, height * 0.2, 6)], base + half * 0.06
    )
    canvas.contact(ellipse(x + 6, base + half * 0.06, half * 0.95, half * 0.17))
    canvas.fill(body, "#e9efe2", 0.75)
    fill_top = base - (height * 0.84) * level
    inside = lathe(
        x,
        [(fill_top, half * 0.93), (base - height * 0.1, half * 0.93), (base - 4, half * 0.84)],
        TILT,
    )
    canvas.fill(inside, content)
    glow(canvas, inside, content)
    canvas.fill(
        ellipse(x, fill_top, half * 0.93, half * 0.93 * TILT), mixed(content, "#fff0c4", 0.45)
    )
    canvas.fill(
        ellipse(x, fill_top + 1.5, half * 0.82, half * 0.8 * TILT), mixed(content, "#fff0c4", 0.2)
    )
    if label:
        paper_label(canvas, x, base - height * 0.36, half * 1.5, height * 0.3, label, lid)
    glass_light(canvas, x, neck + height * 0.08, base - height * 0.06, half)
    if cloth:
        tied_cloth(canvas, x, top, half, height, cloth)
    else:
        cap(canvas, x, top, half * 0.86, height * 0.15, lid)


def bottle(
    canvas: Canvas,
    x: float,
    base: float,
    height: float,
    liquid: str,
    *,
    glass: str = "#e4ece2",
    cap_colour: str = "#7d2a20",
    label: str | None = "#fbf3df",
    level: float = 0.74,
    stout: float = 0.155,
    tint: float = 0.7,
) -> None:
    """Paint a glass bottle with liquid, cap and label."""
    half, top = height * stout, base - height
    neck = half * 0.36
    profile = [
        (top, neck),
        (top + height * 0.2, neck),
        (top + height * 0.27, neck * 1.25),
        (top + height * 0.38, half * 0.94),
        (top + height * 0.5, half),
        (base - height * 0.12, half),
        (base, half * 0.93),
    ]
    body = lathe(x, profile, TILT)
    canvas.shadow([body], base + half * 0.05)
    canvas.contact(ellipse(x + 5, base + half * 0.06, half * 0.98, half * 0.18))
    canvas.fill(body, glass, tint)
    surface = base - height * level
    inner = [(y, at) for y, at in spline(profile) if y >= surface]
    inside = lathe(
        x, [(y, at * 0.95) for y, at in inner[:-1]] + [(base - 3, half * 0.88)], TILT, False
    )
    canvas.fill(inside, liquid)
    glow(canvas, inside, liquid)
    rim = inner[0][1] * 0.95
    canvas.fill(ellipse(x, surface, rim, rim * TILT), mixed(liquid, "#fff3d0", 0.4))
    if label:
        paper_label(canvas, x, base - height * 0.27, half * 1.94, height * 0.26, label, cap_colour)
    glass_light(canvas, x, top + height * 0.42, base - height * 0.04, half)
    canvas.fill(
        ribbon(
            [(x - neck * 0.5, top + height * 0.1), (x - neck * 0.5, top + height * 0.3)],
            tapered(neck * 0.3, 1, 1),
        ),
        "#ffffff",
        0.6,
    )
    stopper = lathe(
        x, [(top - height * 0.02, neck * 1.12), (top + height * 0.1, neck * 1.12)], TILT, False
    )
    turned_body(canvas, stopper, cap_colour, 0.5)
    canvas.fill(
        ellipse(x, top - height * 0.02, neck * 1.12, neck * 1.12 * TILT),
        mixed(cap_colour, "#ffe9c4", 0.3),
    )


def vial(canvas: Canvas, x: float, base: float, height: float, glass: str = "#7a3f14") -> None:
    """Paint a small dark dropper vial."""
    half, top = height * 0.21, base - height
    bulb = lathe(
        x,
        [
            (top, half * 0.34),
            (top + height * 0.08, half * 0.42),
            (top + height * 0.16, half * 0.36),
        ],
        0.3,
    )
    body = lathe(
        x,
        [
            (top + height * 0.38, half * 0.5),
            (top + height * 0.46, half),
            (base - height * 0.06, half),
            (base, half * 0.92),
        ],
        TILT,
    )
    canvas.shadow([body, rounded(x - half * 0.4, top, half * 0.8, height * 0.4, 4)], base)
    canvas.contact(ellipse(x + 4, base + half * 0.06, half * 0.98, half * 0.2))
    canvas.fill(body, glass)
    glow(canvas, body, glass)
    paper_label(canvas, x, base - height * 0.26, half * 1.9, height * 0.28, "#fbf3df", "#0f6b66")
    glass_light(canvas, x, top + height * 0.46, base - height * 0.03, half)
    turned_body(canvas, bulb, "#2b2522", 0.6)
    cap(canvas, x, top + height * 0.18, half * 0.52, height * 0.19, "#2f2a26")


def glow(canvas: Canvas, outline: Outline, colour: str) -> None:
    """Let light pass through a liquid: dark at the left edge, lit at the lower right."""
    canvas.shade(outline, mixed(colour, "#3a1602", 0.6), lambda u, v: 0.5 - u * 1.5, 0.8)
    canvas.shade(outline, mixed(colour, "#3a1602", 0.45), lambda u, v: u * 3.2 - 2.55, 0.8)
    canvas.shade(
        outline,
        mixed(colour, "#fff3c0", 0.75),
        lambda u, v: 0.95 - abs(u - 0.68) * 3.0 - abs(v - 0.66) * 1.1,
        0.8,
    )


def glass_light(canvas: Canvas, x: float, top: float, bottom: float, half: float) -> None:
    """Lay the window's reflections on a glass."""
    tall = bottom - top
    left = ribbon(
        [
            (x - half * 0.72, top + tall * 0.04),
            (x - half * 0.78, top + tall * 0.4),
            (x - half * 0.72, bottom - tall * 0.12),
        ],
        tapered(half * 0.17, 3, 3),
    )
    canvas.fill(left, "#ffffff", 0.62)
    thin = ribbon(
        [(x - half * 0.52, top + tall * 0.05), (x - half * 0.56, top + tall * 0.3)],
        tapered(half * 0.07, 1, 1),
    )
    canvas.fill(thin, "#ffffff", 0.5)
    right = ribbon(
        [
            (x + half * 0.86, top + tall * 0.08),
            (x + half * 0.9, top + tall * 0.5),
            (x + half * 0.84, bottom - tall * 0.06),
        ],
        tapered(half * 0.07, 1, 1),
    )
    canvas.fill(right, "#ffffff", 0.4)


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
