"""Hills, a stilt house and a market stall."""

import math
import random

from illustration.body import turned_body
from illustration.canvas import Canvas, mixed
from illustration.geometry import Outline, arc, ellipse, moved, ribbon, spline, tapered


def mountains(canvas: Canvas, edge: float, colour: str) -> None:
    """Paint three ranges of limestone hills that fade into morning cloud."""
    width = canvas.width
    for layer, (lift, fade) in enumerate(((330, 0.72), (230, 0.5), (130, 0.25))):
        hand = random.Random(20 + layer)
        points: Outline = [(-60, edge)]
        at = -60.0
        while at < width + 80:
            wide = hand.uniform(120, 220)
            tall = lift * hand.uniform(0.6, 1.0)
            points += [
                (at + wide * 0.28, edge - tall * 0.8),
                (at + wide * 0.5, edge - tall),
                (at + wide * 0.74, edge - tall * 0.78),
                (at + wide, edge - tall * 0.32),
            ]
            at += wide
        ridge = [*spline(points), (width + 90, edge), (width + 90, edge + 8), (-60, edge + 8)]
        tone = mixed(colour, "#f7efe0", fade)
        canvas.fill(ridge, tone)
        canvas.shade(ridge, mixed(tone, "#fff8ea", 0.65), lambda u, v: v * 1.25 - 0.45, 0.9)
        canvas.shade(
            ridge, mixed(tone, "#14233f", 0.4), lambda u, v: 0.75 - v * 1.6 + u * 0.25, 0.6
        )
        cloud = [
            ellipse(width * share, edge - lift * 0.2, 210, 15)
            for share in (0.12 + layer * 0.1, 0.55, 0.95 - layer * 0.12)
        ]
        canvas.soften(cloud, "#fffaf0", 12, 0.8)


