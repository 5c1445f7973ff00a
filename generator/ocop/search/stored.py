"""An index read back from its files: what :mod:`ocop.search.index` wrote, as values.

Owns the other direction of ``numbers`` and ``files``, as far as an index is to be changed
without its documents. Must not know what the values mean. Called by ``retold``.
"""

import json
from collections.abc import Iterator
from itertools import accumulate

from ocop.search.files import Put
from ocop.search.numbers import DIGITS

_START, _END = "ocopSearch.put(", ");\n"
_VALUE_OF = {digit: number for number, digit in enumerate(DIGITS)}
_MORE = 32


def statements(text: str) -> tuple[Put, ...]:
    """Return the statements of a file; ValueError for what is none of an index."""
    *lines, rest = text.split("\n")
    if rest:
        raise ValueError(rest)
    return tuple(_statement(f"{line}\n") for line in lines)


def value_of(one: Put) -> object:
    """Return the value that a statement puts; ValueError if it cannot be read."""
    head = f"{_START}{json.dumps(one.kind)},{json.dumps(one.number)},"
    if not one.statement.startswith(head) or not one.statement.endswith(_END):
        raise ValueError(one.statement[:80])
    value: object = json.loads(one.statement[len(head) : -len(_END)])
    return value


def _statement(line: str) -> Put:
    kind, number, *_ = line.removeprefix(_START).split(",", 2)
    known = json.loads(f"[{kind},{number}]")
    return Put(known[0], known[1], line)


def numbers_of(text: str) -> Iterator[int]:
    """Yield a list of numbers that was written as groups of five bits."""
    number = shift = 0
    for digit in text:
        group = _VALUE_OF[digit]
        number += group % _MORE << shift
        shift += 5
        if group < _MORE:
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
