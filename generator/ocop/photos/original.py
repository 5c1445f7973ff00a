"""An editor's photo as bytes, or why it cannot be read, in this package's terms.

Owns the limit on a photo's bytes. Knows nothing of pictures. Called by its siblings.
"""

from pathlib import Path

from ocop.paths import SourcePath
from ocop.photos.facts import MAX_BYTES, SYMLINK, UNREADABLE, Fault, megabytes
from ocop.source.inside import Signature, Unread, read_inside


def read_original(project: Path, source: SourcePath) -> tuple[bytes, Signature] | Fault:
    """Return the bytes of a photo, or why it must not or cannot be read."""
    read = read_inside(project, source, MAX_BYTES)
    return _fault(read) if isinstance(read, Unread) else read


def _fault(unread: Unread) -> Fault:
    if unread.reason == "too large":
        weight = {"megabytes": megabytes(unread.size), "limit": megabytes(MAX_BYTES)}
        return Fault("OCOP410", weight)
    return SYMLINK if unread.reason == "link" else UNREADABLE
