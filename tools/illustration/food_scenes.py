"""Still lifes of food."""

import math
import random

from illustration.canvas import Canvas, mixed
from illustration.dishes import dipper, garnish, noodle_bowl, rice_bowl, rice_paper
from illustration.geometry import ellipse, ribbon, tapered
from illustration.glass import bottle, jar
from illustration.grains import heap, mound, peppercorn, rice_grain, scatter
from illustration.plants import blossom, leaf
from illustration.pottery import bowl, saucer, vat
from illustration.produce import banana_slice, bananas, egg, mushroom, pomelo, segment
from illustration.sacks import noodle_bundle, parcel, sack
from illustration.setting import FOOD, SEA, studio
from illustration.wicker import basket, board, leaning_tray, tray


def honey() -> Canvas:
    canvas = studio(FOOD)
    jar(canvas, 500, 790, 560, "#e0920f", cloth="#b5452f")
    saucer(canvas, 880, 780, 200, "#f3ead8")
    pool = ellipse(868, 780, 118, 30)
    canvas.fill(pool, "#e39a1c")
    canvas.shade(pool, "#fff0b8", lambda u, v: 1 - u - v * 0.6, 0.8)
    dipper(canvas, 850, 742, 330, 38)
    for x, y, size in ((250, 786, 44), (200, 826, 36), (300, 838, 32)):
        canvas.contact(ellipse(x + 8, y + 12, size * 0.9, size * 0.4), 0.45, 5)
        blossom(canvas, x, y, size, "#fffaf0", "#e8b53a", 6, x)
    leaf(canvas, 176, 800, 120, 160, "#4f7d3f")
    return canvas


def honeys() -> Canvas:
    canvas = studio(FOOD)
    jar(canvas, 300, 740, 360, "#f0c04a", lid="#b5793f")
    jar(canvas, 920, 740, 360, "#8a4310", lid="#7a4a28")
    jar(canvas, 610, 800, 460, "#dd8a10", lid="#a8653a")
    for x, y in ((210, 820), (350, 838), (850, 836), (980, 812)):
        canvas.contact(ellipse(x + 6, y + 10, 28, 12), 0.45, 4)
        blossom(canvas, x, y, 30, "#fffaf0", "#e8b53a", 6, x)
    return canvas


def fish_sauce() -> Canvas:
    canvas = studio(SEA, tall=True)
    bottle(canvas, 390, 1060, 760, "#a8430f", cap_colour="#7d2a20")
    rim, inner = bowl(canvas, 690, 1070, 130, "#f1ead6", depth=0.5, band="#2f5d7a")
    sauce = ellipse(690, rim + 10, inner * 0.9, 33)
    canvas.fill(sauce, "#b5551a")
    canvas.shade(sauce, "#f0b860", lambda u, v: 1 - u * 1.1 - v * 0.7, 0.9)
    for x, y in ((670, rim + 4), (708, rim + 14), (722, rim)):
        canvas.fill(ellipse(x, y, 15, 6, 20), "#c62f22")
        canvas.fill(ellipse(x, y, 8, 3, 20), "#f3d9a0")
    garnish(canvas, 600, 1122)
    return canvas


def vats() -> Canvas:
    canvas = studio(SEA)
    vat(canvas, 320, 690, 130)
    vat(canvas, 880, 690, 130, "#7a4022")
    vat(canvas, 600, 800, 190, "#94502a")
    return canvas


def rice() -> Canvas:
    canvas = studio(FOOD)
    height, half = sack(canvas, 430, 790, 240, 430, "#dcc595")
    mound(canvas, 430, height, half, 78, "#efe6cc", 0.28)
    heap(canvas, rice_grain, 430, height, half, 74, 13, 520, drop=0.28)
    rice_bowl(canvas, 880, 790, 165, "#f0e6d0")
    scatter(canvas, rice_grain, [(680, 820), (700, 838), (660, 842), (640, 812), (720, 806)], 13)
    return canvas


def pepper() -> Canvas:
    canvas = studio(FOOD)
    rim, inner = bowl(canvas, 540, 780, 270, "#9a6236", depth=0.62)
    heap(canvas, peppercorn, 540, rim + 6, inner * 0.96, 88, 19, 330)
    scatter(
        canvas,
        peppercorn,
        [
            (860, 792),
            (905, 826),
            (950, 780),
            (1000, 818),
            (840, 838),
            (1040, 790),
            (240, 828),
            (200, 800),
        ],
        19,
    )
    leaf(canvas, 880, 730, 190, -30, "#3f7a3a", 0.34)
    leaf(canvas, 900, 740, 170, 12, "#4f8a45", 0.34)
    return canvas


