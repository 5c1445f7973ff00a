"""What an editor that knows YAML may meet as the value of a key, as JSON Schema.

Owns the difference between such editors and ourselves: to us every scalar is text until the
schema types it; to them ``0335123456`` is a number and ``true`` is none. What we accept they
must not underline. Knows no model. Called by :mod:`ocop.editors.schemas.files`.
"""

import re
from collections.abc import Mapping
from typing import Any

from ocop.editors.schemas.said import said
from ocop.schema.fieldtype import FieldType
from ocop.schema.languages import PATTERN

Json = dict[str, Any]

_BARE = ["string", "number"]
_DONG = "(đồng|đ|₫|[vV][nN][dD]|[vV][nN][đĐ])"
_GROUPS = r"([0-9]+|[0-9]{1,3}([.,][0-9]{3})+)"
_LONGEST = 15
_ENUMERATED = 100
"""Up to this many numbers are listed in the pattern of a number in quotes."""


def value_schema(shape: FieldType, complaint: str) -> Json:
    """Return the schema of a value; ``complaint`` is what an editor says of a wrong one."""
    special = _SPECIAL.get(shape.word)
    found = special(shape) if special else accepted(shape.json)
    return _complaining(found, complaint)


def accepted(json: Mapping[str, Any]) -> Json:
    """Return ``json`` with every other way in which our reader takes the same value."""
    kind = json.get("type")
    if "anyOf" in json:
        return {"anyOf": [accepted(one) for one in json["anyOf"]]}
    if kind == "array":
        return {**json, "items": accepted(json["items"])}
    if kind == "object" and "additionalProperties" in json:
        return {**json, "additionalProperties": accepted(json["additionalProperties"])}
    if kind == "boolean":
        return {"anyOf": [{"type": "boolean"}, _string("true|false")]}
    if kind == "integer":
        return {"anyOf": [dict(json), _string(_digits(json))]}
    return _text(json) if kind == "string" else dict(json)


def _text(json: Mapping[str, Any]) -> Json:
    """Return the schema of a text: a bare number, and true or false, are texts as well."""
    if "enum" in json or "const" in json:
        return dict(json)
    kept = {key: json[key] for key in ("maxLength", "examples") if key in json}
    pattern = json.get("pattern", r"\S")
    kind = _BARE if _fits_a_number(pattern) else "string"
    made = {"type": kind, "pattern": _spaced(pattern) if "pattern" in json else pattern, **kept}
    # Not in the list of types: editors would offer true and false behind every key.
    return {"if": {"type": "boolean"}, "else": made} if re.search(pattern, "true") else made


def _fits_a_number(pattern: str) -> bool:
    return any(re.search(pattern, "1" * length) for length in range(1, _LONGEST))


def _string(pattern: str) -> Json:
    return {"type": "string", "pattern": rf"^\s*({pattern})\s*$"}


def _spaced(pattern: str) -> str:
    return rf"^\s*({pattern.removeprefix('^').removesuffix('$')})\s*$"


def _digits(json: Mapping[str, Any]) -> str:
    """Return the pattern of a whole number in quotes."""
    low, high = json.get("minimum", 0), json.get("maximum")
    listed = json.get("enum")
    if listed is None and high is not None and high - low <= _ENUMERATED:
        listed = range(low, high + 1)
    return r"\+?0*(" + "|".join(map(str, listed)) + ")" if listed else "[+-]?[0-9]{1,18}"


def _date(shape: FieldType) -> Json:
    year = {"type": "integer", "minimum": 1000, "maximum": 2999}
    return {"anyOf": [{"type": "string", "pattern": _spaced(shape.json["pattern"])}, year]}


def _money(_: FieldType) -> Json:
    text = _string(rf"({_DONG}\s*)?{_GROUPS}(\s*{_DONG})?")
    return {"anyOf": [{"type": "number", "minimum": 0}, text]}


def _point(_: FieldType) -> Json:
    def degrees(low: float, high: float) -> Json:
        number = r"-?[0-9]{1,3}(\.[0-9]{1,12})?"
        return {"anyOf": [{"type": "number", "minimum": low, "maximum": high}, _string(number)]}

    pair = {"type": "array", "items": [degrees(6, 24), degrees(101.5, 118)]}
    copied = _string(r"[0-9]{1,3}(\.[0-9]{1,12})?\s*,\s*[0-9]{1,3}(\.[0-9]{1,12})?")
    return {"anyOf": [{**pair, "minItems": 2, "maxItems": 2}, copied]}


def _season(_: FieldType) -> Json:
    month = {"type": "integer", "minimum": 1, "maximum": 12}
    one = {"anyOf": [month, _string("0?[1-9]|0?1[0-2]")]}
    whole = {"type": "string", "pattern": said(("all", "quanh nam", "ca nam")), "examples": ["all"]}
    return {"anyOf": [whole, {"type": "array", "items": one, "minItems": 1}, one]}


def _choice(shape: FieldType) -> Json:
    words = shape.args.get("words")
    if not isinstance(words, list) or not words:
        return accepted(shape.json)
    canonical = list(shape.json["examples"])
    return {"anyOf": [{"enum": canonical}, {"type": "string", "pattern": said(words, whole=False)}]}


def _notices(_: FieldType) -> Json:
    return {"type": "object", "minProperties": 1, "propertyNames": {"pattern": "^[0-9]{1,2}$"}}


def _languages(_: FieldType) -> Json:
    one = {"type": "string", "pattern": _spaced(PATTERN)}
    return {"anyOf": [{"type": "array", "items": one, "minItems": 1, "uniqueItems": True}, one]}


def _widths(_: FieldType) -> Json:
    width = {"type": "integer", "minimum": 64, "maximum": 4000}
    return {"type": "array", "items": accepted(width), "minItems": 1}


_SPECIAL = {
    "date": _date,
    "money": _money,
    "point": _point,
    "season": _season,
    "choice": _choice,
    "notices": _notices,
    "languages": _languages,
    "widths": _widths,
}
"""Field types whose way of writing their JSON type does not tell."""


def _complaining(schema: Json, complaint: str) -> Json:
    """Return ``schema`` with our words for whatever is wrong, at every part that can be."""
    told = {key: _inside(key, part, complaint) for key, part in schema.items()}
    if {"type", "enum", "pattern"} & schema.keys():
        told["errorMessage"] = complaint
        if "pattern" in schema:
            told["patternErrorMessage"] = complaint
    return told


def _inside(key: str, part: Any, complaint: str) -> Any:
    if key == "anyOf" or (key == "items" and isinstance(part, list)):
        return [_complaining(one, complaint) for one in part]
    if key in ("items", "else", "additionalProperties") and isinstance(part, dict):
        return _complaining(part, complaint)
    return part
