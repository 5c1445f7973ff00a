"""Invented photographs: soft shapes, fine texture and a sensor's noise, from a fixed seed.

Natural pictures have as much contrast in coarse detail as in fine; so have these, which is what
makes encoders work on them as hard as on real ones. Called by :mod:`benchmarks.photos` and
:mod:`benchmarks.unchanged`.
"""

from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

PHONE = 4000, 3000
"""What a phone takes: 12 megapixels."""

_CELLS = (4, 8, 16, 32, 64, 128, 256, 512)
"""How many grains of noise each octave has across."""


def photograph(number: int, size: tuple[int, int] = PHONE) -> Image.Image:
    """Return the ``number``-th photograph, of ``size`` pixels."""
    random = Random(number)
    brightness = _texture(random, size, _CELLS)
    colours = [_texture(random, size, _CELLS[:3]).point(_muted) for _ in range(2)]
    scene = Image.merge("YCbCr", [brightness, *colours]).convert("RGB")
    _shapes(random, scene)
    soft = scene.filter(ImageFilter.GaussianBlur(size[0] / 3200))
    noise = Image.merge("RGB", [_noise(random, size)] * 3)
    return ImageChops.add(soft, noise, scale=1, offset=-128)


def _texture(random: Random, size: tuple[int, int], octaves: Sequence[int]) -> Image.Image:
    """Return noise whose octaves all show the same contrast, the coarsest one twice that."""
    result: Image.Image | None = None
    for number, cells in enumerate(octaves):
        rows = max(1, cells * size[1] // size[0])
        grain = Image.frombytes("L", (cells, rows), random.randbytes(cells * rows))
        layer = grain.resize(size, Image.Resampling.BICUBIC)
        result = Image.blend(result, layer, 1 / (number + 2)) if result else layer
    assert result
    return ImageOps.autocontrast(result, cutoff=0.1)


def _muted(value: float) -> float:
    """Return a colour's share nearer to grey."""
    return 128 + (value - 128) / 3


def _shapes(random: Random, scene: Image.Image) -> None:
    """Draw things with edges: a photo's jars, leaves and tables."""
    draw = ImageDraw.Draw(scene)
    width, height = scene.size
    for _ in range(40):
        x, y, r = random.randrange(width), random.randrange(height), random.randrange(width // 12)
        colour = tuple(random.randrange(30, 226) for _ in range(3))
        box = (x - r, y - r * random.random(), x + r, y + r * random.random())
        random.choice([draw.ellipse, draw.rectangle])(box, fill=colour)


def _noise(random: Random, size: tuple[int, int]) -> Image.Image:
    """Return weak noise around the value 128."""
    raw = Image.frombytes("L", size, random.randbytes(size[0] * size[1]))
    return raw.point(lambda value: 128 + (value - 128) / 20)
