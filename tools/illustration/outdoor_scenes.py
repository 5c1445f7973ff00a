"""Gardens, a pond, hills and a market."""

import random

from illustration.canvas import Canvas
from illustration.garden import apricot_tree, carp, lily_pad, lotus, orchid
from illustration.geometry import Outline, ellipse, ribbon, tapered
from illustration.glass import jar
from illustration.grains import coffee_bean, heap, mound, peppercorn, rice_grain
from illustration.places import awning, mountains, stall, stilt_house
from illustration.produce import pomelo
from illustration.sacks import sack
from illustration.setting import FOOD, GARDEN, studio
from illustration.trim import tin
from illustration.wicker import basket


def potted_orchid() -> Canvas:
    canvas = studio(GARDEN, tall=True)
    orchid(canvas, 430, 1080)
    return canvas


def new_year_tree() -> Canvas:
    canvas = studio(GARDEN, tall=True)
    apricot_tree(canvas, 450, 1060)
    return canvas


def carps() -> Canvas:
    canvas = Canvas(1200, 900, "#3f8a8f")
    whole: Outline = [(0, 0), (1200, 0), (1200, 900), (0, 900)]
    canvas.shade(whole, "#9fd0c4", lambda u, v: 1.0 - u * 0.9 - v * 0.8, 0.9, 0)
    canvas.shade(whole, "#16474f", lambda u, v: u * 0.7 + v * 0.7 - 0.6, 0.9, 0)
    for x, y, size in ((300, 300, 150), (820, 560, 210), (500, 720, 120)):
        for ring in (1.0, 0.72, 0.46):
            for edge, tone in ((size * ring, "#d5efe6"), (size * ring - 5, "#4a969a")):
                canvas.fill(ellipse(x, y, edge, edge * 0.8), tone, 0.1)
    carp(
        canvas,
        [(250, 560), (400, 470), (560, 450), (720, 350), (820, 330)],
        520,
        (0.16, 0.46, 0.78),
        "#d8481f",
    )
    carp(
        canvas,
        [(960, 640), (820, 700), (690, 690), (560, 770), (470, 760)],
        430,
        (0.12, 0.36, 0.66),
        "#e07a1c",
    )
    carp(canvas, [(420, 180), (540, 230), (650, 190), (760, 130)], 320, (0.3, 0.72), "#2f2a2c")
    lily_pad(canvas, 1010, 250, 150, 140)
    lily_pad(canvas, 170, 770, 120, 320)
    lily_pad(canvas, 1120, 420, 90, 200)
    lotus(canvas, 1000, 220, 110)
    return canvas


def landscape(house: tuple[float, float, float] = (520, 700, 250)) -> Canvas:
    canvas = Canvas(1200, 900, "#f6e3c6")
    whole: Outline = [(0, 0), (1200, 0), (1200, 900), (0, 900)]
    canvas.shade(whole, "#a9bfd9", lambda u, v: 0.75 - v * 1.5, 0.9, 0)
    canvas.shade(whole, "#fbd9a0", lambda u, v: 0.75 - abs(v - 0.45) * 3, 0.8, 0)
    sun = ellipse(330, 250, 86, 86)
    canvas.soften([ellipse(330, 250, 120, 120)], "#fff3cc", 30, 0.7)
    canvas.fill(sun, "#fbe3a0")
    mountains(canvas, 600, "#2b4a77")
    field: Outline = [(0, 590), (1200, 590), (1200, 900), (0, 900)]
    canvas.fill(field, "#a9b74a")
    for index in range(8):
        y = 600 + index * index * 5
        tone = ("#b9c45a", "#8fa83c", "#c9c75f", "#7a9a3a")[index % 4]
        terrace: Outline = [
            *ribbon(
                [(-40, y), (300, y + 18 - index * 4), (760, y - 10), (1240, y + 14)], 8 + index * 9
            )
        ]
        canvas.fill(terrace, tone)
        canvas.fill(
            ribbon(
                [
                    (-40, y + 5 + index * 4),
                    (300, y + 23 + index * 0.4),
                    (760, y - 4 + index * 5),
                    (1240, y + 19 + index * 4),
                ],
                4,
            ),
            "#5a6b28",
            0.35,
        )
    canvas.shade(field, "#2f4a1e", lambda u, v: v * 0.7 + u * 0.3 - 0.5, 0.7)
    canvas.shade(field, "#fbeeb0", lambda u, v: 0.7 - u - v * 0.8, 0.7)
    stilt_house(canvas, *house)
    hand = random.Random(15)
    for index in range(340):
        left, foot = hand.uniform(-10, 1210), 806 + index * 0.36 + hand.uniform(-4, 10)
        lean, tall = hand.uniform(-12, 26), hand.uniform(44, 84)
        blade = ribbon(
            [(left, foot), (left + lean * 0.25, foot - tall * 0.6), (left + lean, foot - tall)],
            tapered(6, 5, 0.6),
        )
        canvas.fill(blade, hand.choice(("#5f7f2f", "#7f9a3a", "#4a6b28", "#b5b44a", "#8fa83c")))
    return canvas


def morning_hills() -> Canvas:
    return landscape(house=(640, 660, 210))


def market() -> Canvas:
    canvas = studio(FOOD, disc=(600, 380, 330))
    counter = stall(canvas, 600, 830, 470, 640)
    shelf = counter - 640 * 0.26
    for x, tone in (
        (260, "#dd8a10"),
        (345, "#8a4310"),
        (430, "#e9c24a"),
        (770, "#7a2f1c"),
        (855, "#dd8a10"),
        (940, "#a9b83f"),
    ):
        jar(canvas, x, shelf, 98, tone, lid="#8a5530", label=None)
    tin(canvas, 600, shelf, 44, 104, "#2f6b3a", "#fbf3df")
    for x, sprite, size, colour in (
        (290, coffee_bean, 12, "#c9a56c"),
        (470, rice_grain, 9, "#dcc595"),
        (650, peppercorn, 9, "#b9935a"),
    ):
        height, half = sack(canvas, x, counter + 4, 78, 112, colour)
        if sprite is rice_grain:
            mound(canvas, x, height, half, 34, "#efe6cc", 0.28)
        heap(canvas, sprite, x, height, half, 34, size, 110)
    height, half = basket(canvas, 880, counter + 4, 112, 84, "#c9964f", bands="#8a2f22", rows=7)
    for x, y in ((820, -18), (880, -34), (940, -18), (850, 4), (912, 4)):
        pomelo(canvas, x, height + y, 34)
    awning(canvas, 600, 160, 540, 120, ("#b5382a", "#f6ecd2"))
    return canvas
