"""JSON Schema of the content files, with titles and descriptions in one language.

Owns the export for editors (completion, web forms). Called by ``ocop``'s editors' bridges.
"""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ocop.schema.model import Model
from ocop.schema.outline import below, outline, text_of, title_of
from ocop.text import Language


class _Generate(GenerateJsonSchema):
    """Leaves out our stand-in for absent keys."""

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema of the value alone."""
        return self.generate_inner(schema["schema"])


def json_schema(model: type[Model], language: Language) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a file, worded in ``language``."""
    schema = model.model_json_schema(schema_generator=_Generate)
    parts = schema.get("$defs", {})
    for one in (model, *below(model)):
        part = schema if one is model else parts.get(one.__name__)
        if part is not None:
            _worded(part, one, language)
    return schema


def _worded(part: dict[str, Any], model: type[Model], language: Language) -> None:
    """Put titles and descriptions into the part that describes ``model``."""
    part["title"], part["description"] = title_of(model, language), text_of(model, language)
    shape = next((one for one in part.get("anyOf", ()) if "properties" in one), part)
    for key in outline(model, language):
        found = shape["properties"][key.key]
        found["title"], found["description"] = key.title, key.text
