"""Files made of lines, each a name and a text: calendars and contacts (RFC 5545, RFC 6350).

Owns how such a text is written, and how a long line is folded. Called by what writes calendars
and contacts.
"""

from collections.abc import Iterable, Iterator

_OCTETS = 75
"""The longest line, in bytes."""


def lined(lines: Iterable[str]) -> str:
    """Return lines as the text of a file, the long ones folded."""
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def escaped(text: str) -> str:
    """Return ``text`` as the value of a line."""
    for char in "\\;,":
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 bytes, none of which parts a character."""
    piece = ""
    for char in line:
        if len((piece + char).encode()) > _OCTETS:
            yield piece
            piece = " "
        piece += char
    yield piece
