"""Where the thing of a row comes from: its columns, the group rows above, an address in one cell.

Owns which of them counts: the row before the group, the columns before the address. Called by
:mod:`ocop.editors.lists.builder`.
"""

from collections.abc import Iterator

from ocop.diagnostics import Diagnostic
from ocop.domain import gazetteer
from ocop.domain.locate import locate_in
from ocop.editors.lists import addresses, values
from ocop.editors.lists.cells import Unclear, line_of, text_of
from ocop.editors.lists.draft import Draft, Spot
from ocop.editors.lists.row import Cells, Row

_LEVELS = ("province", "district", "commune")


def add_origin(
    draft: Draft, row: Row, cells: Cells, province: str, scope: str | None
) -> Iterator[Diagnostic]:
    """Add the origin of a row to a draft that has none yet; ``province`` where no cell says it."""
    if "origin" in draft.tree:
        return
    found, faults = _stated(row, cells)
    yield from faults
    for key, (text, spot) in _addressed(row, cells):
        # An address fills in what is larger than the columns say, or all of it.
        if key not in found:
            found[key] = (text, spot)
    # What groups say of a smaller place does not go with a larger one of the row's own.
    own = [number for number, level in enumerate(_LEVELS) if level in found and level != "province"]
    for number, level in enumerate(_LEVELS):
        said = row.group.get(level)
        if said is not None and level not in found and all(number < one for one in own):
            found[level] = (str(said.value), Spot(row.sheet, said.row, said.column))
    if not found and not province:
        return
    if province and "province" not in found:
        found["province"] = (province, draft.spot)
    elif scope is None and "province" not in found and {"district", "commune"} <= found.keys():
        told = gazetteer.former_province_with(found["district"][0], found["commune"][0])
        found |= {"province": (told, found["district"][1])} if told else {}
    yield from _present(row, cells, found, scope)
    draft.tree["origin"] = {
        key: found[key][0]
        for key in ("village", "commune", "district", "province", "now")
        if key in found
    }
    draft.spots[("origin",)] = next(iter(found.values()))[1] if found else draft.spot
    draft.spots |= {("origin", key): spot for key, (_, spot) in found.items()}


Found = dict[str, tuple[str, Spot]]


def _stated(row: Row, cells: Cells) -> tuple[Found, list[Diagnostic]]:
    found: Found = {}
    faults: list[Diagnostic] = []
    for name in ("village", "commune", "district", "province", "commune_now"):
        if name not in cells:
            continue
        column, value = cells[name]
        spot = Spot(row.sheet, row.number, column.at)
        try:
            told = values.read(column, value)
        except Unclear:
            faults.append(spot.fault("OCOP707", found=value, heading=column.heading))
            continue
        if told is not None and isinstance(told.value, str):
            found[column.field.path[-1]] = (told.value, spot)
            if told.restored:
                faults.append(spot.fault("OCOP706", found=value, restored=told.value))
    return found, faults


def _addressed(row: Row, cells: Cells) -> Iterator[tuple[str, tuple[str, Spot]]]:
    own = [cells[name] for name in ("commune", "district", "province") if name in cells]
    for name in ("address", "producer_address"):
        if name not in cells or (name == "producer_address" and own):
            continue
        column, value = cells[name]
        try:
            parts = addresses.parts_of(text_of(value).replace("\n", ", "))
        except Unclear:
            return
        for key, text in parts:
            if key != "rest":
                yield key, (text, Spot(row.sheet, row.number, column.at))
        return


def _present(row: Row, cells: Cells, found: Found, scope: str | None) -> Iterator[Diagnostic]:
    """Settle the present commune from a column of its own."""
    if "commune_new" not in cells or "now" in found:
        return
    column, value = cells["commune_new"]
    spot = Spot(row.sheet, row.number, column.at)
    try:
        name = line_of(value)
    except Unclear:
        name = ""
    if not name:
        return
    if "commune" not in found and "district" not in found:
        found["commune"] = (name, spot)
        return
    province = found["province"][0] if "province" in found else None
    located = locate_in(name, None, province, now=None, scope=scope, era="after")
    if located.commune is None:
        yield spot.fault("OCOP707", found=name, heading=column.heading)
    else:
        found["now"] = (located.commune, spot)
