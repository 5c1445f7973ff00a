"""Reading a map of a content file by its model.

Owns the walk over the keys: every value read by its field type, all faults of the map and of
what lies below it together, in the order in which the model declares its keys. A right file
costs one look-up and one call a key. Called by :mod:`ocop.schema.check` and
:mod:`ocop.schema.salvage`.
"""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, TypeAlias

from msgspec import Struct

from ocop.schema.faults import (
    EMPTY,
    LIST,
    MAP,
    Detail,
    Fault,
    Faults,
    below,
    fault,
    not_a,
)
from ocop.schema.fieldtype import Context, FieldType
from ocop.schema.model import Many, Model, Shape, fields
from ocop.source.document import Tree

UNKNOWN, MISSING = "unknown", "missing"
"""Faults of a key rather than of a value; :mod:`ocop.schema.check` finds the words."""

Read: TypeAlias = Callable[[Tree, Context], Any]


class _Plan(Struct, frozen=True):
    """How to read by a model: the name and reader of every field by its key."""

    reads: Mapping[str, tuple[str, Read]]
    required: tuple[str, ...]


def read(model: type[Model], tree: Tree, context: Context) -> dict[str, Any]:
    """Return the values of ``tree`` by the names and in the shapes of the model's record.

    Raises :class:`Fault` where it is no map or its values contradict each other, and
    :class:`Faults` with all that is wrong in its keys.
    """
    if not isinstance(tree, dict):
        tree = _map_of(model, tree)
    plan = _plan(model)
    known = plan.reads
    values: dict[str, Any] = {}
    faults: list[Detail] = []
    for key, part in tree.items():
        if (found := known.get(key)) is None:
            faults.append(Detail((key,), UNKNOWN, {}, part))
            continue
        try:
            values[found[0]] = found[1](part, context)
        except (Fault, Faults) as error:
            faults += below(key, error, part)
    for key in plan.required:
        if key not in tree:
            faults.append(Detail((key,), MISSING, {}, tree))
    if faults:
        raise Faults(_in_order(faults, plan))
    model.check(values, context)
    return model.settle(values)


def attempt(
    model: type[Model], tree: Mapping[str, Tree], context: Context
) -> tuple[dict[str, Any] | None, tuple[Detail, ...]]:
    """Return the values of a whole file, None when it has faults, and those."""
    try:
        return read(model, dict(tree), context), ()
    except Faults as faults:
        return None, faults.details
    except Fault as one:
        return None, (Detail((), one.code, one.filling, tree),)


def _map_of(model: type[Model], tree: Tree) -> dict[str, Tree]:
    if model.bare and isinstance(tree, str):
        if not tree.strip():
            raise fault(EMPTY)
        return {model.bare: tree}
    raise not_a(MAP, tree)


def _in_order(faults: list[Detail], plan: _Plan) -> tuple[Detail, ...]:
    """Return the faults of known keys in the order of the model, unknown keys after them."""
    places = {key: place for place, key in enumerate(plan.reads)}
    return tuple(sorted(faults, key=lambda one: places.get(str(one.where[0]), len(places))))


@cache
def _plan(model: type[Model]) -> _Plan:
    found = fields(model)
    return _Plan(
        {field.key: (field.name, _reader(field.shape)) for field in found},
        tuple(field.key for field in found if field.required),
    )


def _reader(shape: Shape) -> Read:
    if isinstance(shape, FieldType):
        return shape.read
    if isinstance(shape, Many):
        return partial(_list, _reader(shape.of))
    return partial(_record, shape)


def _record(model: type[Model], tree: Tree, context: Context) -> Any:
    return model.makes(**read(model, tree, context))


def _list(reader: Read, tree: Tree, context: Context) -> tuple[Any, ...]:
    if not isinstance(tree, list):
        raise not_a(LIST, tree)
    values: list[Any] = []
    faults: list[Detail] = []
    for place, part in enumerate(tree):
        try:
            values.append(reader(part, context))
        except (Fault, Faults) as error:
            faults += below(place, error, part)
    if faults:
        raise Faults(tuple(faults))
    return tuple(values)
