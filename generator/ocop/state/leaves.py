"""What the entries of a project gave when they were last read.

Owns ``.ocop/state/leaves.bin``: two byte strings an entry, which only :mod:`ocop.reading` can
read, good for one survey of the content, one version of the program and some settings. After a
small change only the difference is written, to ``leaves-since.bin``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ocop.state import box

_FORM = "ocop leaves 5"
_FILE, _SINCE = "leaves.bin", "leaves-since.bin"
_MOST_SINCE = 8
"""The difference is written alone while it is less than an eighth of the entries."""

Packed = tuple[bytes | memoryview, bytes | memoryview]
"""A leaf and its record, which carries a checksum of its own and is not looked at here."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """Packed leaves by place, ``product/che-shan``, as of ``day``; ``rest`` is of no entry.

    ``base`` is the checksum of the file that most of them came from, ``original`` what it held.
    """

    day: str
    rest: bytes | memoryview
    packed: Mapping[str, Packed]
    base: str = ""
    original: Mapping[str, Packed] = field(default_factory=dict, repr=False)


def load(folder: Path, mark: str, facts: Mapping[str, str]) -> Leaves | None:
    """Return what was kept in ``folder`` for a survey and the same ``facts``; None for others."""
    try:
        base, header, columns, bodies = box.load_with_loose(folder / _FILE, _FORM)
        original = _packed(columns, bodies)
        if _fits(header, mark, facts):
            return Leaves(str(header["day"]), columns[0][0], original, base, original)
        _, header, columns, bodies = box.load_with_loose(folder / _SINCE, _FORM)
        if not _fits(header, mark, facts) or header["base"] != base:
            return None
        new, order = _packed(columns, bodies), bytes(columns[3][0]).decode().split("\0")
        packed = {name: new.get(name) or original[name] for name in order}
        return Leaves(str(header["day"]), columns[0][0], packed, base, original)
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def save(
    folder: Path, mark: str, facts: Mapping[str, str], leaves: Leaves, known: Leaves | None
) -> None:
    """Keep ``leaves`` for the survey ``mark``; ``known`` is what was loaded before."""
    header: dict[str, Any] = {"mark": mark, "facts": dict(facts), "day": leaves.day}
    new = {
        name: packed
        for name, packed in leaves.packed.items()
        if known is None or known.original.get(name) is not packed
    }
    if known is None or len(new) * _MOST_SINCE > len(leaves.packed):
        bodies = [body for _, body in leaves.packed.values()]
        box.save(folder / _FILE, _FORM, header, _columns(leaves, leaves.packed), bodies)
        return
    order = "\0".join(leaves.packed).encode()
    columns, bodies = [*_columns(leaves, new), [order]], [body for _, body in new.values()]
    box.save(folder / _SINCE, _FORM, {**header, "base": known.base}, columns, bodies)


def _fits(header: Mapping[str, Any], mark: str, facts: Mapping[str, str]) -> bool:
    return bool(header["mark"] == mark and header["facts"] == dict(facts))


def _columns(leaves: Leaves, packed: Mapping[str, Packed]) -> list[box.Column]:
    return [
        [leaves.rest],
        [name.encode() for name in packed],
        [head for head, _ in packed.values()],
    ]


def _packed(
    columns: Sequence[Sequence[memoryview]], bodies: Sequence[memoryview]
) -> dict[str, Packed]:
    names = [bytes(name).decode() for name in columns[1]]
    return dict(zip(names, zip(columns[2], bodies, strict=True), strict=True))
