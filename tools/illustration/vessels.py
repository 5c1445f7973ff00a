"""Jars, bottles, bowls, cups and pots.

Each takes the canvas, the middle ``x`` and the ``base`` on which it stands, and casts its own
shadow. Sizes are drawing units.
"""

from collections.abc import Sequence

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

Profile = Sequence[Point]
TILT = 0.16


def turned_body(canvas: Canvas, outline: Outline, colour: str, gloss: float = 0.7) -> None:
    """Paint a round body: base colour, grainy shade on the right, light on the left."""
    canvas.fill(outline, colour)
    canvas.shade(outline, mixed(colour, "#2a1608", 0.55), lambda u, v: u * 1.5 - 0.75, 0.85)
    canvas.shade(outline, mixed(colour, "#2a1608", 0.4), lambda u, v: 0.22 - u * 1.6, 0.5)
    canvas.shade(
        outline, mixed(colour, "#fff4dc", 0.75), lambda u, v: 0.9 - abs(u - 0.27) * 4.2, gloss
    )


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


def bowl(
    canvas: Canvas,
    x: float,
    base: float,
    half: float,
    colour: str,
    *,
    depth: float = 0.72,
    inside: str | None = None,
    tilt: float = 0.3,
    band: str | None = None,
) -> tuple[float, float]:
    """Paint a bowl and return the middle height and half width of its opening."""
    rim = base - half * depth
    profile = [
        (rim, half),
        (rim + half * depth * 0.35, half * 0.93),
        (rim + half * depth * 0.75, half * 0.62),
        (base - half * 0.07, half * 0.42),
        (base, half * 0.42),
    ]
    side = lathe(x, profile, tilt * 0.7)
    canvas.shadow([side, ellipse(x, rim, half, half * tilt)], base)
    canvas.contact(ellipse(x + 5, base + half * 0.05, half * 0.55, half * 0.14))
    turned_body(canvas, side, colour)
    if band:
        stripe = [
            *arc(x, rim + half * 0.2, half * 0.955, half * tilt * 0.85, 12, 168),
            *arc(x, rim + half * 0.3, half * 0.925, half * tilt * 0.85, 168, 12),
        ]
        canvas.fill(stripe, band, 0.85)
    opening = ellipse(x, rim, half, half * tilt)
    canvas.fill(opening, mixed(colour, "#fff3dd", 0.4))
    hollow = ellipse(x, rim + half * 0.015, half * 0.93, half * tilt * 0.9)
    deep = inside or mixed(colour, "#2a1608", 0.3)
    canvas.fill(hollow, deep)
    canvas.shade(hollow, mixed(deep, "#2a1608", 0.6), lambda u, v: 0.85 - u * 0.8 - v * 0.6, 0.8)
    return rim, half * 0.93


def teacup(
    canvas: Canvas,
    x: float,
    base: float,
    half: float,
    colour: str,
    tea: str,
    band: str | None = None,
) -> None:
    """Paint a small cup without handle, filled with tea."""
    rim, inner = bowl(canvas, x, base, half, colour, depth=1.02, tilt=0.32, band=band)
    liquor = ellipse(x, rim + half * 0.1, inner * 0.93, half * 0.32 * 0.78)
    canvas.fill(liquor, tea)
    canvas.shade(
        liquor,
        mixed(tea, "#fffbe0", 0.7),
        lambda u, v: 1.1 - abs(u - 0.3) * 3 - abs(v - 0.35) * 2.2,
        0.8,
    )
    canvas.shade(liquor, mixed(tea, "#2a1608", 0.5), lambda u, v: u * 1.4 - 0.8, 0.6)


def saucer(canvas: Canvas, x: float, base: float, half: float, colour: str) -> None:
    """Paint a flat plate."""
    canvas.contact(ellipse(x + 10, base + 8, half * 1.0, half * 0.31), 0.6, 8)
    lower = ellipse(x, base + half * 0.05, half * 0.98, half * 0.3)
    canvas.fill(lower, mixed(colour, "#2a1608", 0.35))
    plate = ellipse(x, base, half, half * 0.3)
    canvas.fill(plate, colour)
    canvas.shade(plate, mixed(colour, "#2a1608", 0.45), lambda u, v: u * 1.1 - 0.5, 0.7)
    canvas.shade(plate, "#fffaf0", lambda u, v: 0.9 - u * 1.2 - v * 0.5, 0.7)
    well = ellipse(x, base + 1, half * 0.68, half * 0.19)
    canvas.fill(well, mixed(colour, "#2a1608", 0.12))
    canvas.shade(well, mixed(colour, "#fff6e4", 0.6), lambda u, v: u * 0.9 + v * 0.6 - 0.6, 0.7)


