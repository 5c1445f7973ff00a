"""What a paper's bytes are, whatever its name says.

Owns what may be published as a paper: PDF alone. A page or a script would run in the site's
name, and a photo would carry its private data past the photo pipeline. Touches no disk.
Called by :mod:`ocop.papers.desk`.
"""

from ocop.photos.facts import LFS_POINTER, SYMLINK, UNREADABLE, Fault, megabytes
from ocop.photos.sniff import is_heif, is_lfs_pointer, other_format, readable_format
from ocop.source.inside import Unread

MAX_BYTES = 20_000_000
"""Larger papers are not read at all."""

HEAVY_BYTES = 5_000_000
"""From here on a paper is a burden to a reader on a telephone."""

_MAGIC = b"%PDF-"
_PICTURES = frozenset({"GIF", "BMP", "TIFF", "JPEG XL", "JPEG 2000", "SVG"})


def fault_in(data: bytes) -> Fault | None:
    """Return why ``data`` is no paper that may be published; None of a PDF."""
    if data.startswith(_MAGIC):
        return None
    if not data:
        return Fault("OCOP420")
    if is_lfs_pointer(data):
        return LFS_POINTER
    picture = _picture(data)
    return Fault("OCOP421", {"format": picture}) if picture else Fault("OCOP422")


def fault_of(unread: Unread) -> Fault:
    """Return the fault of a paper that was not read."""
    if unread.reason == "too large":
        return Fault("OCOP423", _weight(unread.size, MAX_BYTES))
    return SYMLINK if unread.reason == "link" else UNREADABLE


def burden(size: int) -> tuple[Fault, ...]:
    """Return the warning about a paper of ``size`` bytes, if it is heavy."""
    return (Fault("OCOP424", _weight(size, HEAVY_BYTES)),) if size > HEAVY_BYTES else ()


def _weight(size: int, limit: int) -> dict[str, str]:
    return {"megabytes": megabytes(size), "limit": f"{limit // 1_000_000}"}


def _picture(data: bytes) -> str | None:
    if is_heif(data):
        return "HEIC"
    found = readable_format(data) or other_format(data)
    return found if found in ("JPEG", "PNG", "WEBP", "AVIF", *_PICTURES) else None
