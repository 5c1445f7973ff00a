"""The still lifes: what stands where, for which entry.

Each scene returns a finished canvas; :data:`DRAWINGS` says under which path it is kept and how
the camera would have stored it.
"""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from illustration.canvas import Canvas, mixed
from illustration.craft import (
    basket,
    board,
    folded_cloth,
    hat,
    leaning_tray,
    noodle_bundle,
    paper_bag,
    parcel,
    rolled_mat,
    sack,
    soap,
    tray,
)
from illustration.geometry import Outline, ellipse, ribbon, tapered
from illustration.harvest import (
    blossom,
    cocoa_bean,
    coffee_bean,
    coffee_cherry,
    egg,
    heap,
    leaf,
    mound,
    mushroom,
    peppercorn,
    petal,
    pomelo,
    rice_grain,
    round_body,
    scatter,
    segment,
    sprig,
)
from illustration.outdoors import (
    apricot_tree,
    awning,
    carp,
    lily_pad,
    lotus,
    mountains,
    orchid,
    stall,
    stilt_house,
)
from illustration.setting import CRAFT, DRINK, FOOD, GARDEN, HERB, SEA, TEA, studio
from illustration.table import (
    apricot_jar,
    banana_slice,
    bananas,
    cocoa_pod,
    coffee_cup,
    dipper,
    drip_filter,
    garnish,
    noodle_bowl,
    rice_bowl,
    rice_paper,
)
from illustration.vessels import bottle, bowl, jar, saucer, teacup, teapot, tin, vat, vial

WATER = "#bfdfe2"


def coffee() -> Canvas:
    canvas = studio(DRINK)
    paper_bag(canvas, 820, 700, 250, 390, "#7a3f22", "#7d2a20")
    coffee_cup(canvas, 470, 780, 150, "#f3ead8")
    scatter(
        canvas,
        coffee_bean,
        [
            (760, 800),
            (810, 836),
            (862, 792),
            (915, 828),
            (735, 846),
            (990, 776),
            (180, 812),
            (215, 842),
        ],
        20,
    )
    return canvas


def coffee_bag() -> Canvas:
    canvas = studio(DRINK)
    paper_bag(canvas, 430, 760, 320, 490, "#8a4a28", "#7d2a20")
    rim, inner = bowl(canvas, 850, 780, 185, "#3f6b6e", band="#e8d9b0")
    heap(canvas, coffee_bean, 850, rim + 4, inner * 0.95, 62, 21, 150)
    scatter(canvas, coffee_bean, [(640, 830), (690, 806), (600, 800)], 21)
    return canvas


def coffee_sack() -> Canvas:
    canvas = studio(DRINK)
    height, half = sack(canvas, 560, 800, 290, 470)
    heap(canvas, coffee_bean, 560, height, half, 96, 21, 320)
    scatter(
        canvas,
        coffee_bean,
        [(905, 800), (950, 832), (985, 790), (1030, 826), (870, 842), (240, 836), (205, 806)],
        21,
    )
    sprig(canvas, 1010, 740, 200, -35, "#3f7a3a", 4, 0.42)
    return canvas


def coffee_cherries() -> Canvas:
    canvas = studio(DRINK)
    sprig(canvas, 300, 690, 380, -150, "#3f7a3a", 5, 0.42)
    rim, inner = bowl(canvas, 600, 790, 270, "#a8603a", depth=0.6)
    heap(canvas, coffee_cherry, 600, rim + 6, inner * 0.95, 92, 31, 150)
    sprig(canvas, 850, 700, 330, -24, "#4f8a45", 5, 0.42)
    scatter(canvas, coffee_cherry, [(910, 810), (970, 832), (1010, 780), (240, 830)], 30)
    return canvas


def coffee_filter() -> Canvas:
    canvas = studio(DRINK, tall=True)
    drip_filter(canvas, 430, 1030, 175)
    scatter(
        canvas, coffee_bean, [(690, 1050), (735, 1084), (775, 1040), (650, 1100), (170, 1090)], 22
    )
    return canvas


def coffee_jar() -> Canvas:
    canvas = studio(DRINK)
    jar(canvas, 470, 790, 540, "#4a2512", lid="#8a5530", label="#fbf3df")
    canvas.contact(ellipse(470, 360, 160, 20), 0.2, 6)
    rim, inner = bowl(canvas, 890, 790, 150, "#e9dfc8", depth=0.6, band="#7d2a20")
    heap(canvas, coffee_bean, 890, rim + 3, inner * 0.95, 40, 20, 110)
    scatter(canvas, coffee_bean, [(700, 812), (742, 842), (676, 850)], 20)
    return canvas


