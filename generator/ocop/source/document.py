"""A YAML file as plain data whose every key and value keeps its place.

Owns the shapes that reading returns. Scalars are text, in NFC, as written; an empty value
is ``None``. Knows no schema.
"""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"
"""YAML without types: maps, lists, text."""

Step: TypeAlias = str | int
Where: TypeAlias = tuple[Step, ...]
"""The way to a value: ``("recognitions", 0, "stars")``."""

MAX_NESTING = 12
"""Maps and lists inside one another, the file's own map included."""


class Mark(Struct, frozen=True):
    """Line and column, from 1, of a key and of its value (the same for list items)."""

    key_line: int
    key_column: int
    line: int
    column: int


class Document(Struct, frozen=True):
    """One YAML file: its tree and the place of everything in it."""

    path: SourcePath
    data: Mapping[str, Tree]
    marks: Mapping[Where, Mark]

    def fault(
        self, code: str, where: Where = (), *, key: bool = False, **args: object
    ) -> Diagnostic:
        """Return the diagnostic ``code`` at a value, or at its key.

        A way that the file does not have (a missing key, say) points at the nearest part above.
        """
        while where and where not in self.marks:
            where, key = where[:-1], True
        mark = self.marks.get(where, Mark(1, 1, 1, 1))
        line, column = (mark.key_line, mark.key_column) if key else (mark.line, mark.column)
        filled = {name: str(value) for name, value in args.items()}
        return Diagnostic(code, self.path, line, column, filled)
