"""Marks: 8-byte digests of values.

Owns how a value becomes bytes: equal values of the domain give equal marks on every machine and
in every run. Knows no record. Called by all of this package.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

import msgspec

SIZE = 8
STORY = 2
"""Which of the marks of a page of a product or producer is its story's, counted from 0."""

NONE = bytes(SIZE)
"""The mark of nothing at all: no photos, no fairs, no story."""


def _plain(value: object) -> object:
    """Return what msgspec can write for a mapping that is no ``dict``."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value))


packed = msgspec.msgpack.Encoder(enc_hook=_plain).encode
"""Gives the bytes of plain values, dates and records; maps keep their order, which pages show."""


def mark(value: object) -> bytes:
    """Return the mark of a value."""
    return blake2b(packed(value), digest_size=SIZE).digest()


def joined(marks: Iterable[bytes]) -> bytes:
    """Return the mark of a series of marks; of none ``NONE``, of one itself."""
    whole = b"".join(marks)
    if len(whole) <= SIZE:
        return whole or NONE
    return blake2b(whole, digest_size=SIZE).digest()
