"""Share pictures and icons: files that are the same for every catalogue.

Owns where they lie in the site. Drawn by :mod:`ocop.photos.share`. Called by the build.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from ocop.domain.taxonomy import INDUSTRIES
from ocop.paths import SitePath
from ocop.photos.share import icons, share_pictures


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

    pictures = share_pictures()
    shares = {
        one.code: place("share", f"{one.key}.png", pictures[one.code])
        for one in INDUSTRIES.values()
    }
    assets = {f"icons/{name}": place("icons", name, content) for name, content in icons().items()}
    return FixedPictures(shares, assets, files)
