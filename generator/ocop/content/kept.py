"""Leaves and records as bytes, to go from process to process and from build to build.

Owns the form: MessagePack, read back by type, so that nothing but these values can come out of
it. A field at its default is left out. Called by :mod:`ocop.reading`.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any
from zlib import crc32

import msgspec

from ocop.content.leaf import Leaf
from ocop.diagnostics import Diagnostic
from ocop.domain.article import News, Page
from ocop.domain.fair import Fair
from ocop.domain.place import PlaceEntry
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.source.entry import Kind

_RECORDS: Mapping[Kind, type] = {
    "product": Product,
    "producer": Producer,
    "place": PlaceEntry,
    "fair": Fair,
    "programme": Programme,
    "news": News,
    "page": Page,
}
Packed = tuple[bytes | memoryview, bytes | memoryview]
"""A leaf and its record as bytes."""

Grown = tuple[Leaf, Any]
"""A leaf and its record."""

_CRC = 4
_NOTHING = b"\xc0"
_ENCODE = msgspec.msgpack.Encoder().encode
_LEAF = msgspec.msgpack.Decoder(Leaf).decode
_FAULTS = msgspec.msgpack.Decoder(tuple[Diagnostic, ...]).decode

Unreadable = msgspec.DecodeError
"""Bytes that are not what this version writes."""


def pack_leaf(leaf: Leaf) -> bytes:
    """Return a leaf as bytes."""
    return _ENCODE(_compact(leaf))


def pack_record(record: Any) -> bytes:
    """Return a record as bytes that end with their checksum; None has some as well."""
    packed = _NOTHING if record is None else _ENCODE(_compact(record))
    return packed + crc32(packed).to_bytes(_CRC)


def pack_faults(faults: tuple[Diagnostic, ...]) -> bytes:
    """Return diagnostics as bytes."""
    return _ENCODE(faults)


def leaf_from(packed: bytes | memoryview) -> Leaf:
    """Return the leaf that was packed; Unreadable if it was none."""
    return _LEAF(packed)


def record_from(kind: Kind, packed: bytes | memoryview) -> Any:
    """Return the record of ``kind`` that was packed; Unreadable if it was none."""
    body = packed[:-_CRC]
    if crc32(body) != int.from_bytes(packed[-_CRC:]):
        raise Unreadable("damaged")
    return None if body == _NOTHING else _decoder(kind)(body)


def unpacked(packed: Packed, kind: Kind) -> Grown:
    """Return a leaf and its record of ``kind``; Unreadable if they were none."""
    head, body = packed
    return leaf_from(head), record_from(kind, body)


def faults_from(packed: bytes | memoryview) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that were packed; Unreadable if they were none."""
    return _FAULTS(packed)


@cache
def _decoder(kind: Kind) -> Any:
    return msgspec.msgpack.Decoder(_RECORDS[kind]).decode


def _defaults_of(shape: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a dataclass and their defaults; a value like no other where none is."""
    return tuple(
        (
            one.name,
            one.default_factory() if one.default_factory is not MISSING else one.default,
        )
        for one in fields(shape)
    )


_DEFAULTS = {shape: _defaults_of(shape) for shape in (Leaf, *_RECORDS.values())}


def _compact(value: Any) -> dict[str, Any]:
    return {
        name: found
        for name, default in _DEFAULTS[type(value)]
        if (found := getattr(value, name)) != default
    }
