"""YAML text to a :class:`Document` by libyaml's events, with every fault and every place.

Owns the subset of YAML that content may use: maps, lists and text. Scalars stay text; what
would change behind an editor's back (duplicate keys, aliases, tags, deep nesting) is refused
at the event, before anything is composed. Knows no schema and touches no disk. Called by
:mod:`ocop.source.parse` for what is not plain, and by :mod:`ocop.source.marks` for places.
"""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.decode import FORBIDDEN
from ocop.source.document import MAX_NESTING, Document, Mark, Tree, Where
from ocop.source.syntax import Span, diagnose, quoted, quoted_line
from ocop.text import nfc

try:
    from yaml._yaml import CParser
except ImportError as missing:
    raise ImportError(
        "this PyYAML lacks libyaml; mend it with: pip install --force-reinstall pyyaml"
    ) from missing

_Event: TypeAlias = Any
# The stubs allow every event to lack its marks; those of the C parser never do.

_QUOTES = ("'", '"')
_CUT = re.compile(r"[ \t]+#(?=\S)")


class _Abandoned(Exception):
    """The rest of the file is not worth reading: a fault has been noted."""


def read_events(path: SourcePath, text: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the decoded YAML ``text`` and every fault of its form.

    The document is None where a fault leaves its content unsure; where it is only untidy
    (a key written twice: the first counts), both are returned.
    """
    reader = _Reader(path, text)
    document = reader.document()
    return document, tuple(reader.faults)


class _Reader:
    """Reads the events of one file once, from first to last."""

    def __init__(self, path: SourcePath, text: str) -> None:
        self.path, self.text = path, text
        self.faults: list[Diagnostic] = []
        self.marks: dict[Where, Mark] = {}
        self.sure = True
        self._last: _Event | None = None
        self._may_cut = _CUT.search(text) is not None
        self._next: Callable[[], _Event] = CParser(text).get_event

    def document(self) -> Document | None:
        """Return the file's one map, or None after a fault that leaves it unsure."""
        try:
            data = self._top()
        except yaml.YAMLError as error:
            self.faults.append(diagnose(self.path, self._lines(), error, self._span()))
            return None
        except _Abandoned:
            return None
        return Document(self.path, data, self.marks) if self.sure else None

    def _top(self) -> dict[str, Tree]:
        self._next()  # the start of the stream
        if type(self._next()) is not DocumentStartEvent:
            raise self._abandon("OCOP028")
        event: _Event = self._next()
        if type(event) is ScalarEvent:
            self._last = event
            self._next()  # "name:Tea" above a good line is a complaint of its own
            raise self._abandon("OCOP027", event) if event.value else self._abandon("OCOP028")
        if type(event) is not MappingStartEvent:
            raise self._abandon("OCOP027", event)
        data = self._value(event, (), *_place(event), 1)
        assert isinstance(data, dict)
        self._next()  # the end of the document
        event = self._next()
        if type(event) is not StreamEndEvent:
            raise self._abandon("OCOP026", event)
        return data

    def _value(
        self, event: _Event, where: Where, key_line: int, key_column: int, depth: int
    ) -> Tree:
        self.marks[where] = Mark(key_line, key_column, *_place(event))
        if type(event) is AliasEvent:
            self._doubt("OCOP021", event, name=event.anchor, fixed=self._as_text(event))
            return None
        if event.anchor is not None:
            self._fault("OCOP020", event, name=event.anchor, fixed=self._as_text(event))
        if event.tag is not None:
            self._fault("OCOP022", event, fixed=self._as_text(event))
        if type(event) is ScalarEvent:
            return self._scalar(event)
        if depth > MAX_NESTING:
            raise self._abandon("OCOP023", event, limit=MAX_NESTING)
        if type(event) is MappingStartEvent:
            return self._map(where, depth)
        return self._list(where, depth)

    def _scalar(self, event: _Event) -> str | None:
        self._last = event
        value: str = event.value
        if event.style:
            if not value.isascii() or not value.isprintable():
                value = self._clean(event, value)
            return value
        if self._may_cut:
            self._check_cut(event)
        return nfc(value) or None

    def _clean(self, event: _Event, value: str) -> str:
        """Refuse control characters that came in by an escape such as ``"\\0"``."""
        if found := FORBIDDEN.search(value):
            self._doubt("OCOP003", event, character=f"U+{ord(found.group()):04X}")
        return nfc(value)

    def _list(self, where: Where, depth: int) -> list[Tree]:
        items: list[Tree] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._value(event, (*where, len(items)), *_place(event), depth + 1))
        return items

    def _map(self, where: Where, depth: int) -> dict[str, Tree]:
        tree: dict[str, Tree] = {}
        while type(event := self._next()) is not MappingEndEvent:
            line, column = _place(event)
            key = self._key(event, where, depth)
            place = (*where, key)
            if key in tree:
                self._fault("OCOP012", event, key=key, first=self.marks[place].key_line)
            if key in tree or not key:
                kept, self.marks = self.marks, {}
                self._value(self._next(), place, line, column, depth + 1)
                self.marks = kept
            else:
                tree[key] = self._value(self._next(), place, line, column, depth + 1)
        return tree

    def _key(self, event: _Event, where: Where, depth: int) -> str:
        """Return the text of a key; empty where it is none, which has been reported then."""
        if type(event) is not ScalarEvent or not event.value:
            self._doubt("OCOP024", event)
            if type(event) is not ScalarEvent:
                kept, self.marks = self.marks, {}
                self._value(event, where, 1, 1, depth + 1)
                self.marks = kept
            return ""
        self._last = event
        if event.anchor is not None:
            self._fault("OCOP020", event, name=event.anchor, fixed=self._as_text(event))
        if event.tag is not None:
            self._fault("OCOP022", event, fixed=self._as_text(event))
        if event.value == "<<" and not event.style:
            self._doubt("OCOP025", event)
            return ""
        return self._clean(event, event.value) if event.style else nfc(event.value)

    def _check_cut(self, event: _Event) -> None:
        end = event.end_mark
        found = _CUT.match(self.text, end.index)
        if found is None:
            return
        line = self._lines()[end.line]
        column = end.column + len(found.group())
        cut = line[column - 1 :].strip()
        if event.start_mark.line == end.line:
            start = event.start_mark.column if event.value else column - 1
            fixed = quoted_line(line, start).strip()
        else:
            fixed = quoted(f"{nfc(event.value)} {cut}")
        args = {"cut": cut, "fixed": fixed}
        self.faults.append(Diagnostic("OCOP029", self.path, end.line + 1, column, args))

    def _fault(self, code: str, event: _Event, **args: object) -> None:
        filled = {name: str(value) for name, value in args.items()}
        self.faults.append(Diagnostic(code, self.path, *_place(event), filled))

    def _doubt(self, code: str, event: _Event, **args: object) -> None:
        self._fault(code, event, **args)
        self.sure = False

    def _abandon(self, code: str, event: _Event | None = None, **args: object) -> _Abandoned:
        if event is None:
            self.faults.append(Diagnostic(code, self.path))
        else:
            self._fault(code, event, **args)
        return _Abandoned()

    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def _as_text(self, event: _Event) -> str:
        """Return the line of a value with the value in quotes, as text would be written."""
        mark = event.start_mark
        return quoted_line(self._lines()[mark.line], mark.column).strip()

    def _span(self) -> Span | None:
        if self._last is None:
            return None
        start, end = self._last.start_mark, self._last.end_mark
        return Span((start.line, start.column), (end.line, end.column), self._last.style in _QUOTES)


def _place(event: _Event) -> tuple[int, int]:
    """Return the line and column, from 1, at which an event begins."""
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
