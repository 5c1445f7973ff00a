"""Which records a query is about, found without any of the search's own rules.

Owns the right answers: phrases are compared word by word, with marks or without. Called by
:mod:`benchmarks.search.queries`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.search.records import Record
from benchmarks.search.writing import spoken, unmarked, words


@dataclass(frozen=True, slots=True)
class Text:
    """A text's words, without marks (``plain``) and with (``marked``)."""

    plain: tuple[str, ...]
    marked: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Text":
        """Return the words of a text both ways."""
        found = words(text)
        return cls(tuple(map(unmarked, found)), tuple(map(spoken, found)))

    def has(self, phrase: "Text", *, marked: bool) -> bool:
        """Tell whether a phrase stands in the text, word by word."""
        inside, part = (self.marked, phrase.marked) if marked else (self.plain, phrase.plain)
        return any(inside[at : at + len(part)] == part for at in range(len(inside) - len(part) + 1))

    def begins(self, phrase: "Text") -> bool:
        """Tell whether a phrase stands in the text, of its last word perhaps only the beginning."""
        *whole, last = phrase.plain
        return any(
            list(self.plain[at : at + len(whole)]) == whole
            and self.plain[at + len(whole)].startswith(last)
            for at in range(len(self.plain) - len(whole))
        )


class Shelf:
    """All records, found by words of their names, makers and places."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        self.names = [Text.of(one.name) for one in records]
        self.makers = [Text.of(one.maker.name) for one in records]
        self.places = [tuple(map(Text.of, one.origin.places)) for one in records]
        self._having: dict[str, list[int]] = {}
        for number in range(len(records)):
            for word in {*self.names[number].plain, *self.makers[number].plain}:
                self._having.setdefault(word, []).append(number)

    def named(self, phrase: str, *, marked: bool) -> set[int]:
        """Return the records whose name holds a phrase."""
        text = Text.of(phrase)
        near = self._near(text.plain)
        return {one for one in near if self.names[one].has(text, marked=marked)}

    def named_so_far(self, phrase: str) -> set[int]:
        """Return the records whose name holds a phrase without marks that is not typed out."""
        text = Text.of(phrase)
        return {one for one in self._near(text.plain[:-1]) if self.names[one].begins(text)}

    def made_by(self, phrase: str, *, marked: bool) -> set[int]:
        """Return the records whose maker's name, or own name, holds a phrase."""
        text = Text.of(phrase)
        return {
            one
            for one in self._near(text.plain)
            if self.makers[one].has(text, marked=marked) or self.names[one].has(text, marked=marked)
        }

    def from_place(self, numbers: Iterable[int], place: str, *, marked: bool) -> set[int]:
        """Return those of the records that come from a place, or are named after it."""
        text = Text.of(place)
        return {
            one
            for one in numbers
            if any(where.has(text, marked=marked) for where in (self.names[one], *self.places[one]))
        }

    def _near(self, plain: Sequence[str]) -> Iterable[int]:
        """Return the records that have the rarest of some words."""
        return min((self._having.get(one, []) for one in plain), key=len)
