"""Which templates a page is made of, and what they say.

Owns the closure of ``extends``, ``include``, ``import`` and ``from``, read without the template
engine. A name that only shows when a page is made stands for all templates. Called by
:mod:`ocop.pages.keys.frames`.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from ocop.pages.keys.marks import mark
from ocop.patterns import late

_REFERENCE = late(r"{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%}", re.DOTALL)
_NAME = late(r"""["']([^"']+)["']""")

_PLACED = {
    "parts/cards.html": ("parts/card.html",),
    "pages/product.html": ("parts/contact.html", "parts/season.html"),
}
"""Made by themselves and placed into others, which do not name them (:mod:`ocop.pages.cards`,
:mod:`ocop.pages.product_words`)."""


class Templates:
    """The templates of some folders, the project's own before the built-in one."""

    def __init__(self, folders: Iterable[str]) -> None:
        self._folders = tuple(map(Path, folders))
        self._read: dict[str, str] = {}
        self._whole: dict[str, frozenset[str]] = {}

    def closure(self, roots: Iterable[str]) -> bytes:
        """Return the mark of some templates and of all that they are made of."""
        names = sorted(frozenset().union(*map(self.names, roots)))
        return mark([(name, self._text(name)) for name in names])

    def mention(self, word: str, root: str) -> bool:
        """Tell whether a word stands in a template or in what that is made of."""
        return any(word in self._text(name) for name in self.names(root))

    def names(self, root: str) -> frozenset[str]:
        """Return a template and all that it is made of, by name."""
        if root not in self._whole:
            self._whole[root] = self._reached(root)
        return self._whole[root]

    def _reached(self, root: str) -> frozenset[str]:
        found: set[str] = set()
        todo = [root]
        while todo:
            name = todo.pop()
            if name not in found:
                found.add(name)
                todo += self._named(name)
        return frozenset(found)

    def _named(self, name: str) -> list[str]:
        named = [*_PLACED.get(name, ())]
        for statement in _REFERENCE.findall(self._text(name)):
            literal = _NAME.findall(statement)
            if not literal:
                return self._everything
            named += literal
        return named

    def _text(self, name: str) -> str:
        if name not in self._read:
            found = (folder / name for folder in self._folders)
            path = next((one for one in found if one.is_file()), None)
            self._read[name] = path.read_text("utf-8", "replace") if path else ""
        return self._read[name]

    @cached_property
    def _everything(self) -> list[str]:
        return sorted(
            path.relative_to(folder).as_posix()
            for folder in self._folders
            for path in folder.rglob("*.html")
        )
