"""From an original's bytes to one upright sRGB image, large enough for every output.

Owns the single decode of a photo and what it costs in memory. Knows no files and no formats
of the site. Called by :mod:`ocop.photos.variants`.
"""

from PIL import Image

from ocop.photos.colour import to_srgb
from ocop.photos.facts import Probe
from ocop.photos.probe import open_image
from ocop.photos.recipe import SHARE_SIZE, Size

UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def decode(data: bytes, probe: Probe, widest: int) -> Image.Image:
    """Return the photo upright, in sRGB, at :func:`base_size`, with nothing of its metadata.

    JPEGs are shrunk by libjpeg on the way (``draft``), in stored orientation, so that a
    12-megapixel photo costs a quarter. Raises what Pillow raises for damaged pixels.
    """
    upright = base_size(probe, widest)
    stored = upright if probe.orientation < 5 else (upright[1], upright[0])
    with open_image(data) as image:
        profile = image.info.get("icc_profile")
        small = _shrink(image, stored)
    turned = _turn(to_srgb(small, profile), probe.orientation)
    turned.info.clear()
    return turned


def base_size(probe: Probe, widest: int) -> Size:
    """Return the upright size that the widest output and the share crop need, never enlarged."""
    scale = max(widest / probe.width, *_ratios(SHARE_SIZE, (probe.width, probe.height)))
    if scale >= 1:
        return probe.width, probe.height
    return round(probe.width * scale), max(1, round(probe.height * scale))


def memory_needed(probe: Probe, widest: int) -> int:
    """Return about how many bytes :func:`decode` takes at its peak (Pillow: 4 a pixel)."""
    pixels = probe.width * probe.height
    if probe.format != "JPEG":
        return 16 * pixels
    width, height = base_size(probe, widest)
    coefficients = 4 * pixels if probe.progressive else 0  # libjpeg keeps them all
    return coefficients + 5 * min(pixels, 4 * width * height)


def _ratios(needed: Size, size: Size) -> tuple[float, float]:
    return needed[0] / size[0], needed[1] / size[1]


def _shrink(image: Image.Image, size: Size) -> Image.Image:
    drafted = image.draft(None, size)
    box = drafted[1] if drafted else (0, 0, *image.size)
    # What libjpeg has shrunk is smooth already: a gentler filter than below does as well.
    filter_ = Image.Resampling.BICUBIC if drafted else Image.Resampling.LANCZOS
    return _resizable(image).resize(size, filter_, box=box, reducing_gap=3.0)


def _resizable(image: Image.Image) -> Image.Image:
    """Turn palettes, two-colour pictures and transparent colours into channels that blend."""
    if image.mode not in ("1", "P", "PA") and "transparency" not in image.info:
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _turn(image: Image.Image, orientation: int) -> Image.Image:
    method = UPRIGHT.get(orientation)
    return image if method is None else image.transpose(method)
