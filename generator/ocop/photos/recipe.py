"""The parameters that decide what a photo becomes, and the key and names they give.

Owns widths, encoder settings, share size and the address of every file. Imports Pillow only
to ask for its encoders' versions, and only after Pillow itself changed.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ocop.config import PhotoSettings
from ocop.paths import SitePath

PIPELINE = 3
"""Raised with every change to what the pipeline puts out."""

Size = tuple[int, int]

Focus = tuple[int, int]
"""A focal point in percent from the left and from the top."""

CENTRE: Focus = (50, 50)

SHARE_SIZE: Size = (1200, 630)
"""Link previews: the size that every network shows large."""

FALLBACK_WIDTH = 960
PLACEHOLDER_SIDE = 16

ENCODERS: Mapping[str, Mapping[str, object]] = {
    # Speed 9 beats WebP in bytes and in time; one thread, since photos run side by side. Without
    # a search among the coefficients it is a seventh faster and, at one step more of quality,
    # smaller and truer; without tiles a photo weighs 1 % less.
    "avif": {
        "quality": 63,
        "speed": 9,
        "subsampling": "4:2:0",
        "codec": "aom",
        "max_threads": 1,
        "autotiling": False,
        "advanced": {"disable-trellis-quant": "1"},
    },
    "webp": {"quality": 80, "method": 4},
    # Progressive saves 4 % here and shows something early on a slow line.
    "jpeg": {"quality": 75, "progressive": True, "subsampling": "4:2:0"},
    # No visitor waits for it and networks encode it once more: the same pixels, 5 % heavier,
    # in a fifth of the time.
    "share": {"quality": 75, "subsampling": "4:2:0"},
}


def key_of(digest: str, settings: PhotoSettings, encoders: str) -> str:
    """Return the key of a developed photo: original, parameters and encoders, nothing else."""
    written = "\n".join((digest, _parameters(settings), encoders))
    return hashlib.sha256(written.encode()).hexdigest()


@cache
def _parameters(settings: PhotoSettings) -> str:
    return repr((PIPELINE, settings.widths, settings.formats, ENCODERS, SHARE_SIZE))


def site_path(key: str, name: str) -> SitePath:
    """Return the address of the file ``name`` of the photo ``key``."""
    return SitePath(f"photos/{key[:16]}-{name}")


def share_name(focus: Focus) -> str:
    """Return the name of the share picture: the focal point is in it unless it is the centre."""
    return "share.jpg" if focus == CENTRE else f"share-{focus[0]}-{focus[1]}.jpg"


def widths_for(width: int, wanted: Iterable[int]) -> tuple[int, ...]:
    """Return the widths to publish: those wanted, never above the original's own ``width``."""
    return tuple(sorted({min(width, each) for each in wanted}))


def widest(settings: PhotoSettings) -> int:
    """Return the largest width that a photo may be asked for."""
    return max((FALLBACK_WIDTH, *settings.widths))


def encoder_stamp() -> str:
    """Return what changes whenever another Pillow is installed, without importing it."""
    spec = find_spec("PIL")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    files = sorted(
        [*folder.glob("_version.py"), *folder.glob("_imaging.*"), *folder.glob("_avif.*")]
    )
    return repr([(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files])


def encoder_versions() -> str:
    """Return the versions of Pillow and of the libraries that decode and encode for it."""
    # Imported here so that a run over known photos never loads Pillow.
    from PIL import features

    names = ("pil", "avif", "webp", "jpg", "libjpeg_turbo", "littlecms2", "zlib")
    return " ".join(f"{name}={features.version(name)}" for name in names)
