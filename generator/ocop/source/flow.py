"""Lists and maps in brackets on one line, as people write them: ``{vi: Chè, en: Tea}``.

Owns the part of :mod:`ocop.source.plain` for brackets, under the same rule: exactly what the
events say, or None. Items are plain or in double quotes; brackets may hold brackets once.
"""

from ocop.patterns import late
from ocop.source.document import Tree

DEEPEST = 2
"""Brackets inside one another that are read here."""

_BETWEEN = frozenset((", ", ","))
_KEY = late(r"([A-Za-z0-9_][A-Za-z0-9_-]{0,63}): +")
_SCALAR = late(r"\"([^\"]*)\"|(\w[^,:#?\[\]{}\"']*)")
_COMMA = late(r", *")


def read_flow(text: str) -> list[Tree] | dict[str, Tree] | None:
    """Return what the brackets hold that ``text`` begins with; None if it is not certain."""
    if text == "[]":
        return []
    found = _quick(text[1:-1]) if text[0] == "[" and text[-1] == "]" else None
    return found or _Flow(text).whole()


def _quick(inside: str) -> list[Tree] | None:
    """Return the items of a list that are all in double quotes or all bare words."""
    if inside[:1] == '"':
        parts = inside.split('"')
        # Nothing, an item, what is between, an item, …, nothing.
        good = len(parts) % 2 and not parts[-1] and _BETWEEN.issuperset(parts[2:-1:2])
        return [*parts[1::2]] if good else None
    if inside.replace(", ", "").isalnum():
        items: list[Tree] = [*inside.split(", ")]
        return None if "" in items else items
    return None


class _Flow:
    """Reads brackets from their first sign to their last."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def whole(self) -> list[Tree] | dict[str, Tree] | None:
        found = self._brackets(DEEPEST)
        return found if self.at == len(self.text) else None

    def _brackets(self, depth: int) -> list[Tree] | dict[str, Tree] | None:
        """Return what begins at an opening bracket; each way out but the last is a doubt."""
        closing = "}" if self.text[self.at] == "{" else "]"
        items: list[Tree] = []
        keys: dict[str, Tree] = {}
        self.at += 1
        while True:
            key = self._key(keys) if closing == "}" else ""
            value = self._value(depth) if key is not None else None
            if key is None or value is None:
                return None
            items.append(value)
            keys[key] = value
            if self.text.startswith(closing, self.at):
                self.at += 1
                return keys if closing == "}" else items
            comma = _COMMA.match(self.text, self.at)
            if comma is None:
                return None
            self.at = comma.end()

    def _key(self, taken: dict[str, Tree]) -> str | None:
        found = _KEY.match(self.text, self.at)
        if found is None or found[1] in taken:
            return None
        self.at = found.end()
        return found[1]

    def _value(self, depth: int) -> Tree:
        if self.text.startswith(("[", "{"), self.at):
            return self._brackets(depth - 1) if depth > 1 else None
        found = _SCALAR.match(self.text, self.at)
        if found is None:
            return None
        self.at = found.end()
        return found[1] if found[2] is None else found[2].rstrip(" ")
