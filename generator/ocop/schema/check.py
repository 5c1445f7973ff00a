"""The bridge from faults of values to diagnostics: every fault of a file, each at its place.

Owns the translation. Field types name their fault themselves; those of keys are mapped here.
An optional key without a value is as good as absent: it is reported and left out. Called by
:mod:`ocop.content` and :mod:`ocop.schema.config`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ocop.diagnostics import Diagnostic
from ocop.schema.faults import EMPTY, Detail
from ocop.schema.fieldtype import Context
from ocop.schema.guesses import is_personal, meant, meant_below, nearest
from ocop.schema.model import Model, keys, nested
from ocop.schema.prune import without
from ocop.schema.reading import MISSING, UNKNOWN, attempt
from ocop.source.document import Document, Tree, Where

_GUESSES = 100
"""Unknown keys of a file for which a near spelling is sought: what is not YAML has thousands."""
_OF_KEYS = ("OCOP130", "OCOP506")
"""Faults of a key, not of its value: no language, no product set."""


def validate(
    model: type[Model], document: Document, context: Context
) -> tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]:
    """Return the values for the record of ``model``, None when the file has errors, and all faults.

    What is not in the file is not in the values: records have own defaults.
    """
    tree: Mapping[str, Tree] = document.data
    left_out: set[Where] = set()
    while True:
        values, details = attempt(model, tree, context)
        if values is not None:
            return values, _empty(document, left_out)
        blank = {detail.where for detail in details if _is_blank(detail)}
        if blank <= left_out:
            break
        left_out |= blank
        tree = without(tree, blank)
    missing = {detail.where for detail in details if detail.code == MISSING}
    faults = _diagnostics(details, model, document, left_out)
    return None, (*faults, *_empty(document, left_out - missing))


def _is_blank(detail: Detail) -> bool:
    """Tell whether a fault is only a key without a value."""
    blank = detail.value is None or detail.code == EMPTY
    keyed = bool(detail.where) and isinstance(detail.where[-1], str)
    return blank and keyed and detail.code not in (UNKNOWN, MISSING)


def _empty(document: Document, left_out: Iterable[Where]) -> tuple[Diagnostic, ...]:
    if not left_out:
        return ()
    ways = (where for where in left_out if where in document.marks)
    return tuple(document.fault(EMPTY, where, key=True, name=where[-1]) for where in ways)


def _diagnostics(
    details: Iterable[Detail], model: type[Model], document: Document, left_out: set[Where]
) -> Iterator[Diagnostic]:
    """Translate every fault; a key that a misnamed one stands for is not missing besides."""
    misnamed: set[Where] = set()
    unknown_first = sorted(details, key=lambda detail: detail.code != UNKNOWN)
    for number, detail in enumerate(unknown_first):
        where = detail.where
        if detail.code == UNKNOWN:
            found = _unknown(where, model, document, near=number < _GUESSES)
            misnamed.add((*where[:-1], found.args.get("suggestion", "")))
            yield found
        elif detail.code != MISSING or where not in misnamed:
            yield _diagnostic(detail, document, left_out)


def _diagnostic(detail: Detail, document: Document, left_out: set[Where]) -> Diagnostic:
    code, where = detail.code, detail.where
    name = next((step for step in reversed(where) if isinstance(step, str)), "")
    if code == MISSING:
        code = "OCOP105" if where in left_out else "OCOP104"
        return document.fault(code, where, key=True, name=name)
    if code == EMPTY:
        return document.fault("OCOP107", where, name=name)
    if code in _OF_KEYS and where in document.marks:
        return document.fault(code, where, key=True, **detail.filling)
    return document.fault(code, _known(where, document), name=name, **detail.filling)


def _known(where: Where, document: Document) -> Where:
    """Return the part of ``where`` that the file has: a bare origin has no keys below."""
    while where and where not in document.marks:
        where = where[:-1]
    return where


def _unknown(where: Where, model: type[Model], document: Document, near: bool) -> Diagnostic:
    for step in where[:-1]:
        if isinstance(step, str):
            model = nested(model)[step]
    name = str(where[-1])
    if is_personal(name):
        return document.fault("OCOP103", where, key=True, name=name)
    above, below = meant_below(name, model)
    suggestion = meant(name, model) or (nearest(name, keys(model)) if near and not below else "")
    if suggestion:
        return document.fault("OCOP101", where, key=True, name=name, suggestion=suggestion)
    if below:
        return document.fault("OCOP131", where, key=True, name=name, above=above, below=below)
    return document.fault("OCOP102", where, key=True, name=name, known=", ".join(keys(model)))
