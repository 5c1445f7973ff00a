"""What a field type is.

Owns the shape that pydantic, the editors' schema and the documentation all read: a function
from a YAML node to a value that raises a fault, its JSON Schema, and the word that the
documentation describes it by. The types themselves are in the modules beside this one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from ocop.paths import SourcePath
from ocop.schema.faults import text_of
from ocop.source.document import Tree
from ocop.text import Language


@dataclass(frozen=True, slots=True)
class Context:
    """What typing must know besides the file.

    ``folder`` is the entry's, ``language`` the one of plain strings; ``scoped`` tells that
    ``config.yaml`` supplies the province; ``files`` are the names on the disk of the files
    beside it, by their NFC form.
    """

    folder: SourcePath
    language: Language
    scoped: bool = False
    files: Mapping[str, str] = field(default_factory=dict)


def context_of(info: ValidationInfo) -> Context:
    """Return the context that a validation runs in."""
    context = info.context
    assert isinstance(context, Context)
    return context


@dataclass(frozen=True)
class FieldType:
    """A field type; ``word`` and ``args`` name it in the documentation, ``json`` to editors."""

    read: Callable[[Tree, Context], Any]
    word: str
    json: Mapping[str, Any]
    args: Mapping[str, object] = field(default_factory=dict)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def validate(value: Tree, info: ValidationInfo) -> Any:
            return self.read(value, context_of(info))

        return core_schema.with_info_plain_validator_function(validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.json)


def scalar(
    parse: Callable[[str], Any],
    word: str,
    json: Mapping[str, Any] | None = None,
    args: Mapping[str, object] | None = None,
) -> FieldType:
    """Return the field type of a value that is one text; ``parse`` raises its faults."""

    def read(value: Tree, _: Context) -> Any:
        return parse(text_of(value))

    return FieldType(read, word, json or {"type": "string"}, args or {})
