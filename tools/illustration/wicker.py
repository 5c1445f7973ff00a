"""Woven things: baskets, trays, and the board beside them."""

import math

from illustration.body import turned_body
from illustration.canvas import Canvas, mixed
from illustration.geometry import (
    Outline,
    Point,
    arc,
    ellipse,
    lathe,
    moved,
    ribbon,
    tapered,
    turned,
)


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
        return half * (1 - (1 - foot) * math.pow(share, 1.6))

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
