"""The keys of every file in words: what editors' documentation and completion are made from.

Owns the join of models with their wording (``locale/fields.yaml``). Called by
:mod:`ocop.editors.schemas` and ``tools/docs.py``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from ocop.schema.fieldtype import FieldType
from ocop.schema.model import Field, Many, Model, Shape, fields, nested
from ocop.text import Language


class Key(Struct, frozen=True):
    """One key in one language: ``shape`` says what its value looks like."""

    key: str
    title: str
    text: str
    shape: str
    required: bool


def title_of(model: type[Model], language: Language) -> str:
    """Return the title of a file or of a group of keys."""
    return str(_wording()[model.topic][language][0])


def text_of(model: type[Model], language: Language) -> str:
    """Return where the file lies, or what the group of keys is."""
    return str(_wording()[model.topic][language][1])


def example_of(model: type[Model]) -> str:
    """Return a short whole file as an example; empty for a group of keys."""
    return str(_wording()[model.topic].get("example", ""))


def outline(model: type[Model], language: Language) -> tuple[Key, ...]:
    """Return the keys of ``model`` in the order in which editors write them."""
    return tuple(_key(model, field, language) for field in fields(model))


def below(model: type[Model]) -> Iterator[type[Model]]:
    """Yield every model below ``model`` once, the nearer first."""
    seen = {model}
    waiting = [model]
    while waiting:
        for inner in nested(waiting.pop(0)).values():
            if inner not in seen:
                seen.add(inner)
                waiting.append(inner)
                yield inner


def _key(model: type[Model], field: Field, language: Language) -> Key:
    own = _wording()[model.topic]["keys"]
    title, text = (own.get(field.key) or _wording()["shared"][field.key])[language]
    return Key(field.key, title, text, _shape(field.shape, language), field.required)


def _shape(shape: Shape, language: Language) -> str:
    if isinstance(shape, FieldType):
        return _say(shape.word, language, **shape.args)
    if isinstance(shape, Many):
        return _say("list", language, item=_shape(shape.of, language))
    return _say("map", language, title=title_of(shape, language), anchor=shape.topic)


def _say(word: str, language: Language, **args: object) -> str:
    return str(_wording()["types"][word][language]).format(**args)


@cache
def _wording() -> Mapping[str, Any]:
    path = Path(__file__).parents[1] / "locale" / "fields.yaml"
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return loaded


def is_by_language(model: type[Model], key: str) -> bool:
    """Tell whether the value of a key is a text by language."""
    shapes = (one.shape for one in fields(model) if one.key == key)
    return any(isinstance(one, FieldType) and one.word in ("words", "markdown") for one in shapes)
