"""Encoder settings with which a peer's pictures are as good as ours.

Encoders count quality on scales of their own, so that equal numbers say nothing. Called by
:mod:`benchmarks.photos`.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from statistics import fmean

from PIL import Image, ImageOps

from benchmarks.pipelines import OURS, Pipeline, Qualities, develop
from benchmarks.ssim import ssim

_TOLERANCE = 0.0005
_FIRST = (63, 75)


def similarity(files: Mapping[str, Path], photos: Path) -> tuple[float, float]:
    """Return the mean likeness of all AVIF and of all JPEG files to their originals."""
    found: dict[str, list[float]] = {".avif": [], ".jpg": []}
    for path_name, path in files.items():
        original = photos / f"{path_name.split('-')[0]}.jpg"
        with Image.open(path) as picture:
            found[path.suffix].append(ssim(_ideal(original, picture.size), picture))
    return fmean(found[".avif"]), fmean(found[".jpg"])


@lru_cache(maxsize=64)
def _ideal(original: Path, size: tuple[int, int]) -> Image.Image:
    """Return an original at a size, made in one step and never encoded."""
    with Image.open(original) as opened:
        upright = ImageOps.exif_transpose(opened).convert("L")
    return upright.resize(size, Image.Resampling.LANCZOS)


def equal_qualities(pipeline: Pipeline, photos: Path, wanted: tuple[float, float]) -> Qualities:
    """Return the lowest settings of a peer that reach the likeness of ``wanted``."""
    if pipeline is OURS:
        return _FIRST
    low, high = [30, 40], [95, 95]
    while low[0] < high[0] or low[1] < high[1]:
        middle = (low[0] + high[0]) // 2, (low[1] + high[1]) // 2
        reached = similarity(develop(pipeline, photos, middle)[1], photos)
        for one in (0, 1):
            if reached[one] >= wanted[one] - _TOLERANCE:
                high[one] = middle[one]
            else:
                low[one] = min(middle[one] + 1, high[one])
    return high[0], high[1]