def noodles() -> Canvas:
    canvas = studio(FOOD)
    leaning_tray(canvas, 800, 600, 270)
    tray(canvas, 560, 744, 430)
    for x, base, turn in (
        (430, 700, -10),
        (700, 712, 8),
        (470, 776, 5),
        (720, 806, -7),
        (590, 690, 2),
    ):
        noodle_bundle(canvas, x, base, 370, turn)
    return canvas


def eggs() -> Canvas:
    canvas = studio(FOOD)
    height, half = basket(canvas, 560, 790, 290, 210, "#d9b063", foot=0.8, rows=9)
    hand = random.Random(3)
    for index in range(150):
        angle = hand.uniform(0, 6.28)
        px, py = (
            560 + math.cos(angle) * half * hand.uniform(0.6, 1.06),
            height + math.sin(angle) * 44,
        )
        straw = ribbon(
            [(px, py), (px + hand.uniform(-50, 50), py - hand.uniform(6, 34))], tapered(4, 1.5, 1)
        )
        canvas.fill(straw, mixed("#e8c97a", "#8a6424", index % 4 * 0.22))
    for x, y, turn in ((420, -34, -20), (560, -50, 8), (700, -34, 30), (490, 6, -8), (634, 8, 14)):
        egg(canvas, x, height + y, 82, turn)
    for _ in range(46):
        px = hand.uniform(320, 800)
        canvas.fill(
            ribbon(
                [(px, height + 50), (px + hand.uniform(-34, 34), height + hand.uniform(12, 36))],
                tapered(4, 1.5, 1),
            ),
            "#e3c274",
        )
    canvas.contact(ellipse(968, 812, 78, 20), 0.6, 6)
    egg(canvas, 960, 760, 76, 78)
    return canvas


def dried_banana() -> Canvas:
    canvas = studio(FOOD)
    bananas(canvas, 860, 440, 270)
    saucer(canvas, 430, 740, 300, "#f3ead8")
    for index, (x, y) in enumerate(
        ((300, 736), (400, 764), (520, 748), (360, 704), (470, 712), (420, 680), (560, 712))
    ):
        banana_slice(canvas, x, y, 88, index * 37)
    return canvas


def dried_mushrooms() -> Canvas:
    canvas = studio(FOOD)
    height, half = basket(canvas, 560, 790, 280, 220, "#b9853f", foot=0.82, rows=9)
    heap(canvas, mushroom, 560, height + 4, half * 0.9, 120, 58, 34, seed=5, drop=0.16)
    for x, y in ((940, 800), (1040, 770)):
        canvas.contact(ellipse(x + 8, y + 34, 58, 14), 0.6, 6)
        mushroom(canvas, x, y, 58, 20)
    return canvas


def pomelos() -> Canvas:
    canvas = studio(FOOD)
    pomelo(canvas, 400, 500, 148)
    pomelo(canvas, 700, 490, 156)
    pomelo(canvas, 552, 470, 172)
    basket(canvas, 550, 800, 320, 250, "#c9964f", foot=0.74, rows=10, open_top=False)
    for x, y, turn in ((950, 800, -14), (1050, 772, 160), (1010, 840, 20)):
        segment(canvas, x, y, 76, turn)
    return canvas


def noodle_soup() -> Canvas:
    canvas = studio(FOOD)
    noodle_bowl(canvas, 540, 800, 320, "#3f6b6e")
    garnish(canvas, 960, 800)
    return canvas


def rice_papers() -> Canvas:
    canvas = studio(FOOD)
    leaning_tray(canvas, 410, 620, 290)
    tray(canvas, 600, 770, 400)
    rice_paper(canvas, 600, 766, 325, 16)
    for turn, length in ((-150, 160), (-120, 140), (-95, 130)):
        leaf(canvas, 1110, 820, length, turn, "#4f8a45", 0.28)
    return canvas


def fermented_pork() -> Canvas:
    canvas = studio(FOOD)
    board(canvas, 590, 730, 450, 90)
    for x, base, turn in ((400, 730, -8), (700, 722, 7), (480, 800, 4), (760, 806, -6)):
        parcel(canvas, x, base, 300, turn)
    parcel(canvas, 580, 664, 290, -3)
    garnish(canvas, 1000, 830)
    return canvas
