"""How alike two pictures are: the structural similarity index of their brightness.

Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to
structural similarity", IEEE Transactions on Image Processing 13 (2004), with the usual
constants, over windows of 8 × 8 pixels at every fourth pixel. Called by
:mod:`benchmarks.quality`.
"""

from collections.abc import Callable
from typing import Any

from PIL import Image, ImageMath

_WINDOW = 8
_STEP = 4
_C1 = (0.01 * 255) ** 2
_C2 = (0.03 * 255) ** 2


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Return the index of two pictures of one size, 1.0 for equal ones."""
    if one.size != other.size:
        raise ValueError(f"sizes differ: {one.size} and {other.size}")
    x, y = one.convert("L").convert("F"), other.convert("L").convert("F")
    total, windows = 0.0, 0
    for left in range(0, _WINDOW, _STEP):
        for top in range(0, _WINDOW, _STEP):
            found = _index(_windows(x, left, top), _windows(y, left, top))
            count = found.width * found.height
            total += _mean(found) * count
            windows += count
    return total / windows


def _mean(image: Image.Image) -> float:
    """Return the mean of a picture of fractions, which Pillow's statistics would round."""
    pixel = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(pixel, float)
    return pixel


def _windows(image: Image.Image, left: int, top: int) -> Image.Image:
    """Return the part of a picture that whole windows cover from a corner on."""
    width = (image.width - left) // _WINDOW * _WINDOW
    height = (image.height - top) // _WINDOW * _WINDOW
    return image.crop((left, top, left + width, top + height))


def _index(x: Image.Image, y: Image.Image) -> Image.Image:
    """Return the index of each window."""
    mx, my = x.reduce(_WINDOW), y.reduce(_WINDOW)
    return _evaluate(
        lambda v: (
            (2 * v["mx"] * v["my"] + _C1)
            * (2 * (v["xy"] - v["mx"] * v["my"]) + _C2)
            / (v["mx"] * v["mx"] + v["my"] * v["my"] + _C1)
            / (v["xx"] - v["mx"] * v["mx"] + v["yy"] - v["my"] * v["my"] + _C2)
        ),
        mx=mx,
        my=my,
        xx=_product(x, x),
        yy=_product(y, y),
        xy=_product(x, y),
    )


def _product(x: Image.Image, y: Image.Image) -> Image.Image:
    """Return the mean of the products of two pictures' pixels in each window."""
    return _evaluate(lambda v: v["x"] * v["y"], x=x, y=y).reduce(_WINDOW)


def _evaluate(formula: Callable[[dict[str, Any]], Any], **images: Image.Image) -> Image.Image:
    result: Image.Image = ImageMath.lambda_eval(formula, **images)
    return result
