"""A published paper as pages see it, and where it is published.

Owns the address by content. Touches no disk. Called by :mod:`ocop.papers.gather` and pages.
"""

from pathlib import PurePosixPath

from msgspec import Struct

from ocop.paths import SitePath, SourcePath
from ocop.text import slugify

_NAME = 60
"""The longest part of a file's own name that its address keeps."""


class Sheet(Struct, frozen=True):
    """One published PDF: its address and how many ``bytes`` a reader loads."""

    path: SitePath
    bytes: int


def address_of(source: SourcePath, digest: str) -> SitePath:
    """Return ``papers/<16 hex of the SHA-256>-<name>.pdf``; without a usable name the hash alone.

    The same content under the same name has one address, wherever it lies; other content has
    another, so that browsers may keep what they have for good.
    """
    stem = slugify(PurePosixPath(source).stem)[:_NAME].strip("-")
    return SitePath(f"papers/{digest[:16]}{f'-{stem}' if stem else ''}.pdf")
