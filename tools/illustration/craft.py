"""What hands make: sacks, bags, baskets, trays, hats, cloth, mats, soap."""

import math
import random

from illustration.canvas import Canvas, mixed
from illustration.geometry import (
    Outline,
    Point,
    arc,
    blob,
    ellipse,
    lathe,
    moved,
    ribbon,
    rounded,
    spline,
    tapered,
    turned,
)
from illustration.harvest import round_body
from illustration.vessels import paper_label, turned_body


def sack(
    canvas: Canvas, x: float, base: float, half: float, height: float, colour: str = "#c9a56c"
) -> tuple[float, float]:
    """Paint an open burlap sack; return the height and half width of its opening."""
    top = base - height
    body = blob(
        [
            (x - half * 0.82, top),
            (x - half * 1.02, top + height * 0.45),
            (x - half * 1.05, base - height * 0.12),
            (x - half * 0.8, base),
            (x, base + half * 0.06),
            (x + half * 0.82, base),
            (x + half * 1.06, base - height * 0.14),
            (x + half * 1.0, top + height * 0.42),
            (x + half * 0.82, top),
            (x, top + half * 0.1),
        ]
    )
    canvas.shadow([body], base)
    canvas.contact(ellipse(x + 8, base, half * 1.02, half * 0.14), 0.7, 7)
    turned_body(canvas, body, colour, 0.5)
    _burlap(canvas, x, top, base, half, colour)
    for share, sway in ((-0.62, 18), (-0.2, -14), (0.3, 16), (0.66, -12)):
        fold = ribbon(
            [
                (x + half * share, top + height * 0.1),
                (x + half * share + sway, top + height * 0.5),
                (x + half * share * 1.1, base - height * 0.1),
            ],
            tapered(half * 0.05, 1, 1),
        )
        canvas.fill(fold, mixed(colour, "#2a1608", 0.55), 0.22)
    roll = lathe(
        x,
        [
            (top - half * 0.1, half * 0.86),
            (top + half * 0.06, half * 0.96),
            (top + half * 0.2, half * 0.9),
        ],
        0.28,
    )
    turned_body(canvas, roll, mixed(colour, "#fff3d0", 0.18), 0.6)
    opening = ellipse(x, top - half * 0.1, half * 0.84, half * 0.26)
    canvas.fill(opening, mixed(colour, "#2a1608", 0.55))
    return top - half * 0.1, half * 0.82


def _burlap(canvas: Canvas, x: float, top: float, base: float, half: float, colour: str) -> None:
    hand = random.Random(5)
    dark, light = mixed(colour, "#2a1608", 0.5), mixed(colour, "#fff3d0", 0.5)
    for _ in range(240):
        px = x + half * 0.96 * hand.uniform(-1, 1)
        py = hand.uniform(top + half * 0.25, base - half * 0.08)
        long = hand.uniform(6, 13)
        flat = hand.random() < 0.5
        dash = (
            [(px, py), (px + long, py), (px + long, py + 1.5), (px, py + 1.5)]
            if flat
            else [(px, py), (px + 1.5, py), (px + 1.5, py + long), (px, py + long)]
        )
        canvas.fill(dash, dark if hand.random() < 0.55 else light, 0.4)


