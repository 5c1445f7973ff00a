"""The keys of the artifacts that lie in an output folder.

Owns ``.ocop/state/<output>.keys``; after a small change only the difference is written, to
``<output>-since.keys``. Keys count only for the very publish that they were kept for,
by the program that made them: anything else is as good as none. What a key says is the business
of :mod:`ocop.pages.keys`. Called by :mod:`ocop.difference`.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from ocop.paths import SitePath
from ocop.state import box

_FORM = "ocop keys 2"

Amend = Callable[[Callable[[SitePath], bytes | None]], Mapping[SitePath, bytes | None]]


class Kept(Struct, frozen=True):
    """Keys by address, and the names and marks of what frames are made of, by a frame's mark."""

    keys: Mapping[SitePath, bytes] = field(default_factory=dict)
    frames: Mapping[bytes, Mapping[str, bytes]] = field(default_factory=dict)


class KeyStore:
    """The keys of one output folder; ``program`` is the mark of the program that made them."""

    def __init__(self, work: Path, out: Path, program: str) -> None:
        name = hashlib.sha256(os.fsencode(os.path.realpath(out))).hexdigest()[:12]
        self._file = work / "state" / f"{name}.keys"
        self._since = self._file.with_name(f"{name}-since.keys")
        self._program = f"{program} {sys.version}"

    def recall(self, site: str) -> Kept:
        """Return the keys of the publish whose manifest has the SHA-256 ``site``, else none."""
        found = self._found(site)
        try:
            return found.kept() if found else Kept()
        except (ValueError, msgspec.MsgspecError):
            return Kept()

    def keep(self, site: str, kept: Kept) -> None:
        """Keep the keys of the publish whose manifest has the SHA-256 ``site``."""
        columns: list[box.Column] = [
            [_names(kept.keys)],
            [*kept.keys.values()],
            [msgspec.msgpack.encode(kept.frames)],
        ]
        box.save(self._file, _FORM, self._header(site), columns)

    def amend(self, before: str, site: str, amended: Amend) -> None:
        """Keep the keys of a publish that differs little from ``before``.

        ``amended`` returns what differs, None for what has no key any more; it is told how to
        find a key of before.
        """
        found = self._found(before)
        if found is None:
            return
        changes = {**found.since, **amended(found.key)}
        if not box.is_small_change(len(changes), len(found.keys)):
            self.keep(site, replace(found, since=changes).kept())
            return
        header = {**self._header(site), "base": found.base}
        keys = [one or b"" for one in changes.values()]
        box.save(self._since, _FORM, header, [[_names(changes)], keys])

    def _found(self, site: str) -> "_Found | None":
        """Return what is kept of a publish, from one file or from two."""
        try:
            base, header, ((names,), keys, (frames,)) = box.load(self._file, _FORM)
            found = _Found(base, bytes(names), keys, frames, {})
            if header == self._header(site):
                return found
            _, header, ((names,), keys) = box.load(self._since, _FORM)
            since = dict(zip(_split(bytes(names)), map(bytes, keys), strict=True))
            fits = header == {**self._header(site), "base": base}
            return replace(found, since=since) if fits else None
        except ValueError:
            return None

    def _header(self, site: str) -> dict[str, str]:
        return {"site": site, "program": self._program}


class _Found(Struct, frozen=True):
    """Keys as they lie in a file, ``since`` what differs from that; empty for none."""

    base: str
    names: bytes
    keys: Sequence[memoryview]
    frames: memoryview
    since: Mapping[SitePath, bytes | None]

    def key(self, path: SitePath) -> bytes | None:
        """Return one key without looking at the others."""
        if path in self.since:
            return self.since[path] or None
        at = self.names.find(b"\0%s\0" % path.encode())
        return bytes(self.keys[self.names.count(b"\0", 0, at)]) if at >= 0 else None

    def kept(self) -> Kept:
        """Return all keys."""
        there = dict(zip(_split(self.names), map(bytes, self.keys), strict=True))
        keys = {path: key for path, key in {**there, **self.since}.items() if key}
        frames = msgspec.msgpack.decode(self.frames, type=dict[bytes, dict[str, bytes]])
        return Kept(keys, frames)


def _names(paths: Iterable[SitePath]) -> bytes:
    """Return paths so that each is found with what stands before and behind it."""
    return "".join([f"\0{path}" for path in paths]).encode() + b"\0"


def _split(names: bytes) -> list[SitePath]:
    return list(map(SitePath, names.decode().split("\0")[1:-1]))
