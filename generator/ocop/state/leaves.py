"""What the entries of a project gave when they were last read.

Owns ``.ocop/state/leaves.bin``: two byte strings an entry, which only :mod:`ocop.reading` can
read, good for one survey of the content, one version of the program and some settings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ocop.state import box

_FORM = "ocop leaves 1"
_FILE = "leaves.bin"

Packed = tuple[bytes | memoryview, bytes | memoryview]
"""A leaf and its record."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """Packed leaves by place, ``product/che-shan``, as of ``day``; ``rest`` is of no entry."""

    day: str
    rest: bytes | memoryview
    packed: Mapping[str, Packed]


def load(folder: Path, mark: str, facts: Mapping[str, str]) -> Leaves | None:
    """Return what was kept in ``folder`` for a survey and the same ``facts``; None for others."""
    try:
        _, header, columns = box.load(folder / _FILE, _FORM)
        if header["mark"] != mark or header["facts"] != dict(facts):
            return None
        (rest,), places, heads, bodies = columns
        names = [bytes(place).decode() for place in places]
        packed = dict(zip(names, zip(heads, bodies, strict=True), strict=True))
        return Leaves(str(header["day"]), rest, packed)
    except (ValueError, KeyError, TypeError):
        return None


def save(folder: Path, mark: str, facts: Mapping[str, str], leaves: Leaves) -> None:
    """Keep ``leaves`` for the survey ``mark``."""
    header = {"mark": mark, "facts": dict(facts), "day": leaves.day}
    heads: Sequence[bytes | memoryview] = [head for head, _ in leaves.packed.values()]
    bodies = [body for _, body in leaves.packed.values()]
    places = [place.encode() for place in leaves.packed]
    box.save(folder / _FILE, _FORM, header, [[leaves.rest], places, heads, bodies])