def paper_bag(
    canvas: Canvas,
    x: float,
    base: float,
    width: float,
    height: float,
    colour: str,
    ink: str,
    label: str = "#fbf3df",
) -> None:
    """Paint a folded paper bag with a label."""
    half, top, side = width / 2, base - height, width * 0.16
    front: Outline = [
        (x - half, top + 8),
        (x + half, top + 8),
        (x + half * 1.03, base),
        (x - half * 1.03, base),
    ]
    flank: Outline = [
        (x + half, top + 8),
        (x + half + side, top + height * 0.08),
        (x + half * 1.03 + side, base - side * 0.35),
        (x + half * 1.03, base),
    ]
    canvas.shadow([front, flank], base)
    canvas.contact(
        [
            (x - half, base - 4),
            (x + half + side, base - side * 0.3),
            (x + half, base + 9),
            (x - half, base + 9),
        ],
        0.7,
        5,
    )
    canvas.fill(flank, mixed(colour, "#2a1608", 0.35))
    canvas.shade(flank, mixed(colour, "#2a1608", 0.6), lambda u, v: u * 0.9 + v * 0.3 - 0.3, 0.7)
    canvas.fill(front, colour)
    canvas.shade(front, mixed(colour, "#fff6e4", 0.6), lambda u, v: 0.9 - u * 1.1 - v * 0.4, 0.75)
    canvas.shade(front, mixed(colour, "#2a1608", 0.4), lambda u, v: u * 0.8 + v * 0.6 - 0.7, 0.7)
    for share, lean in ((-0.7, 12), (0.62, -14)):
        crease = ribbon(
            [
                (x + half * share, top + height * 0.12),
                (x + half * share + lean, top + height * 0.5),
                (x + half * share * 0.9, base - 8),
            ],
            tapered(4, 1, 1),
        )
        canvas.fill(crease, mixed(colour, "#2a1608", 0.45), 0.2)
    fold: Outline = [
        (x - half * 1.0, top - height * 0.05),
        (x + half * 1.0, top - height * 0.05),
        (x + half * 1.02, top + height * 0.11),
        (x - half * 1.02, top + height * 0.11),
    ]
    canvas.contact(moved(fold, 0, 7), 0.35, 4)
    canvas.fill(fold, mixed(colour, "#fff6e4", 0.22))
    canvas.shade(fold, mixed(colour, "#2a1608", 0.4), lambda u, v: u * 1.1 - 0.6, 0.6)
    canvas.fill(rounded(x - half * 0.85, top + height * 0.02, half * 1.7, 5, 2), ink, 0.8)
    paper_label(canvas, x, base - height * 0.42, width * 0.74, height * 0.4, label, ink)


def basket(
    canvas: Canvas,
    x: float,
    base: float,
    half: float,
    height: float,
    colour: str,
    *,
    foot: float = 0.78,
    bands: str | None = None,
    rows: int = 13,
    open_top: bool = True,
) -> tuple[float, float]:
    """Paint a woven basket; return the height and half width of its opening.

    Without ``open_top`` only the front is painted, over things that already stand in it.
    """
    top = base - height

    def width_at(share: float) -> float:
        return half * (1 - (1 - foot) * share**1.6)

    profile: list[Point] = [(top + height * step / 6, width_at(step / 6)) for step in range(7)]
    body = lathe(x, profile, 0.2)
    if not open_top:
        body = [point for point in body if point[1] >= top - 1]
        body = [*arc(x, top, half, half * 0.2, 180, 0), *body[2:]]
    canvas.shadow([body], base)
    canvas.contact(ellipse(x + 8, base + half * foot * 0.1, half * foot, half * foot * 0.2), 0.7, 6)
    turned_body(canvas, body, mixed(colour, "#2a1608", 0.28), 0.3)
    columns = 17
    for row in range(rows):
        share = (row + 0.5) / rows
        tint = bands if bands and row % 5 == 2 else colour
        for column in range(columns):
            if (row + column) % 2:
                continue
            start, end = (math.pi * (column + edge) / columns for edge in (-0.35, 1.35))
            _weft(
                canvas,
                x,
                top + height * share,
                width_at(share),
                start,
                end,
                height / rows * 0.82,
                tint,
            )
    canvas.shade(body, "#24120a", lambda u, v: u * 1.5 - 0.8, 0.6)
    canvas.shade(body, "#fff3d0", lambda u, v: 0.75 - abs(u - 0.25) * 4, 0.4)
    if not open_top:
        front = ribbon(arc(x, top, half * 1.01, half * 0.2, 180, 0)[::6], height * 0.09)
        turned_body(canvas, front, mixed(colour, "#fff3d0", 0.15), 0.6)
        return top, half
    rim = ellipse(x, top, half * 1.03, half * 0.21)
    canvas.fill(moved(rim, 0, half * 0.06), mixed(colour, "#2a1608", 0.45))
    canvas.fill(rim, mixed(colour, "#fff3d0", 0.22))
    canvas.shade(rim, mixed(colour, "#2a1608", 0.5), lambda u, v: u * 1.1 - 0.5, 0.7)
    hollow = ellipse(x, top + 2, half * 0.92, half * 0.165)
    canvas.fill(hollow, mixed(colour, "#1d0e05", 0.72))
    return top + 2, half * 0.9


