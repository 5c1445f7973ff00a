"""What a field type is.

Owns the shape that reading, the editors' schema and the documentation all use: a function
from a YAML node to a value that raises a fault, its JSON Schema, and the word that the
documentation describes it by. The types themselves are in the modules beside this one.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

from ocop.paths import SourcePath
from ocop.schema.faults import text_of
from ocop.source.document import Tree
from ocop.text import Language

REPEATED = 4096
"""How many different texts of one field type are remembered with what they mean."""


class Context(Struct, frozen=True):
    """What typing must know besides the file.

    ``folder`` is the entry's, ``language`` the one of plain strings; ``scoped`` tells that
    ``config.yaml`` supplies the province; ``files`` are the names on the disk of the files
    beside it, by their NFC form.
    """

    folder: SourcePath
    language: Language
    scoped: bool = False
    files: Mapping[str, str] = field(default_factory=dict)


class FieldType(Struct, frozen=True):
    """A field type; ``word`` and ``args`` name it in the documentation, ``json`` to editors."""

    read: Callable[[Tree, Context], Any]
    word: str
    json: Mapping[str, Any]
    args: Mapping[str, object] = field(default_factory=dict)


def scalar(
    parse: Callable[[str], Any],
    word: str,
    json: Mapping[str, Any] | None = None,
    args: Mapping[str, object] | None = None,
    *,
    repeated: bool = False,
) -> FieldType:
    """Return the field type of a value that is one text; ``parse`` raises its faults.

    Values ``repeated`` from file to file (dates, kinds, makers) are parsed once and shared.
    """

    def read(value: Tree, _: Context) -> Any:
        return parse(text_of(value))

    @lru_cache(REPEATED)
    def known(value: str) -> Any:
        return parse(text_of(value))

    def remember(value: Tree, context: Context) -> Any:
        return known(value) if isinstance(value, str) else read(value, context)

    return FieldType(remember if repeated else read, word, json or {"type": "string"}, args or {})
