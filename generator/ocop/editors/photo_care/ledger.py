"""What was done to a photo, or would be.

Owns the shape of the account. Called by :mod:`ocop.editors.photo_care.work` and the command.
"""

from typing import Any

from msgspec import Struct, to_builtins

from ocop.editors.photo_care.metadata import Tale
from ocop.paths import SourcePath


class Look(Struct, frozen=True):
    """A photo's weight in bytes and its upright size."""

    bytes: int
    width: int = 0
    height: int = 0


class Step(Struct, frozen=True):
    """One photo before and after; ``removed`` is what its file no longer tells."""

    source: SourcePath
    target: SourcePath
    before: Look
    after: Look
    removed: tuple[Tale, ...] = ()

    def data(self) -> dict[str, Any]:
        """Return the account as plain data."""
        return {
            "path": self.source,
            "to": self.target,
            "before": to_builtins(self.before),
            "after": to_builtins(self.after),
            "removed": list(self.removed),
        }
