"""Pieces of pages that are ready in bytes, as cards are.

Owns the marks that built-in templates write for such pieces, and putting the pieces there when
the rest of the page has been encoded: most of a page is made of them, and what many pages share
is not joined and encoded again for each. A project's own template, and one of ours that is run
whole, writes the piece itself. Must not know pages. Called by :mod:`ocop.pages.environment` and
:mod:`ocop.pages.framing`.
"""

from typing import Any

from markupsafe import Markup

_SIGN = "<\1>"
"""Before and after the number of a piece. No text has such a sign once it is escaped."""

_ENCODED = _SIGN.encode()


class Placed(Markup):
    """A piece of many pages; ``mark`` stands for it until a page is encoded.

    A lean one holds nothing but its mark and its ``body``, which whoever writes it asks for.
    """

    __slots__ = ("body", "mark")
    body: bytes | None
    mark: str | None

    def __new__(cls, *args: Any, **options: Any) -> "Placed":
        """Take what :class:`Markup` takes."""
        made = super().__new__(cls, *args, **options)
        made.body = made.mark = None
        return made

    def __html__(self) -> "Placed":
        """Return what stands in a page."""
        return self if self.body is None else Placed(self.body.decode())


class Places:
    """The pieces for which marks stand in texts, by number."""

    def __init__(self) -> None:
        self._pieces: dict[bytes, bytes] = {}

    def mark(self, piece: Placed) -> str:
        """Return what stands for ``piece`` until :meth:`filled`."""
        if piece.mark is None:
            number = str(len(self._pieces))
            self._pieces[number.encode()] = str.encode(piece)
            piece.mark = f"{_SIGN}{number}{_SIGN}"
        return piece.mark

    def lean(self, piece: Placed) -> Placed:
        """Return what stands for ``piece`` in our own templates, which only write it.

        Its text would take twice the memory of its bytes, and is not asked for again.
        """
        made = Placed(self.mark(piece))
        made.mark = str(made)
        made.body = self._pieces[made.mark[len(_SIGN) : -len(_SIGN)].encode()]
        return made

    def filled(self, text: bytes) -> bytes:
        """Return ``text`` with the pieces in the places of their marks."""
        parts = text.split(_ENCODED)
        parts[1::2] = map(self._pieces.__getitem__, parts[1::2])
        return b"".join(parts)
