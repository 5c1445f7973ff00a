"""Sacks, paper bags, leaf parcels and bundles."""

import random

from illustration.body import round_body, turned_body
from illustration.canvas import Canvas, mixed
from illustration.geometry import (
    Outline,
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
from illustration.trim import paper_label


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
