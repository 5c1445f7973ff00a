"""What is known from before: content hashes by signature, facts by hash, encoder versions.

Owns ``ledger.json`` in the photo store. With it an unchanged photo costs one ``stat``; losing
it costs time and nothing else. Imports no Pillow.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from ocop.paths import SourcePath
from ocop.photos.facts import Fault, Finding, Probe
from ocop.photos.recipe import encoder_stamp, encoder_versions
from ocop.source.inside import Signature

_VERSION = 1
_TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system (FAT)."""


class Ledger:
    """The memo of one run: read at its start, saved at its end."""

    def __init__(self, store: Path) -> None:
        """Read the ledger of ``store``; one that is missing or damaged counts as empty."""
        self._path = store / "ledger.json"
        known = _read(self._path)
        self._signatures: dict[str, list[Any]] = known.get("signatures", {})
        self._findings: dict[str, dict[str, Any]] = known.get("findings", {})
        self._encoders: list[str] = known.get("encoders", ["", ""])
        self._settled = _modified(self._path) - _TICK
        self._changed = False

    def hash_of(self, source: SourcePath, signature: Signature) -> str | None:
        """Return the SHA-256 of a photo whose signature is as it was.

        A file changed in the same tick of the clock in which the ledger was last saved may
        have changed again since without showing it, so it is not trusted.
        """
        known = self._signatures.get(source)
        if known is None or known[:-1] != list(signature) or signature[1] > self._settled:
            return None
        return str(known[-1])

    def remember(self, source: SourcePath, signature: Signature, digest: str) -> None:
        """Note which content a file has."""
        self._signatures[source] = [*signature, digest]
        self._changed = True

    def finding(self, digest: str) -> Finding | None:
        """Return what was found out about a content."""
        known = self._findings.get(digest)
        if known is None:
            return None
        return Fault(**known) if "code" in known else Probe(**known)

    def learn(self, digest: str, finding: Finding) -> None:
        """Note what was found out about a content."""
        self._findings[digest] = to_builtins(finding)
        self._changed = True

    def keep_only(self, sources: Iterable[SourcePath]) -> None:
        """Forget every file that is not among ``sources``, and what no file contains."""
        wanted = set(sources)
        kept = {name: known for name, known in self._signatures.items() if name in wanted}
        if len(kept) < len(self._signatures):
            digests = {known[-1] for known in kept.values()}
            self._findings = {key: found for key, found in self._findings.items() if key in digests}
            self._signatures, self._changed = kept, True

    def encoders(self) -> str:
        """Return the encoders' versions, asking Pillow only after it changed."""
        stamp = encoder_stamp()
        if self._encoders[0] != stamp:
            self._encoders = [stamp, encoder_versions()]
            self._changed = True
        return self._encoders[1]

    def save(self) -> None:
        """Write the ledger if anything in it is new, in one step."""
        if not self._changed:
            return
        content = {
            "version": _VERSION,
            "encoders": self._encoders,
            "signatures": self._signatures,
            "findings": self._findings,
        }
        write_whole(self._path, json.dumps(content, sort_keys=True).encode())
        self._changed = False


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a kill, finds the old one or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    beside.write_bytes(data)
    try:
        beside.replace(path)
    except FileNotFoundError:  # another run took it for a killed one's and cleared it away
        write_whole(path, data)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        content: Any = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(content, dict) or content.get("version") != _VERSION:
        return {}
    return content


def _modified(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
