"""Still lifes of the coffee producer."""

from illustration.canvas import Canvas
from illustration.dishes import coffee_cup, drip_filter
from illustration.geometry import ellipse
from illustration.glass import jar
from illustration.grains import cocoa_bean, coffee_bean, coffee_cherry, heap, mound, scatter
from illustration.places import awning, stall
from illustration.plants import sprig
from illustration.pottery import bowl
from illustration.produce import cocoa_pod
from illustration.sacks import paper_bag, sack
from illustration.setting import DRINK, studio
from illustration.wicker import basket


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


def roastery() -> Canvas:
    canvas = studio(DRINK, disc=(600, 380, 330))
    counter = stall(canvas, 600, 830, 470, 640)
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


def cocoa() -> Canvas:
    canvas = studio(DRINK)
    rim, inner = bowl(canvas, 430, 780, 225, "#e9dfc8", depth=0.62, band="#8a5a14")
    mound(canvas, 430, rim + 2, inner, 96, "#6b3a1f")
    cocoa_pod(canvas, 860, 740, 230, -14)
    scatter(canvas, cocoa_bean, [(700, 830), (760, 850), (1010, 842), (1060, 815), (640, 852)], 26)
    return canvas
