"""The files of one photo, encoded: sizes, formats, share crop and placeholder.

Owns the way from an original's bytes to everything the site shows of it. Knows neither where
files are kept nor who asks. Called by :mod:`ocop.photos.develop`.
"""

import base64
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from msgspec import Struct

# Encoders that Pillow has not met are looked for by loading all its forty plugins.
from PIL import AvifImagePlugin, Image, WebPImagePlugin  # noqa: F401

from ocop.config import PhotoSettings
from ocop.photos.facts import Probe
from ocop.photos.recipe import (
    ENCODERS,
    FALLBACK_WIDTH,
    PLACEHOLDER_SIDE,
    SHARE_SIZE,
    Focus,
    Size,
    share_name,
    widths_for,
)

_SUFFIX = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}
_WRITTEN_AS = {"avif": "AVIF", "webp": "WEBP", "jpeg": "JPEG", "share": "JPEG"}


class Print(Struct, frozen=True):
    """One encoded file of a photo: ``name`` is unique within the photo.

    ``format`` is ``avif``, ``webp``, ``jpeg``, or ``share`` for the link preview (a JPEG).
    """

    name: str
    format: str
    width: int
    height: int
    data: bytes


def make_prints(
    base: Image.Image, probe: Probe, settings: PhotoSettings
) -> tuple[tuple[Print, ...], str]:
    """Return every size in every format, by format and width, the JPEG fallback last.

    With them comes the photo at 16 pixels' length as a ``data:`` address, to be shown blurred.
    """
    wanted = widths_for(probe.width, settings.widths)
    (fallback,) = widths_for(probe.width, [FALLBACK_WIDTH])
    sizes = cascade(base, probe, {*wanted, fallback})
    jpegs = [width for width in wanted if width != fallback and "jpeg" in settings.formats]
    modern = [name for name in settings.formats if name != "jpeg"]
    plan = [(name, width) for name in modern for width in wanted]
    plan += [("jpeg", width) for width in (*jpegs, fallback)]
    placeholder = _placeholder(sizes[min(sizes)], base.size)
    return tuple(_print(sizes[width], name) for name, width in plan), placeholder


def cascade(base: Image.Image, probe: Probe, widths: Iterable[int]) -> Mapping[int, Image.Image]:
    """Return ``base`` at each of ``widths``, each made from the next larger one."""
    sizes: dict[int, Image.Image] = {}
    larger = base
    for width in sorted(widths, reverse=True):
        size = width, max(1, round(probe.height * width / probe.width))
        larger = _resize(larger, size)
        sizes[width] = larger
    return sizes


def make_shares(base: Image.Image, focuses: Iterable[Focus]) -> Iterator[Print]:
    """Yield the 1200×630 picture for link previews, cropped around each focal point."""
    width, height = SHARE_SIZE
    for focus in focuses:
        # Networks scale and encode it once more: a quick filter is good enough.
        crop = base.resize(SHARE_SIZE, Image.Resampling.HAMMING, box=share_box(base.size, focus))
        yield Print(share_name(focus), "share", width, height, _encode(crop, "share"))


def share_box(size: Size, focus: Focus) -> tuple[float, float, float, float]:
    """Return the largest part of a picture in the share ratio, ``focus`` as central as can be."""
    scale = min(size[0] / SHARE_SIZE[0], size[1] / SHARE_SIZE[1])
    width, height = SHARE_SIZE[0] * scale, SHARE_SIZE[1] * scale
    left = _start(size[0], width, focus[0])
    top = _start(size[1], height, focus[1])
    return left, top, min(left + width, size[0]), min(top + height, size[1])


def _placeholder(small: Image.Image, shape: Size) -> str:
    """Return a photo of the shape ``shape`` as a ``data:`` address, made of its smallest size."""
    scale = PLACEHOLDER_SIDE / max(shape)
    size = max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))
    out = BytesIO()
    small.resize(size, Image.Resampling.BOX).save(out, "WEBP", quality=50, method=6)
    return "data:image/webp;base64," + base64.b64encode(out.getvalue()).decode("ascii")


def _start(length: int, crop: float, percent: int) -> float:
    return min(max(length * percent / 100 - crop / 2, 0.0), length - crop)


def _resize(image: Image.Image, size: Size) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _print(image: Image.Image, name: str) -> Print:
    file = f"{image.width}.{_SUFFIX[name]}"
    return Print(file, name, image.width, image.height, _encode(image, name))


def _encode(image: Image.Image, name: str) -> bytes:
    out = BytesIO()
    image.save(out, _WRITTEN_AS[name], **ENCODERS[name])
    return out.getvalue()
