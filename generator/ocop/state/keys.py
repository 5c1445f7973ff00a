"""The keys of the artifacts that lie in an output folder.

Owns ``.ocop/state/<output>.keys``. Keys count only for the very publish that they were kept for,
by the program that made them: anything else is as good as none. What a key says is the business
of :mod:`ocop.pages.keys`. Called by :mod:`ocop.difference`.
"""

import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ocop.paths import SitePath
from ocop.state import box

_FORM = "ocop keys 1"


@dataclass(frozen=True, slots=True)
class Kept:
    """Keys by address, and the names and marks of what frames are made of, by a frame's mark."""

    keys: Mapping[SitePath, bytes] = field(default_factory=dict)
    frames: Mapping[bytes, Mapping[str, bytes]] = field(default_factory=dict)


class KeyStore:
    """The keys of one output folder; ``program`` is the mark of the program that made them."""

    def __init__(self, work: Path, out: Path, program: str) -> None:
        name = hashlib.sha256(os.fsencode(os.path.realpath(out))).hexdigest()[:12]
        self._file = work / "state" / f"{name}.keys"
        self._program = f"{program} {sys.version}"

    def recall(self, site: str) -> Kept:
        """Return the keys of the publish whose manifest has the SHA-256 ``site``, else none."""
        try:
            _, header, ((keys,), (frames,)) = box.load(self._file, _FORM)
            if header != self._header(site):
                return Kept()
            return Kept(
                msgspec.msgpack.decode(keys, type=dict[SitePath, bytes]),
                msgspec.msgpack.decode(frames, type=dict[bytes, dict[str, bytes]]),
            )
        except (ValueError, msgspec.MsgspecError):
            return Kept()

    def keep(self, site: str, kept: Kept) -> None:
        """Keep the keys of the publish whose manifest has the SHA-256 ``site``."""
        packed = [msgspec.msgpack.encode(one) for one in (kept.keys, kept.frames)]
        box.save(self._file, _FORM, self._header(site), [[one] for one in packed])

    def _header(self, site: str) -> dict[str, str]:
        return {"site": site, "program": self._program}
