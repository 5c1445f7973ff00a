"""Share pictures and icons: pictures that no photo is needed for.

Owns where they lie in the site, and which face a title is set in. Drawn by
:mod:`ocop.photos.share`. Called by the build.
"""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

import ocop.photos
from ocop.beside import kept, stamp_of
from ocop.domain.taxonomy import INDUSTRIES
from ocop.paths import SitePath
from ocop.photos.recipe import encoder_stamp

_FACE = "static/fonts/phudu-600.woff2"
"""The display face, in the built-in templates."""


class FixedPictures(Struct, frozen=True):
    """``shares``: address by industry code; ``assets``: address by name, as of static files."""

    shares: Mapping[str, SitePath]
    assets: Mapping[str, SitePath]
    files: Mapping[SitePath, bytes]


def fixed_pictures(title: str, templates: tuple[str, ...]) -> FixedPictures:
    """Return ``icons/<name>`` and ``share/<industry>.png`` under names that carry their content.

    The share pictures show ``title``; ``templates`` are the folders, the built-in one last.
    """
    files: dict[SitePath, bytes] = {}

    def place(folder: str, name: str, content: bytes) -> SitePath:
        stem, _, suffix = name.rpartition(".")
        digest = hashlib.sha256(content).hexdigest()[:8]
        path = SitePath(f"static/{folder}/{stem}.{digest}.{suffix}")
        files[path] = content
        return path

    face = Path(templates[-1]) / _FACE
    # Whoever builds sites of several titles in turn finds the pictures of each where they were.
    place_of_title = hashlib.sha256(title.encode()).hexdigest()[:2]
    drawn = _kept(
        f"shares-{place_of_title}.msgpack",
        f"{title} {stamp_of(face)}",
        lambda: _shares(title, face),
    )
    shares = {
        one.code: place("share", f"{one.key}.png", drawn[one.code]) for one in INDUSTRIES.values()
    }
    icons = _kept("icons.msgpack", "", _icons)
    assets = {f"icons/{name}": place("icons", name, content) for name, content in icons.items()}
    return FixedPictures(shares, assets, files)


def _kept(file: str, what: str, draw: Callable[[], Mapping[str, bytes]]) -> Mapping[str, bytes]:
    """Return pictures by name, drawn once a version and for as long as ``what`` is on them."""
    sources = sorted(Path(ocop.photos.__file__).parent.glob("*.py"))
    shown = hashlib.sha256(what.encode()).hexdigest()
    stamp = f"{stamp_of(*sources)} {encoder_stamp()} {shown}"
    packed = kept(file, stamp, lambda: msgspec.msgpack.encode(draw()))
    return msgspec.msgpack.decode(packed, type=dict[str, bytes])


def _shares(title: str, face: Path) -> Mapping[str, bytes]:
    from ocop.photos.share import share_pictures  # loads Pillow

    return share_pictures(title, face)


def _icons() -> Mapping[str, bytes]:
    from ocop.photos.share import icons  # loads Pillow

    return icons()