def steam(canvas: Canvas, x: float, y: float, height: float) -> None:
    """Paint rising steam."""
    for shift, tall in ((-26, 0.8), (4, 1.0), (32, 0.7)):
        wisp = ribbon(
            [
                (x + shift, y),
                (x + shift - 18, y - height * tall * 0.33),
                (x + shift + 16, y - height * tall * 0.66),
                (x + shift - 6, y - height * tall),
            ],
            tapered(17, 2, 0),
        )
        canvas.soften([wisp], "#fffdf6", 5, 0.75)


def teapot(canvas: Canvas, x: float, base: float, half: float, colour: str) -> None:
    """Paint a round clay pot with spout on the left and handle on the right."""
    top = base - half * 1.25
    handle = ribbon(
        [
            (x + half * 0.78, top + half * 0.35),
            (x + half * 1.45, top + half * 0.2),
            (x + half * 1.5, base - half * 0.45),
            (x + half * 0.86, base - half * 0.3),
        ],
        half * 0.15,
    )
    spout = [
        *spline(
            [
                (x - half * 0.8, base - half * 0.35),
                (x - half * 1.2, base - half * 0.62),
                (x - half * 1.45, top + half * 0.12),
            ]
        ),
        *spline(
            [
                (x - half * 1.27, top + half * 0.06),
                (x - half * 1.05, top + half * 0.42),
                (x - half * 0.72, top + half * 0.45),
            ]
        ),
    ]
    body = lathe(
        x,
        [
            (top, half * 0.46),
            (top + half * 0.22, half * 0.84),
            (top + half * 0.62, half),
            (base - half * 0.3, half * 0.86),
            (base, half * 0.52),
        ],
        0.2,
    )
    canvas.shadow([body, handle], base)
    canvas.contact(ellipse(x + 6, base + half * 0.06, half * 0.66, half * 0.14))
    turned_body(canvas, handle, colour, 0.4)
    turned_body(canvas, spout, colour, 0.5)
    canvas.fill(
        ellipse(x - half * 1.36, top + half * 0.09, half * 0.1, half * 0.05, -25),
        mixed(colour, "#120804", 0.6),
    )
    turned_body(canvas, body, colour, 0.55)
    lid = lathe(
        x,
        [
            (top - half * 0.2, half * 0.12),
            (top - half * 0.12, half * 0.4),
            (top + half * 0.03, half * 0.48),
        ],
        0.2,
    )
    turned_body(canvas, lid, mixed(colour, "#fff0d8", 0.08), 0.6)
    knob = ellipse(x, top - half * 0.28, half * 0.13, half * 0.12)
    turned_body(canvas, knob, colour, 0.8)


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


def vat(canvas: Canvas, x: float, base: float, half: float, colour: str = "#8a4a26") -> None:
    """Paint a big earthen vat under its lid."""
    height = half * 2.1
    top = base - height
    body = lathe(
        x,
        [
            (top, half * 0.6),
            (top + height * 0.06, half * 0.56),
            (top + height * 0.28, half * 0.94),
            (top + height * 0.5, half),
            (base - height * 0.1, half * 0.7),
            (base, half * 0.62),
        ],
        0.18,
    )
    canvas.shadow([body], base)
    canvas.contact(ellipse(x + 8, base + half * 0.08, half * 0.75, half * 0.16), 0.75, 8)
    turned_body(canvas, body, colour, 0.65)
    for share in (0.2, 0.3):
        ring = [
            *arc(
                x,
                top + height * share,
                half * (0.84 if share < 0.25 else 0.95),
                half * 0.15,
                5,
                175,
            ),
            *arc(
                x,
                top + height * share + 4,
                half * (0.84 if share < 0.25 else 0.95),
                half * 0.15,
                175,
                5,
            ),
        ]
        canvas.fill(ring, mixed(colour, "#2a1608", 0.55), 0.5)
    cone = [
        (x - half * 0.78, top + half * 0.04),
        (x - half * 0.1, top - half * 0.5),
        (x + half * 0.1, top - half * 0.5),
        (x + half * 0.78, top + half * 0.04),
        *arc(x, top + half * 0.04, half * 0.78, half * 0.15, 0, 180),
    ]
    canvas.fill(cone, "#d9b067")
    canvas.shade(cone, "#5a3517", lambda u, v: u * 1.5 - 0.7, 0.75)
    canvas.shade(cone, "#fff0c8", lambda u, v: 0.8 - abs(u - 0.3) * 3, 0.6)
    for share in (0.3, 0.55, 0.8):
        ring = [
            *arc(
                x,
                top - half * 0.5 + half * 0.54 * share,
                half * 0.78 * share,
                half * 0.13 * share,
                0,
                180,
            ),
            *arc(
                x,
                top - half * 0.5 + half * 0.54 * share + 3,
                half * 0.78 * share,
                half * 0.13 * share,
                180,
                0,
            ),
        ]
        canvas.fill(ring, "#8a5a24", 0.5)
