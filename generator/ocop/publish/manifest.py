"""The list of every file that we wrote into an output folder.

Owns the shape and the bytes of ``.ocop-manifest.json``: no times, sorted, one file a line. While
a build is moving its files, the list says ``publishing`` and names the files that leave too, so
that every file of ours is known as ours even if the build is killed and its stage is lost.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cache

import msgspec
from msgspec import Struct, field

from ocop.paths import SitePath
from ocop.publish.gate import all_safe

_VERSION = 1
_DIGEST = 64
_HEX = b"0123456789abcdef"
LIST, BETWEEN, END = b'"files": {\n', b",\n", b"\n}\n}\n"
"""What stands before, between and behind the lines of the files."""

Parts = Sequence[bytes | memoryview]
"""A text of megabytes that is written, and never put together, one part after the other."""


class Entry(Struct, frozen=True):
    """One file: its length in bytes and the SHA-256 of its content in hexadecimal."""

    size: int
    sha256: str


class Manifest(Struct, frozen=True):
    """The files of a site; ``leaving`` is what an unfinished build had still to remove."""

    files: Mapping[SitePath, Entry] = field(default_factory=dict)
    leaving: tuple[SitePath, ...] = ()
    complete: bool = True

    @property
    def owned(self) -> Set[SitePath]:
        """Every file that a build may overwrite or remove."""
        return self.files.keys() | set(self.leaving) if self.leaving else self.files.keys()


class DamagedManifest(ValueError):
    """The list is not one that this version wrote."""


def listed(files: Mapping[SitePath, Entry]) -> bytes:
    """Return the lines of a manifest that name its files."""
    names = "".join(files)
    plain = names.isascii() and names.isprintable() and '"' not in names and "\\" not in names
    quoted: Callable[[str], str] = '"{}"'.format if plain else json.dumps
    return (
        BETWEEN.decode()
        .join(
            [
                f'{quoted(path)}: {{"size": {entry.size}, "sha256": "{entry.sha256}"}}'
                for path in sorted(files)
                for entry in (files[path],)
            ]
        )
        .encode()
    )


def dump(lines: Parts, version: str, leaving: Iterable[SitePath] | None = None) -> Parts:
    """Return the file in parts; ``lines`` tell of its files, ``version`` is the program's.

    With ``leaving`` it is the list of a build that is moving its files.
    """
    head = f'{{\n"version": {_VERSION},\n"generator": {json.dumps(f"ocop {version}")},\n'
    if leaving is not None:
        head += f'"publishing": true,\n"leaving": {json.dumps(sorted(leaving))},\n'
    return (head.encode(), LIST, *lines, END)


def load(content: bytes) -> Manifest:
    """Read a manifest; DamagedManifest when it is not ours or names a file outside the folder."""
    try:
        found = _decoder().decode(content)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise DamagedManifest from error
    digests = [entry.sha256 for entry in found.files.values()]
    if (
        found.version != _VERSION
        or not all_safe((*found.files, *found.leaving))  # a list that came with a checkout
        or not {_DIGEST}.issuperset(map(len, digests))
        or "".join(digests).encode().translate(None, _HEX)
    ):
        raise DamagedManifest  # must not make us delete elsewhere
    return Manifest(found.files, found.leaving, not found.publishing)


class _Written(Struct, frozen=True):
    """A manifest as it lies on the disk."""

    version: int
    files: dict[SitePath, Entry]
    publishing: bool = False
    leaving: tuple[SitePath, ...] = ()


@cache
def _decoder() -> msgspec.json.Decoder[_Written]:
    return msgspec.json.Decoder(_Written)
