"""YAML as nearly all content is written, read line by line in a tenth of the time.

Owns no rule of its own: what it returns is exactly what :mod:`ocop.source.events` would, and
a text of which it is not certain it leaves to that. It knows maps and lists in block form
with keys of plain letters; values and list items on one line (plain, in quotes without
escapes, or in brackets: :mod:`ocop.source.flow`); comments on lines of their own. Called by
:mod:`ocop.source.parse`.
"""

import re
import sys
from typing import TypeAlias, TypeVar

from ocop.patterns import late
from ocop.source.document import MAX_NESTING, Tree
from ocop.source.flow import DEEPEST, read_flow

_Map: TypeAlias = dict[str, Tree]
_List: TypeAlias = list[Tree]
_Made = TypeVar("_Made", _Map, _List)
_Head: TypeAlias = tuple[int, int, str]
"""How a line begins: the columns of its first sign and of its key, and the key."""

_HEAD = late(r"( *)(- +)?([A-Za-z0-9_][A-Za-z0-9_-]{0,63})")
_ITEM = late(r"( *)- +(.+)")
_COMMENT = late(r"^ *#.*$", re.MULTILINE)
_TRAILING = late(r"(?<! ) +$", re.MULTILINE)
# From the first space of a row only: else a long row takes the square of its length.

_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What does not begin a plain value, or not always."""

_heads: dict[str, _Head] = {}
# The same few beginnings are in every file of a kind: looked up sooner than taken apart.
_MAX_OPEN = MAX_NESTING - DEEPEST + 1
_MAX_HEADS = 4096
_MAX_HEAD = 100


def read_plain(text: str) -> _Map | None:
    """Return the map that the decoded YAML ``text`` is; None if it may be anything else."""
    if "\t" in text or "\\" in text:
        return None
    if "#" in text:
        text = _COMMENT.sub("", text)
        if " #" in text:
            return None
    if " \n" in text or text[-1:] == " ":
        text = _TRAILING.sub("", text)
    return _read(text.split("\n"))


def _read(lines: list[str]) -> _Map | None:
    """Put line after line into the map or list that is open at its column."""
    nest = _Nest()
    here, at = nest.root, -1
    empty: str | None = ""
    for line in lines:
        head, colon, rest = line.partition(": ")
        if not colon:
            if not line:
                continue
            head = line[:-1] if line[-1] == ":" else ""
        begins = _heads.get(head) or _learn(head)
        if begins is None:
            if not nest.add(line, empty):
                return None
            at, empty = -1, None
            continue
        column, inner, key = begins
        if column != at or inner != at:
            found = nest.map_at(column, empty) if column == inner else nest.item(begins, empty)
            if found is None:
                return None
            here, at = found, inner
        if key in here:
            return None
        if colon:
            value = _value(rest)
            if value is None:
                return None
            here[key], empty = value, None
        else:
            here[key], empty = None, key
    return nest.top()


def _learn(head: str) -> _Head | None:
    """Take the beginning of a line apart and remember it; None if it is no key's."""
    found = _HEAD.fullmatch(head)
    if found is None or len(head) > _MAX_HEAD:
        return None
    if len(_heads) >= _MAX_HEADS:
        _heads.clear()
    begins = len(found[1]), found.start(3), sys.intern(found[3])
    _heads[head] = begins
    return begins


class _Nest:
    """The maps and lists that are open, the outermost first, each with its column.

    The ``empty`` of its methods is the key of the line before if that had no value: only there
    something may open. Every method returns something false for what is not certain.
    """

    def __init__(self) -> None:
        self.root: _Map = {"": None}
        self._open: list[tuple[int, _Map | _List]] = [(-1, self.root)]

    def top(self) -> _Map | None:
        """Return the one map of the file."""
        top = self.root[""]
        return top if isinstance(top, dict) else None

    def map_at(self, column: int, empty: str | None) -> _Map | None:
        """Return the map whose keys stand at ``column``."""
        at, here = self._open[-1]
        if column > at:
            return self._below(column, {}, here, empty)
        while at > column or (at == column and isinstance(here, list)):
            self._open.pop()
            at, here = self._open[-1]
        return here if at == column and isinstance(here, dict) else None

    def item(self, begins: _Head, empty: str | None) -> _Map | None:
        """Return a new map that is an item of the list whose dashes stand where it begins."""
        column, inner, _ = begins
        items = self._list_at(column, empty)
        if items is None or len(self._open) >= _MAX_OPEN:
            return None
        made: _Map = {}
        items.append(made)
        self._open.append((inner, made))
        return made

    def add(self, line: str, empty: str | None) -> bool:
        """Add the item that ``line`` is to the list at its column."""
        found = _ITEM.fullmatch(line)
        value = _value(found[2]) if found else None
        if found is None or value is None:
            return False
        items = self._list_at(found.end(1), empty)
        if items is None:
            return False
        items.append(value)
        return True

    def _list_at(self, column: int, empty: str | None) -> _List | None:
        at, here = self._open[-1]
        if empty is not None and column >= at:
            return self._below(column, [], here, empty)
        while at > column:
            self._open.pop()
            at, here = self._open[-1]
        return here if at == column and isinstance(here, list) else None

    def _below(
        self, column: int, made: _Made, here: _Map | _List, empty: str | None
    ) -> _Made | None:
        if empty is None or len(self._open) >= _MAX_OPEN or not isinstance(here, dict):
            return None
        here[empty] = made
        self._open.append((column, made))
        return made


def _value(text: str) -> str | _List | _Map | None:
    """Return what a value or item on one line is; None if it may be anything else."""
    sign = text[0]
    if sign == " ":
        text = text.lstrip(" ")
        sign = text[0]
    if sign not in _SIGNS:
        return None if ":" in text and (": " in text or text[-1] == ":") else text
    if sign == '"' or sign == "'":
        inner = text[1:-1]
        return inner if text[-1] == sign and len(text) > 1 and sign not in inner else None
    return read_flow(text) if sign == "[" or sign == "{" else None
