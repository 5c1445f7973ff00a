"""Bowls, cups, pots and vats of clay, and what rises from them."""

from illustration.body import turned_body
from illustration.canvas import Canvas, mixed
from illustration.geometry import arc, ellipse, lathe, ribbon, spline, tapered


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
