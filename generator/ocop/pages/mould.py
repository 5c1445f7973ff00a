"""A template run once for many values: its fixed text with holes for what differs.

Owns the way from a template's output to a mould; what fills its holes has been escaped. A
template that only writes a value out, and asks no more of it than whether it is there, gives
the same text from a mould as when run; the built-in ones that are cast here do, and tests
hold them to it. A project's own template may do anything, so it is always run. Called by
``cards`` and the views of very many small pages.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import AnyStr, Generic

from msgspec import Struct

from ocop.pages.press import Press
from ocop.patterns import late

_OPEN, _CLOSE = "\ue0f0", "\ue0f1"  # private characters, which no name of a hole holds
_HOLE = late(f"{_OPEN}([a-z0-9]+){_CLOSE}")


class Mould(Struct, Generic[AnyStr], frozen=True):
    """Fixed texts and, between each two of them, the name of a hole."""

    texts: tuple[AnyStr, ...]
    holes: tuple[str, ...]

    def fill(self, values: Mapping[str, AnyStr]) -> AnyStr:
        """Return the text with ``values``, as they are, in the holes."""
        parts = [self.texts[0]] * (len(self.texts) + len(self.holes))
        parts[::2] = self.texts
        parts[1::2] = map(values.__getitem__, self.holes)
        return self.texts[0][:0].join(parts)


def encoded(cast: Mould[str]) -> Mould[bytes]:
    """Return the mould for values in UTF-8."""
    return Mould(tuple(text.encode() for text in cast.texts), cast.holes)


def mark(hole: str) -> str:
    """Return what a template is given in place of a value, to leave a hole there."""
    return f"{_OPEN}{hole}{_CLOSE}"


def mould(text: str) -> Mould[str]:
    """Return the mould of what a template made of marks."""
    pieces = _HOLE.split(text)
    return Mould(tuple(pieces[::2]), tuple(pieces[1::2]))


def is_built_in(press: Press, *templates: str) -> bool:
    """Tell whether the project has none of ``templates`` of its own."""
    own = press.site.templates[:-1]
    return press.once(
        ("built in", templates),
        lambda: not any((Path(folder) / name).is_file() for folder in own for name in templates),
    )
