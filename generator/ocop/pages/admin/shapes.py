"""What values look like, for the script that turns files into forms and back.

Owns the table that ``templates/admin/editor/shapes.js`` reads: for each model its keys in order,
each with the shape of its value; a shape is a word, or a list that begins with one. Called by
:mod:`ocop.pages.admin.files`.
"""

import json
from collections.abc import Iterator
from typing import Any

from ocop.pages.admin.references import SORTS, reference
from ocop.pages.admin.words import Words
from ocop.paths import SourcePath
from ocop.schema.fieldtype import Context, FieldType
from ocop.schema.model import Field, Many, Model, Shape, fields
from ocop.schema.outline import below
from ocop.text import Language

_BARE = frozenset({"date", "money", "whole", "yes", "season", "levels", "point"})
"""Types whose values stand without quotes, as :mod:`ocop.editors.canon` writes them."""

_SAID = ("broken", "item.fold", "item.move", "item.remove")
"""What the editor's script says by itself."""

_OWN = frozenset({"yes", "season", "levels", "point"})
"""Types that are more than a text inside the editor."""


def shapes(words: Words) -> bytes:
    """Return the script that tells the editor's own about the schema; it loads first."""
    sorts = {
        sort.folder: {"kind": sort.kind, "model": sort.model.__name__, "title": sort.title}
        for sort in SORTS.values()
    }
    models = {one.__name__: _model(one) for one in _models()}
    told = {
        "languages": words.languages,
        "sorts": sorts,
        "models": models,
        "words": {name: words(name, n="{n}") for name in _SAID},
    }
    table = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"window.CMS_MANUAL_INIT=true;\nwindow.OCOP={{told:{table}}};\n".encode()


def _models() -> Iterator[type[Model]]:
    seen: set[type[Model]] = set()
    for sort in SORTS.values():
        for one in (sort.model, *below(sort.model)):
            if one not in seen:
                seen.add(one)
                yield one


def _model(model: type[Model]) -> dict[str, Any]:
    return {"bare": model.bare, "keys": [[one.key, _of(one)] for one in fields(model)]}


def _of(field: Field) -> Any:
    return _shape(field.shape, field.key)


def _shape(shape: Shape, key: str) -> Any:
    if isinstance(shape, Many):
        return ["list", _shape(shape.of, key)]
    if isinstance(shape, FieldType):
        return _leaf(shape, key)
    return ["map", shape.__name__]


def _leaf(kind: FieldType, key: str) -> Any:
    if kind.word in ("words", "markdown"):
        return "words"
    if kind.word == "ids":
        sort = reference(key)
        return ["ids", f"/{sort.kind}" if sort else ""]
    if kind.word == "choice":
        return ["choice", _meanings(kind)]
    if kind.word in _OWN:
        return kind.word
    return "bare" if kind.word in _BARE else "text"


def _meanings(kind: FieldType) -> list[list[str]]:
    """Return other words for a choice with what they mean, the longest first."""
    nowhere = Context(SourcePath(""), Language("vi"))
    found: Any = kind.args.get("words", ())
    return [[word, str(kind.read(word, nowhere))] for word in found]
