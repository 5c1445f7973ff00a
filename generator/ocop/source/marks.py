"""The places of a document's parts, found when somebody asks.

Owns the delay: only a fault asks for places, and nearly no file has one. Called by
:mod:`ocop.source.parse`.
"""

from collections.abc import Iterator, Mapping
from hashlib import blake2b

from ocop.paths import SourcePath
from ocop.source.decode import decode
from ocop.source.document import Mark, Where

_ANY = SourcePath("document")


def digest_of(raw: bytes) -> bytes:
    """Return what changes with the bytes of a file."""
    return blake2b(raw, digest_size=16).digest()


class Marks(Mapping[Where, Mark]):
    """The mark of every part of a YAML file that has been read without a fault.

    Holds the bytes of the file until the first question, then the marks.
    """

    __slots__ = ("_found", "_raw")

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._found: Mapping[Where, Mark] | None = None

    @property
    def digest(self) -> bytes:
        """What changes with the bytes of the file."""
        return digest_of(self._raw)

    def __getitem__(self, where: Where) -> Mark:
        return self._marks()[where]

    def __iter__(self) -> Iterator[Where]:
        return iter(self._marks())

    def __len__(self) -> int:
        return len(self._marks())

    def __reduce__(self) -> tuple[type["Marks"], tuple[bytes]]:
        return Marks, (self._raw,)

    def _marks(self) -> Mapping[Where, Mark]:
        if self._found is None:
            from ocop.source.events import read_events  # rare, and long to import

            document, _ = read_events(_ANY, decode(_ANY, self._raw)[0])
            assert document is not None
            self._found = document.marks
        return self._found
