"""What dresses a vessel: lids, tied cloth and paper labels without words."""

from illustration.body import TILT, turned_body
from illustration.canvas import Canvas, mixed
from illustration.geometry import (
    Outline,
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


def cap(canvas: Canvas, x: float, top: float, half: float, height: float, colour: str) -> None:
    """Paint a round lid whose upper face is seen."""
    side = lathe(x, [(top, half), (top + height, half)], TILT, smooth=False)
    turned_body(canvas, side, colour, 0.6)
    for share in (0.35, 0.7):
        band = [
            *arc(x, top + height * share, half, half * TILT, 0, 180),
            *arc(x, top + height * share + 2.4, half, half * TILT, 180, 0),
        ]
        canvas.fill(band, mixed(colour, "#2a1608", 0.5), 0.35)
    face = ellipse(x, top, half, half * TILT)
    canvas.fill(face, mixed(colour, "#ffe9c4", 0.35))
    canvas.shade(face, mixed(colour, "#fff6e4", 0.7), lambda u, v: 1.0 - u * 1.2, 0.6)


def tied_cloth(
    canvas: Canvas, x: float, top: float, half: float, height: float, colour: str
) -> None:
    """Paint a cloth cover tied with string."""
    knot = top + height * 0.17
    waves = [
        (x - half * 1.08 + half * 2.16 * index / 10, knot + height * (0.112 if index % 2 else 0.08))
        for index in range(11)
    ]
    skirt = [(x - half * 0.82, knot), *spline(waves), (x + half * 0.82, knot)]
    canvas.fill(skirt, mixed(colour, "#2a1608", 0.12))
    canvas.shade(skirt, mixed(colour, "#2a1608", 0.55), lambda u, v: u * 1.2 - 0.4, 0.7)
    dome = lathe(
        x,
        [
            (top - height * 0.015, half * 0.7),
            (top + height * 0.05, half * 0.9),
            (knot, half * 0.84),
        ],
        0.14,
    )
    turned_body(canvas, dome, colour, 0.6)
    for share in (-0.6, -0.3, 0.05, 0.35, 0.65):
        fold = ribbon(
            [(x + half * share * 0.8, top + height * 0.02), (x + half * share * 0.98, knot)],
            tapered(3.4, 0.5, 1.5),
        )
        canvas.fill(fold, mixed(colour, "#2a1608", 0.55), 0.3)
    string = [
        *arc(x, knot - 2, half * 0.87, half * 0.12, 0, 180),
        *arc(x, knot + 4, half * 0.87, half * 0.12, 180, 0),
    ]
    canvas.fill(string, "#f2dfb3")
    for turn in (-1, 1):
        loop = ribbon(
            [
                (x - half * 0.1, knot + half * 0.1),
                (x - half * 0.1 + turn * 30, knot - 4),
                (x - half * 0.1 + turn * 34, knot + 20),
                (x - half * 0.1, knot + half * 0.12),
            ],
            3.2,
        )
        canvas.fill(loop, "#f2dfb3")


def paper_label(
    canvas: Canvas, x: float, y: float, width: float, height: float, paper: str, ink: str
) -> None:
    """Paint a label with a plain mark: no words, so that it fits every language."""
    outline = _bent(x, y, width, height)
    canvas.fill(outline, paper)
    canvas.shade(outline, mixed(paper, "#6b4a2e", 0.45), lambda u, v: u * 1.4 - 0.75, 0.7)
    inner = _bent(x, y, width * 0.88, height * 0.82)
    frame = _bent(x, y, width * 0.84, height * 0.74)
    canvas.fill(inner, ink, 0.75)
    canvas.fill(frame, paper)
    for lean in (-38, 0, 38):
        blade = blob([(0, 0), (0.42, -0.75), (0, -1.7), (-0.42, -0.75)])
        canvas.fill(moved(turned(blade, lean), x, y - height * 0.02, height * 0.15), ink, 0.85)
    for row, share in ((0.14, 0.46), (0.25, 0.3)):
        canvas.fill(_bent(x, y + height * row, width * share, height * 0.045), ink, 0.6)


def _bent(x: float, y: float, width: float, height: float) -> Outline:
    sag = width * 0.05
    return [
        *arc(x, y - height / 2 - sag * 0.4, width / 2, sag, 180, 0),
        *arc(x, y + height / 2 - sag * 0.4, width / 2, sag, 0, 180),
    ]


def tin(
    canvas: Canvas, x: float, base: float, half: float, height: float, colour: str, label: str
) -> None:
    """Paint a round tea tin with its lid on."""
    top = base - height
    body = lathe(x, [(top, half), (base, half)], TILT, False)
    canvas.shadow([body], base)
    canvas.contact(ellipse(x + 6, base + half * 0.04, half, half * 0.18))
    turned_body(canvas, body, colour, 0.75)
    for share in (0.27, 0.93):
        hoop = [
            *arc(x, top + height * share, half, half * TILT, 0, 180),
            *arc(x, top + height * share + 5, half, half * TILT, 180, 0),
        ]
        canvas.fill(hoop, "#d9a441", 0.9)
    paper_label(canvas, x, base - height * 0.36, half * 1.5, height * 0.44, label, colour)
    cap(canvas, x, top - 4, half * 1.02, height * 0.2, colour)