def coffee_basket() -> Canvas:
    canvas = studio(DRINK, tall=True)
    height, half = basket(
        canvas, 450, 1060, 250, 430, "#cf9a52", foot=0.66, bands="#8a2f22", rows=17
    )
    heap(canvas, coffee_cherry, 450, height, half * 0.95, 110, 30, 190, drop=0.16)
    sprig(canvas, 480, 590, 280, -62, "#3f7a3a", 5, 0.4)
    scatter(canvas, coffee_cherry, [(760, 1090), (190, 1100)], 28)
    return canvas


def coffee_gifts() -> Canvas:
    canvas = studio(DRINK)
    paper_bag(canvas, 330, 720, 235, 390, "#8a4a28", "#7d2a20")
    paper_bag(canvas, 880, 720, 235, 390, "#d7b98a", "#2f6b3a")
    paper_bag(canvas, 605, 790, 270, 440, "#3b2418", "#b7791f")
    scatter(canvas, coffee_bean, [(250, 810), (300, 840), (880, 830), (925, 806), (990, 838)], 20)
    return canvas


def morning_hills() -> Canvas:
    return landscape(house=(640, 660, 210))


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


def herb_extract() -> Canvas:
    canvas = studio(HERB)
    sprig(canvas, 760, 800, 380, -38, "#4f8a5a", 6, 0.34)
    jar(canvas, 480, 790, 430, "#3a1d0e", lid="#2f6b5a")
    teacup(canvas, 850, 800, 104, "#f1ead6", "#8a4516", "#0f6b66")
    return canvas


def essential_oil() -> Canvas:
    canvas = studio(HERB)
    sprig(canvas, 300, 800, 340, -132, "#5f8f6a", 7, 0.26)
    vial(canvas, 480, 770, 430)
    vial(canvas, 720, 800, 320, "#8a4a18")
    vial(canvas, 900, 760, 250)
    sprig(canvas, 800, 836, 300, -6, "#4f7f5a", 7, 0.26)
    return canvas


def leaf_hats() -> Canvas:
    canvas = studio(CRAFT)
    hat(canvas, 760, 660, 250, 300, 4, "#7a4a86")
    hat(canvas, 420, 740, 290, 340, -6, "#9a4a7a")
    return canvas


def shawls() -> Canvas:
    canvas = studio(CRAFT)
    threads = ("#e0a63a", "#f3e6c8", "#22305e")
    for index, ground in enumerate(("#22305e", "#9e2a22", "#2a2320", "#8a221c")):
        folded_cloth(
            canvas,
            560 + (index % 2) * 14,
            812 - index * 100,
            340 - index * 8,
            94,
            ground,
            ("#e0a63a", "#f3e6c8", "#c8442c") if index % 2 == 0 else threads,
        )
    round_body(canvas, ellipse(1000, 760, 92, 84), "#b5382a", 0.5)
    for index in range(9):
        wind = ribbon(
            [(912, 730 + index * 12), (1000, 690 + index * 17), (1088, 726 + index * 12)],
            tapered(4),
        )
        canvas.fill(wind, "#6b1510" if index % 2 else "#e87a60", 0.55)
    canvas.contact(ellipse(1010, 842, 88, 14), 0.6, 6)
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
    for _ in range(130):
        x, y = hand.uniform(-10, 1210), hand.uniform(770, 900)
        blade = ribbon(
            [
                (x, y),
                (x + hand.uniform(-6, 10), y - 30),
                (x + hand.uniform(-16, 24), y - hand.uniform(46, 80)),
            ],
            tapered(5, 4, 0.6),
        )
        canvas.fill(blade, hand.choice(("#5f7f2f", "#7f9a3a", "#4a6b28", "#b5b44a")))
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


def dried_mushrooms() -> Canvas:
    canvas = studio(FOOD)
    height, half = basket(canvas, 560, 790, 280, 220, "#b9853f", foot=0.82, rows=9)
    heap(canvas, mushroom, 560, height + 4, half * 0.9, 120, 58, 34, seed=5, drop=0.16)
    for x, y in ((940, 800), (1040, 770)):
        canvas.contact(ellipse(x + 8, y + 34, 58, 14), 0.6, 6)
        mushroom(canvas, x, y, 58, 20)
    return canvas


def lotus_tea() -> Canvas:
    canvas = studio(GARDEN)
    lotus(canvas, 440, 690, 310)
    teacup(canvas, 880, 790, 130, "#f6efdd", "#e0b84a", "#8a2f62")
    for x, y, turn in ((660, 826, 10), (720, 850, -20), (1050, 830, 30)):
        canvas.contact(ellipse(x + 42, y + 10, 46, 12), 0.4, 5)
        petal(canvas, x, y, 92, turn, "#efaac2", "#fdf0ee")
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


