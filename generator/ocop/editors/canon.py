"""The canonical form of a content file: one order of keys, one way to quote, one kind of line.

Owns what ``ocop fmt`` writes; comments, line breaks inside values and the style of lists stay
as their editor wrote them. Called by :mod:`ocop.cli.fmt` and by what writes content files.
"""

import re
from collections.abc import Iterator
from functools import cache

import yaml
from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.editors.order import ordered
from ocop.paths import SourcePath
from ocop.schema.fieldtype import FieldType
from ocop.schema.model import Many, Model, Shape, fields
from ocop.source.decode import decode
from ocop.source.document import Tree, Where
from ocop.source.parse import parse_document

_TYPED = frozenset({"date", "money", "whole", "yes", "season", "levels"})
"""Words of the field types that are more than a text: numbers, days, yes or no."""

_DEGREES = "point"
"""The word of the one field type that is made of fractions, which nobody misreads."""

_PLAIN = re.compile(r"[0-9]+|[0-9]{4}-[0-9]{2}(-[0-9]{2})?|true|false|yes|no|all")
"""Values of those that other programs may read as what they are; 120.000 is no such number."""


class Canon(Struct, frozen=True):
    """The canonical text of a file, or None and why there is none."""

    text: str | None
    faults: tuple[Diagnostic, ...] = ()


def canonical(path: SourcePath, raw: bytes, model: type[Model]) -> Canon:
    """Return the canonical text of the content file ``raw``; its faults of form if it has any.

    The tree that is read from the text is the one that was read from ``raw``: AssertionError
    otherwise, for then this module is wrong and nothing may be written.
    """
    text, faults = decode(path, raw)
    document, more = (None, faults) if faults else parse_document(path, text.encode())
    if document is None or more:
        return Canon(None, faults or more)
    text = text if text.endswith("\n") else text + "\n"
    result = _quoted(ordered(document, text, model), path, model)
    again, trouble = parse_document(path, result.encode())
    assert again is not None, trouble
    assert again.data == document.data, path
    return Canon(result)


def _quoted(text: str, path: SourcePath, model: type[Model]) -> str:
    """Return ``text`` with quotes where other programs would take a text for something else."""
    document, _ = parse_document(path, text.encode())
    assert document is not None
    lines = text.splitlines(keepends=True)
    # From the end to the beginning, so that what is before keeps its column.
    leaves = [
        (document.marks[leaf.where], leaf) for leaf in _leaves((), dict(document.data), model)
    ]
    for mark, leaf in sorted(leaves, key=lambda one: (one[0].line, one[0].column), reverse=True):
        line, at = lines[mark.line - 1], mark.column - 1
        lines[mark.line - 1] = line[:at] + _written(line[at:], leaf)
    return "".join(lines)


def _written(rest: str, leaf: "_Leaf") -> str:
    """Return the end of a line that begins with a value, with the quotes that it should have."""
    bare = leaf.typed and _PLAIN.fullmatch(leaf.value)
    if rest.startswith(leaf.value) and not bare and _is_taken_for_another(leaf.value):
        return f'"{leaf.value}"{rest[len(leaf.value) :]}'
    quoted = (quote + leaf.value + quote for quote in "\"'")
    if bare and (found := next((one for one in quoted if rest.startswith(one)), None)):
        return leaf.value + rest[len(found) :]
    return rest


@cache
def _resolver() -> yaml.resolver.Resolver:
    return yaml.resolver.Resolver()


def _is_taken_for_another(value: str) -> bool:
    """Tell whether programs that read YAML 1.1 or 1.2 take a bare value for more than a text."""
    text = yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG
    resolved: str = _resolver().resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return resolved != text or value.replace(" ", "").isdigit() or value.startswith(("0o", "+"))


class _Leaf(Struct, frozen=True):
    """A text of the tree; ``typed``: the schema makes a number, a day, or yes or no of it."""

    where: Where
    value: str
    typed: bool


def _leaves(where: Where, value: Tree, shape: Shape) -> Iterator[_Leaf]:
    """Yield every text at or below a value."""
    word = shape.word if isinstance(shape, FieldType) else ""
    if value is None or word == _DEGREES:
        return
    if isinstance(value, str):
        yield _Leaf(where, value, word in _TYPED)
    elif isinstance(value, list):
        inner = shape.of if isinstance(shape, Many) else shape
        for number, item in enumerate(value):
            yield from _leaves((*where, number), item, inner)
    else:
        shapes = {one.key: one.shape for one in fields(shape)} if isinstance(shape, type) else {}
        for key, item in value.items():
            yield from _leaves((*where, key), item, shapes.get(key, shape))
