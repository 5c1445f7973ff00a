"""Content files as text: new ones from a tree, those that are there with values added.

Owns the way to a file's canonical text; comments and everything that is not touched stay. Called
by :mod:`ocop.editors.lists.plan`.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from ocop.content.typed import MODELS
from ocop.editors.canon import canonical
from ocop.editors.lists.draft import Kind
from ocop.editors.lists.merge import Change
from ocop.paths import SourcePath
from ocop.schema.fieldtype import FieldType
from ocop.schema.model import Many, Model, Shape, fields
from ocop.source.document import Tree
from ocop.source.parse import parse_document

_TYPED = frozenset({"date", "money", "whole", "yes", "season", "levels", "point"})
_BARE = re.compile(r"[0-9]+|[0-9]{4}-[0-9]{2}(-[0-9]{2})?|true|false|all")
_SAFE = re.compile(
    r"(?:[^\W\d_]|[0-9]+ ?[^\W\d_eExXoObB]|[0-9]+/)[^\n\t:#{}\[\],&*!|>'\"%@`]*(?<=[^\W_])|[^\W\d_]"
)
_MISREAD = re.compile(r"(?:true|false|yes|no|on|off|null|y|n|nan|inf)", re.IGNORECASE)
_BLOCK = re.compile(r"[^ \n][^\n]*(?:\n+[^ \n][^\n]*)+")


def new_text(kind: Kind, tree: Mapping[str, Tree]) -> str:
    """Return the canonical text of a new file: keys in the order of the schema."""
    model = MODELS[kind]
    return "".join(f"{line}\n" for line in _map(tree, model))


def amended(kind: Kind, path: SourcePath, raw: bytes, changes: Iterable[Change]) -> str | None:
    """Return the canonical text of the file ``raw`` with ``changes`` made, None if that fails.

    What comes out says exactly what the file said and the changes; else it is None.
    """
    document, faults = parse_document(path, raw)
    if document is None or faults:
        return None
    listed = tuple(changes)
    wanted = changed(document.data, listed)
    loaded = _change(_yaml().load(raw.decode("utf-8-sig")), listed)
    text = io.StringIO()
    _yaml().dump(loaded, text)
    canon = canonical(path, text.getvalue().encode(), MODELS[kind])
    if canon.text is None:
        return None
    again, _ = parse_document(path, canon.text.encode())
    return canon.text if again is not None and again.data == wanted else None


def changed(data: Mapping[str, Tree], changes: Iterable[Change]) -> dict[str, Tree]:
    """Return a copy of a file's data with ``changes`` made."""
    tree: dict[str, Tree] = _change(json.loads(json.dumps(data)), changes)
    return tree


def _change(tree: Any, changes: Iterable[Change]) -> Any:
    for change in changes:
        at = tree
        for step in change.where[:-1]:
            at = at[step]
        last = change.where[-1]
        value = json.loads(json.dumps(change.new))
        if isinstance(at, list) and last == len(at):
            at.append(value)
        else:
            at[last] = value
    return tree


def _yaml() -> Any:
    """Return a reader and writer that keeps comments and takes every scalar for the text it is."""
    from ruamel.yaml import YAML  # only for who changes a file

    yaml = YAML(typ="rt")
    yaml.Resolver = _plain_resolver()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


@cache
def _plain_resolver() -> Any:
    from ruamel.yaml.resolver import BaseResolver  # only for who changes a file

    class Plain(BaseResolver):
        """Resolves nothing: 0912 stays a text, and so does no."""

        def __init__(self, version: Any = None, loader: Any = None, loadumper: Any = None) -> None:
            super().__init__(loadumper if loadumper is not None else loader)
            _ = version

        @property
        def processing_version(self) -> tuple[int, int]:
            """Return the version of YAML whose forms are written."""
            return (1, 2)

    return Plain


def _map(tree: Mapping[str, Tree], model: type[Model]) -> Iterator[str]:
    shapes = _shapes(model)
    order = [key for key in shapes if key in tree] + [key for key in tree if key not in shapes]
    for key in order:
        yield from _entry(key, tree[key], shapes.get(key))


def _entry(key: str, value: Tree, shape: Shape | None) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield f"{key}:"
        inner = shape if isinstance(shape, type) else None
        lines = _map(value, inner) if inner else _words(value)
        yield from (f"  {line}" if line else line for line in lines)
    elif isinstance(value, list) and value:
        if all(isinstance(one, str) for one in value) and key in ("guessed", "season"):
            yield f"{key}: [{', '.join(map(str, value))}]"
            return
        yield f"{key}:"
        for one in value:
            yield from _item(one, shape.of if isinstance(shape, Many) else None)
    elif isinstance(value, str):
        yield from _scalar(f"{key}: ", value, shape)


def _item(value: Tree, shape: Shape | None) -> Iterator[str]:
    if isinstance(value, dict):
        lines = _map(value, shape) if isinstance(shape, type) else _words(value)
        lead = "  - "
        for line in lines:
            yield lead + line if line else line
            lead = "    "
    elif isinstance(value, str):
        for number, line in enumerate(_scalar("", value, shape)):
            yield ("  - " if number == 0 else "    ") + line


def _words(value: Mapping[str, Tree]) -> Iterator[str]:
    for key, one in value.items():
        yield from _entry(key, one, None)


def _scalar(lead: str, value: str, shape: Shape | None) -> Iterator[str]:
    typed = isinstance(shape, FieldType) and shape.word in _TYPED
    if (typed and _BARE.fullmatch(value)) or _is_plain(value):
        yield lead + value
    elif _BLOCK.fullmatch(value) and value.isprintable() is False and "\t" not in value:
        yield f"{lead}|-"
        yield from (f"  {line}" if line else "" for line in value.split("\n"))
    else:
        yield lead + json.dumps(value, ensure_ascii=False)


def _is_plain(value: str) -> bool:
    """Tell whether a text needs no quotes in anybody's eyes."""
    return _SAFE.fullmatch(value) is not None and not _MISREAD.fullmatch(value)


@cache
def _shapes(model: type[Model]) -> Mapping[str, Shape]:
    return {one.key: one.shape for one in fields(model)}
