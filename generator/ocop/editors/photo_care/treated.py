"""An original made lighter or upright: bytes in, bytes out.

Owns sizes and qualities. What comes out has no metadata but a profile of its colours, where it
needs one. Touches no disk. Called by :mod:`ocop.cli.photos`.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PIL import Image, JpegImagePlugin

from ocop.editors.photo_care.metadata import Tale, tales
from ocop.photos.decode import UPRIGHT, decode
from ocop.photos.facts import DAMAGED, HEAVY_BYTES, HEAVY_SIDE, Fault, Probe
from ocop.photos.probe import BROKEN, open_image

SIDE = 4000
"""The longer side that a shrunk photo has, in pixels, unless it is still too heavy then."""

_SIDES = (3200, 2560, 2048, 1600)
_QUALITIES = (85, 78)
_ENCODERS: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"progressive": True, "optimize": True},
    "WEBP": {"method": 4},
    "AVIF": {"speed": 7},
    "PNG": {"optimize": True},
}


class Treated(Struct, frozen=True):
    """A photo anew: its bytes, its upright size, and what is no longer in it."""

    data: bytes
    width: int
    height: int
    removed: tuple[Tale, ...]


def is_heavy(found: Probe, side: int | None) -> bool:
    """Tell whether ``check`` would warn of a photo, or it is longer than the ``side`` asked for."""
    longer = max(found.width, found.height)
    return found.bytes > HEAVY_BYTES or longer > (side or HEAVY_SIDE)


def shrunk(data: bytes, found: Probe, side: int | None = None) -> Treated | Fault | None:
    """Return a photo in sRGB, upright and light; None where nothing is gained by it.

    Transparency stays; its colours stay those of the profile then, which is kept.
    """
    try:
        with open_image(data) as image:
            removed = tales(image)
            base = _base(image, data, found, side or SIDE)
    except (*BROKEN, MemoryError):
        return DAMAGED
    made = _light(base, found.format, side or SIDE)
    return None if len(made.data) >= len(data) else replace(made, removed=removed)


def upright(data: bytes, found: Probe) -> Treated | Fault | None:
    """Return a photo whose pixels stand as EXIF says that they should; None where they do.

    A JPEG keeps its own tables, so that as little as can be is lost.
    """
    if found.orientation == 1:
        return None
    try:
        with open_image(data) as image:
            removed = tales(image)
            options = _same(image)
            profile = image.info.get("icc_profile")
            clear = image.info.get("transparency")
            turned = image.transpose(UPRIGHT[found.orientation])
    except (*BROKEN, MemoryError):
        return DAMAGED
    turned.info.clear()
    saved = _saved(turned, found.format, icc_profile=profile, transparency=clear, **options)
    return Treated(saved, turned.width, turned.height, removed)


def _base(image: Image.Image, data: bytes, found: Probe, side: int) -> Image.Image:
    """Return the photo upright at its largest: decoded no larger than it has to be."""
    scale = min(1.0, side / max(found.width, found.height))
    if not image.has_transparency_data:
        return decode(data, found, max(1, round(found.width * scale)))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    profile = image.info.get("icc_profile")
    small = image.convert("RGBA").resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    method = UPRIGHT.get(found.orientation)
    turned = small if method is None else small.transpose(method)
    turned.info = {"icc_profile": profile} if profile else {}
    return turned


def _light(base: Image.Image, kind: str, side: int) -> Treated:
    """Return the first try that is light enough, else the lightest."""
    best: Treated | None = None
    for image, quality in _tries(base, kind, side):
        saved = _saved(image, kind, quality=quality, icc_profile=base.info.get("icc_profile"))
        if best is None or len(saved) < len(best.data):
            best = Treated(saved, image.width, image.height, ())
        if len(saved) <= HEAVY_BYTES:
            break
    assert best is not None  # there is a first try
    return best


def _tries(base: Image.Image, kind: str, side: int) -> Iterator[tuple[Image.Image, int]]:
    for longest in (side, *(one for one in _SIDES if one < side)):
        scale = min(1.0, longest / max(base.size))
        size = round(base.width * scale) or 1, round(base.height * scale) or 1
        image = base if size == base.size else base.resize(size, Image.Resampling.LANCZOS)
        for quality in _QUALITIES[:1] if kind == "PNG" else _QUALITIES:
            yield image, quality


def _same(image: Image.Image) -> dict[str, Any]:
    """Return what a photo is to be saved with so that it stays what it was."""
    if image.format != "JPEG" or image.mode == "CMYK":
        return {"quality": 95}
    tables = getattr(image, "quantization", None)
    sampling = JpegImagePlugin.get_sampling(image)
    return {"qtables": tables, "subsampling": max(sampling, 0)}


def _saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    kept = {key: value for key, value in options.items() if value is not None}
    out = BytesIO()
    image.save(out, kind, **{**_ENCODERS[kind], **kept})
    return out.getvalue()
