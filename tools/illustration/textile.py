"""Cloth, mats and hats."""

import math

from illustration.body import turned_body
from illustration.canvas import Canvas, mixed
from illustration.geometry import Outline, Point, arc, ellipse, moved, ribbon, tapered, turned


def hat(
    canvas: Canvas,
    x: float,
    base: float,
    half: float,
    height: float,
    lean: float = 0,
    ribbon_colour: str = "#7a4a86",
) -> None:
    """Paint a conical leaf hat, turned by ``lean`` degrees about its base."""
    tip = (0.0, -height)
    rim = arc(0, 0, half, half * 0.26, 0, 180)
    cone = [tip, *rim]

    def placed(points: Outline) -> Outline:
        return moved(turned(points, lean), x, base)

    canvas.shadow([placed(cone)], base, 0.5)
    canvas.contact(ellipse(x + 10, base + half * 0.2, half * 0.95, half * 0.14), 0.6, 8)
    tie = ribbon(
        [
            (-half * 0.6, half * 0.2),
            (-half * 0.5, half * 0.62),
            (half * 0.1, half * 0.5),
            (half * 0.35, half * 0.72),
            (half * 0.55, half * 0.5),
        ],
        tapered(half * 0.1, 4, half * 0.07),
    )
    canvas.contact(moved(placed(tie), 6, 8), 0.4, 4)
    turned_body(canvas, placed(tie), ribbon_colour, 0.6)
    body = placed(cone)
    canvas.fill(body, "#ecd9a8")
    canvas.shade(body, "#a8763a", lambda u, v: u * 1.7 - 0.8, 0.85)
    canvas.shade(body, "#fff8e0", lambda u, v: 0.95 - abs(u - 0.33) * 3.2, 0.8)
    for index in range(29):
        angle = math.radians(6 + 168 * index / 28)
        foot = (math.cos(angle) * half, math.sin(angle) * half * 0.26)
        canvas.fill(
            placed(
                ribbon(
                    [(0, -height), (foot[0] * 0.5, (foot[1] - height) * 0.5), foot],
                    lambda share: 0.5 + share * 2.2,
                )
            ),
            "#8a5f2a",
            0.22,
        )
    for index in range(1, 15):
        share = (index / 15) ** 0.95
        y, wide = -height * (1 - share), half * share
        hoop = [*arc(0, y, wide, wide * 0.26, 0, 180), *arc(0, y + 2.2, wide, wide * 0.26, 180, 0)]
        canvas.fill(placed(hoop), "#8a5f2a", 0.45)
    edge = [*arc(0, -3, half, half * 0.26, 0, 180), *arc(0, 5, half, half * 0.26, 180, 0)]
    canvas.fill(placed(edge), "#c79a55")
    canvas.fill(placed(ellipse(0, -height + 3, 6, 5)), "#a8763a")


