"""JSON Schema of the content files, with titles and descriptions in one language.

Owns the export for editors (completion, web forms). Called by ``ocop``'s editors' bridges.
"""

from typing import Any

from ocop.schema.fieldtype import FieldType
from ocop.schema.model import Many, Model, Shape, fields
from ocop.schema.outline import below, outline, text_of, title_of
from ocop.text import Language


def json_schema(model: type[Model], language: Language) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a file, worded in ``language``."""
    parts = {one.__name__: _part(one, language) for one in below(model)}
    schema = _part(model, language)
    return schema | {"$defs": parts} if parts else schema


def _part(model: type[Model], language: Language) -> dict[str, Any]:
    words = {"title": title_of(model, language), "description": text_of(model, language)}
    if model.bare:
        return {"anyOf": [{"type": "string"}, _map(model, language)], **words}
    return _map(model, language) | words


def _map(model: type[Model], language: Language) -> dict[str, Any]:
    described = zip(fields(model), outline(model, language), strict=True)
    properties = {
        field.key: _value(field.shape) | {"title": key.title, "description": key.text}
        for field, key in described
    }
    required = [field.key for field in fields(model) if field.required]
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return schema | {"required": required} if required else schema


def _value(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, FieldType):
        return dict(shape.json)
    if isinstance(shape, Many):
        return {"type": "array", "items": _value(shape.of)}
    return {"$ref": f"#/$defs/{shape.__name__}"}
