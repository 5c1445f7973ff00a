"""What is left of a file with faults.

Owns the rule that lets checks across entries run on a file that has errors, so that all its
faults come in one run: faulty keys are left out, a list is cut before its first faulty item
(the items before keep their places), and required names have stand-ins. Nothing salvaged is
ever published. Called by :mod:`ocop.content.typed` and :mod:`ocop.schema.config`.
"""

from collections.abc import Mapping
from typing import Any

from ocop.schema.faults import Detail
from ocop.schema.fieldtype import Context
from ocop.schema.model import Model
from ocop.schema.prune import without
from ocop.schema.reading import MISSING, UNKNOWN, attempt
from ocop.source.document import Tree, Where


def salvage(
    model: type[Model], data: Mapping[str, Tree], context: Context, stand_ins: Mapping[str, Tree]
) -> dict[str, Any] | None:
    """Return the values of the right part of ``data``.

    None when a required key without stand-in is not in it.
    """
    left: dict[str, Any] = dict(data)
    before = None
    while left != before:
        before = left
        values, details = attempt(model, left, context)
        if values is not None:
            return values
        missing = {str(one.where[0]) for one in details if _is_missing(one)}
        if not missing <= stand_ins.keys() or not all(one.where for one in details):
            break
        left = without(left, map(_faulty, details)) | {key: stand_ins[key] for key in missing}
    return None


def _is_missing(detail: Detail) -> bool:
    return detail.code == MISSING and len(detail.where) == 1


def _faulty(detail: Detail) -> Where:
    """Return what to leave out: an unknown key, an item of a list, a key of the file."""
    where = detail.where
    if detail.code == UNKNOWN:
        return where
    return where[:2] if len(where) > 1 and isinstance(where[1], int) else where[:1]
