"""Looking at an original: is it a photo, whole, and how large?

Owns the questions asked before a photo is developed. Knows no paths and no settings.
Called by :mod:`ocop.photos.darkroom` for content that the ledger does not know yet.
"""

import struct
import warnings
from io import BytesIO

from PIL import Image

from ocop.photos import sniff
from ocop.photos.facts import CEILING_MEGAPIXELS, DAMAGED, LFS_POINTER, Fault, Finding, Probe

# The project's own limit is applied to the size in the header before any pixel is decoded
# (ocop.photos.facts.judge); Pillow's two-step one would only warn, or hide the size.
Image.MAX_IMAGE_PIXELS = None

_ORIENTATION = 0x0112
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    EOFError,
    LookupError,
    OverflowError,
    RuntimeError,
    struct.error,
)
"""What Pillow's decoders raise for bytes that are not what they promise."""

_SHRINK = 8  # libjpeg still reads every byte, but computes one pixel in 64


def probe(data: bytes) -> Finding:
    """Return what the header tells of a photo, or why it is none."""
    kind = sniff.readable_format(data)
    if kind is None:
        return _why_not(data)
    if sniff.is_cut_short(data, kind):
        return DAMAGED
    stated = sniff.stated_size(data, kind)
    if stated:
        bare = Probe(kind, *stated, bytes=len(data))
        if bare.megapixels > CEILING_MEGAPIXELS:
            return bare
    try:
        with open_image(data) as image:
            return _describe(image, kind, len(data))
    except BROKEN:
        return DAMAGED


def is_whole(data: bytes, found: Probe) -> bool:
    """Tell whether the pixels of a probed photo can be read to the end, at the least cost.

    A JPEG is decoded at an eighth of its size; a PNG's checksums are verified; the
    containers of WebP and AVIF were measured by :func:`probe`.
    """
    if found.format not in ("JPEG", "PNG"):
        return True
    try:
        with open_image(data) as image:
            if found.format == "PNG":
                image.verify()
            else:
                image.draft(None, (-(-image.width // _SHRINK), -(-image.height // _SHRINK)))
                image.load()
    except BROKEN:
        return False
    return True


def memory_to_read(found: Probe) -> int:
    """Return about how many bytes :func:`is_whole` takes: libjpeg keeps a progressive whole."""
    coefficients = 4 * found.width * found.height if found.progressive else 0
    return coefficients + found.bytes


def open_image(data: bytes) -> Image.Image:
    """Open ``data`` as one of the four formats that are read; raises what Pillow raises."""
    # Remarks on odd metadata help no editor; said at each opening, since filters are reset.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    return Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP", "AVIF"))


def _why_not(data: bytes) -> Fault:
    if not data:
        return Fault("OCOP401")
    if sniff.is_lfs_pointer(data):
        return LFS_POINTER
    if sniff.is_heif(data):
        return Fault("OCOP402")
    if sniff.is_web_page(data):
        return Fault("OCOP411")
    other = sniff.other_format(data)
    return Fault("OCOP405", {"format": other}) if other else Fault("OCOP412")


def _describe(image: Image.Image, kind: sniff.Readable, size: int) -> Probe:
    orientation = _orientation(image)
    width, height = image.size if orientation < 5 else (image.height, image.width)
    return Probe(
        format=kind,
        width=width,
        height=height,
        bytes=size,
        orientation=orientation,
        # A phone's JPEG may carry a depth or brightness map as a second picture: no animation.
        frames=1 if kind == "JPEG" else getattr(image, "n_frames", 1),
        progressive=bool(image.info.get("progressive")),
        rough_colours=image.mode == "CMYK" and not image.info.get("icc_profile"),
    )


def _orientation(image: Image.Image) -> int:
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except BROKEN:
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1