def brocade(
    canvas: Canvas,
    corners: Outline,
    ground: str,
    threads: tuple[str, str, str],
    rows: int = 3,
    columns: int = 15,
) -> None:
    """Paint rows of lozenges and steps on a four-cornered cloth (top left, then clockwise)."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners

    def at(u: float, v: float) -> Point:
        left, right = (
            (ax + (dx - ax) * v, ay + (dy - ay) * v),
            (bx + (cx - bx) * v, by + (cy - by) * v),
        )
        return (left[0] + (right[0] - left[0]) * u, left[1] + (right[1] - left[1]) * u)

    canvas.fill(corners, ground)
    tall = 1 / rows
    for row in range(rows):
        v = row * tall
        canvas.fill(
            [
                at(0, v + tall * 0.02),
                at(1, v + tall * 0.02),
                at(1, v + tall * 0.1),
                at(0, v + tall * 0.1),
            ],
            threads[0],
        )
        canvas.fill(
            [
                at(0, v + tall * 0.9),
                at(1, v + tall * 0.9),
                at(1, v + tall * 0.98),
                at(0, v + tall * 0.98),
            ],
            threads[2],
        )
        for column in range(columns):
            u, wide, mid = (column + 0.5) / columns, 0.44 / columns, v + tall * 0.5
            outer = [
                at(u, mid - tall * 0.32),
                at(u + wide, mid),
                at(u, mid + tall * 0.32),
                at(u - wide, mid),
            ]
            inner = [
                at(u, mid - tall * 0.18),
                at(u + wide * 0.56, mid),
                at(u, mid + tall * 0.18),
                at(u - wide * 0.56, mid),
            ]
            canvas.fill(outer, threads[(row + column) % 2])
            canvas.fill(inner, ground)
            core = [
                at(u, mid - tall * 0.07),
                at(u + wide * 0.24, mid),
                at(u, mid + tall * 0.07),
                at(u - wide * 0.24, mid),
            ]
            canvas.fill(core, threads[2])


def folded_cloth(
    canvas: Canvas,
    x: float,
    base: float,
    half: float,
    thick: float,
    ground: str,
    threads: tuple[str, str, str],
) -> None:
    """Paint one folded shawl of a pile: patterned fold in front, plain top."""
    top = base - thick
    back = half * 0.9
    face: Outline = [(x - half, top), (x + half, top), (x + half, base), (x - half, base)]
    brocade(canvas, face, ground, threads, rows=1, columns=13)
    bulge = [*arc(x - half, (top + base) / 2, thick * 0.28, thick / 2, 90, 270)]
    canvas.fill(bulge, mixed(ground, "#1a0a08", 0.25))
    bulge = [*arc(x + half, (top + base) / 2, thick * 0.28, thick / 2, -90, 90)]
    canvas.fill(bulge, mixed(ground, "#1a0a08", 0.4))
    canvas.shade(face, "#1a0a08", lambda u, v: abs(v - 0.42) * 1.5 - 0.25 + u * 0.25, 0.75)
    canvas.shade(face, "#fff0d0", lambda u, v: 0.8 - abs(v - 0.28) * 3 - u * 0.6, 0.4)
    upper: Outline = [
        (x - back, top - thick * 0.62),
        (x + back, top - thick * 0.62),
        (x + half, top + 2),
        (x - half, top + 2),
    ]
    canvas.fill(upper, mixed(ground, "#fff0d0", 0.1))
    for index in range(5):
        v0, v1 = 0.1 + index * 0.18, 0.16 + index * 0.18
        lane = [
            (x - back - (half - back) * v0, top + thick * 0.62 * (v0 - 1)),
            (x + back + (half - back) * v0, top + thick * 0.62 * (v0 - 1)),
            (x + back + (half - back) * v1, top + thick * 0.62 * (v1 - 1)),
            (x - back - (half - back) * v1, top + thick * 0.62 * (v1 - 1)),
        ]
        canvas.fill(lane, threads[index % 3], 0.8)
    canvas.shade(upper, "#fff6e0", lambda u, v: 0.8 - u - v * 0.5, 0.6)
    canvas.shade(upper, "#1a0a08", lambda u, v: u * 0.9 - 0.5, 0.6)


def rolled_mat(
    canvas: Canvas,
    x: float,
    base: float,
    length: float,
    radius: float,
    lean: float,
    accent: tuple[str, str],
) -> None:
    """Paint a rolled sedge mat lying across the table, its round end to the right."""
    straw = "#dfc27c"

    def placed(points: Outline) -> Outline:
        return moved(turned(points, lean), x, base - radius)

    half = length / 2
    body: Outline = [
        (-half, -radius),
        (half, -radius),
        (half, radius),
        *arc(-half, 0, radius * 0.42, radius, 90, 270),
    ]
    canvas.contact(
        moved(
            placed(
                [
                    (-half, radius * 0.7),
                    (half, radius * 0.7),
                    (half, radius * 1.1),
                    (-half, radius * 1.1),
                ]
            ),
            14,
            8,
        ),
        0.75,
        9,
    )
    outline = placed(body)
    canvas.fill(outline, straw)
    for index in range(34):
        at = -half + length * index / 34
        tint = accent[0] if index % 11 in (3, 4) else accent[1] if index % 11 in (6,) else None
        band = [
            *arc(at, 0, radius * 0.42, radius, 90, 270),
            *reversed(arc(at + length / 34 * 0.8, 0, radius * 0.42, radius, 90, 270)),
        ]
        canvas.fill(
            placed(band),
            tint or mixed(straw, "#7a5420", 0.35 if index % 2 else 0.15),
            0.9 if tint else 0.5,
        )
    canvas.shade(outline, "#3a200c", lambda u, v: v * 1.8 - 0.95, 0.8)
    canvas.shade(outline, "#fffbe6", lambda u, v: 0.9 - abs(v - 0.2) * 4.5, 0.7)
    end = placed(ellipse(half, 0, radius * 0.42, radius))
    canvas.fill(end, mixed(straw, "#7a5420", 0.3))
    for ring in range(5, 0, -1):
        share = ring / 5.4
        canvas.fill(
            placed(ellipse(half, 0, radius * 0.42 * share, radius * share)),
            mixed(straw, "#5a3a14", 0.75),
        )
        canvas.fill(
            placed(ellipse(half + 1, 0, radius * 0.42 * share * 0.86, radius * share * 0.88)),
            accent[0] if ring == 4 else mixed(straw, "#fff3d0", 0.1),
        )
    canvas.shade(end, "#3a200c", lambda u, v: u * 0.7 + v * 0.7 - 0.55, 0.7)
    for at in (-half * 0.55, half * 0.5):
        cord = [
            *arc(at, 0, radius * 0.43, radius * 1.02, 90, 270),
            *reversed(arc(at + 9, 0, radius * 0.43, radius * 1.02, 90, 270)),
        ]
        canvas.fill(placed(cord), "#8a2f22")
