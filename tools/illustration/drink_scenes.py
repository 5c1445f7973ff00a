"""Still lifes of teas, spirits and water."""

import math
import random

from illustration.body import round_body
from illustration.canvas import Canvas
from illustration.garden import lotus
from illustration.geometry import Outline, ellipse, ribbon, tapered
from illustration.glass import apricot_jar, bottle
from illustration.plants import leaf, petal, sprig
from illustration.pottery import teacup, teapot
from illustration.setting import DRINK, GARDEN, SEA, TEA, studio
from illustration.trim import tin
from illustration.wicker import board, leaning_tray, tray

WATER = "#bfdfe2"


def green_tea() -> Canvas:
    canvas = studio(TEA)
    tin(canvas, 400, 740, 150, 420, "#2f6b3a", "#fbf3df")
    teacup(canvas, 700, 790, 96, "#f1ead6", "#a9b83f", "#2f6b3a")
    teacup(canvas, 930, 750, 90, "#f1ead6", "#a9b83f", "#2f6b3a")
    _dry_tea(canvas, 880, 836, 120, 46)
    return canvas


def tea_set() -> Canvas:
    canvas = studio(TEA)
    board(canvas, 600, 730, 460, 74)
    teapot(canvas, 500, 744, 165, "#8a4528")
    teacup(canvas, 820, 776, 78, "#f1ead6", "#a9b83f", "#2f6b3a")
    teacup(canvas, 960, 730, 72, "#f1ead6", "#a9b83f", "#2f6b3a")
    sprig(canvas, 180, 800, 190, 20, "#4f8a45", 4, 0.36)
    return canvas


def tea_tips() -> Canvas:
    canvas = studio(TEA)
    leaning_tray(canvas, 330, 620, 250)
    tray(canvas, 520, 760, 350)
    _dry_tea(canvas, 470, 752, 230, 240)
    teacup(canvas, 900, 780, 118, "#f6efdd", "#b4bf52", "#2f6b3a")
    sprig(canvas, 640, 700, 170, -150, "#5f9a45", 3, 0.42)
    return canvas


def spring_tea() -> Canvas:
    canvas = studio(TEA)
    teapot(canvas, 480, 780, 200, "#6b3a24")
    teacup(canvas, 880, 790, 110, "#f1ead6", "#a9b83f", "#8a4528")
    sprig(canvas, 720, 500, 150, -80, "#5f9a45", 4, 0.4)
    return canvas


def _dry_tea(canvas: Canvas, x: float, y: float, spread: float, count: int) -> None:
    hand = random.Random(round(x))
    for _ in range(count):
        angle, far = hand.uniform(0, 2 * math.pi), hand.random() ** 0.6
        px, py = x + math.cos(angle) * spread * far, y + math.sin(angle) * spread * 0.27 * far
        turn = hand.uniform(0, math.pi)
        dx, dy = math.cos(turn) * 17, math.sin(turn) * 7
        curl = ribbon(
            [(px - dx, py - dy), (px + 4, py - 6), (px + dx, py + dy)], tapered(7, 1.5, 1)
        )
        canvas.fill([(cx + 3, cy + 4) for cx, cy in curl], "#2a1a0c", 0.35)
        canvas.fill(curl, hand.choice(("#3f4f26", "#54662f", "#2f3a1e", "#6b7a3c")))


def lotus_tea() -> Canvas:
    canvas = studio(GARDEN)
    lotus(canvas, 440, 690, 310)
    teacup(canvas, 880, 790, 130, "#f6efdd", "#e0b84a", "#8a2f62")
    for x, y, turn in ((660, 826, 10), (720, 850, -20), (1050, 830, 30)):
        canvas.contact(ellipse(x + 42, y + 10, 46, 12), 0.4, 5)
        petal(canvas, x, y, 92, turn, "#efaac2", "#fdf0ee")
    return canvas


def spirit() -> Canvas:
    canvas = studio(DRINK, tall=True)
    bottle(
        canvas, 410, 1050, 720, "#dfe6da", glass="#e9efe6", cap_colour="#4f7f3c", label="#f6ecd2"
    )
    for x, y in ((650, 1070), (760, 1030)):
        teacup(canvas, x, y, 62, "#f1ead6", "#eef0e2", "#8a5a14")
    leaf(canvas, 150, 1090, 240, -14, "#4f7f3c", 0.3)
    return canvas


def apricot_liqueur() -> Canvas:
    canvas = studio(DRINK, tall=True)
    apricot_jar(canvas, 400, 1050, 235, 700)
    teacup(canvas, 730, 1070, 84, "#f1ead6", "#e0a83a", "#8a5a14")
    for x, y in ((640, 1110), (560, 1124)):
        canvas.contact(ellipse(x + 8, y + 22, 36, 12), 0.5, 5)
        round_body(canvas, ellipse(x, y, 36, 34), "#e3a23a")
    return canvas


def water() -> Canvas:
    canvas = studio(SEA, tall=True)
    bottle(
        canvas,
        380,
        1050,
        780,
        WATER,
        glass="#d5e8ea",
        cap_colour="#2b5d77",
        label="#fbf9f0",
        level=0.76,
    )
    tumbler: Outline = [(600, 800), (790, 800), (770, 1060), (620, 1060)]
    canvas.shadow([tumbler], 1060)
    canvas.contact(ellipse(700, 1062, 84, 16))
    canvas.fill(
        [
            *tumbler[:2],
            *reversed(
                [
                    (620 + index * 15, 1060 + 14 * math.sin(index / 10 * math.pi))
                    for index in range(11)
                ]
            ),
        ],
        "#e3f0f0",
        0.75,
    )
    canvas.fill([(608, 880), (782, 880), (768, 1052), (622, 1052)], WATER, 0.85)
    canvas.fill(ellipse(695, 880, 87, 15), "#e3f3f3")
    canvas.fill(ellipse(695, 800, 95, 17), "#f3fafa", 0.7)
    canvas.fill(ellipse(695, 801, 89, 14), "#cfe3e4", 0.6)
    canvas.fill(ribbon([(622, 830), (636, 1030)], tapered(13, 4, 4)), "#ffffff", 0.7)
    for x, y, size, tone in (
        (170, 1100, 60, "#9aa39c"),
        (262, 1122, 42, "#b9b3a2"),
        (540, 1124, 34, "#8f9aa0"),
    ):
        canvas.contact(ellipse(x + 10, y + size * 0.45, size, size * 0.28), 0.6, 5)
        round_body(canvas, ellipse(x, y, size, size * 0.6), tone, 0.6)
    return canvas
