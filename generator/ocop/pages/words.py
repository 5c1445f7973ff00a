"""Editors' words in the reader's language, or marked as being in another.

Owns the pairing of a text with the language that it is really in. Must not know pages.
"""

from collections.abc import Mapping

from msgspec import Struct

from ocop.text import Language, localise


class Words(Struct, frozen=True):
    """A text; ``spoken`` is its language where that is not the page's, for ``lang``."""

    text: str
    spoken: Language | None = None

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.text)


class Speaker(Struct, frozen=True):
    """Finds words for the readers of one language of a site."""

    language: Language
    first: Language

    def __call__(self, text: Mapping[Language, str]) -> Words:
        """Return ``text`` in the reader's language, else in another and marked so."""
        here = text.get(self.language)
        if here is not None:
            return Words(here)
        found, spoken = localise(text, self.language, self.first)
        return Words(found, None if spoken == self.language else spoken)

    def plain(self, text: Mapping[Language, str]) -> str:
        """Return ``text`` alone, for places that cannot mark a language."""
        return localise(text, self.language, self.first)[0]
