"""The bridge from pydantic to diagnostics: every fault of a file, each at its place.

Owns the translation. Field types name their fault themselves (its type is the code); the
few faults of pydantic's own are mapped here. An optional key without a value is as good as
absent: it is reported and left out. Called by :mod:`ocop.content` and
:mod:`ocop.schema.config`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ocop.diagnostics import Diagnostic
from ocop.schema.faults import EMPTY, LIST, MAP, shown
from ocop.schema.fieldtype import Context
from ocop.schema.guesses import is_personal, meant, meant_below, nearest
from ocop.schema.model import Model, keys, nested
from ocop.schema.prune import without
from ocop.source.document import Document, Tree, Where

M = TypeVar("M", bound=Model)
_UNKNOWN, _MISSING = "extra_forbidden", "missing"
_SHAPES = {
    "tuple_type": LIST,
    "list_type": LIST,
    "model_type": MAP,
    "dict_type": MAP,
    "model_attributes_type": MAP,
}
_GUESSES = 100
"""Unknown keys of a file for which a near spelling is sought: what is not YAML has thousands."""
_OF_KEYS = ("OCOP130", "OCOP506")
"""Faults of a key, not of its value: no language, no product set."""


def validate(
    model: type[M], document: Document, context: Context
) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """Return the file as ``model``, None when it has errors, and all its faults."""
    tree: Mapping[str, Tree] = document.data
    left_out: set[Where] = set()
    while True:
        try:
            found = model.model_validate(tree, context=context)
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            return found, _empty(document, left_out)
        blank = {detail["loc"] for detail in details if _is_blank(detail)}
        if blank <= left_out:
            break
        left_out |= blank
        tree = without(tree, blank)
    missing = {detail["loc"] for detail in details if detail["type"] == _MISSING}
    faults = _diagnostics(details, model, document, left_out)
    return None, (*faults, *_empty(document, left_out - missing))


def _is_blank(detail: ErrorDetails) -> bool:
    """Tell whether a fault is only a key without a value."""
    blank = detail["input"] is None or detail["type"] == EMPTY
    keyed = bool(detail["loc"]) and isinstance(detail["loc"][-1], str)
    return blank and keyed and detail["type"] not in (_UNKNOWN, _MISSING)


def _empty(document: Document, left_out: Iterable[Where]) -> tuple[Diagnostic, ...]:
    ways = (where for where in left_out if where in document.marks)
    return tuple(document.fault(EMPTY, where, key=True, name=where[-1]) for where in ways)


def _diagnostics(
    details: Iterable[ErrorDetails], model: type[M], document: Document, left_out: set[Where]
) -> Iterator[Diagnostic]:
    """Translate every fault; a key that a misnamed one stands for is not missing besides."""
    misnamed: set[Where] = set()
    unknown_first = sorted(details, key=lambda detail: detail["type"] != _UNKNOWN)
    for number, detail in enumerate(unknown_first):
        where = detail["loc"]
        if detail["type"] == _UNKNOWN:
            found = _unknown(where, model, document, near=number < _GUESSES)
            misnamed.add((*where[:-1], found.args.get("suggestion", "")))
            yield found
        elif detail["type"] != _MISSING or where not in misnamed:
            yield _diagnostic(detail, document, left_out)


def _diagnostic(detail: ErrorDetails, document: Document, left_out: set[Where]) -> Diagnostic:
    kind, where = detail["type"], detail["loc"]
    name = next((step for step in reversed(where) if isinstance(step, str)), "")
    if kind == _MISSING:
        code = "OCOP105" if where in left_out else "OCOP104"
        return document.fault(code, where, key=True, name=name)
    if kind in _SHAPES and detail["input"] is not None:
        return document.fault(_SHAPES[kind], where, name=name, found=shown(detail["input"]))
    if kind in _SHAPES or kind == EMPTY:
        return document.fault("OCOP107", where, name=name)
    if kind in _OF_KEYS and where in document.marks:
        return document.fault(kind, where, key=True, **detail["ctx"])
    return document.fault(kind, _known(where, document), name=name, **detail.get("ctx", {}))


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