def cocoa() -> Canvas:
    canvas = studio(DRINK)
    rim, inner = bowl(canvas, 430, 780, 225, "#e9dfc8", depth=0.62, band="#8a5a14")
    mound(canvas, 430, rim + 2, inner, 96, "#6b3a1f")
    cocoa_pod(canvas, 860, 740, 230, -14)
    scatter(canvas, cocoa_bean, [(700, 830), (760, 850), (1010, 842), (1060, 815), (640, 852)], 26)
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
    jar_glass = [(600, 800), (790, 800), (770, 1060), (620, 1060)]
    canvas.shadow([jar_glass], 1060)
    canvas.contact(ellipse(700, 1062, 84, 16))
    canvas.fill(
        [
            *jar_glass[:2],
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


def soaps() -> Canvas:
    canvas = studio(HERB)
    soap(canvas, 470, 800, 230, 96, 0, "#b4cc94")
    soap(canvas, 500, 702, 222, 94, -3, "#cfdcb4")
    soap(canvas, 478, 606, 214, 90, 2, "#a6c48c")
    for index, (x, turn) in enumerate(((820, 0), (866, 6), (908, -5))):
        stalk = ribbon(
            [(x, 820), (x + turn * 4, 600), (x + turn * 12, 380 + index * 24)],
            lambda share: 34 * (1 - share) + 8,
        )
        canvas.contact([(px + 12, py + 8) for px, py in stalk], 0.3, 6)
        round_body(canvas, stalk, "#c9cf8a", 0.5)
        canvas.fill(
            ribbon(
                [(x - 6, 815), (x + turn * 4 - 5, 600), (x + turn * 12 - 2, 400)], tapered(5, 3, 1)
            ),
            "#7a9a45",
            0.6,
        )
    tie = [(790, 700), (940, 690), (942, 716), (792, 726)]
    canvas.fill(tie, "#a5442c")
    canvas.shade(tie, "#3a100a", lambda u, v: u * 0.9 - 0.3, 0.6)
    return canvas


def mats() -> Canvas:
    canvas = studio(CRAFT)
    rolled_mat(canvas, 620, 680, 620, 96, -5, ("#3f7a4a", "#b5382a"))
    rolled_mat(canvas, 520, 810, 680, 104, 3, ("#b5382a", "#3f7a4a"))
    return canvas


def fruit_basket() -> Canvas:
    canvas = studio(CRAFT)
    handle = ribbon([(330, 540), (370, 250), (560, 150), (750, 250), (790, 540)], 28)
    round_body(canvas, handle, "#b5793f", 0.5)
    pomelo(canvas, 440, 450, 108)
    pomelo(canvas, 690, 452, 104)
    pomelo(canvas, 566, 430, 122)
    basket(
        canvas, 560, 800, 300, 320, "#d9b56a", foot=0.8, bands="#9e2a22", rows=12, open_top=False
    )
    return canvas


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


def market() -> Canvas:
    canvas = studio(FOOD, disc=(600, 380, 330))
    counter = stall(canvas, 600, 830, 470, 640, ("#b5382a", "#f6ecd2"))
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


def roastery() -> Canvas:
    canvas = studio(DRINK, disc=(600, 380, 330))
    counter = stall(canvas, 600, 830, 470, 640, ("#2f6b3a", "#f6ecd2"))
    shelf = counter - 640 * 0.26
    for x in (250, 340, 430):
        jar(canvas, x, shelf, 100, "#4a2512", lid="#8a5530", label=None)
    for x, tone in ((740, "#8a4a28"), (840, "#d7b98a"), (940, "#3b2418")):
        paper_bag(canvas, x, shelf, 66, 104, tone, "#7d2a20")
    for x in (300, 500):
        height, half = sack(canvas, x, counter + 4, 88, 124)
        heap(canvas, coffee_bean, x, height, half, 40, 12, 120)
    height, half = basket(canvas, 720, counter + 4, 88, 96, "#c9964f", bands="#8a2f22", rows=8)
    heap(canvas, coffee_cherry, 720, height, half, 40, 14, 70, drop=0.16)
    coffee_cup(canvas, 900, counter - 2, 46, "#f3ead8")
    awning(canvas, 600, 160, 540, 120, ("#2f6b3a", "#f6ecd2"))
    return canvas


@dataclass(frozen=True, slots=True)
class Drawing:
    """A scene and how it is stored: EXIF orientation, JPEG quality."""

    scene: Callable[[], Canvas]
    orientation: int = 1
    quality: int = 75


_COFFEE = "products/ca-phe-rang-moc-buon-suong-som"

DRAWINGS = {
    f"{_COFFEE}/ly-ca-phe.jpg": Drawing(coffee),
    f"{_COFFEE}/tui-ca-phe.jpg": Drawing(coffee_bag),
    f"{_COFFEE}/bao-hat.jpg": Drawing(coffee_sack),
    f"{_COFFEE}/qua-chin.jpg": Drawing(coffee_cherries),
    f"{_COFFEE}/phin.jpg": Drawing(coffee_filter, orientation=6),
    f"{_COFFEE}/hu-thuy-tinh.jpg": Drawing(coffee_jar),
    f"{_COFFEE}/gui-tre.jpg": Drawing(coffee_basket, orientation=8),
    f"{_COFFEE}/ba-tui.jpg": Drawing(coffee_gifts),
    f"{_COFFEE}/doi-nui.jpg": Drawing(morning_hills, quality=68),
    "products/mat-ong-hoa-ca-phe/hu-mat-ong.jpg": Drawing(honey),
    "products/mat-ong-hoa-ca-phe/ba-hu.jpg": Drawing(honeys),
    "products/tra-tom-non-suong-bac-thang/hop-tra.jpg": Drawing(green_tea),
    "products/tra-tom-non-suong-bac-thang/am-chen.jpg": Drawing(tea_set),
    "products/nuoc-mam-cot-song-lang/chai-nuoc-mam.jpg": Drawing(fish_sauce, orientation=6),
    "products/nuoc-mam-cot-song-lang/thung-go.jpg": Drawing(vats),
    "products/gao-huu-co-dong-trieu-xanh/bao-gao.jpg": Drawing(rice),
    "products/hat-tieu-den-ben-do-nang/hat-tieu.jpg": Drawing(pepper),
    "products/mien-dong-rang-chieu/bo-mien.jpg": Drawing(noodles),
    "products/trung-ga-tha-doi/o-trung.jpg": Drawing(eggs),
    "products/chuoi-say-deo-doc-suong/chuoi-say.jpg": Drawing(dried_banana),
    "products/cao-ca-gai-leo-gio-lao/lo-cao.jpg": Drawing(herb_extract),
    "products/tinh-dau-tram-cat-trang/lo-tinh-dau.jpg": Drawing(essential_oil),
    "products/non-la-ben-nuoc-trong/non-la.jpg": Drawing(leaf_hats),
    "products/khan-tho-cam-khung-cui-do/tho-cam.jpg": Drawing(shawls, quality=68),
    "products/o-nha-san-ban-may-troi/nha-san.jpg": Drawing(landscape, quality=68),
    "products/ruou-men-la-dau-nguon/chai-ruou.jpg": Drawing(spirit),
    "products/nam-huong-kho-chan-len-da/nam-huong.jpg": Drawing(dried_mushrooms),
    "products/tra-hoa-sen-ben-nuoc-trong/tra-sen.jpg": Drawing(lotus_tea),
    "products/buoi-vuon-ben-nuoc-trong/bat-buoi.jpg": Drawing(pomelos),
    "products/mien-an-lien-rang-chieu/bat-mien.jpg": Drawing(noodle_soup),
    "products/banh-trang-hien-nha/banh-trang.jpg": Drawing(rice_papers),
    "products/nem-chua-ngo-ba-cay/nem-chua.jpg": Drawing(fermented_pork),
    "products/tra-dinh-suong-bac-thang/bup-che.jpg": Drawing(tea_tips),
    "products/ca-cao-nguyen-chat-buon-suong/bot-ca-cao.jpg": Drawing(cocoa),
    "products/ruou-mo-dau-nguon/binh-ruou-mo.jpg": Drawing(apricot_liqueur, orientation=8),
    "products/nuoc-suoi-da-vong/chai-nuoc.jpg": Drawing(water),
    "products/xa-bong-sa-chanh-cat-trang/banh-xa-bong.jpg": Drawing(soaps),
    "products/chieu-coi-bai-boi-xanh/chieu-coi.jpg": Drawing(mats),
    "products/gio-coi-bai-boi-xanh/gio-coi.jpg": Drawing(fruit_basket),
    "products/lan-ho-diep-vuon-gio-nom/lan-ho-diep.jpg": Drawing(potted_orchid, orientation=6),
    "products/hoang-mai-vuon-gio-nom/hoang-mai.jpg": Drawing(new_year_tree),
    "products/ca-canh-vuon-gio-nom/ca-chep.jpg": Drawing(carps),
    "producers/htx-buon-suong-som/xuong-rang.jpg": Drawing(roastery, quality=62),
    "fairs/cho-phien-cuoi-nam-2026/gian-hang.jpg": Drawing(market, quality=62),
    "news/minh-hoa-vu-tra-xuan/am-tra.jpg": Drawing(spring_tea),
}
"""Every drawing by its path under ``content/``."""
