"""Telling what a file is from its first bytes, whatever its name says.

Owns the signatures of picture and other formats, and the size of a PNG or WebP as its
header states it (asked before Pillow sees the file). Decodes nothing.
"""

import re
from typing import Literal

Readable = Literal["JPEG", "PNG", "WEBP", "AVIF"]

_LFS = b"version https://git-lfs.github.com/spec/"
_HTML = re.compile(rb"\s*(<!doctype html|<html|<head|<body|<!--)", re.IGNORECASE)
_SVG = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg", re.I | re.S
)
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_AVIF_BRANDS = (b"avif", b"avis")
_OTHERS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"8BPS", "Photoshop"),
    (b"\0\0\1\0", "ICO"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"PK\3\4", "ZIP/Word/Excel"),
)


def is_lfs_pointer(data: bytes) -> bool:
    """Tell whether the file is the stand-in that Git LFS leaves until it has fetched the photo."""
    return data.startswith(_LFS)


def is_web_page(data: bytes) -> bool:
    """Tell whether the file is HTML: a page saved, or an error answered, in place of a photo."""
    return _HTML.match(data, 0, 512) is not None


def is_heif(data: bytes) -> bool:
    """Tell whether the file is HEIC/HEIF, what an iPhone makes unless told otherwise."""
    brands = _brands(data)
    return any(b in brands for b in _HEIF_BRANDS) and not any(b in brands for b in _AVIF_BRANDS)


def readable_format(data: bytes) -> Readable | None:
    """Return the format, if it is one that the pipeline reads."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return "AVIF" if any(brand in _brands(data) for brand in _AVIF_BRANDS) else None


def other_format(data: bytes) -> str | None:
    """Return the name of a well-known format that the pipeline does not read."""
    if _SVG.match(data, 0, 2048):
        return "SVG"
    return next((name for magic, name in _OTHERS if data.startswith(magic)), None)


def stated_size(data: bytes, kind: Readable) -> tuple[int, int] | None:
    """Return width and height from the header of a PNG or WebP; ``None`` if not to be had.

    Pillow's WebP decoder takes memory for the whole canvas as soon as it opens a file, so
    the limit on pixels has to be applied before.
    """
    if kind == "PNG" and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return _webp_size(data) if kind == "WEBP" and len(data) >= 30 else None


def is_cut_short(data: bytes, kind: Readable) -> bool:
    """Tell whether a WebP or AVIF ends before its own container says that it does."""
    if kind == "WEBP":
        return len(data) < 8 + int.from_bytes(data[4:8], "little")
    return kind == "AVIF" and _boxes_run_over(data)


def _brands(data: bytes) -> tuple[bytes, ...]:
    if data[4:8] != b"ftyp":
        return ()
    end = min(int.from_bytes(data[:4], "big"), 256)
    return (data[8:12], *(data[at : at + 4] for at in range(16, end, 4)))


def _webp_size(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return _le(data, 24, 3) + 1, _le(data, 27, 3) + 1
    if kind == b"VP8L":
        bits = _le(data, 21, 4)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return (_le(data, 26, 2) & 0x3FFF, _le(data, 28, 2) & 0x3FFF) if kind == b"VP8 " else None


def _le(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "little")


def _boxes_run_over(data: bytes) -> bool:
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size == 0:
            return False  # "to the end of the file"
        if size < 8:
            return True
        at += size
    return at > len(data)