def stilt_house(canvas: Canvas, x: float, base: float, size: float) -> None:
    """Paint a thatched house on stilts with steps and a lit window."""
    floor, eave, ridge = base - size * 0.42, base - size * 0.86, base - size * 1.5
    wood, dark = "#8a5530", "#4a2a16"
    canvas.contact(
        [
            (x - size * 0.95, base - 6),
            (x + size * 1.05, base - 6),
            (x + size * 1.1, base + 14),
            (x - size * 0.9, base + 14),
        ],
        0.5,
        12,
    )
    canvas.fill(
        [
            (x - size * 0.9, floor),
            (x + size * 0.9, floor),
            (x + size * 0.84, base - size * 0.06),
            (x - size * 0.84, base - size * 0.06),
        ],
        "#3a2416",
        0.55,
    )
    for share in (-0.86, -0.5, -0.15, 0.2, 0.54, 0.86):
        post: Outline = [
            (x + size * share - 9, floor),
            (x + size * share + 9, floor),
            (x + size * share + 9, base),
            (x + size * share - 9, base),
        ]
        turned_body(canvas, post, wood, 0.5)
    wall: Outline = [
        (x - size * 0.92, eave),
        (x + size * 0.92, eave),
        (x + size * 0.92, floor),
        (x - size * 0.92, floor),
    ]
    canvas.fill(wall, "#a86d3c")
    for index in range(27):
        at = x - size * 0.92 + size * 1.84 * index / 27
        canvas.fill([(at, eave), (at + 2.4, eave), (at + 2.4, floor), (at, floor)], dark, 0.3)
    canvas.shade(wall, dark, lambda u, v: 0.6 - v * 1.2 + u * 0.3, 0.8)
    for share, wide, tall in ((-0.55, 0.13, 0.26), (0.0, 0.12, 0.36), (0.5, 0.13, 0.26)):
        low = floor if tall > 0.3 else floor - size * 0.08
        frame: Outline = [
            (x + size * (share - wide), low - size * tall),
            (x + size * (share + wide), low - size * tall),
            (x + size * (share + wide), low),
            (x + size * (share - wide), low),
        ]
        canvas.fill(frame, dark)
        pane = [
            (px + (5 if px < x + size * share else -5), py + (5 if py < low - 1 else -4))
            for px, py in frame
        ]
        canvas.fill(pane, "#f3c462")
        canvas.shade(pane, "#fff3c8", lambda u, v: 1 - math.hypot(u - 0.5, v - 0.6) * 1.8, 0.9)
        canvas.fill(
            [
                (x + size * share - 2.5, low - size * tall),
                (x + size * share + 2.5, low - size * tall),
                (x + size * share + 2.5, low),
                (x + size * share - 2.5, low),
            ],
            dark,
        )
    deck: Outline = [
        (x - size * 1.04, floor - 6),
        (x + size * 1.04, floor - 6),
        (x + size * 1.06, floor + 13),
        (x - size * 1.06, floor + 13),
    ]
    canvas.fill(deck, wood)
    canvas.shade(deck, "#ffe0a8", lambda u, v: 0.8 - v - u * 0.4, 0.7)
    for share in range(-10, 11):
        if -2 <= share <= 1:
            continue
        at = x + size * share / 10
        canvas.fill(
            [
                (at - 2, floor - size * 0.15),
                (at + 2, floor - size * 0.15),
                (at + 2, floor - 4),
                (at - 2, floor - 4),
            ],
            wood,
        )
    for left, right in ((-1.02, -0.24), (0.14, 1.02)):
        canvas.fill(
            [
                (x + size * left, floor - size * 0.17),
                (x + size * right, floor - size * 0.17),
                (x + size * right, floor - size * 0.145),
                (x + size * left, floor - size * 0.145),
            ],
            wood,
        )
    roof: Outline = [
        *spline(
            [
                (x - size * 1.2, eave + size * 0.07),
                (x - size * 0.95, eave - size * 0.25),
                (x - size * 0.68, ridge),
            ]
        ),
        *spline(
            [
                (x + size * 0.68, ridge),
                (x + size * 0.95, eave - size * 0.25),
                (x + size * 1.2, eave + size * 0.07),
            ]
        ),
    ]
    canvas.contact(moved(roof, 0, size * 0.07), 0.4, 8)
    canvas.fill(roof, "#b98a4a")
    hand = random.Random(9)
    for _ in range(420):
        v = hand.random()
        half = size * (0.68 + 0.48 * v**1.4)
        px, py = x + half * hand.uniform(-1, 1), ridge + (eave + size * 0.05 - ridge) * v
        lean = (px - x) / size * 13
        straw = ribbon([(px, py), (px + lean, py + size * 0.09)], tapered(3.2, 1, 1))
        canvas.fill(
            straw, mixed("#b98a4a", hand.choice(("#4a2a10", "#ffe6b0", "#7a5420")), 0.55), 0.65
        )
    canvas.shade(roof, "#3a200c", lambda u, v: u * 1.1 - 0.55, 0.75)
    canvas.shade(roof, "#ffe9b8", lambda u, v: 0.9 - u * 1.3 - v * 0.3, 0.6)
    beam: Outline = [
        (x - size * 0.73, ridge - 9),
        (x + size * 0.73, ridge - 9),
        (x + size * 0.7, ridge + 11),
        (x - size * 0.7, ridge + 11),
    ]
    canvas.fill(beam, "#7a5428")
    for side in (-1, 1):
        horn = ribbon(
            [(x + side * size * 0.68, ridge + 4), (x + side * size * 0.76, ridge - size * 0.12)], 7
        )
        canvas.fill(horn, "#6b4520")
    _steps(canvas, x - size * 0.05, floor, base, size)


def _steps(canvas: Canvas, x: float, floor: float, base: float, size: float) -> None:
    for side in (-0.09, 0.09):
        rail = ribbon(
            [(x + size * side, floor + 4), (x + size * (side * 1.5 - 0.1), base + size * 0.05)], 8
        )
        canvas.fill(rail, "#6b4020")
    for index in range(7):
        share = (index + 0.5) / 7
        cx, cy = x - size * 0.1 * share, floor + (base + size * 0.05 - floor) * share
        half = size * 0.1 * (1 + share * 0.5)
        canvas.fill(
            [(cx - half, cy - 4), (cx + half, cy - 4), (cx + half, cy + 5), (cx - half, cy + 5)],
            "#a86d3c",
        )


