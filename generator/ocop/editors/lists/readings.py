"""What a row says of a product in columns that need reading: its set and its price.

Owns which column counts: a set before a group, a group before an industry, all of them before the
group rows above. Called by :mod:`ocop.editors.lists.builder`.
"""

from collections.abc import Iterator

from ocop.diagnostics import Diagnostic
from ocop.editors.lists import classes
from ocop.editors.lists.cells import Unclear, line_of
from ocop.editors.lists.draft import Draft, Spot
from ocop.editors.lists.prices import price_of
from ocop.editors.lists.row import Cells, Row
from ocop.editors.lists.sheet import Value
from ocop.source.document import Where

_STATED = (
    ("set", classes.set_stated),
    ("group", classes.named),
    ("industry", classes.industry_stated),
)


def add_set(draft: Draft, row: Row, cells: Cells) -> Iterator[Diagnostic]:
    """Settle the product set from what the row and its groups say, else by a marked guess."""
    if "set" in draft.tree:
        return
    among: tuple[int, ...] = ()
    spot = draft.spot
    for key, read in _STATED:
        if key not in cells:
            continue
        column, value = cells[key]
        here = Spot(row.sheet, row.number, column.at)
        text = _line(value)
        found = read(text) if text else ()
        if text is None or (text and not found):
            yield here.fault("OCOP707", found=value, heading=column.heading)
        elif found and not among:
            among, spot = found, here
        elif found and len(set(among) & set(found)) in range(1, len(among)):
            among = tuple(sorted(set(among) & set(found)))
    said = row.group.get("classes")
    if not among and said is not None:
        among = tuple(map(int, str(said.value).split(",")))
        spot = Spot(row.sheet, said.row, said.column)
    if len(among) == 1:
        draft.put(("set",), str(among[0]), spot)
        return
    guessed = classes.guess(draft.name, among) if among else classes.guess(draft.name)
    if guessed is not None:
        draft.put(("set",), str(guessed), spot)
        draft.assumed.add("set")
        listed = draft.tree.setdefault("guessed", [])
        if isinstance(listed, list) and "set" not in listed:
            listed.append("set")
        draft.spots.setdefault(("guessed",), spot)


def add_price(draft: Draft, row: Row, cells: Cells) -> Iterator[Diagnostic]:
    """Add the price of a row, with the unit that stands in the same cell."""
    if "price" not in cells or "price_from" in cells:
        return
    column, value = cells["price"]
    spot = Spot(row.sheet, row.number, column.at)
    try:
        asked = price_of(value, thousands=column.thousands)
    except Unclear:
        yield spot.fault("OCOP707", found=value, heading=column.heading)
        return
    if asked is None:
        return
    told: list[tuple[Where, str]] = [(("price", "from"), str(asked.start))]
    if asked.to is not None:
        told.append((("price", "to"), str(asked.to)))
    if asked.unit and "unit" not in cells:
        told.append((("price", "unit"), asked.unit))
    for where, text in told:
        fault = draft.put(where, text, spot)
        if fault is not None:
            yield fault


def _line(value: Value) -> str | None:
    """Return a cell as one line; None for one that nobody can read."""
    try:
        return " ".join(line_of(value).split())
    except Unclear:
        return None
