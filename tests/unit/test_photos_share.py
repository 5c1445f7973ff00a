"""Share pictures and icons: the right sizes, small, always the same."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from ocop.photos.share import icons, share_pictures
from support.small_site import TEMPLATES

LACQUER = (0x9E, 0x2A, 0x22)
FACE = TEMPLATES / "static/fonts/phudu-600.woff2"


TITLE = "Chợ Phiên OCOP"
GROUNDS = {
    "I": (0x16, 0x35, 0x1D),
    "II": (0x3A, 0x24, 0x06),
    "III": (0x06, 0x33, 0x2F),
    "IV": (0x4A, 0x0F, 0x0C),
    "V": (0x42, 0x0F, 0x2C),
    "VI": (0x13, 0x1D, 0x42),
}
PLAQUE = (0, 196, 1200, 434)
"""The part of a share picture that the brocade leaves to the title."""


def plaques(title: str) -> dict[str, Image.Image]:
    """The plaque of each industry's picture, in its colours."""
    made = share_pictures(title, FACE)
    return {
        code: Image.open(BytesIO(data)).convert("RGB").crop(PLAQUE) for code, data in made.items()
    }


def test_every_industry_has_a_share_picture_of_its_own() -> None:
    pictures = share_pictures(TITLE, FACE)

    assert list(pictures) == ["I", "II", "III", "IV", "V", "VI"]
    assert len(set(pictures.values())) == 6
    for data in pictures.values():
        image = Image.open(BytesIO(data))
        assert (image.format, image.size) == ("PNG", (1200, 630))
        assert len(data) <= 60_000
        assert not image.info


@pytest.mark.parametrize(
    "title",
    [TITLE, "Mắm", "Đặc sản OCOP tỉnh Thanh Hoá, mỗi xã một sản phẩm, ngon từ làng ra phố lớn"],
)
def test_the_title_stands_in_paper_colour_on_the_ground_and_inside_its_plaque(title: str) -> None:
    for code, plaque in plaques(title).items():
        ink = Image.eval(plaque.convert("L"), lambda level: 255 if level > 128 else 0)
        left, top, right, bottom = ink.getbbox() or (0, 0, 0, 0)

        assert (0xFB, 0xF7, 0xEF) in {colour for _, colour in plaque.getcolors(4096) or ()}
        assert plaque.getpixel((5, 5)) == GROUNDS[code]
        assert min(left, 1200 - right) >= 60
        assert 0 < top < bottom < plaque.height
        assert abs(left - (1200 - right)) <= 2


def test_a_longer_title_is_set_smaller_and_another_one_looks_different() -> None:
    short, long = (plaques(title)["I"].tobytes() for title in (TITLE, f"{TITLE} tỉnh Thanh Hoá"))

    assert short != long


@pytest.mark.parametrize(
    "title", ["", "베트남 특산품", "Sản phẩm " * 40, "Rấtdàikhôngmộtdấucáchnàocảđểmàxuốngdòng" * 2]
)
def test_a_title_that_cannot_be_set_gives_way_to_a_star(title: str) -> None:
    for plaque in plaques(title).values():
        mirrored = plaque.transpose(Image.Transpose.FLIP_LEFT_RIGHT)

        assert plaque.tobytes() == mirrored.tobytes()
        assert (0xF0, 0xB9, 0x4A) in {colour for _, colour in plaque.getcolors(4096) or ()}


def test_the_brocade_is_the_same_on_both_sides() -> None:
    for data in share_pictures(TITLE, FACE).values():
        hem = Image.open(BytesIO(data)).convert("RGB").crop((0, 0, 1200, 170))
        assert hem.tobytes() == hem.transpose(Image.Transpose.FLIP_LEFT_RIGHT).tobytes()


def test_they_are_drawn_the_same_again() -> None:
    assert share_pictures(TITLE, FACE) == share_pictures(TITLE, FACE)
    assert icons() == icons()


def test_icons_have_the_sizes_of_their_names() -> None:
    made = icons()
    sizes = {name: Image.open(BytesIO(data)).size for name, data in made.items() if "png" in name}

    assert sizes == {
        "apple-touch-icon.png": (180, 180),
        "favicon-32.png": (32, 32),
        "icon-192.png": (192, 192),
        "icon-512.png": (512, 512),
        "icon-maskable-512.png": (512, 512),
    }
    assert sum(map(len, made.values())) < 10_000


def test_the_maskable_icon_keeps_its_star_within_the_safe_zone() -> None:
    image = Image.open(BytesIO(icons()["icon-maskable-512.png"])).convert("RGB")

    outside = [
        image.getpixel((x, y))
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2
    ]
    assert set(outside) == {LACQUER}
    assert image.getpixel((256, 256)) != LACQUER


def test_the_vector_icon_is_plain_svg() -> None:
    root = ElementTree.fromstring(icons()["favicon.svg"])

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["viewBox"] == "0 0 16 16"
    assert {element.tag.partition("}")[2] for element in root} == {"rect", "path"}
