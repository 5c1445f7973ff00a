"""Keys in words: the sheet of an export that holds what no column can.

Owns rows like ``products/che-xanh | certificates[1].number | 123``; how keys are written is
:mod:`ocop.editors.handing.dotted`'s. Called by :mod:`ocop.editors.lists.builder`.
"""

from collections.abc import Iterator, Mapping

from ocop.diagnostics import Diagnostic
from ocop.editors.handing.dotted import way
from ocop.editors.lists.cells import Unclear, text_of
from ocop.editors.lists.draft import Draft, Kind, Spot
from ocop.editors.lists.row import Row
from ocop.source.document import Tree, Where
from ocop.text import Language

_KINDS: Mapping[str, Kind] = {"products": "product", "producers": "producer"}


def add_detail(
    row: Row, drafts: Mapping[tuple[Kind, str], Draft], first: Language
) -> Iterator[Diagnostic]:
    """Set the key that a row names in the draft that it names.

    ``drafts`` are by kind and id; a text that is there already is in the ``first`` language.
    """
    cells = {column.field.name: (column, value) for column, value in row.cells}
    try:
        texts = {name: text_of(value) for name, (_, value) in cells.items()}
    except Unclear:
        texts = {}
    folder, _, entry = texts.get("entry", "").partition("/")
    kind = _KINDS.get(folder)
    draft = drafts.get((kind, entry)) if kind is not None else None
    where = way(texts.get("key", ""))
    told = texts.get("value")
    if draft is None or not where or told is None or not _set(draft, where, told, first):
        spot = Spot(row.sheet, row.number, row.cells[0][0].at)
        yield spot.fault("OCOP709", found=" | ".join(texts.values()))
        return
    for length in range(1, len(where) + 1):
        spot = Spot(row.sheet, row.number, cells["value"][0].at)
        draft.spots.setdefault(where[:length], spot)


def _set(draft: Draft, where: Where, text: str, first: Language) -> bool:
    """Set a text; tell whether the way to it could be gone: lists grow by one at a time."""
    at: Tree = draft.tree
    for step, below in zip(where, (*where[1:], None), strict=True):
        if isinstance(at, str) and isinstance(step, str):
            return False
        if isinstance(at, dict):
            key: str | int = str(step)
            present = key in at
        elif isinstance(at, list) and isinstance(step, int) and step <= len(at):
            key, present = step, step < len(at)
        else:
            return False
        if below is None:
            value: Tree = text
        elif present:
            value = _child(at, key)
            if not isinstance(value, dict | list):
                value = {first: value} if value and isinstance(below, str) else {}
        else:
            value = [] if isinstance(below, int) else {}
        if isinstance(at, list):
            if present:
                at[int(key)] = value
            else:
                at.append(value)
        else:
            at[str(key)] = value
        at = value
    return True


def _child(at: "dict[str, Tree] | list[Tree]", key: str | int) -> Tree:
    return at[int(key)] if isinstance(at, list) else at[str(key)]
