"""The line of a file with a caret under one of its places, as a terminal shows it.

Owns display widths: combining marks take no column, CJK and emoji take two, a tab goes to
the next stop. Called by :mod:`ocop.report`.
"""

import unicodedata

TAB = 4
_ZERO = ("Mn", "Me", "Cf")


def width(text: str) -> int:
    """Return the columns that ``text`` takes on a terminal; it holds no tab."""
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def excerpt(line: str, column: int, room: int) -> tuple[str, str]:
    """Return ``line`` in at most ``room`` columns, and the line with the caret below it.

    ``column`` counts characters from 1; what does not fit is cut at both sides, around the
    caret, with an ellipsis. Control characters show as ``�``.
    """
    before, after = _shown(line[: column - 1]), line[column - 1 :]
    after = _shown(after, start=width(before))
    before = _tail(before, max(room * 2 // 3, room - max(1, width(after))))
    after = _head(after, room - width(before))
    return (before + after).rstrip(), " " * width(before) + "^"


def _shown(text: str, start: int = 0) -> str:
    """Return ``text`` with tabs as spaces and a mark for every character without a shape."""
    shown: list[str] = []
    at = start
    for char in text:
        if char == "\t":
            char = " " * (TAB - at % TAB)
        elif unicodedata.category(char) in ("Cc", "Cs"):
            char = "\ufffd"
        shown.append(char)
        at += width(char)
    return "".join(shown)


def _head(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    return text[: _fitting(text, room - 1)] + "…"


def _tail(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    return "…" + text[len(text) - _fitting(text[::-1], room - 1) :]


def _fitting(text: str, room: int) -> int:
    """Return how many of the first characters fit in ``room`` columns."""
    taken = 0
    for count, char in enumerate(text):
        taken += _char_width(char)
        if taken > room:
            return count
    return len(text)


def _char_width(char: str) -> int:
    if unicodedata.category(char) in _ZERO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