def stall(canvas: Canvas, x: float, base: float, half: float, height: float) -> float:
    """Paint a market stall: posts, counter, striped awning; return the counter's height."""
    top, counter = base - height, base - height * 0.36
    for side in (-1, 1):
        post: Outline = [
            (x + side * half * 0.93 - 10, top),
            (x + side * half * 0.93 + 10, top),
            (x + side * half * 0.93 + 10, base),
            (x + side * half * 0.93 - 10, base),
        ]
        canvas.shadow([post], base, 0.3)
        turned_body(canvas, post, "#8a5530", 0.5)
    back: Outline = [
        (x - half * 0.93, top),
        (x + half * 0.93, top),
        (x + half * 0.93, counter),
        (x - half * 0.93, counter),
    ]
    canvas.fill(back, "#5a3a22", 0.5)
    canvas.shade(back, "#2a1608", lambda u, v: 0.9 - v * 1.1, 0.8)
    shelf: Outline = [
        (x - half * 0.9, counter - height * 0.26),
        (x + half * 0.9, counter - height * 0.26),
        (x + half * 0.9, counter - height * 0.235),
        (x - half * 0.9, counter - height * 0.235),
    ]
    canvas.fill(shelf, "#a86d3c")
    front: Outline = [
        (x - half, counter),
        (x + half, counter),
        (x + half * 0.98, base),
        (x - half * 0.98, base),
    ]
    canvas.contact(
        [
            (x - half, base - 6),
            (x + half * 1.1, base - 6),
            (x + half * 1.1, base + 16),
            (x - half, base + 16),
        ],
        0.6,
        12,
    )
    canvas.fill(front, "#b5793f")
    for index in range(1, 14):
        at = x - half + 2 * half * index / 14
        canvas.fill(
            [(at - 1.5, counter), (at + 1.5, counter), (at + 1.5, base), (at - 1.5, base)],
            "#4a2a10",
            0.4,
        )
    canvas.shade(front, "#3a200c", lambda u, v: u * 0.8 + (0.4 if v < 0.14 else 0) - 0.35, 0.75)
    canvas.shade(front, "#ffe0a8", lambda u, v: 0.8 - u * 1.1 - v * 0.4, 0.6)
    slab: Outline = [
        (x - half * 0.96, counter - height * 0.055),
        (x + half * 0.96, counter - height * 0.055),
        (x + half * 1.03, counter + 12),
        (x - half * 1.03, counter + 12),
    ]
    canvas.fill(slab, "#cf9a5c")
    canvas.shade(slab, "#fff0c8", lambda u, v: 0.9 - u - v * 0.4, 0.7)
    return counter


def awning(
    canvas: Canvas, x: float, top: float, half: float, drop: float, stripes: tuple[str, str]
) -> None:
    """Paint a striped cloth roof with a scalloped edge."""
    count = 12
    for index in range(count):
        left, right = -1 + 2 * index / count, -1 + 2 * (index + 1) / count
        panel: Outline = [
            (x + half * left * 0.82, top),
            (x + half * right * 0.82, top),
            (x + half * right, top + drop),
            *arc(x + half * (left + right) / 2, top + drop, half / count, drop * 0.32, 0, 180),
            (x + half * left, top + drop),
        ]
        canvas.fill(panel, stripes[index % 2])
        canvas.shade(
            panel, mixed(stripes[index % 2], "#2a0f08", 0.5), lambda u, v: v * 1.1 - 0.45, 0.7
        )
        canvas.shade(panel, "#fff6e0", lambda u, v: 0.6 - v * 1.2, 0.6)
    canvas.contact(
        [
            (x - half * 0.9, top + drop * 1.3),
            (x + half * 0.9, top + drop * 1.3),
            (x + half * 0.9, top + drop * 1.5),
            (x - half * 0.9, top + drop * 1.5),
        ],
        0.35,
        12,
    )
