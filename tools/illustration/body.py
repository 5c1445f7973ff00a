"""How round and ball-like bodies take the light.

Owns the shading that vessels, fruit and wood share. Light falls from the upper left.
"""

import math

from illustration.canvas import Canvas, mixed
from illustration.geometry import Outline

TILT = 0.16
"""How high the ellipse of an opening is for its width."""


def turned_body(canvas: Canvas, outline: Outline, colour: str, gloss: float = 0.7) -> None:
    """Paint a round body: base colour, grainy shade on the right, light on the left."""
    canvas.fill(outline, colour)
    canvas.shade(outline, mixed(colour, "#2a1608", 0.55), lambda u, v: u * 1.5 - 0.75, 0.85)
    canvas.shade(outline, mixed(colour, "#2a1608", 0.4), lambda u, v: 0.22 - u * 1.6, 0.5)
    canvas.shade(
        outline, mixed(colour, "#fff4dc", 0.75), lambda u, v: 0.9 - abs(u - 0.27) * 4.2, gloss
    )


def round_body(canvas: Canvas, outline: Outline, colour: str, gloss: float = 0.8) -> None:
    """Paint a ball-like body lit from the upper left."""
    canvas.fill(outline, colour)
    canvas.shade(outline, mixed(colour, "#24100a", 0.55), lambda u, v: (u + v) * 0.95 - 0.95, 0.85)
    canvas.shade(
        outline,
        mixed(colour, "#fff6dd", 0.75),
        lambda u, v: 1.0 - math.hypot(u - 0.32, v - 0.28) * 3.1,
        gloss,
    )
