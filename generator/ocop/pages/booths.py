"""The plan of a fair's booths, drawn from their list alone.

Owns which row and which place every booth has: the fair's own rows where it gives them, else a
sketch in the order of the numbers, a row for each letter. Nothing is made up: what neither list
nor rows name is not drawn. Knows no page and no drawing. Called by
:mod:`ocop.pages.booth_plan`, by the market list's files and by whatever prints a plan.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby

from msgspec import Struct

from ocop.domain.fair import Booth, Fair
from ocop.pages.booth_numbers import Number, read_numbers, short
from ocop.patterns import late
from ocop.text import slugify

_ROW = late(r"[^\W\d]+|\d+")
"""What the sign of a booth with a row begins with."""

_GAPS = frozenset({"", "-", "–", "—", "_"})
"""What stands in a row of the fair's own for a place without a booth: an aisle, a gate."""

_WIDEST, _LETTERS = 6, 6
"""Places that a stall takes at most on the plan, and characters that fit on one of them."""


class Stall(Struct, frozen=True):
    """One stall of the plan, or a gap, whose ``label`` is empty.

    ``sign`` is what is written on it, ``width`` what it takes in places of a common booth.
    ``booths`` are the entries of the list with this number: several where they share it, none
    where only the fair's rows name it. ``anchor`` is its id on the fair's page.
    """

    label: str
    sign: str
    width: int
    booths: tuple[Booth, ...]
    anchor: str


class Row(Struct, frozen=True):
    """Stalls side by side; ``name`` is the letters that they share, in capitals, or empty."""

    name: str
    stalls: tuple[Stall, ...]


class Plan(Struct, frozen=True):
    """The rows of a fair; the first ``given`` of them are the fair's own."""

    rows: tuple[Row, ...]
    given: int = 0


GAP = Stall("", "", 1, (), "")


def plan_of(fair: Fair) -> Plan:
    """Return the plan of a fair's booths; without rows if neither list nor fair names any."""
    numbers = _numbers(fair)
    stalls = _stalls(fair, numbers)
    own = tuple(
        Row("", tuple(stalls[numbers[one]] if one in numbers else GAP for one in row))
        for row in fair.rows
    )
    placed = {stall.label for row in own for stall in row.stalls}
    left = [number for number, stall in stalls.items() if stall.label not in placed]
    return Plan((*own, *_by_letter(left, stalls)), given=len(own))


def walk(plan: Plan) -> tuple[Stall, ...]:
    """Return the stalls in the order in which one walks past them.

    Along the fair's own rows one way and back the next; else in the order of the numbers.
    """
    rows = (
        row.stalls[::-1] if at < plan.given and at % 2 else row.stalls
        for at, row in enumerate(plan.rows)
    )
    return tuple(dict.fromkeys(stall for row in rows for stall in row if stall.label))


def in_order(fair: Fair) -> tuple[Stall, ...]:
    """Return the stalls of the list in the order of their numbers."""
    return tuple(stall for stall in _stalls(fair, _numbers(fair)).values() if stall.booths)


def _numbers(fair: Fair) -> Mapping[str, Number]:
    """Return what every label of the list and of the fair's rows says."""
    named = (label for row in fair.rows for label in row if label not in _GAPS)
    return read_numbers([*(booth.number for booth in fair.booths), *named])


def _stalls(fair: Fair, numbers: Mapping[str, Number]) -> Mapping[Number, Stall]:
    """Return every stall, in the order of the numbers."""
    there: dict[Number, list[Booth]] = {numbers[label]: [] for label in numbers}
    for booth in fair.booths:
        there[numbers[booth.number]].append(booth)
    first = {number: label for label, number in reversed([*numbers.items()])}
    anchors: set[str] = set()
    return {
        number: _stall(first[number], number, there[number], anchors) for number in sorted(first)
    }


def _stall(label: str, number: Number, booths: Iterable[Booth], anchors: set[str]) -> Stall:
    sign = short(label)
    needed = max(number.places, -(-len(sign) // _LETTERS))
    width = min(_WIDEST, needed)
    fits = width * _LETTERS
    return Stall(
        label,
        sign if len(sign) <= fits else sign[: fits - 1].rstrip() + "…",
        width,
        tuple(booths),
        _anchor(label, anchors),
    )


def _anchor(label: str, taken: set[str]) -> str:
    """Return an id for a stall that no other on the page has."""
    stem = f"gian-{slugify(short(label)) or 'x'}"
    anchor, at = stem, 2
    while anchor in taken:
        anchor, at = f"{stem}-{at}", at + 1
    taken.add(anchor)
    return anchor


def _by_letter(left: Iterable[Number], stalls: Mapping[Number, Stall]) -> Iterable[Row]:
    for (_, row), group in groupby(left, key=lambda one: (bool(one.name), one.row)):
        found = tuple(stalls[number] for number in group)
        name = _ROW.match(found[0].sign) if row else None
        yield Row(name[0].upper() if name else "", found)
