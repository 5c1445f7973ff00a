"""The facts of an entry in one shape, however its file writes them.

Owns that shape: texts by language, days as ``YYYY-MM-DD`` as far as they are known, numbers as
numbers, ids as a list, keys in the order of the schema. Knows no file. Called by
:mod:`ocop.editors.handing.chosen`.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from ocop.dates import PartialDate
from ocop.paths import SourcePath
from ocop.schema.faults import EMPTY, Fault, Faults
from ocop.schema.fieldtype import Context, FieldType
from ocop.schema.model import Many, Model, Shape, fields
from ocop.source.document import Tree
from ocop.text import Language

Fact: TypeAlias = "str | int | float | bool | dict[str, Fact] | list[Fact] | None"
"""What JSON can say. None is what is not there; no map and no list holds it."""

Facts: TypeAlias = dict[str, Fact]


def facts_of(model: type[Model], tree: Mapping[str, Tree], language: Language) -> Facts:
    """Return the facts of a right file; ``language`` is the one of its plain texts.

    Keys without a value are left out, as the check leaves them out.
    """
    context = Context(SourcePath(""), language)
    shapes = {field.key: field.shape for field in fields(model)}
    found = ((key, _fact(shapes[key], tree[key], context)) for key in shapes if key in tree)
    return {key: fact for key, fact in found if fact is not None}


def _fact(shape: Shape, value: Tree, context: Context) -> Fact:
    if value is None:
        return None
    if isinstance(shape, FieldType):
        return _leaf(shape, value, context)
    if isinstance(shape, Many):
        items = value if isinstance(value, list) else []
        return _some(_fact(shape.of, item, context) for item in items)
    tree: Tree = {shape.bare: value} if isinstance(value, str) else value
    return facts_of(shape, tree, context.language) or None if isinstance(tree, dict) else None


def _some(found: Iterable[Fact]) -> list[Fact] | None:
    return [fact for fact in found if fact is not None] or None


def _leaf(shape: FieldType, value: Tree, context: Context) -> Fact:
    try:
        return _plain(shape.word, shape.read(value, context))
    except (Fault, Faults) as error:
        details = error.details if isinstance(error, Faults) else (error,)
        if all(one.code == EMPTY for one in details):
            return None
        raise


def _plain(word: str, value: Any) -> Fact:
    """Return a value that a field type has read as JSON can say it."""
    if isinstance(value, PartialDate):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): text for key, text in value.items()}
    if word == "focus":
        return " ".join(f"{part}%" for part in value)
    return list(value) if isinstance(value, tuple) else value
