"""The roll of a decision: which products it names, and with how many stars each.

Owns the form of such lists: lines of ids or names, or columns with headings, as in the annex of a
decision. Opens no file; called by :mod:`ocop.cli.recognise`.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.domain.product import Product
from ocop.editors.lists.headings import read_heading
from ocop.editors.lists.sheet import Sheet, Value
from ocop.editors.recognising import Asked
from ocop.paths import EntryId, SourcePath
from ocop.text import fold

Row = tuple[int, Sequence[str]]
"""The number of a line, from 1, and its cells."""

_LINE = re.compile(r"(?P<label>.*?)(?:\s+(?P<stars>[0-9]\s*sao|[0-9]|\*+))?", re.IGNORECASE)
_STARS = re.compile(r"([0-9])(?:\.0)?(?:\s*(?:sao|stars?|\*))?|(\*+)")
_AWARDED = range(3, 6)
_SUM = re.compile(r"(?:tong(?: cong| so)?|cong)\b")


class Known(Struct, frozen=True):
    """The products by id, by former id, and by name where only one is called so."""

    ids: Mapping[str, EntryId]
    names: Mapping[str, EntryId]
    near: Callable[[str], Sequence[str]]

    def find(self, label: str) -> EntryId | None:
        """Return the product that an id or a name means, None where it is none's or several's."""
        return self.ids.get(label) or self.names.get(fold(label))


def known(products: Iterable[Product], near: Callable[[str], Sequence[str]]) -> Known:
    """Return how products may be called; ``near`` gives ids much like an unknown one."""
    listed = tuple(products)
    ids: dict[str, EntryId] = {old: one.id for one in listed for old in one.aliases}
    names: dict[str, set[EntryId]] = {}
    for one in listed:
        ids[one.id] = one.id
        for name in one.name.values():
            names.setdefault(fold(name), set()).add(one.id)
    unique = {name: next(iter(found)) for name, found in names.items() if len(found) == 1}
    return Known(ids, unique, near)


def rows_of(text: str) -> Iterator[Row]:
    """Yield the lines of a text that name something, parted at tabs, semicolons or commas.

    What follows ``#`` is a note. A line without such signs is an id or a name, with the stars
    behind it if they are given, unless headings say what its one column holds.
    """
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    told = next((line for line in lines if line), "")
    sign = next((one for one in "\t;," if one in told), None)
    headed = sign is not None and bool(_heads(next(csv.reader([told], delimiter=sign))))
    for number, line in enumerate(lines, 1):
        if line and sign and (headed or sign in line):
            yield number, next(csv.reader([line], delimiter=sign))
        elif line and (match := _LINE.fullmatch(line)):
            yield number, [match["label"], match["stars"] or ""]


def rows_of_sheet(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows of a sheet from its headings on; none where it has no headings.

    What stands alone in its row parts the list into groups; sums are no products.
    """
    headed = False
    for number, values in enumerate(sheet.rows, 1):
        cells = [_text(value) for value in values]
        headed = headed or bool(_heads(cells))
        told = {cell for cell in cells if cell}
        if headed and len(told) > 1 and not any(map(_SUM.match, map(fold, told))):
            yield number, cells


def _text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def read_roll(
    path: SourcePath, rows: Iterable[Row], products: Known, stars: int | None
) -> tuple[tuple[Asked, ...], tuple[Diagnostic, ...]]:
    """Return the products with their stars, and a fault for every row that says neither.

    ``stars`` are those of all rows that state none.
    """
    asked: dict[EntryId, Asked] = {}
    faults: list[Diagnostic] = []
    columns = {"id": 0, "stars": 1}
    for number, cells in rows:
        if heads := _heads(cells):
            columns = heads
            continue
        found = _asked(path, number, cells, columns, products, stars)
        if isinstance(found, Asked):
            before = asked.setdefault(found.product, found)
            if before.stars != found.stars:
                told = f"{before.stars} / {found.stars}"
                faults.append(Diagnostic("OCOP754", path, number, 1, {"found": told}))
        else:
            faults.append(found)
    return tuple(asked.values()), tuple(faults)


def _heads(cells: Sequence[str]) -> dict[str, int]:
    """Return the columns of a row of headings, none for any other row."""
    heads: dict[str, int] = {}
    for column, cell in enumerate(cells):
        if heading := read_heading(cell):
            heads.setdefault(heading.field.name, column)
    return heads if "id" in heads or "name" in heads else {}


def _asked(
    path: SourcePath,
    number: int,
    cells: Sequence[str],
    columns: Mapping[str, int],
    products: Known,
    stars: int | None,
) -> Asked | Diagnostic:
    told = {name: cells[at].strip() for name, at in columns.items() if at < len(cells)}
    labels = [told[name] for name in ("id", "name") if told.get(name)]
    product = next((one for label in labels if (one := products.find(label))), None)
    if product is None:
        label = labels[0] if labels else ""
        near = ", ".join(products.near(label)) or "—"
        return Diagnostic("OCOP753", path, number, 1, {"found": label, "near": near})
    awarded = _stars(told["stars"]) if told.get("stars") else stars
    if awarded is None:
        return Diagnostic("OCOP754", path, number, 1, {"found": told.get("stars") or "—"})
    return Asked(product, awarded, path, number)


def _stars(text: str) -> int | None:
    match = _STARS.fullmatch(text.strip().lower())
    number = (int(match[1]) if match[1] else len(match[2])) if match else 0
    return number if number in _AWARDED else None
