"""Leaves and records as bytes, to go from process to process and from build to build.

Owns the form: MessagePack, read back by type, so that nothing but these values can come out of
it. A field at its default is left out. Called by :mod:`ocop.reading`.
"""

from collections.abc import Mapping
from functools import cache
from operator import attrgetter
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
from ocop.domain.told import Told
from ocop.source.entry import Kind
from ocop.text import Language

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

_CRC = _SIZE = 4
_NOTHING = b"\xc0"
_ENCODE = msgspec.msgpack.Encoder().encode
_LEAF = msgspec.msgpack.Decoder(Leaf).decode
_STORIES = msgspec.msgpack.Decoder(dict[Language, bytes]).decode
_FAULTS = msgspec.msgpack.Decoder(tuple[Diagnostic, ...]).decode

Unreadable = msgspec.DecodeError
"""Bytes that are not what this version writes."""


def pack_leaf(leaf: Leaf) -> bytes:
    """Return a leaf as bytes."""
    return _ENCODE(_compact(leaf))


def pack_record(record: Any) -> bytes:
    """Return a record as bytes that end with their checksum; None has some as well."""
    values = {} if record is None else _compact(record)
    told = _pack_stories(values.pop("stories", {}))
    packed = (_NOTHING if record is None else _ENCODE(values)) + told
    packed += len(told).to_bytes(_SIZE)
    return packed + crc32(packed).to_bytes(_CRC)


def pack_faults(faults: tuple[Diagnostic, ...]) -> bytes:
    """Return diagnostics as bytes."""
    return _ENCODE(faults)


def leaf_from(packed: bytes | memoryview) -> Leaf:
    """Return the leaf that was packed; Unreadable if it was none."""
    return _LEAF(packed)


def record_from(kind: Kind, packed: bytes | memoryview) -> Any:
    """Return the record of ``kind`` that was packed; Unreadable if it was none."""
    whole = packed[:-_CRC]
    if crc32(whole) != int.from_bytes(packed[-_CRC:]):
        raise Unreadable("damaged")
    body, told = _parted(whole)
    if body == _NOTHING:
        return None
    record = _decoder(kind)(body)
    if told:
        msgspec.structs.force_setattr(record, "stories", Told(_STORIES(told)))
    return record


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


Defaults = tuple[tuple[str, Any], ...]


def _defaults_of(shape: type[Any]) -> Defaults:
    """Return the fields of a record and their defaults; a value like no other where none is."""
    return tuple(
        (
            one.name,
            one.default if one.default_factory is msgspec.NODEFAULT else one.default_factory(),
        )
        for one in msgspec.structs.fields(shape)
    )


def _reader_of(shape: type[Any]) -> "tuple[attrgetter[tuple[Any, ...]], Defaults]":
    """Return what gives the values of all fields of a record, and their defaults."""
    return attrgetter(*shape.__struct_fields__), _defaults_of(shape)


_READERS = {shape: _reader_of(shape) for shape in (Leaf, *_RECORDS.values())}


def _pack_stories(stories: Mapping[Language, str]) -> bytes:
    return _ENCODE({code: text.encode() for code, text in stories.items()}) if stories else b""


def _parted(whole: bytes | memoryview) -> tuple[bytes | memoryview, bytes | memoryview]:
    """Return the bytes of a record without its stories, and theirs."""
    end = len(whole) - _SIZE
    start = max(0, end - int.from_bytes(whole[end:]))
    return whole[:start], whole[start:end]


def _compact(value: Any) -> dict[str, Any]:
    values, defaults = _READERS[type(value)]
    return {
        name: found
        for found, (name, default) in zip(values(value), defaults, strict=True)
        if found is not default and found != default
    }
