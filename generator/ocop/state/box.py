"""How a memory lies on the disk: a header, columns of byte strings, and a checksum over both.

Owns the form of the files in ``.ocop/state/``. They hold no pickles: the project's folder may
come from a stranger. One that is damaged, foreign or of another form is as good as none. What is
seldom asked for may lie behind the rest, outside of the checksum and unread until then: who opens
it sees for himself whether it is whole. Called by its siblings and :mod:`ocop.almanac`.
"""

import hashlib
import json
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, overload

Column = Sequence[bytes | memoryview]

_DIGEST = 64
_SIZES = 2 * 21
"""Two numbers of twenty digits, and what follows each."""

_MOST_SINCE = 8
"""A difference is written alone while it is no more than an eighth of the whole."""

_BUFFER = 1 << 20
"""Bytes: what is loose comes in ten thousands of small pieces."""


class Cut(Sequence[memoryview]):
    """A column as it was read, of which only what is looked at is cut out."""

    def __init__(self, body: memoryview, lengths: "array[int]") -> None:
        self._body, self._lengths = body, lengths

    @cached_property
    def _ends(self) -> "array[int]":
        return array("Q", accumulate(self._lengths, initial=0))

    @overload
    def __getitem__(self, at: int) -> memoryview: ...

    @overload
    def __getitem__(self, at: slice) -> list[memoryview]: ...

    def __getitem__(self, at: int | slice) -> memoryview | list[memoryview]:
        if isinstance(at, slice):
            return [*self][at]
        place = range(len(self))[at]
        return self._body[self._ends[place] : self._ends[place + 1]]

    def __len__(self) -> int:
        return len(self._lengths)

    def __iter__(self) -> Iterator[memoryview]:
        return (self._body[start:end] for start, end in pairwise(self._ends))


def save(
    file: Path,
    form: str,
    header: Mapping[str, Any],
    columns: Sequence[Column],
    loose: Column = (),
) -> str:
    """Write a memory in one step; return its checksum, empty where it cannot be written.

    ``loose`` is the column outside of the checksum.
    """
    checked = sizes, body = _pack(form, header, [*columns, [_lengths(loose)]])
    digest = hashlib.sha256(sizes)
    digest.update(body)
    checksum = digest.hexdigest()
    whole = file.with_suffix(f"{file.suffix}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with whole.open("wb", _BUFFER) as opened:
            opened.writelines((checksum.encode(), b"\n", *checked, *loose))
        whole.replace(file)
    except OSError:
        with suppress(OSError):
            whole.unlink(missing_ok=True)
        return ""
    return checksum


def is_small_change(changed: int, whole: int) -> bool:
    """Tell whether a difference of so many parts is better written alone than with the whole."""
    return changed * _MOST_SINCE <= whole


def load(file: Path, form: str) -> tuple[str, dict[str, Any], list[Cut]]:
    """Return the checksum, header and columns of a memory; ValueError if it is not a sound one."""
    return load_with_loose(file, form)[:3]


def load_with_loose(file: Path, form: str) -> tuple[str, dict[str, Any], list[Cut], Cut]:
    """Return the same and the column that is outside of the checksum."""
    raw = _mapped(file)
    end = _DIGEST + 1 + _SIZES + sum(_sizes(raw))
    header, columns = _unpack(form, raw[:end])
    lengths = array("Q")
    lengths.frombytes(columns.pop()[0])
    if len(raw) - end != sum(lengths):
        raise ValueError("cut short")
    return _checksum(raw), header, columns, Cut(raw[end:], lengths)


def _mapped(file: Path) -> memoryview:
    """Return a file's bytes, of which only those that are looked at are read."""
    try:
        with file.open("rb") as opened:
            # Windows would not let a file be replaced while it is mapped.
            if os.name == "nt":
                return memoryview(opened.read())
            return memoryview(mmap(opened.fileno(), 0, access=ACCESS_READ))
    except OSError as error:
        raise ValueError("absent") from error


def _pack(form: str, header: Mapping[str, Any], columns: Sequence[Column]) -> tuple[bytes, bytes]:
    counts = [len(column) for column in columns]
    head = json.dumps({"form": form, "counts": counts, "header": dict(header)}).encode()
    parts: list[bytes | memoryview] = [head]
    for column in columns:
        parts.append(_lengths(column))
        parts += column
    body = b"".join(parts)
    return f"{len(head):020}\n{len(body) - len(head):020}\n".encode(), body


def _unpack(form: str, raw: memoryview) -> tuple[dict[str, Any], list[Cut]]:
    if hashlib.sha256(raw[_DIGEST + 1 :]).hexdigest() != _checksum(raw):
        raise ValueError("damaged")
    body, size = raw[_DIGEST + 1 + _SIZES :], _sizes(raw)[0]
    head = json.loads(bytes(body[:size]))
    if head["form"] != form:
        raise ValueError("of another form")
    header: dict[str, Any] = head["header"]
    return header, list(_columns(head["counts"], body[size:]))


def _columns(counts: Sequence[int], body: memoryview) -> Iterable[Cut]:
    for count in counts:
        lengths = array("Q")
        lengths.frombytes(body[: count * lengths.itemsize])
        body = body[count * lengths.itemsize :]
        yield Cut(body, lengths)
        body = body[sum(lengths) :]


def _checksum(raw: bytes | memoryview) -> str:
    return bytes(raw[:_DIGEST]).decode("ascii", "replace")


def _sizes(raw: memoryview) -> tuple[int, int]:
    """Return the lengths of the head and of the columns."""
    head, columns, *_ = bytes(raw[_DIGEST + 1 : _DIGEST + 1 + _SIZES]).split(b"\n")
    return int(head), int(columns)


def _lengths(column: Column) -> bytes:
    return array("Q", map(len, column)).tobytes()
