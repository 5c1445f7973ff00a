"""Still lifes of herbs and crafts."""

from illustration.body import round_body
from illustration.canvas import Canvas
from illustration.dishes import soap
from illustration.geometry import ellipse, ribbon, tapered
from illustration.glass import jar, vial
from illustration.plants import sprig
from illustration.pottery import teacup
from illustration.produce import pomelo
from illustration.setting import CRAFT, HERB, studio
from illustration.textile import folded_cloth, hat, rolled_mat
from illustration.wicker import basket


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
