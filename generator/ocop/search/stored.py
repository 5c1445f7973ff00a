"""An index read back from its files: what :mod:`ocop.search.index` wrote, as values.

Owns the other direction of ``numbers`` and ``files``, as far as an index is to be changed
without its documents. Must not know what the values mean. Called by ``retold``.
"""

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from ocop.search.files import Put, written
from ocop.search.numbers import DIGITS, MORE

_START, _END = b"ocopSearch.put(", b");\n"
_VALUE_OF = {digit: number for number, digit in enumerate(DIGITS)}


def statements(content: bytes) -> tuple[Put, ...]:
    """Return the statements of a file; ValueError for what is none of an index."""
    *lines, rest = content.split(b"\n")
    if rest:
        raise ValueError(rest)
    return tuple(_statement(line + b"\n") for line in lines)


def value_of(one: Put) -> Any:
    """Return the value that a statement puts; ValueError if it cannot be read."""
    head = _START + written([one.kind, one.number])[1:-1].encode() + b","
    if not one.content.startswith(head) or not one.content.endswith(_END):
        raise ValueError(one.content[:80])
    return json.loads(one.content[len(head) : -len(_END)])


def _statement(line: bytes) -> Put:
    kind, number, *_ = line.removeprefix(_START).split(b",", 2)
    known = json.loads(b"[%b,%b]" % (kind, number))
    return Put(known[0], known[1], line)


def numbers_of(text: str) -> Iterator[int]:
    """Yield a list of numbers that was written as groups of five bits."""
    number = shift = 0
    for digit in text:
        group = _VALUE_OF[digit]
        number += group % MORE << shift
        shift += 5
        if group < MORE:
            yield number
            number = shift = 0


def ascending_of(text: str) -> list[int]:
    """Return a list of rising numbers that was written as gaps."""
    gaps = list(numbers_of(text))
    return list(accumulate(gaps, lambda before, gap: before + gap + 1))


def weights_of(text: str) -> list[int]:
    """Return numbers that were written as a digit each."""
    return [_VALUE_OF[digit] for digit in text]


def words_of(text: str) -> list[str]:
    """Return sorted words that were front-coded."""
    words: list[str] = []
    before = ""
    for coded in text.split(" ") if text else ():
        before = before[: _VALUE_OF[coded[0]]] + coded[1:]
        words.append(before)
    return words
