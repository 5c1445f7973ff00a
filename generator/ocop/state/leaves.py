"""What the entries of a project gave when they were last read.

Owns ``.ocop/state/leaves.bin``: two byte strings an entry, which only :mod:`ocop.reading` can
read, good for one survey of the content, one version of the program and some settings. After a
small change only the difference is written, to ``leaves-since.bin``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from ocop.opened import Opened
from ocop.state import box

_FORM = "ocop leaves 6"
_FILE, _SINCE = "leaves.bin", "leaves-since.bin"

Packed = tuple[bytes | memoryview, bytes | memoryview]
"""A leaf and its record, which carries a checksum of its own and is not looked at here."""


class _Read(Opened[str, Packed]):
    """The leaves in a file."""

    def __init__(
        self, names: Sequence[str], heads: Sequence[memoryview], bodies: Sequence[memoryview]
    ) -> None:
        places = dict(zip(names, range(len(heads)), strict=True))
        super().__init__(places, lambda name: (heads[places[name]], bodies[places[name]]))


class _Renewed(Mapping[str, Packed]):
    """Leaves of which ``new`` take the place of some of those that were ``read``."""

    def __init__(self, read: _Read, new: Mapping[str, Packed]) -> None:
        self.read, self.new = read, new

    def __getitem__(self, name: str) -> Packed:
        return self.new.get(name) or self.read[name]

    def __contains__(self, name: object) -> bool:
        return name in self.read

    def __iter__(self) -> Iterator[str]:
        return iter(self.read)

    def __len__(self) -> int:
        return len(self.read)


class Leaves(Struct, frozen=True):
    """Packed leaves by place, ``product/che-shan``, as of ``day``; ``rest`` is of no entry.

    ``base`` is the checksum of the file that most of them came from, ``original`` what it held.
    """

    day: str
    rest: bytes | memoryview
    packed: Mapping[str, Packed]
    base: str = ""
    original: Mapping[str, Packed] = field(default_factory=dict)

    def renewed(self, new: Mapping[str, Packed]) -> "Leaves":
        """Return the same with others in the place of those of some entries."""
        packed = self.packed
        if isinstance(packed, _Read):
            return replace(self, packed=_Renewed(packed, new))
        if isinstance(packed, _Renewed):
            return replace(self, packed=_Renewed(packed.read, {**packed.new, **new}))
        return replace(self, packed={**packed, **new})


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
        packed = _since(original, _packed(columns, bodies), columns[3])
        return Leaves(str(header["day"]), columns[0][0], packed, base, original)
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def save(
    folder: Path, mark: str, facts: Mapping[str, str], leaves: Leaves, known: Leaves | None
) -> None:
    """Keep ``leaves`` for the survey ``mark``; ``known`` is what was loaded before."""
    header: dict[str, Any] = {"mark": mark, "facts": dict(facts), "day": leaves.day}
    new = _new(leaves.packed, known.original if known else {})
    if known is None or not box.is_small_change(len(new), len(leaves.packed)):
        bodies = [body for _, body in leaves.packed.values()]
        box.save(folder / _FILE, _FORM, header, _columns(leaves, leaves.packed), bodies)
        return
    columns, bodies = _columns(leaves, new), [body for _, body in new.values()]
    columns.append([] if _has_order_of(leaves.packed, known.original) else [_names(leaves.packed)])
    box.save(folder / _SINCE, _FORM, {**header, "base": known.base}, columns, bodies)


def _new(packed: Mapping[str, Packed], original: Mapping[str, Packed]) -> Mapping[str, Packed]:
    """Return those that are not what they were."""
    if isinstance(packed, _Renewed) and packed.read is original:
        return packed.new
    return {name: one for name, one in packed.items() if original.get(name) is not one}


def _has_order_of(packed: Mapping[str, Packed], original: Mapping[str, Packed]) -> bool:
    is_one = isinstance(packed, _Renewed) and packed.read is original
    return is_one or [*packed] == [*original]


def _since(original: _Read, new: _Read, order: Sequence[memoryview]) -> Mapping[str, Packed]:
    """Return the leaves of two files in an order of their own, or in that of the first."""
    if not order:
        return _Renewed(original, dict(new))
    names = bytes(order[0]).decode().split("\0")
    return {name: new.get(name) or original[name] for name in names}


def _fits(header: Mapping[str, Any], mark: str, facts: Mapping[str, str]) -> bool:
    return bool(header["mark"] == mark and header["facts"] == dict(facts))


def _columns(leaves: Leaves, packed: Mapping[str, Packed]) -> list[box.Column]:
    return [[leaves.rest], [_names(packed)], [head for head, _ in packed.values()]]


def _names(packed: Iterable[str]) -> bytes:
    return "\0".join(packed).encode()


def _packed(columns: Sequence[Sequence[memoryview]], bodies: Sequence[memoryview]) -> _Read:
    names = bytes(columns[1][0]).decode().split("\0") if bodies else []
    if len(columns[2]) != len(bodies):
        raise ValueError("of another form")
    return _Read(names, columns[2], bodies)
