"""Share pictures and icons: files that are the same for every catalogue.

Owns where they lie in the site. Drawn by :mod:`ocop.photos.share`. Called by the build.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

import ocop.photos
from ocop.beside import kept, stamp_of
from ocop.domain.taxonomy import INDUSTRIES
from ocop.paths import SitePath
from ocop.photos.recipe import encoder_stamp


@dataclass(frozen=True, slots=True)
class FixedPictures:
    """``shares``: address by industry code; ``assets``: address by name, as of static files."""

    shares: Mapping[str, SitePath]
    assets: Mapping[str, SitePath]
    files: Mapping[SitePath, bytes]


def fixed_pictures() -> FixedPictures:
    """Return ``icons/<name>`` and ``share/<industry>.png`` under names that carry their content."""
    files: dict[SitePath, bytes] = {}

    def place(folder: str, name: str, content: bytes) -> SitePath:
        stem, _, suffix = name.rpartition(".")
        digest = hashlib.sha256(content).hexdigest()[:8]
        path = SitePath(f"static/{folder}/{stem}.{digest}.{suffix}")
        files[path] = content
        return path

    drawn = _drawn()
    shares = {
        one.code: place("share", f"{one.key}.png", drawn[one.code]) for one in INDUSTRIES.values()
    }
    icons = {name: content for name, content in drawn.items() if name not in INDUSTRIES}
    assets = {f"icons/{name}": place("icons", name, content) for name, content in icons.items()}
    return FixedPictures(shares, assets, files)


def _drawn() -> Mapping[str, bytes]:
    """Return the share pictures by industry code and the icons by name, drawn once a version."""
    sources = sorted(Path(ocop.photos.__file__).parent.glob("*.py"))
    stamp = f"{stamp_of(*sources)} {encoder_stamp()}"
    packed = kept("pictures.msgpack", stamp, lambda: msgspec.msgpack.encode(_draw()))
    return msgspec.msgpack.decode(packed, type=dict[str, bytes])


def _draw() -> Mapping[str, bytes]:
    from ocop.photos.share import icons, share_pictures  # loads Pillow

    return {**share_pictures(), **icons()}
