"""The list of every file that we wrote into an output folder.

Owns the shape and the bytes of ``.ocop-manifest.json``: no times, sorted, one file a line. While
a build is moving its files, the list says ``publishing`` and names the files that leave too, so
that every file of ours is known as ours even if the build is killed and its stage is lost.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ocop.paths import SitePath
from ocop.publish.gate import is_safe

_VERSION = 1
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its length in bytes and the SHA-256 of its content in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a site; ``leaving`` is what an unfinished build had still to remove."""

    files: Mapping[SitePath, Entry] = field(default_factory=dict)
    leaving: tuple[SitePath, ...] = ()
    complete: bool = True

    @property
    def owned(self) -> Collection[SitePath]:
        """Every file that a build may overwrite or remove."""
        return self.files.keys() | set(self.leaving)


class DamagedManifest(ValueError):
    """The list is not one that this version wrote."""


def dump(manifest: Manifest, version: str) -> bytes:
    """Return the file's bytes; ``version`` is the program's."""
    lines = [
        f'{json.dumps(path)}: {{"size": {entry.size}, "sha256": "{entry.sha256}"}}'
        for path, entry in sorted(manifest.files.items())
    ]
    head = f'{{\n"version": {_VERSION},\n"generator": {json.dumps(f"ocop {version}")},\n'
    if not manifest.complete:
        head += f'"publishing": true,\n"leaving": {json.dumps(sorted(manifest.leaving))},\n'
    return (head + '"files": {\n' + ",\n".join(lines) + "\n}\n}\n").encode()


def load(content: bytes) -> Manifest:
    """Read a manifest; DamagedManifest when it is not ours or names a file outside the folder."""
    try:
        found = json.loads(content)
        if found["version"] != _VERSION:
            raise DamagedManifest
        return Manifest(
            files={SitePath(path): _entry(path, facts) for path, facts in found["files"].items()},
            leaving=tuple(_safe(path) for path in found.get("leaving", ())),
            complete=not found.get("publishing", False),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedManifest from error


def _entry(path: str, facts: Mapping[str, object]) -> Entry:
    _safe(path)
    size, sha256 = facts["size"], facts["sha256"]
    if not isinstance(size, int) or not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
        raise DamagedManifest
    return Entry(size, sha256)


def _safe(path: str) -> SitePath:
    if not is_safe(path):  # a list that came with a checkout must not make us delete elsewhere
        raise DamagedManifest
    return SitePath(path)
