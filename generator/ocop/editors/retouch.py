"""Small changes to the text of a content file, at the marks of what they change.

Owns putting an item before a list's first, an id behind a list's last, a key in or out, and one
text in the place of another; comments, order and quotes around stay as their editor wrote them.
What comes out is read again and must say exactly what was meant. Called by what enters decisions
and by what renames.
"""

import json
from collections.abc import Mapping
from typing import Any, cast

from ocop.paths import SourcePath
from ocop.source.decode import decode
from ocop.source.document import Document, Mark, Tree, Where
from ocop.source.parse import parse_document

Item = Mapping[str, str]
"""The texts of a map, by key, in order."""


def with_first_item(path: SourcePath, text: str, key: str, item: Item) -> str | None:
    """Return the decoded ``text`` of a file with ``item`` first in its list ``key``.

    A list that is not there yet is put at the end. None where lines cannot do it.
    """
    document = _parsed(path, text)
    if document is None:
        return None
    there = document.data.get(key)
    if there is not None and not isinstance(there, list):
        return None
    result = _inserted(document, _ended(text), key, item)
    wanted = {**document.data, key: [dict(item), *(there or [])]}
    return result if _says(path, result, wanted) else None


def with_key(path: SourcePath, text: str, key: str, value: str) -> str | None:
    """Return the decoded ``text`` of a file with a new ``key`` at its end, or None."""
    document = _parsed(path, text)
    if document is None or key in document.data:
        return None
    result = f"{_ended(text)}{key}: {scalar(value)}\n"
    return result if _says(path, result, {**document.data, key: value}) else None


def without_key(path: SourcePath, text: str, key: str) -> str | None:
    """Return the decoded ``text`` of a file without a key that stands on one line, or None."""
    document = _parsed(path, text)
    if document is None or key not in document.data:
        return None
    lines = text.splitlines(keepends=True)
    del lines[document.marks[(key,)].key_line - 1]
    wanted = {name: value for name, value in document.data.items() if name != key}
    result = "".join(lines)
    return result if _says(path, result, wanted) else None


def with_texts(path: SourcePath, text: str, places: Mapping[Where, str]) -> str | None:
    """Return the decoded ``text`` of a file with other texts at ``places``, or None.

    The new texts are ids: they need quotes no more than the old ones did.
    """
    document = _parsed(path, text)
    if document is None:
        return None
    lines = text.split("\n")
    marked = [(document.marks[where], where) for where in places]
    # From the end to the beginning, so that what is before keeps its column.
    for mark, where in sorted(marked, key=lambda one: (one[0].line, one[0].column), reverse=True):
        old = str(_at(document.data, where)).strip()
        line, at = lines[mark.line - 1], mark.column - 1
        begins = at + (line[at : at + 1] in ("'", '"'))
        if not line.startswith(old, begins):
            return None
        lines[mark.line - 1] = line[:begins] + places[where] + line[begins + len(old) :]
    result = "\n".join(lines)
    return result if _says(path, result, _replaced((), dict(document.data), places)) else None


def with_last_text(path: SourcePath, text: str, key: str, value: str) -> str | None:
    """Return the decoded ``text`` of a file with an id last in its list of ids ``key``, or None.

    A list that is not there yet is put at the end; a single id becomes the first of a list.
    """
    document = _parsed(path, text)
    if document is None:
        return None
    there = document.data.get(key)
    known = [there] if isinstance(there, str) else there or []
    if not isinstance(known, list):
        return None
    result = _appended(document, _ended(text), key, value)
    return result if _says(path, result, {**document.data, key: [*known, value]}) else None


def scalar(value: str) -> str:
    """Return a YAML scalar that reads as exactly ``value``, bare where it can be."""
    bare = value and parse_document(_ANY, f"a: [{value}]\n".encode())[0]
    if bare and bare.data == {"a": [value]}:
        return value
    return json.dumps(value, ensure_ascii=False)


_ANY = SourcePath("value")


def _inserted(document: Document, text: str, key: str, item: Item) -> str:
    mark, there = document.marks.get((key,)), document.data.get(key)
    if mark is None:
        return f"{text}{key}:\n{_block(item, 2)}"
    lines = text.splitlines(keepends=True)
    if there == [] or (there and lines[mark.line - 1][mark.column - 1] == "["):
        line, at = lines[mark.line - 1], mark.column
        comma = ", " if there else ""
        lines[mark.line - 1] = f"{line[:at]}{_braced(item)}{comma}{line[at:]}"
        return "".join(lines)
    column = _dash(document.marks[(key, 0)], lines) if there else mark.key_column + 1
    lines.insert(mark.key_line, _block(item, column))
    return "".join(lines)


def _appended(document: Document, text: str, key: str, value: str) -> str:
    there = document.data.get(key)
    if not there:
        return f"{text}{key}: [{value}]\n"
    listed = isinstance(there, list)
    mark = document.marks[(key, len(there) - 1) if listed else (key,)]
    lines = text.splitlines(keepends=True)
    line, at = lines[mark.line - 1], mark.column - 1
    last = there[-1] if isinstance(there, list) else there
    end = at + len(str(last)) + 2 * (line[at] in "'\"")
    if not listed:
        lines[mark.line - 1] = f"{line[:at]}[{line[at:end]}, {value}]{line[end:]}"
    elif line[:at].strip() == "-":
        lines.insert(mark.line, f"{line[:at]}{value}\n")
    else:
        lines[mark.line - 1] = f"{line[:end]}, {value}{line[end:]}"
    return "".join(lines)


def _dash(first: Mark, lines: list[str]) -> int:
    """Return how far in the dashes of a list stand."""
    line = lines[first.key_line - 1]
    return len(line) - len(line.lstrip(" "))


def _block(item: Item, column: int) -> str:
    rows = [f"{key}: {scalar(value)}\n" for key, value in item.items()]
    margin = " " * column
    return "".join(f"{margin}{'  ' if at else '- '}{row}" for at, row in enumerate(rows))


def _braced(item: Item) -> str:
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in item.items()) + "}"


def _parsed(path: SourcePath, text: str) -> Document | None:
    document, faults = parse_document(path, text.encode())
    return None if faults else document


def _says(path: SourcePath, text: str, wanted: object) -> bool:
    document = _parsed(path, text)
    return document is not None and document.data == wanted


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _at(tree: Mapping[str, Tree], where: Where) -> Tree:
    found: Any = tree
    for step in where:
        found = found[step]
    return cast(Tree, found)


def _replaced(here: Where, value: Tree, places: Mapping[Where, str]) -> Tree:
    if here in places:
        return places[here]
    if isinstance(value, dict):
        return {key: _replaced((*here, key), one, places) for key, one in value.items()}
    if isinstance(value, list):
        return [_replaced((*here, number), one, places) for number, one in enumerate(value)]
    return value


def text_of(path: SourcePath, raw: bytes) -> str | None:
    """Return the decoded text of a content file, None where it has none."""
    text, faults = decode(path, raw)
    return None if faults else text