def _weft(
    canvas: Canvas,
    x: float,
    y: float,
    half: float,
    start: float,
    end: float,
    thick: float,
    colour: str,
) -> None:
    points = []
    for step in range(5):
        angle = max(0.02, min(math.pi - 0.02, start + (end - start) * step / 4))
        points.append((x - math.cos(angle) * half, y + math.sin(angle) * half * 0.2))
    if points[-1][0] - points[0][0] < 2:
        return
    strip = ribbon(points, tapered(thick, thick * 0.55, thick * 0.55))
    canvas.fill(strip, colour)
    canvas.fill(
        moved(ribbon(points, tapered(thick * 0.3, 0.5, 0.5)), 0, -thick * 0.2),
        mixed(colour, "#fff6dc", 0.6),
        0.6,
    )


def tray(
    canvas: Canvas, x: float, y: float, half: float, colour: str = "#d8b273", tilt: float = 0.36
) -> None:
    """Paint a flat round bamboo tray seen from above."""
    canvas.contact(ellipse(x + 16, y + 14, half * 1.01, half * tilt * 1.05), 0.6, 9)
    canvas.fill(ellipse(x, y + 12, half, half * tilt), mixed(colour, "#2a1608", 0.5))
    rim = ellipse(x, y, half, half * tilt)
    canvas.fill(rim, mixed(colour, "#2a1608", 0.1))
    canvas.shade(rim, mixed(colour, "#fff6dc", 0.6), lambda u, v: 0.9 - u - v * 0.4, 0.8)
    floor = ellipse(x, y + 3, half * 0.92, half * tilt * 0.9)
    canvas.fill(floor, mixed(colour, "#fff3d0", 0.25))
    for index in range(-9, 10):
        for lean in (-1, 1):
            across = index / 10
            reach = math.sqrt(max(0.0, 1 - across * across)) * 0.9
            line = [
                (
                    x + half * 0.92 * (across * 0.7 + lean * side * reach * 0.7),
                    y + 3 + half * tilt * 0.9 * (across * 0.7 * -lean + side * reach * 0.7),
                )
                for side in (-1, 0, 1)
            ]
            canvas.fill(ribbon(line, 2.6), mixed(colour, "#4a2a10", 0.5), 0.22)
    canvas.shade(floor, mixed(colour, "#3a200c", 0.5), lambda u, v: 0.75 - u * 1.2 - v * 0.9, 0.7)


def leaning_tray(
    canvas: Canvas, x: float, base: float, half: float, colour: str = "#cfa25c"
) -> None:
    """Paint a round bamboo tray that leans against the wall."""
    cy = base - half * 0.93
    canvas.contact(ellipse(x + 26, cy + 16, half, half * 0.97), 0.32, 12)
    rim = ellipse(x, cy, half, half * 0.96)
    canvas.fill(rim, mixed(colour, "#2a1608", 0.15))
    canvas.shade(rim, mixed(colour, "#fff6dc", 0.6), lambda u, v: 0.95 - u - v * 0.6, 0.8)
    inner = ellipse(x, cy, half * 0.92, half * 0.88)
    canvas.fill(inner, mixed(colour, "#fff3d0", 0.3))
    for index in range(-11, 12):
        across = index / 12
        reach = math.sqrt(1 - across * across) * 0.9
        for start, end in (
            ((across, -reach), (across, reach)),
            ((-reach, across), (reach, across)),
        ):
            line = [
                (x + half * 0.92 * px, cy + half * 0.88 * py) for px, py in turned([start, end], 45)
            ]
            canvas.fill(ribbon(line, 3), mixed(colour, "#4a2a10", 0.5), 0.25)
    canvas.shade(inner, mixed(colour, "#3a200c", 0.45), lambda u, v: u * 0.7 + v * 0.7 - 0.6, 0.7)
    canvas.shade(inner, "#fff6dc", lambda u, v: 0.8 - u - v, 0.6)


def board(
    canvas: Canvas, x: float, y: float, half: float, deep: float, colour: str = "#8a5530"
) -> None:
    """Paint a wooden serving board lying on the table."""
    top: Outline = [
        (x - half, y - deep),
        (x + half * 0.94, y - deep),
        (x + half * 1.06, y + deep),
        (x - half * 1.08, y + deep),
    ]
    canvas.contact(moved(top, 16, 18), 0.6, 9)
    canvas.fill(
        [top[3], top[2], (x + half * 1.06, y + deep + 17), (x - half * 1.08, y + deep + 17)],
        mixed(colour, "#1d0e05", 0.5),
    )
    canvas.fill(top, colour)
    canvas.shade(top, mixed(colour, "#ffe9c4", 0.5), lambda u, v: 0.9 - u - v * 0.5, 0.8)
    canvas.shade(top, mixed(colour, "#1d0e05", 0.5), lambda u, v: u * 0.9 + v * 0.3 - 0.6, 0.7)
    for index in range(7):
        at = y - deep + 2 * deep * (index + 0.5) / 7
        canvas.fill(
            ribbon(
                [
                    (x - half * 1.0, at),
                    (x - half * 0.2, at + index % 3 * 3 - 3),
                    (x + half, at + 2),
                ],
                tapered(3, 1, 1),
            ),
            mixed(colour, "#1d0e05", 0.6),
            0.3,
        )


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


