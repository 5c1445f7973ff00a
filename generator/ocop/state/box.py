"""How a memory lies on the disk: a header, columns of byte strings, and a checksum over both.

Owns the form of the files in ``.ocop/state/``. They hold no pickles: the project's folder may
come from a stranger. One that is damaged, foreign or of another form is as good as none. Called
by its siblings.
"""

import hashlib
import json
from array import array
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

Column = Sequence[bytes | memoryview]


def save(file: Path, form: str, header: Mapping[str, Any], columns: Sequence[Column]) -> str:
    """Write a memory in one step; return its checksum, empty where it cannot be written."""
    raw = _pack(form, header, columns)
    whole = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(raw)
        whole.replace(file)
    except OSError:
        with suppress(OSError):
            whole.unlink(missing_ok=True)
        return ""
    return checksum_of(raw)


def load(file: Path, form: str) -> tuple[str, dict[str, Any], list[list[memoryview]]]:
    """Return the checksum, header and columns of a memory; ValueError if it is not a sound one."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise ValueError("absent") from error
    header, columns = _unpack(form, raw)
    return checksum_of(raw), header, columns


def checksum_of(raw: bytes) -> str:
    """Return the checksum that a memory begins with."""
    return raw[:64].decode("ascii", "replace")


def _pack(form: str, header: Mapping[str, Any], columns: Sequence[Column]) -> bytes:
    counts = [len(column) for column in columns]
    head = json.dumps({"form": form, "counts": counts, "header": dict(header)}).encode()
    parts: list[bytes | memoryview] = [head, b"\n"]
    for column in columns:
        parts.append(array("Q", map(len, column)).tobytes())
        parts += column
    body = b"".join(parts)
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def _unpack(form: str, raw: bytes) -> tuple[dict[str, Any], list[list[memoryview]]]:
    body = memoryview(raw)[65:]
    if hashlib.sha256(body).hexdigest().encode() != raw[:64]:
        raise ValueError("damaged")
    end = raw.index(b"\n", 65) - 65
    head = json.loads(bytes(body[:end]))
    if head["form"] != form:
        raise ValueError("of another form")
    header: dict[str, Any] = head["header"]
    return header, list(_columns(head["counts"], body[end + 1 :]))


def _columns(counts: Sequence[int], body: memoryview) -> list[list[memoryview]]:
    found: list[list[memoryview]] = []
    for count in counts:
        lengths = array("Q")
        lengths.frombytes(body[: count * lengths.itemsize])
        body = body[count * lengths.itemsize :]
        column: list[memoryview] = []
        at = 0
        for length in lengths:
            column.append(body[at : at + length])
            at += length
        found.append(column)
        body = body[at:]
    return found
