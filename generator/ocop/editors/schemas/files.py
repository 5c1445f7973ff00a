"""The JSON Schema of one file, worded in one language.

Owns its layout: draft 7, which every YAML editor reads, with groups of keys and localised
texts as definitions. Called by :mod:`ocop.editors.schemas.folder` and ``ocop schema``.
"""

from collections.abc import Mapping
from typing import Any

from ocop.domain.taxonomy import SETS
from ocop.editors.schemas.values import Json, accepted, value_schema
from ocop.messages import say
from ocop.schema.fieldtype import FieldType
from ocop.schema.languages import PATTERN
from ocop.schema.model import Field, Many, Model, Shape, fields
from ocop.schema.outline import Key, below, outline, text_of, title_of
from ocop.text import Language

_WORDS = ("words", "markdown")
_OFFERED = ("vi", "en")
"""Languages that editors offer; any other is good as well."""


def file_schema(model: type[Model], language: Language) -> Json:
    """Return the schema of the files of ``model``, titles and descriptions in ``language``."""
    return _File(language).of(model)


class _File:
    """One schema in the making: its definitions gather as they are met."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words: dict[str, Json] = {}

    def of(self, model: type[Model]) -> Json:
        """Return the whole schema."""
        top = self._map(model)
        parts = {one.topic + _suffix(one): self._part(one) for one in below(model)}
        head = {"$schema": "http://json-schema.org/draft-07/schema#"}
        return {**head, **self._titled(model), **top, "definitions": {**parts, **self.words}}

    def _titled(self, model: type[Model]) -> Json:
        return {
            "title": title_of(model, self.language),
            "description": text_of(model, self.language),
        }

    def _part(self, model: type[Model]) -> Json:
        if not model.bare:
            return {**self._titled(model), **self._map(model)}
        # A text as well as a map: completion must still find the keys.
        return {**self._titled(model), "anyOf": [self._map(model), accepted({"type": "string"})]}

    def _map(self, model: type[Model]) -> Json:
        described = zip(fields(model), outline(model, self.language), strict=True)
        required = [field.key for field in fields(model) if field.required]
        return {
            "type": "object",
            "properties": {field.key: self._property(field, key) for field, key in described},
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }

    def _property(self, field: Field, key: Key) -> Json:
        found = self._value(field.shape, self._complaint(key.shape))
        if field.key == "set":
            found["anyOf"][0] = self._sets()
        return {**found, "title": key.title, "description": self._meaning(key)}

    def _meaning(self, key: Key) -> str:
        """Return what an editor shows of a key under the pointer."""
        must = f" ({say('schema.required', self.language)})" if key.required else ""
        shape = _bare(key.shape)
        return f"{key.text}\n\n{shape[0].upper()}{shape[1:]}{must}"

    def _complaint(self, shape: str) -> str:
        return say("schema.wanted", self.language, shape=_bare(shape))

    def _value(self, shape: Shape, complaint: str) -> Json:
        if isinstance(shape, FieldType):
            if shape.word in _WORDS:
                return {"$ref": f"#/definitions/{self._localised(shape, complaint)}"}
            return value_schema(shape, complaint)
        if isinstance(shape, Many):
            return {"type": "array", "items": self._value(shape.of, complaint)}
        return {"$ref": f"#/definitions/{shape.topic}{_suffix(shape)}"}

    def _localised(self, shape: FieldType, complaint: str) -> str:
        """Return the name of the definition of a text by language, which is made once."""
        most = shape.args["most"]
        name = f"text-{most}"
        if name not in self.words:
            text = value_schema(FieldType(shape.read, "line", _plain(shape.json)), complaint)
            by_language = {
                "type": "object",
                "minProperties": 1,
                "properties": dict.fromkeys(_OFFERED, text),
                "propertyNames": {"pattern": PATTERN},
                "additionalProperties": text,
            }
            self.words[name] = {"anyOf": [text, by_language]}
        return name

    def _sets(self) -> Json:
        """Return the twenty-six product sets, each with its name beside it."""
        names = [one.name[self.language] for one in SETS.values()]
        return {"enum": list(SETS), "enumDescriptions": names, "markdownEnumDescriptions": names}


def _plain(json: Mapping[str, Any]) -> Json:
    found: Json = json["anyOf"][0]
    return found


def _suffix(model: type[Model]) -> str:
    """Tell apart the models that share their wording: a figure and its parts."""
    twins = {"PartFile": "-part"}
    return twins.get(model.__name__, "")


def _bare(shape: str) -> str:
    """Return the shape without the link that the documentation has."""
    return shape.replace("[", "", 1).partition("](#")[0] if "](#" in shape else shape
