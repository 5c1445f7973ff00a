"""Share pictures and icons: the right sizes, small, always the same."""

from io import BytesIO
from xml.etree import ElementTree

from PIL import Image

from ocop.photos.share import icons, share_pictures

LACQUER = (0x9E, 0x2A, 0x22)


def test_every_industry_has_a_share_picture_of_its_own() -> None:
    pictures = share_pictures()

    assert list(pictures) == ["I", "II", "III", "IV", "V", "VI"]
    assert len(set(pictures.values())) == 6
    for data in pictures.values():
        image = Image.open(BytesIO(data))
        assert (image.format, image.size) == ("PNG", (1200, 630))
        assert len(data) <= 60_000
        assert not image.info


def test_a_share_picture_is_the_same_on_both_sides_and_carries_a_sign() -> None:
    for data in share_pictures().values():
        image = Image.open(BytesIO(data)).convert("RGB")
        mirrored = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        assert image.tobytes() == mirrored.tobytes()
        assert image.getpixel((600, 315)) != image.getpixel((100, 315))


def test_they_are_drawn_the_same_again() -> None:
    assert share_pictures() == share_pictures()
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
