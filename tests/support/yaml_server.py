"""A YAML editor's view of a file: YAML 1.2's types, and a validator of the keywords in use.

Written without a look at the program: by the YAML 1.2.2 specification (10.3, core schema) and
JSON Schema draft 7.
"""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

_CORE = (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    (
        "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan)$",
        list("-+0123456789."),
    ),
)
_TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda v: isinstance(v, str),
    "number": lambda v: isinstance(v, int | float) and not isinstance(v, bool),
    "integer": lambda v: _TYPES["number"](v) and math.isfinite(v) and v == int(v),
    "boolean": lambda v: isinstance(v, bool),
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "null": lambda v: v is None,
}
KNOWN = {
    *("$schema", "title", "description", "definitions", "$ref", "type", "enum", "pattern"),
    *("minimum", "maximum", "maxLength", "minItems", "maxItems", "uniqueItems", "items"),
    *("properties", "required", "additionalProperties", "propertyNames", "minProperties"),
    *("anyOf", "if", "else", "examples", "errorMessage", "patternErrorMessage"),
    *("enumDescriptions", "markdownEnumDescriptions"),
}
"""The keywords that schemas may use: this module's, and those that only tell something."""


class _Core(yaml.SafeLoader):
    """Reads by the core schema of YAML 1.2, where 0912 is 912 and 2026-01-01 a text."""


_Core.yaml_implicit_resolvers = {}
for _name, _form, _first in _CORE:
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(_form), _first)


def _whole(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    text = str(loader.construct_scalar(node))
    return int(text, 0) if text.startswith(("0o", "0x")) else int(text, 10)


def _fraction(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> float:
    text = str(loader.construct_scalar(node))
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


_Core.add_constructor("tag:yaml.org,2002:int", _whole)
_Core.add_constructor("tag:yaml.org,2002:float", _fraction)


def as_editors_read(text: str) -> Any:
    """The values that an editor's YAML reader makes of a file."""
    return yaml.load(text, _Core)


def faults(value: Any, schema: dict[str, Any]) -> list[str]:
    """The places of a value that its schema refuses, as paths."""
    return [where or "/" for where in _faults(value, schema, schema, "")]


def _faults(value: Any, schema: Any, root: dict[str, Any], where: str) -> Iterator[str]:
    if isinstance(schema, bool):
        if not schema:
            yield where
        return
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/definitions/")
        yield from _faults(value, root["definitions"][name], root, where)
        return
    if not _is_right(value, schema):
        yield where
    branches = [list(_faults(value, one, root, where)) for one in schema.get("anyOf", [])]
    if branches and all(branches):
        yield from max(branches, key=lambda one: len(one[0]))
    if "if" in schema and list(_faults(value, schema["if"], root, where)):
        yield from _faults(value, schema.get("else", True), root, where)
    if isinstance(value, dict):
        yield from _of_map(value, schema, root, where)
    if isinstance(value, list) and "items" in schema:
        items = schema["items"]
        for number, one in enumerate(value):
            part = items if isinstance(items, dict) else items[number : number + 1] or True
            part = part[0] if isinstance(part, list) else part
            yield from _faults(one, part, root, f"{where}/{number}")


def _is_right(value: Any, schema: dict[str, Any]) -> bool:
    types = schema.get("type", [])
    types = types if isinstance(types, list) else [types]
    checks = [not types or any(_TYPES[one](value) for one in types)]
    if "enum" in schema:
        same = [one for one in schema["enum"] if one == value and type(one) is type(value)]
        checks.append(bool(same))
    if isinstance(value, str):
        checks.append(len(value) <= schema.get("maxLength", math.inf))
        checks.append(re.search(schema.get("pattern", ""), value) is not None)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        checks.append("minimum" not in schema or value >= schema["minimum"])
        checks.append("maximum" not in schema or value <= schema["maximum"])
    elif isinstance(value, list):
        checks.append(schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", math.inf))
        checks.append(not schema.get("uniqueItems") or len({*map(str, value)}) == len(value))
    elif isinstance(value, dict):
        checks.append(len(value) >= schema.get("minProperties", 0))
        checks.append(set(schema.get("required", ())) <= set(value))
    return all(checks)


def _of_map(
    value: dict[Any, Any], schema: dict[str, Any], root: dict[str, Any], where: str
) -> Iterator[str]:
    known = schema.get("properties", {})
    for key, part in value.items():
        place = f"{where}/{key}"
        if str(key) in known:
            yield from _faults(part, known[str(key)], root, place)
        else:
            yield from _faults(part, schema.get("additionalProperties", True), root, place)
        if "propertyNames" in schema:
            yield from _faults(str(key), schema["propertyNames"], root, place)


def keywords(schema: Any) -> set[str]:
    """The keywords that a schema uses."""
    if isinstance(schema, list):
        return {word for one in schema for word in keywords(one)}
    if not isinstance(schema, dict):
        return set()
    found = set(schema)
    for key, part in schema.items():
        if key in ("properties", "definitions"):
            found |= {word for one in part.values() for word in keywords(one)}
        elif key not in ("enum", "examples", "required"):
            found |= keywords(part)
    return found
