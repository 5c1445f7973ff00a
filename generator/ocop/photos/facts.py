"""What is known of an original photo without decoding it again.

Owns the shapes that the ledger keeps by content hash. Imports no Pillow, so that a build in
which nothing changed does not pay for it. Filled by :mod:`ocop.photos.probe`.
"""

from collections.abc import Mapping
from shlex import quote
from typing import TypeAlias

from msgspec import Struct, field

from ocop.config import PhotoSettings
from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath

MIN_WIDTH = 640
"""Narrower than this, in upright pixels, a photo is soft on any screen."""

MAX_BYTES = 100_000_000
"""Larger files are not read at all."""

CEILING_MEGAPIXELS = 200
"""No setting raises the limit on pixels above this."""

_HEAVY = "OCOP409"
"""The one fault whose hint is a command that names the photo, as a shell reads it."""

HEAVY_BYTES = 3_000_000
HEAVY_SIDE = 6_000
"""From here on an original only makes the repository heavy (bytes; longer side in pixels)."""


class Probe(Struct, frozen=True):
    """A readable photo: ``width`` × ``height`` upright, ``bytes`` of the original.

    ``orientation`` is EXIF's (1–8); ``frames`` counts the pictures of an animation;
    ``rough_colours`` marks CMYK without a profile, whose colours can only be guessed;
    ``whole`` tells that the pixels were read to the end as well, not the header alone.
    """

    format: str
    width: int
    height: int
    bytes: int
    orientation: int = 1
    frames: int = 1
    progressive: bool = False
    rough_colours: bool = False
    whole: bool = False

    @property
    def megapixels(self) -> float:
        """Millions of pixels once decoded."""
        return self.width * self.height / 1_000_000


class Fault(Struct, frozen=True):
    """Why a file is no usable photo: a diagnostic that does not yet know its path."""

    code: str
    args: Mapping[str, str] = field(default_factory=dict)

    def at(self, source: SourcePath) -> Diagnostic:
        """Return the diagnostic for the photo ``source``."""
        named = {"photo": quote(source)} if self.code == _HEAVY else {}
        return Diagnostic(self.code, source, args={**self.args, **named})


Finding: TypeAlias = Probe | Fault

# The same faults as of any other file; worded in reading.yaml.
LFS_POINTER = Fault("OCOP006")
SYMLINK = Fault("OCOP007")
UNREADABLE = Fault("OCOP008")

DAMAGED = Fault("OCOP403")


def judge(probe: Probe, settings: PhotoSettings) -> tuple[Fault, ...]:
    """Return what to say of a readable photo: too many pixels, or the warnings."""
    limit = min(settings.max_megapixels, CEILING_MEGAPIXELS)
    if probe.megapixels > limit:
        return (_too_large(probe, limit),)
    faults = []
    if probe.frames > 1:
        faults.append(Fault("OCOP406", {"frames": str(probe.frames), "format": probe.format}))
    if probe.rough_colours:
        faults.append(Fault("OCOP407"))
    if probe.width < MIN_WIDTH:
        faults.append(Fault("OCOP408", {**_size(probe), "least": str(MIN_WIDTH)}))
    if probe.bytes > HEAVY_BYTES or max(probe.width, probe.height) > HEAVY_SIDE:
        faults.append(Fault(_HEAVY, {**_size(probe), "megabytes": megabytes(probe.bytes)}))
    return tuple(faults)


def megabytes(count: int) -> str:
    """Return a number of bytes in megabytes with one decimal."""
    return f"{count / 1_000_000:.1f}"


def _size(probe: Probe) -> dict[str, str]:
    return {"width": str(probe.width), "height": str(probe.height)}


def _too_large(probe: Probe, limit: int) -> Fault:
    return Fault(
        "OCOP404",
        {**_size(probe), "megapixels": f"{probe.megapixels:.0f}", "limit": str(limit)},
    )
