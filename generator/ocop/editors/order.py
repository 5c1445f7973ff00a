"""The order of a file's keys: that of the schema, with every comment beside its key.

Owns moving whole lines of a YAML file; no text inside a line changes. A map that stands in
braces, or one that lines cannot part, stays as it is. Called by :mod:`ocop.editors.canon`.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ocop.schema.model import Many, Model, Shape, fields
from ocop.source.document import Document, Step, Tree, Where


def ordered(document: Document, text: str, model: type[Model]) -> str:
    """Return ``text``, of which ``document`` is the tree, with the keys of all its maps in order.

    Keys that the schema does not know stay behind those that it knows.
    """
    lines = text.splitlines(keepends=True)
    _Sorter(document, lines).map((), document.data, model, len(lines))
    return "".join(lines)


class _Sorter(Struct, frozen=True):
    """Sorts ``lines`` in place, from the inside out: a move within a map stays within its lines."""

    document: Document
    lines: list[str]

    def value(self, where: Where, value: Tree, shape: Shape, end: int) -> None:
        """Sort below a value that ends before the line ``end``, counted from 0."""
        if isinstance(value, dict) and isinstance(shape, type):
            self.map(where, value, shape, end)
        elif isinstance(value, list) and isinstance(shape, Many):
            starts = self._starts(where, range(len(value)))
            if starts is not None:
                for number, (item, last) in enumerate(zip(value, (*starts[1:], end), strict=True)):
                    self.value((*where, number), item, shape.of, last)

    def map(self, where: Where, found: Mapping[str, Tree], model: type[Model], end: int) -> None:
        """Sort a map and what is in it."""
        starts = self._starts(where, tuple(found))
        if starts is None:
            return
        shapes = {field.key: field.shape for field in fields(model)}
        ends = (*starts[1:], end)
        for (key, value), last in zip(found.items(), ends, strict=True):
            if key in shapes:
                self.value((*where, key), value, shapes[key], last)
        ranks = {key: rank for rank, key in enumerate(shapes)}
        keys = sorted(found, key=lambda key: ranks.get(key, len(ranks)))
        if keys == list(found):
            return
        column = self.document.marks[(*where, next(iter(found)))].key_column - 1
        dash = self.lines[starts[0]][:column]
        if dash.strip() not in ("", "-"):
            return
        blocks = dict(zip(found, map(slice, starts, ends), strict=True))
        moved = {key: self.lines[block] for key, block in blocks.items()}
        if not self._may_move(moved, dash, column):
            return
        first = moved[next(iter(found))]
        first[0] = " " * column + first[0][column:]
        result = [line for key in keys for line in moved[key]]
        result[0] = dash + result[0][column:]
        self.lines[starts[0] : end] = result

    def _may_move(self, moved: Mapping[str, Sequence[str]], dash: str, column: int) -> bool:
        """Tell whether lines can part the keys: each ends one, and a dash has a key behind it."""
        whole = all(block[-1].endswith("\n") for block in moved.values())
        bare = all(not block[0][column:].startswith("#") for block in moved.values())
        return whole and (bare or not dash.strip())

    def _starts(self, where: Where, steps: Sequence[Step]) -> tuple[int, ...] | None:
        """Return the line that each step of a map or list begins at, with the comments above it.

        None where the steps do not stand on lines of their own, one below the other.
        """
        marks = [self.document.marks[(*where, step)] for step in steps]
        found = [mark.key_line - 1 for mark in marks]
        if len({mark.key_column for mark in marks}) > 1 or found != sorted(set(found)):
            return None
        if not found or self._is_braced(where):
            return None
        column = marks[0].key_column - 1
        listed = isinstance(steps[0], int)
        return tuple(self._above(line, column, listed=listed) for line in found)

    def _is_braced(self, where: Where) -> bool:
        if not where:
            return self.lines[0].lstrip().startswith("{")
        mark = self.document.marks[where]
        return self.lines[mark.line - 1][mark.column - 1] in "{["

    def _above(self, line: int, column: int, *, listed: bool) -> int:
        """Return the first of the comment lines that stand right above a key, as deep as it."""
        if listed:
            return line
        while line and self.lines[line - 1][: column + 1] == " " * column + "#":
            line -= 1
        return line