def parcel(canvas: Canvas, x: float, base: float, length: float, turn: float) -> None:
    """Paint a banana-leaf parcel tied with bamboo string."""
    half, thick = length / 2, length * 0.19

    def placed(points: Outline) -> Outline:
        return moved(turned(points, turn), x, base - thick)

    body = placed(
        blob(
            [
                (-half, -thick * 0.6),
                (-half * 0.4, -thick),
                (half * 0.4, -thick),
                (half, -thick * 0.6),
                (half * 1.02, thick * 0.6),
                (half * 0.4, thick),
                (-half * 0.4, thick),
                (-half * 1.02, thick * 0.6),
            ]
        )
    )
    canvas.contact(moved(body, 10, 10), 0.6, 6)
    round_body(canvas, body, "#4f7f3c", 0.7)
    for share in (-0.55, -0.1, 0.35):
        vein = ribbon(
            [(-half * 0.9, thick * share), (0, thick * (share - 0.1)), (half * 0.9, thick * share)],
            tapered(2.4),
        )
        canvas.fill(placed(vein), "#a9c77a", 0.5)
    tip = placed(
        [
            (half * 0.78, -thick * 0.7),
            (half * 1.28, -thick * 0.25),
            (half * 1.2, thick * 0.5),
            (half * 0.8, thick * 0.6),
        ]
    )
    canvas.fill(tip, "#3f6b30")
    canvas.shade(tip, "#8fb862", lambda u, v: 0.8 - v, 0.7)
    for at in (-half * 0.45, half * 0.35):
        cord = [
            *arc(at, 0, thick * 0.3, thick * 1.03, 90, 270),
            *reversed(arc(at + 6, 0, thick * 0.3, thick * 1.03, 90, 270)),
        ]
        canvas.fill(placed(cord), "#e8cf8f")
        canvas.fill(placed(ellipse(at + 2, -thick * 0.95, 7, 5)), "#d6b566")


def noodle_bundle(
    canvas: Canvas, x: float, base: float, length: float, turn: float, colour: str = "#cbb892"
) -> None:
    """Paint a bundle of dry noodles tied in the middle."""
    half, thick = length / 2, length * 0.13

    def placed(points: Outline) -> Outline:
        return moved(turned(points, turn), x, base - thick)

    silhouette = placed(
        [
            (-half, -thick),
            (0, -thick * 0.72),
            (half, -thick),
            (half, thick),
            (0, thick * 0.72),
            (-half, thick),
        ]
    )
    canvas.contact(moved(silhouette, 9, 10), 0.55, 6)
    canvas.fill(silhouette, mixed(colour, "#3a2a14", 0.35))
    hand = random.Random(round(x * 3 + base))
    for index in range(44):
        share = -1 + 2 * index / 43
        wave = hand.uniform(-3, 3)
        strand = spline(
            [
                (-half - hand.uniform(-8, 10), thick * share + wave),
                (0, thick * share * 0.72),
                (half + hand.uniform(-8, 10), thick * share - wave),
            ]
        )
        tint = mixed(colour, "#fffbe8" if index % 3 else "#5a4526", 0.45 if index % 3 else 0.3)
        canvas.fill(placed(ribbon(strand[::6], 3.2)), tint, 0.85)
    canvas.shade(silhouette, "#2a1c0c", lambda u, v: v * 1.5 - 0.7, 0.6)
    tie = [
        *arc(-9, 0, thick * 0.3, thick * 0.8, 90, 270),
        *reversed(arc(11, 0, thick * 0.3, thick * 0.8, 90, 270)),
    ]
    canvas.fill(placed(tie), "#a5442c")
    canvas.shade(placed(tie), "#3a100a", lambda u, v: v * 1.4 - 0.7, 0.7)
